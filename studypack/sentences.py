"""Where sentences end: after a full stop, but not after c. or Mr., and never within a gap."""

import re
from collections.abc import Iterator

from studypack.markup import Gap, Spans, paragraphs

_FINISHED = re.compile(r"[.!?…。！？؟।]['\"’”»)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…]['\"’”)\]]*\s+(?=['\"‘“(\[]*[A-Z])")
_ABBREVIATED = re.compile(r"(?:\b(?:c|ca|Mr|Mrs|Ms|Dr|St|Sir|No|vs|Gen|Col|Prof|Rev|cf|e\.g|i\.e)|\b[A-Z])\.\s*$")


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does, quotation marks and brackets after its stop included."""
    return bool(_FINISHED.search(text))


def gaps_by_sentence(spans: Spans) -> Iterator[int]:
    """How many gaps each sentence has, in order."""
    for paragraph in paragraphs(spans):
        count, tail = 0, ""
        for span in paragraph:
            if isinstance(span, Gap):
                count, tail = count + 1, span.answer
                continue
            shift = len(tail)
            said = tail + span.text
            for match in _SENTENCE_END.finditer(said, max(0, shift - 2)):
                if not _ABBREVIATED.search(said[: match.end()]):
                    yield count
                    count = 0
            tail = said[-8:]
        yield count
