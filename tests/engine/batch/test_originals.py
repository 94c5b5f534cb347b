"""No name, link or spelling hides that a file is one of the photographs."""

from pathlib import Path

import pytest

from desktop.engine.batch.originals import Originals


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "Été.JPG"
    path.write_bytes(b"photo")
    return path


def test_the_file_itself_by_any_path(photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    originals = Originals([photo])
    monkeypatch.chdir(tmp_path)
    assert originals.at(photo) == photo
    assert originals.at(Path(photo.name)) == photo
    assert originals.at(tmp_path / "." / photo.name) == photo


@pytest.mark.parametrize("kind", ["hard", "symbolic"])
def test_a_link_to_it(photo: Path, tmp_path: Path, kind: str) -> None:
    link = tmp_path / "link.jpg"
    link.hardlink_to(photo) if kind == "hard" else link.symlink_to(photo)
    assert Originals([photo]).at(link) == photo
    assert Originals([link]).at(photo) == link


def test_a_folder_by_another_name(photo: Path, tmp_path: Path) -> None:
    (tmp_path / "other").symlink_to(tmp_path, target_is_directory=True)
    assert Originals([photo]).at(tmp_path / "other" / "éTÉ.jpg") == photo


def test_another_case_and_another_way_to_write_accents(photo: Path, tmp_path: Path) -> None:
    originals = Originals([photo])
    assert originals.at(tmp_path / "été.jpg") == photo
    assert originals.at(tmp_path / "E\u0301te\u0301.jpg") == photo


def test_other_files_are_free(photo: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "copy.jpg").write_bytes(photo.read_bytes())
    originals = Originals([photo, tmp_path / "gone.jpg"])
    for target in ("copy.jpg", "new.jpg", "sub/Été.JPG", "nowhere/Été.JPG"):
        assert originals.at(tmp_path / target) is None


def test_a_number_that_the_system_gives_away_again_proves_nothing(photo: Path, tmp_path: Path) -> None:
    originals = Originals([photo])
    photo.rename(
        tmp_path / "renamed.jpg"
    )  # the same number under another name, as after removing and writing
    assert originals.at(tmp_path / "renamed.jpg") is None
    originals.add(tmp_path / "renamed.jpg")
    assert originals.at(tmp_path / "renamed.jpg") == tmp_path / "renamed.jpg"
