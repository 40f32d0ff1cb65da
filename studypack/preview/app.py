"""The preview's web application: its routes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from studypack.preview.endpoints import ShowingEndpoints
from studypack.preview.security import SameOriginMiddleware
from studypack.preview.shelf import Shelf
from studypack.preview.writing import WritingEndpoints


def create_app(shelf: Shelf, port: int) -> Starlette:
    """Return the web application. While it runs, it watches the content files that were asked for."""
    shows = ShowingEndpoints(shelf)
    writes = WritingEndpoints(shows)

    @asynccontextmanager
    async def watch(_: Starlette) -> AsyncIterator[None]:
        with shows.save_events.watching():
            yield

    return Starlette(
        routes=[
            Route("/", shows.page),
            Route("/static/{name}", shows.static),
            Route("/fonts/{name}.ttf", shows.font),
            Route("/controls", shows.controls),
            Route("/proof", shows.proof),
            Route("/left-out", shows.left_out),
            Route("/page/{id}/{width}.jpg", shows.picture),
            Route("/pack.pdf", shows.pack),
            Route("/answers.pdf", shows.answers),
            Route("/events", shows.events),
            Route("/contents", writes.contents),
            Route("/schema", writes.schema),
            Route("/source", writes.source),
            Route("/source", writes.save, methods=["PUT"]),
            Route("/undo", writes.undo, methods=["POST"]),
            Route("/text", writes.text, methods=["POST"]),
            Route("/draft", writes.draft, methods=["POST"]),
        ],
        middleware=[Middleware(SameOriginMiddleware, port=port)],
        lifespan=watch,
    )
