"""The saves of contents as an event stream: which revision each of them has."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager

from studypack.preview.watcher import ContentState, FileWatcher

_KEEP_ALIVE = 15
"""Seconds between comments on a silent event stream. A failed write tells the server that the page was closed."""


def revision(state: ContentState) -> str:
    """Return the revision of a content: another one after every save of one of its files."""
    return "+".join("-".join(map(str, each)) if each else "none" for each in state)


class SaveEvents:
    """The event stream of saves: the revisions of the contents that were looked at, whenever one of them is new."""

    def __init__(self, states: Callable[[], Mapping[str, ContentState]]) -> None:
        """Take a function that returns the state of each content, by its name."""
        self._states = states
        self._changed = asyncio.Event()

    def _told(self) -> str:
        return json.dumps({name: revision(state) for name, state in self._states().items()})

    def _publish(self) -> None:
        """Send the revisions of now to all listeners."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def events(self) -> AsyncIterator[str]:
        """Yield the current revisions, then each new ones, as server-sent events (WHATWG HTML, 9.2)."""
        sent = None
        while True:
            changed, now = self._changed, self._told()
            yield f"data: {now}\n\n" if now != sent else ":\n\n"
            sent = now
            try:
                await asyncio.wait_for(changed.wait(), _KEEP_ALIVE)
            except TimeoutError:
                continue

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch the contents during the block, and tell their new revisions in the running event loop."""
        loop = asyncio.get_running_loop()

        def files() -> ContentState:
            return tuple(file for state in self._states().values() for file in state)

        def publish(_: ContentState) -> None:
            loop.call_soon_threadsafe(self._publish)

        watcher = FileWatcher(files, publish)
        watcher.start()
        yield
        watcher.stop()
