"""Adds new presets to the gallery; for a single painting it asks first which part of it is wanted."""

from PySide6.QtCore import QObject, Qt, Signal

from desktop.ui.document.document import Document
from desktop.ui.document.notifier import Notifier
from desktop.ui.document.observable_presets import ObservablePresets, PresetWithPainting
from desktop.ui.document.preset_editing import PresetEditing
from desktop.ui.gallery.new_preset_dialog import NewPresetDialog
from desktop.ui.gallery.panel import GalleryPanel
from desktop.ui.services.preset_maker import Draft, PresetMaker


class NewPresets(QObject):
    """Adds the presets that were made of paintings or read from files.

    settled: what was being read has been read, or could not be.
    """

    settled = Signal()

    def __init__(
        self,
        gallery: GalleryPanel,
        document: Document,
        library: ObservablePresets,
        preset_editing: PresetEditing,
        preset_maker: PresetMaker,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._gallery, self._document, self._library = gallery, document, library
        self._preset_editing, self._preset_maker, self._notifier = preset_editing, preset_maker, notifier
        preset_maker.failed.connect(lambda _error: self.settled.emit())
        preset_maker.asked.connect(self._ask)
        preset_maker.made.connect(self._add)
        preset_maker.noticed.connect(notifier.show_info)

    def _ask(self, draft: Draft) -> None:
        """Let the user say which part of a painting is wanted, and show the photo in its colours meanwhile."""
        self.settled.emit()
        document = self._document
        dialog = NewPresetDialog(draft, self._library.free_name, self._gallery.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.part_changed.connect(self._preset_maker.prepare)
        self._preset_maker.prepared.connect(dialog.show_prepared)
        dialog.tried.connect(document.try_preset)
        dialog.rejected.connect(lambda: document.try_preset(None))
        dialog.accepted.connect(lambda: self._add_asked(dialog.addition))
        dialog.begin()

    def _add_asked(self, addition: PresetWithPainting | None) -> None:
        if addition is not None:
            self._add([addition], again=True)

    def _add(self, additions: list[PresetWithPainting], *, again: bool = False) -> None:
        self._notifier.clear()
        self.settled.emit()
        if additions:
            self._gallery.search_field.clear()
            self._preset_editing.add(additions, again=again)
            if self._document.photo is None:
                self._notifier.show_info(
                    self.tr("The painting is in the gallery; now drop the photo to colour.")
                )
