"""The presets: what each prints, and how, where nobody says it otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from studypack.model.options import Openings, Preset
from studypack.sections import flashcards, overview, title, worksheets
from studypack.sections.kit.section import Section


@dataclass(frozen=True, slots=True)
class PresetChoices:
    """What a preset stands for."""

    sections: tuple[Section, ...] = ()
    """Those that are printed, as far as the content has something for them; of none, all that it would fill."""
    options: Mapping[str, object] = field(default_factory=dict)
    """Other choices, by the names of their fields."""


PRESETS: Mapping[Preset, PresetChoices] = {
    Preset.FULL: PresetChoices(options={"openings": Openings.PAGE}),
    Preset.WORKSHEETS: PresetChoices((worksheets.SECTION,)),
    Preset.REVISION: PresetChoices((title.SECTION, overview.SECTION, flashcards.SECTION)),
}
