"""Whether the files in a folder are what would be built now, byte for byte; nothing is written."""

import hashlib
import zlib
from calendar import timegm
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from itertools import count
from pathlib import Path

from studypack.base.errors import Problem
from studypack.model.options import Flags
from studypack.output.build import batch, left_from_before
from studypack.output.filenames import FileNames

_UNDATED = "D:20000101000000"
"""How the date begins in a file that was built without SOURCE_DATE_EPOCH."""
_CHANGED = (
    "its content or an option has changed since: build it anew, or verify with the options that it was built with"
)


@dataclass(frozen=True, slots=True)
class Verified:
    """A file that was compared."""

    path: Path
    sha256: str
    """Of what would be built now, in hexadecimal digits."""
    problem: Problem | None
    """How the file in the folder differs from that; None where it is the same bytes."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a PDF says of itself, and what a reader sees."""

    creator: str
    date: str
    sizes: tuple[tuple[float, float], ...]
    """Of its pages, in points."""
    words: tuple[str, ...]
    """Page by page."""


def verify(contents: Iterable[Path], out: Path, flags: Flags, warn: Callable[[Problem], None]) -> Iterator[Verified]:
    """Compare what `build` would write with what is there.

    `warn` is told of what it would warn of. Raises ContentError or ChoiceError as `build` does.
    """
    names = FileNames(out)
    files = batch(contents, names, flags, warn)
    for rendered in files:
        path = names.folder / rendered.name
        yield Verified(path, hashlib.sha256(rendered.data).hexdigest(), _problem(path, rendered.data))
    for old in left_from_before(names, files):
        warn(old)


def _problem(path: Path, made: bytes) -> Problem | None:
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return Problem(f"{path} is not there", "build it first, without --verify, or name its folder: --out")
    except OSError as error:
        return Problem(f"cannot read {path}: {(error.strerror or type(error).__name__).lower()}", "build it elsewhere")
    if found == made:
        return None
    clues = list(_clues(found, made))
    says = "; ".join(clue for clue, _ in clues)
    return Problem(f"{path} is not what would be built now: {says}", "; ".join(dict.fromkeys(way for _, way in clues)))


def _clues(found: bytes, made: bytes) -> Iterator[tuple[str, str]]:
    """What is different, and what may be done about it."""
    # PDFium mends what it can of a file that was cut short.
    then, now = _facts(found) if found.rstrip().endswith(b"%%EOF") else None, _facts(made)
    if then is None or now is None:
        yield "it is damaged, or no PDF at all", "build it anew"
        return
    if then.creator != now.creator:
        yield f"it was made by {then.creator or 'another program'}", f"this is {now.creator}: build it anew"
    if then.date != now.date:
        yield "it has another date", _way_to(then.date)
    if then.sizes == now.sizes and then.words == now.words:
        if (then.creator, then.date) == (now.creator, now.date):
            yield "the words and pages are the same, their looks are not", _other_looks()
        return
    yield _other_pages(then, now), _CHANGED


def _facts(data: bytes) -> _Facts | None:
    """None where PDFium cannot open it."""
    import pypdfium2  # noqa: PLC0415  (only those wait for it whose files differ)

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            told = pdf.get_metadata_dict()
            sizes = tuple(page.get_size() for page in pdf)
            words = tuple(page.get_textpage().get_text_bounded() for page in pdf)
    except pypdfium2.PdfiumError:
        return None
    return _Facts(told.get("Creator", ""), told.get("CreationDate", ""), sizes, words)


def _way_to(date: str) -> str:
    """How to build a file of that date."""
    if date.startswith(_UNDATED):
        return "it was built without SOURCE_DATE_EPOCH: unset it"
    try:
        seconds = timegm(datetime.strptime(date[:16], "D:%Y%m%d%H%M%S").timetuple())
    except ValueError:
        return "build it anew"
    return f"it was built with SOURCE_DATE_EPOCH={seconds}: set that, or build it anew"


def _other_looks() -> str:
    libraries = f"ReportLab {version('reportlab')} and zlib {zlib.ZLIB_RUNTIME_VERSION}"
    return f"it was built with other options (--grey, --eco), or with other libraries than {libraries}: build it anew"


def _other_pages(then: _Facts, now: _Facts) -> str:
    if len(then.sizes) != len(now.sizes):
        return f"it has {len(then.sizes)} pages, not {len(now.sizes)}"
    if then.sizes != now.sizes:
        return "its pages are of another size"
    pages = zip(count(1), then.words, now.words, strict=False)
    first = next(number for number, before, after in pages if before != after)
    return f"page {first} is the first with other words"
