"""Files, modules and names that the documents and workflows speak of are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("train/*.md"))
    if path.name != "CHANGELOG.md"  # tells of what was
)
# `decode/reader`, `decode/reader.py`, `decode/reader.read_photo`, `batch/runner.Batch`, `tests/support`
PLACE = re.compile(
    r"(?P<path>[a-z_][a-z0-9_]*(?:/[a-z0-9_]+)+)(?P<suffix>\.py)?(?:\.(?P<name>[A-Za-z_]\w*)[\w.]*)?"
)
FOLDERS = (
    "benchmarks",
    "bootstrap",
    "desktop",
    "docs",
    "export",
    "installers",
    "models",
    "resources",
    "tests",
    "train",
)
IN_THE_WHEEL = ("desktop/shipped",)


@pytest.fixture(scope="module")
def files() -> list[str]:
    return [path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).rglob("*.*")]


def found(place: str, files: list[str]) -> bool:
    """Whether there is such a file, module or package, anywhere below the packages that the documents leave out."""
    match = PLACE.fullmatch(place)
    assert match is not None
    path, name = match["path"], match["name"]
    modules = [file for file in files if f"/{file}".endswith(f"/{path}.py")]
    if match["suffix"] or modules:
        return any(
            name is None or re.search(rf"\b{name}\b", (ROOT / file).read_text("utf-8")) for file in modules
        )
    return any(f"/{path}/" in f"/{file}" or f"/{file}".endswith(f"/{place}") for file in files)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_names_is_there(document: str, files: list[str]) -> None:
    text = (ROOT / document).read_text("utf-8")
    code = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    places = [word for word in code if PLACE.fullmatch(word) and word not in IN_THE_WHEEL]
    assert [place for place in places if not found(place, files)] == []
    modules = [name for word in code for name in re.findall(r"\b\w+\.py\b", word)]
    present = {Path(file).name for file in files} | {"run.py"}
    assert [name for name in modules if name not in present] == []


@pytest.mark.parametrize("workflow", sorted(path.name for path in (ROOT / ".github/workflows").glob("*.yml")))
def test_what_a_workflow_tests_is_there(workflow: str) -> None:
    text = (ROOT / ".github" / "workflows" / workflow).read_text("utf-8")
    assert [
        path for path in re.findall(r"\btests(?:/\w+)+(?:\.py)?", text) if not (ROOT / path).exists()
    ] == []
