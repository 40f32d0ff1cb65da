"""What a screen reader is told beside the letters: formulas and ranges in words, and which words are English."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studypack.base.styled_text import MarkedLine, Text, heard
from studypack.layout.field import Field
from studypack.layout.page import Link, Page, TextRun
from studypack.layout.tag import Tag
from studypack.model.content import Pack
from studypack.model.dates.english import EN_DASH, MONTHS, spoken_ranges
from studypack.model.dates.printers import dates_in
from studypack.model.figures import figures_in
from studypack.model.letters import primary_language
from studypack.model.messages import VALUE, messages
from studypack.model.spans import Gap, gaps, plain
from studypack.model.texts import letters_only, printed_values

_ENGLISH = "en"
_LATEX = re.compile(r"[\\^_{}]")
_SPOKEN_MARKS = "$^"
"""Of a formula, and of raised letters: without them every line is heard as its letters."""
_UNSAID = re.compile(r"[\\^_{}=<>+×÷/\d]")
"""Of what would not be said as it is written."""
_OF_DATES = (
    "to circa early mid late after before from until by present today years ago million billion century centuries BC BP"
    " spring summer autumn fall winter school academic minute hour day week month year minutes hours days weeks months"
)
"""The English words of dates, beside months, in a language of which no more than the months are known."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def set_speech(pack: Pack, root: Tag, pages: Sequence[Page]) -> None:
    """Set how finished pages are read aloud: ranges in words, and the language of the program's words."""
    _say_marks(pack, root, pages)
    _part_scripts(pages)
    if pack.say.is_foreign:
        _set_english(pack, root, pages)
    elif to_word := dates_in(pack.language).to_word:
        _say_ranges(root, pages, to_word, primary_language(pack.language))


def _say_marks(pack: Pack, root: Tag, pages: Sequence[Page]) -> None:
    """Say formulas and small letters in words in what is only heard: titles there are plain words and LaTeX."""
    if not pack.has_typed(_SPOKEN_MARKS):
        return
    marked_lines = (pair for each in (pack, *pack.also) for pair in _marked(each))
    said = {line: words for line, words in marked_lines if line != words and _UNSAID.search(line)}
    if not said:
        return
    # The longest first: a formula may stand in another.
    marked = re.compile("|".join(map(_alone, sorted(said, key=len, reverse=True))))

    def in_words(words: str) -> str:
        return marked.sub(lambda found: said[found.group()], words)

    for each in root.walk():
        each.said = in_words(each.said)
        each.alt = each.alt if each.kind == "Formula" else in_words(each.alt)
    for page in pages:
        for item in page.items:
            if isinstance(item, Field):
                item.name = in_words(item.name)
            elif isinstance(item, Link):
                item.description = in_words(item.description)


def _alone(line: str) -> str:
    """A pattern for a line that is no part of a word; LaTeX is none wherever it stands: CO$_2$."""
    return re.escape(line) if _LATEX.search(line) else rf"(?<!\w){re.escape(line)}(?!\w)"


def _marked(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the lines with marks, and the formulas of all texts, each with how it is heard."""
    for _, value in printed_values(pack):
        for part in (value,) if isinstance(value, str) else value:
            if isinstance(part, Text):
                if part.formula:
                    yield part.text, part.heard
                continue
            for line in (part.hint, *part.answers) if isinstance(part, Gap) else (part,):
                if isinstance(line, MarkedLine):
                    yield from ((span.text, span.heard) for span in line.spans if span.formula)
                    yield str(line), heard(line)


def _part_scripts(pages: Sequence[Page]) -> None:
    """Say no blank between raised letters and the stop after them: kg/m cubed, not kg/m cubed ."""
    runs = [item for page in pages for item in page.items if isinstance(item, TextRun) and isinstance(item.tag, Tag)]
    raised = {tag for run in runs if isinstance(tag := run.tag, Tag) and tag.said[:1] == tag.said[-1:] == " "}
    if not raised:
        return
    for run, following in pairwise(runs):
        if run.tag in raised and following.tag is not run.tag and not following.text[:1].isalnum():
            assert isinstance(run.tag, Tag)
            run.tag.said = run.tag.said.rstrip()


def _say_ranges(root: Tag, pages: Sequence[Page], to_word: str, language: str) -> None:
    """Say 1923–24 as 1923 to 1924 wherever it is printed: a screen reader leaves out the dash, or calls it one.

    The text of a line with a range gets an element of its own, for what is said.
    """
    for each in root.walk():
        each.said, each.alt = spoken_ranges(each.said, to_word), spoken_ranges(each.alt, to_word)
    changed: set[Tag] = set()
    for page in pages:
        for item in page.items:
            if not isinstance(item, TextRun) or EN_DASH not in item.text or item.said is not None or item.hidden:
                continue
            spoken, tag = spoken_ranges(item.text, to_word), item.tag
            if spoken != item.text and isinstance(tag, Tag) and _is_read_in(tag, language):
                if tag.kids:
                    changed.add(tag)
                item.tag = tag.child("Span", said=spoken)
    if changed:
        _keep_in_order(pages, changed)


def _keep_in_order(pages: Sequence[Page], changed: set[Tag]) -> None:
    """Put the elements inside some others in the order in which they are placed, as words of their own were read."""
    placed: dict[Tag, int] = {}
    for number, item in enumerate(item for page in pages for item in page.items):
        tag = item.tag if isinstance(item.tag, Tag) else None
        while tag is not None and tag not in placed:
            placed[tag] = number
            tag = tag.parent
    for tag in changed:
        at, order = -1, {}
        for kid in tag.kids:
            at = order[kid] = placed.get(kid, at)  # what is only heard stays after the one before it
        tag.kids.sort(key=order.__getitem__)


def _is_read_in(tag: Tag, language: str) -> bool:
    """Whether an element's letters are read, and in the pack's language."""
    above: Tag | None = tag
    while above is not None:
        if above.said or above.kind == "Figure":
            return False
        if above.lang:
            return primary_language(above.lang) == language
        above = above.parent
    return True


def _set_english(pack: Pack, root: Tag, pages: Sequence[Page]) -> None:
    """In a pack of a language that the program does not speak, mark elements with the program's words as English.

    What is printed through a `Run` is marked already. An element with words of both is marked: most of it is the
    program's.
    """
    texts: dict[Tag, list[str]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, TextRun) and isinstance(item.tag, Tag):
                texts.setdefault(item.tag, []).append(item.text)
            elif isinstance(item, Field):
                texts.setdefault(item.tag, []).append(item.name)
    text = " ".join(_authored_texts(pack))
    authored, authored_words = letters_only(text, pack.language), _words_of(text, pack)
    english = _words_of(" ".join(_english_texts(pack)), pack)

    def has_english(words: str) -> bool:
        return bool((_words_of(words, pack) & english) - authored_words)

    def is_english(tag: Tag) -> bool:
        if said := tag.said or tag.alt:
            return has_english(said)
        # Each text run apart: words of another element may stand between two runs, and a word be divided over them.
        shown = (run for run in texts.get(tag, []) if letters_only(run, pack.language) not in authored)
        return any(has_english(run) or (_words_of(run, pack) or {""}) <= english for run in shown)

    for tag in root.walk():
        if not tag.lang and tag.kind != "Formula" and is_english(tag):
            tag.lang = _ENGLISH


def _english_texts(pack: Pack) -> Iterator[str]:
    """Yield what may be said in English in a pack of a language that the program does not speak."""
    for key, message in messages().items():
        if key not in pack.words:
            yield from (VALUE.sub(" ", form) for form in message.english)
    yield _OF_DATES
    own = _words_of(" ".join(dates_in(pack.language).months), pack)
    yield from (month for month in MONTHS if not _words_of(month, pack) & own)


def _words_of(text: str, pack: Pack) -> set[str]:
    """The words of a text, in capitals."""
    return {letters_only(word, pack.language) for word in _WORD.findall(text)}


def _authored_texts(pack: Pack) -> Iterator[str]:
    """Yield all that the author wrote, and the months and weekdays of dates in the pack's language."""
    yield from dates_in(pack.language).own_words
    for _, value in printed_values(pack):
        if isinstance(value, str):
            yield value
        else:
            yield plain(value)
            yield from (figure.place.alt for figure in figures_in(value))
            for gap in gaps(value):
                yield " ".join((*gap.answers, gap.hint))
