"""All that is held against one finished file: the validators' rules, our own, and the order in which it is read."""

from tests.laws import spoken
from tests.pdf.conformance import breaches
from tests.pdf.consistency import CHECKS
from tests.pdf.hearing import HEARING
from tests.pdf.shapes import SHAPES
from tests.pdf.tagged import Finding, opened, spoken_by


def findings(tagged, checks=(*CHECKS, *SHAPES)):
    """What our own checks find in a tagged file; unless others are given, those of its consistency."""
    return [found for check in checks for found in check(tagged)]


def out_of_order(tagged, wanted):
    """Where what is read parts from what was placed, `wanted`, as `laws.spoken` has it."""
    read = spoken_by(tagged).replace("\xad", "")  # a word divided at a line's end
    if read != wanted:
        at = next((at for at, (one, two) in enumerate(zip(read, wanted, strict=False)) if one != two), 0)
        begin = max(at - 20, 0)
        message = f"…{read[begin : at + 40]!r} is read, …{wanted[begin : at + 40]!r} was placed"
        yield Finding("reading order", message)


def verdict(data, wanted):
    """Every breach and finding, as lines; empty for a sound file that says `wanted`."""
    with opened(data) as tagged:
        found = [*findings(tagged), *findings(tagged, HEARING), *out_of_order(tagged, wanted)]
        return [*breaches(data), *map(str, found)]


def verdict_on(document, data):
    """Of the file of a document."""
    return verdict(data, spoken(document))
