"""Which sections go into a document: the user's choice, held against what the content has."""

from collections.abc import Container, Iterable, Sequence

from studypack.base.errors import ChoiceError, Problem, UsageError
from studypack.base.record import record
from studypack.base.wording import closest, suggest_closest
from studypack.layout.joints import has_rules
from studypack.model import old_spellings
from studypack.model.choices import Key
from studypack.model.content import Pack
from studypack.model.fields import OwnPart, overlaid, written
from studypack.model.modes import Flip
from studypack.model.options import AT_ODDS, Flags, Options, typed
from studypack.output.presets import PRESETS
from studypack.sections import SECTIONS
from studypack.sections.answers.corrections import corrected_in
from studypack.sections.kit.section import Section

KEY = next(section for section in SECTIONS if section.is_key)
"""The section that answers the others."""
_OTHER_NAMES = old_spellings.SECTIONS | {other: section.name for section in SECTIONS for other in section.other_names}
"""Other names of sections, each with the one that is meant."""


@record
class Chosen:
    """The sections of the pack and of the key's own file."""

    pack: tuple[Section, ...]
    key: tuple[Section, ...]
    """Empty where there is no such file."""
    answered: tuple[Section, ...]
    """Those that a key answers, in the pack or beside it: all that apply where nothing but the key is printed."""
    left_out: tuple[Section, ...] = ()
    """Those that were chosen, but are sheets to cut and cannot be imposed."""


def section_named(name: str) -> Section:
    """The section of a name that is known."""
    return next(section for section in SECTIONS if section.name == name)


def section_names() -> list[str]:
    """Every name that a user may ask for, in printing order."""
    return [section.name for section in SECTIONS]


def choose(pack: Pack, options: Options) -> Chosen:
    """The sections to print. Raises ChoiceError for a name that is unknown or that the content cannot serve."""
    refuse_unknown((*options.sections, *options.skip))
    wanted = _asked_for(pack, options) if options.sections else _usual(pack, options)
    wanted = [section for section in wanted if section.name not in options.skip]
    left_out = not_imposed(wanted, pack, options)
    wanted = [section for section in wanted if section not in left_out]
    in_pack = any(section.is_key for section in wanted)
    wants_key = options.key is not Key.NONE and not in_pack and KEY.name not in options.skip
    key = named(KEY.name) if wants_key and _is_owed(pack, wanted, options) else ()
    if options.key is Key.APPENDIX:
        wanted, key = [*wanted, *key], ()
    if not options.sections and not any(section.numbered for section in wanted):
        # A list of nothing is no contents, and a cover of nothing no pack.
        wanted = []
    if not wanted:
        had = any(section.numbered for section in _usual(pack, options))
        raise ChoiceError("nothing is left to print", "skip fewer sections" if had else "add points:")
    return Chosen(tuple(wanted), key, _answered(pack, options, wanted, in_pack=in_pack), left_out)


def not_imposed(wanted: Sequence[Section], pack: Pack, options: Options) -> tuple[Section, ...]:
    """The sections that no booklet or two-up sheet can hold. Raises ChoiceError where there are no others."""
    if options.imposition is None:
        return ()
    loose = tuple(section for section in wanted if section.to_cut(options))
    if loose and len(loose) == len(wanted):
        raise ChoiceError(
            f"the section '{loose[0].name}' is sheets to cut, which are not printed as {options.imposition.label}",
            f"print {unimposed(pack, options)}",
        )
    return loose


def unimposed(pack: Pack, options: Options) -> str:
    """Return how to print single pages: "without --booklet", or "with --no-booklet" if the content asks for it."""
    return f"{'with --no-' if pack.pack.imposition else 'without --'}{options.imposition}"


def _answered(pack: Pack, options: Options, wanted: Sequence[Section], *, in_pack: bool) -> tuple[Section, ...]:
    """The sections that a key of this choice answers."""
    answered = [section for section in wanted if not section.is_key]
    if in_pack and not _owes(pack, answered, options):
        # Asked for beside nothing that has answers, the key is that of the whole pack.
        answered = [section for section in _usual(pack, options) if section.name not in options.skip]
    if in_pack and not corrected_in(pack, answered) and not _owes(pack, answered, options):
        raise ChoiceError(
            f"the section '{KEY.name}' cannot be printed: no worksheet is left for it to answer",
            "print worksheets, too, or leave the answers out",
        )
    return tuple(answered)


def _usual(pack: Pack, options: Options) -> list[Section]:
    """What is printed where nothing is asked for by name, but a preset may be."""
    preset = PRESETS[options.preset] if options.preset is not None else None

    def is_usual(section: Section) -> bool:
        if preset is not None and preset.sections:
            return section in preset.sections
        return section.wanted(pack, options) or (preset is not None and bool(section.unasked))

    return [
        section for section in SECTIONS if not section.is_key and is_usual(section) and not section.lack(pack, options)
    ]


def _asked_for(pack: Pack, options: Options) -> list[Section]:
    """What is asked for by name. Raises ChoiceError for what the content lacks, at the name where that is in a file."""
    chosen = {name: section for name in options.sections for section in named(name) if name not in options.skip}
    # Whether there is anything for a key depends on what is printed with it: `_answered` sees to that.
    lacks = {name: section.lack(pack, options) for name, section in chosen.items() if name != KEY.name}
    own = options.sections == pack.pack.sections
    problems = [
        Problem(
            f"the section '{name}' cannot be printed: the content has no {lack[0]}",
            lack[1],
            path=("pack", "sections", options.sections.index(name)) if own else (),
        )
        for name, lack in lacks.items()
        if lack
    ]
    if problems:
        raise ChoiceError(problems)
    return list(chosen.values())


def named(name: str) -> tuple[Section, ...]:
    """The section of that name, if there is one."""
    return tuple(section for section in SECTIONS if section.name == name)


def _is_owed(pack: Pack, wanted: Sequence[Section], options: Options) -> bool:
    """A key is worth a file if a printed section has answers, or says what the notes had wrong and nobody chose it."""
    return _owes(pack, wanted, options) or (not options.sections and bool(corrected_in(pack, wanted)))


def _owes(pack: Pack, sections: Sequence[Section], options: Options) -> bool:
    return any(section.owes(pack, options) for section in sections)


def refuse_unknown(names: Iterable[str]) -> None:
    """Raise ChoiceError where one of the names is no section's."""
    unknown = [name for name in dict.fromkeys(names) if name not in section_names()]
    if unknown:
        raise ChoiceError(Problem(*unknown_section(name)) for name in unknown)


def unknown_section(name: str) -> tuple[str, str]:
    """What to say about a name that no section has: the message, and a way out."""
    known = section_names()
    near = closest(name, [*known, *_OTHER_NAMES])
    near = _OTHER_NAMES.get(near, near)
    hint = suggest_closest(near, [near] if near else (), f"there are: {', '.join(known)}")
    return f"there is no section '{name}'", hint


def options_for(pack: Pack, flags: Flags) -> Options:
    """The user's choices: flags first, then the content's own, then ours.

    Raises ChoiceError for choices at odds, and for hyphenation in a language that has no rules for it.
    """
    options = _agreed(overlaid(pack.pack, flags), flags)
    said = flags.model_fields_set
    if {"sections", "preset"} & said and "skip" not in said:
        options = _but(options, skip=())  # Who asks for a section gets it, though the content usually leaves it out.
    if "preset" in said and "sections" not in said:
        options = _but(options, sections=())
    options = _with_preset(options, dict((*pack.pack.said, *flags.said)))
    if options.hyphenate and not has_rules(pack.language):
        raise ChoiceError(
            f"words cannot be divided in the language '{pack.language}': its rules are not known",
            "print without --hyphenate, or with hyphenate: no in the content; en-GB, de, fr and others have rules",
        )
    if options.imposition is not None and "paper" not in said:
        options = _but(options, paper=options.paper.half)
    if options.duplex is False and "flip" not in options.flashcards.model_fields_set:
        # The backs of cards that are turned would be on other sheets.
        options = _but(options, flashcards=_but(options.flashcards, flip=Flip.FOLD))
    return options


def _with_preset(options: Options, said: Container[str]) -> Options:
    """Return the options with those of the preset that nobody `said` otherwise, by their keys: table.mode.

    Sections that are asked for by name are printed as they are without it.
    """
    if options.preset is None or options.sections:
        return options
    for key, value in PRESETS[options.preset].options.items():
        name, _, mode = key.partition(".")
        if key not in said:
            options = _but(options, **{name: _but(getattr(options, name), **{mode: value}) if mode else value})
    return options


def _agreed(options: Options, flags: Flags) -> Options:
    """Return the options without choices of the content that contradict the command line.

    Raises ChoiceError if the content contradicts itself, or the command line does.
    """
    for *pair, message in AT_ODDS:
        if all(getattr(options, key) is value for key, value in pair):
            of_content = [(key, value) for key, value in pair if key not in flags.model_fields_set]
            if len(of_content) == 1:
                options = _but(options, **{of_content[0][0]: Options.model_fields[of_content[0][0]].default})
                continue
            words = [f"{key}: {written(value)}" if of_content else typed(key, value)[0] for key, value in pair]
            path = ("pack", pair[1][0]) if of_content else ()
            raise ChoiceError([Problem(message, f"choose one of {' and '.join(words)}", path=path)])
    return options


def _but(part: OwnPart, **changes: object) -> OwnPart:
    """Return a copy with other values."""
    return part.model_copy(update=changes)


def refuse_whatever_the_content(flags: Flags) -> None:
    """Raise UsageError for what no content could serve: a section or setting that does not exist, choices at odds."""
    sections, skip = flags.sections, flags.skip
    if sections and set(sections) <= set(skip):
        raise UsageError("nothing is left to print: --skip names all that --sections does", "leave one of them out")
    try:
        refuse_unknown((*sections, *skip))
        pack = Pack(title="any")
        not_imposed([section for name in sections for section in named(name)], pack, options_for(pack, flags))
    except ChoiceError as error:
        raise UsageError(error.problems) from None
