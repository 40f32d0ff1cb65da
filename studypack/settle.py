"""The user's choices settled: what the flags say, then what the content says, then what is usual."""

from dataclasses import fields, replace
from typing import Any

from studypack.choose import named, not_imposed, refuse_unknown
from studypack.content import Pack
from studypack.errors import ChoiceError, UsageError
from studypack.modes import MODES, Flip
from studypack.options import Flags, Imposition, Options, Sides
from studypack.settings import overlaid
from studypack.typeset.hyphenation import has_rules


def options_for(pack: Pack, flags: Flags) -> Options:
    """The user's choices: flags first, then the content's own, then ours.

    Raises ChoiceError for a wrong setting, and for hyphenation in a language that has no rules for it.
    """
    own = pack.pack
    made: dict[str, Any] = overlaid({name: getattr(own, name) for name in MODES}, flags.settings)
    for key in (field.name for field in fields(Options) if field.name not in MODES):
        said = [value for value in (getattr(flags, key), getattr(own, key, None)) if value is not None]
        made |= {key: said[0]} if said else {}
    if flags.sections is not None and flags.skip is None:
        made["skip"] = ()  # Who asks for a section by name gets it, though the content usually leaves it out.
    options = Options(**made)
    if options.hyphenate and not has_rules(pack.language):
        raise ChoiceError(
            f"words cannot be divided in the language '{pack.language}': its rules are not known",
            "print without --hyphenate, or with hyphenate: no in the content; en-GB, de, fr and others have rules",
        )
    return _fit_to_cards(_fit_to_impose(options, flags))


def refuse_whatever_the_content(flags: Flags) -> None:
    """Raise UsageError for what no content could serve: a section or setting that does not exist, choices at odds."""
    sections, skip = flags.sections or (), flags.skip or ()
    if sections and set(sections) <= set(skip):
        raise UsageError("nothing is left to print: --skip names all that --sections does", "leave one of them out")
    try:
        refuse_unknown((*sections, *skip))
        options = options_for(Pack(title="any"), flags)
        not_imposed([section for name in sections for section in named(name)], options)
    except ChoiceError as error:
        raise UsageError(error.problems) from None


def _fit_to_cards(options: Options) -> Options:
    """On one side, cards are folded, unless they are said to be turned: their backs would be on other sheets."""
    cards = options.flashcards
    if options.sides is not Sides.ONE or "flip" in cards.model_fields_set:
        return options
    return replace(options, flashcards=cards.model_copy(update={"flip": Flip.FOLD}))


def _fit_to_impose(options: Options, flags: Flags) -> Options:
    """The choices as an imposition needs them: pages of half the pack's paper, a booklet's on both sides, no fields."""
    if options.imposition is not None and flags.paper is None:
        options = replace(options, paper=options.paper.half)
    if options.imposition is not None and options.fillable:
        if flags.fillable:
            raise ChoiceError(
                f"what is printed as {options.imposition.label} is for paper, and cannot be filled in on a screen",
                f"leave out --fillable, or --{options.imposition}",
            )
        options = replace(options, fillable=False)
    if options.imposition is Imposition.BOOKLET and options.sides is Sides.ONE:
        if flags.sides is Sides.ONE:
            raise ChoiceError(
                "a booklet is printed on both sides", "leave out --one-sided, or print --two-up in place of --booklet"
            )
        options = replace(options, sides=None)
    return options
