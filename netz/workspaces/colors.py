"""Whether colours can be read: WCAG's contrast, and the nearest shade that passes.

https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

import colorsys
import re

AA = 4.5
LIGHT, DARK = "#ffffff", "#151819"
_HEX = re.compile(r"#[0-9a-f]{6}")


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
