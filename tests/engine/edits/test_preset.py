"""A preset is made of a painting, written to a file and read again, or refused."""

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.core.errors import DamagedPresetError, PresetModelMismatchError
from desktop.engine.decode.reader import read_painting
from desktop.engine.edits.preset import preset_to_json, read_preset, write_preset
from desktop.engine.imaging.painting import COPY_BYTES, make_copy, pixels_of_copy
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model, read_manifest
from desktop.engine.store.preset_library import make_preset
from tests.support.presets import WAVE
from tests.support.tiny_models import write_model


@pytest.fixture
def painting(painting_file: Path) -> NDArray[np.uint8]:
    return read_painting(painting_file).pixels


def test_a_file_gives_back_the_preset_that_it_was_written_from(tmp_path: Path) -> None:
    path = write_preset(WAVE, tmp_path / "wave.tintype")
    assert read_preset(path) == WAVE
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["format"] == 1
    assert data["title"] == "神奈川沖浪裏"
    assert len(data["embedding"]) == 32


def test_a_preset_is_made_of_a_painting(colorizer: Colorizer, painting_file: Path) -> None:
    painting = np.full((40, 60, 3), (200, 60, 30), dtype=np.uint8)
    painting[:, 45:] = (20, 30, 90)
    preset = make_preset(colorizer, painting, " Rust ", painter="N. N.")
    assert (preset.name, preset.painter, preset.model) == ("Rust", "N. N.", "palette")
    assert preset.vector == pytest.approx(colorizer.embed(painting))
    assert preset.palette[0] == "#c83c1e"
    assert "#141e5a" in preset.palette
    assert len(preset.palette) == 5
    preset.check_model(colorizer.model)


def test_a_preset_is_for_the_model_and_the_encoder_that_made_it(
    tmp_path: Path, tiny_model: Model, colorizer: Colorizer, tiny_graphs: dict[str, bytes]
) -> None:
    preset = make_preset(colorizer, np.zeros((30, 30, 3), dtype=np.uint8), "Night")
    other = read_manifest(write_model(tmp_path / "other", tiny_graphs))
    with pytest.raises(PresetModelMismatchError, match='belongs to the model "palette", not "other"'):
        preset.check_model(other)
    changed = {**tiny_graphs, "style_encoder": tiny_graphs["style_encoder"] + b"\0"}
    newer = read_manifest(write_model(tmp_path / "palette", changed))
    with pytest.raises(PresetModelMismatchError, match="another version"):
        preset.check_model(newer)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(2000, 1000, (1024, 512)), (100, 80, (100, 80)), (30, 3000, (30, 2048)), (1, 1, (1, 1))],
)
def test_copies_are_small(width: int, height: int, size: tuple[int, int]) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8)
    copy = make_copy(noise)
    assert len(copy) <= COPY_BYTES
    assert pixels_of_copy(copy).shape == (size[1], size[0], 3)


def test_damaged_copies_are_told(tmp_path: Path) -> None:
    with pytest.raises(DamagedPresetError, match="add the painting again"):
        pixels_of_copy(b"no picture")
    path = write_preset(WAVE, tmp_path / "wave.tintype", b"copy")
    path.write_text(path.read_text(encoding="utf-8").replace("Y29weQ==", "???"), encoding="utf-8")
    with pytest.raises(DamagedPresetError):
        read_preset(path)


@pytest.mark.parametrize("field", ["name", "painter", "model", "credit"])
@pytest.mark.parametrize("odd", ["a\ud800", "a\0b"])
def test_what_no_text_has_is_a_damaged_preset(
    tmp_path: Path, colorizer: Colorizer, field: str, odd: str
) -> None:
    preset = make_preset(colorizer, np.zeros((30, 30, 3), dtype=np.uint8), "Night")
    path = tmp_path / "odd.tintype"
    path.write_text(json.dumps(preset_to_json(preset) | {field: odd}))
    with pytest.raises(DamagedPresetError, match="invalid characters"):
        read_preset(path)


def test_a_preset_named_after_a_file_whose_name_is_no_text_can_be_read_again(
    tmp_path: Path, colorizer: Colorizer
) -> None:
    preset = make_preset(colorizer, np.zeros((30, 30, 3), np.uint8), "Caf\udce9", credit="\udce9")
    assert read_preset(write_preset(preset, tmp_path / "cafe.tintype")) == preset
    assert preset.name == "Caf\ufffd"
