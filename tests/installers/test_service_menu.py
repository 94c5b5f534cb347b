"""The menu for KDE's Dolphin, held against what KIO of Plasma 6 reads of it.

`desktop-file-validate` knows the types of freedesktop.org alone and refuses this one. KIO (`KFileItemActions`) takes
every file in `kio/servicemenus` of a data folder that belongs to root or is executable, shows it where all selected
files are of its `MimeType`, and makes an entry of each of its `Actions` that has a group with a name and a command.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Sequence
from configparser import ConfigParser
from pathlib import Path

import pytest

from installers import debian

ROOT = Path(__file__).resolve().parents[2]
MENU = debian.DATA / "tintype.servicemenu.desktop"
DROPPED = (  # keys that KIO 6 no longer reads
    "ServiceTypes",
    "X-KDE-ServiceTypes",
    "X-KDE-GetActionMenu",
    "X-KDE-ShowIfRunning",
    "X-KDE-ShowIfDBusCall",
    "X-KDE-Require",
)
MIME = re.compile(r"[a-z]+/[a-z0-9.+-]+")


def read(path: Path) -> ConfigParser:
    found = ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",), strict=True)
    found.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    found.read_string(path.read_text("utf-8"))
    return found


def listed(value: str) -> list[str]:
    return [part for part in value.split(";") if part]


def entries(path: Path, kinds: Sequence[str], language: str = "") -> dict[str, str]:
    """Name and command of each entry that Dolphin would show for files of these MIME types."""
    menu = read(path)
    main = menu["Desktop Entry"]
    if not all(kind in listed(main["MimeType"]) for kind in kinds):
        return {}
    groups = [menu[f"Desktop Action {name}"] for name in listed(main["Actions"])]
    name = f"Name[{language}]" if language else "Name"
    return {group.get(name, group["Name"]): group["Exec"] for group in groups}


def test_pictures_have_both_entries_and_other_files_none() -> None:
    commands = ["tintype %F", "tintype colorize --model auto %F"]
    assert list(entries(MENU, ["image/jpeg", "image/tiff"]).values()) == commands
    assert "Im Fenster öffnen" in entries(MENU, ["image/jpeg"], "de")
    assert list(entries(MENU, ["image/png"], "zh_CN")) == ["在窗口中打开", "上色并存放在照片旁"]
    assert entries(MENU, ["image/jpeg", "text/plain"]) == {}
    assert entries(MENU, ["inode/directory"]) == {}


def test_the_file_is_as_kio_documents_it() -> None:
    menu = read(MENU)
    main = menu["Desktop Entry"]
    assert menu.sections()[0] == "Desktop Entry"
    assert (main["Type"], main["X-KDE-Submenu"]) == ("Service", "Tintype")
    assert all(MIME.fullmatch(kind) for kind in listed(main["MimeType"]))
    assert not set(DROPPED) & set(main)
    actions = listed(main["Actions"])
    assert menu.sections()[1:] == [f"Desktop Action {name}" for name in actions]
    assert len(set(actions)) == len(actions)
    for name in actions:
        words = shlex.split(menu[f"Desktop Action {name}"]["Exec"])
        assert [word for word in words if word.startswith("%")] == ["%F"], (
            "one process for all that is selected"
        )


@pytest.mark.usefixtures("qapp")  # which draws the icons
def test_the_package_has_it_where_plasma_looks(tmp_path: Path) -> None:
    collected = tmp_path / "collected"
    collected.mkdir()
    debian.lay_out(collected, tmp_path)
    (laid,) = (tmp_path / "usr" / "share" / "kio" / "servicemenus").iterdir()
    assert laid.read_bytes() == MENU.read_bytes()
    assert laid.suffix == ".desktop"


@pytest.mark.skipif(os.name != "posix", reason="a shell's command")
def test_the_documented_command_installs_one_that_plasma_trusts(tmp_path: Path) -> None:
    """In a folder of the user's own, a file that cannot be executed is refused when it is chosen."""
    documented = (ROOT / "docs" / "other-programs.md").read_text("utf-8")
    command = re.search(r"`(install [^`]*servicemenus[^`]*)`", documented)
    assert command is not None
    env = {**os.environ, "HOME": str(tmp_path)}
    subprocess.run(["sh", "-c", command[1]], check=True, cwd=ROOT, env=env)
    (laid,) = (tmp_path / ".local" / "share" / "kio" / "servicemenus").iterdir()
    assert os.access(laid, os.X_OK)
    assert laid.suffix == ".desktop"
    assert entries(laid, ["image/jpeg"])
