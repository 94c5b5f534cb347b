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
        film, intake, darkroom = window.film, window.intake, window.darkroom
        leisure, studio = window.leisure, window.studio
        leisure.heed(window.warmup, window.warmup.busy_changed)
        leisure.heed(intake, intake.busy_changed)
        leisure.heed(window.easel, window.easel.busy_changed)
        leisure.heed(darkroom, darkroom.activity_changed)
        leisure.heed(window.delivery, window.delivery.busy_changed)
        leisure.heed(window.thumbnails, window.thumbnails.busy_changed)
        leisure.heed(film.thumbnails, film.thumbnails.busy_changed)
        self.film_colours = ResultThumbnailer(film, window.document, studio, leisure, self)
        self.pasted = ClipboardPhotos(window.document, intake, film, window.projects, self)
        self.read_ahead = Prefetcher(film, intake, darkroom, studio, leisure, self)

    def close_lanes(self) -> None:
        """Stop for good."""
        self.film_colours.close_lanes()
        self.read_ahead.close_lanes()
        self.pasted.close_lanes()
