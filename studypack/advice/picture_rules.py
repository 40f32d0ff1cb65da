"""Rules of advice on what is said of pictures: words that nobody needs twice, and words that give an answer away."""

import re
from collections.abc import Iterator, Sequence

from studypack.advice.gap_rules import worksheet_answers
from studypack.advice.prose import advise
from studypack.base.errors import ContentPath, Problem
from studypack.base.wording import quantity, quoted
from studypack.model.card_answer import answer_and_detail, telling_words
from studypack.model.giveaway import given_away
from studypack.model.letters import fold_case
from studypack.model.pictures import Label, Picture
from studypack.reading.load import LoadedPack

MOST_CHARACTERS = 160
"""Of what a picture shows; who hears more cannot go back in it."""
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g)|(?:IMG|DSC|PXL|P)[-_ ]?\d+|image ?\d*|picture ?\d*", re.IGNORECASE)


def descriptions(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on an alternative text that says nothing, says what the caption says, or goes on too long."""
    language = loaded.pack.language
    for path, picture in loaded.pack.pictures:
        alt, at = str(picture.alt or ""), (*path, "alt")
        said, printed = (fold_case(words, language).strip(" .") for words in (alt, picture.caption or ""))
        if _FILE_NAME.fullmatch(alt):
            yield advise(loaded, at, "this does not say what the picture shows", "say it as you would by telephone")
        elif said and said == printed:
            message = "who hears the page hears this twice: it is the caption, too"
            yield advise(loaded, at, message, "say here what is to be seen, and in the caption what it is")
        elif len(alt) > MOST_CHARACTERS:
            message = f"this takes long to hear: it has {len(alt)} characters"
            yield advise(loaded, at, message, f"say it in {MOST_CHARACTERS}, and what else matters in the text")


def revealing_pictures(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on what is said of a worksheet's or a card's picture and holds an answer: it is left out there."""
    for number, sheet in enumerate(loaded.pack.worksheets):
        if sheet.picture is not None:
            answers = [each for _, _, gap in worksheet_answers(loaded, number, sheet) for each in gap.answers]
            at = ("worksheets", number, "picture")
            yield from _revealing(loaded, at, sheet.picture, answers, "this worksheet")
            for place, label in enumerate(sheet.picture.labels):
                yield from _revealing(loaded, (*at, "labels", place), label, answers, "this worksheet")
    for number, card in enumerate(loaded.pack.flashcards):
        if card.picture is not None:
            answers = telling_words(answer_and_detail(card.back)[0])
            yield from _revealing(loaded, ("flashcards", number, "picture"), card.picture, answers, "this card")


def unplaced_labels(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on labels that who cannot see the picture is not told the place of; one message a picture."""
    for number, sheet in enumerate(loaded.pack.worksheets):
        labels = sheet.picture.labels if sheet.picture else ()
        unplaced = [place for place, label in enumerate(labels) if not label.where]
        if unplaced:
            count = len(unplaced)
            message = f"{quantity(count, 'label')} of this picture {'does' if count == 1 else 'do'} not say where"
            hint = "add where: with its place, for who cannot see it: left of the wall, under the water"
            yield advise(loaded, ("worksheets", number, "picture", "labels", unplaced[0], "answer"), message, hint)


def _revealing(
    loaded: LoadedPack, path: ContentPath, part: Picture | Label, answers: Sequence[str], where: str
) -> Iterator[Problem]:
    language = loaded.pack.language
    for key in ("alt", "caption", "credit", "where"):
        words = getattr(part, key, None) or ""
        found = given_away(answers, words, language)
        if found:
            left_out = "it is not said to who hears it" if key in ("alt", "where") else "it is not printed there"
            message = f"this holds an answer of {where}, {quoted(found)}: {left_out}"
            yield advise(loaded, (*path, key), message, "say it in other words")
