"""Text can be told from its ground in both themes, as WCAG asks for."""

import json
from pathlib import Path

import pytest

THEMES = Path(__file__).resolve().parents[2] / "resources" / "theme"
# Words on their ground: WCAG 2.1 asks for 4.5 to 1. What is disabled is exempt there.
TEXT_ON = {
    "text": ("window", "panel", "raised", "hover", "chosen", "error_ground", "info_ground"),
    "muted": ("window", "panel", "raised", "hover", "chosen"),
    "accent": ("window", "panel", "raised", "info_ground"),
    "on_accent": ("accent", "accent_hover"),
    "error": ("window", "panel", "error_ground"),
}
# Where the keyboard is: WCAG asks for 3 to 1 beside the ground.
FOCUS_ON = ("window", "panel", "raised")


def luminance(color: str) -> float:
    """WCAG's relative luminance of #rrggbb."""
    channels = [int(color[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG's contrast, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_wcags() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_can_be_told_from_their_ground(theme: str) -> None:
    colors = json.loads((THEMES / f"{theme}.json").read_text())
    poor = {
        f"{text} on {ground}": round(contrast(colors[text], colors[ground]), 2)
        for text, grounds in TEXT_ON.items()
        for ground in grounds
        if contrast(colors[text], colors[ground]) < 4.5
    }
    assert poor == {}
    assert all(contrast(colors["accent"], colors[ground]) >= 3 for ground in FOCUS_ON)
    assert contrast(colors["text"], colors["surround"]) >= 3
