"""What memory is free, as far as the system tells."""

from pathlib import Path

import pytest

from desktop.engine.core import memory


def test_what_is_free_is_found_and_halved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text("MemTotal: 8000 kB\nMemAvailable: 4000 kB\n")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")
    monkeypatch.setattr(memory, "CGROUPS", ())
    monkeypatch.delenv(memory.MEMORY_VARIABLE, raising=False)
    monkeypatch.setattr(memory.sys, "platform", "linux")
    assert memory.free_bytes() == 4000 << 10
    assert memory.max_picture_bytes() == 2000 << 10


def test_a_container_has_what_its_group_leaves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text("MemAvailable: 4000 kB\n")
    (tmp_path / "max").write_text("3000000\n")
    (tmp_path / "current").write_text("1000000\n")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")
    monkeypatch.setattr(memory, "CGROUPS", ((tmp_path / "max", tmp_path / "current"),))
    monkeypatch.setattr(memory.sys, "platform", "linux")
    assert memory.free_bytes() == 2_000_000
    (tmp_path / "max").write_text("max\n")
    assert memory.free_bytes() == 4000 << 10


@pytest.mark.parametrize(("text", "expected"), [("100", 100 << 20), ("0", None), ("much", None)])
def test_the_environment_sets_another_limit(
    monkeypatch: pytest.MonkeyPatch, text: str, expected: int | None
) -> None:
    monkeypatch.setenv(memory.MEMORY_VARIABLE, text)
    monkeypatch.setattr(memory, "free_bytes", lambda: 2000)
    assert memory.max_picture_bytes() == (1000 if expected is None else expected)
