"""The tool bar: the commands that are used most, the last of them in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from desktop.ui.widgets.icons import ICON_SIZE


class ToolBar(QToolBar):
    """Groups of actions at its left end, and at its right end what is done at last."""

    def __init__(self, groups: Sequence[Sequence[QAction]], at_last: Sequence[QAction]) -> None:
        super().__init__()
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(ICON_SIZE)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for number, group in enumerate(groups):
            if number:
                self.addSeparator()
            self.addActions(list(group))
        spacer = QWidget()
        spacer.setSizePolicy(spacer.sizePolicy().Policy.Expanding, spacer.sizePolicy().Policy.Preferred)
        self.addWidget(spacer)
        self.addActions(list(at_last))
        button = self.widgetForAction(at_last[-1])
        if isinstance(button, QToolButton):
            button.setObjectName("primary")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def show_texts(self, title: str) -> None:
        """Be called so, and have tool tips by what the actions are called now."""
        self.setWindowTitle(title)
        for action in self.actions():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
