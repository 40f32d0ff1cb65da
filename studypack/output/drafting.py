"""From rough notes to the text of a content file: a draft, or the pack that an assistant's answer has in it."""

from studypack.base.errors import ContentError, Problem, Severity
from studypack.base.record import record
from studypack.importing.draft import draft_of
from studypack.importing.draft_model import Draft
from studypack.importing.pasted_pack import draft_of_pack, left_around, pasted_pack, unread_draft
from studypack.importing.readers import read_notes
from studypack.importing.written import written
from studypack.output.build import read_bytes
from studypack.output.starter import MODELINE


@record
class Drafted:
    """The text of a content file that was made from notes."""

    text: str
    draft: Draft
    """What it holds, for a summary; of a pasted pack that cannot be read the title alone."""
    is_pasted: bool
    """Whether the notes were a pack already, whose text is as it was pasted."""
    problems: tuple[Problem, ...] = ()
    """Why a pasted pack cannot be read; of one that can, the warnings."""

    @property
    def is_unread(self) -> bool:
        """Whether it is a pasted pack that cannot be read."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def drafted(data: bytes, name: str, language: str) -> Drafted:
    """Return the draft of notes, from their bytes, the name of their file and their language.

    The language is as BCP 47 names it, or empty: then it is guessed. Raises ContentError if the notes cannot be read,
    or make no draft.
    """
    text = pasted_pack(data, name)
    if not text:
        draft = draft_of(read_notes(data, name), language)
        return Drafted(f"{MODELINE}\n{written(draft)}", draft, is_pasted=False)
    try:
        loaded = read_bytes(text.encode(), name)
    except ContentError as error:
        draft, problems = unread_draft(text, name), error.problems
    else:
        draft, problems = draft_of_pack(loaded, text), loaded.warnings
    draft.left_out += left_around(data, name, text)
    return Drafted(text, draft, is_pasted=True, problems=problems)
