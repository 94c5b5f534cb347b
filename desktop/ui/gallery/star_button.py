"""The button that shows the favourites only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.widgets.icons import icon


class StarButton(QToolButton):
    """A button that is checked while only favourites are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("galleryTool")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.setToolTip(self.tr("Show favourites only"))
        self.setAccessibleName(self.tr("Show favourites only"))

    def refresh_icons(self) -> None:
        """Take the icons of the present theme and state."""
        self.setIcon(icon("star-filled" if self.isChecked() else "star"))
