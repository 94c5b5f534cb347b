"""Sections of the side panel that fold away, and the scroll area that holds them."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.reserved_scrollbar import reserve_scroll_bar

SIDE_PANEL_WIDTH_PX = 336
TOOLS_HEIGHT_PX = 120  # at least: the three sliders in sight, and the first header
SETTLE_MS = 100  # until the layout of what has grown is done
_LINE_PX = 1  # above the sections, from the style sheet
_HEADER_ICON = QSize(14, 14)
_HEAD_MARGINS = (5, 2, 3, 2)  # px


class CollapsibleSection(QWidget):
    """A header that unfolds what is below it. key: by which it is remembered whether it is open."""

    toggled = Signal(bool)
    grown = Signal()  # there is more in it now, which is to be seen

    def __init__(self, key: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.content = content
        self.header = QToolButton(self)
        self.header.setObjectName("sectionHeader")
        self.header.setCheckable(True)
        self.header.setIconSize(_HEADER_ICON)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.header.toggled.connect(self._unfold)
        self._head = QHBoxLayout()
        self._head.addWidget(self.header)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(content)
        self.show_header(True)
        self._unfold(False)

    def set_title(self, title: str) -> None:
        """Have this on the header."""
        self.header.setText(title)

    def set_open(self, unfolded: bool) -> None:
        """Unfold it, or fold it away."""
        self.header.setChecked(unfolded)

    def show_header(self, on: bool) -> None:
        """Have a header, or be nothing but the content."""
        self._head.setContentsMargins(*(_HEAD_MARGINS if on else (0, 0, 0, 0)))
        self.header.setVisible(on)

    def add_to_header(self, widget: QWidget) -> None:
        """Put something at the right end of the header."""
        self._head.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icon()

    def _unfold(self, unfolded: bool) -> None:
        focused = QApplication.focusWidget()
        if not unfolded and focused is not None and self.content.isAncestorOf(focused):
            focused.clearFocus()  # folded by the mouse: Qt would hand the focus to whatever comes next
        self.content.setVisible(unfolded)
        self._show_icon()
        self.toggled.emit(unfolded)

    def _show_icon(self) -> None:
        self.header.setIcon(icon("unfolded" if self.header.isChecked() else "folded"))


class SectionList(QScrollArea):
    """The sections, as high as they are; scrolls when the gallery needs the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideTools")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        reserve_scroll_bar(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._revealed: CollapsibleSection | None = None
        self._following = False
        self.verticalScrollBar().valueChanged.connect(self._note_scrolling)
        self._settled = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settled.timeout.connect(self._stop_following)
        self._column = QWidget()
        self._column.setObjectName("toolsColumn")
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(0)
        self.setWidget(self._column)

    def add(self, widget: QWidget) -> None:
        """Put something below all others."""
        layout = self._column.layout()
        assert layout is not None
        layout.addWidget(widget)
        self._column.installEventFilter(self)

    def reveal(self, section: CollapsibleSection) -> None:
        """Scroll as little as shows all of a section that has just grown, or its beginning where it is too high."""
        self._revealed = section
        self._settled.start()  # it is laid out in several rounds, each of which may move it

    def _follow(self) -> None:
        section = self._revealed
        if section is None:
            return
        top = section.mapTo(self._column, section.rect().topLeft()).y()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        self._following = True
        bar.setValue(min(max(bar.value(), top + section.height() - room), top))
        self._following = False

    def _note_scrolling(self) -> None:
        """Leave the scrolling to whoever else does it."""
        if not self._following:
            self._revealed = None

    def _stop_following(self) -> None:
        self._follow()
        self._revealed = None

    def sizeHint(self) -> QSize:
        return QSize(SIDE_PANEL_WIDTH_PX, self._column.sizeHint().height() + _LINE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, TOOLS_HEIGHT_PX)

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Give the keys to the next widget, or the one before; a button that its own click disables, to its neighbour.

        The next one may lie far below: the sections would scroll away under the pointer.
        """
        focused = self._column.focusWidget()
        if focused is not None:
            onwards = onwards and focused.isEnabled()
        return super().focusNextPrevChild(onwards)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._follow()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focused = self._column.focusWidget()
        if self._revealed is not None:
            self._follow()
        elif focused is not None:
            self.ensureWidgetVisible(focused)
