"""The sections that a pack can have, in the order in which they are printed."""

from studypack.sections import contents, overview, table
from studypack.sections.section import Section

SECTIONS: tuple[Section, ...] = (
    contents.SECTION,
    overview.SECTION,
    table.SECTION,
)
