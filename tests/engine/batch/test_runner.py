"""Many photographs at once: every result, every fault, bounded memory, and an end when it is called off."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch import result_writer
from desktop.engine.batch import runner as batch_module
from desktop.engine.batch.destinations import Destination, Placement
from desktop.engine.batch.events import Event, Failed, Finished, Skipped
from desktop.engine.batch.ledger import Ledger
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.output_options import Form
from desktop.engine.batch.runner import Batch
from desktop.engine.batch.saving import save_result
from desktop.engine.batch.sources import Source, find_photos
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, DamagedPictureError, PictureNotFoundError
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.edit import Edit
from desktop.engine.files import temporary_files
from desktop.engine.files.naming import NameTemplate
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.render.composition import compose
from desktop.engine.render.pipeline import RenderRequest
from tests.support.edits import edit_of, request_of
from tests.support.timing import allowed_s, stopwatch

RUST = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))
SEA = edit_of("Sea", (-0.4, 0.1, 0.3, *([0.0] * 29)))


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Six photographs of 90 x 60, two of them in a sub-folder, all different."""
    album = tmp_path / "album"
    (album / "sub").mkdir(parents=True)
    for number in range(6):
        name = f"sub/{number}.png" if number > 3 else f"{number}.png"
        values = np.random.default_rng(number).integers(0, 256, (60, 90), dtype=np.uint8)
        Image.fromarray(values).save(album / name)
    return album


@pytest.fixture
def start(colorizer: Colorizer, album: Path) -> Callable[..., Batch]:
    """Makes the batch of the whole album into `out`, with a ledger; `looks` and `sources` may be others."""

    def make(
        *looks: Edit, sources: Iterator[Source] | None = None, cancel: CancelToken | None = None
    ) -> Batch:
        out = album.with_name("out")
        out.mkdir(exist_ok=True)
        found = list(find_photos(album)) if sources is None else sources
        originals = Originals(path for path in album.rglob("*.png"))
        placement = Placement(Destination(folder=out), originals, Ledger(out))
        prepared = [request_of(look, colorizer) for look in looks or (RUST,)]
        return Batch(found, prepared, placement, cancel)

    return make


def results(album: Path) -> set[str]:
    out = album.with_name("out")
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def counts(events: list[Event]) -> tuple[int, int, int]:
    return tuple(sum(isinstance(event, kind) for event in events) for kind in (Finished, Skipped, Failed))  # type: ignore[return-value]


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
    real = batch_module.read_photo
    monkeypatch.setattr(batch_module, "read_photo", lambda path, **_: (read.append(path), real(path))[1])
    list(start(RUST, SEA).run())
    assert len(read) == len(set(read)) == 6


def test_given_again_it_does_nothing_and_reads_nothing(start: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    list(start(RUST).run())
    monkeypatch.setattr(batch_module, "read_photo", None)
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
    form = Form(long_side_px=30, deep=False, metadata=False)
    to = Destination(folder=out, form=form, template=NameTemplate("{stem}"))
    placement = Placement(to, Originals())
    list(Batch([Source(album / "deep.png")], [request_of(RUST, colorizer)], placement).run())
    with Image.open(out / "deep.png") as image:
        assert (image.size, image.mode) == ((30, 20), "RGB")
        assert "xmp" not in image.info
    chroma = colorizer.predict(read_photo(album / "deep.png"), RUST.chosen_blend.vector)
    small = form.of(read_photo(album / "deep.png"))
    with Image.open(out / "deep.png") as image:
        assert np.array_equal(compose(small, chroma, RUST.adjustments), np.asarray(image))


def test_paused_it_begins_nothing_until_it_goes_on(start: Any, album: Path) -> None:
    asked: list[Path] = []

    def sources() -> Iterator[Source]:
        for source in find_photos(album):
            asked.append(source.path)
            yield source

    running = start(sources=sources())
    running.pause(True)
    events = running.run()
    asked_while_paused: list[Path] = []

    def go_on() -> None:
        asked_while_paused.extend(asked)
        running.pause(False)

    threading.Timer(0.3, go_on).start()
    first = next(events)
    assert asked_while_paused == []
    assert isinstance(first, Finished)
    assert counts(list(events)) == (5, 0, 0)
    assert len(asked) == 6


def test_one_photograph_is_dropped_and_the_others_are_made(
    start: Any, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = batch_module.develop

    def drop_and_develop(request: RenderRequest, photo: Any, *others: Any) -> Any:
        if photo.path.stem == "2":
            running.drop(3)
        return real(request, photo, *others)

    monkeypatch.setattr(batch_module, "develop", drop_and_develop)
    running = start()
    running.drop(5)  # before it was begun
    events = list(running.run())
    assert counts(events) == (4, 0, 2)
    dropped = {(event.number, type(event.error)) for event in events if isinstance(event, Failed)}
    assert dropped == {(3, Cancelled), (5, Cancelled)}
    assert not {name for name in results(album) if "2" in name or "4" in name}


def test_a_fault_of_the_whole_batch_ends_it(start: Any, album: Path) -> None:
    def break_off() -> Iterator[Source]:
        yield Source(album / "0.png")
        raise PictureNotFoundError("The folder is gone.")

    with pytest.raises(PictureNotFoundError, match="is gone"):
        list(start(sources=break_off()).run())


@stopwatch
@pytest.mark.parametrize("how", ["token", "leaving"])
def test_called_off_it_ends_at_once_and_leaves_no_half(
    start: Any, album: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    token = CancelToken()
    held = threading.Event()
    real = result_writer.write_result

    def save_slowly(*arguments: Any, **options: Any) -> Any:
        held.wait(0.02)
        return real(*arguments, **options)

    monkeypatch.setattr(result_writer, "write_result", save_slowly)
    running = start(cancel=token)
    events = running.run()
    next(events)
    start_s = time.monotonic()
    if how == "token":
        token.cancel()
        with pytest.raises(Cancelled):
            list(events)
    else:
        events.close()
    assert time.monotonic() - start_s < allowed_s(0.5)
    assert not running.lingering
    assert not any(name.startswith(".tintype-") for name in results(album) - {".tintype-ledger.jsonl"})
    assert counts(list(start().run()))[1] >= 1  # what was finished is not made again


def test_a_thread_that_does_not_listen_is_left_behind(
    start: Any, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = threading.Event()
    reading = threading.Event()

    def read_for_ever(path: Path, **_: object) -> None:
        reading.set()
        release.wait(30)

    monkeypatch.setattr(batch_module, "read_photo", read_for_ever)
    token = CancelToken()
    running = start(cancel=token)
    events = running.run()
    threading.Timer(0.05, lambda: (reading.wait(10), token.cancel())).start()
    with pytest.raises(Cancelled):
        next(events)
    assert running.lingering
    release.set()


def test_reading_goes_on_while_results_are_composed_and_written(
    start: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = threading.Semaphore(0)
    overlapped: dict[str, bool] = {}
    real_read, real_develop, real_save = (
        batch_module.read_photo, batch_module.develop, result_writer.write_result,
    )  # fmt: skip

    def read(path: Path, **_: object) -> Any:
        reads.release()
        return real_read(path)

    def develop(*arguments: Any) -> Any:
        if "compose" not in overlapped:  # the first: waits until two photographs were begun to be read
            overlapped["compose"] = reads.acquire(timeout=10) and reads.acquire(timeout=10)
        return real_develop(*arguments)

    def save(*arguments: Any, **options: Any) -> Any:
        if "write" not in overlapped:
            overlapped["write"] = reads.acquire(timeout=10)
        return real_save(*arguments, **options)

    monkeypatch.setattr(batch_module, "read_photo", read)
    monkeypatch.setattr(batch_module, "develop", develop)
    monkeypatch.setattr(result_writer, "write_result", save)
    assert counts(list(start().run())) == (6, 0, 0)
    assert overlapped == {"compose": True, "write": True}


def test_memory_does_not_depend_on_how_many_there_are(
    start: Any, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Photographs that were read and not yet written, and results composed and not yet written."""
    photo_bytes, lock = 60 * 90, threading.Lock()
    monkeypatch.setattr(batch_module, "PHOTOS_BYTES", 3 * photo_bytes)
    monkeypatch.setattr(batch_module, "RESULTS_BYTES", 2 * 3 * photo_bytes)
    held = {"photos": 0, "results": 0}
    most = dict(held)

    def change(what: str, by: int) -> None:
        with lock:
            held[what] += by
            most[what] = max(most[what], held[what])

    real_read, real_develop, real_save = (
        batch_module.read_photo, batch_module.develop, result_writer.write_result,
    )  # fmt: skip

    def read(path: Path, **_: object) -> Any:
        photo = real_read(path)
        change("photos", 1)
        return photo

    def develop(*arguments: Any) -> Any:
        change("results", 1)
        return real_develop(*arguments)

    def save(*arguments: Any, **options: Any) -> Any:
        time.sleep(0.01)
        try:
            return real_save(*arguments, **options)
        finally:
            change("results", -1)
            change("photos", -1)

    monkeypatch.setattr(batch_module, "read_photo", read)
    monkeypatch.setattr(batch_module, "develop", develop)
    monkeypatch.setattr(result_writer, "write_result", save)
    sources = iter([Source(album / f"{number % 4}.png", Path(str(number))) for number in range(40)])
    assert counts(list(start(sources=sources).run())) == (40, 0, 0)
    assert held == {"photos": 0, "results": 0}
    assert most["results"] <= 2
    assert most["photos"] <= 4  # three that fit the budget, and the one in the reader's hands
