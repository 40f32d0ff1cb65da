"""The presets: what each prints, and how, where nobody says it otherwise."""

from collections.abc import Mapping
from dataclasses import field

from studypack.base.record import record
from studypack.model.choices import Openings, Preset
from studypack.sections import exit, flashcards, overview, questions, quiz, table, timeline, title, worksheets
from studypack.sections.kit.section import Section


@record
class PresetChoices:
    """What a preset stands for."""

    sections: tuple[Section, ...] = ()
    """Those that are printed, as far as the content has something for them; of none, all that it would fill."""
    options: Mapping[str, object] = field(default_factory=dict)
    """Other choices, by the names of their fields: openings, worksheets.sheets."""
    most_pages: int = 0
    """Sections are left out, the last ones first, until the others have room on so many pages; 0 for any number."""
    says: str = ""
    """What it is, in a few words."""


PRESETS: Mapping[Preset, PresetChoices] = {
    Preset.FULL: PresetChoices(
        options={"openings": Openings.PAGE, "flashcards.from_points": True},
        says="all that the content has something for, each on pages of its own",
    ),
    Preset.WORKSHEETS: PresetChoices((worksheets.SECTION,)),
    Preset.REVISION: PresetChoices(
        (title.SECTION, overview.SECTION, quiz.SECTION, flashcards.SECTION), options={"flashcards.from_points": True}
    ),
    Preset.LESSON: PresetChoices(
        (questions.SECTION, quiz.SECTION, exit.SECTION),
        says="what is handed out in a lesson beside what is taught",
    ),
    Preset.SHEET: PresetChoices(
        (table.SECTION, worksheets.SECTION, title.SECTION, timeline.SECTION),
        options={"openings": Openings.RUN_ON, "worksheets.sheets": 1},
        most_pages=2,
        says="one leaf; what has no room on it is left out, the last first",
    ),
}
