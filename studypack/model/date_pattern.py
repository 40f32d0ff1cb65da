"""Patterns of dates as Unicode's CLDR writes them: d 'de' MMMM 'de' y."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from studypack.model.date_english import NBSP

_PIECE = re.compile(r"'(?P<quoted>[^']*)'|(?P<field>(?P<letter>[A-Za-z])(?P=letter)*)|(?P<text>[^A-Za-z']+)")
_FIELDS = {"y": "year", "M": "month", "L": "month", "d": "day", "E": "weekday", "c": "weekday"}


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A pattern of CLDR's, such as d 'de' MMMM 'de' y, taken apart."""

    pieces: tuple[tuple[str, str], ...]
    """Each is a field (year, month, day, weekday) with its letters, or empty with the text between two fields."""

    @classmethod
    def of(cls, pattern: str) -> "DatePattern":
        """Return a pattern. Raises ValueError if it has more than years, months and days: an era, say."""
        pieces = []
        for match in _PIECE.finditer(pattern):
            if match["field"] and match["letter"] not in _FIELDS:
                raise ValueError(pattern)
            field = _FIELDS[match["letter"]] if match["field"] else ""
            pieces.append((field, match["field"] or match["quoted"] or match["text"]))
        return cls(tuple(pieces))

    @property
    def says_month(self) -> bool:
        """Whether it has the month as a word, or the word for month after a number: 16 March, 3月16日, but not 16.3."""
        following = [*self.pieces[1:], ("", "")]
        return any(
            field == "month" and (len(letters) >= 3 or after[:1].isalpha())
            for (field, letters), (_, after) in zip(self.pieces, following, strict=True)
        )

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the date that has these values by field, or by its letters; a day is kept with what follows."""
        done, before = "", ""
        for field, letters in self.pieces:
            text = (values.get(letters) or values[field]) if field else letters
            done += text.replace(" ", NBSP, 1) if before == "day" else text
            before = field
        return done
