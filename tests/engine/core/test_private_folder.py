"""The user folder and what the program writes into it are for their owner alone."""

import os
import stat
import sys
from pathlib import Path

import pytest

from desktop.engine.core import paths
from desktop.engine.files.atomic import write_whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_folders_and_files_are_private_whatever_the_umask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "a" / "home"))
    folder = paths.make_private(paths.user_presets_dir() / "deep")
    write_whole(folder / "preset.tintype", b"{}")
    write_whole(tmp_path / "result.jpg", b"picture")
    assert [mode(place) for place in (folder, folder.parent, paths.user_dir())] == [0o700] * 3
    assert mode(folder / "preset.tintype") == 0o600
    umask = os.umask(0)
    os.umask(umask)
    assert mode(tmp_path / "a") == 0o777 & ~umask
    assert mode(tmp_path / "result.jpg") == 0o666 & ~umask


def test_a_folder_of_an_older_version_is_closed_and_a_chosen_one_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    monkeypatch.setenv(paths.HOME_VARIABLE, str(home))
    paths.make_private(home / "presets")
    assert mode(home) == 0o755
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setattr(paths.platformdirs, "user_data_dir", lambda *_a, **_k: str(home))
    paths.make_private(home / "presets")
    assert mode(home) == 0o700


def test_all_that_an_older_version_left_open_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, beside = tmp_path / "home", tmp_path / "beside.txt"
    (home / "edits" / "one").mkdir(parents=True)
    (home / "edits" / "one" / "a.tintype-edit").write_text("{}")
    beside.write_text("x")
    (home / "link").symlink_to(beside)
    for place in (*home.rglob("*"), home):
        place.chmod(0o777 if place.is_dir() else 0o666)
    beside.chmod(0o644)
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setattr(paths.platformdirs, "user_data_dir", lambda *_a, **_k: str(home))
    paths.make_private(home / "presets")
    left = [place for place in home.rglob("*") if not place.is_symlink() and mode(place) & 0o077]
    assert (left, mode(home), mode(beside)) == ([], 0o700, 0o644)
