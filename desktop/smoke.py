"""Proves that a built program works: opens the window out of sight, colours a picture, saves it, looks at it."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.engine.errors import TintypeError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.ui.window import Window

PATIENCE_S = 60.0
WIDTH_PX, HEIGHT_PX = 640, 480
MIN_CHROMA = 8  # difference of a pixel's channels that no grey picture has, even as a JPEG


def run() -> int:
    """Colour a picture made on the spot with the first preset, or with one learnt from a made painting.

    Prints the device and the milliseconds; returns 0, or 1 with the reason on stderr. Leaves nothing behind.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TINTYPE_HOME"] = str(Path(folder) / "home")
        try:
            print(_colour_and_save(Path(folder)))
        except (RuntimeError, TimeoutError, TintypeError) as error:
            print(f"smoke test failed: {error}", file=sys.stderr)
            return 1
    return 0


def _colour_and_save(folder: Path) -> str:
    from desktop.ui.app import make_application, make_window

    application = make_application([])
    window = make_window([])
    application.processEvents()
    print("window open", flush=True)
    try:
        return _walk_through(application, window, folder)
    finally:
        window.close()


def _walk_through(application: "QApplication", window: "Window", folder: Path) -> str:
    from desktop.engine.reading import read_painting
    from desktop.ui.drops import Parcel
    from desktop.ui.exposure import Exposure
    from desktop.ui.images import to_qimage
    from desktop.ui.save_dialog import FORMATS

    document, start_s = window.document, time.perf_counter()
    if document.preset is None:
        window.easel.make([Parcel(image=to_qimage(_painting()))])
        _wait(application, window, lambda: document.preset is not None)
    window.intake.take_photo(Parcel(image=to_qimage(_photograph())))
    _wait(application, window, lambda: window.stage.canvas.picture.after is not None)
    exposure = Exposure.of(document.photo, document.edit)
    if exposure is None:
        raise RuntimeError("the photo or its preset is gone")
    paths = [folder / f"coloured{suffix}" for suffix in FORMATS]
    for path in paths:
        window.delivery.save(exposure, path)
    _wait(application, window, lambda: not window.delivery.busy)
    for path in paths:
        _check(read_painting(path).pixels, path.name)
    colorizer = window.studio.colorizer()
    elapsed_ms = (time.perf_counter() - start_s) * 1000
    return (
        f"{exposure.name}: {colorizer.provider}, network {colorizer.latency_ms:.0f} ms, "
        f"all {elapsed_ms:.0f} ms"
    )


def _check(saved: NDArray[np.uint8], name: str) -> None:
    if saved.shape != (HEIGHT_PX, WIDTH_PX, 3):
        raise RuntimeError(f"{name} has the shape {saved.shape}")
    if int(np.ptp(saved.astype(np.int16), axis=2).max()) < MIN_CHROMA:
        raise RuntimeError(f"{name} is grey")


def _wait(application: "QApplication", window: "Window", reached: Callable[[], bool]) -> None:
    """Let the window work until `reached`; what it tells of as an error ends the test."""
    from desktop.ui.message_bar import Kind

    end_s = time.perf_counter() + PATIENCE_S
    while not reached():
        application.processEvents()
        messages = window.stage.messages
        if messages.text and messages.kind is Kind.ERROR:
            raise RuntimeError(messages.text)
        if time.perf_counter() > end_s:
            raise TimeoutError(f"nothing happened for {PATIENCE_S:.0f} s")
        time.sleep(0.005)


def _photograph() -> NDArray[np.uint8]:
    """A grey picture of soft waves."""
    rows, columns = np.mgrid[0:HEIGHT_PX, 0:WIDTH_PX]
    waves = np.sin(columns / 45) * np.cos(rows / 35) + columns / WIDTH_PX
    gray: NDArray[np.uint8] = np.clip(waves * 80 + 90, 0, 255).astype(np.uint8)
    return gray


def _painting() -> NDArray[np.uint8]:
    """A sky over a field."""
    painting = np.empty((256, 256, 3), np.uint8)
    painting[:150], painting[150:] = (70, 120, 190), (200, 140, 50)
    return painting
