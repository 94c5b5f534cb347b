"""Whatever removes, renames or writes files is listed, with its reason, in docs/deletions.md."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("run.py", "benchmarks", "export", "installers", "train")  # of developers, beside the program
ALWAYS = {"rmtree", "rmdir", "unlink", "write_text", "write_bytes", "symlink_to", "hardlink_to"}
CLASSES = {
    "QLockFile",
    "TemporaryDirectory",
    "QTemporaryDir",
    "QSaveFile",
    "QSettings",
    "RotatingFileHandler",
}
OF_MODULES = {
    "os": {"link", "open", "remove", "removedirs", "rename", "renames", "replace", "symlink", "truncate"},
    "shutil": {"copy", "copy2", "copyfile", "copytree", "move"},
}
OF_A_PATH = {"rename", "replace"}  # with one argument; those of texts and of our own classes have more
WRITING = re.compile(r"[rwax+bt]*[wax+][rwax+bt]*")


def calls(tree: ast.AST) -> Iterator[str]:
    """Names of the calls that may cost somebody a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            owner = _name(node.func.value) if isinstance(node.func, ast.Attribute) else ""
            renames_path = owner and name in OF_A_PATH and len(node.args) == 1 and not node.keywords
            opens = name in ("open", "fdopen") and any(map(WRITING.fullmatch, _texts(node)))
            if name in ALWAYS | CLASSES | OF_MODULES.get(owner, set()) or renames_path or opens:
                yield name


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else "a value"


def _texts(call: ast.Call) -> list[str]:
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    return [
        value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)
    ]


def found(place: Path, named: Callable[[Path], str]) -> set[str]:
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
    return {f"{named(file)}: {name}" for file in files for name in calls(ast.parse(file.read_text("utf-8")))}


def listed() -> set[str]:
    text = (ROOT / "docs" / "deletions.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {entry for row in rows for entry in re.findall(r"`([\w/]+\.py: \w+)`", row)}


def test_the_list_is_whole_and_true() -> None:
    program = found(ROOT / "desktop", lambda file: file.name)
    tools = [found(ROOT / name, lambda file: file.relative_to(ROOT).as_posix()) for name in TOOLS]
    assert program.union(*tools) == listed()


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("shutil.rmtree(folder)", ["rmtree"]),
        ("path.rename(other)", ["rename"]),
        ("os.open(path, flags)", ["open"]),
        ("os.link(one, other)", ["link"]),
        ("path.symlink_to(other)", ["symlink_to"]),
        ("os.replace(one, other)", ["replace"]),
        ("open(path, 'w')", ["open"]),
        ("path.open(mode='r+b')", ["open"]),
        ("path.open('rb')", []),
        ("os.fdopen(number, 'ab')", ["fdopen"]),
        ("text.replace('a', 'b')", []),
        ("replace(value, name=1)", []),
        ("library.rename('old', 'new')", []),
    ],
)
def test_what_counts(source: str, names: list[str]) -> None:
    assert list(calls(ast.parse(source))) == names
