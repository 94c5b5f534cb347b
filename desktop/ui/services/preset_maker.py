"""Makes presets of paintings and reads preset files; for a single painting it asks first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TintypeError
from desktop.engine.decode.original import coloured_or_none
from desktop.engine.decode.reader import read_painting
from desktop.engine.edits.preset import read_preset_and_copy
from desktop.engine.imaging.painting import Crop, Painting, cropped, make_copy
from desktop.engine.store.preset_library import make_preset
from desktop.ui.base.dropped_data import IncomingItem, image_of
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.base.qimage import on_white, to_array, to_screen
from desktop.ui.base.service import LaneService
from desktop.ui.document.observable_presets import PresetWithPainting
from desktop.ui.services.model_pool import ModelPool


@dataclass(frozen=True, eq=False)
class Draft:
    """A painting that is to become a preset, with a name to begin with. image: the same for a screen."""

    name: str
    painting: Painting
    image: QImage


@dataclass(frozen=True, eq=False)
class _Results:
    """What came of several items: presets, notices, and errors."""

    additions: list[PresetWithPainting]
    notices: list[str]
    errors: list[TintypeError]


class PresetMaker(LaneService):
    """Makes presets on worker lanes; none is added to the library before the receiver of `made` adds it."""

    opening = Signal(str)  # what is being read
    asked = Signal(Draft)
    colourless = Signal(IncomingItem, Draft)  # a painting by itself that is grey, and what it would become
    made = Signal(list)  # of PresetWithPainting
    prepared = Signal(Crop, PresetWithPainting)
    noticed = Signal(str)

    def __init__(self, models: ModelPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._reading = self.add_lane("paintings", keep_all=True)
        self._cropping = self.add_lane("crop", counts_as_busy=False)

    def take(self, items: Sequence[IncomingItem]) -> None:
        """Take paintings and preset files; one painting by itself is asked about first."""
        if len(items) == 1 and not items[0].is_preset:
            self._ask(items[0])
        else:
            self.make(items)

    def make(self, items: Sequence[IncomingItem]) -> None:
        """Make presets without asking: of paintings as a whole, and of preset files."""
        if not items:
            return
        names = [self._name_of(item) for item in items]
        self.opening.emit(names[0])

        def work(token: CancelToken) -> _Results:
            results = _Results([], [], [])
            for name, item in zip(names, items, strict=True):
                token.raise_if_cancelled()
                try:
                    self._read_into(name, item, results)
                except TintypeError as error:
                    results.errors.append(error)
            return results

        self._reading.submit(work, self._tell_results)

    def prepare(self, draft: Draft, crop: Crop) -> None:
        """Make the preset of a part of a painting; of several requests the latest counts."""

        def work(_token: CancelToken) -> PresetWithPainting:
            return self._make(draft.name, cropped(draft.painting.pixels, crop))

        self._cropping.submit(work, lambda addition: self.prepared.emit(crop, addition))

    def _ask(self, item: IncomingItem) -> None:
        name = self._name_of(item)
        self.opening.emit(name)

        def work(_token: CancelToken) -> tuple[Draft, bool]:
            painting = _read(item)
            draft = Draft(name, painting, to_screen(painting.pixels))
            return draft, coloured_or_none(painting.pixels) is not None

        def done(read: tuple[Draft, bool]) -> None:
            draft, coloured = read
            if coloured:
                self.asked.emit(draft)
            else:
                self.colourless.emit(item, draft)

        self._reading.submit(work, done)

    def _name_of(self, item: IncomingItem) -> str:
        path = item.path
        return self.tr("Pasted painting") if path is None else " ".join(path.stem.replace("_", " ").split())

    def _read_into(self, name: str, item: IncomingItem, results: _Results) -> None:
        if item.is_preset and item.path is not None:
            results.additions.append(PresetWithPainting(*read_preset_and_copy(item.path)))
            return
        painting = _read(item)
        results.additions.append(self._make(name, painting.pixels))
        results.notices.extend(painting.notices)

    def _make(self, name: str, pixels: NDArray[np.uint8]) -> PresetWithPainting:
        return PresetWithPainting(make_preset(self._models.colorizer(), pixels, name), make_copy(pixels))

    def _tell_results(self, results: _Results) -> None:
        self.made.emit(results.additions)
        if results.notices:
            self.noticed.emit(" ".join(map(translate_message, dict.fromkeys(results.notices))))
        for error in results.errors:
            self.failed.emit(error)


def _read(item: IncomingItem) -> Painting:
    if item.path is not None:
        return read_painting(item.path)
    return Painting(to_array(on_white(image_of(item))))
