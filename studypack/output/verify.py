"""Verify: compare the files in a folder with what a build would write now, byte for byte. Writes nothing."""

import hashlib
import zlib
from calendar import timegm
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from importlib.metadata import version
from itertools import count
from pathlib import Path

from studypack.base.errors import Problem
from studypack.base.record import record
from studypack.model.options import Flags
from studypack.output.build import render_contents, stale_key_warnings
from studypack.output.filenames import FileNames

_DEFAULT_DATE = "D:20000101000000"
"""Begins the date of a file that was built without SOURCE_DATE_EPOCH."""
_CHANGED = (
    "its content or an option has changed since: build it anew, or verify with the options that it was built with"
)


@record
class Comparison:
    """A file that was compared."""

    path: Path
    sha256: str
    """The hash of what would be built now, in hexadecimal digits."""
    problem: Problem | None
    """How the file in the folder differs; None if it is the same bytes."""


@record
class _PdfSummary:
    """The properties of a PDF that are compared."""

    creator: str
    date: str
    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page, in points."""
    words: tuple[str, ...]
    """The text of each page."""


def verify(
    contents: Iterable[Path], out: Path, flags: Flags, warn: Callable[[Problem], None], also: Sequence[Path] = ()
) -> Iterator[Comparison]:
    """Compare what `build` would write with what is there, and yield each comparison.

    Calls `warn` and raises as `render_contents` does.
    """
    names = FileNames(out)
    files = render_contents(contents, names, flags, warn, also)
    for rendered in files:
        path = names.folder / rendered.name
        yield Comparison(path, hashlib.sha256(rendered.data).hexdigest(), _problem(path, rendered.data))
    for old in stale_key_warnings(names, files):
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
    differences = list(_differences(found, made))
    says = "; ".join(difference for difference, _ in differences)
    return Problem(
        f"{path} is not what would be built now: {says}", "; ".join(dict.fromkeys(way for _, way in differences))
    )


def _differences(found: bytes, made: bytes) -> Iterator[tuple[str, str]]:
    """Yield each difference in words, with a hint."""
    # PDFium opens a truncated file, too, as far as it can.
    then, now = _summary(found) if found.rstrip().endswith(b"%%EOF") else None, _summary(made)
    if then is None or now is None:
        yield "it is damaged, or no PDF at all", "build it anew"
        return
    if then.creator != now.creator:
        yield f"it was made by {then.creator or 'another program'}", f"this is {now.creator}: build it anew"
    if then.date != now.date:
        yield "it has another date", _date_hint(then.date)
    if then.sizes == now.sizes and then.words == now.words:
        if (then.creator, then.date) == (now.creator, now.date):
            yield "the words and pages are the same, their looks are not", _appearance_hint()
        return
    yield _page_difference(then, now), _CHANGED


def _summary(data: bytes) -> _PdfSummary | None:
    """Return the summary of a PDF; None if PDFium cannot open it."""
    import pypdfium2  # noqa: PLC0415  (slow to import, and only needed if a file differs)

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            told = pdf.get_metadata_dict()
            sizes = tuple(page.get_size() for page in pdf)
            words = tuple(page.get_textpage().get_text_bounded() for page in pdf)
    except pypdfium2.PdfiumError:
        return None
    return _PdfSummary(told.get("Creator", ""), told.get("CreationDate", ""), sizes, words)


def _date_hint(date: str) -> str:
    """Return how to build a file with this date."""
    if date.startswith(_DEFAULT_DATE):
        return "it was built without SOURCE_DATE_EPOCH: unset it"
    try:
        seconds = timegm(datetime.strptime(date[:16], "D:%Y%m%d%H%M%S").timetuple())
    except ValueError:
        return "build it anew"
    return f"it was built with SOURCE_DATE_EPOCH={seconds}: set that, or build it anew"


def _appearance_hint() -> str:
    libraries = f"ReportLab {version('reportlab')} and zlib {zlib.ZLIB_RUNTIME_VERSION}"
    others = "it was built with other options (--grey, --eco), other pictures, or other libraries than"
    return f"{others} {libraries}: build it anew"


def _page_difference(then: _PdfSummary, now: _PdfSummary) -> str:
    if len(then.sizes) != len(now.sizes):
        return f"it has {len(then.sizes)} pages, not {len(now.sizes)}"
    if then.sizes != now.sizes:
        return "its pages are of another size"
    pages = zip(count(1), then.words, now.words, strict=False)
    first = next(number for number, before, after in pages if before != after)
    return f"page {first} is the first with other words"
