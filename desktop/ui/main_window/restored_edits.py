"""Tells the user that an edit was restored with its photograph, and what another model has changed in it."""

from PySide6.QtCore import QObject

from desktop.engine.edits.edit import Edit
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.notifier import Notifier
from desktop.ui.services.autosave import Autosave


class RestoredEdits(QObject):
    """Says that an edit was restored, and offers to begin anew."""

    def __init__(
        self,
        document: Document,
        editing: Editing,
        autosave: Autosave,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._editing, self._notifier = document, editing, notifier
        autosave.restored.connect(self._tell_restored)
        document.edit_changed.connect(self._tell_unshifted)

    def _tell_restored(self, as_new: Edit) -> None:
        photo = self._document.photo
        notices = photo.notices if photo is not None else ()
        back = [self.tr("Your edit of this photo was restored."), *self._changes_of_model()]
        self._notifier.show_info(
            " ".join([*back, *map(translate_message, notices)]),
            action=self.tr("Start over"),
            do=lambda: self._editing.change(as_new, lambda: self.tr("Start over")),
        )

    def _changes_of_model(self) -> list[str]:
        """What became of an edit that was made with another model."""
        migration, texts = self._document.migration, []
        if migration.replaced:
            texts.append(
                self.tr("It was made with another model; its presets were replaced by those of this model.")
            )
        if migration.unshifted:
            texts.append(
                self.tr("Numbers that were changed by hand do not fit this model and were left out.")
            )
        return texts

    def _tell_unshifted(self) -> None:
        """Also of a step that was undone, or of the photo that is open while another model is chosen."""
        if self._document.migration.unshifted:
            self._notifier.show_info(" ".join(self._changes_of_model()))
