"""The controls of the preview, made from the choices that there are: a new option or mode needs no line here."""

from collections import Counter
from collections.abc import Sequence

from pydantic import BaseModel

from studypack.base.errors import ChoiceError
from studypack.base.record import record
from studypack.model.choices import Paper
from studypack.model.content import Pack
from studypack.model.fields import YES_NO, choices, numbers, written, written_form
from studypack.model.options import AT_ODDS, LISTS, MODES, OPTIONS, Flags, Options
from studypack.model.schema import descriptions
from studypack.output.compose import compose
from studypack.output.finished_file import RenderedFile
from studypack.output.resolve import choose, options_for
from studypack.preview.query import printed
from studypack.sections import SECTIONS, answers
from studypack.sections.kit.section import Section

_PLAIN = [name for name in OPTIONS if name not in LISTS]
"""The choices that hold one value and stand for the whole pack."""


@record
class Row:
    """One section in the list of those that can be printed."""

    name: str
    title: str
    chosen: bool
    lacks: str
    """Why it cannot be printed; empty where it can."""
    left_out: str
    """Why it is not printed though nobody said so; empty where it is, or was never usual."""
    pages: int
    """In the pack as it is chosen; 0 where it is not in it."""


@record
class Form:
    """The state of every control."""

    sections: tuple[Row, ...]
    """In the order in which they are printed."""
    values: dict[str, str]
    """By the key of the control: paper, table.mode."""


def form_of(pack: Pack, flags: Flags, rendered: RenderedFile) -> Form:
    """The form that goes with a finished pack."""
    document, left_out = rendered.document, {each.name: each.why for each in rendered.left_out}
    chosen = printed(pack, flags)
    pages = Counter(name for page in document.pages for name in page.sections)
    options = options_for(pack, flags)
    rows = tuple(
        Row(
            name=section.name,
            title=section.title(pack, options),
            chosen=section.name in chosen,
            lacks="" if section.name in chosen else _lacks(pack, options, section),
            left_out=_left_out(left_out[section.name]) if section.name in left_out else "",
            pages=pages[section.name],
        )
        for section in _in_order(chosen)
        if section is not answers.SECTION
    )
    return Form(rows, _values(options))


def _in_order(chosen: Sequence[str]) -> list[Section]:
    """The usual order; in another, where one was asked for: that one first, and after it the rest."""
    usual = [section.name for section in SECTIONS if section.name in chosen]
    if list(chosen) == usual:
        return list(SECTIONS)
    return sorted(SECTIONS, key=lambda section: chosen.index(section.name) if section.name in chosen else len(SECTIONS))


def _lacks(pack: Pack, options: Options, section: Section) -> str:
    if not section.applies(pack):
        return f"The content has no {section.needs}."
    try:
        choose(pack, options.model_copy(update={"sections": (section.name,), "skip": ()}))
    except ChoiceError as error:
        message = error.problems[0].message
        return f"{message[:1].upper()}{message[1:]}."
    return ""


def _left_out(why: str) -> str:
    return f"Left out: {why}." if why else "Left out: the pack is small."


def _values(options: Options) -> dict[str, str]:
    plain = {key: written(getattr(options, key)) for key in _PLAIN}
    modes = {f"{name}.{key}": written(value) for name in MODES for key, value in getattr(options, name)}
    return plain | modes


def pages_left_out(pack: Pack, flags: Flags) -> dict[str, int]:
    """How many pages each section would take, on its own, that is not in the pack but could be."""
    options, chosen = options_for(pack, flags), printed(pack, flags)
    applying = [section for section in SECTIONS if section.applies(pack)]
    return {
        section.name: len(compose(pack, options, [section], applying).pages)
        for section in applying
        if section.name not in chosen and section is not answers.SECTION and not _lacks(pack, options, section)
    }


@record
class Choice:
    """One of the values that a control offers."""

    value: str
    label: str


@record
class Control:
    """One thing to choose, as the page is to offer it."""

    name: str
    """The key in the address: paper, table.mode."""
    label: str
    says: str
    """What the choice means, in a sentence."""
    kind: str
    """choice, switch, number or text."""
    usual: str
    """The value where nobody says anything."""
    choices: tuple[Choice, ...] = ()
    """Of a choice."""
    least: int | None = None
    """Of a number."""
    most: int | None = None
    step: int = 1
    example: str = ""
    """Of a text."""
    rules_out: tuple[str, ...] = ()
    """Switches that are turned off with this one on."""


def pack_controls() -> list[Control]:
    """What is chosen for the whole pack: its paper, its type …"""
    return [_control(Options, key, "") for key in _PLAIN]


def section_controls() -> dict[str, list[Control]]:
    """The modes of each section that has some."""
    return {name: [_control(part, key, f"{name}.") for key in part.model_fields] for name, part in MODES.items()}


def _control(part: type[BaseModel], key: str, before: str) -> Control:
    words, allowed, usual = choices(part, key), numbers(part, key), part.model_fields[key].default
    form = written_form(part, key)
    kind = "number" if allowed else "text" if form else "switch" if words == YES_NO and usual is not None else "choice"
    return Control(
        name=before + key,
        label=key.replace("_", " ").capitalize(),
        says=_says(descriptions(part)[key], kind),
        kind=kind,
        usual=written(usual),
        choices=_choices(words, unsaid=usual is None) if kind == "choice" else (),
        least=allowed[0] if allowed else None,
        most=allowed[-1] if allowed else None,
        step=allowed.step,
        example=form.example if form else "",
        rules_out=_ruled_out(key) if kind == "switch" and not before else (),
    )


def _ruled_out(key: str) -> tuple[str, ...]:
    """The switches that cannot be on beside one that is."""
    pairs = [dict(pair) for *pair, _ in AT_ODDS if (key, True) in pair]
    return tuple(other for pair in pairs for other, on in pair.items() if on and other != key)


def _choices(words: Sequence[str], *, unsaid: bool) -> tuple[Choice, ...]:
    """What a list offers; to say nothing is a choice, too, where nothing is the usual value."""
    return (*([Choice("", "As usual")] if unsaid else []), *(Choice(word, _label(word)) for word in words))


def _says(description: str, kind: str) -> str:
    """A field's description as a sentence under its control; a switch has no yes and no to speak of."""
    word, _, rest = description.partition(" ")
    if kind == "switch" and word in ("yes", "no"):
        return rest[:1].upper() + rest[1:] if word == "yes" else f"Unticked, {rest}"
    return description[:1].upper() + description[1:]


def _label(word: str) -> str:
    """A value as people read it: A4, Dates blank, Bank + hints."""
    if word in set(Paper):
        return Paper(word).sheet.label
    return word.replace("-", " ").replace("+", " + ").capitalize()
