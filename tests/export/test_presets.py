"""Presets of a folder of paintings: what they hold, and which older ones they replace."""

import json
from pathlib import Path

import pytest
from PIL import Image
from skimage import data

from desktop.engine.core.errors import PictureNotFoundError
from desktop.engine.edits.preset import Preset, write_preset
from desktop.engine.inference.model_registry import read_manifest
from export.__main__ import main
from export.presets import export_presets


def test_only_the_models_own_presets_are_replaced_and_only_when_all_are_made(
    model_dir: Path, tmp_path: Path
) -> None:
    model = read_manifest(model_dir)
    out = tmp_path / "presets"
    out.mkdir()
    sha256 = model.graphs["style_encoder"].sha256
    for name, of, copy in (("old", model.name, b""), ("mine", model.name, b"jpeg"), ("other", "else", b"")):
        write_preset(Preset(name, of, sha256, (0.5,), ()), out / f"{name}.tintype", copy)
    Image.fromarray(data.coffee()).save(tmp_path / "cup.png")
    listing = tmp_path / "listing.csv"
    listing.write_text("file,artist,title,year\ncup.png,A,The Cup,1900\nnone.png,A,B,1\n", encoding="utf-8")
    with pytest.raises(PictureNotFoundError):
        export_presets(model_dir, tmp_path, listing, out)
    assert len(list(out.iterdir())) == 3
    listing.write_text("file,artist,title,year\ncup.png,A,The Cup,1900\n", encoding="utf-8")
    assert export_presets(model_dir, tmp_path, listing, out) == ["The Cup"]
    assert {path.stem for path in out.iterdir()} == {"mine", "other", "the-cup"}


def test_presets_from_a_folder_of_paintings(model_dir: Path, tmp_path: Path) -> None:
    paintings = tmp_path / "paintings"
    paintings.mkdir()
    Image.fromarray(data.coffee()).save(paintings / "cup.png")
    listing = paintings / "listing.csv"
    listing.write_text("file,artist,title,year\ncup.png,A. Painter,The Cup,1900\n", encoding="utf-8")
    out = tmp_path / "presets"
    arguments = ["presets", str(paintings), "--listing", str(listing), "--model", str(model_dir)]
    assert main([*arguments, "--out", str(out)]) == 0
    (file,) = out.iterdir()
    preset = json.loads(file.read_text(encoding="utf-8"))
    assert (preset["title"], preset["painter"], preset["year"]) == ("The Cup", "A. Painter", "1900")
    assert len(preset["embedding"]) == 32
    assert len(preset["palette"]) == 5
    assert preset["encoder_sha256"] == read_manifest(model_dir).graphs["style_encoder"].sha256
