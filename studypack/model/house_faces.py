"""The faces of a house: the TrueType files that its text and its headings are set in."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from studypack.base.font_file import FontFile
from studypack.base.record import record
from studypack.model.fields import ContentModel, folder_beside, read_word
from studypack.model.reader import Reader


@record
class NamedFont:
    """A font, read, and its file."""

    name: str
    """Inside the folder of the file that names it: Lato-Regular.ttf, fonts/Lato-Regular.ttf."""
    file: FontFile


def _font(value: object, info: ValidationInfo) -> NamedFont:
    if isinstance(value, NamedFont):
        return value
    name = read_word(value)
    return NamedFont(name, folder_beside(info, "font").fonts.file(name))


Font = Annotated[NamedFont, Reader(_font), WithJsonSchema({"type": "string", "minLength": 1})]
"""The name of a TrueType file."""


class FaceFiles(ContentModel):
    """The files of a face. What is not given is taken from the program's; headings without a bold are in regular."""

    regular: Font
    """Its upright letters: Lato-Regular.ttf."""
    bold: Font | None = None
    """For key terms, answers and headings."""
    italic: Font | None = None
    """For what is stressed."""
    bold_italic: Font | None = None
    """For what is stressed in bold."""


def _files(value: object) -> object:
    """Accept a face that is its regular file alone."""
    return {"regular": value} if isinstance(value, str | NamedFont) else value


_Face = Annotated[FaceFiles, BeforeValidator(_files, json_schema_input_type=str | FaceFiles)]


class HouseFaces(ContentModel):
    """What text and headings are set in: TrueType files beside the file that names them."""

    text: _Face | None = None
    """The face of running text, and of headings that have none of their own."""
    headings: _Face | None = None
    """The face of titles and headings."""
    accessible: bool = False
    """The profiles clear and large have these faces too, in place of Atkinson Hyperlegible."""

    def over(self, weaker: "HouseFaces") -> "HouseFaces":
        """Return these faces with what a weaker house says where this one says nothing."""
        said = {name: getattr(self, name) for name in self.model_fields_set}
        return weaker.model_copy(update={name: value for name, value in said.items() if value is not None})

    def said(self) -> Iterator[tuple[str, str]]:
        """Yield each key that somebody has set, and its value in words."""
        for name, face in (("text", self.text), ("headings", self.headings)):
            if face:
                files = (face.regular, face.bold, face.italic, face.bold_italic)
                yield name, ", ".join(file.name for file in files if file)
        if self.accessible:
            yield "accessible", "yes"
