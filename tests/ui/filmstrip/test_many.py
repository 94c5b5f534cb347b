"""Ten thousand photographs: the strip takes them in while the window goes on answering."""

import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.engine.batch.sources import Source
from desktop.ui.document.open_photos import OpenPhotos
from desktop.ui.filmstrip.view import FilmstripView
from tests.support.timing import allowed_s, stopwatch

COUNT = 10_000


@stopwatch
def test_the_window_is_never_held_up_for_long(qtbot: QtBot, qapp: QApplication) -> None:
    photos = OpenPhotos()
    strip = FilmstripView(photos)
    qtbot.addWidget(strip)
    strip.resize(1180, strip.height())
    sources = [Source(Path(f"/album/{number:05}.jpg")) for number in range(COUNT)]
    held_s: list[float] = []
    last_s = [time.thread_time()]

    def tick() -> None:
        now_s = time.thread_time()
        held_s.append(now_s - last_s[0])
        last_s[0] = now_s

    timer = QTimer(interval=1)
    timer.timeout.connect(tick)
    timer.start()
    frames = photos.add(sources)
    strip.go_to(frames[0])
    strip.show()
    last_row = photos.index(COUNT - 1)
    bar, width_px = strip.horizontalScrollBar(), strip.viewport().width()
    qtbot.waitUntil(lambda: bar.maximum() + width_px >= strip.visualRect(last_row).right() > width_px)
    strip.go_to(frames[-1])
    qtbot.waitUntil(lambda: strip.viewport().rect().intersects(strip.visualRect(last_row)))
    timer.stop()
    assert len(held_s) > 5
    assert max(held_s) < allowed_s(0.05)
