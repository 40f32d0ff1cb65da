"""The years that some words name, and how far two such times are apart."""

import re

_BEFORE = r" ?(?:BCE?\b|av\. ?J|v\. ?(?:Chr|u\. ?Z)|a\. ?(?:de )?C)"
"""After a year before Christ."""
_YEARS = re.compile(rf"(?<!\d)(\d{{4}}|\d{{1,3}}(?=(?:[–-]\d{{1,3}})?{_BEFORE}))(?:[–-](\d{{1,4}}))?(?!\d)({_BEFORE})?")


def years_in(words: str) -> tuple[int, int] | None:
    """Return the first and the last year of some words: of 1923–24 and 1935–37, 1923 and 1937; of 44 BC, -44 twice."""
    years = list[int]()
    for first, last, before in _YEARS.findall(words):
        whole = last if before or len(last) > len(first) else first[: len(first) - len(last)] + last
        years += [int(year) * (-1 if before else 1) for year in (first, whole or first)]
    return (min(years), max(years)) if years else None


def years_between(one: tuple[int, int] | None, two: tuple[int, int] | None) -> int:
    """Return how many years lie between two times; 0 where they meet, or one of them is not known."""
    if one is None or two is None:
        return 0
    return max(one[0] - two[1], two[0] - one[1], 0)
