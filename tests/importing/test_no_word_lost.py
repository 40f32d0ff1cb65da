"""Whatever the notes are, the draft is valid, and every word of them is in it, in its comments, or told as left out."""

import pytest

from studypack.base.errors import ContentError
from studypack.importing.readers import read_notes
from studypack.model.spans import plain
from studypack.output.build import read
from studypack.output.page_advice import compose_documents
from tests.importing.drafts import imported, words, words_of
from tests.importing.notes_by_chance import notes_by_chance

SEEDS = 300
BUILT = 6
NOTHING = "nothing in these notes that a pack can print"


def draft_of_seed(seed):
    """The draft of notes by chance, the notes as they are read and as typed; None if they have nothing to print."""
    text, name = notes_by_chance(seed)
    language = ("en-GB", "en-GB", "fr", "de", "pl")[seed % 5]
    try:
        return imported(text, name, language), read_notes(text.encode(), name), text
    except ContentError as error:
        assert NOTHING in str(error) or "no words" in str(error)
        return None


@pytest.mark.parametrize("first", range(0, SEEDS, 50))
def test_no_word_of_notes_by_chance_is_lost(first):
    made = [found for seed in range(first, first + 50) if (found := draft_of_seed(seed))]
    assert len(made) > 40
    for draft, notes, typed in made:
        plain_words = {word for word in words(typed) if word.isalpha() and len(word) > 2 and word != "amp"}
        assert not plain_words - set(words_of(draft)), typed
        lost = words(*(line.text for line in notes.lines)) - words_of(draft)
        assert not lost, notes.lines
        assert not words(*(left.text for left in notes.left_out)) - words_of(draft)


def test_drafts_of_notes_by_chance_build(tmp_path):
    made = [found for seed in range(BUILT) if (found := draft_of_seed(seed))]
    assert made
    for draft, _, _ in made:
        path = tmp_path / "draft.yaml"
        path.write_text(draft.text, encoding="utf-8")
        assert compose_documents(read(path))


@pytest.mark.parametrize(
    "sentence",
    [
        r"a path C:\notes\*.docx and a \ alone, and \n",
        "a star * alone, 2*3*4 and a grade A*",
        "braces {x}, {{x}}, {{a|b}}, {{c1::a::b}}, {{ and }}",
        "brackets [a] and [b]{lang=fr} and [^1]",
        "marks H~2~O, x^2^ and x^2+y^2",
        r"D:{{x2 and C:\notes, (D:{{{{x",
        r"dollars $5 and $10, $x$, $$y$$, $\frac{1}{2}$ and $\bad{",
        "ticks ` and `` and ```",
        "a|b and a||b",
        "# no \"comment\" 'here' &a *b !c %d @e ?",
    ],
)
def test_signs_print_as_they_were_typed(sentence):
    draft = imported(f"Signs\n\nPros\n- The first has {sentence} in the middle\n- The second has {sentence}\n")
    assert [_typed(plain(point.text)) for point in draft.pack.points] == [
        f"The first has {sentence} in the middle",
        f"The second has {sentence}",
    ]


@pytest.mark.parametrize(
    "key", ["date", "title", "text", "side", "question", "points", "move", "pack", "Date", "nonsense"]
)
def test_words_that_are_keys_of_a_pack_stay_words(key):
    notes = f"Signs\n\nPros\n- {key}: {'a word or so ' * 30} {key}: more\n    - {key}: an item\n    - second\n"
    draft = imported(f"{notes}\nSummary\n\n{key}: all of it\n")
    assert not words(notes) - words_of(draft)
    assert plain(draft.pack.summary).casefold() == f"{key}: all of it".casefold()


def _typed(printed):
    """A printed text with straight quotation marks and hyphens."""
    for curly, straight in ('“"', '”"', "‘'", "’'", "–-"):
        printed = printed.replace(curly, straight)
    return printed
