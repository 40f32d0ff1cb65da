"""What the words for formulas are in one language: its signs, its names, and the phrases that they stand in."""

from collections.abc import Mapping

from studypack.base.record import record

Numbered = tuple[str, str]
"""Words for one and for several, with the number in the place of {}."""


@record(kw_only=True)
class UnitWords:
    """How units after a number are said."""

    names: Mapping[str, Numbered]
    """Those that may have a prefix: one metre, several metres."""
    whole: Mapping[str, Numbered]
    """Those without prefixes."""
    prefixes: Mapping[str, str]
    powers: Mapping[str, Numbered]
    """Of a length, by the figure: square metre; `{low}` is its name with a small letter."""
    time_powers: Mapping[str, str]
    """What follows a time that is divided by: per second squared."""
    per: str
    elided: bool = False
    """A prefix loses its vowel before ohm."""


@record(kw_only=True)
class Spoken:
    """The words of a language. In phrases {} stands for their parts, in order or by number."""

    signs: Mapping[str, str]
    accents: Mapping[str, str]
    """What stands over or under a term."""
    functions: Mapping[str, str]
    sets: Mapping[str, str]
    """Letters with a doubled stroke."""
    alphabets: Mapping[str, str]
    """Those that mean something by their shape; the phrase has the letters."""
    greek: Mapping[str, str]
    """Letters that are not called as in English."""
    parts: Mapping[int, str]
    """The fractions with names: one half."""
    units: UnitWords

    capital: str
    of: str
    """Before what a sum or a limit is of, and before the argument of a function."""
    choose: str
    derivative: str
    over: str
    fraction: str
    long_fraction: str
    """Of a fraction that has one in it."""

    degrees: str
    squared: str
    cubed: str
    inverse: str
    power: str
    long_power: str
    superscript: str
    subscript: str
    scripts: str
    """Of what stands before a sign: above it, below it."""

    lowered: str
    long_lowered: str
    large_over: str
    """Of a sum and the like, with what stands under it."""
    log_base: str
    limit: str
    from_to: str
    goes_to: str
    tends_to: str
    """What that sign is in a limit."""

    over_it: str
    under_it: str
    with_over_it: str
    """After the former."""
    square_root: str
    cube_root: str
    root: str
    end_root: str

    rows: Numbered
    columns: Numbered
    row: str
    tables: Mapping[str, str]
    """A table, a matrix and a determinant of so many rows and columns, with its lines."""
    cases: Numbered
    """Their number, and the cases."""
    crossed_out: str
    boxed: str
    such_that: str
    given: str
    bars: Mapping[str, Numbered]
    """What opens and closes an absolute value, and a norm."""
