"""What a screen reader says of the table, the overview and the glossary, whole, in every mode."""

import pytest

from studypack.model.choices import Profile
from studypack.model.content import Pack
from studypack.model.options import Flags
from studypack.output.resolve import options_for
from tests.pdf.files import Sample, named
from tests.transcript import heard

PACK = Pack.model_validate({
    "title": "A topic",
    "question": "Was it so?",
    "sides": {"advantage": "Hopes"},
    "points": [
        {"side": "advantage", "title": "Trade", "date": "1919-20", "theme": "trade",
         "text": "{{Arms}} and **arms**, then **the *Jolly* {{George}}**."},
        {"side": "disadvantage", "title": "War", "date": "c. 1925", "text": "They fought."},
    ],
    "events": [{"date": "3 Mar 1921", "title": "Peace"}],
    "people": [{"name": "A. B.", "role": "Minister."}],
    "glossary": [{"term": "NEP", "meaning": "A policy."}],
})  # fmt: skip
UNDATED = Pack.model_validate({
    "title": "A topic", "points": [{"side": "advantage", "title": "Trade", "text": "They traded."}],
})  # fmt: skip
UNDATED_TRADE = Pack.model_validate({
    "title": "A topic", "points": [{"side": "advantage", "title": "Trade", "theme": "trade", "text": "They traded."}],
})  # fmt: skip
TELLS = "Each point keeps its side and number through the pack."
TELLS_OF_KEYS = f"{TELLS} The key words at the end of a point are worth remembering."
WEIGH = """heading 2: Weigh it up
(edit: Name)
Was it so? Name the strongest point on each side; then decide, by weight, not by count. Three prompts follow, each with lines to write on.
Hopes: side and number, such as Hopes 1, and why
(edit: Hopes, side and number)
(edit: Hopes, why)
Disadvantages: side and number, such as Disadvantage 1, and why
(edit: Disadvantages, side and number)
(edit: Disadvantages, why)
My judgement
(edit: My judgement, why)"""
TRADE = """• heading {level}: Hopes 1: Trade
{dateline}
Arms and arms, then the Jolly George.
Key words: Arms, the Jolly George."""
WAR = """• heading {level}: Disadvantage 1: War
circa 1925
They fought."""


def point(said, level=3, dateline="1919 to 1920. Theme: trade."):
    return said.format(level=level, dateline=dateline)


HEARD = {
    "columns, to fill in": (PACK, "table", (), {"fillable": True}, f"""
heading 1: Part 1: Hopes and disadvantages
{TELLS_OF_KEYS}
heading 2: Hopes, 1 point
list of 1
{point(TRADE)}
heading 2: Disadvantages, 1 point
list of 1
{point(WAR)}
{WEIGH}"""),
    "paired by date": (PACK, "table", ("table.mode=paired", "table.by=date"), {}, f"""
heading 1: Part 1: Hopes and disadvantages
{TELLS_OF_KEYS}
table of 3 rows, 3 columns
row 1
cell: blank
header: Hopes, 1 point
header: Disadvantages, 1 point
row 2
header: heading 2: 1919
cell: list of 1
{point(TRADE)}
cell: No point on this side.
row 3
header: heading 2: 1925
cell: No point on this side.
cell: list of 1
{point(WAR)}"""),
    "paired by theme, in large print": (PACK, "table", ("table.mode=paired",), {"profile": Profile.LARGE}, f"""
heading 1: Part 1: Hopes and disadvantages
{TELLS_OF_KEYS}
heading 2: Trade
heading 3: Hopes
list of 1
{point(TRADE, 4, "1919 to 1920")}
heading 3: Disadvantages
No point on this side.
heading 2: Other points
heading 3: Hopes
No point on this side.
heading 3: Disadvantages
list of 1
{point(WAR, 4)}"""),
    "paired, with nothing to pair by": (UNDATED, "table", ("table.mode=paired",), {}, f"""
heading 1: Part 1: Advantages and disadvantages
{TELLS}
table of 2 rows, 3 columns
row 1
cell: blank
header: Advantages, 1 point
header: Disadvantages, 0 points
row 2
header: heading 2: All points
cell: list of 1
• heading 3: Advantage 1: Trade
They traded.
cell: No point on this side."""),
    "a theme without a date": (UNDATED_TRADE, "table", (), {}, """
• heading 3: Advantage 1: Trade
Theme: trade.
They traded."""),
    "blank, to fill in": (PACK, "table", ("table.mode=blank",), {"fillable": True}, """
heading 1: Part 1: Hopes and disadvantages
(edit: Name) (edit: Class) (edit: Date)
Say what happened, when, and why it counts. Each point has lines to write on.
heading 2: Hopes, 1 point
list of 1
• heading 3: Hopes 1: Trade
(edit: Hopes 1)
heading 2: Disadvantages, 1 point
list of 1
• heading 3: Disadvantage 1: War
(edit: Disadvantage 1)"""),
    "blank, without dates": (UNDATED, "table", ("table.mode=blank",), {}, """
Say what it is, and why it counts. Each point has lines to write on."""),
    "sort": (PACK, "table", ("table.mode=sort",), {}, """
heading 1: Part 1, Sort the statements: Hopes and disadvantages
4 lines to write on: Name, Class, Date and Score, out of 2.
Tick the side that each statement belongs to, Hopes or Disadvantages.
Version …
heading 2: 2 statements
list of 2
• heading 3: Statement 1: War
circa 1925
They fought.
Hopes or Disadvantages
• heading 3: Statement 2: Trade
1919 to 1920
Arms and arms, then the Jolly George.
Hopes or Disadvantages"""),
    "sort, to fill in": (PACK, "table", ("table.mode=sort",), {"fillable": True}, """
They fought.
(tick box: statement 1, Hopes) (tick box: statement 1, Disadvantages)
• heading 3: Statement 2: Trade"""),
    "overview": (PACK, "overview", (), {}, """
heading 1: Part 1: Overview
Was it so?
heading 2: Key dates
list of 3
• 1919 to 1920: | Trade, Hopes 1
• 3 March 1921: | Peace
• circa 1925: | War, Disadvantage 1
heading 2: People
list of 1
• 1 | A. B. Minister.
heading 2: Terms
list of 1
• 1 | NEP: A policy."""),
    "glossary": (PACK, "glossary", (), {}, """
heading 1: Part 1: Glossary and people
Say what each term means, then read on to check.
heading 2: Terms
list of 1
• NEP: | A policy.
heading 2: People
list of 1
• A. B. | Minister."""),
}  # fmt: skip


def lines_of(pack, section, settings, **more):
    options = options_for(pack, Flags(settings=settings, **more))
    lines = heard(Sample("", pack, options, (named(section),)).data())
    return ["Version …" if line.startswith("Version ") else line for line in lines]


@pytest.mark.parametrize(("pack", "section", "settings", "more", "said"), list(HEARD.values()), ids=list(HEARD))
def test_a_section_is_heard_in_words_that_make_sense_without_the_page(pack, section, settings, more, said):
    assert said.strip() in "\n".join(lines_of(pack, section, settings, **more))


@pytest.mark.parametrize("mode", ["columns", "paired", "blank"])
def test_a_field_for_the_reader_s_own_points_is_heard_with_its_lines(mode):
    texts = {"theme": "trade", "text": "Some words that say what happened, and who did it. " * 3}
    pack = Pack.model_validate({"title": "A topic", "points": [
        {"side": side, "title": f"{side} {number}", **texts}
        for side, count in (("advantage", 1), ("disadvantage", 9)) for number in range(count)
    ]})  # fmt: skip
    lines = lines_of(pack, "table", (f"table.mode={mode}",), fillable=True)
    assert lines[lines.index("Advantages: add your own: lines to write on") + 1].startswith(
        "(edit: Advantages, add your own"
    )
