"""One slip of a known kind in a sound content file: what is typed, where a teacher would look for it, what mends it.

Every slip follows from its seed and its number alone. Nothing here knows the program.
"""

from contextlib import suppress
from pathlib import Path
from random import Random

from tests.fuzz.slipping import dashes, indents, keys, marks, texts, values
from tests.fuzz.slipping.source import NoPlaceError, Source

ROOT = Path(__file__).parents[3]
SOUND = (
    *sorted((ROOT / "tests" / "fuzz" / "sound").glob("*.yaml")),
    ROOT / "tests" / "fuzz" / "corpus" / "every-key.yaml",
    ROOT / "content" / "anglo-soviet-relations.yaml",
)
KINDS = {
    kind.__name__: kind
    for kind in (
        keys.optional_key_misspelt, keys.required_key_misspelt, keys.key_capitalised, values.document_word_for_key,
        keys.required_key_missing, keys.key_doubled, keys.colon_missing, keys.colon_missing_over_list,
        keys.colon_missing_before_brace, keys.space_missing_before_brace, keys.space_missing_after_colon, keys.space_missing_after_colon_in_braces,
        keys.equals_for_colon, keys.value_missing, dashes.dash_glued_to_word, dashes.dash_glued_to_key,
        dashes.dash_glued_to_brace, dashes.dash_of_another_kind, dashes.dash_missing, dashes.first_dash_missing,
        dashes.second_dash_missing, dashes.first_dash_off, dashes.later_dash_off, dashes.item_too_far_right,
        dashes.item_into_text, indents.key_one_right, indents.key_two_right, indents.key_one_left,
        indents.key_two_left, indents.first_key_one_right, indents.first_line_left_out, indents.line_of_text_left,
        indents.line_of_text_left_with_mark, indents.text_under_bar_left, indents.tab_for_indent, marks.double_quote_unclosed,
        marks.single_quote_unclosed, marks.closing_quote_lost, marks.quotes_within_quotes, marks.apostrophe_in_single_quotes,
        marks.escape_in_double_quotes, marks.odd_first_character, marks.second_colon, marks.comment_cuts,
        marks.bracket_unclosed, marks.brace_unclosed, marks.bracket_opened_in_vain, marks.comma_missing,
        texts.gap_unclosed, texts.gap_unopened, texts.gap_empty, texts.stars_unclosed,
        values.choice_misspelt, values.choice_unheard_of, values.date_wrong, values.number_wrong,
        values.section_misspelt, values.reference_misspelt, values.id_misspelt, values.id_doubled,
        values.text_for_list, values.list_for_text, values.text_for_keys, values.item_for_keys,
        values.second_document, values.text_on_line_of_bar, values.list_on_line_of_key,
    )
}  # fmt: skip


def sources():
    """The sound files that slips are planted in."""
    return [Source(path) for path in SOUND]


def planted(seed, number, sources):
    """The kind of this number and its slip, and the file it was planted in; the slip is None where none fits."""
    name = list(KINDS)[number % len(KINDS)]
    chance = Random(f"{seed}:{number}")
    for _ in range(8):
        source = chance.choice(sources)
        with suppress(NoPlaceError):
            slip = KINDS[name](source, chance)
            if slip.text != source.text:
                return name, slip, source
    return name, None, None
