"""Models that are spoiled, made up, or beyond a bound are refused, and nothing of them is left."""

import os
import struct
import zipfile
from pathlib import Path

import onnx
import pytest
from onnx import helper

from desktop.engine.core.errors import DamagedModelError, ModelKindError, ModelNotFoundError, TintypeError
from desktop.engine.inference.model_installer import install, own_models_dir, survey
from desktop.engine.inference.model_registry import CARD_NAME, find_models
from tests.support.offered_models import left_behind, spoil, truncate_zip, zipped
from tests.support.tiny_models import auto_graph, colorizer_graph, external_graph, write_auto, write_model

pytestmark = pytest.mark.usefixtures("no_shipped_models")


def test_a_spoiled_graph_is_refused(offered: Path) -> None:
    content = bytearray((offered / "colorizer.onnx").read_bytes())
    content[100] ^= 1
    (offered / "colorizer.onnx").write_bytes(content)
    with pytest.raises(DamagedModelError, match="not the one its manifest describes"):
        install(offered)


@pytest.mark.parametrize("shipped", ["sepia", "SEPIA", "Sépia!"])
def test_a_model_with_the_name_or_the_folder_of_a_shipped_one_is_refused(
    tmp_path: Path, offered: Path, tiny_graphs: dict[str, bytes], shipped: str
) -> None:
    write_model(tmp_path / "shipped" / "models" / "other", tiny_graphs, name=shipped)
    with pytest.raises(ModelKindError, match="came with the program"):
        install(offered)
    assert left_behind() == []


def test_a_zip_file_whose_parts_lie_beyond_its_end_is_refused(tmp_path: Path, offered: Path) -> None:
    with zipfile.ZipFile(tmp_path / "model.zip", "w") as archive:
        archive.write(offered / "model.json", "model.json")
    content = bytearray((tmp_path / "model.zip").read_bytes())
    at = content.rindex(b"PK\1\2") + 42
    content[at : at + 4] = struct.pack("<I", len(content) - 10)
    (tmp_path / "model.zip").write_bytes(content)
    with pytest.raises(DamagedModelError, match="is damaged or packed"):
        install(tmp_path / "model.zip")


def test_weights_in_other_files_are_refused(
    tmp_path: Path, tiny_graphs: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    external = external_graph(tiny_graphs["colorizer"], tmp_path / "secret.bin")
    folder = write_model(tmp_path / "outside", {**tiny_graphs, "colorizer": external})
    with pytest.raises(DamagedModelError, match="reads other files"):
        install(folder)


def test_an_answer_of_the_wrong_size_is_refused(tmp_path: Path) -> None:
    one_pixel = onnx.load_from_string(auto_graph())
    one_pixel.graph.node[0].input[0] = "mean"
    one_pixel.graph.node.insert(0, helper.make_node("GlobalAveragePool", ["gray"], ["mean"]))
    folder = write_model(tmp_path / "one-pixel", {"colorizer": one_pixel.SerializeToString()}, kind="auto")
    with pytest.raises(DamagedModelError, match="an answer of the wrong size"):
        install(folder)


def test_a_pipe_is_no_model(tmp_path: Path, offered: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(ModelNotFoundError, match="it is a device or a pipe"):
        install(tmp_path / "pipe.zip")
    (offered / "colorizer.onnx").unlink()
    os.mkfifo(offered / "colorizer.onnx")
    (offered / CARD_NAME).unlink()
    os.mkfifo(offered / CARD_NAME)
    with pytest.raises(DamagedModelError, match=r"lacks its file colorizer\.onnx"):
        install(offered)


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_unpack_without_bounds_are_refused(offered: Path, packing: int) -> None:
    path = offered.parent / "bomb.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        for file in offered.iterdir():
            archive.write(file, file.name)
    with pytest.raises(DamagedModelError, match="packed in an unknown way"):
        install(path)


def test_a_zip_files_list_of_contents_is_bounded(offered: Path) -> None:
    path = offered.parent / "long.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(65_000):
            archive.writestr(f"{number:060}", b"")
    with pytest.raises(DamagedModelError, match="far too large"):
        install(path)


def test_a_zip_file_that_breaks_off_is_told_from_another_file(offered: Path) -> None:
    path = zipped(offered)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(DamagedModelError, match="breaks off in the middle"):
        install(path)
    path.write_bytes(b"PKnothing of the kind")
    with pytest.raises(ModelNotFoundError, match="is not a model"):
        install(path)


def test_a_missing_graph_is_refused(offered: Path) -> None:
    (offered / "colorizer.onnx").unlink()
    with pytest.raises(DamagedModelError, match=r"lacks its file colorizer\.onnx"):
        install(offered)


def test_a_graph_longer_than_the_manifest_says_is_not_read_to_its_end(offered: Path) -> None:
    with (offered / "colorizer.onnx").open("ab") as file:
        file.write(bytes(1000))
    with pytest.raises(DamagedModelError, match="larger than it should be"):
        install(zipped(offered))


def test_a_spoiled_zip_file_is_refused(offered: Path) -> None:
    with pytest.raises(DamagedModelError):
        install(truncate_zip(offered))


@pytest.mark.usefixtures("tried_in_this_process")
@pytest.mark.parametrize(
    "changes",
    [{"format": 9}, {"name": "…"}, {"graphs": {}}, {"embedding_size": 31}, {"size_multiple": -1}],
)
def test_a_manifest_that_does_not_fit_is_refused(offered: Path, changes: dict[str, object]) -> None:
    spoil(offered, **changes)
    with pytest.raises(TintypeError):
        install(offered)
    assert find_models() == []
    assert left_behind() == []


def test_graphs_that_are_not_what_they_are_called_are_refused(
    tmp_path: Path, tiny_graphs: dict[str, bytes]
) -> None:
    swapped = {"style_encoder": colorizer_graph(), "colorizer": tiny_graphs["style_encoder"]}
    with pytest.raises(DamagedModelError, match="needs inputs"):
        install(write_model(tmp_path / "swapped", swapped))


@pytest.mark.usefixtures("tried_in_this_process")
def test_a_manifest_cannot_write_outside(tmp_path: Path, tiny_graphs: dict[str, bytes]) -> None:
    folder = write_model(tmp_path / "evil", tiny_graphs, name="../../evil")
    assert install(folder).folder == own_models_dir() / "evil"


@pytest.mark.parametrize("content", [None, b"Dear Sir or Madam,"])
def test_what_is_no_model_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "letter.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelNotFoundError):
        install(path)
    with pytest.raises(ModelNotFoundError, match="There is no model in"):
        install(tmp_path)


@pytest.mark.usefixtures("tried_in_this_process")
def test_what_a_model_of_its_kind_needs_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(DamagedModelError, match='has no graph "painter"'):
        install(write_auto(tmp_path / "auto", kind="repaint"))
    with pytest.raises(TintypeError, match="needs inputs"):
        install(write_model(tmp_path / "false", {"painter": auto_graph()}, kind="repaint"))


def test_a_kind_of_a_newer_program_is_not_installed(tmp_path: Path) -> None:
    with pytest.raises(ModelKindError, match="update the program"):
        install(write_auto(tmp_path / "relief", kind="relief"))
    assert left_behind() == []
    own_models_dir().mkdir(parents=True, exist_ok=True)
    write_auto(own_models_dir() / "relief", kind="relief")
    assert "update the program" in survey()[0].problem
