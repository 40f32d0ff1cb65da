"""How the section opens, in every mode: lines for a name where it is a sheet to hand in, title, question."""

from studypack.sections.name_lines import NameLines
from studypack.sections.opening import Landmark, opening
from studypack.sections.section import Setting
from studypack.typeset.boxes import Box, HorizontalRule
from studypack.typeset.look import INK, RULE, mm
from studypack.typeset.paragraph import text
from studypack.typeset.stack import Stack
from studypack.typeset.tag import Tag
from studypack.typeset.text import Run

_DEEPEST_QUESTION = 0.3
"""Of a page; a longer one may be parted from its frame."""


def head(setting: Setting, title: str, standfirst: str, names_tag: Tag | None = None) -> list[Box]:
    """The boxes above the answer; `names_tag` is the paragraph of lines for name, class and date over the title."""
    names = None if names_tag is None else NameLines(setting.look, names_tag)
    opened = opening(setting, "evaluation", title, standfirst=standfirst)
    if names is not None:
        opened = Landmark(Stack([names, opened], keep=True), "section:evaluation")
    return [opened, *_question(setting)]


def _question(setting: Setting) -> list[Box]:
    """The question between two rules."""
    evaluation, look = setting.pack.evaluation, setting.look
    question = (evaluation.question if evaluation else None) or setting.pack.question
    if not question:
        return []
    style = look.heading
    if not look.accessible:
        style = style.sized(*((11.5, 15.5) if look.compact else (13, 18)))
    words = text([Run(question, style, setting.tag.child("P"))], style)
    words.keep = words.height(look.measure) < _DEEPEST_QUESTION * look.depth
    rule = HorizontalRule(0.8, INK, above=mm(4.5), below=mm(2.2), keep=True)
    return [rule, words, HorizontalRule(0.5, RULE, above=mm(2.6))]
