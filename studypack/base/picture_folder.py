"""The folder that the pictures of a pack, or of a house style, are read from."""

from pathlib import Path

from typing_extensions import override

from studypack.base import limits
from studypack.base.file_folder import CONTENT_FILE, FileFolder, FileKind, FileState
from studypack.base.font_file import FontFolder
from studypack.base.raster import Raster, decode_picture


class PictureFolder(FileFolder[Raster]):
    """Reads pictures by the names that a content file gives; each file once, until it changes."""

    kind = FileKind(
        "picture", "dam.png, pictures/dam.png", (".png", ".jpg", ".jpeg"), "PNG or JPEG", limits.PICTURE_BYTES
    )

    def __init__(
        self, folder: Path, owner: str = CONTENT_FILE, states: dict[Path, FileState | None] | None = None
    ) -> None:
        super().__init__(folder, owner, states)
        self.fonts = FontFolder(folder, owner, self.states)
        """What reads the fonts in the same folder."""
        self._others: dict[Path, PictureFolder] = {}

    @override
    def decoded(self, data: bytes) -> Raster:
        return decode_picture(data)

    def beside(self, folder: Path, owner: str) -> "PictureFolder":
        """Return what reads the pictures of another folder, which is that of `owner`; files are counted together."""
        if folder not in self._others:
            self._others[folder] = PictureFolder(folder, owner, self.states)
        return self._others[folder]
