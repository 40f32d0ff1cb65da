"""The endpoints that show contents: proofs, page images, PDFs, and the controls of the form."""

import asyncio
from collections.abc import Callable
from dataclasses import asdict

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from studypack.base.errors import StudypackError, render_all
from studypack.base.resources import font_data
from studypack.preview.controls import pack_controls, section_controls
from studypack.preview.events import SaveEvents, revision
from studypack.preview.query import Asked, asked_of
from studypack.preview.renderer import WIDTHS, PreviewRenderer, TextGoneError
from studypack.preview.responses import download, problems_json, proof_json, refusal, static_file
from studypack.preview.shelf import Shelf

_FACES = ("SourceSans3_400Regular", "SourceSans3_600SemiBold", "SourceSerif4_400Regular", "SourceSerif4_600SemiBold")
_IMMUTABLE = "max-age=31536000, immutable"
_WIDTHS = {str(width): width for width in WIDTHS}
_CLIENT_CLOSED = Response(status_code=499)
"""The response to a client that has disconnected. It is never received."""


class ShowingEndpoints:
    """The endpoints that show, one method each."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.renderer = PreviewRenderer(shelf)
        self.save_events = SaveEvents(self.renderer.states)
        self.raster_lock = asyncio.Lock()
        """Held by who calls PDFium, which is not thread-safe."""
        self._layout_lock = asyncio.Lock()

    async def page(self, request: Request) -> Response:
        """Serve the page itself."""
        return static_file("index.html")

    async def static(self, request: Request) -> Response:
        """Serve a script, style sheet or icon of the page."""
        return static_file(request.path_params["name"])

    async def font(self, request: Request) -> Response:
        """Serve one of the bundled typefaces."""
        name = request.path_params["name"]
        if name not in _FACES:
            return PlainTextResponse("There is no such face.", 404)
        return Response(font_data(name), media_type="font/ttf", headers={"Cache-Control": _IMMUTABLE})

    async def controls(self, request: Request) -> Response:
        """Serve the controls of the form."""
        sections = {name: [asdict(each) for each in controls] for name, controls in section_controls().items()}
        return JSONResponse({"pack": [asdict(each) for each in pack_controls()], "sections": sections})

    async def proof(self, request: Request) -> Response:
        """Serve the proof for the query; or the problems, if there is none; and the doubts of the text, in any case."""

        def made(asked: Asked) -> Response:
            # The revision is read before the content, so that a save in between counts as a new one.
            head = {
                "revision": revision(self.renderer.state(asked.content)),
                "widths": WIDTHS,
                "content": asked.content,
            }
            head["doubts"] = [{"line": each.line + 1, "says": each.says} for each in self.renderer.doubts(asked)]
            try:
                path, also = self.shelf.path(asked.content), self.shelf.also(asked.content)
                return JSONResponse(head | proof_json(self.renderer.proof(asked), path, also))
            except StudypackError as error:
                return JSONResponse(head | problems_json(error.problems))

        return await self._respond(request, made, lambda error: refusal(error, 400))

    async def left_out(self, request: Request) -> Response:
        """Serve how many pages each section that is not in the pack would take."""

        def made(asked: Asked) -> Response:
            return JSONResponse(self.renderer.left_out(asked))

        return await self._respond(request, made, lambda _: JSONResponse({}))

    async def picture(self, request: Request) -> Response:
        """Serve the image of one page as JPEG."""
        width = _WIDTHS.get(request.path_params["width"])
        if width is None:
            return PlainTextResponse(f"A picture can be {', '.join(map(str, WIDTHS))} pixels wide.", 400)
        async with self.raster_lock:
            if await request.is_disconnected():  # the user has scrolled on
                return _CLIENT_CLOSED
            data = await run_in_threadpool(self.renderer.page_jpeg, request.path_params["id"], width)
        if data is None:
            return PlainTextResponse("This page has been set anew since.", 404)
        return Response(data, media_type="image/jpeg")

    async def pack(self, request: Request) -> Response:
        """Serve the pack's PDF."""
        return await self._file(request, 0)

    async def answers(self, request: Request) -> Response:
        """Serve the key's PDF."""
        return await self._file(request, 1)

    async def _file(self, request: Request, index: int) -> Response:
        def made(asked: Asked) -> Response:
            files = self.renderer.proof(asked).files
            return download(files[index]) if index < len(files) else PlainTextResponse("There is no such file.", 404)

        return await self._respond(request, made, lambda error: PlainTextResponse(render_all(error.problems), 409))

    async def _respond(
        self, request: Request, made: Callable[[Asked], Response], refused: Callable[[StudypackError], Response]
    ) -> Response:
        """Return what `made` returns for what the query asks for, or `refused` for an error.

        `made` runs in a worker thread, one request at a time.
        """
        try:
            asked = asked_of(request.query_params.multi_items(), self.shelf.shown)
            self.shelf.path(asked.content)
        except StudypackError as error:
            return refusal(error, 400)
        async with self._layout_lock:
            if await request.is_disconnected():  # the user has typed on, and a newer request follows
                return _CLIENT_CLOSED
            try:
                return await run_in_threadpool(made, asked)
            except TextGoneError:
                return JSONResponse({"gone": True}, 404)
            except StudypackError as error:
                return refused(error)

    async def events(self, request: Request) -> Response:
        """Serve the event stream of saves."""
        return StreamingResponse(self.save_events.events(), media_type="text/event-stream")
