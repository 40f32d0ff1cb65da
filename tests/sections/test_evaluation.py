"""The model evaluation: letters and notes together, lines numbered, no word lost, on every paper."""

import re

import pytest
from laws import LAWS, every_link_has_a_name, spoken, text_runs
from packs import setting

from studypack.compose import compose
from studypack.content import Pack
from studypack.markup import plain
from studypack.options import Options, Paper
from studypack.sections import evaluation as section
from studypack.sections.evaluation import SECTION
from studypack.sections.evaluation.lettered import letters
from studypack.sections.evaluation.margin_notes import settled
from studypack.sections.evaluation.model_lines import ModelLine
from studypack.typeset.page import Rule

ON_EVERY_PAPER = pytest.mark.parametrize("paper", list(Paper))
WITH_A_MARGIN = pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])


def words(count, seed="word"):
    return " ".join(f"{seed}{number}" for number in range(count))


def evaluation(*paragraphs, task="", question="How far?"):
    data = {"question": question, "paragraphs": [list(moves) for moves in paragraphs]}
    if task:
        data["try"] = task
    return Pack.model_validate({"title": "A topic", "evaluation": data})


def move(text, note="", name="evidence"):
    return {"move": name, "text": text, **({"note": note} if note else {})}


def forty_moves():
    return [
        [move(words(25, f"t{n}x"), words(12, f"n{n}x"), f"kind {n}") for n in range(first, first + 5)]
        for first in range(0, 40, 5)
    ]


PACKS = {
    "one paragraph": evaluation([move(words(200), "Why it matters.")], task="Write one more sentence."),
    "no notes": evaluation([move("One sentence."), move("Another.")], [move(words(60))]),
    "no task, no question": Pack.model_validate({
        "title": "A topic", "evaluation": {"paragraphs": [[{"move": "x", "text": "Short."}]]}
    }),
    "forty moves": evaluation(*forty_moves(), task=words(40, "task")),
    "dense notes": evaluation([move(words(4, f"t{n}x"), words(30, f"n{n}x")) for n in range(20)]),
    "a long move": evaluation([move(words(1700), "A note.")], [move("The end.", "Another.")], task="Go on."),
    "a long note": evaluation([move("Short.", words(1700)), move(words(80), "Next.")], task="Go on."),
    "a long name": evaluation([move("Short.", "Note.", name=words(300, "name"))], task="Go on."),
    "a long question": evaluation([move("Short.", "Note.")], question=words(1500, "q")),
    "a long task": evaluation([move("Short.", "Note.")], task=words(1700, "task")),
    "a long word": evaluation([move("x" * 200, "y" * 200)], task="z" * 200),
    "other letters": evaluation([move("Łódź; Ελλάδα; Россия: x<y & z", "Зиновьев & Ĳssel ŧ", "ανάλυση")]),
}  # fmt: skip
EVERY_PACK = pytest.mark.parametrize("pack", list(PACKS.values()), ids=list(PACKS))


def printed(pack, paper=Paper.A4):
    return compose(pack, Options(paper=paper), [SECTION], [SECTION])


def has_kind(tag, kind):
    return tag is not None and (tag.kind == kind or has_kind(tag.parent, kind))


def all_moves(pack):
    return [each for paragraph in pack.evaluation.paragraphs for each in paragraph]


def pages_of_letters(document, *, in_notes):
    """The page on which each letter first stands."""
    found = {}
    for page, run in text_runs(document):
        circled = run.tag is not None and run.tag.kind in ("Span", "Lbl") and run.size < 8
        if circled and has_kind(run.tag, "Note") is in_notes:
            found.setdefault(run.text, page.number)
    return found


@ON_EVERY_PAPER
@EVERY_PACK
def test_the_laws_hold(pack, paper):
    document = printed(pack, paper)
    assert min(law(document) for law in LAWS if law is not every_link_has_a_name) > 0
    assert len(list(text_runs(document))) > 3


@ON_EVERY_PAPER
@EVERY_PACK
def test_every_word_is_read_once_and_in_order(pack, paper):
    said = re.sub(r"\s", "", spoken(printed(pack, paper)))
    place = -1
    for number, each in enumerate(all_moves(pack)):
        text = letters(number) + re.sub(r"\s", "", plain(each.text))
        assert said.count(text) == 1, f"move {letters(number)} is not there once"
        assert said.index(text) > place, f"move {letters(number)} is out of order"
        place = said.index(text)
        note = re.sub(r"\s", "", plain(each.note))
        assert note in said[place:], f"the note of {letters(number)} is lost"
    task = re.sub(r"\s", "", plain(pack.evaluation.task))
    assert ("Yourturn" in said) is bool(task)
    if task:
        assert said.count(task) == 1


@ON_EVERY_PAPER
@EVERY_PACK
def test_every_letter_stands_in_the_text_and_at_its_note(pack, paper):
    document = printed(pack, paper)
    names = [letters(number) for number in range(len(all_moves(pack)))]
    assert list(pages_of_letters(document, in_notes=False)) == names
    assert sorted(pages_of_letters(document, in_notes=True)) == sorted(names)


@WITH_A_MARGIN
@pytest.mark.parametrize("name", [name for name in PACKS if name != "a long note"])
def test_a_note_shares_its_page_with_its_sentence(name, paper):
    """Only a note of a page's length goes on to the next page, and takes those after it along."""
    document = printed(PACKS[name], paper)
    assert pages_of_letters(document, in_notes=False) == pages_of_letters(document, in_notes=True)


@WITH_A_MARGIN
def test_notes_stand_beside_their_sentences(shipped, paper):
    document = printed(shipped, paper)
    for page in document.pages:
        heights = {True: {}, False: {}}
        for run in [run for own, run in text_runs(document) if own is page and run.size < 8]:
            if run.tag is not None and run.tag.kind in ("Span", "Lbl"):
                heights[has_kind(run.tag, "Note")][run.text] = run.y
        assert heights[True].keys() == heights[False].keys()
        assert all(abs(heights[True][name] - heights[False][name]) < 60 for name in heights[True])


@ON_EVERY_PAPER
def test_lines_are_numbered_by_fives_over_paragraphs_and_pages(paper):
    pack = PACKS["forty moves"]
    document = printed(pack, paper)
    baselines = {}
    for page, run in text_runs(document):
        if run.tag is not None and run.tag.kind == "Span" and run.size > 9:
            baselines.setdefault((page.number, round(-run.y, 1)), None)
    lines = list(baselines)
    numbers = [
        (int(run.text), (page.number, round(-run.y, 1)))
        for page, run in text_runs(document)
        if run.tag is None and run.text.isdigit() and (page.number, round(-run.y, 1)) in baselines
    ]
    assert len(numbers) == 1 + len(lines) // 5
    assert all(lines[number - 1] == where for number, where in numbers)


@ON_EVERY_PAPER
def test_the_task_has_at_least_four_lines_to_write_on(shipped, paper):
    page = printed(shipped, paper).pages[-1]
    lines = [item for item in page.items if isinstance(item, Rule) and item.x1 - item.x0 > 250]
    assert len([rule for rule in lines if rule.y0 < page.frame.top - 40]) >= 5


@pytest.mark.parametrize(("paper", "most"), [(Paper.A4, 2), (Paper.LETTER, 2), (Paper.A5, 3)])
def test_the_shipped_evaluation_takes_few_pages(shipped, paper, most):
    assert len(printed(shipped, paper).pages) <= most


@ON_EVERY_PAPER
def test_no_paragraph_leaves_one_line_alone_on_a_page(paper):
    parted = 0
    for count in range(20, 140, 15):
        pack = evaluation([move(words(count))], *[[move(words(60, f"p{number}x"))] for number in range(9)])
        lines = {}
        for page, run in text_runs(printed(pack, paper)):
            if run.tag is not None and run.tag.kind == "Span" and run.size > 9:
                lines.setdefault((id(run.tag.parent), page.number), set()).add(round(run.y, 1))
        assert min(len(baselines) for baselines in lines.values()) >= 2
        parted += len(lines) - 10
    assert parted >= 4


def test_the_packs_question_serves_where_the_evaluation_has_none():
    data = {"title": "T", "question": "Was it so?", "evaluation": {"paragraphs": [[move("Yes.")]]}}
    assert "Was it so?" in spoken(printed(Pack.model_validate(data)))


@pytest.mark.parametrize(("number", "name"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (51, "az"), (52, "ba")])
def test_letters_go_on_after_z(number, name):
    assert letters(number) == name


@pytest.mark.parametrize(
    ("wanted", "heights", "depth", "tops"),
    [
        ([0, 100], [30, 30], 200, [0, 100]),
        ([0, 10], [30, 30], 200, [0, 35]),
        ([0, 180], [30, 30], 200, [0, 170]),
        ([150, 160], [30, 30], 200, [135, 170]),
        ([], [], 200, []),
    ],
    ids=["free", "pushed down", "kept from the foot", "pushed up together", "none"],
)
def test_notes_settle(wanted, heights, depth, tops):
    assert settled(wanted, heights, depth) == tops


def test_it_says_how_long_it_is(shipped):
    count = sum(len(plain(each.text).split()) for each in all_moves(shipped))
    assert SECTION.describe(setting(shipped)) == f"{count} words, taken apart move by move"
    assert not SECTION.applies(Pack.model_validate({"title": "T"}))


def test_four_times_as_many_moves_are_four_times_the_work(monkeypatch):
    """The lines of the whole answer are not measured again on every page of it."""
    looked_at = []
    opens = ModelLine.opens
    monkeypatch.setattr(ModelLine, "opens", property(lambda line: looked_at.append(line) or opens.fget(line)))

    def work(count):
        looked_at.clear()
        printed(evaluation(*[[move(words(25), words(12)) for _ in range(5)] for _ in range(count)]))
        return len(looked_at)

    few, many = work(20), work(80)
    assert few > 400
    assert many < 5 * few


@ON_EVERY_PAPER
def test_each_size_is_composed_once(monkeypatch, paper):
    composed = []
    opening = section.opening
    monkeypatch.setattr(section, "opening", lambda *parts, **more: composed.append(1) or opening(*parts, **more))
    printed(PACKS["dense notes"], paper)
    assert len(composed) == 3
