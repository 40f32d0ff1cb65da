"""The preview's renderer: proofs of one content file and images of their pages, in two caches."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from studypack.model.letters import slug
from studypack.model.options import Flags
from studypack.preview.controls import pages_left_out
from studypack.preview.proof import Proof, find_page, make_proof
from studypack.preview.rasterize import page_image
from studypack.preview.watcher import ContentCache, ContentState

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
"""The limits of the caches, in bytes."""
_JPEG_QUALITY = 95
"""At this quality and without chroma subsampling, JPEG looks like PNG and is encoded six times as fast."""


class PreviewRenderer:
    """Renders proofs and page images of one content file.

    ReportLab and PDFium are not thread-safe. The caller must see to it that only one call of `proof` or `left_out` runs
    at a time, and only one call of `page_jpeg`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._content = ContentCache(path)
        self.content_state = self._content.state
        self._proofs: LruCache[tuple[ContentState, Flags], Proof] = LruCache(
            _PROOF_CACHE_BYTES, lambda proof: proof.size
        )
        self._pictures: LruCache[tuple[str, int], bytes] = LruCache(_PICTURE_CACHE_BYTES, len)

    def proof(self, flags: Flags) -> Proof:
        """Return the proof of the current content with these flags. Raises ContentError or ChoiceError."""
        state, loaded = self._content.read()
        cached = self._proofs.get((state, flags))
        return cached or self._proofs.put((state, flags), make_proof(loaded, flags, slug(self.path.stem)))

    def left_out(self, flags: Flags) -> dict[str, int]:
        """Return how many pages each section that is not in the pack would take. Raises as `proof` does."""
        return pages_left_out(self._content.read()[1].pack, flags)

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
