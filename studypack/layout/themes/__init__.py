"""The themes that come with the program: each is a table of its own values by role, in one file."""

from collections.abc import Mapping

from studypack.layout.role import ThemeData
from studypack.layout.themes.guide import GUIDE
from studypack.layout.themes.plain import PLAIN
from studypack.layout.themes.primary import PRIMARY
from studypack.model.choices import ThemeName

THEMES: Mapping[ThemeName, ThemeData] = {
    ThemeName.GUIDE: GUIDE,
    ThemeName.PLAIN: PLAIN,
    ThemeName.PRIMARY: PRIMARY,
}
