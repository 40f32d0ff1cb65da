"""The preview's web application: routes and endpoints for the page, proofs, page images, PDFs and save events."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from studypack.base.errors import Problem, StudypackError, render_all, split_excerpt
from studypack.base.resources import font_data, preview_file
from studypack.model.options import Flags
from studypack.preview.controls import pack_controls, section_controls
from studypack.preview.proof import Proof, ProofFile
from studypack.preview.query import command_line, flags_of, wishes_of
from studypack.preview.renderer import WIDTHS, PreviewRenderer
from studypack.preview.security import SameOriginMiddleware
from studypack.preview.watcher import ContentState, FileWatcher

_KEEP_ALIVE = 15
"""Seconds between comments on a silent event stream. A failed write tells the server that the page was closed."""


class SaveEvents:
    """The event stream of saves: the content's current revision, and each new one."""

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._changed = asyncio.Event()

    def publish(self, revision: str) -> None:
        """Send a new revision to all listeners."""
        self._revision = revision
        self._changed.set()
        self._changed = asyncio.Event()

    async def events(self) -> AsyncIterator[str]:
        """Yield the current revision, then each new one, as server-sent events (WHATWG HTML, 9.2)."""
        sent = None
        while True:
            changed = self._changed
            yield f"data: {self._revision}\n\n" if self._revision != sent else ":\n\n"
            sent = self._revision
            try:
                await asyncio.wait_for(changed.wait(), _KEEP_ALIVE)
            except TimeoutError:
                continue


_MAX_PROBLEMS = 100
"""Problems that are sent. The others are only counted."""


def proof_json(proof: Proof, path: Path) -> dict[str, Any]:
    """Return a proof for JSON, without the bytes of its files."""
    return {
        "title": proof.title,
        "source": str(path),
        "files": [
            {
                "name": file.name,
                "print_spec": file.print_spec,
                "one_sided": file.one_sided,
                "pages": [asdict(page) for page in file.pages],
            }
            for file in proof.files
        ],
        "form": asdict(proof.form),
        "query": urlencode(wishes_of(proof.flags)),
        "command": command_line(path, proof.flags),
        "warnings": problems_json(proof.warnings)["problems"],
    }


def problems_json(problems: Iterable[Problem]) -> dict[str, Any]:
    """Return problems for JSON, each with its source line in three parts: before, at and after the fault."""
    found = tuple(problems)
    return {
        "problems": [_problem_json(problem) for problem in found[:_MAX_PROBLEMS]],
        "more": max(0, len(found) - _MAX_PROBLEMS),
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    excerpt = split_excerpt(problem) if problem.line and problem.excerpt.strip() else None
    return {
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "source": problem.source,
        "line": problem.line,
        "column": problem.column,
        "excerpt": excerpt,
    }


_FACES = ("SourceSans3_400Regular", "SourceSans3_600SemiBold", "SourceSerif4_400Regular", "SourceSerif4_600SemiBold")
_MEDIA_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
"""Media types of the page's files, by extension. The system's own table is not right everywhere."""
_IMMUTABLE = "max-age=31536000, immutable"
_WIDTHS = {str(width): width for width in WIDTHS}
_CLIENT_CLOSED = Response(status_code=499)
"""The response to a client that has disconnected. It is never received."""


class Endpoints:
    """The endpoints, one method each."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._renderer = PreviewRenderer(path)
        self.content_state = self._renderer.content_state
        self._layout_lock = asyncio.Lock()
        self._raster_lock = asyncio.Lock()
        self.save_events = SaveEvents(self.revision)

    @property
    def revision(self) -> str:
        """The revision of the content: another one after every save of one of its files."""
        return _revision(self.content_state())

    async def page(self, request: Request) -> Response:
        """Serve the page itself."""
        return _static_file("index.html")

    async def static(self, request: Request) -> Response:
        """Serve a script, style sheet or icon of the page."""
        return _static_file(request.path_params["name"])

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
        """Serve the proof for the query's flags; or the problems, if there is none."""
        # The revision is read before the content, so that a save in between counts as a new one.
        head = {"revision": self.revision, "widths": WIDTHS}

        def made(flags: Flags) -> Response:
            return JSONResponse(head | proof_json(self._renderer.proof(flags), self._path))

        def refused(error: StudypackError) -> Response:
            return JSONResponse(head | problems_json(error.problems))

        return await self._respond(request, made, refused)

    async def left_out(self, request: Request) -> Response:
        """Serve how many pages each section that is not in the pack would take."""

        def made(flags: Flags) -> Response:
            return JSONResponse(self._renderer.left_out(flags))

        def refused(_: StudypackError) -> Response:
            return JSONResponse({})

        return await self._respond(request, made, refused)

    async def picture(self, request: Request) -> Response:
        """Serve the image of one page as JPEG."""
        width = _WIDTHS.get(request.path_params["width"])
        if width is None:
            return PlainTextResponse(f"A picture can be {', '.join(map(str, WIDTHS))} pixels wide.", 400)
        async with self._raster_lock:
            if await request.is_disconnected():  # the user has scrolled on
                return _CLIENT_CLOSED
            data = await run_in_threadpool(self._renderer.page_jpeg, request.path_params["id"], width)
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
        def made(flags: Flags) -> Response:
            files = self._renderer.proof(flags).files
            return _download(files[index]) if index < len(files) else PlainTextResponse("There is no such file.", 404)

        def refused(error: StudypackError) -> Response:
            return PlainTextResponse(render_all(error.problems), 409)

        return await self._respond(request, made, refused)

    async def _respond(
        self, request: Request, made: Callable[[Flags], Response], refused: Callable[[StudypackError], Response]
    ) -> Response:
        """Return what `made` returns for the query's flags, or `refused` for an error.

        `made` runs in a worker thread, one request at a time.
        """
        try:
            flags = flags_of(request.query_params.multi_items())
        except StudypackError as error:
            return JSONResponse(problems_json(error.problems), 400)
        async with self._layout_lock:
            if await request.is_disconnected():  # the user has typed on, and a newer request follows
                return _CLIENT_CLOSED
            try:
                return await run_in_threadpool(made, flags)
            except StudypackError as error:
                return refused(error)

    async def events(self, request: Request) -> Response:
        """Serve the event stream of saves."""
        return StreamingResponse(self.save_events.events(), media_type="text/event-stream")


def _static_file(name: str) -> Response:
    data, kind = preview_file(name), _MEDIA_TYPES.get(name.rpartition(".")[2])
    if data is None or kind is None:
        return PlainTextResponse("There is no such file.", 404)
    return Response(data, media_type=kind, headers={"Cache-Control": "no-cache"})


def _download(file: ProofFile) -> Response:
    disposition = f"attachment; filename*=utf-8''{quote(file.name)}"
    return Response(file.data, media_type="application/pdf", headers={"Content-Disposition": disposition})


def _revision(state: ContentState) -> str:
    return "+".join("-".join(map(str, each)) if each else "none" for each in state)


@contextmanager
def _watching(state: Callable[[], ContentState], save_events: SaveEvents) -> Iterator[None]:
    """Watch the content during the block, and publish its new revisions in the running event loop."""
    loop = asyncio.get_running_loop()

    def publish(now: ContentState) -> None:
        loop.call_soon_threadsafe(save_events.publish, _revision(now))

    watcher = FileWatcher(state, publish)
    watcher.start()
    yield
    watcher.stop()


def create_app(preview: Endpoints, port: int) -> Starlette:
    """Return the web application. While it runs, it watches the content file for saves."""

    @asynccontextmanager
    async def watch(_: Starlette) -> AsyncIterator[None]:
        with _watching(preview.content_state, preview.save_events):
            yield

    return Starlette(
        routes=[
            Route("/", preview.page),
            Route("/static/{name}", preview.static),
            Route("/fonts/{name}.ttf", preview.font),
            Route("/controls", preview.controls),
            Route("/proof", preview.proof),
            Route("/left-out", preview.left_out),
            Route("/page/{id}/{width}.jpg", preview.picture),
            Route("/pack.pdf", preview.pack),
            Route("/answers.pdf", preview.answers),
            Route("/events", preview.events),
        ],
        middleware=[Middleware(SameOriginMiddleware, port=port)],
        lifespan=watch,
    )
