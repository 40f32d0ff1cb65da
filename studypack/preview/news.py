"""Tells every open page that the content was saved: server-sent events."""

import asyncio
from collections.abc import AsyncIterator

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
