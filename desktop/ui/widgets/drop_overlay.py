"""The overlay while something is dragged over the window: where it can be dropped, and what happens to it there."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.base.dropped_data import Offer, OfferKind
from desktop.ui.widgets.drop_target import DropTarget
from desktop.ui.widgets.theme import current_theme


class DropOverlay(QWidget):
    """Two labelled zones over everything, or one where there is no choice; the one under the pointer lights up."""

    def __init__(self, parent: QWidget, *, takes_photos: bool = True) -> None:
        super().__init__(parent)
        self._takes_photos = takes_photos
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.photo_zone = DropTarget("photo", self)
        self.painting_zone = DropTarget("painting", self)
        self.refusal = DropTarget("warning", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 28, 28, 28)
        layout.setSpacing(20)
        for zone in (self.photo_zone, self.painting_zone, self.refusal):
            zone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            layout.addWidget(zone)
        self.hide()

    def open(self, offer: Offer) -> None:
        """Appear, and say what a drop of this would do."""
        photos = (OfferKind.PHOTO, OfferKind.PHOTOS, OfferKind.FOLDER, OfferKind.FILM)
        self.photo_zone.setVisible(self._takes_photos and offer.kind in photos)
        self.painting_zone.setVisible(offer.kind in (OfferKind.PHOTO, OfferKind.PHOTOS, OfferKind.PRESET))
        self.refusal.setVisible(not self.takes(offer))
        if offer.kind is OfferKind.FOLDER:
            self.photo_zone.set_text("folder", self.tr("Folder of photos to colour"))
        elif offer.kind is OfferKind.FILM:
            self.photo_zone.set_text("photo", self.tr("%n films to colour", "", offer.count))
        elif offer.kind is OfferKind.PHOTOS:
            self.photo_zone.set_text("photo", self.tr("{count} photos to colour").format(count=offer.count))
            text = self.tr("{count} paintings to take colours from")
            self.painting_zone.set_text("painting", text.format(count=offer.count))
        elif offer.kind is OfferKind.PRESET:
            self.painting_zone.set_text("preset", self.tr("Preset to add"))
        else:
            self.photo_zone.set_text("photo", self.tr("Photo to colour"))
            self.painting_zone.set_text("painting", self.tr("Painting to take colours from"))
        self.refusal.set_text("warning", *self.refusal_text(offer))
        self.show()
        self.raise_()

    def takes(self, offer: Offer) -> bool:
        """Whether a drop of this does anything here."""
        return offer.welcome and (self._takes_photos or offer.kind not in (OfferKind.FOLDER, OfferKind.FILM))

    def refusal_text(self, offer: Offer) -> tuple[str, str]:
        """Why something cannot be taken, and what to do instead."""
        if offer.kind is OfferKind.ADDRESS:
            return (
                self.tr("This is a picture's address, not the picture"),
                self.tr("Tintype fetches nothing from the network: save the picture, then drop its file."),
            )
        if offer.kind is OfferKind.FOLDER:
            return (
                self.tr("A folder is not a painting"),
                self.tr(
                    "Drop the paintings themselves, or the folder on the photo's side to colour its photos."
                ),
            )
        if offer.kind is OfferKind.FILM:
            return (
                self.tr("A film is not a painting"),
                self.tr("Drop it on the photo's side to colour it."),
            )
        return (
            self.tr("Tintype cannot use this"),
            self.tr("It takes pictures, folders of pictures, films and .tintype presets."),
        )

    def point_at(self, position: QPoint) -> None:
        """Light the zone that a drop at `position` would go to."""
        to_photo = self.is_photo_side(position)
        self.photo_zone.light(to_photo)
        self.painting_zone.light(not to_photo)

    def is_photo_side(self, position: QPoint) -> bool:
        """Whether a drop here is a photo: the left half, unless there is only one zone."""
        if self.photo_zone.isHidden() or self.painting_zone.isHidden():
            return not self.photo_zone.isHidden()
        return position.x() < self.width() / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme()["window"])
