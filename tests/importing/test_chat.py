"""Chats that were exported as text: the messages are the notes."""

import pytest

from tests.importing.drafts import imported, words, words_of

BRACKETS = """\
[11/03/2024, 19:02:14] Classics duo: Messages and calls are end-to-end encrypted. No one can read them.
[11/03/2024, 19:04:40] Tilly: RIGHT \U0001f5e1\ufe0f
[11/03/2024, 19:05:01] Tilly: king: dictator for life
[11/03/2024, 19:07:59] Tilly: <Media omitted>
[11/03/2024, 19:09:12] Tilly: senate: packed with his mates
[11/03/2024, 19:20:02] Kofi: WRONG
- debt: it was cut
- land: for veterans
[11/03/2024, 19:21:16] Kofi: calendar: we still use it
"""
DASHES = """\
11/03/2024, 7:02 pm - Tilly created group "Caesar"
11/03/2024, 7:04 pm - Tilly: RIGHT
11/03/2024, 7:05 pm - Tilly: king: dictator for life
11/03/2024, 7:09 pm - Tilly: senate: packed with his mates
11/03/2024, 7:20 pm - Kofi: WRONG
11/03/2024, 7:21 pm - Kofi: debt: it was cut
11/03/2024, 7:22 pm - Kofi: land: for veterans
11/03/2024, 7:23 pm - Kofi: calendar: we still use it
"""
DATED = "Caesar\n\n11/03/2024, 7:04 pm - the vote: it was lost\n- land: for veterans\n"


@pytest.mark.parametrize("notes", [BRACKETS, DASHES])
def test_messages_are_the_notes_and_when_they_were_sent_is_left_out(notes):
    draft = imported(notes, "caesar.txt")
    assert draft.points == {"RIGHT": ["king", "senate"], "WRONG": ["debt", "land", "calendar"]}
    assert not [point["date"] for point in draft.told["points"] if point["date"]]
    assert not words(notes) - words_of(draft)


def test_a_date_and_a_time_at_the_start_of_one_line_are_no_chat():
    assert "11/03/2024, 7:04 pm" in imported(DATED).text
