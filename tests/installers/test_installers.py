"""What is made of a collected program: the .deb from building to removing, and files that only other systems read."""

import plistlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop import __version__
from desktop.cli.main import make_parser
from desktop.engine.decode.file_formats import MIME_TYPES
from desktop.engine.decode.reader import SUPPORTED_SUFFIXES
from installers import debian, proof
from installers.facts import BUNDLE_ID, DOCUMENT_TYPES
from installers.icon import draw_icon

ROOT = Path(__file__).resolve().parents[2]
needs_dpkg = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dpkg-deb") is None, reason="dpkg is Debian's"
)

# Icons are drawn by an application, of which a process has one: it has to be that of the window.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def collected(tmp_path: Path) -> Path:
    """A folder as PyInstaller leaves it, with a program that says nothing."""
    folder = tmp_path / "dist" / "tintype"
    (folder / "_internal").mkdir(parents=True)
    (folder / "tintype").write_text("#!/bin/sh\n")
    (folder / "tintype").chmod(0o700)
    (folder / "_internal" / "data").write_text("x")
    return folder


@needs_dpkg
def test_a_deb_holds_program_menu_entry_and_icons_for_everybody(
    tmp_path: Path, collected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "packages_for", lambda _collected: ["libegl1", "libx11-6"])
    package = debian.make_deb(collected, tmp_path)
    subprocess.run(["dpkg-deb", "-x", str(package), str(tmp_path / "root")], check=True)
    usr = tmp_path / "root" / "usr"
    assert (usr / "bin" / "tintype").resolve() == (usr / "lib" / "tintype" / "tintype").resolve()
    assert (usr / "lib" / "tintype" / "tintype").stat().st_mode & 0o777 == 0o755
    assert (usr / "lib" / "tintype" / "_internal" / "data").stat().st_mode & 0o777 == 0o644
    for name in ("applications/tintype.natural.desktop", "kio/servicemenus/tintype.desktop"):
        assert (usr / "share" / name).is_file()
    applications = sorted(path.name for path in (usr / "share" / "applications").iterdir())
    # A desktop without a choice of its own opens pictures with the first by name: never with what colours at once.
    assert applications == ["tintype.desktop", "tintype.natural.desktop"]
    for name in ("applications/tintype.desktop", "mime/packages/tintype.xml", "doc/tintype/copyright"):
        assert (usr / "share" / name).is_file()
    assert (usr / "share" / "icons/hicolor/128x128/apps/tintype.png").is_file()
    fields = subprocess.run(
        ["dpkg-deb", "-f", str(package)], capture_output=True, text=True, check=True
    ).stdout
    assert f"Version: {__version__}\n" in fields
    assert re.search(r"^Depends: libc6 \(>= [\d.]+\), libegl1, libx11-6$", fields, re.MULTILINE)


@needs_dpkg
def test_a_removed_deb_leaves_nothing(tmp_path: Path, collected: Path) -> None:
    proof._prove_removal(debian.make_deb(collected, tmp_path), tmp_path / "installed")


@needs_dpkg
def test_the_tarball_holds_one_folder(tmp_path: Path, collected: Path) -> None:
    package = debian.make_tarball(collected, tmp_path)
    told = subprocess.run(["tar", "-tf", str(package)], capture_output=True, text=True, check=True).stdout
    assert {line.split("/")[0] for line in told.splitlines()} == {package.name.removesuffix(".tar.xz")}


def test_a_program_that_fails_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exit status 3: broken"):
        proof.run(
            [sys.executable, "-c", "import sys; print('broken', file=sys.stderr); sys.exit(3)"], tmp_path
        )


def test_the_icon_is_drawn_on_nothing(tmp_path: Path) -> None:
    from PIL import Image

    with Image.open(draw_icon(debian.ICON, tmp_path / "icon.png", 48)) as icon:
        assert (icon.size, icon.mode) == ((48, 48), "RGBA")
        low, high = icon.getchannel("A").getextrema()
    assert (low, high) == (0, 255)


def test_files_for_systems_can_be_parsed() -> None:
    mime = ElementTree.parse(debian.DATA / "tintype.mime.xml").getroot()
    kind = mime[0].get("type")
    component = ElementTree.parse(debian.DATA / "tintype.metainfo.xml").getroot()
    entry = (debian.DATA / "tintype.desktop").read_text("utf-8")
    assert component.findtext("launchable") == "tintype.desktop"
    assert kind == component.findtext("provides/mediatype")
    assert f"{kind};" in entry
    entitlements = plistlib.loads((ROOT / "installers" / "macos" / "entitlements.plist").read_bytes())
    assert all(key.startswith("com.apple.security.cs.") for key in entitlements)
    assert "heic" in DOCUMENT_TYPES[0]["CFBundleTypeExtensions"]


def test_workflows_build_and_release_what_installers_make() -> None:
    yaml = pytest.importorskip("yaml")
    folder = ROOT / ".github" / "workflows"
    tests, build = (yaml.safe_load((folder / name).read_text("utf-8")) for name in ("tests.yml", "build.yml"))
    matrix = tests["jobs"]["tests"]["strategy"]["matrix"]
    assert len(matrix["system"]) == 3
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    assert matrix["python"][0] == oldest.removeprefix(">=")
    steps = build["jobs"]["build"]["steps"]
    assert any(step.get("run") == "python run.py build" for step in steps)
    assert any("installers.installed" in step.get("run", "") for step in steps)
    assert build["jobs"]["release"]["needs"] == "build"
    assert build["jobs"]["release"]["permissions"]["attestations"] == "write"


ENTRY = re.compile(r"\[.+\]|[A-Za-z-]+(\[\w+\])?=.+|")


@pytest.mark.parametrize(
    "name", ["tintype.desktop", "tintype.natural.desktop", "tintype.servicemenu.desktop"]
)
def test_menus_of_file_managers_are_well_formed_and_offer_what_there_is(name: str) -> None:
    lines = (debian.DATA / name).read_text("utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert all(ENTRY.fullmatch(line) for line in lines)
    values = dict(line.partition("=")[::2] for line in lines if "=" in line)
    pictures = [kind for kind in values["MimeType"].split(";") if kind.startswith("image/")]
    assert pictures == list(MIME_TYPES)
    actions = [action for action in values.get("Actions", "").split(";") if action]
    assert [line for line in lines if "Action " in line] == [
        f"[Desktop Action {action}]" for action in actions
    ]
    for command in (line.removeprefix("Exec=") for line in lines if line.startswith("Exec=")):
        words = command.split()
        assert (words[0], words[-1]) == ("tintype", "%F")
        if len(words) > 2:
            assert make_parser().parse_args([*words[1:-1], "a.jpg"]).photos == [Path("a.jpg")]
    for language in ("de", "zh_CN"):
        assert sum(line.startswith(f"Name[{language}]=") for line in lines) >= len(actions)


def test_the_quick_action_of_macos_opens_the_program() -> None:
    contents = ROOT / "installers" / "macos" / "Colour with Tintype.workflow" / "Contents"
    info = plistlib.loads((contents / "Info.plist").read_bytes())
    flow = plistlib.loads((contents / "document.wflow").read_bytes())
    (service,) = info["NSServices"]
    assert service["NSMessage"] == "runWorkflowAsService"
    assert service["NSSendFileTypes"] == ["public.image"]
    command = flow["actions"][0]["action"]["ActionParameters"]["COMMAND_STRING"]
    assert BUNDLE_ID in command
    assert '"$@"' in command


SECTIONS = {"Setup", "Languages", "CustomMessages", "Files", "Icons", "Registry", "Run"}
PARAMETER = re.compile(r'(\w+): ("(?:[^"]|"")*"|[^;"]+)(?:; |$)')


def test_the_script_of_inno_setup_is_well_formed_and_speaks_of_what_is_there() -> None:
    folder = ROOT / "installers" / "windows"
    section, types = "", set()
    for line in (folder / "tintype.iss").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith(";") or line.lstrip().startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[]")
            assert section in SECTIONS
        elif section == "CustomMessages":
            assert re.fullmatch(r"(en|de)\.\w+=.+", line), line
        elif section == "Setup":
            name, _, value = line.partition("=")
            assert re.fullmatch(r"[A-Za-z0-9]+", name), line
            assert name != "LicenseFile" or (folder / value.replace("\\", "/")).is_file()
        else:
            found = dict(PARAMETER.findall(line))
            assert PARAMETER.sub("", line) == "", line
            if found.get("Subkey", "").endswith('SupportedTypes"'):
                types.add(found["ValueName"].strip('"'))
    assert types
    assert types <= set(SUPPORTED_SUFFIXES)
