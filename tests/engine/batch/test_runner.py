"""A batch makes every result, once, and tells of every fault."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch import reading
from desktop.engine.batch import runner as batch_module
from desktop.engine.batch.destinations import Destination, Placement
from desktop.engine.batch.events import Failed, Finished
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.batch.runner import Batch
from desktop.engine.batch.saving import save_result
from desktop.engine.batch.sources import Source
from desktop.engine.core.errors import DamagedPictureError, PictureNotFoundError
from desktop.engine.decode.reader import read_photo
from desktop.engine.files import temporary_files
from desktop.engine.files.naming import NameTemplate
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.render.composition import compose
from desktop.engine.render.pipeline import RenderRequest
from tests.support.batches import RUST, SEA, counts, results
from tests.support.edits import request_of


def test_every_photograph_under_every_look_mirrored(
    start: Any, album: Path, colorizer: Colorizer, tmp_path: Path
) -> None:
    events = list(start(RUST, SEA).run())
    assert counts(events) == (12, 0, 0)
    wanted = {
        f"{'sub/' if number > 3 else ''}{number}_{name}.png"
        for number in range(6)
        for name in ("rust", "sea")
    }
    assert results(album) == wanted | {".tintype-ledger.jsonl"}
    save_result(request_of(SEA, colorizer), read_photo(album / "sub" / "5.png"), tmp_path / "alone.png")
    assert (tmp_path / "alone.png").read_bytes() == (tmp_path / "out" / "sub" / "5_sea.png").read_bytes()
    finished = [event for event in events if isinstance(event, Finished)]
    assert all(set(event.result.elapsed_s) == {"read", "predict", "compose", "write"} for event in finished)


def test_a_photograph_is_read_once_for_all_looks(start: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    real = reading.read_photo
    monkeypatch.setattr(reading, "read_photo", lambda path, **_: (read.append(path), real(path))[1])
    list(start(RUST, SEA).run())
    assert len(read) == len(set(read)) == 6


def test_given_again_it_does_nothing_and_reads_nothing(start: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    list(start(RUST).run())
    monkeypatch.setattr(reading, "read_photo", None)
    assert counts(list(start(RUST).run())) == (0, 6, 0)


def test_what_a_killed_run_left_is_removed_even_if_nothing_is_to_be_made(start: Any, album: Path) -> None:
    list(start(RUST).run())
    before = results(album)
    left = album.with_name("out") / "sub" / f"{temporary_files.prefix()}abc.png"
    left.write_bytes(b"half")
    assert counts(list(start(RUST).run())) == (0, 6, 0)
    assert results(album) == before


def test_only_what_has_changed_is_made_again(start: Any, album: Path) -> None:
    list(start(RUST).run())
    Image.fromarray(np.zeros((60, 90), dtype=np.uint8)).save(album / "2.png")
    (album.with_name("out") / "3_rust.png").unlink()
    events = list(start(RUST).run())
    assert counts(events) == (2, 4, 0)
    made = sorted(event.result.source.name for event in events if isinstance(event, Finished))
    assert made == ["2.png", "3.png"]


def test_bad_photographs_fail_by_themselves(start: Any, album: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = (album / "1.png").read_bytes()
    (album / "1.png").write_bytes(good[:60])
    (album / "2.png").unlink()
    real = batch_module.develop

    def stumble(request: RenderRequest, photo: Any, *others: Any) -> Any:
        if photo.path.name == "3.png":
            raise RuntimeError("a fault of the program")
        return real(request, photo, *others)

    monkeypatch.setattr(batch_module, "develop", stumble)
    sources = iter([Source(album / f"{number}.png") for number in range(4)])
    events = list(start(RUST, SEA, sources=sources).run())
    failed = [event for event in events if isinstance(event, Failed)]
    assert {(event.number, event.preset, type(event.error), event.count) for event in failed} == {
        (2, "", DamagedPictureError, 2),
        (3, "", PictureNotFoundError, 2),
        (4, "Rust", RuntimeError, 1),
        (4, "Sea", RuntimeError, 1),
    }
    assert counts(events)[0] == 2
    assert not any(name.startswith(".tintype-") for name in results(album) - {".tintype-ledger.jsonl"})


def test_each_photograph_under_looks_of_its_own(start: Any, album: Path, colorizer: Colorizer) -> None:
    def looks_of(source: Source) -> list[RenderRequest]:
        if source.path.stem == "2":
            raise PictureNotFoundError("No look is known.")
        return [request_of(SEA if source.path.stem == "1" else RUST, colorizer)]

    running = Batch(
        [Source(album / f"{number}.png") for number in range(3)],
        looks_of,
        Placement(Destination(subfolder="coloured"), Originals()),
    )
    events = list(running.run())
    assert counts(events) == (2, 0, 1)
    names = sorted(path.name for path in (album / "coloured").iterdir())
    assert names == ["0_rust.png", "1_sea.png"]


def test_size_depth_and_metadata_of_results(start: Any, album: Path, colorizer: Colorizer) -> None:
    deep = np.random.default_rng(1).integers(0, 65536, (60, 90), dtype=np.uint16)
    Image.fromarray(deep).save(album / "deep.png")
    out = album.with_name("out")
    out.mkdir()
    options = OutputOptions(long_side_px=30, deep=False, metadata=False)
    to = Destination(folder=out, options=options, template=NameTemplate("{stem}"))
    placement = Placement(to, Originals())
    list(Batch([Source(album / "deep.png")], [request_of(RUST, colorizer)], placement).run())
    with Image.open(out / "deep.png") as image:
        assert (image.size, image.mode) == ((30, 20), "RGB")
        assert "xmp" not in image.info
    chroma = colorizer.predict(read_photo(album / "deep.png"), RUST.chosen_blend.vector)
    small = options.of(read_photo(album / "deep.png"))
    with Image.open(out / "deep.png") as image:
        assert np.array_equal(compose(small, chroma, RUST.adjustments), np.asarray(image))
