"""Packs with gaps of every kind: the worksheets are printed from them, and the key answers them."""

from itertools import combinations, product

import pytest

from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.options import Options
from studypack.output.compose import version_code
from studypack.sections.kit.section import Context

ON_EVERY_PAPER = pytest.mark.parametrize("paper", list(Paper))
IN_EVERY_PROFILE = pytest.mark.parametrize("profile", list(Profile))

LOOKS = [*((paper, Profile.STANDARD) for paper in Paper), (Paper.A4, Profile.CLEAR), (Paper.A4, Profile.LARGE)]
"""Every paper, and every profile."""


def all_pairs(*factors):
    """So few of all combinations that any two values of two factors meet in one: most faults need no more (NIST 800-142)."""
    every, kept, met = list(product(*factors)), [], set()
    for fresh in range(len(factors) * (len(factors) - 1) // 2, 0, -1):
        for each in every:
            pairs = set(combinations(enumerate(each), 2)) - met
            if len(pairs) >= fresh:
                kept.append(each)
                met |= pairs
    return kept


LONG_WORD = "Donaudampfschifffahrts" * 9 + "ge"
SENTENCE = "an answer of many words, which a proud teacher could not bring himself to shorten, hard as he tried"


def pack(**parts):
    return Pack.model_validate({"title": "A topic", **parts})


def setting(content, options=None, subject=()):
    """What a section is composed from, in a document of its own."""
    options = options or Options()
    return Context(
        pack=content,
        theme=theme_for(options.paper, options.profile, options.theme),
        options=options,
        tag=Tag("Document"),
        part=1,
        printed=subject,
        subject=subject,
        version=version_code(content, options),
    )


def sheet(passage, title="A sheet", **more):
    return pack(worksheets=[{"title": title, "passage": passage, **more}])


def point(text, title="A point", side="advantage", **more):
    return {"side": side, "title": title, "text": text, **more}


def many(count, prefix="answer"):
    return " ".join(f"In {1900 + n} came the {{{{{prefix}{n}}}}}, and so it went on." for n in range(count))


PACKS = {
    "one gap": sheet("Only {{one}} gap."),
    "sixty gaps": sheet(many(60)),
    "three hundred gaps": sheet("\n\n".join(many(60, f"part{n}x") for n in range(5))),
    "a long word": sheet(f"A {{{{{LONG_WORD}}}}} and {{{{another}}}}, and {{{{more}}}}."),
    "a sentence": sheet(f"They gave {{{{{SENTENCE}}}}}; then {{{{ten}}}} others."),
    "gap after gap": sheet("In {{May}}{{1923}}{{BC}}, anti-{{Bolshevik}}: ({{x<y & z}})!"),
    "other letters": pack(
        points=[
            point("{{Łódź}}, {{żółć}} and {{Ленин}}; {{Διόνυσος}} and {{x̄}}, ν̄.", "Żegota x<y & z, Διόνυσος"),
            point("{{Kₐ}} ∝ ⟨ψ⟩, {{N₂ + 3H₂ ⇌ 2NH₃}}; F⃗ and **∇**, *{{ℏ}}*, F♯.", "∀x ∈ ℝ: a ⇒ b"),
        ]
    ),
    "a long title": sheet("Only {{one}} gap.", "A title that has to be broken over lines " * 4),
    "a long question": pack(question="How far? " * 60, points=[point("A {{gap}}.")]),
    "both kinds": pack(
        points=[point("A **bold {{gap}}**, an *{{italic}}* one.", id="one"), point("A {{third}}.", "B")],
        worksheets=[{"title": "Both", "points": ["b", "one"], "passage": "First {{this}}.\n\nThen {{that}}."}],
    ),
}
