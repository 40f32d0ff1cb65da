"""What a file sounds like: laws for who hears it read aloud, which no validator knows.

Every check takes a tagged file and yields what is wrong with it; `HEARING` names them all.
"""

import re
from itertools import groupby, pairwise

from studypack.model.dates.english import spoken_ranges
from tests.pdf.elements import Element, Held, Piece
from tests.pdf.tagged import Finding
from tests.transcript import transcript

_TO = ("to", "à", "bis", "a")
"""What is heard for the dash of a range, by language."""
_HEADING = re.compile(r"H[1-6]")
_INLINE = frozenset({"Span", "Link", "Reference", "Quote", "Code", "Formula"})
_BY_EYE = re.compile(
    r"\b((in|words in) bold|(right|left)-hand|underlin\w+|dashed lines?|(above|below) the line|"
    r"filled and rounded|open and square|in colour|hatched)\b",
    re.IGNORECASE,
)
"""What of the program's own words only the eye can follow."""
_MONTH = "Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec"
_PRINTED_DATE = re.compile(rf"(c\.\s)?\d{{3,4}}[–/]\d\d?|c\.\s.+|(\d\d?\s)?({_MONTH})(\s\d+)?([ –]+.+)?")
_LONGEST_PICTURE = 160
"""Characters: a picture says what it is, and how much follows; the list after it says the rest."""
_LONGEST_FIELD = 120


def sections_open_with_a_heading(tagged):
    """So that one can jump to each, and is told what follows."""
    for element in tagged.root.every():
        if element.kind == "Sect":
            first = next((holder for holder, _ in _claims(element)), None)
            if first is not None and not any(_HEADING.fullmatch(each.kind) for each in _up_to(first, element)):
                yield Finding("hearing", f"it opens with a {first.kind}", element=element.path)


def words_do_not_run_together(tagged):
    """What stands apart on paper, and nothing else parts, is heard as one word: "debtsor seized"."""
    for block in tagged.root.every():
        if block.kind not in _INLINE and block.kind not in ("Figure", "Form"):
            for one, two in pairwise(_parts(block, tagged)):
                # What an author has typed as one word may be cut over lines.
                is_whole = one.owner is two.owner
                if one.said[-1:].isalnum() and two.said[:1].isalnum() and not is_whole and not _adjoin(one, two):
                    words = f"{one.said[-20:]!r} and {two.said[:20]!r} are heard as one word"
                    yield Finding("hearing", words, element=block.path)


def nothing_is_said_twice(tagged):
    """A line that is the one before it; a drawing of ours that says what its list says."""
    for one, two in pairwise(line.strip() for line in transcript(tagged)):
        if one == two and not one.startswith(("cell: ", "header: ", "(edit", "(tick", "•  (", "• (")):
            yield Finding("hearing", f"{one!r} is said twice")
    for element in tagged.root.every():
        shown = [tagged.sequences.get((piece.page, piece.number)) for piece in element.pieces]
        is_ours = element.kind == "Figure" and not any(each.images for each in shown if each)
        if is_ours and len(element.text("/Alt") or "") > _LONGEST_PICTURE:
            yield Finding("hearing", f"it says {element.text('/Alt')[:60]!r}… and goes on", element=element.path)


def nothing_is_told_to_the_eye_alone(tagged):
    for line in transcript(tagged):
        if found := _BY_EYE.search(line):
            yield Finding("hearing", f"{found[0]!r} is of no use by ear: {line.strip()!r}")


def dates_are_spoken(tagged):
    """In English: a date is a text by itself, or opens a line before a colon. Elsewhere an author's years are as typed."""
    if not str(tagged.pdf.Root.get("/Lang", "")).startswith("en"):
        return
    lines = [part.partition(":")[0] for line in transcript(tagged) for part in line.strip("• ").split(" | ")]
    for said in (*lines, *_heard_as_printed(tagged.root, tagged)):
        if found := _PRINTED_DATE.fullmatch(said.strip(" .,")):
            yield Finding("hearing", f"{found[0]!r} is not how a date is said")


def _heard_as_printed(element, tagged):
    """Each text in the place of which nothing else is said; not of cells, some of which hold an author's years alone."""
    if element.kind != "TD" and element.text("/ActualText") is None and element.text("/Alt") is None:
        for part in element.parts:
            if isinstance(part, Piece):
                shown = tagged.sequences.get((part.page, part.number))
                yield shown.text if shown else ""
            elif isinstance(part, Element):
                yield from _heard_as_printed(part, tagged)


def fields_say_enough_and_not_too_much(tagged):
    for page, each in enumerate(tagged.pdf.pages):
        for annotation in each.obj.get("/Annots", ()):
            if annotation.Subtype == "/Widget":
                name = str(annotation.get("/TU", ""))
                if not 0 < len(name) <= _LONGEST_FIELD:
                    yield Finding("hearing", f"a field is called {name!r}", page)


HEARING = (
    sections_open_with_a_heading,
    words_do_not_run_together,
    nothing_is_said_twice,
    nothing_is_told_to_the_eye_alone,
    dates_are_spoken,
    fields_say_enough_and_not_too_much,
)


class _Part:
    """What is said at one go, and where it stands."""

    def __init__(self, said, lines, page, owner=None):
        self.said, self.lines, self.page, self.owner = said, lines, page, owner


def _claims(element):
    for part in element.parts:
        if isinstance(part, Piece):
            yield element, part
        elif isinstance(part, Element):
            yield from _claims(part)


def _up_to(element, top):
    while element is not top:
        yield element
        element = element.parent


def _parts(block, tagged):
    """What is said in a block without a pause, part by part; a block, a label or a field between is a pause."""
    for pause, parts in groupby(_inside(block, tagged), key=lambda part: part is None):
        if not pause:
            yield from (part for part in parts if part.said)
            yield _Part("", [], -1)


def _inside(element, tagged):
    for part in element.parts:
        if isinstance(part, Piece):
            if shown := tagged.sequences.get((part.page, part.number)):
                yield _Part(shown.text if shown.said is None else shown.said, shown.lines, part.page, element)
        elif isinstance(part, Held):
            yield None
        elif part.kind in _INLINE:
            instead = part.text("/ActualText")
            if instead is None:
                yield from _inside(part, tagged)
            else:
                pieces = list(part.all_pieces())
                shown = [tagged.sequences.get((piece.page, piece.number)) for piece in pieces]
                lines = [line for each in shown if each for line in each.lines]
                shown = "".join(tagged.sequences[piece.page, piece.number].text for piece in pieces)
                # A range of years in an author's text is a part of that text.
                owner = element if any(spoken_ranges(shown, to) == instead for to in _TO) else part
                yield _Part(instead, lines, pieces[-1].page if pieces else -1, owner)
        else:
            yield None


def _adjoin(one, two):
    """Whether the second goes on where the first ends, as a part of one word does in another style."""
    if not one.lines or not two.lines or one.page != two.page:
        return False
    (_, right, baseline), (left, _, other) = one.lines[-1], two.lines[0]
    return abs(left - right) < 2 and abs(baseline - other) < 5
