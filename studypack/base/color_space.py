"""Colours as hexadecimal codes: their contrast on paper, the black ink that stands for them, and the nearest that will
do.

The nearest is sought in OKLCH (Ottosson 2020, "A perceptual color space for image processing"): lightness alone
changes, so that a blue stays the blue that it was; chroma gives way where sRGB has no such colour.
"""

import math
import re
from collections.abc import Callable

_CODE = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_STEPS = 512
"""Of lightness, from black to white: a step is less than an eye sees."""
_HALVINGS = 12
"""Of chroma, until it is the most that sRGB has."""
_MORE_INK = 1.15
"""Of the ink that luma asks for: it makes running text solid black, which no copier breaks up into dots."""
Triple = tuple[float, float, float]


def read_code(text: str) -> str:
    """Return a colour's code with six small digits: #1f4e79 of 1F4E79, #aabbcc of #abc. Empty if it is none."""
    found = _CODE.fullmatch(text.strip())
    if found is None:
        return ""
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(each * 2 for each in digits))


def contrast_on_white(code: str) -> float:
    """Return the contrast of a colour on white paper, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    red, green, blue = map(_linear, _parts(code))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def black_ink(luma: float) -> float:
    """Return the black ink, from 0 to 1, that stands for a colour of this luma in grey: a little more than 1 − luma."""
    return min(1.0, _MORE_INK * (1 - luma))


def ink_of(code: str) -> float:
    """Return the black ink that stands for a colour in grey, from 0 to 1."""
    red, green, blue = _parts(code)
    return black_ink(0.3 * red + 0.59 * green + 0.11 * blue)


def nearest(code: str, passes: Callable[[str], bool]) -> str:
    """Return the colour nearest in lightness to one, of the same hue, that passes a test; empty if none does."""
    light, chroma, hue = _oklch(code)
    tried = sorted(range(_STEPS + 1), key=lambda step: abs(step / _STEPS - light))
    found = (_in_gamut(step / _STEPS, chroma, hue) for step in tried)
    return next(filter(passes, found), "")


def _parts(code: str) -> Triple:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(part: float) -> float:
    """From sRGB to light (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _from_linear(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _oklch(code: str) -> Triple:
    """Lightness from 0 to 1, chroma, and hue in radians."""
    red, green, blue = map(_linear, _parts(code))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    light = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return light, math.hypot(a, b), math.atan2(b, a)


def _in_gamut(light: float, chroma: float, hue: float) -> str:
    """The code of a colour, with as much of its chroma as sRGB has at this lightness."""
    least, most = 0.0, chroma
    if not _fits(_rgb(light, most, hue)):
        for _ in range(_HALVINGS):
            middle = (least + most) / 2
            least, most = (middle, most) if _fits(_rgb(light, middle, hue)) else (least, middle)
        most = least
    return "#" + "".join(
        f"{round(255 * min(max(_from_linear(max(part, 0)), 0), 1)):02x}" for part in _rgb(light, most, hue)
    )


def _fits(parts: Triple) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in parts)


def _rgb(light: float, chroma: float, hue: float) -> Triple:
    """Red, green and blue light, below 0 or above 1 where sRGB has no such colour."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
