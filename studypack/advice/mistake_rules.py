"""Advice on wrong sentences: each is to be a whole one, and to hold one mistake."""

from collections.abc import Iterator

from studypack.advice.prose import advise
from studypack.base.errors import ContentPath, Problem
from studypack.base.wording import quoted
from studypack.model.content import Pack
from studypack.model.correction import Correction
from studypack.model.giveaway import stands_in
from studypack.model.sentences import is_finished
from studypack.model.spans import gaps, plain
from studypack.reading.load import LoadedPack


def wrong_sentences(loaded: LoadedPack) -> Iterator[Problem]:
    """Advise on a sentence that is not whole, that says what is right, or in which several places are marked."""
    pack = loaded.pack
    for path, each in _corrections(pack):
        words = plain(each.wrong).strip()
        if not words:
            continue
        if not is_finished(words):
            hint = "write the whole sentence: pupils find the mistake in it without the notes"
            yield advise(loaded, path, "this wrong sentence ends without a full stop", hint)
        if stands_in(each.here, words, pack.language):
            message = f"this wrong sentence says what is right: {quoted(each.here)}"
            yield advise(loaded, path, message, "put the mistake in its place", needle=each.here)
        if len(gaps(each.wrong)) > 1:
            message = "several places are marked as wrong, and the sheet says that there is one mistake"
            yield advise(loaded, path, message, "mark one, or make two sentences of it", needle="{{")


def _corrections(pack: Pack) -> Iterator[tuple[ContentPath, Correction]]:
    """Each correction, with the path of its wrong sentence."""
    evaluation = pack.evaluation.corrections if pack.evaluation else ()
    found: list[tuple[ContentPath, tuple[Correction, ...]]] = [((), pack.corrections), (("evaluation",), evaluation)]
    found += [(("points", number), point.corrections) for number, point in enumerate(pack.points)]
    for path, corrections in found:
        for number, each in enumerate(corrections):
            yield (*path, "corrections", number, "wrong"), each
