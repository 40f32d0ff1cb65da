"""The preview's renderer: proofs of contents and of posted texts, and images of their pages, in caches."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from io import BytesIO
from threading import Lock
from typing import Generic, TypeVar

from studypack.model.letters import slug
from studypack.model.options import Flags
from studypack.preview.controls import pages_left_out
from studypack.preview.proof import Proof, find_page, make_proof
from studypack.preview.query import Asked
from studypack.preview.rasterize import page_image
from studypack.preview.shelf import Shelf
from studypack.preview.watcher import ContentCache, ContentState
from studypack.reading.doubt_comments import DoubtComment

Key = TypeVar("Key")
Value = TypeVar("Value")


class LruCache(Generic[Key, Value]):
    """A thread-safe least-recently-used cache with a limit on the total size. The newest value is always kept."""

    def __init__(self, limit: int, size: Callable[[Value], int]) -> None:
        self._limit = limit
        self._size_of = size
        self._entries: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """Return the value of a key, or None."""
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
            return self._entries.get(key)

    def put(self, key: Key, value: Value) -> Value:
        """Add a value, evict the oldest ones while the total size is above the limit, and return the value."""
        with self._lock:
            self._entries[key] = value
            self._entries.move_to_end(key)
            while len(self._entries) > 1 and self.size > self._limit:
                self._entries.popitem(last=False)
        return value

    @property
    def size(self) -> int:
        """The total size of all values."""
        return sum(map(self._size_of, self._entries.values()))

    def __iter__(self) -> Iterator[Value]:
        """Iterate over the values, the most recently used first."""
        with self._lock:
            return iter(list(reversed(self._entries.values())))


WIDTHS = (240, 480, 800, 1200, 1600, 2400)
"""The widths of page images, in pixels: from a thumbnail to the width of a high-resolution screen."""
_PROOF_CACHE_BYTES = 32 * 2**20
_PICTURE_CACHE_BYTES = 48 * 2**20
_TEXT_CACHE_BYTES = 8 * 2**20
"""The limits of the caches, in bytes."""
_JPEG_QUALITY = 95
"""At this quality and without chroma subsampling, JPEG looks like PNG and is encoded six times as fast."""


class TextGoneError(LookupError):
    """A posted text that is no longer kept."""


class PreviewRenderer:
    """Renders proofs and page images of the contents of a folder, and of texts that are to become some.

    ReportLab and PDFium are not thread-safe. The caller must see to it that only one call of `proof` or `left_out` runs
    at a time, and only one call of `page_jpeg`.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._files: dict[str, ContentCache] = {}
        if shelf.shown:
            self._file(shelf.shown)
        self._texts: LruCache[str, bytes] = LruCache(_TEXT_CACHE_BYTES, len)
        self._posted: LruCache[tuple[str, str], ContentCache] = LruCache(32, lambda _: 1)
        self._proofs: LruCache[tuple[str, str, ContentState, Flags], Proof] = LruCache(
            _PROOF_CACHE_BYTES, lambda proof: proof.size
        )
        self._pictures: LruCache[tuple[str, int], bytes] = LruCache(_PICTURE_CACHE_BYTES, len)

    def post(self, text: bytes) -> str:
        """Keep a text, and return the name by which it can be asked for: a hash."""
        name = hashlib.sha256(text).hexdigest()[:24]
        self._texts.put(name, text)
        return name

    def states(self) -> dict[str, ContentState]:
        """Return the state of each content file that was asked for so far, by its name, and of the one shown first."""
        return {name: content.state() for name, content in list(self._files.items())}

    def state(self, name: str) -> ContentState:
        """Return the state of a content file. Raises ChoiceError if the name is none of a content."""
        return self._file(name).state()

    def proof(self, asked: Asked) -> Proof:
        """Return the proof of a content as it is now, or of a text in its place.

        Raises ContentError, ChoiceError, or TextGoneError.
        """
        state, loaded = self._content(asked).read()
        key = (asked.content, asked.text, state, asked.flags)
        name = slug(self._shelf.path(asked.content).stem)
        return self._proofs.get(key) or self._proofs.put(key, make_proof(loaded, asked.flags, name))

    def doubts(self, asked: Asked) -> list[DoubtComment]:
        """Return the doubts in a content, whether it can be read or not. Raises TextGoneError."""
        return self._content(asked).doubts()

    def left_out(self, asked: Asked) -> dict[str, int]:
        """Return how many pages each section that is not in the pack would take. Raises as `proof` does."""
        return pages_left_out(self._content(asked).read()[1].pack, asked.flags)

    def _file(self, name: str) -> ContentCache:
        if name not in self._files:
            self._files[name] = ContentCache(self._shelf.path(name), also=self._shelf.also(name))
        return self._files[name]

    def _content(self, asked: Asked) -> ContentCache:
        if not asked.text:
            return self._file(asked.content)
        text = self._texts.get(asked.text)
        if text is None:
            raise TextGoneError(asked.text)
        key = (asked.content, asked.text)
        made = ContentCache(self._shelf.path(asked.content), text, self._shelf.also(asked.content))
        return self._posted.get(key) or self._posted.put(key, made)

    def page_jpeg(self, page_id: str, width: int) -> bytes | None:
        """Return the image of a page as JPEG; None if no cached proof has the page.

        `page_id` is its fingerprint, `width` in pixels.
        """
        cached = self._pictures.get((page_id, width))
        if cached is not None:
            return cached
        found = find_page(list(self._proofs), page_id)
        return self._pictures.put((page_id, width), _jpeg(*found, width)) if found else None


def _jpeg(data: bytes, index: int, width: int) -> bytes:
    buffer = BytesIO()
    page_image(data, index, width).save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return buffer.getvalue()
