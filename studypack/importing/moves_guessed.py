"""The sentences of an evaluation as moves of an argument, the kind of each guessed from its words."""

import re

from studypack.model.sentences import sentence_ends

_SIGNS = tuple(
    (move, re.compile(pattern, re.IGNORECASE))
    for move, pattern in (
        (
            "conclusion",
            r"^(?:overall|in conclusion|to conclude|ultimately|in (?:the )?end|therefore|thus|on balance)\b",
        ),
        (
            "counter-argument",
            r"^(?:however|but|on the other hand|although|though|even|nevertheless|despite|yet|some )\b",
        ),
        (
            "weighing",
            r"\b(?:more important|most important|outweigh\w*|matter(?:s|ed) more|greater than|whereas|compared"
            r"|main reason|rather than|more significant|most significant)\b",
        ),
        ("evidence", r"\d|\b(?:for example|e\.?g\.?|such as|for instance|shown by)\b"),
        ("consequence", r"\b(?:led to|meant that|as a result|resulted|so that|consequently|caused|allowed)\b"),
        ("explanation", r"\b(?:because|since|due to|as they|this is|the reason)\b"),
    )
)


def guess_moves(text: str, *, is_first: bool) -> list[tuple[str, str]]:
    """Return each sentence of a paragraph with the kind of move that it may be.

    `is_first` says that the evaluation begins with it: then its first sentence is the judgement.
    """
    found: list[tuple[str, str]] = []
    start = 0
    for end in (*sentence_ends(text), len(text)):
        if sentence := text[start:end].strip():
            is_judgement = is_first and not found
            found.append(("judgement" if is_judgement else _move(sentence), sentence))
        start = end
    return found


def _move(sentence: str) -> str:
    return next((move for move, sign in _SIGNS if sign.search(sentence)), "explanation")
