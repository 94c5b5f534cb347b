"""Text drawn into pictures, in the font that comes with the program, shortened to fit."""

import unicodedata
from functools import cache

from PIL import ImageFont

from desktop.engine.core import paths

FONT_FILE = "DejaVuSans.ttf"  # Pillow's built-in font has no accents
ELLIPSIS = "…"


@cache
def font(size_px: int) -> ImageFont.FreeTypeFont:
    """The program's font: Latin with every accent, Greek, Cyrillic and more, but no Chinese or Japanese."""
    # Pillow's own layout, since the other engine is not part of every build.
    return ImageFont.truetype(
        paths.resources_dir() / "fonts" / FONT_FILE, size_px, layout_engine=ImageFont.Layout.BASIC
    )


def wrapped(text: str, size_px: int, width_px: int, max_lines: int) -> list[str]:
    """`text` in lines of at most `width_px`; the last of `max_lines` ends in an ellipsis if more would follow.

    A word that is too long by itself is broken.
    """
    letters = font(size_px)
    lines: list[str] = []
    rest = " ".join(unicodedata.normalize("NFC", text).split())
    while rest:
        if len(lines) == max_lines:
            lines[-1] = _shortened(lines[-1], letters, width_px)
            break
        end = _fitting(rest, letters, width_px)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return lines


def _fitting(text: str, letters: ImageFont.FreeTypeFont, width_px: int) -> int:
    """How many characters make the first line; at least one."""
    if letters.getlength(text) <= width_px:
        return len(text)
    end = 1
    while end < len(text) and letters.getlength(text[: end + 1].rstrip()) <= width_px:
        end += 1
    if text[end] == " ":
        return end
    return max(text.rfind(" ", 0, end) + 1, text.rfind("-", 0, end) + 1) or end


def _shortened(line: str, letters: ImageFont.FreeTypeFont, width_px: int) -> str:
    while line and letters.getlength(line + ELLIPSIS) > width_px:
        line = line[:-1]
    return line.rstrip(" ,;-(") + ELLIPSIS
