"""Whether colours can be read: WCAG's contrast, and the nearest shade that passes.

https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

import colorsys
import re
from dataclasses import dataclass

AA = 4.5
LIGHT, DARK = "#ffffff", "#151819"
# Words in a colour also stand on its own tint and on what the pointer is over: the least kind of
# these grounds, in each theme.
_LIGHT_TINT, _DARK_TINT = "#e5e5e5", "#33373a"
_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Tones:
    """A workspace's colours as both themes can show them; empty for the product's own.

    `fill` is for grounds of buttons, with white words on them in light and black ones in dark;
    `ink` for words, lines and marks.
    """

    fill_light: str = ""
    fill_dark: str = ""
    ink_light: str = ""
    ink_dark: str = ""


def tones(primary: str, accent: str) -> Tones:
    """The shades of the chosen colours that can be read in each theme. The accent is the main
    colour where none was chosen."""
    ink = accent or primary
    return Tones(
        fill_light=readable_on(primary, LIGHT) if primary else "",
        fill_dark=readable_on(primary, _DARK_TINT) if primary else "",
        ink_light=readable_on(ink, _LIGHT_TINT) if ink else "",
        ink_dark=readable_on(ink, _DARK_TINT) if ink else "",
    )


def is_color(text: str) -> bool:
    """Whether it is `#rrggbb` in lower case."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable_on(color: str, ground: str) -> str:
    """The colour itself where it can be read on the ground, else its nearest shade that can."""
    if contrast(color, ground) >= AA:
        return color
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(color)))
    darker = _luminance(ground) > 0.18
    for step in range(1, 101):
        moved = lightness - step / 100 if darker else lightness + step / 100
        shade = _hex(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, moved)), saturation))
        if contrast(shade, ground) >= AA:
            return shade
    return "#000000" if darker else "#ffffff"


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
