"""What a pasted pack has, in the form of a draft: for the summary, and for JSON."""

from studypack.importing.draft_model import Draft, DraftCard, DraftMove, DraftPoint, DraftSide
from studypack.importing.edtf import edtf_of
from studypack.importing.notes import Doubt, DoubtKind, LeftOut
from studypack.importing.pasted_answer import is_fence, title_in, yaml_in
from studypack.importing.readers.encodings import decode_notes
from studypack.importing.readers.formats import format_of
from studypack.importing.side_words import Part
from studypack.model.letters import slug
from studypack.reading.load import LoadedPack

_MARKED = "marked so in the answer"


def pasted_pack(data: bytes, name: str) -> str:
    """Return the YAML of a pack that stands in a text, as `yaml_in` finds it; empty if these are notes.

    Raises ContentError if the bytes are a text that cannot be read.
    """
    return yaml_in(decode_notes(data, name)) if data.strip() and format_of(data, name) in ("txt", "md") else ""


def draft_of_pack(loaded: LoadedPack, text: str) -> Draft:
    """Return what a pack holds, from its text; its titles and dates are the author's own."""
    pack = loaded.pack
    draft = unread_draft(text, loaded.source)
    draft.title, draft.slug, draft.language = pack.title, slug(pack.title, fallback="pack"), pack.language
    draft.sides = [DraftSide(side.id, side.name) for side in pack.sides]
    for number, point in enumerate(pack.points):
        date = loaded.source_text(("points", number, "date"))
        edtf = edtf_of(point.date) if point.date else ""
        line = loaded.problem(("points", number), "").line or 0
        draft.points.append(
            DraftPoint(line, point.title, False, (), (), point.side or "", point.theme or "", date, edtf)
        )
    draft.evaluation = [
        [DraftMove(move.move, ()) for move in each] for each in (pack.evaluation.paragraphs if pack.evaluation else ())
    ]
    parts = ((Part.CARDS, pack.flashcards), (Part.TERMS, pack.glossary), (Part.PEOPLE, pack.people))
    draft.cards = [DraftCard("", (), (), part) for part, cards in parts for _ in cards]
    draft.head_doubts = [Doubt(each.line + 1, DoubtKind.STRUCTURE, each.says, _MARKED) for each in loaded.doubts]
    return draft


def unread_draft(text: str, name: str) -> Draft:
    """Return the draft of a pack of which the title alone is known."""
    title = title_in(text)
    return Draft(name, "", title, slug(title, fallback="pack"))


def left_around(data: bytes, name: str, text: str) -> list[LeftOut]:
    """Return the lines of an answer, from its bytes, that are not in the pack that was found in it; no fences."""
    inside = iter(text.split("\n"))
    awaited = next(inside, None)
    found = []
    for number, line in enumerate(decode_notes(data, name).split("\n"), start=1):
        while awaited is not None and not awaited.strip():
            awaited = next(inside, None)
        if awaited is not None and line.strip() == awaited.strip():
            awaited = next(inside, None)
        elif line.strip() and not is_fence(line):
            found.append(LeftOut(number, line.strip(), "stands around the pack"))
    return found
