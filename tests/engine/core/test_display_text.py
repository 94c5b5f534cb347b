"""Characters that a terminal obeys never reach it from a name."""

import unicodedata

from desktop.engine.core.display_text import spelt_out


def test_ordinary_names_of_any_script_stay_as_they_are() -> None:
    for name in ("Café de nuit", "夜の カフェ", "שלום", "naïve – “quoted” 👩\u200d🎨", "a\\b"):
        assert spelt_out(name) == name


def test_what_a_terminal_obeys_is_spelt_out() -> None:
    assert spelt_out("A\0\x07\x1b[31mred\r\nline2\x9b") == r"A\x00\x07\x1b[31mred\r\nline2\x9b"
    assert spelt_out("photo\u202egpj.exe\u2066") == r"photo\u202egpj.exe\u2066"
    assert spelt_out("a\nb\tc", keep="\n\t") == "a\nb\tc"


def test_no_control_or_direction_is_forgotten() -> None:
    for code in range(0x11_0000):
        letter = chr(code)
        obeyed = unicodedata.category(letter) in ("Cc", "Zl", "Zp") or unicodedata.bidirectional(letter) in (
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
        )  # fmt: skip
        if obeyed:
            assert spelt_out(letter) != letter
