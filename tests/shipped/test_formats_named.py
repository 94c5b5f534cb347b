"""README and guide name every format that can be opened."""

from pathlib import Path

import pytest

from desktop.engine.decode.file_formats import FILE_FORMATS

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", *(f"resources/help/{language}/saving.md" for language in ("en", "de", "zh_CN")))


@pytest.mark.parametrize("page", PAGES)
def test_every_format_is_named(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert [known.name for known in FILE_FORMATS if known.name not in text] == []
