"""Watch content files and their pictures that are being edited, and read them again when they have changed."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from typing_extensions import override

from studypack.base.errors import ContentError, Problem
from studypack.base.file_folder import FileState, file_state
from studypack.base.picture_folder import PictureFolder
from studypack.output.build import read, read_bytes
from studypack.reading.decode import decode
from studypack.reading.doubt_comments import DoubtComment, doubts_in
from studypack.reading.file_bytes import content_bytes
from studypack.reading.house import house_files, house_for
from studypack.reading.load import LoadedPack

ContentState = tuple[FileState | None, ...]
"""The state of a content file, and of each picture that it asks for; None for a file that is not there."""

_INTERVAL = 0.025
"""Seconds between two checks of the file."""
_GRACE_CHECKS = 20
"""Checks for which a file may be missing or empty before that is reported: many editors save by replacing the file."""


class ContentCache:
    """The content of a file, or a text in its place, with its pictures; read again only if a file has changed."""

    def __init__(self, path: Path, text: bytes | None = None, also: Sequence[Path] = ()) -> None:
        self._path = path
        self._also = also
        self._text = text
        self._files = self._own()
        self._pictures = PictureFolder(path.parent)
        self._state: ContentState | None = None
        self._result: LoadedPack | tuple[Problem, ...] = ()

    def state(self) -> ContentState:
        """Return the state of the files that the content was made of when it was last read."""
        return tuple(map(file_state, self._files))

    def read(self) -> tuple[ContentState, LoadedPack]:
        """Return the state of the files and the content. Raises ContentError with every problem found."""
        state = self.state()
        if self._state is None or None in state or state != self._state:
            before = dict(zip(self._files, state, strict=True))
            self._result = self._read()
            own = (before.get(each) or file_state(each) for each in self._own())
            state = self._state = (*own, *self._pictures.states.values())
        if isinstance(self._result, tuple):
            raise ContentError(self._result)
        return state, self._result

    def doubts(self) -> list[DoubtComment]:
        """Return the doubts in the text, whether it can be read or not."""
        with suppress(ContentError):
            return self.read()[1].doubts
        with suppress(ContentError):
            data = content_bytes(self._path) if self._text is None else self._text
            return doubts_in(decode(data, str(self._path)))
        return []

    def _read(self) -> LoadedPack | tuple[Problem, ...]:
        self._pictures.forget()
        try:
            if self._text is not None:
                house = house_for(self._path.parent, self._pictures)
                return read_bytes(self._text, str(self._path), self._pictures, house, also=self._also)
            return read(self._path, self._pictures, also=self._also)
        except ContentError as error:
            return error.problems
        finally:
            self._files = (*self._own(), *self._pictures.states)  # at once: a watcher looks at it from its own thread

    def _own(self) -> tuple[Path, ...]:
        """The file of the content, if it comes from one, those of its house, and the earlier packs beside it."""
        file = () if self._text is not None else (self._path,)
        return (*file, *house_files(self._path.parent), *self._also)


class FileWatcher(threading.Thread):
    """A thread that calls `on_change` with the state of some files after it has changed and then stays the same.

    It asks for the state 40 times a second, which takes a thousandth of a core a file. The system's own notifications
    are cheaper, but they do not work on network drives, where schools keep their files.
    """

    def __init__(self, state: Callable[[], ContentState], on_change: Callable[[ContentState], None]) -> None:
        super().__init__(name="watching the content", daemon=True)
        self._state = state
        self._on_change = on_change
        self._stopped = threading.Event()

    @override
    def run(self) -> None:
        reported = before = self._state()
        unchanged = 0
        while not self._stopped.wait(_INTERVAL):
            now = self._state()
            unchanged = unchanged + 1 if now == before else 0
            before = now
            if now != reported and unchanged >= (1 if all(each and each[1] for each in now) else _GRACE_CHECKS):
                reported = now
                self._on_change(now)

    def stop(self) -> None:
        """End the thread after its current check."""
        self._stopped.set()
