"""The side panel: the gallery, and below it the tools; in a short window one of them is shown at a time.

The gallery is what the program is about: the tools have at most two fifths of the height, and scroll.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.document.settings import Settings
from desktop.ui.gallery.panel import GalleryPanel
from desktop.ui.widgets.collapsible_section import SIDE_PANEL_WIDTH_PX, CollapsibleSection, SectionList

GALLERY_HEIGHT_PX = 296  # stays, whatever is unfolded below it
GALLERY_SHARE = 0.6  # of the panel's height, likewise
GROUP_INDENT_PX = 12
SHORT_PX = 560  # below it there is no room for the gallery and an unfolded section at once
SHORT_GALLERY_HEIGHT_PX = 252  # a line of thumbnails, without the button below
WIDE_WINDOW_PX, WIDE_PANEL_WIDTH_PX = 1440, 460


class SidePanel(QWidget):
    """The panel beside the canvas: the gallery, and sections of tools below it.

    presets: the section of the gallery, which has a header only in a short panel.

    There it folds away as soon as a tool is unfolded, which then has the whole panel; it comes back when the tool is
    folded away, when presets are searched, and by its header.
    """

    def __init__(self, gallery: GalleryPanel, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(SIDE_PANEL_WIDTH_PX)
        self._settings, self._gallery = settings, gallery
        self.tools = SectionList(self)
        self.presets = CollapsibleSection("presets", gallery, self)
        self.presets.set_open(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.presets)
        self._layout.addWidget(self.tools)
        self._layout.addStretch(0)  # has what is left while the gallery is folded away
        self._short = False
        self._suit_height()
        self.presets.toggled.connect(self._suit_height)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.presets.set_title(self.tr("Presets"))

    def add_section(self, section: CollapsibleSection) -> None:
        """Put a section below all others, open if it was when the program was closed."""
        self.tools.add(section)
        self.remember(section)

    def add_group(self, key: str, sections: Sequence[CollapsibleSection]) -> CollapsibleSection:
        """Put a section that holds sections below all others, and return it."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(GROUP_INDENT_PX, 0, 0, 0)
        column.setSpacing(0)
        group = CollapsibleSection(key, content)
        self.add_section(group)
        for section in sections:
            column.addWidget(section)
            self.remember(section)
        return group

    def remember(self, section: CollapsibleSection) -> None:
        """Open a section if it was open last time, and keep it in mind from now on."""
        section.set_open(section.key in self._settings.open_sections)
        section.toggled.connect(lambda unfolded: self._keep(section, unfolded))
        section.grown.connect(lambda: self._make_room(section))

    def suit_window(self, width_px: int) -> None:
        """Be wider in a wide window, for one more thumbnail in each row."""
        self.setFixedWidth(WIDE_PANEL_WIDTH_PX if width_px >= WIDE_WINDOW_PX else SIDE_PANEL_WIDTH_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        short = event.size().height() < SHORT_PX
        if short != self._short:
            self._short = short
            self.presets.set_open(True)
        self._suit_height()

    def _suit_height(self) -> None:
        self.presets.show_header(self._short)
        self._gallery.set_compact(self._short)
        share_px = max(GALLERY_HEIGHT_PX, round(GALLERY_SHARE * self.height()))
        self._gallery.setMinimumHeight(SHORT_GALLERY_HEIGHT_PX if self._short else share_px)
        self._layout.setStretchFactor(self.presets, int(self.presets.header.isChecked()))

    def _keep(self, section: CollapsibleSection, unfolded: bool) -> None:
        keys = self._settings.open_sections
        self._settings.open_sections = keys | {section.key} if unfolded else keys - {section.key}
        if unfolded:
            self._make_room(section)
        elif self._short:
            self.presets.set_open(True)

    def _make_room(self, section: CollapsibleSection) -> None:
        """Have a section in sight that was unfolded, or has grown."""
        if self._short:
            self.presets.set_open(False)
        self.tools.reveal(section)
