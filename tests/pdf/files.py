"""The files that the checks of PDF are made on: each section on each paper in each profile, and every mode of it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import get_args

from studypack.base.font_file import decode_font
from studypack.base.resources import font_data
from studypack.model.choices import Key, Paper, Profile, ThemeName
from studypack.model.content import Pack
from studypack.model.house_faces import NamedFont
from studypack.model.house_style import HouseStyle
from studypack.model.options import MODES, Flags, Options
from studypack.model.parts import Flashcard
from studypack.model.pictures import PictureFile
from studypack.output.compose import compose
from studypack.output.resolve import choose, options_for
from studypack.pdf.tagged import pdf_bytes
from studypack.reading.load import load
from studypack.sections import SECTIONS
from tests.pictures import picture, shown, text_with


@cache
def every_key():
    """A small pack with every key of the content, and without its own choices: elements of every kind on few pages."""
    pack = load(Path(__file__).parents[1] / "fuzz" / "corpus" / "every-key.yaml").pack
    years = [event for event in pack.events if event.date.begins > 0]  # 44 BC would make the timeline's pages many
    return pack.model_copy(update={"pack": type(pack.pack)(), "events": tuple(years)})


@cache
def with_pictures():
    """The same with a picture in every place that may have one: drawn or photographed, described or decorative."""
    pack, photograph = every_key(), shown(300, 150, "JPEG", alt="A dam", caption="A dam", credit="A. Smith")
    tall = shown(100, 400, alt="A tower", credit="B. Jones, CC BY 4.0")
    under = "\n\n![A wall](dam.png){width=70%}\nThe *wall*, drawn\n— C. Wood, [CC BY](https://creativecommons.org)\n\nAnd more."
    point, *points = pack.points
    points[0] = points[0].model_copy(update={"text": text_with(f"They fought in {{{{Russia}}}}.{under}")})
    one, two = pack.worksheets
    card, *cards = pack.flashcards
    labels = [
        {"x": "20%", "y": "40%", "answer": "door|gate::way in", "where": "low"},
        {"x": "21%", "y": "41%", "answer": "wall"},
    ]
    asking = Flashcard(front=text_with("![A wall](dam.png)"), back=text_with("A wall.\n\n![](dam.png){decorative=yes}"))
    changes = {
        "cover": photograph,
        "summary": text_with(f"First words.{under}\n\n- a\n- b\n\n  ![In an item](dam.png)\n  Under it"),
        "points": (point.model_copy(update={"picture": tall}), *points),
        "worksheets": (
            one.model_copy(update={"picture": shown(decorative=True, labels=labels)}),
            two.model_copy(update={"passage": text_with(f"A {{{{passage}}}} of its own.{under}")}),
        ),
        "flashcards": (card.model_copy(update={"picture": photograph}), *cards, asking),
    }
    made = pack.model_copy(update=changes)
    for known in ("marked", "pictures", "digest"):  # what the other pack was asked before
        made.__dict__.pop(known, None)
    return made


@cache
def in_a_house():
    """The same with pictures, in the style of a house: a logo, colours, and faces as if they were not ours."""
    files = ("StudypackInfant_400Regular", "StudypackInfant_700Bold", "SourceCodePro_400Regular")
    regular, bold, heads = (NamedFont(f"{name}.ttf", decode_font(font_data(name))) for name in files)
    style = {
        "logo": {"file": PictureFile("logo.png", picture(240, 200)), "alt": "A shield"},
        "colors": {"lead": "#7a0019", "sides": ["#003b5c", "#7a3b00"]},
        "faces": {"text": {"regular": regular, "bold": bold}, "headings": heads, "accessible": "yes"},
    }
    made = with_pictures().model_copy(update={"style": HouseStyle.model_validate(style)})
    for known in ("sides", "neutral", "marked"):  # they have their colours from it
        made.__dict__.pop(known, None)
    return made


TOGETHER = (
    ("table.mode=paired", "table.by=date"),
    *((f"timeline.mode={mode}", "timeline.scale=even") for mode in ("dates-blank", "labels-blank", "cut")),
    ("timeline.span=3",),
    *((f"worksheets.support={support}", "worksheets.gap=letters") for support in ("letters", "none")),
    ("worksheets.distractors=12",),
    ("evaluation.mode=plain", "evaluation.check=no"),
    ("flashcards.cards=10",),
    ("flashcards.flip=fold", "flashcards.cards=10"),
    ("notes.pages=2", "notes.ruling=cornell"),
    ("quiz.answers=folded", "quiz.of=40"),
)
"""Settings that change pages only beside another, and numbers."""


def every_mode():
    """Settings, one set for each value of each mode that has names for its values, and those of `TOGETHER`."""
    for section, modes in MODES.items():
        for name, field in modes.model_fields.items():
            kinds = [kind for kind in (field.annotation, *get_args(field.annotation)) if isinstance(kind, type)]
            for kind in kinds:
                values = (
                    list(kind)
                    if issubclass(kind, StrEnum)
                    else ["no" if field.default else "yes"]
                    if kind is bool
                    else []
                )
                yield from ((f"{section}.{name}={value}",) for value in values if value != field.default)
    yield from TOGETHER


@dataclass(frozen=True)
class Sample:
    """What a file is made of, and a name for it."""

    name: str
    pack: Pack
    options: Options
    sections: tuple
    subject: tuple = SECTIONS
    """The sections that a key in it answers."""

    def document(self):
        return compose(self.pack, self.options, self.sections, self.subject)

    def data(self):
        return pdf_bytes(self.document())


def named(name):
    return next(section for section in SECTIONS if section.name == name)


def alone(pack, section, profile, paper, theme=ThemeName.GUIDE):
    """A section by itself."""
    options = Options(paper=paper, profile=profile, theme=theme)
    return Sample(f"{section.name}-{profile}-{paper}-{theme}", pack, options, (section,))


def in_mode(pack, settings, profile, paper):
    """The section that some settings are for, by itself, in their mode."""
    options = options_for(pack, Flags(paper=paper, profile=profile, settings=settings))
    return Sample(f"{'-'.join(settings)}-{profile}-{paper}", pack, options, (named(settings[0].split(".")[0]),))


CHOICES = {
    "the usual pack": Flags(),
    "on both sides": Flags(duplex=True, punch=True),
    "on one side in black": Flags(duplex=False, grey=True, key=Key.NONE),
    "with little ink and its key": Flags(eco=True, grey=True, key=Key.APPENDIX),
    "with words divided": Flags(hyphenate=True, profile=Profile.CLEAR),
    "another version in large print": Flags(seed=7, profile=Profile.LARGE, paper=Paper.LETTER),
    "all that there is": Flags(
        sections=tuple(section.name for section in SECTIONS if section.applies(every_key())), paper=Paper.A5
    ),
    "to fill in": Flags(fillable=True),
    "sheets to fill in, in large print": Flags(
        fillable=True,
        profile=Profile.LARGE,
        settings=(
            "table.mode=blank",
            "timeline.mode=labels-blank",
            "worksheets.gap=letters",
            "evaluation.mode=scaffold",
        ),
    ),
    "nothing but a contents": Flags(sections=("contents",)),
}
"""Whole packs."""


def chosen(pack, flags, name):
    """The pack and its separate key, as `build` makes them."""
    options = options_for(pack, flags)
    choice = choose(pack, options)
    yield Sample(name, pack, options, choice.pack, choice.answered)
    if choice.key:
        yield Sample(f"{name}, answers", pack, options, choice.key, choice.answered)
