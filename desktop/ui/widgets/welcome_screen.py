"""The first view: what to do, where to drop a photograph and a painting, and what was open last."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.base.plain_text import plain_tip
from desktop.ui.base.texts import follow_language
from desktop.ui.widgets.drop_target import DropTarget

MARGIN_PX = 24
MAX_RECENT_SHOWN = 3  # as many as a small window has room for
RECENT_WIDTH_PX = (72, 220)  # of a name: at least, at most
RECENT_BESIDE_PX = 24  # of a button, beside its name


class WelcomeScreen(QWidget):
    """Shown before there is a photo: one sentence, two drop targets, a sample, and what was open last."""

    photo_requested = Signal()
    painting_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(Path)
    strip_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._sentence = QLabel(self), QLabel(self)
        self._heading.setObjectName("heading")
        self._sentence.setObjectName("secondary")
        self.photo_well, self.painting_well = DropTarget("photo"), DropTarget("painting")
        self.photo_well.clicked.connect(self.photo_requested)
        self.painting_well.clicked.connect(self.painting_requested)
        self.sample_button = QPushButton(self)
        self.sample_button.clicked.connect(self.sample_requested)
        self.sample_button.setAutoDefault(True)  # Enter presses it; so it does for those below
        self.strip_button = QPushButton(self)
        self.strip_button.setObjectName("quiet")
        self.strip_button.clicked.connect(self.strip_requested)
        self.strip_button.setAutoDefault(True)
        self.recent_label = QLabel(self)
        self.recent_label.setObjectName("secondary")
        self.recent_buttons: list[QPushButton] = []
        self._recent = QHBoxLayout()
        self._recent.setSpacing(4)
        wells = QHBoxLayout()
        wells.setSpacing(20)
        wells.addStretch(1)
        for well in (self.photo_well, self.painting_well):
            well.setMaximumSize(340, 230)
            wells.addWidget(well, 20)
        wells.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 16, MARGIN_PX, 16)
        layout.setSpacing(12)
        layout.addStretch(2)
        for label in (self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addSpacing(14)
        layout.addLayout(wells, 5)
        layout.addSpacing(14)
        layout.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addLayout(self._recent)
        layout.addWidget(self.strip_button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)
        self._strip_count = 0
        follow_language(self._show_texts)
        self.show_last([], 0)

    def show_last(self, recent: Sequence[Path], strip_count: int) -> None:
        """Offer photographs that were opened last, and the film strip of so many that was open; 0 for none."""
        self._strip_count = strip_count
        self._show_strip_count()
        self.strip_button.setVisible(strip_count > 1)
        while (item := self._recent.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
        for old in self.recent_buttons:
            old.deleteLater()
        shown = list(recent[:MAX_RECENT_SHOWN])
        self.recent_buttons = [self._recent_button(photo) for photo in shown]
        self._elide_recent()
        self.recent_label.setVisible(bool(shown))
        self._recent.addStretch(1)
        if shown:
            self._recent.addWidget(self.recent_label)
        for button in self.recent_buttons:
            self._recent.addWidget(button)
            button.show()
        self._recent.addStretch(1)
        in_turn = (self.photo_well, self.painting_well, self.sample_button, *self.recent_buttons)
        for before, after in pairwise((*in_turn, self.strip_button)):
            self.setTabOrder(before, after)

    def _show_texts(self) -> None:
        self._heading.setText(self.tr("Colour a photograph like a painting"))
        self._sentence.setText(
            self.tr("Drop a black-and-white photograph; pick a painting on the right, or drop your own.")
        )
        hint = self.tr("Drop it here, or click to choose")
        self.photo_well.set_text("photo", self.tr("Photo to colour"), hint)
        self.painting_well.set_text("painting", self.tr("Painting to take colours from"), hint)
        self.sample_button.setText(self.tr("Try a sample"))
        self.recent_label.setText(self.tr("Recent photos"))
        self._show_strip_count()
        self._elide_recent()

    def _show_strip_count(self) -> None:
        self.strip_button.setText(self.tr("Open the last %n photos again", "", self._strip_count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide_recent()

    def _elide_recent(self) -> None:
        """Shorten the names in the middle to what there is room for."""
        room_px = self.width() - 2 * MARGIN_PX - self.recent_label.sizeHint().width()
        share_px = room_px // max(len(self.recent_buttons), 1) - RECENT_BESIDE_PX
        least, most = RECENT_WIDTH_PX
        for button in self.recent_buttons:
            name = button.fontMetrics().elidedText(
                button.accessibleName(), Qt.TextElideMode.ElideMiddle, min(max(share_px, least), most)
            )
            button.setText(name.replace("&", "&&"))

    def _recent_button(self, photo: Path) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("quiet")
        button.setMinimumWidth(RECENT_WIDTH_PX[0])  # a longer name does not keep the window wide
        button.setAccessibleName(photo.name)
        button.setToolTip(plain_tip(str(photo)))
        button.clicked.connect(lambda _checked=False: self.recent_requested.emit(photo))
        button.setAutoDefault(True)
        return button
