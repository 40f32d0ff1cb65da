"""Packs and choices by chance: valid ones, of every size, language and script, with long words and empty parts.

Each follows from its seed and its number alone. A pack is written as JSON, which is YAML, so that it takes the
loader's way; now and then a date or a language in it is none, and then the loader says so.
"""

import json
from functools import cache
from random import Random

from studypack.model.choices import Key, Paper, Profile, ThemeName
from studypack.model.fields import choices
from studypack.model.options import MODES, Flags
from studypack.model.term import Term
from studypack.output.glyph_coverage import is_printable
from studypack.sections import SECTIONS
from tests.pictures import FILES


def _parted(words):
    return tuple(words.split())


_ENGLISH = _parted(
    "the of and in a to was by that its for treaty trade agreement Britain Russia signed recognised government Lloyd "
    "George Chicherin Genoa Rapallo 1921 March loans debts revolution propaganda Zinoviev letter election Labour "
    "anti-Bolshevik self-determination industrialisation, however; therefore: nevertheless. “quoted” ‘single’ it's (in "
    "brackets) £20,000 50% x<y & z – — … 1919–21"
)
_OTHERS = _parted(
    "Łódź żółć Piłsudski Źdźbło Großbritannien Österreich l'État où ça façade ñandú ¿qué? Dvořák Çankaya İstanbul "
    "ığdır Þingvellir Ķēniņš Ἀθῆναι Θεσσαλονίκη Βενιζέλος Чичерин Зиновьев Київ Ђорђе объект ẞ ﬁn Ỳnă Ā½²№€"
)
_LONG = ("W", "i", "Donaudampfschiff", "x-", "/", ".")
_ODD = ("—", "…", "a\u00a0b\u00a0c", "\\*", "2*3", "A.B.C.D", "e\u0301", "\u00ad", "''", '"', "1921-22", "'")
_STYLED = (
    "[mots d’une autre langue]{lang=fr}",
    "*[de jure]{lang=la}*",
    "**strong words**",
    "H~2~O",
    "SO~4~^2-^",
    "x^2+y^2",
    "a verse\\\nof two",
    "\nP: a point\nE: evidence",
    "*italic*",
    "$E = mc^2$",
    "{{$\\frac{1}{2}$|0.5::a $x$}}",
    "$\\sum_{i=1}^n \\frac{1}{i}${alt=a sum}",
    "\n$$\\int_0^1 x^2\\,dx = \\frac{1}{3}$$\n",
    "{{H~2~O}}",
    "US$20m, $5 and $x",
    "***both***",
    "**a {{gap}}**",
    "\n\n",
    "\\{",
    "[de jure]{lang=la}",
    "[{{a}} b]{lang=fr}",
    "`code`",
    '`a  "b" {{c}} -- d`',
    "[a *link*](https://example.org/a_(b)?c=d)",
    "[one](mailto:a@example.org)",
)
_LANGUAGES = _parted("en-GB en-US de fr pl ru el tr es-419 sv cy zh-Hant xx nl-BE hu")
_MOVES = _parted("judgement criterion evidence explanation consequence counter-argument weighing conclusion")
_MONTHS = ("January", "March", "May", "Sept", "Dec.", "February")
_BLOCKS = ((0xA1, 0x250), (0x370, 0x530), (0x1E00, 0x2000), (0x2010, 0x2028), (0x2030, 0x205F), (0x2070, 0x2260))
_NUMBERS = {
    "span": ("1 year", 3, "10 years", 40, "2 weeks", "1 century"),
    "distractors": (0, 1, 5, 12),
    "cards": (8, 10),
    "pages": (0, 1, 3, 40),
    "sheets": (1, 2, 40),
    "of": (1, 10, 40),
    "only": (1, "1-3", "2,4-9"),
    "words": (8, 20, 30),
    "rows": (1, 4, 8),
}


@cache
def _letters():
    """Everything that every face can print, of the blocks in which they have letters."""
    return "".join(
        chr(code)
        for first, end in _BLOCKS
        for code in range(first, end)
        if is_printable(chr(code)) and chr(code).isprintable()
    )


PICTURES = tuple(FILES)


class Packer:
    """Makes one pack and its flags."""

    def __init__(self, seed, number):
        self.chance = Random(f"{seed}:{number}")
        self.large = self.chance.random() < 0.04
        self.wild = self.chance.random() < 0.4
        """Long words, strange letters and heaps of gaps, not only words as teachers write them."""

    def maybe(self, likely=0.5):
        return self.chance.random() < likely

    def count(self, most):
        """Few as a rule, none now and then, and many in a large pack."""
        most = most * 6 if self.large else most
        return min(most, int(self.chance.expovariate(2.5 / most))) if most else 0

    def word(self):
        kind = self.chance.random()
        if not self.wild or kind < 0.75:
            return self.chance.choice(_ENGLISH)
        if kind < 0.9:
            return self.chance.choice(_OTHERS)
        if kind < 0.95:
            return "".join(self.chance.choices(_letters(), k=self.chance.randint(1, 12)))
        if kind < 0.97:
            return self.chance.choice(_LONG) * self.chance.randint(1, 60)
        return self.chance.choice(_ODD)

    def words(self, least, most):
        return " ".join(self.word() for _ in range(self.chance.randint(least, most)))

    def line(self, most=9):
        if self.wild and self.maybe(0.05):
            most = 60
        return self.words(1, most)

    def gap(self):
        answer = self.words(1, 30 if self.wild and self.maybe(0.03) else 3)
        for char in "\\*{}|:":
            answer = answer.replace(char, "")
        answer = answer.strip() or "gap"
        more = self.chance.choice(("", "", "", "::hint", "::" + "long hint " * 4, "|other", "|other one|third::hint"))
        group = self.chance.choice(("", "", "", "c1::", "c2::", "c99::"))
        return "{{" + group + answer + more + "}}"

    def term(self):
        term = {"term": self.line(4), "meaning": self.prose(25, 0.02)}
        if self.maybe(0.3):
            term |= {"translation": self.line(4), "gender": self.chance.choice(choices(Term, "gender"))}
        if self.maybe(0.3):
            term["example"] = self.chance.choice((self.line(12), f"Then {term['term']} came."))
        return term

    def prose(self, most=40, gaps=0.1, pictures=True):
        """Mostly one paragraph or a few; of one text in six lists, tables, quotations, code and pictures."""
        if not self.maybe(1 / 6):
            return self.paragraph(most, gaps)
        made = [
            self.shown() if pictures and self.maybe(0.2) else self.block(most, gaps)
            for _ in range(self.chance.randint(1, 4))
        ]
        if self.maybe(0.5):
            made.insert(0, self.paragraph(most, gaps) + self.chance.choice(("", ":")))
        return "\n\n".join(made)

    def short(self, most, gaps):
        """Words for an item or a cell, on one line."""
        return " ".join(self.paragraph(max(most // 4, 1), gaps).split()).replace("|", r"\|") if most else ""

    def block(self, most, gaps):
        kind = self.chance.random()
        if kind < 0.4:
            return "\n".join(self.items(most, gaps, self.chance.choice(("-", "*", "•", "1.", "a)"))))
        if kind < 0.6:
            source = [f"> — {self.line()}"] if self.maybe() else []
            return "\n".join([*(f"> {self.short(most, gaps)}" for _ in range(self.chance.randint(1, 3))), *source])
        if kind < 0.8:
            wide = self.chance.choice((1, 2, 3, 3, 4, 12))
            rows = [[self.short(most // 3, gaps) for _ in range(wide)] for _ in range(1 + self.count(5))]
            rows.insert(1, [self.chance.choice(("-", ":-:", "--:")) for _ in range(wide)])
            return "\n".join("| " + " | ".join(row) + " |" for row in rows)
        fence = self.chance.choice(("```", "~~~~"))
        lines = ["    " * self.chance.randint(0, 4) + self.short(most, gaps) for _ in range(1 + self.count(6))]
        return "\n".join([fence + self.chance.choice(("", "python")), *lines, fence])

    def shown(self):
        """A picture of a text."""
        width = self.chance.choice(("", "", "{width=60%}", "{width=100%}"))
        lines = [f"![{self.plain_words()}]({self.chance.choice(PICTURES)}){width}"]
        if self.maybe():
            lines.append(self.plain_words())
        if self.maybe():
            lines.append(f"— {self.plain_words()}")
        return "\n".join(lines)

    def picture(self):
        """A picture as a key."""
        made = {"file": self.chance.choice(PICTURES)}
        made |= {"alt": self.line()} if self.maybe(0.8) else {"decorative": "yes"}
        made |= {"width": self.chance.choice(("5%", "60%", "100%"))} if self.maybe(0.3) else {}
        return made | {key: self.line() for key in ("caption", "credit") if self.maybe()}

    def labels(self):
        """The places of a picture, now and then in a crowd."""
        spread = self.chance.choice((100, 100, 20, 0))
        return [
            {key: f"{self.chance.randint(0, spread)}%" for key in "xy"}
            | {"answer": self.gap().strip("{}")}
            | ({"where": self.line()} if self.maybe(0.7) else {})
            for _ in range(1 + self.count(6))
        ]

    def plain_words(self):
        """Words without marks, on one line."""
        return "".join(each for each in self.line() if each not in "*{}[]()`|~^$\\<>\n").strip("-–— #") or "words"

    def items(self, most, gaps, mark, indent=""):
        for number in range(self.chance.randint(2, 5)):
            label = f"{number + 1}." if mark == "1." else f"{'abcde'[number]})" if mark == "a)" else mark
            yield f"{indent}{label} {self.short(most, gaps)}"
            if len(indent) < 30 and self.maybe(0.2):
                yield from self.items(most, gaps, self.chance.choice(("-", "1.")), indent + "   ")

    def paragraph(self, most, gaps):
        if self.wild and self.maybe(0.04):
            most *= 8
        parts = []
        for _ in range(self.chance.randint(1, most)):
            parts.append(self.gap() if self.maybe(gaps) else self.word().replace("*", "").replace("{", "").rstrip("\\"))
            if self.maybe(0.03):
                parts.append(self.chance.choice(_STYLED))
        text = (" " if self.maybe(0.95) else "").join(parts)
        return text if text.strip() else "Words."

    def year(self):
        return self.chance.choice(
            (self.chance.randint(1900, 1960), self.chance.randint(1900, 1960), self.chance.randint(1, 2100))
        )

    def date(self):
        year, month, day = self.year(), self.chance.randint(1, 12), self.chance.randint(1, 28)
        name = self.chance.choice(_MONTHS)
        return self.chance.choice((
            f"{year:04d}", f"{year:04d}-{month:02d}", f"{year:04d}-{month:02d}-{day:02d}", f"{day} {name} {year}", f"{name} {year}",
            f"{year:04d}/{year + self.chance.randint(1, 40):04d}", f"{year}–{(year + 2) % 100:02d}", f"c. {year}", f"{year:04d}~",
            f"../{year:04d}", f"{year:04d}/..", f"after {year}", f"before {year}", f"early 19{year % 10}0s", f"late 19{year % 10}0s",
            f"{max(year // 10, 1)}0s", f"{year // 10:03d}X", f"{year} BC", f"-{year:04d}", f"{year + 20}–{year} BC", "44 BC–14 AD",
            f"{day} {name} 1914, {month + 8:02d}.{day:02d}", f"{day} {name} 1914, {month} pm", f"{year} million years ago", f"{10 + year % 90},000 BC",
        ))  # fmt: skip

    def points(self):
        made = []
        lean = self.chance.choice((0.5, 0.5, 0.5, 0.9, 1.0, 0.0))
        for number in range(self.count(8)):
            point = {
                "side": "advantage" if self.maybe(lean) else "disadvantage",
                "title": self.line(),
                "text": self.prose(40, self.chance.choice((0, 0.05, 0.1, 0.5))),
            }
            if self.maybe(0.7):
                point["date"] = self.date()
            if self.maybe(0.4):
                point["theme"] = self.chance.choice(("trade", "security", self.line(4)))
            if self.maybe(0.3):
                point["id"] = f"p{number}"
            if self.maybe(0.2):
                point["picture"] = self.picture()
            if self.maybe(0.1):
                point["corrections"] = self.corrections()
            made.append(point)
        return made

    def corrections(self):
        made = [
            {"notes": self.line(), "here": self.line(), "why": self.prose(20, 0, pictures=False)}
            for _ in range(self.count(2))
        ]
        return [each | ({"wrong": self.prose(20, 0.1, pictures=False)} if self.maybe() else {}) for each in made]

    def worksheets(self, ids):
        made = []
        for _ in range(self.count(3)):
            sheet = {"title": self.line()}
            if ids and self.maybe():
                sheet["points"] = self.chance.sample(ids, self.chance.randint(1, len(ids)))
            if "points" not in sheet or self.maybe(0.3):
                sheet["passage"] = self.prose(80, self.chance.choice((0.02, 0.1, 0.4)))
            if self.maybe(0.4):
                sheet["distractors"] = [self.line(3) for _ in range(self.count(4))]
            if self.maybe(0.2):
                sheet["picture"] = self.picture() | ({"labels": self.labels()} if self.maybe() else {})
            made.append(sheet)
        return made

    def evaluation(self):
        paragraphs = [
            [
                {"move": self.chance.choice((*_MOVES, self.line(4))), "text": self.prose(30, 0.03, pictures=False)}
                | ({"note": self.prose(20, 0, pictures=False)} if self.maybe(0.4) else {})
                for _ in range(1 + self.count(3))
            ]
            for _ in range(1 + self.count(2))
        ]
        made = {"paragraphs": paragraphs}
        if self.maybe():
            made["question"] = self.line(20)
        if self.maybe():
            made["try"] = self.prose(30, 0)
        if self.maybe(0.1):
            made["corrections"] = self.corrections()
        return made

    def scheme(self, marks):
        """A scheme that adds up: points, some of them to choose from, or levels."""
        if self.maybe():
            points = [self.prose(12, 0, pictures=False) for _ in range(marks)]
            more = {"any": marks, "points": [*points, self.line()]}
            return self.chance.choice((points, more))
        parted = self.chance.randint(1, marks)
        bounds = [(1, parted), (parted + 1, marks)] if parted < marks else [(1, marks)]
        levels = [{"marks": f"{first}-{last}", "says": self.prose(20, 0, pictures=False)} for first, last in bounds]
        return {"levels": levels, "content": self.prose(30, 0)}

    def question(self):
        marks = self.chance.choice((1, 2, 3, 6, 20))
        made = {"ask": self.prose(30, 0.02), "marks": marks}
        room = self.chance.choice(({}, {}, {"lines": marks}, {"space": 60}, {"draw": "axes"}, {"kind": "essay"}))
        more = {
            "starters": lambda: [self.line() for _ in range(self.count(3))],
            "source": lambda: {"text": self.prose(60, 0.02), "credit": self.line(), "picture": self.picture()},
            "scheme": lambda: self.scheme(marks),
            "model": lambda: self.prose(60, 0.02),
        }
        return made | room | {key: make() for key, make in more.items() if self.maybe()}

    def questions(self):
        return [self.question() for _ in range(self.count(6))]

    def language(self):
        return self.chance.choice(_LANGUAGES)

    def events(self):
        made = [{"date": self.date(), "title": self.line()} for _ in range(self.count(7))]
        for event in made:
            if self.maybe(0.3):
                event["text"] = self.prose(pictures=False)
        return made

    def count_from_a_start(self, pack):
        """An order without dates, which is never mixed with others."""
        for number, dated in enumerate([*pack.get("events", ()), *pack["points"]], start=1):
            dated["date"] = f"{self.chance.choice(('Day', 'Day', 'Week', 'Hour'))} {number}"
        pack.pop("period", None)

    def content(self):
        """The bytes of a content file."""
        pack = {"title": self.line(), "points": self.points()}
        for key in ("subtitle", "subject", "level", "author", "source", "question"):
            if self.maybe(0.35):
                pack[key] = self.line(25 if key == "question" else 9)
        makers = {"period": self.date, "language": self.language, "summary": self.prose, "cover": self.picture}
        makers["events"], makers["questions"] = self.events, self.questions
        for key, make in makers.items():
            if self.maybe(0.35):
                pack[key] = make()
        if self.maybe(0.15):
            pack["sides"] = {"advantage": self.line(3), "disadvantage": self.line(3)}
        if self.maybe(0.04):
            self.count_from_a_start(pack)
        if self.maybe(0.3):
            pack["worksheets"] = self.worksheets([point["id"] for point in pack["points"] if "id" in point])
        if self.maybe():
            pack["evaluation"] = self.evaluation()
        if self.maybe():
            pack["glossary"] = [self.term() for _ in range(self.count(6))]
        if self.maybe():
            pack["people"] = [{"name": self.line(4), "role": self.prose(25, 0.02)} for _ in range(self.count(5))]
        if self.maybe(0.3):
            pack["flashcards"] = [
                {"front": self.prose(12, 0.05), "back": self.prose(20, 0.05)} for _ in range(self.count(8))
            ]
        if self.maybe(0.1):
            pack["corrections"] = self.corrections()
        return json.dumps(pack, ensure_ascii=False, indent=1).encode()

    def _one(self, values, likely=0.5):
        return self.chance.choice(list(values)) if self.maybe(likely) else None

    def settings(self):
        for name, part in MODES.items():
            for key in part.model_fields:
                if self.maybe(0.3):
                    yield f"{name}.{key}={self.chance.choice(choices(part, key) or _NUMBERS[key])}"

    def flags(self):
        """Choices as a command line may make them, contradictions among them."""
        names = [section.name for section in SECTIONS]
        said = {
            "paper": self._one(Paper, 0.7),
            "key": self._one(Key),
            "sections": tuple(self.chance.sample(names, self.chance.randint(1, 4))) if self.maybe(0.2) else None,
            "skip": tuple(self.chance.sample(names, self.chance.randint(1, 3))) if self.maybe(0.15) else None,
            "seed": self._one((0, 1, 7, 999_999)),
            "profile": self._one(Profile, 0.6),
            "grey": self._one((True, False), 0.3),
            "eco": self._one((True, False), 0.3),
            "hyphenate": self._one((True, False), 0.3),
            "duplex": self._one((True, False), 0.4),
            "punch": self._one((True, False), 0.3),
            "booklet": self._one((True, False), 0.1),
            "two_up": self._one((True, False), 0.1),
            "fillable": self._one((True, False), 0.3),
            "theme": self._one(ThemeName, 0.4),
            "settings": tuple(self.settings()) if self.maybe(0.7) else (),
        }
        return Flags(**{name: value for name, value in said.items() if value is not None})
