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

from desktop.engine.core.errors import TintypeError
from desktop.engine.inference.model_registry import Model, find_models
from desktop.smoke.digest import TOLERANCE, difference, digest_of, expected_of, record

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.ui.main_window.main_window import MainWindow

PATIENCE_S = 60.0
WIDTH_PX, HEIGHT_PX = 640, 480
MIN_CHROMA = 8  # difference of a pixel's channels that no grey picture has, even as a JPEG
LOSSLESS = ".png"
LOSSY_TOLERANCE = 3.0  # levels by which blocks of a JPEG may differ from those of the exact picture
PLATFORM_VARIABLE = "QT_QPA_PLATFORM"


def run(*, recording: bool = False) -> int:
    """Colour a picture made on the spot in the colours of a painting made on the spot.

    The window is out of sight, unless QT_QPA_PLATFORM names another platform. Prints the device and the milliseconds;
    returns 0, or 1 with the reason on stderr. Leaves nothing behind. recording: how the picture looks is right.
    """
    os.environ.setdefault(PLATFORM_VARIABLE, "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TINTYPE_HOME"] = str(Path(folder) / "home")
        try:
            print(_colour_and_save(Path(folder), recording=recording))
        except (RuntimeError, TimeoutError, TintypeError) as error:
            print(f"smoke test failed: {error}", file=sys.stderr)
            return 1
    return 0


def _colour_and_save(folder: Path, *, recording: bool) -> str:
    from desktop.ui.main_window.application import make_application, make_window

    application = make_application([])
    window = make_window([])
    application.processEvents()
    print(f"window open ({application.platformName()})", flush=True)
    try:
        return _walk_through(application, window, folder, recording=recording)
    finally:
        window.close()


def _walk_through(application: "QApplication", window: "MainWindow", folder: Path, *, recording: bool) -> str:
    from desktop.engine.decode.reader import read_painting
    from desktop.ui.base.dropped_data import IncomingItem
    from desktop.ui.base.qimage import to_qimage
    from desktop.ui.document.export_options import SAVE_FORMATS

    document, start_s = window.parts.document, time.perf_counter()
    before = document.preset
    window.parts.preset_maker.make([IncomingItem(image=to_qimage(_painting()))])
    _wait(application, window, lambda: document.preset not in (None, before))
    window.parts.loader.take_photo(IncomingItem(image=to_qimage(_photograph())))
    _wait(application, window, lambda: window.parts.stage.canvas.picture.after is not None)
    photo, edit = document.photo, document.edit
    if photo is None or edit.blend is None:
        raise RuntimeError("the photo or its preset is gone")
    paths = {suffix: folder / f"coloured{suffix}" for suffix in SAVE_FORMATS}
    for path in paths.values():
        window.parts.saver.save(photo, edit, path)
    _wait(application, window, lambda: not window.parts.saver.busy)
    saved = {suffix: read_painting(path).pixels for suffix, path in paths.items()}
    colorizer = window.parts.models.colorizer()
    for suffix, pixels in saved.items():
        _check(pixels, paths[suffix].name)
    verdict = _judge(saved, colorizer.model, recording=recording)
    count = _load_every_graph()
    elapsed_ms = (time.perf_counter() - start_s) * 1000
    return (
        f"{colorizer.provider}, network {colorizer.latency_ms:.0f} ms, all {elapsed_ms:.0f} ms; "
        f"{count} graphs load; {verdict}"
    )


def _load_every_graph() -> int:
    """Check and start each graph of each model, whatever its kind; returns how many. Raises `DamagedModelError`."""
    import onnxruntime as ort

    graphs = [(model, graph) for model in find_models() for graph in model.graphs]
    for model, graph in graphs:
        content = model.graph_bytes(graph)
        try:
            ort.InferenceSession(content, providers=["CPUExecutionProvider"])
        except Exception as error:  # ONNX Runtime's faults have no common class of their own
            raise RuntimeError(f'the graph "{graph}" of the model "{model.name}" does not load') from error
    return len(graphs)


def _judge(saved: dict[str, NDArray[np.uint8]], model: Model, *, recording: bool) -> str:
    """Compare the saved pictures with each other and with what was recorded for the model; returns the outcome."""
    digest = digest_of(saved[LOSSLESS])
    for suffix, pixels in saved.items():
        if difference(digest_of(pixels), digest) > LOSSY_TOLERANCE:
            raise RuntimeError(f"the picture saved as {suffix} is not the one saved as {LOSSLESS}")
    if recording:
        return f"recorded in {record(model, digest)}"
    expected = expected_of(model)
    if expected is None:
        return f'nothing is recorded for the model "{model.name}"'
    apart = difference(digest, expected)
    if apart > TOLERANCE:
        raise RuntimeError(
            f"the picture is not the expected one: {apart:.1f} levels apart in one of its parts"
        )
    return f"the expected picture, {apart:.2f} levels apart"


def _check(saved: NDArray[np.uint8], name: str) -> None:
    if saved.shape != (HEIGHT_PX, WIDTH_PX, 3):
        raise RuntimeError(f"{name} has the shape {saved.shape}")
    if int(np.ptp(saved.astype(np.int16), axis=2).max()) < MIN_CHROMA:
        raise RuntimeError(f"{name} is grey")


def _wait(application: "QApplication", window: "MainWindow", reached: Callable[[], bool]) -> None:
    """Let the window work until `reached`; an error that it reports ends the test."""
    from desktop.ui.widgets.message_bar import Kind

    end_s = time.perf_counter() + PATIENCE_S
    while not reached():
        application.processEvents()
        messages = window.parts.stage.messages
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
