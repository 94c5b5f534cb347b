"""What there is to translate, and `python -m tests.translations`, which puts all of it into the Linguist files.

The window's texts are found by Qt's own lupdate. The engine's are all its texts of three words or more, with numbered
gaps where the code puts something in. Those of the models and presets that are shipped stand in their files.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "zh_CN")
LUPDATE = Path(sys.executable).with_name(
    "pyside6-lupdate.exe" if sys.platform == "win32" else "pyside6-lupdate"
)
MIN_WORDS = 3
MODEL_TEXTS = ("title", "description", "training_data")  # of a manifest

Messages = dict[tuple[str, str], list[str]]  # (context, source) -> its forms; [] while unfinished


def run_lupdate(target: Path, *options: str) -> None:
    """Bring a Linguist file up to date with the window's source."""
    command = [str(LUPDATE), "-locations", "none", "-no-obsolete", "-extensions", "py", *options]
    subprocess.run(
        [*command, str(ROOT / "desktop" / "ui"), "-ts", str(target)], check=True, capture_output=True
    )


def window_texts() -> Messages:
    """Every text of the window, found anew, as (context, source)."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "found_en.ts"
        run_lupdate(target)
        return messages_of(target)


def messages_of(path: Path) -> Messages:
    """What is in a Linguist file."""
    messages: Messages = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            finished = translation.get("type") is None and all(forms)
            messages[context.findtext("name", ""), message.findtext("source", "")] = forms if finished else []
    return messages


def plural_sources(path: Path) -> set[tuple[str, str]]:
    """The messages of a Linguist file that differ by number."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if message.get("numerus") == "yes"
    }


def engine_sentences() -> list[str]:
    """Every sentence of the engine, each once."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "desktop" / "engine").rglob("*.py")):
        found |= dict.fromkeys(_sentences(ast.parse(path.read_text("utf-8"))))
    return list(found)


def _sentences(tree: ast.Module) -> Iterator[str]:
    left_out = set()  # docstrings, and the pieces that f-strings consist of
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and isinstance(
            node.body[0], ast.Expr
        ):
            left_out.add(node.body[0].value)
        elif isinstance(node, ast.JoinedStr):
            left_out.update(node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and node not in left_out:
            text = _with_gaps(node)
            words = [word for word in text.split() if re.search(r"[A-Za-z]", word)]
            if len(words) >= MIN_WORDS and "<" not in text:
                yield text


def _with_gaps(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    text, gaps = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            text, gaps = f"{text}{{{gaps}}}", gaps + 1
    return text


def model_texts() -> list[str]:
    """What the shipped models say of themselves, each text once."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "models").glob("*/model.json")):
        manifest = json.loads(path.read_text("utf-8"))
        found |= dict.fromkeys(manifest[name] for name in MODEL_TEXTS if manifest.get(name))
    return list(found)


def preset_texts() -> list[str]:
    """Names of the shipped presets and of their painters, each once."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "resources" / "presets").glob("*.tintype")):
        preset = json.loads(path.read_text("utf-8"))
        found |= dict.fromkeys(preset[name] for name in ("name", "painter"))
    return list(found)


def write_file(path: Path, language: str, context: str, sources: list[str]) -> None:
    """Write sentences with the translations that are there already."""
    known = messages_of(path) if path.exists() else {}
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}">',
    ]
    lines += ["<context>", f"    <name>{context}</name>"]
    for source in sources:
        forms = known.get((context, source), [])
        state = "" if forms else ' type="unfinished"'
        text = escape(forms[0]) if forms else ""
        lines += [
            "    <message>",
            f"        <source>{escape(source)}</source>",
            f"        <translation{state}>{text}</translation>",
            "    </message>",
        ]
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def main() -> None:
    """Add what is new, drop what is gone; what is unfinished is for pyside6-linguist."""
    run_lupdate(FOLDER / "tintype_en.ts", "-pluralonly")
    for language in LANGUAGES:
        run_lupdate(FOLDER / f"tintype_{language}.ts")
        write_file(FOLDER / f"engine_{language}.ts", language, "engine", engine_sentences())
        write_file(FOLDER / f"models_{language}.ts", language, "models", model_texts())
        write_file(FOLDER / f"presets_{language}.ts", language, "Presets", preset_texts())


if __name__ == "__main__":
    main()
