"""`tintype colorize` on folders, under several presets, and with the look of a result."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch import reading, runner
from desktop.engine.inference.colorizer import Colorizer
from tests.engine import pictures
from tests.support.command_line import run

pytestmark = pytest.mark.usefixtures("heard_ctrl_c", "tiny_model_dir")


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Four photographs, one of them in a sub-folder, and a file that is none."""
    folder = tmp_path / "album"
    (folder / "1950").mkdir(parents=True)
    for number, name in enumerate(("a.png", "b.jpg", "c.png", "1950/d.png")):
        Image.fromarray(pictures.ramp() + np.uint8(number)).save(folder / name)
    (folder / "notes.txt").write_text("dear diary")
    return folder


@pytest.fixture
def presets(capsys: pytest.CaptureFixture[str], make_painting: Callable[..., Path]) -> tuple[str, str]:
    """Two presets of the user's."""
    for name, colour in (("Évening", (200, 60, 30)), ("Sea", (20, 60, 160))):
        assert run(capsys, "preset", "add", make_painting(main=colour), "--name", name)[0] == 0
    return "Évening", "Sea"


def names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".tintype-ledger.jsonl"
    )


def test_a_folder_is_mirrored(colorize: Any, album: Path, tmp_path: Path) -> None:
    code, out, err = colorize(album, "-r", "-o", tmp_path / "new" / "out")
    assert (code, err) == (0, "")
    wanted = ["1950/d_painting.png", "a_painting.png", "b_painting.jpg", "c_painting.png"]
    assert names(tmp_path / "new" / "out") == wanted
    assert "[4/4]" in out
    assert "4 coloured in " in out


def test_without_out_a_folder_of_its_own_is_made(colorize: Any, album: Path) -> None:
    assert colorize(album, "-r")[0] == 0
    assert len(names(album.with_name("album-coloured"))) == 4
    assert len(names(album)) == 5


def test_given_again_only_what_is_missing_or_outdated_is_made(
    colorize: Any, album: Path, tmp_path: Path
) -> None:
    out_dir = tmp_path / "out"
    colorize(album, "-r", "-o", out_dir)
    before = {name: (out_dir / name).stat().st_ino for name in names(out_dir)}
    (out_dir / "a_painting.png").unlink()
    code, out, err = colorize(album, "-r", "-o", out_dir)
    assert (code, err) == (0, "")
    assert "1 coloured, 3 up to date in " in out
    after = {name: (out_dir / name).stat().st_ino for name in names(out_dir)}
    assert {name for name in before if before[name] == after[name]} >= set(before) - {"a_painting.png"}
    assert "4 coloured in " in colorize(album, "-r", "-o", out_dir, "--amount", "0.5")[1]
    assert "4 up to date" in colorize(album, "-r", "-o", out_dir, "--amount", "0.5")[1]


@pytest.mark.parametrize("where", ["album/coloured", "album"])
def test_results_within_the_folder_are_not_coloured_again(
    colorize: Any, album: Path, tmp_path: Path, where: str
) -> None:
    assert colorize(album, "-r", "-o", tmp_path / where)[0] == 0
    count = len(names(album))
    code, out, _ = colorize(album, "-r", "-o", tmp_path / where)
    assert code == 0
    assert "0 coloured, 4 up to date in " in out
    assert len(names(album)) == count == 9


def test_several_presets_and_a_template(
    capsys: pytest.CaptureFixture[str], album: Path, tmp_path: Path, presets: tuple[str, str]
) -> None:
    options = [option for name in presets for option in ("--preset", name)]
    code, out, err = run(
        capsys,
        "colorize",
        album,
        "-r",
        *options,
        "-o",
        tmp_path / "out",
        "--name",
        "{preset}-{stem}-{amount}",
    )
    assert (code, err) == (0, "")
    assert "8 coloured in " in out
    found = names(tmp_path / "out")
    assert len(found) == 8
    assert {"1950/evening-d-1.png", "sea-b-1.jpg"} <= set(found)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["{album}", "-r", "--name", "{{stm}}"], 45, "unknown field {stm}"),
        (["{album}", "-r", "--name", "a/{{stem}}"], 45, "has a '/'"),
        (["{album}", "-r", "-o", "{album}/a.png"], 42, "is a file"),
        (["{album}", "{album}/a.png", "-r"], 2, "Say with -o"),
        (["{album}/a.png", "-o", "{album}/x.png", "--name", "{{stem}}"], 2, "leave out --name"),
        (["{album}", "-r", "--existing", "burn"], 2, "invalid"),
    ],
)
def test_what_is_wrong_for_all_is_told_before_any_work(
    colorize: Any, album: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str
) -> None:
    monkeypatch.setattr(reading, "read_photo", None)
    before = sorted(album.parent.rglob("*"))
    got, out, err = colorize(*(argument.format(album=album) for argument in arguments))
    assert (got, out) == (code, "")
    assert words in err
    assert err.count("\n") == 1
    assert sorted(album.parent.rglob("*")) == before


def test_several_presets_need_several_names(
    capsys: pytest.CaptureFixture[str], album: Path, tmp_path: Path, presets: tuple[str, str]
) -> None:
    both = ["--preset", presets[0], "--preset", presets[1]]
    code, _, err = run(capsys, "colorize", album / "a.png", *both, "--name", "{stem}-x")
    assert (code, "add {preset}" in err) == (45, True)
    code, _, err = run(capsys, "colorize", album / "a.png", *both, "-o", tmp_path / "x.png")
    assert (code, "does not exist" in err) == (41, True)


@pytest.mark.parametrize(
    ("policy", "code", "made"),
    [("skip", 0, []), ("rename", 0, ["a_painting (2).png"]), ("overwrite", 0, ["a_painting.png"])],
)
def test_policies_for_files_that_are_there(
    colorize: Any, album: Path, tmp_path: Path, policy: str, code: int, made: list[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a_painting.png").write_bytes(b"dear")
    got, out, err = colorize(album / "a.png", "-o", tmp_path / "out", "--existing", policy)
    assert (got, err) == (code, "")
    assert names(tmp_path / "out") == sorted({"a_painting.png", *made})
    assert ((tmp_path / "out" / "a_painting.png").read_bytes() == b"dear") == (policy != "overwrite")
    assert ("is there already" in out) == (policy == "skip")


@pytest.mark.parametrize("policy", ["skip", "overwrite"])
def test_no_policy_gives_the_original_away(colorize: Any, album: Path, policy: str) -> None:
    before = (album / "a.png").read_bytes()
    arguments = (album, "-r", "-o", album, "--name", "{stem}", "--existing", policy)
    code, _, err = colorize(*arguments)
    assert code == 40
    assert "4 of 4 photographs failed" in err
    assert (album / "a.png").read_bytes() == before


def test_a_folder_with_bad_files_lists_them_at_the_end(colorize: Any, album: Path, tmp_path: Path) -> None:
    (album / "bad.jpg").write_bytes(b"no picture at all")
    (album / "empty.png").write_bytes(b"")
    code, out, err = colorize(album, "-r", "-o", tmp_path / "out")
    assert code == 1
    assert "4 coloured, 2 failed in " in out
    lines = err.splitlines()
    assert lines[0] == "tintype: 2 of 6 photographs failed:"
    assert ("bad.jpg" in lines[1], "empty.png" in lines[2], len(lines)) == (True, True, 3)
    assert names(tmp_path / "out")[-1] == "c_painting.png"


def test_quiet_prints_failures_only(colorize: Any, album: Path, tmp_path: Path) -> None:
    assert colorize(album, "-r", "-q", "-o", tmp_path / "out") == (0, "", "")
    (album / "empty.png").write_bytes(b"")
    code, out, err = colorize(album, "-r", "-q", "-o", tmp_path / "out")
    assert (code, out, err.count("\n")) == (14, "", 2)


def test_like_repeats_the_look_of_a_result(
    colorize: Any, capsys: pytest.CaptureFixture[str], album: Path, tmp_path: Path
) -> None:
    turned = ("--amount", "0.7", "--warmth", "-0.4", "--pull", "#30a040", "--hue", "12")
    colorize(album / "a.png", *turned, "-o", tmp_path / "first.jpg")
    colorize(album / "c.png", *turned, "-o", tmp_path / "wanted.png")
    code, _, err = run(
        capsys, "colorize", "--like", tmp_path / "first.jpg", album / "c.png", "-o", tmp_path / "like.png"
    )
    assert (code, err) == (0, "")
    with Image.open(tmp_path / "like.png") as like, Image.open(tmp_path / "wanted.png") as wanted:
        assert np.array_equal(np.asarray(like), np.asarray(wanted))
    more = ("-o", tmp_path / "more.png", "--amount", "1.5")
    assert run(capsys, "colorize", "--like", tmp_path / "first.jpg", album / "c.png", *more)[0] == 0
    assert (tmp_path / "more.png").read_bytes() != (tmp_path / "like.png").read_bytes()
    code, _, err = run(capsys, "colorize", "--like", album / "a.png", album / "c.png")
    assert "no look" in err
    assert 10 <= code <= 99


def test_an_unexpected_fault_ends_neither_the_batch_nor_the_list(
    colorize: Any, album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = runner.develop

    def stumble(prepared: Any, photo: Any, *others: Any) -> Any:
        if photo.path.name == "a.png":
            raise RuntimeError("the moon is full")
        return real(prepared, photo, *others)

    monkeypatch.setattr(runner, "develop", stumble)
    code, _, err = colorize(album, "-r", "-o", tmp_path / "out")
    assert code == 70
    assert len(names(tmp_path / "out")) == 3
    assert "the moon is full" in err
    assert "Traceback" not in err


def test_a_device_that_fails_in_the_middle_is_told_of_once(
    colorize: Any, album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = ["There is no card."]
    real = runner.develop

    def develop(prepared: Any, photo: Any, *others: Any) -> Any:
        if photo.path.name == "b.jpg":
            notices.append("The card failed. Running on the CPU from here on.")
        return real(prepared, photo, *others)

    monkeypatch.setattr(runner, "develop", develop)
    monkeypatch.setattr(Colorizer, "notices", property(lambda _: tuple(notices)))
    code, _, err = colorize(album, "-r", "-o", tmp_path / "out")
    assert code == 0
    assert err.splitlines() == [f"note: {notice}" for notice in notices]
    assert colorize(album, "-r", "-q", "-o", tmp_path / "quiet")[2] == ""
