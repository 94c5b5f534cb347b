"""What one window does unseen: the strip's colours, the next photograph, and keeping what was pasted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.filmstrip.clipboard_photos import ClipboardPhotos
from desktop.ui.filmstrip.prefetch import Prefetcher
from desktop.ui.filmstrip.result_thumbnailer import ResultThumbnailer

if TYPE_CHECKING:
    from desktop.ui.main_window.main_window import MainWindow


class BackgroundWork(QObject):
    """Says what people wait for, and makes what has to stand back behind that."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        filmstrip, loader, renderer = window.filmstrip, window.loader, window.renderer
        scheduler, models = window.scheduler, window.models
        scheduler.watch(window.warmup, window.warmup.busy_changed)
        scheduler.watch(loader, loader.busy_changed)
        scheduler.watch(window.preset_maker, window.preset_maker.busy_changed)
        scheduler.watch(renderer, renderer.activity_changed)
        scheduler.watch(window.saver, window.saver.busy_changed)
        scheduler.watch(window.thumbnails, window.thumbnails.busy_changed)
        scheduler.watch(filmstrip.thumbnails, filmstrip.thumbnails.busy_changed)
        self.film_colours = ResultThumbnailer(filmstrip, window.document, models, scheduler, self)
        self.pasted = ClipboardPhotos(window.document, loader, filmstrip, window.autosave, self)
        self.read_ahead = Prefetcher(filmstrip, loader, renderer, models, scheduler, self)

    def close_lanes(self) -> None:
        """Stop for good."""
        self.film_colours.close_lanes()
        self.read_ahead.close_lanes()
        self.pasted.close_lanes()
