"""The button whose menu says how the gallery groups its presets, and makes its thumbnails larger or smaller."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.document.preset_grouping import Grouping
from desktop.ui.widgets.icons import icon


class GroupButton(QToolButton):
    """A button with a menu of groupings and of thumbnail sizes.

    larger, smaller: change the thumbnails by one step.
    """

    grouping_chosen = Signal(Grouping)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("galleryTool")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu, group = QMenu(self), QActionGroup(self)
        self._groupings: dict[Grouping, QAction] = {}
        for grouping in Grouping:
            action = menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, by=grouping: self.grouping_chosen.emit(by))
            group.addAction(action)
            self._groupings[grouping] = action
        self._groupings[Grouping.NAME].setChecked(True)
        menu.addSeparator()
        self.larger = menu.addAction("")
        self.smaller = menu.addAction("")
        menu.setToolTipsVisible(True)
        self.setMenu(menu)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.setToolTip(self.tr("Group the presets"))
        self.setAccessibleName(self.tr("Group the presets"))
        self._groupings[Grouping.NAME].setText(self.tr("By name"))
        self._groupings[Grouping.PAINTER].setText(self.tr("By painter"))
        self._groupings[Grouping.YEAR].setText(self.tr("By year"))
        self.larger.setText(self.tr("Larger thumbnails"))
        self.smaller.setText(self.tr("Smaller thumbnails"))
        for action in (self.larger, self.smaller):
            action.setToolTip(self.tr("Ctrl and the mouse wheel do the same"))

    def show_grouping(self, grouping: Grouping) -> None:
        """Mark a grouping in the menu."""
        self._groupings[grouping].setChecked(True)

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        self.setIcon(icon("group"))
