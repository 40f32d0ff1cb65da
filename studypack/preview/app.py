"""What the preview's server answers: its page, proofs, pictures, the finished files, and news."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
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
from studypack.preview.guard import Guard
from studypack.preview.press import WIDTHS, Press
from studypack.preview.proof import Proof, ProofFile
from studypack.preview.query import Spelling, command_line, flags_of, wishes_of
from studypack.preview.source import State, Watcher, state_of

_SILENCE = 15
"""Seconds after which something is sent anyway: that is how a server learns that a page was closed."""


class News:
    """The edition of the content, and word of every new one."""

    def __init__(self, edition: str) -> None:
        self._edition = edition
        self._turned = asyncio.Event()

    def publish(self, edition: str) -> None:
        """A new edition is out."""
        self._edition = edition
        self._turned.set()
        self._turned = asyncio.Event()

    async def events(self) -> AsyncIterator[str]:
        """The edition as it is, then each new one, in the form of server-sent events (WHATWG HTML, 9.2)."""
        sent = None
        while True:
            turned = self._turned
            yield f"data: {self._edition}\n\n" if self._edition != sent else ":\n\n"
            sent = self._edition
            try:
                await asyncio.wait_for(turned.wait(), _SILENCE)
            except TimeoutError:
                continue


_SHOWN = 100
"""Problems that are shown; of the others only their number is told."""


def proof_as_data(proof: Proof, path: Path, spelling: Spelling) -> dict[str, Any]:
    """A proof, without the bytes of its files."""
    return {
        "title": proof.title,
        "source": str(path),
        "files": [
            {
                "name": file.name,
                "handling": file.print_spec,
                "one_sided": file.one_sided,
                "pages": [asdict(page) for page in file.pages],
            }
            for file in proof.files
        ],
        "form": asdict(proof.form),
        "query": urlencode(wishes_of(proof.flags)),
        "command": command_line(path, proof.flags, spelling),
        "warnings": problems_as_data(proof.warnings)["problems"],
    }


def problems_as_data(problems: Iterable[Problem]) -> dict[str, Any]:
    """Problems, each with its place in words and its source line in three parts."""
    found = tuple(problems)
    return {"problems": [_problem(problem) for problem in found[:_SHOWN]], "more": max(0, len(found) - _SHOWN)}


def _problem(problem: Problem) -> dict[str, Any]:
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
_KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
"""Of the page's files, by their endings; what a system has for them is not right everywhere."""
_FOR_GOOD = "max-age=31536000, immutable"
_WIDTHS = {str(width): width for width in WIDTHS}
_NOBODY = Response(status_code=499)
"""For who has gone meanwhile."""


class Preview:
    """The answers, one method each."""

    def __init__(self, path: Path, spelling: Spelling) -> None:
        self._path = path
        self._spelling = spelling
        self._press = Press(path)
        self._setting = asyncio.Lock()
        self._drawing = asyncio.Lock()
        self.news = News(_edition(state_of(path)))

    async def page(self, request: Request) -> Response:
        """The page itself."""
        return _static("index.html")

    async def static(self, request: Request) -> Response:
        """What the page is made of beside itself."""
        return _static(request.path_params["name"])

    async def font(self, request: Request) -> Response:
        """One of the bundled faces."""
        name = request.path_params["name"]
        if name not in _FACES:
            return PlainTextResponse("There is no such face.", 404)
        return Response(font_data(name), media_type="font/ttf", headers={"Cache-Control": _FOR_GOOD})

    async def controls(self, request: Request) -> Response:
        """What there is to choose."""
        sections = {name: [asdict(each) for each in controls] for name, controls in section_controls().items()}
        return JSONResponse({"pack": [asdict(each) for each in pack_controls()], "sections": sections})

    async def proof(self, request: Request) -> Response:
        """The pages and the state of the form; or the problems, which stand in place of both."""

        # Asked first: what is saved meanwhile is news.
        head = {"edition": _edition(state_of(self._path)), "widths": WIDTHS}

        def made(flags: Flags) -> Response:
            return JSONResponse(head | proof_as_data(self._press.proof(flags), self._path, self._spelling))

        def refused(error: StudypackError) -> Response:
            return JSONResponse(head | problems_as_data(error.problems))

        return await self._answered(request, made, refused)

    async def left_out(self, request: Request) -> Response:
        """How many pages the sections would take that are not in the pack."""

        def made(flags: Flags) -> Response:
            return JSONResponse(self._press.left_out(flags))

        def refused(_: StudypackError) -> Response:
            return JSONResponse({})

        return await self._answered(request, made, refused)

    async def picture(self, request: Request) -> Response:
        """One page as a picture."""
        width = _WIDTHS.get(request.path_params["width"])
        if width is None:
            return PlainTextResponse(f"A picture can be {', '.join(map(str, WIDTHS))} pixels wide.", 400)
        async with self._drawing:
            if await request.is_disconnected():  # scrolled past
                return _NOBODY
            data = await run_in_threadpool(self._press.picture, request.path_params["id"], width)
        if data is None:
            return PlainTextResponse("This page has been set anew since.", 404)
        return Response(data, media_type="image/jpeg")

    async def pack(self, request: Request) -> Response:
        """The pack's PDF."""
        return await self._file(request, 0)

    async def answers(self, request: Request) -> Response:
        """The key's PDF."""
        return await self._file(request, 1)

    async def _file(self, request: Request, index: int) -> Response:
        def made(flags: Flags) -> Response:
            files = self._press.proof(flags).files
            return _download(files[index]) if index < len(files) else PlainTextResponse("There is no such file.", 404)

        def refused(error: StudypackError) -> Response:
            return PlainTextResponse(render_all(error.problems), 409)

        return await self._answered(request, made, refused)

    async def _answered(
        self, request: Request, made: Callable[[Flags], Response], refused: Callable[[StudypackError], Response]
    ) -> Response:
        """What `made` makes of the request's flags, in its turn and off the server's own thread."""
        try:
            flags = flags_of(request.query_params.multi_items())
        except StudypackError as error:
            return JSONResponse(problems_as_data(error.problems), 400)
        async with self._setting:
            if await request.is_disconnected():  # who types a number has asked again since
                return _NOBODY
            try:
                return await run_in_threadpool(made, flags)
            except StudypackError as error:
                return refused(error)

    async def events(self, request: Request) -> Response:
        """Word of every save."""
        return StreamingResponse(self.news.events(), media_type="text/event-stream")


def _static(name: str) -> Response:
    data, kind = preview_file(name), _KINDS.get(name.rpartition(".")[2])
    if data is None or kind is None:
        return PlainTextResponse("There is no such file.", 404)
    return Response(data, media_type=kind, headers={"Cache-Control": "no-cache"})


def _download(file: ProofFile) -> Response:
    disposition = f"attachment; filename*=utf-8''{quote(file.name)}"
    return Response(file.data, media_type="application/pdf", headers={"Content-Disposition": disposition})


def _edition(state: State | None) -> str:
    return "-".join(map(str, state)) if state else "none"


def application(preview: Preview, path: Path, port: int) -> Starlette:
    """The server's whole application; it watches the content for as long as it runs."""

    @asynccontextmanager
    async def watching(_: Starlette) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()

        def tell(state: State | None) -> None:
            loop.call_soon_threadsafe(preview.news.publish, _edition(state))

        watcher = Watcher(path, tell)
        watcher.start()
        yield
        watcher.stop()

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
            Route("/news", preview.events),
        ],
        middleware=[Middleware(Guard, port=port)],
        lifespan=watching,
    )
