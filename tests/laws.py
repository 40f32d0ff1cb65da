"""The laws of placed items, which hold on every page of every pack.

Each function raises AssertionError naming the page and the culprit, and returns how much it looked at, so that a
test can see that the law was not kept by looking at nothing.
"""

from collections.abc import Iterator
from itertools import pairwise

from studypack.layout.document import Document
from studypack.layout.extent import extent
from studypack.layout.field import Field, Filling
from studypack.layout.joints import SOFT_HYPHEN
from studypack.layout.page import Item, Link, Outline, Page, Rule, TextRun
from studypack.layout.style import WHITE
from studypack.layout.tag import Tag

_ROUNDING = 0.6
"""Points: half the thickness of a rule, and arithmetic."""
_BINDING_EDGE = 28.4
"""Points: the 10 mm within which a mark to set the punch by may stand."""


def is_furniture(page: Page, item: Item) -> bool:
    """Heads and folios, and the rule under them: no element's, and wholly above or below the text area.

    And the rights, which are of no section, and grow up into the text area where it is free.
    """
    _, bottom, _, top = extent(item)
    if isinstance(item.tag, Tag):
        top = item.tag
        while top.parent is not None and top.parent.kind != "Document":
            top = top.parent
        return top.kind == "P"
    return bottom >= page.frame.top - _ROUNDING or top <= page.frame.bottom + _ROUNDING


def is_punch_mark(page: Page, item: Item) -> bool:
    """The one thing in a side margin: a tick on the binding edge, half-way up the sheet."""
    if not isinstance(item, Rule) or item.tag is not None or not item.y0 == item.y1 == page.height / 2:
        return False
    near, far = sorted((item.x0, item.x1) if page.recto else (page.width - item.x0, page.width - item.x1))
    return near >= 0 and far <= _BINDING_EDGE


def nothing_leaves_the_frame(document: Document) -> int:
    count = 0
    for page in document.pages:
        for item in page.items:
            if is_punch_mark(page, item):
                continue
            left, bottom, right, top = extent(item)
            frame = page.frame
            assert left >= frame.left - _ROUNDING, f"page {page.number}: {item} starts left of the frame"
            assert right <= frame.right + _ROUNDING, f"page {page.number}: {item} ends right of the frame"
            if is_furniture(page, item):
                assert bottom >= 0, f"page {page.number}: {item} leaves the sheet"
                assert top <= page.height, f"page {page.number}: {item} leaves the sheet"
            elif not isinstance(item, Link):
                assert bottom >= frame.bottom - _ROUNDING, f"page {page.number}: {item} runs off the foot"
                assert top <= frame.top + _ROUNDING, f"page {page.number}: {item} rises above the head"
            count += 1
    return count


def no_text_touches_text(document: Document) -> int:
    count = 0
    for page in document.pages:
        seen = (
            item for item in page.items if isinstance(item, Outline) or (isinstance(item, TextRun) and not item.hidden)
        )
        runs = sorted(seen, key=lambda run: run.box[1])
        for number, run in enumerate(runs):
            left, _, right, top = run.box
            for other in runs[number + 1 :]:
                other_left, other_bottom, other_right, _ = other.box
                if other_bottom >= top - 0.05:
                    break
                overlap = min(right, other_right) - max(left, other_left)
                assert overlap < _ROUNDING, f"page {page.number}: {run} and {other} overlap"
            count += 1
    return count


def no_field_touches_anything(document: Document) -> int:
    """Fields to fill in lie neither over each other nor over what is printed."""
    count = 0
    for page in document.pages:
        fields = [item for item in page.items if isinstance(item, Field)]
        others = [item for item in page.items if isinstance(item, TextRun)]
        for number, field in enumerate(fields):
            for other in [*fields[number + 1 :], *others]:
                assert not _meet(field, other), f"page {page.number}: {field.name!r} lies over {other}"
        count += len(fields) + len(others)
    return count


def _meet(one: Item, other: Item) -> bool:
    left, bottom, right, top = extent(one)
    other_left, other_bottom, other_right, other_top = extent(other)
    across = min(right, other_right) - max(left, other_left)
    return across >= _ROUNDING and min(top, other_top) - max(bottom, other_bottom) >= _ROUNDING


def no_type_is_too_small(document: Document) -> int:
    runs = list(text_runs(document))
    for page, run in runs:
        assert run.size >= document.smallest, f"page {page.number}: {run.text!r} at {run.size} pt"
    for page in document.pages:
        for item in page.items:
            if isinstance(item, Field) and item.filling is not Filling.TICKED:
                assert item.size >= document.smallest, f"page {page.number}: {item.name!r} is typed at {item.size} pt"
    return len(runs)


def every_character_has_a_glyph(document: Document) -> int:
    runs = list(text_runs(document))
    for page, run in runs:
        for character in run.text:
            assert run.face.covers(character), f"page {page.number}: {character!r} in {run.face}"
    return len(runs)


def every_text_belongs_somewhere(document: Document) -> int:
    """Text is of an element of the document, or said to be the page's own."""
    tags = {id(tag) for tag in every_tag(document.root)}
    count = 0
    for page, run in text_runs(document):
        assert run.tag is not None, f"page {page.number}: {run.text!r} belongs to nothing"
        if isinstance(run.tag, Tag):
            assert id(run.tag) in tags, f"page {page.number}: {run.text!r} has a tag outside the document"
            count += 1
    return count


def every_link_has_a_name(document: Document) -> int:
    links = [item for page in document.pages for item in page.items if isinstance(item, Link)]
    for link in links:
        assert link.description.strip(), f"a link to {link.target} says nothing"
    return len(links)


def no_page_is_empty(document: Document) -> int:
    """A blank page may only be the back of a leaf, so that the next sheet starts on a recto."""
    for page in document.pages:
        assert page.items or not page.recto, f"page {page.number} is blank"
    return len(document.pages)


LAWS = (
    nothing_leaves_the_frame,
    no_text_touches_text,
    no_field_touches_anything,
    no_type_is_too_small,
    every_character_has_a_glyph,
    every_text_belongs_somewhere,
    every_link_has_a_name,
    no_page_is_empty,
)


def keeps_the_laws(document: Document, *, but: tuple = ()) -> dict[str, int]:
    """Holds a document to every law `but` some; how much each law looked at, which is something where all have it."""
    looked_at = {law.__name__: law(document) for law in LAWS if law not in but}
    assert min(count for name, count in looked_at.items() if name != every_link_has_a_name.__name__) > 0, looked_at
    return looked_at


def texts_apart_are_two_words(document: Document) -> int:
    """Two texts of one element that stand apart on the page have a blank between them for who copies or hears them.

    Not a law of documents with words that are cut because no line has room for them.
    """
    placed: dict[int, list[tuple[tuple[int, int], TextRun]]] = {}
    for page in document.pages:
        for place, item in enumerate(page.items):
            if isinstance(item, TextRun):
                placed.setdefault(id(item.tag), []).append(((page.number, place), item))
    count = 0
    for line in _read_together(document.root, placed):
        for ((page, _), one), ((other_page, _), two) in pairwise(line):
            count += 1
            if isinstance(one.tag, Tag) and one.tag.said and one.tag is two.tag:
                continue
            before, after = _heard(one), _heard(two)
            raised = max(5, one.size / 2)  # 1er: its letters stand over the line, and are of the same word
            apart = page != other_page or abs(one.y - two.y) > raised or abs(two.x - one.x - one.width) > 1
            ends = before[-1:].isspace() or before.endswith(("-", "–", "—", SOFT_HYPHEN))
            if apart and not ends and not after[:1].isspace() and after[:1].isalnum():
                raise AssertionError(f"page {page}: {before!r} and {after!r} are read as one word")
    return count


def _read_together(tag: Tag, placed: dict[int, list[tuple[tuple[int, int], TextRun]]]) -> Iterator[list]:
    """The texts of each element that has words of its own, with those of the elements among them, as drawn."""
    if tag.kind == "Figure":  # its alternative is read
        return
    if id(tag) in placed:
        yield sorted((each for part in every_tag(tag) for each in placed.get(id(part), ())), key=lambda each: each[0])
    else:
        for kid in tag.kids:
            yield from _read_together(kid, placed)


def _heard(run: TextRun) -> str:
    if run.said is not None:
        return run.said
    return run.tag.said if isinstance(run.tag, Tag) and run.tag.said else run.text


def text_runs(document: Document) -> Iterator[tuple[Page, TextRun]]:
    for page in document.pages:
        for item in page.items:
            if isinstance(item, TextRun):
                yield page, item


def every_tag(tag: Tag) -> Iterator[Tag]:
    """A tag and all inside it, in reading order."""
    yield tag
    for kid in tag.kids:
        yield from every_tag(kid)


def listed_after(figure: Tag) -> Tag:
    """The list that says one by one what a picture's alternative says at one go; empty for a picture of nothing dated."""
    siblings = figure.parent.kids
    following = siblings[siblings.index(figure) + 1 :][:1]
    if not following or following[0].kind != "L":
        assert "nothing dated" in figure.alt, f"no list follows {figure.alt!r}"
        return Tag("L")
    return following[0]


def spoken(document: Document) -> str:
    """The text in reading order: element by element, and among words of its own in the order of the page.

    In a document to fill in, what the name of a field says in its place is left out.
    """
    runs: dict[int, list[tuple[int, str]]] = {}
    for number, (_, run) in enumerate(text_runs(document)):
        tag = run.tag
        if not (document.typed and isinstance(tag, Tag) and tag.said and any(kid.kind == "Form" for kid in tag.kids)):
            runs.setdefault(id(tag), []).append((number, run.text.replace(SOFT_HYPHEN, "")))

    def parts(tag: Tag) -> list[tuple[int, str]]:
        """What an element says, with the place of each part on the pages."""
        own, inside = runs.get(id(tag), []), [made for kid in tag.kids if (made := parts(kid))]
        if not own:
            return [(made[0][0], " ".join(text for _, text in made)) for made in inside]
        among = [(made[0][0], "".join(text for _, text in made)) for made in inside]
        return [(own[0][0], "".join(text for _, text in sorted([*own, *among])))]

    return " ".join(" ".join(text for _, text in parts(document.root)).split())


def luminance(color):
    """Relative luminance (WCAG 2.2)."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color[:3]]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one, other=WHITE):
    """Of two colours (WCAG 2.2), or of one on white paper."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
