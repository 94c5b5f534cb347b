"""The window of the user's guide: contents and search on the left, a page on the right."""

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.dialogs.guide_pages import PAGES, page_name, page_path, read_page, title_of
from desktop.ui.dialogs.guide_view import GuideView
from desktop.ui.widgets.icons import ICON_SIZE, icon, refresh_clear_button

_CONTENTS_PX = 230


class GuideWindow(QDialog):
    """A window that stays open beside the main one. contents: one row a page, in the order of `PAGES`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("User's guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1000, 720)  # with its frame on a screen of 800 px
        self.setMinimumSize(960, 420)
        self._texts = {name: read_page(page_path(name)) for name in PAGES}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search the guide"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.contents = self._make_contents()
        self.nothing = QLabel(self.tr("No page has these words."), self)
        self.nothing.setObjectName("secondary")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.view = GuideView(self)
        self.view.setAccessibleName(self.tr("Page of the guide"))
        self.back = self._make_button(self.tr("Back"), "Alt+Left")
        self.forward = self._make_button(self.tr("Forward"), "Alt+Right")
        self._lay_out()
        self._connect()
        self._show_icons()
        self.contents.setCurrentRow(0)
        self.contents.setFocus()

    def open(self) -> None:
        """Show it without blocking the main window."""
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "forward"):
            self._show_icons()

    def _make_contents(self) -> QListWidget:
        contents = QListWidget(self)
        contents.setObjectName("states")
        contents.setAccessibleName(self.tr("Contents"))
        contents.setWordWrap(True)
        contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, text in self._texts.items():
            item = QListWidgetItem(title_of(text), contents)
            item.setData(Qt.ItemDataRole.UserRole, name)
        return contents

    def _make_button(self, text: str, keys: str) -> QToolButton:
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button = QToolButton(self)
        button.setObjectName("regionTool")
        button.setIconSize(ICON_SIZE)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({native})")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setEnabled(False)
        return button

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addWidget(self.back)
        tools.addWidget(self.forward)
        tools.addSpacing(6)
        tools.addWidget(self.search, 1)
        side = QWidget(self)
        side.setFixedWidth(_CONTENTS_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(tools)
        column.addWidget(self.nothing)
        column.addWidget(self.contents, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(14)
        row.addWidget(side)
        row.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.contents.currentItemChanged.connect(self._show_page)
        self.view.sourceChanged.connect(self._follow_view)
        self.view.backwardAvailable.connect(self.back.setEnabled)
        self.view.forwardAvailable.connect(self.forward.setEnabled)
        self.back.clicked.connect(self.view.backward)
        self.forward.clicked.connect(self.view.forward)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._go_on)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    def _show_icons(self) -> None:
        self.back.setIcon(icon("back"))
        self.forward.setIcon(icon("forward"))
        refresh_clear_button(self.search)

    def _show_page(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) != page_name(self.view.source()):
            self.view.show_page(page_path(item.data(Qt.ItemDataRole.UserRole)))

    def _follow_view(self, source: QUrl) -> None:
        """Mark in the contents what a link, or the way back, has led to."""
        page = page_name(source)
        if page in PAGES:
            self.contents.setCurrentRow(PAGES.index(page))
        self.view.mark(self._words())

    def _words(self) -> list[str]:
        return self.search.text().split()

    def _search(self) -> None:
        """List the pages that have all the words, and go to the first unless this is one of them."""
        words = [word.casefold() for word in self._words()]
        found = [all(word in text.casefold() for word in words) for text in self._texts.values()]
        for row, has in enumerate(found):
            self.contents.item(row).setHidden(not has)
        self.nothing.setVisible(not any(found))
        if any(found) and not found[max(self.contents.currentRow(), 0)]:
            self.contents.setCurrentRow(found.index(True))
        self.view.mark(self._words())

    def _go_on(self) -> None:
        if self._words():
            self.view.go_to_next(self._words()[0])
