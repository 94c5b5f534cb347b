"""Installing models from elsewhere: whole and checked, or not at all; removing them, and putting them back."""

import json
import os
import stat
import sys
import zipfile
from pathlib import Path

import onnx
import pytest
from onnx import helper

from desktop.engine.core import paths
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import (
    Cancelled,
    DamagedModelError,
    ModelKindError,
    ModelNotFoundError,
    TintypeError,
)
from desktop.engine.inference.model_installer import (
    empty_bin,
    install,
    own_models_dir,
    remove,
    restore,
    survey,
)
from desktop.engine.inference.model_registry import CARD_NAME, find_models, load_model
from tests.support.tiny_models import (
    auto_graph,
    colorizer_graph,
    external_graph,
    write_auto,
    write_model,
    write_painter,
)


@pytest.fixture(autouse=True)
def no_shipped_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "shipped_dir", lambda: tmp_path / "shipped")


@pytest.fixture
def offered(tmp_path: Path, tiny_graphs: dict[str, bytes]) -> Path:
    """A model's folder as it was fetched from somewhere, with more in it than the program needs."""
    folder = write_model(tmp_path / "fetched" / "sepia", tiny_graphs, version="2.0")
    (folder / CARD_NAME).write_text("# Sepia")
    (folder / "weights.safetensors").write_bytes(bytes(100))
    return folder


def zipped(folder: Path, root: str = "") -> Path:
    path = folder.parent / f"{folder.name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.iterdir():
            archive.write(file, root + file.name)
    return path


def left_behind() -> list[str]:
    """What lies in the user folder, models and the bin aside."""
    return [path.name for path in paths.user_dir().iterdir() if path.name not in ("models", "removed-models")]


@pytest.mark.parametrize("kind", ["folder", "folder around it", "manifest", "zip", "zip with a folder"])
def test_a_model_is_installed_from_all_it_may_come_in(offered: Path, kind: str) -> None:
    source = {
        "folder": lambda: offered,
        "folder around it": lambda: offered.parent,
        "manifest": lambda: offered / "model.json",
        "zip": lambda: zipped(offered),
        "zip with a folder": lambda: zipped(offered, "sepia-2.0/"),
    }[kind]()
    model = install(source)
    assert model.folder == own_models_dir() / "sepia"
    assert load_model("sepia").version == "2.0"
    assert {file.name for file in model.folder.iterdir()} == {
        "model.json", "style_encoder.onnx", "colorizer.onnx", CARD_NAME,
    }  # fmt: skip
    assert left_behind() == []


def spoil(folder: Path, **changes: object) -> None:
    path = folder / "model.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def truncate_zip(folder: Path) -> Path:
    path = zipped(folder)
    content = bytearray(path.read_bytes())
    content[200:260] = bytes(60)
    path.write_bytes(content)
    return path


def test_a_spoiled_graph_is_refused(offered: Path) -> None:
    content = bytearray((offered / "colorizer.onnx").read_bytes())
    content[100] ^= 1
    (offered / "colorizer.onnx").write_bytes(content)
    with pytest.raises(DamagedModelError, match="not the one its manifest describes"):
        install(offered)


def test_a_model_with_the_name_of_a_shipped_one_is_refused(
    tmp_path: Path, offered: Path, tiny_graphs: dict[str, bytes]
) -> None:
    write_model(tmp_path / "shipped" / "models" / "other", tiny_graphs, name="sepia")
    with pytest.raises(ModelKindError, match="came with the program"):
        install(offered)
    assert left_behind() == []


def test_weights_in_other_files_are_refused(
    tmp_path: Path, tiny_graphs: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    external = external_graph(tiny_graphs["colorizer"], tmp_path / "secret.bin")
    folder = write_model(tmp_path / "outside", {**tiny_graphs, "colorizer": external})
    with pytest.raises(DamagedModelError, match="wants to read other files"):
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


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")
def test_an_installed_models_files_are_the_users_alone(offered: Path) -> None:
    for file in offered.iterdir():
        file.chmod(0o644)
    files = list(install(offered).folder.iterdir())
    assert len(files) == 4
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_an_installation_can_be_called_off(offered: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        install(offered, token)
    assert find_models() == []
    assert left_behind() == []


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
    with pytest.raises(DamagedModelError, match="wants inputs"):
        install(write_model(tmp_path / "swapped", swapped))


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


def test_a_failed_installation_leaves_the_old_one(offered: Path, tiny_graphs: dict[str, bytes]) -> None:
    install(offered)
    spoil(offered, version="3.0", embedding_size=31)
    with pytest.raises(TintypeError):
        install(offered)
    assert load_model("sepia").version == "2.0"


def test_a_newer_one_replaces_the_old_one_which_can_be_put_back(offered: Path) -> None:
    install(offered)
    spoil(offered, version="3.0")
    assert install(offered).version == "3.0"
    assert load_model("sepia").version == "3.0"


def test_a_removed_model_can_be_put_back_until_the_bin_is_emptied(offered: Path) -> None:
    folder = install(offered).folder
    binned = remove(folder)
    assert find_models() == []
    assert restore(binned) == folder
    assert load_model("sepia").version == "2.0"
    binned = remove(folder)
    empty_bin()
    assert not binned.exists()


def test_shipped_models_cannot_be_removed(tmp_path: Path, tiny_graphs: dict[str, bytes]) -> None:
    folder = write_model(tmp_path / "shipped" / "models" / "palette", tiny_graphs)
    with pytest.raises(ModelNotFoundError, match="came with the program"):
        remove(folder)
    assert folder.exists()


def test_the_survey_tells_whose_each_is_and_what_is_wrong(
    tmp_path: Path, offered: Path, tiny_graphs: dict[str, bytes]
) -> None:
    write_model(tmp_path / "shipped" / "models" / "palette", tiny_graphs)
    install(offered)
    write_model(tmp_path / "shipped" / "models" / "sepia", tiny_graphs, version="1.0")
    bad = write_model(own_models_dir() / "bad", tiny_graphs)
    (bad / "colorizer.onnx").write_bytes(b"no graph")
    worse = write_model(own_models_dir() / "worse", tiny_graphs, format=0)
    entries = {entry.folder.name: entry for entry in survey()}
    assert (entries["palette"].own, entries["palette"].problem) == (False, "")
    assert entries["sepia"].model is not None
    assert (entries["sepia"].own, entries["sepia"].model.version) == (True, "2.0")
    assert "is not the file its manifest describes" in entries["bad"].problem
    assert entries["worse"].model is None
    assert "too old for it" in entries["worse"].problem
    assert len(entries) == 4
    remove(worse)
    assert not worse.exists()


def test_models_of_every_kind_are_installed(tmp_path: Path) -> None:
    assert install(write_auto(tmp_path / "auto")).kind == "auto"
    assert install(write_painter(tmp_path / "monet")).kind == "repaint"
    assert [(entry.folder.name, entry.problem) for entry in survey()] == [("auto", ""), ("monet", "")]
    assert {file.name for file in (own_models_dir() / "monet").iterdir()} == {"model.json", "painter.onnx"}


def test_what_a_model_of_its_kind_needs_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(DamagedModelError, match='has no graph "painter"'):
        install(write_auto(tmp_path / "auto", kind="repaint"))
    with pytest.raises(TintypeError, match="wants inputs"):
        install(write_model(tmp_path / "false", {"painter": auto_graph()}, kind="repaint"))


def test_a_kind_of_a_newer_program_is_not_installed(tmp_path: Path) -> None:
    with pytest.raises(ModelKindError, match="update the program"):
        install(write_auto(tmp_path / "relief", kind="relief"))
    assert left_behind() == []
    own_models_dir().mkdir(parents=True, exist_ok=True)
    write_auto(own_models_dir() / "relief", kind="relief")
    assert "update the program" in survey()[0].problem
