"""The endpoints that take text: notes become a draft, a text is kept to be looked at, a file is saved or undone."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import PurePath

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from studypack.base import limits
from studypack.base.errors import ChoiceError, ContentError, StudypackError
from studypack.base.wording import quoted
from studypack.importing.summary import summary
from studypack.model.content import is_language
from studypack.output.drafting import drafted
from studypack.output.editor_schema import schema_bytes
from studypack.preview.endpoints import ShowingEndpoints
from studypack.preview.responses import refusal
from studypack.preview.shelf import ChangedError, Source
from studypack.reading.decode import decode

_PASTED = "pasted notes"
"""The name of notes that come from no file."""


class WritingEndpoints:
    """The endpoints that take text, one method each; and what an editor needs."""

    def __init__(self, shows: ShowingEndpoints) -> None:
        self._shelf = shows.shelf
        self._renderer = shows.renderer
        self._raster_lock = shows.raster_lock

    async def contents(self, request: Request) -> Response:
        """Serve the names and titles of the contents that are there, and which of them was asked for at the start."""
        found = await run_in_threadpool(self._shelf.titles)
        contents = [{"name": name, "title": title} for name, title in found.items()]
        return JSONResponse({"contents": contents, "shown": self._shelf.shown})

    async def schema(self, request: Request) -> Response:
        """Serve the JSON Schema of contents."""
        return Response(await run_in_threadpool(schema_bytes), media_type="application/schema+json")

    async def source(self, request: Request) -> Response:
        """Serve the text of a content."""
        return await self._answered(lambda: self._shelf.source(_name(request)))

    async def text(self, request: Request) -> Response:
        """Keep a posted text, and serve the name by which its pages can be asked for."""
        data = await _body(request, limits.BYTES)
        try:
            decode(data, "")
        except ContentError as error:
            return refusal(error, 413 if len(data) > limits.BYTES else 422)
        return JSONResponse({"text": self._renderer.post(data)})

    async def draft(self, request: Request) -> Response:
        """Serve the draft of posted notes, which is no file yet."""
        language = request.query_params.get("language", "")
        name = PurePath(request.query_params.get("name", "").replace("\\", "/")).name or _PASTED
        try:
            data = await _body(request, limits.DOCUMENT_BYTES)
            if language and not is_language(language):
                raise ChoiceError(f"{quoted(language)} is no language", "name it as BCP 47 does: fr, de-AT")
            async with self._raster_lock:  # PDFium reads the notes in a PDF
                made = await run_in_threadpool(drafted, data, name, language)
        except StudypackError as error:
            return refusal(error, 422)
        lines = [] if made.is_unread else summary(made.draft, None)
        found = {"text": made.text, "content": f"{made.draft.slug}.yaml", "summary": lines, "pasted": made.is_pasted}
        return JSONResponse(found)

    async def save(self, request: Request) -> Response:
        """Save a text as a content's file, if that is as the page saw it last."""
        data = await _body(request, limits.BYTES)
        return await self._answered(lambda: self._shelf.save(_name(request), data, _version(request)))

    async def undo(self, request: Request) -> Response:
        """Put back what was there before the last save of a content."""
        return await self._answered(lambda: self._shelf.undo(_name(request), _version(request)))

    async def _answered(self, made: Callable[[], Source]) -> Response:
        """Return a content's text and version as `made` returns them, in a worker thread; or why that cannot be."""
        try:
            return JSONResponse(asdict(await run_in_threadpool(made)))
        except ChangedError as error:
            return refusal(error, 409, version=error.version)
        except StudypackError as error:
            return refusal(error, 422)


def _name(request: Request) -> str:
    return request.query_params.get("content", "")


def _version(request: Request) -> str:
    return request.query_params.get("version", "")


async def _body(request: Request, most: int) -> bytes:
    """The body of a request; of a larger one, one byte more than `most`."""
    found = bytearray()
    async for chunk in request.stream():
        found += chunk[: most + 1 - len(found)]
    return bytes(found)
