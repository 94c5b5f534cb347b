"""The libraries that the program is made of and their licences, read from the installed packages."""

import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from desktop import __version__
from desktop.engine.core.paths import shipped_dir

# Should the program's own metadata be missing, these are what it imports.
_ROOTS = (
    *("imagecodecs", "numpy", "onnxruntime", "pi-heif", "pillow", "platformdirs", "PySide6_Essentials"),
    *("simplejpeg", "tifffile"),
)
_NAME = re.compile(r"[\w.\-]+")
_TEXT = re.compile(r"(licen[cs]es?|copying|notice|thirdpartynotices)[^/]*$", re.IGNORECASE)
_CODE = (".py", ".pyc")


MAX_LETTERS = 60_000  # shown of one library's texts; a longer one would hold the window up


@dataclass(frozen=True)
class Part:
    """One library, and the texts of its licences; `text` is empty where the package brings none."""

    name: str
    version: str
    licence: str
    text: str


def bundled_parts() -> list[Part]:
    """The program, and by name every library that a user who only uses it has. Takes some tenths of a second."""
    found: dict[str, Distribution] = {}
    try:
        _walk("tintype", found)
    except PackageNotFoundError:
        for root in _ROOTS:
            _walk_if_there(root, found)
    found.pop("tintype", None)
    parts = [_part(package) for package in found.values()]
    python = Part("Python", sys.version.split()[0], "PSF-2.0", "")
    font = Part("DejaVu Sans", "2.37", "Bitstream Vera", _read([shipped_dir() / "resources/fonts/LICENSE"]))
    program = Part("Tintype", __version__, "MIT", _read([shipped_dir() / "LICENSE"]))
    weights = Part("EfficientNet-Lite0", "1", "Apache-2.0", _read([_licences() / "Apache-2.0.txt"]))
    return [program, *sorted([*parts, python, font, weights], key=lambda part: part.name.casefold())]


def _licences() -> Path:
    return shipped_dir() / "resources" / "licences"


def _walk(name: str, found: dict[str, Distribution]) -> None:
    key = re.sub(r"[-_.]+", "-", name).casefold()
    if key in found:
        return
    found[key] = distribution(name)
    for requirement in found[key].requires or []:
        named = _NAME.match(requirement)
        if named is not None and "extra ==" not in requirement:
            _walk_if_there(named[0], found)


def _walk_if_there(name: str, found: dict[str, Distribution]) -> None:
    try:
        _walk(name, found)
    except PackageNotFoundError:
        return  # needed on another system or by an older Python


def _part(package: Distribution) -> Part:
    metadata = package.metadata.json
    licence = str(metadata.get("license_expression") or metadata.get("license") or "").strip()
    texts = [
        Path(str(package.locate_file(file)))
        for file in package.files or []
        if _TEXT.search(str(file)) and file.suffix not in _CODE
    ]
    if "LGPL-3.0" in licence:  # Qt's packages leave the text out
        texts += [_licences() / "LGPL-3.0.txt", _licences() / "GPL-3.0.txt"]
    return Part(
        str(metadata["name"]), package.version, licence.splitlines()[0] if licence else "", _read(texts)
    )


def _read(files: list[Path]) -> str:
    texts = [file.read_text("utf-8", errors="replace").strip() for file in files if file.is_file()]
    text = "\n\n\n".join(texts)
    return text if len(text) <= MAX_LETTERS else f"{text[:MAX_LETTERS]}\n…\n\n{files[-1]}"
