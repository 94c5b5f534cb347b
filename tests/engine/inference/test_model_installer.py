"""Models from elsewhere are installed whole or not at all; they can be removed, and put back."""

import stat
import sys
from pathlib import Path

import pytest

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, ModelNotFoundError, TintypeError
from desktop.engine.inference.model_installer import (
    empty_bin,
    install,
    own_models_dir,
    remove,
    restore,
    survey,
)
from desktop.engine.inference.model_registry import CARD_NAME, find_models, load_model
from tests.support.offered_models import left_behind, spoil, zipped
from tests.support.tiny_models import write_auto, write_model, write_painter

pytestmark = pytest.mark.usefixtures("no_shipped_models")


@pytest.mark.usefixtures("tried_in_this_process")
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


@pytest.mark.usefixtures("tried_in_this_process")
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


@pytest.mark.usefixtures("tried_in_this_process")
def test_a_failed_installation_leaves_the_old_one(offered: Path, tiny_graphs: dict[str, bytes]) -> None:
    install(offered)
    spoil(offered, version="3.0", embedding_size=31)
    with pytest.raises(TintypeError):
        install(offered)
    assert load_model("sepia").version == "2.0"


@pytest.mark.usefixtures("tried_in_this_process")
def test_a_newer_one_replaces_the_old_one_which_can_be_put_back(offered: Path) -> None:
    install(offered)
    spoil(offered, version="3.0")
    assert install(offered).version == "3.0"
    assert load_model("sepia").version == "3.0"


@pytest.mark.usefixtures("tried_in_this_process")
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


@pytest.mark.usefixtures("tried_in_this_process")
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
