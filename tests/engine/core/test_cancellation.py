"""Work that cannot be stopped is not waited for once it is cancelled, and is waited for otherwise."""

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, WebPImagePlugin

from desktop.engine.core.cancellation import CancelToken, unless_cancelled
from desktop.engine.core.errors import Cancelled, DamagedPictureError
from desktop.engine.core.parallel import sharing_cores, usable_cores
from desktop.engine.decode import reader
from desktop.engine.decode.reader import read_photo
from desktop.engine.encode.writer import save_picture
from desktop.engine.imaging.photo import Photo
from tests.support.timing import allowed_s, stopwatch

PROMISED_S = 0.5


def cancel_soon(token: CancelToken) -> None:
    threading.Timer(0.1, token.cancel).start()


def test_it_gives_what_the_work_gives() -> None:
    assert unless_cancelled(lambda: 7, None) == 7
    assert unless_cancelled(lambda: 7, CancelToken()) == 7
    with sharing_cores(2):
        assert unless_cancelled(usable_cores, CancelToken()) == usable_cores()


@pytest.mark.parametrize("fault", [DamagedPictureError, MemoryError, TimeoutError])
def test_it_raises_what_the_work_raises(fault: type[BaseException]) -> None:
    def work() -> None:
        raise fault("so it is")

    with pytest.raises(fault, match="so it is"):
        unless_cancelled(work, CancelToken())


def test_nothing_is_begun_once_it_is_called_off() -> None:
    token, begun = CancelToken(), []
    token.cancel()
    with pytest.raises(Cancelled):
        unless_cancelled(lambda: begun.append(1), token)
    assert not begun


@stopwatch
def test_a_decoder_that_does_not_listen_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, token, released = tmp_path / "photo.png", CancelToken(), threading.Event()
    Image.new("L", (8, 8)).save(path)
    decode = reader.decode

    def deaf(*arguments: object, **options: object) -> object:
        released.wait(20)
        return decode(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "decode", deaf)
    cancel_soon(token)
    start_s = time.monotonic()
    with pytest.raises(Cancelled):
        read_photo(path, cancel=token)
    assert time.monotonic() - start_s < allowed_s(PROMISED_S)
    released.set()


@stopwatch
def test_an_encoder_that_does_not_listen_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, released = CancelToken(), threading.Event()
    monkeypatch.setitem(Image.SAVE, "WEBP", lambda *_: released.wait(20))
    assert WebPImagePlugin.SUPPORTED
    cancel_soon(token)
    start_s = time.monotonic()
    rgb = np.zeros((8, 8, 3), dtype=np.uint8)
    with pytest.raises(Cancelled):
        save_picture(rgb, tmp_path / "out.webp", Photo(None, rgb[..., 0]), cancel=token)
    assert time.monotonic() - start_s < allowed_s(PROMISED_S)
    released.set()
    assert list(tmp_path.iterdir()) == []
