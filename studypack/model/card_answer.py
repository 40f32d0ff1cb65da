"""What the back of a card answers, what is a detail of it, and which words would tell the answer."""

from studypack.base.styled_text import Text
from studypack.model.blocks import Start, opening_block, opening_paragraph
from studypack.model.sentences import is_finished
from studypack.model.spans import PARAGRAPH_BREAK, Spans, heard_words, paragraphs, plain, stands_alone


def answer_and_detail(back: Spans) -> tuple[Spans, Spans]:
    """Return the first paragraph of a back, or the block that it begins with, and the rest."""
    answer, detail = opening_paragraph(back)
    if answer:
        return with_formula(answer, detail)
    block = opening_block(back)
    return block, back[len(block) :]


def with_formula(answer: Spans, detail: Spans) -> tuple[Spans, Spans]:
    """Return an answer and its detail; the formula that an unfinished sentence goes on with is a part of the answer."""
    formula, rest = opening_paragraph(detail)
    if not stands_alone(formula) or is_finished(plain(answer)):
        return answer, detail
    return joined_texts(answer, formula), rest


def joined_texts(above: Spans, under: Spans) -> Spans:
    """Return two texts as paragraphs of one; a block begins a paragraph itself, and ends where another begins."""
    begins = not above or not under or isinstance(under[0], Start)
    if begins:
        return (*above, *under)
    has_block = any(isinstance(span, Start) and span.place for span in above)
    return (*above, Start(PARAGRAPH_BREAK) if has_block else Text(PARAGRAPH_BREAK), *under)


def telling_words(answer: Spans) -> list[str]:
    """Return the words that tell an answer, printed and read aloud: each of its paragraphs, or its block."""
    has_block = any(isinstance(span, Start) for span in answer)
    parts = (answer,) if has_block else paragraphs(answer)
    return [said.strip(" .!?") for part in parts for said in (plain(part), heard_words(part))]
