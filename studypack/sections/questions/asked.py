"""The questions of a sheet: each under its number in the content, which its scheme has, too."""

from collections.abc import Sequence
from typing import NamedTuple

from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.model.questions import Question


class Asked(NamedTuple):
    """A question and its number."""

    number: int
    """Its place in the content, from 1: it keeps it where others are left out."""
    question: Question


def asked(pack: Pack, options: Options) -> list[Asked]:
    """Return the questions that are printed, in the order of the content."""
    only = options.questions.only
    numbered = [Asked(*each) for each in enumerate(pack.questions, start=1)]
    return [each for each in numbered if only is None or each.number in only]


def marks_of(questions: Sequence[Asked]) -> int:
    """Return what they are worth together."""
    return sum(each.question.marks for each in questions)


def title(pack: Pack, options: Options) -> str:
    """Return the name of the sheet."""
    return pack.say("questions", "Questions")


def code_of(pack: Pack) -> str:
    """Return the code that the sheet and its schemes share: four hexadecimal digits, from the questions alone."""
    return pack.questions_digest[:4].upper()
