"""Shows a page of the guide, with space between paragraphs, short lines, and sharp pictures."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontInfo,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.ui.dialogs.guide_pages import read_page
from desktop.ui.widgets.theme import current_theme

COLUMN_PX = 640  # some ninety letters; pictures are twice as wide, for sharp screens
_MARGIN_PX = 16
_LINE_PERCENT = 138
_HEADING_SCALES = {1: 1.7, 2: 1.25}
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


class GuideView(QTextBrowser):
    """Shows one page; links lead to others, and Alt with the arrows back and forward."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenExternalLinks(False)
        self._dark = current_theme().dark
        self.sourceChanged.connect(self._lay_out)

    def show_page(self, path: Path) -> None:
        """Go to a page."""
        self.setSource(QUrl.fromLocalFile(str(path)), QTextDocument.ResourceType.MarkdownResource)

    def mark(self, words: list[str]) -> None:
        """Show where words are."""
        marks = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format = QTextCharFormat()
                mark.format.setBackground(current_theme()["chosen"])
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def go_to_next(self, word: str) -> None:
        """Bring the next place of a word into sight, after the last one the first."""
        if not self.find(word):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(word)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        path = Path(QUrl(name).toLocalFile())
        if QTextDocument.ResourceType(kind) is QTextDocument.ResourceType.MarkdownResource:
            return read_page(path)
        image = QImage(str(path))
        image.setDevicePixelRatio(max(1.0, image.width() / COLUMN_PX))
        return image

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dark != current_theme().dark:
            self._dark = current_theme().dark
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        side = max(_MARGIN_PX, (room - COLUMN_PX) // 2)
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        shape = document.rootFrame().frameFormat()
        shape.setTopMargin(_MARGIN_PX)
        shape.setBottomMargin(_MARGIN_PX)
        document.rootFrame().setFrameFormat(shape)
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            _space(cursor, block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _rule(frame)


def _space(cursor: QTextCursor, block: QTextBlock) -> None:
    """Give one paragraph its margins and, to a heading, its size."""
    shape, level = QTextBlockFormat(), block.blockFormat().headingLevel()
    if _PICTURE not in block.text():
        shape.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level in _HEADING_SCALES:
        shape.setTopMargin(0 if level == 1 else 18)
        shape.setBottomMargin(8)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        letters = QTextCharFormat()
        letters.setFontPointSize(
            QFontInfo(block.document().defaultFont()).pointSizeF() * _HEADING_SCALES[level]
        )
        letters.setFontWeight(QFont.Weight.DemiBold)
        cursor.setCharFormat(letters)
    elif _is_code(block):
        shape.setLeftMargin(_MARGIN_PX)
        shape.setBottomMargin(0 if _is_code(block.next()) else 11)
    elif cursor.currentTable() is None:
        goes_on = block.textList() is not None and block.next().textList() is not None
        shape.setTopMargin(0)
        shape.setBottomMargin(5 if goes_on else 11)
    cursor.mergeBlockFormat(shape)


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _rule(table: QTextTable) -> None:
    """Lines between the rows of a table, and all the width for it."""
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QBrush(current_theme()["border"]))
    shape.setBorderCollapse(True)
    shape.setCellPadding(7)
    shape.setBottomMargin(4)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
