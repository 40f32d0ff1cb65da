"""What an import tells: a summary for a person to act on, and the same as JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from studypack.base.wording import join_words, pluralise, quantity, quoted, shell_quoted
from studypack.importing.draft_model import Draft, DraftPoint
from studypack.importing.notes import Doubt, DoubtKind
from studypack.importing.side_words import Part
from studypack.importing.written import counted

_MOST_SHOWN = 12
"""The doubts, and the lines left out, that are shown one by one."""
_NO_SIDE = "Points"
"""Stands for the points on no side and under no heading."""
_LONG = 60
"""The characters that are shown of a line."""


def summary(draft: Draft, path: Path | None) -> list[str]:
    """Return the lines that say what a draft has, what is in doubt, and what to do next.

    `path` is the file that it was written to; None if it was printed.
    """
    where = str(path) if path else draft.source
    lines = [f"{where}: {quoted(draft.title)}, {_parts(draft)}"]
    lines += [f"  {line}" for line in _sides(draft)]
    lines += _doubts(draft.doubts)
    if not draft.is_spelling_read:
        lines.append("Spelling was not looked at; for that, install the extra:  pip install 'studypack[spelling]'")
    lines += _left_out(draft)
    if path:
        lines.append(
            f"Next: look at the pages, then mend what is in doubt:  studypack preview {shell_quoted(str(path))}"
        )
    return lines


def summary_unread(draft: Draft, path: Path | None, problems: int) -> list[str]:
    """Return the lines that say what was left out of a pasted pack that cannot be read yet, and what to do next."""
    where, title = shell_quoted(str(path)) if path else "FILE", quoted(draft.title)
    return [
        f"{path or draft.source}: {title}, as it was pasted, with {quantity(problems, 'problem')} to mend",
        *_left_out(draft),
        f"Next: mend what is told above, and look at the pages meanwhile:  studypack preview --serve {where}",
    ]


def _left_out(draft: Draft) -> list[str]:
    left = draft.left_out
    shown = _shown([f"  {_place(each.line)}{_cut(each.text)}  ({each.why})" for each in left])
    return [f"Left out, {quantity(len(left), 'line')}:", *shown] if left else []


def as_json(draft: Draft, path: Path | None) -> str:
    """Return the draft as one line of JSON: its sides, points and doubts, and what was left out."""
    sides = Counter(_group(draft, point) for point in draft.points)
    found = {
        "source": draft.source,
        "title": draft.title,
        "written": str(path) if path else None,
        "sides": [{"name": name, "points": count} for name, count in sides.items()],
        "points": [
            {
                "side": _group(draft, point),
                "title": point.title,
                "title_guessed": point.is_title_guessed,
                "date": point.date or None,
                "edtf": point.edtf or None,
                "line": point.line,
            }
            for point in draft.points
        ],
        "doubts": [
            {"line": doubt.line, "kind": doubt.kind.value, "text": doubt.text, "hint": doubt.hint}
            for doubt in draft.doubts
        ],
        "left_out": [{"line": left.line, "text": left.text} for left in draft.left_out],
    }
    return json.dumps(found, ensure_ascii=False)


def _group(draft: Draft, point: DraftPoint) -> str:
    """The name of a point's side; of one on no side, the heading that it stands under."""
    names = {side.id: side.name for side in draft.sides}
    return names.get(point.side) or point.theme or _NO_SIDE


def _parts(draft: Draft) -> str:
    """Everything that a draft has, in numbers."""
    dated = sum(bool(point.date) for point in draft.points)
    parts = [f"{quantity(len(draft.points), 'point')}, {dated} with a date"] if draft.points else []
    if moves := sum(map(len, draft.evaluation)):
        parts.append(f"an evaluation of {quantity(moves, 'move')}")
    for part, noun in ((Part.CARDS, "flashcard"), (Part.TERMS, "term"), (Part.PEOPLE, "person")):
        if count := sum(card.part is part for card in draft.cards):
            parts.append(quantity(count, noun, "people" if part is Part.PEOPLE else ""))
    return "; ".join(parts) or "a summary"


def _sides(draft: Draft) -> Iterator[str]:
    counts = Counter(_group(draft, point) for point in draft.points)
    dates = Counter(_group(draft, point) for point in draft.points if point.date)
    width = max((len(name) for name in counts), default=0)
    for name, count in counts.items():
        yield f"{name:<{width}}  {quantity(count, 'point')}, {quantity(dates[name], 'date')}"


def _doubts(doubts: Sequence[Doubt]) -> list[str]:
    """The doubts with their lines: guessed titles and misspelt words together, all others one by one."""
    if not doubts:
        return ["Nothing is in doubt."]
    lines = [f'In doubt, {quantity(len(doubts), "thing")}, each a comment "# ?" in the draft:']
    titles = [doubt for doubt in doubts if doubt.kind is DoubtKind.TITLE]
    words = [doubt for doubt in doubts if doubt.kind is DoubtKind.SPELLING]
    if titles:
        numbers = counted([doubt.line for doubt in titles])
        lines.append(
            f"  {quantity(len(titles), 'title')} guessed from the text: {pluralise(len(titles), 'line')} {numbers}"
        )
    if words:
        shown = join_words([f"{doubt.text} (line {doubt.line})" for doubt in words[:_MOST_SHOWN]])
        lines.append(f"  {quantity(len(words), 'word')} perhaps misspelt: {shown}")
    rest = [doubt for doubt in doubts if doubt.kind not in (DoubtKind.TITLE, DoubtKind.SPELLING)]
    return lines + _shown([f"  {_place(each.line)}{_cut(each.text)} – {each.hint}" for each in rest])


def _shown(lines: Sequence[str]) -> list[str]:
    more = len(lines) - _MOST_SHOWN
    return [*lines[:_MOST_SHOWN], *([f"  and {more} more"] if more > 0 else [])]


def _place(line: int) -> str:
    """Where something stands; empty for what stands on no line, such as the head of a page."""
    return f"line {line}: " if line else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG - 1].rstrip() + "…"
