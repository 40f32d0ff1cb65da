"""The model evaluation: letters and notes together, lines numbered, no word lost, on every paper."""

import re
from dataclasses import replace
from itertools import pairwise, product

import pytest
from effort import calls_of
from laws import extent, is_furniture, keeps_the_laws, spoken, text_runs
from packs import IN_EVERY_PROFILE, LOOKS, ON_EVERY_PAPER, all_pairs, setting

from studypack.base.resources import catalogue_languages
from studypack.base.wording import letters_for
from studypack.layout.boxes import Space
from studypack.layout.field import Field
from studypack.layout.page import Circle, Rectangle, Rule, TextRun
from studypack.layout.style import CAPITAL_MIDDLE, INK_SOFT, mm
from studypack.layout.tag import Tag
from studypack.layout.theme import theme_for
from studypack.model.choices import Paper, Profile
from studypack.model.content import Pack
from studypack.model.letters import capitalise
from studypack.model.messages import messages
from studypack.model.modes import EvaluationMode
from studypack.model.options import Options
from studypack.model.section_modes import EvaluationModes
from studypack.model.spans import plain
from studypack.model.words import forms_in
from studypack.output.compose import compose
from studypack.output.resolve import choose
from studypack.sections.evaluation import SECTION
from studypack.sections.evaluation.margin_notes import settled

WITH_A_MARGIN = pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])


def words(count, seed="word"):
    return " ".join(f"{seed}{number}" for number in range(count))


def letters(number):
    return letters_for(number).lower()


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
    "four hundred moves": evaluation(
        *[[move(words(12, f"t{first + n}x"), words(6)) for n in range(4)] for first in range(0, 400, 4)], task="Go on."
    ),
    "moves of another language": evaluation([move("Une phrase.", name="Thèse"), move("Une autre.", name="Antithèse")]),
    "a task of a page": evaluation([move("Short.", "Note.")], task=words(105, "task"), question=words(60, "q")),
    "a long word": evaluation([move("x" * 200, "y" * 200)], task="z" * 200),
    "other letters": evaluation([move("Łódź; Ελλάδα; Россия: x<y & z", "Зиновьев & Ĳssel ŧ", "ανάλυση")]),
}  # fmt: skip
CASES = [
    *product(PACKS, [EvaluationMode.ANNOTATED], [Profile.STANDARD], Paper),
    *all_pairs(PACKS, EvaluationMode, Profile, Paper),
]
DOES = {
    "judgement": "answers the question outright",
    "criterion": "says what the judgement is measured by",
    "evidence": "proves a claim with a name, a date or a figure",
    "explanation": "says why the evidence matters",
    "consequence": "follows an action to its result",
    "counter-argument": "puts the case against, fairly",
    "weighing": "says why one side counts for more",
    "conclusion": "answers again, more exactly than before",
}
CHECKS = ("Which moves did you make?", "Before you hand it in")
IN_EVERY_MODE = pytest.mark.parametrize("mode", list(EvaluationMode))


def printed(pack, paper=Paper.A4, profile=Profile.STANDARD, mode=EvaluationMode.ANNOTATED, **modes):
    options = Options(paper=paper, profile=profile, evaluation=EvaluationModes(mode=mode, **modes))
    return compose(pack, options, [SECTION], [SECTION])


def has_kind(tag, kind):
    return isinstance(tag, Tag) and (tag.kind == kind or has_kind(tag.parent, kind))


def is_of_the_answer(run):
    in_paragraph = isinstance(run.tag, Tag) and (run.tag.kind, run.tag.parent.kind) == ("Span", "P")
    return in_paragraph and not has_kind(run.tag, "Note")


def all_moves(pack):
    return [each for paragraph in pack.evaluation.paragraphs for each in paragraph]


def is_letter(run):
    """Whether a text is set as the letter of a move is."""
    style = theme_for(Paper.A4).mark
    return (run.size, run.face) == (style.size, style.face) and run.text.islower()


def pages_of_letters(document, *, in_notes):
    """The page on which each letter first stands."""
    found = {}
    for page, run in text_runs(document):
        circled = isinstance(run.tag, Tag) and run.tag.kind in ("Span", "Lbl") and is_letter(run)
        if circled and has_kind(run.tag, "Note") is in_notes:
            found.setdefault(run.text, page.number)
    return found


@pytest.mark.parametrize(("name", "mode", "profile", "paper"), dict.fromkeys(CASES))
def test_any_evaluation_keeps_the_laws_and_its_words(name, mode, profile, paper):
    document = printed(PACKS[name], paper, profile, mode)
    keeps_the_laws(document)
    if mode is EvaluationMode.ANNOTATED:
        every_word_is_read_once_and_in_order(document, PACKS[name])
        if profile is Profile.STANDARD:
            letters_stand_in_the_text_and_at_their_notes(document, PACKS[name])
        # Only a note of a page's length goes on to the next page, and takes those after it along.
        if profile is Profile.STANDARD and not paper.small and name != "a long note":
            assert pages_of_letters(document, in_notes=False) == pages_of_letters(document, in_notes=True)


def every_word_is_read_once_and_in_order(document, pack):
    said = re.sub(r"\s", "", spoken(document))
    place = -1
    for number, each in enumerate(all_moves(pack)):
        text = letters(number) + re.sub(r"\s", "", plain(each.text))
        assert said.count(text) == 1, f"move {letters(number)} is not there once"
        assert said.index(text) > place, f"move {letters(number)} is out of order"
        place = said.index(text)
        note = re.sub(r"\s", "", plain(each.note))
        assert note in said[place:], f"the note of {letters(number)} is lost"
    task = re.sub(r"\s", "", plain(pack.evaluation.task.text) if pack.evaluation.task else "")
    assert ("Yourturn" in said) is bool(task)
    if task:
        assert said.count(task) == 1


def letters_stand_in_the_text_and_at_their_notes(document, pack):
    names = [letters(number) for number in range(len(all_moves(pack)))]
    assert list(pages_of_letters(document, in_notes=False)) == names
    assert sorted(pages_of_letters(document, in_notes=True)) == sorted(names)


@WITH_A_MARGIN
def test_notes_stand_beside_their_sentences(shipped, paper):
    document = printed(shipped, paper)
    for page in document.pages:
        heights = {True: {}, False: {}}
        for run in [run for own, run in text_runs(document) if own is page and is_letter(run)]:
            if isinstance(run.tag, Tag) and run.tag.kind in ("Span", "Lbl"):
                heights[has_kind(run.tag, "Note")][run.text] = run.y
        assert heights[True].keys() == heights[False].keys()
        assert all(abs(heights[True][name] - heights[False][name]) < 60 for name in heights[True])


@ON_EVERY_PAPER
def test_lines_are_numbered_by_fives_over_paragraphs_and_pages(paper):
    pack = PACKS["forty moves"]
    document = printed(pack, paper)
    baselines = {}
    for page, run in text_runs(document):
        if isinstance(run.tag, Tag) and run.tag.kind == "Span" and run.size > 9:
            baselines.setdefault((page.number, round(-run.y, 1)), None)
    lines = list(baselines)
    numbers = [
        (int(run.text), (page.number, round(-run.y, 1)))
        for page, run in text_runs(document)
        if not isinstance(run.tag, Tag) and run.text.isdigit() and (page.number, round(-run.y, 1)) in baselines
    ]
    assert len(numbers) == 1 + len(lines) // 5
    assert all(lines[number - 1] == where for number, where in numbers)


@ON_EVERY_PAPER
def test_the_task_has_at_least_four_lines_to_write_on(shipped, paper):
    page = printed(shipped, paper).pages[-1]
    lines = [item for item in page.items if isinstance(item, Rule) and item.x1 - item.x0 > 250]
    assert len([rule for rule in lines if rule.y0 < page.frame.top - 40]) >= 5


@IN_EVERY_PROFILE
@pytest.mark.parametrize("check", [True, False])
def test_moves_that_a_task_names_are_printed_where_no_check_has_room_for_them(check, profile):
    named = [f"counter-argument m{number}z" for number in range(12 if check else 2)]
    asked = {"text": "Argue.", "moves": named}
    document = printed(evaluation([move("Short.")], task=asked), Paper.A5, profile, check=check)
    assert all(spoken(document).casefold().count(each) == 1 for each in named)


@pytest.mark.parametrize(
    ("mode", "profile", "paper"), all_pairs((EvaluationMode.ANNOTATED, EvaluationMode.PLAIN), Profile, Paper)
)
def test_a_task_that_names_its_moves_has_a_check_of_these_and_lines_enough(mode, profile, paper):
    model = [move(words(9), name=name) for name in ("judgement", "evidence", "weighing", "conclusion")]
    asked = {"text": "Grant it, then weigh it.", "moves": ["counter-argument", "weighing"]}
    document = printed(evaluation(model, task=asked), paper, profile, mode)
    assert spoken(document).count("Grant it, then weigh it.") == 1
    *_, check = spoken(document).partition("Which moves did you make?")
    assert re.findall(r"Judgement|Evidence|Counter-argument|Weighing|Conclusion", check) == [
        "Counter-argument",
        "Weighing",
    ]
    pitch = theme_for(paper, profile).hand.pitch
    fields = [item for page in document.pages for item in page.items if isinstance(item, Field)]
    lines = sum(1 + int(each.height / pitch) for each in fields if each.name == "Your turn")
    assert lines == 6 if paper in (Paper.A4, Paper.LETTER) and profile is Profile.STANDARD else 4 <= lines <= 6


@pytest.mark.parametrize(("paper", "most"), [(Paper.A4, 2), (Paper.LETTER, 2), (Paper.A5, 3)])
def test_the_shipped_evaluation_takes_few_pages(shipped, paper, most):
    assert len(printed(shipped, paper).pages) <= most


@WITH_A_MARGIN
def test_paragraphs_of_some_lines_are_whole(paper):
    """Where the page before would be left no emptier than by half."""
    for count in range(20, 110, 15):
        pack = evaluation(*[[move(words(count, f"p{number}x"), "A note.")] for number in range(12)])
        pages = {}
        for page, run in text_runs(printed(pack, paper)):
            if is_of_the_answer(run):
                pages.setdefault(id(run.tag.parent), set()).add(page.number)
        assert len(pages) == 12
        assert all(len(each) == 1 for each in pages.values())


@pytest.mark.parametrize(("paper", "profile"), LOOKS)
def test_a_bracket_says_how_far_each_move_goes(paper, profile):
    """One beside the lines of each; moves that share a line share its height. None ends where its page does."""
    roomy = not paper.small and profile is Profile.STANDARD
    paragraphs = [[move(words(14 if roomy else 8, f"t{p}y{n}x"), "A note.") for n in range(4)] for p in range(3)]
    document = printed(evaluation(*paragraphs), paper, profile)
    brackets = [
        (page.number, item.y0, item.y1)
        for page in document.pages
        for item in page.items
        if isinstance(item, Rule) and item.x0 == item.x1 and item.y0 - item.y1 > 3 and item.color == INK_SOFT
    ]
    assert len(brackets) == 12
    for (page, _, low), (other, high, _) in pairwise(brackets):
        assert page != other or low > high
    for number, (page, high, low) in enumerate(brackets):
        own = [
            run for on, run in text_runs(document)
            if on.number == page and run.text.strip().startswith(f"t{number // 4}y{number % 4}x")
        ]  # fmt: skip
        assert own
        assert all(low - 12 < run.y < high + 1 for run in own)


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("judgement", "thick"),
        ("Conclusion", "thick"),
        ("evidence", "thin"),
        ("consequence", "thin"),
        ("counter-argument", "dashed"),
        ("counterargument", "dashed"),
        ("hook", "none"),
        ("a very long name of the author's own that no line of any margin has the room for at all", "none"),
    ],
)
def test_a_rule_under_the_name_of_a_move_tells_its_kind(name, rule, profile):
    """And no shape is round it: these are the marks of points."""
    document = printed(evaluation([move("Short.", "A note.", name)]), profile=profile)
    mark = theme_for(Paper.A4, profile).mark
    ((page, said),) = [
        (page, run) for page, run in text_runs(document)
        if has_kind(run.tag, "Note") and run.face == mark.face and run.text.lower()[:4] == name.lower()[:4]
    ][:1]  # fmt: skip
    around = [
        item for item in page.items
        if isinstance(item, Rectangle) and item.x <= said.x and item.y < said.y < item.y + item.height
    ]  # fmt: skip
    under = [item for item in page.items if isinstance(item, Rule) and item.x0 == said.x and 0 < said.y - item.y0 < 9]
    found = [("dashed" if line.dash else "thick" if line.thickness > 2 else "thin") for line in under]
    assert (around, found) == ([], [] if rule == "none" else [rule])


@pytest.mark.parametrize("profile", [Profile.CLEAR, Profile.LARGE])
def test_a_name_without_a_note_stands_level_with_its_letter(profile):
    document = printed(evaluation([move("Short.", "", "judgement")]), profile=profile)
    (page,) = {page.number: page for page, run in text_runs(document) if run.text == "Judgement"}.values()
    (name,) = [run for run in page.items if isinstance(run, TextRun) and run.text == "Judgement"]
    assert any(
        item.y == pytest.approx(name.y + CAPITAL_MIDDLE * name.size, abs=0.1)
        for item in page.items if isinstance(item, Circle)
    )  # fmt: skip


@ON_EVERY_PAPER
def test_no_paragraph_leaves_one_line_alone_on_a_page(paper):
    """A paragraph of a page's length is parted; those of some lines stay whole where notes stand beside them."""
    parted = 0
    for count in range(20, 140, 15):
        short = [[move(words(60, f"p{number}x"))] for number in range(8)]
        pack = evaluation([move(words(count))], *short, [move(words(500, "long"))])
        lines = {}
        for page, run in text_runs(printed(pack, paper)):
            if isinstance(run.tag, Tag) and run.tag.kind == "Span" and run.size > 9:
                lines.setdefault((id(run.tag.parent), page.number), set()).add(round(run.y, 1))
        assert min(len(baselines) for baselines in lines.values()) >= 2
        parted += len(lines) - 10
    assert parted >= 4


def test_the_packs_question_serves_where_the_evaluation_has_none():
    data = {"title": "T", "question": "Was it so?", "evaluation": {"paragraphs": [[move("Yes.")]]}}
    assert "Was it so?" in spoken(printed(Pack.model_validate(data)))


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


def test_four_times_as_many_moves_are_four_times_the_work():
    """The lines of the whole answer are not measured again on every page of it."""

    def work(count):
        pack = evaluation(*[[move(words(8), words(4)) for _ in range(5)] for _ in range(count)])
        return calls_of(lambda: printed(pack))

    work(1)  # words that were measured before take less
    assert work(80) < 5 * work(20)


@ON_EVERY_PAPER
def test_each_size_is_composed_once(paper):
    context = setting(PACKS["dense notes"], Options(paper=paper))
    SECTION.compose(context)
    titles = [tag for tag in context.tag.walk() if tag.kind == "H1"]
    assert len(titles) == len(theme_for(paper).answer_fits) == 3


def runs_of(document):
    return [run for _, run in text_runs(document)]


def rules_to_write_on(document, shortest=150):
    """The lines below one another that nothing else is printed on, page by page."""
    return [
        sorted({round(item.y0, 1) for item in page.items
                if isinstance(item, Rule) and item.y0 == item.y1 and item.x1 - item.x0 > shortest and item.y0 < page.frame.top}, reverse=True)
        for page in document.pages
    ]  # fmt: skip


def label_of(document, words):
    return [page.number for page, run in text_runs(document) if run.text.strip() == words]


@ON_EVERY_PAPER
@IN_EVERY_PROFILE
@IN_EVERY_MODE
def test_the_shipped_evaluation_in_every_way(shipped, mode, profile, paper):
    document, theme = printed(shipped, paper, profile, mode), theme_for(paper, profile)
    no_page_is_left_nearly_empty(document)
    assert sum(title in spoken(document) for title in CHECKS) == 1
    if mode is EvaluationMode.PLAIN:
        a_plain_copy_has_the_answer_and_none_of_its_notes(document, shipped)
        there_is_room_to_write_on_a_plain_copy(document, theme)
    elif mode is EvaluationMode.SCAFFOLD:
        nothing_of_the_model_is_on_its_scaffold(document, shipped)
        a_scaffold_asks_for_every_move_and_leaves_room_for_it(document, shipped, theme)
    else:
        assert label_of(document, "Name") == label_of(document, "Your turn"), "a name is asked for where pupils write"
        if not theme.notes_margin:  # else the notes stand beside their sentences
            the_notes_of_a_paragraph_begin_on_the_page_where_it_ends(document, shipped)
        if profile is not Profile.STANDARD:
            its_size_and_leading_are_kept(document, theme.body)


def its_size_and_leading_are_kept(document, body):
    text = [(page, run) for page, run in text_runs(document) if is_of_the_answer(run)]
    sentences = [(page, run) for page, run in text if run.face == body.face and len(run.text) > 10]
    assert len(sentences) > 20
    assert {run.size for _, run in sentences} == {body.size}
    steps = [
        round(above.y - below.y, 2) for (page, above), (other, below) in pairwise(sentences)
        if page is other and 0.1 < above.y - below.y < 1.9 * body.size
    ]  # fmt: skip
    assert len(steps) > 10
    assert min(steps) == pytest.approx(1.5 * body.size)


def the_notes_of_a_paragraph_begin_on_the_page_where_it_ends(document, shipped):
    sentences, notes = {}, {}
    for page, run in text_runs(document):
        if is_of_the_answer(run) and len(run.text) > 10:
            sentences.setdefault(id(run.tag.parent), []).append(page.number)
        if has_kind(run.tag, "Note") and run.text.strip() in [letters(number) for number in range(10)]:
            notes[run.text.strip()] = page.number
    ends = [max(pages) for pages in sentences.values()]
    assert len(notes) == 10
    firsts = [letters(sum(len(moves) for moves in shipped.evaluation.paragraphs[:place])) for place in range(5)]
    ended = [page for page in ends if page][-5:]
    assert [notes[name] for name in firsts] == ended


def a_plain_copy_has_the_answer_and_none_of_its_notes(document, shipped):
    said = re.sub(r"\s", "", spoken(document))
    answer = re.sub(r"\s", "", "".join(plain(each.text) for each in all_moves(shipped)))
    assert answer in said, "the answer is one text, without letters"
    assert not any(re.sub(r"\s", "", plain(each.note)) in said for each in all_moves(shipped))
    assert not any(has_kind(run.tag, "Note") for run in runs_of(document))
    for kind in {each.move for each in all_moves(shipped)}:
        assert said.count(re.sub(r"\s", "", f"{kind.capitalize()} {DOES[kind]}")) == 1
    assert label_of(document, "Name") == [page.number for page in document.pages], "no leaf is anybody's"
    numbers = [int(run.text) for run in runs_of(document) if not isinstance(run.tag, Tag) and run.text.isdigit()]
    assert {1, 5, 10, 15, 20, 25} <= set(numbers)


def there_is_room_to_write_on_a_plain_copy(document, theme):
    """Between the lines or in a margin: twice the leading of solid text, or 20 millimetres beside it."""
    page = document.pages[1]
    text = [run for own, run in text_runs(document) if own is page and is_of_the_answer(run)]
    right = max(run.x + run.width for run in text)
    baselines = sorted({run.y for run in text})
    leading = min(b - a for a, b in pairwise(baselines))
    assert leading >= 1.7 * text[0].size - 0.01
    assert theme.frame(recto=page.recto).right - right >= mm(20) or leading >= 2 * text[0].size


def phrases(text, length=4):
    spoken_words = re.findall(r"[^\W_]+", text.casefold())
    return {" ".join(spoken_words[at : at + length]) for at in range(len(spoken_words) - length + 1)}


def nothing_of_the_model_is_on_its_scaffold(document, shipped):
    said = phrases(spoken(document))
    model = phrases(" ".join(plain(each.text) for each in all_moves(shipped))) - phrases(shipped.question)
    assert len(model) > 200
    assert not said & model
    assert plain(shipped.evaluation.task.text)[:30] not in spoken(document)


def a_scaffold_asks_for_every_move_and_leaves_room_for_it(document, shipped, theme):
    text, hand = spoken(document), theme.hand
    asked = [each.move.capitalize() + ": " for each in all_moves(shipped)]
    assert all(asked.count(name) == text.count(name) for name in asked)
    assert label_of(document, "Name") == [page.number for page in document.pages], "no leaf is anybody's"
    lines = rules_to_write_on(document)
    pitches = [a - b for page in lines for a, b in pairwise(page) if a - b < 1.5 * hand.pitch]
    assert hand.pitch >= mm(8)
    assert sum(abs(pitch - hand.pitch) < 0.2 for pitch in pitches) > 20
    length = sum(len(plain(each.text)) for each in all_moves(shipped))
    assert sum(map(len, lines)) >= length * hand.letter / theme.measure


def test_the_lines_of_a_scaffold_follow_the_length_of_the_model():
    def lines(count):
        document = printed(
            evaluation([move(words(count)), move(words(3))], [move(words(3))]), mode=EvaluationMode.SCAFFOLD
        )
        return sum(map(len, rules_to_write_on(document)))

    assert lines(600) > lines(20) + 20


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
@pytest.mark.parametrize("count", [20, 150, 190, 250, 400, 1700])
def test_a_scaffold_s_opening_has_lines_to_write_on_under_it_however_long_the_first_move_is(count, paper):
    pack = evaluation([move(words(count)), move(words(30))])
    pages = rules_to_write_on(printed(pack, paper, mode=EvaluationMode.SCAFFOLD))
    assert len(pages[0]) >= 2 + 4, "the rules of the question and lines"
    assert min(map(len, pages)) >= 2, "a page for one line"


@pytest.mark.parametrize(
    ("kind", "does", "prompt"),
    [
        ("judgement", DOES["judgement"], "Answer the question in one sentence"),
        ("JUDGMENT", DOES["judgement"], "Answer the question in one sentence"),
        ("Counterargument", DOES["counter-argument"], "What is the strongest case against you?"),
        ("evidence", DOES["evidence"], "Which fact proves it best?"),
        ("thèse", "", "Write this part of the answer in a sentence or two of your own."),
        ("x", "", "Write this part of the answer in a sentence or two of your own."),
    ],
)
def test_moves_of_any_name_are_asked_for(kind, does, prompt):
    pack, name = evaluation([move("Text.", name=kind), move("Text.", name="y")]), f"{kind[0].upper()}{kind[1:]}"
    assert f"{name} {does}".strip() in spoken(printed(pack, mode=EvaluationMode.PLAIN))
    assert f"{name}: {prompt}" in spoken(printed(pack, mode=EvaluationMode.SCAFFOLD))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("judgement", "Jugement: Réponds."),
        ("Judgment", "Jugement: Réponds."),
        ("JUGEMENT", "JUGEMENT: Réponds."),
        ("counter-argument", "Counter-argument: What is the strongest case against you?"),
        ("thèse", "Thèse: Write this part"),
    ],
)
def test_moves_are_named_in_english_or_as_they_are_printed(typed, shown):
    own = {"words": {"judgement": "jugement", "judgement_prompt": "Réponds."}}
    pack = evaluation([move("Texte.", name=typed), move("Texte.", name="y")]).model_copy(update=own)
    assert shown in spoken(printed(pack, mode=EvaluationMode.SCAFFOLD))


@pytest.mark.parametrize("key", ["judgement", "counter_argument", "conclusion"])
@pytest.mark.parametrize("language", catalogue_languages())
def test_moves_have_names_in_every_language(language, key):
    name, prompt = (" ".join(forms_in(language, messages()[each])[0].split()) for each in (key, f"{key}_prompt"))
    for typed in (name, key.replace("_", "-")):
        pack = evaluation([move("X.", name=typed), move("X.", name="y")]).model_copy(update={"language": language})
        label = " ".join(f"{capitalise(name, language)}{pack.say.colon} {prompt}".split())
        assert label in spoken(printed(pack, mode=EvaluationMode.SCAFFOLD))


@pytest.mark.parametrize(
    ("text", "note", "hints"),
    [
        ("Halifax declined to go.", "A second kind of proof, conduct as well as motive.", True),
        ("Halifax declined to go.", "Names the minister who declined.", False),
        ("Halifax declined to go.", "Halifax is a good example.", False),
        ("It grew by 84 per cent.", "Uses 84 as proof.", False),
        ("It negotiated late.", "Shows how negotiators failed.", False),
        ("The result was war.", "The best of them, and the shortest.", True),
        ("It declined.", "A hint. " * 50, False),
    ],
    ids=["tells nothing", "a word", "a name", "a number", "a word of the same stem", "common words", "too long"],
)
def test_a_note_hints_only_where_it_gives_nothing_away(text, note, hints):
    said = spoken(printed(evaluation([move(text, note)]), mode=EvaluationMode.SCAFFOLD))
    assert (f"In the model: {note.strip()}" in said) is hints
    assert ("In the model" in said) is hints


@pytest.mark.parametrize(("mode", "profile", "paper"), all_pairs(EvaluationMode, Profile, Paper))
def test_the_check_is_left_out_where_it_is_not_wanted(shipped, mode, profile, paper):
    words = spoken(printed(shipped, paper, profile, mode, check=False))
    assert not any(title in words for title in CHECKS)


def test_no_name_is_asked_for_where_nobody_writes():
    assert label_of(printed(PACKS["no notes"]), "Name") == []


@pytest.mark.parametrize(
    ("mode", "title"),
    [
        (EvaluationMode.ANNOTATED, "Model evaluation"),
        (EvaluationMode.PLAIN, "Model evaluation"),
        (EvaluationMode.SCAFFOLD, "Your own evaluation"),
    ],
)
def test_running_heads_and_contents_call_it_what_its_title_does(shipped, mode, title):
    heads = [page.head for page in printed(shipped, Paper.A4, Profile.STANDARD, mode).pages]
    assert heads == [title] * len(heads)
    assert len(heads) > 1
    options = Options(sections=("contents", "evaluation"), evaluation=EvaluationModes(mode=mode))
    listed = choose(shipped, options)
    assert 1 in label_of(compose(shipped, options, listed.pack, listed.answered), title)


def no_page_is_left_nearly_empty(document):
    for page in document.pages:
        lowest = min(extent(item)[1] for item in page.items if not is_furniture(page, item))
        assert page.frame.top - lowest > 0.45 * page.frame.height, f"page {page.number}"


def test_a_copy_to_write_on_is_a_leaf_of_its_own(shipped):
    before = replace(SECTION, compose=lambda setting: [Space(10)])
    for mode in (EvaluationMode.PLAIN, EvaluationMode.SCAFFOLD):
        options = Options(evaluation=EvaluationModes(mode=mode), duplex=True)
        pages = compose(shipped, options, [before, SECTION, before], [SECTION]).pages
        written = [page.number for page in pages if page.items]
        assert written[0] == 3
        assert written == list(range(3, written[-1] + 1))


@pytest.mark.parametrize(
    ("mode", "says"), [("annotated", "258 words, taken apart move by move"), ("plain", "258 words, to mark up"), ("scaffold", "10 moves to make, with lines to write on")]
)  # fmt: skip
def test_it_says_what_it_prints(shipped, mode, says):
    count = sum(len(plain(each.text).split()) for each in all_moves(shipped))
    options = Options(evaluation=EvaluationModes(mode=mode))
    assert SECTION.describe(setting(shipped, options)) == says.replace("258", str(count))
