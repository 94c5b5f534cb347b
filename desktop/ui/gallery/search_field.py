"""The field in which presets are searched for."""

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.widgets.icons import icon, refresh_clear_button


class SearchField(QLineEdit):
    """Takes words only; what is dropped is for the gallery around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Name, painter or year"))
        self.setClearButtonEnabled(True)
        self.setAccessibleName(self.tr("Search presets"))
        self.setAcceptDrops(False)
        self._icon = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        self._icon.setIcon(icon("search"))
        refresh_clear_button(self)
