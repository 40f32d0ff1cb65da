"""The press: proofs and pictures of one content, made one at a time, the last of them kept."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from studypack.model.letters import slug
from studypack.model.options import Flags
from studypack.preview.controls import pages_left_out
from studypack.preview.pictures import picture
from studypack.preview.proof import Proof, page_in, proof_of
from studypack.preview.source import Source, State

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Values by key; what was not asked for longest goes first. The newest always stays, however heavy."""

    def __init__(self, limit: int, weight: Callable[[Value], int]) -> None:
        self._limit = limit
        self._weight = weight
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """The value of a key, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Key, value: Value) -> Value:
        """Take a value in, let go of what is too much, and give the value back."""
        with self._lock:
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > 1 and self.weight > self._limit:
                self._kept.popitem(last=False)
        return value

    @property
    def weight(self) -> int:
        """Of all that is kept."""
        return sum(map(self._weight, self._kept.values()))

    def __iter__(self) -> Iterator[Value]:
        """The values, newest first."""
        with self._lock:
            return iter(list(reversed(self._kept.values())))


WIDTHS = (240, 480, 800, 1200, 1600, 2400)
"""The widths of pictures, in pixels: from a thumbnail to a page as wide as a sharp screen."""
_MOST_PROOFS = 32 * 2**20
_MOST_PICTURES = 48 * 2**20
"""In bytes."""
_QUALITY = 95
"""JPEG at this quality, its colours at full resolution, looks as PNG does, and is made six times as fast."""


class Press:
    """Sets and draws one thing at a time: neither ReportLab's state nor PDFium is made for threads.

    `proof` and `left_out` are never to run beside themselves or each other, nor `picture` beside itself.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._source = Source(path)
        self._proofs: Recent[tuple[State | None, Flags], Proof] = Recent(_MOST_PROOFS, lambda proof: proof.weight)
        self._pictures: Recent[tuple[str, int], bytes] = Recent(_MOST_PICTURES, len)

    def proof(self, flags: Flags) -> Proof:
        """The content as it stands, with these flags. Raises ContentError or ChoiceError."""
        state, loaded = self._source.read()
        kept = self._proofs.get((state, flags))
        return kept or self._proofs.keep((state, flags), proof_of(loaded, flags, slug(self.path.stem)))

    def left_out(self, flags: Flags) -> dict[str, int]:
        """How many pages the sections would take that are not in the pack. Raises as `proof` does."""
        return pages_left_out(self._source.read()[1].pack, flags)

    def picture(self, page_id: str, width: int) -> bytes | None:
        """A page as JPEG; None where no proof that is still kept has it."""
        kept = self._pictures.get((page_id, width))
        if kept is not None:
            return kept
        found = page_in(list(self._proofs), page_id)
        return self._pictures.keep((page_id, width), _drawn(*found, width)) if found else None


def _drawn(data: bytes, index: int, width: int) -> bytes:
    buffer = BytesIO()
    picture(data, index, width).save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    return buffer.getvalue()
