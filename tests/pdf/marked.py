"""A page's content stream as a reader takes it: marked-content sequences, what each shows and how far it reaches."""

import re
from dataclasses import dataclass, field

import pikepdf

_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI"}
_SHOWS = {"Tj", "TJ", "'", '"'}


@dataclass
class Sequence:
    """What stands between a BDC or BMC and its EMC; `None` of a page is what stands in no sequence at all."""

    name: str
    number: int | None
    """Its MCID."""
    typed: bool
    """An artifact that says which kind of furniture it is."""
    said: str | None = None
    """Its ActualText."""
    text: str = ""
    paints: bool = False
    points: list[tuple[float, float]] = field(default_factory=list)
    """Where its text begins and ends, and the corners of what is drawn: points from the page's bottom-left corner."""
    images: int = 0
    """How many times it paints an image."""
    lines: list[tuple[float, float, float]] = field(default_factory=list)
    """Of its text, piece by piece: left end, right end and baseline."""

    @property
    def is_artifact(self):
        return self.name == "Artifact"

    @property
    def extent(self):
        across, up = zip(*self.points, strict=True)
        return min(across), min(up), max(across), max(up)


@dataclass
class MarkedPage:
    """One page's sequences, and what is wrong with their nesting."""

    sequences: list[Sequence]
    loose: Sequence
    """What is in no sequence."""
    faults: list[str]


class _Font:
    """Codes of one byte to text and widths, as the file itself has them."""

    def __init__(self, own):
        self.widths = [float(width) for width in own.get("/Widths", [])]
        self.first = int(own.get("/FirstChar", 0))
        self.text = to_unicode(own.ToUnicode.read_bytes()) if "/ToUnicode" in own else {}

    def read(self, codes):
        return "".join(self.text.get(code, "\N{REPLACEMENT CHARACTER}") for code in codes)

    def width(self, codes):
        """In thousandths of the type size."""
        at = [code - self.first for code in codes]
        return sum(self.widths[place] for place in at if 0 <= place < len(self.widths))


def to_unicode(cmap):
    """What a ToUnicode map of single bytes makes of each code: bfchar lines alone, as ReportLab writes them."""
    found = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, text in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    assert b"beginbfrange" not in cmap, "this reader knows no ranges"
    return found


class _Reader:
    """Runs through one page's operators."""

    def __init__(self, page, fonts):
        self.page, self.fonts = page, fonts
        self.loose = Sequence("", None, False)
        self.open, self.made, self.faults = [], [], []
        self.at, self.size, self.font, self.matrix = (0.0, 0.0), 0.0, None, (1, 0, 0, 1, 0, 0)
        self.wide = 1.0  # the horizontal scaling of text (9.3.4)
        self.kept = []

    def run(self):
        for operands, operator in pikepdf.parse_content_stream(self.page):
            self.step(str(operator), operands)
        if self.open:
            self.faults.append(f"{len(self.open)} sequences are never closed")
        return MarkedPage(self.made, self.loose, self.faults)

    @property
    def current(self):
        """The sequence that content belongs to: the innermost one with a number or of an artifact."""
        return next((each for each in reversed(self.open) if each.number is not None or each.is_artifact), self.loose)

    def step(self, operator, operands):
        if operator in ("BDC", "BMC"):
            self.begin(operands)
        elif operator == "EMC":
            if self.open:
                self.open.pop()
            else:
                self.faults.append("an EMC closes nothing")
        elif operator in _SHOWS:
            self.show(operands[-1])
        elif operator in _PAINTS:
            self.current.paints = True
            if operator == "Do":  # an image fills the unit square (ISO 32000-1, 8.9.5.1)
                self.current.images += 1
                self.current.points += [self._placed(0, 0), self._placed(1, 1)]
        elif operator in ("m", "l", "c", "v", "y", "re"):
            self.path(operator, [float(each) for each in operands])
        else:
            self.state(operator, operands)

    def state(self, operator, operands):
        if operator == "BT":
            self.at = (0.0, 0.0)
        elif operator == "Td":
            self.at = (self.at[0] + float(operands[0]), self.at[1] + float(operands[1]))
        elif operator == "Tf":
            self.font, self.size = self.fonts[str(operands[0])], float(operands[1])
        elif operator == "Tz":
            self.wide = float(operands[0]) / 100
        elif operator == "q":
            self.kept.append(self.matrix)
        elif operator == "Q":
            self.matrix = self.kept.pop()
        elif operator == "cm":
            self.matrix = _times([float(each) for each in operands], self.matrix)

    def begin(self, operands):
        more = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
        number = int(more["/MCID"]) if "/MCID" in more else None
        said = str(more["/ActualText"]) if "/ActualText" in more else None
        made = Sequence(str(operands[0])[1:], number, "/Type" in more, said)
        outer = [each for each in self.open if each.number is not None or each.is_artifact]
        if outer and (number is not None or made.is_artifact):
            self.faults.append(f"a sequence {_called(made)} stands inside {_called(outer[-1])}")
        self.open.append(made)
        self.made.append(made)

    def show(self, shown):
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        into = self.current
        into.text += self.font.read(codes)
        end = self.at[0] + self.font.width(codes) * self.size / 1000 * self.wide
        (left, baseline), (right, _) = self._placed(*self.at), self._placed(end, self.at[1])
        into.points += [(left, baseline), (right, baseline)]
        into.lines.append((left, right, baseline))
        self.at = (end, self.at[1])

    def path(self, operator, numbers):
        if operator == "re":
            x, y, width, height = numbers
            numbers = [x, y, x + width, y + height]
        # Of a curve, its end: what bulges beyond is too little to matter here.
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        self.current.points += [self._placed(*pair) for pair in (pairs if operator == "re" else pairs[-1:])]

    def _placed(self, x, y):
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f


def _called(sequence):
    return f"{sequence.name} {'' if sequence.number is None else sequence.number}".strip()


def _times(one, two):
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def marked_pages(pdf):
    """Every page's marked content, in order."""
    fonts = {}

    def font(own):
        if own.objgen not in fonts:
            fonts[own.objgen] = _Font(own)
        return fonts[own.objgen]

    made = []
    for page in pdf.pages:
        named = page.obj.get("/Resources", {}).get("/Font", {})
        made.append(_Reader(page, {name: font(named[name]) for name in named.keys()}).run())  # noqa: SIM118
    return made
