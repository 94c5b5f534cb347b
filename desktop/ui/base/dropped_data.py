"""What is being dragged or pasted: files, folders, preset files, bare pixels, or nothing that the program takes."""

import base64
import binascii
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from desktop.engine.core.errors import NotAPictureError
from desktop.engine.decode.reader import SUPPORTED_SUFFIXES
from desktop.engine.edits.preset import PRESET_SUFFIX
from desktop.engine.files.presence import is_folder
from desktop.engine.video.library import is_film_name

# Encoded pictures as browsers hand them over, those without loss first; decoding them is a worker's business.
_ENCODED = ("image/png", "image/tiff", "image/bmp", "image/webp", "image/jpeg", "image/gif")
OWN_RESULT = "application/x-tintype-result"  # marks what leaves the window: it is not taken in again
_NETWORK_SCHEMES = ("http", "https", "ftp")


class OfferKind(StrEnum):
    """What something that is dragged or pasted is."""

    PHOTO = "photo"
    PHOTOS = "photos"
    FOLDER = "folder"
    PRESET = "preset"
    FILM = "film"
    ADDRESS = "address"  # of a picture on the network, and not the picture
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Offer:
    """What is offered, and how many files of it."""

    kind: OfferKind
    count: int = 1

    @property
    def welcome(self) -> bool:
        """Whether the program can take it."""
        return self.kind not in (OfferKind.ADDRESS, OfferKind.UNKNOWN)


@dataclass(frozen=True, eq=False)
class IncomingItem:
    """One thing handed over: a file or folder, an image, or a picture file's bytes; never two of them."""

    path: Path | None = None
    image: QImage | None = None
    encoded: bytes | None = None

    @property
    def is_preset(self) -> bool:
        """Whether this is a preset file."""
        return self.path is not None and self.path.suffix.casefold() == PRESET_SUFFIX

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder."""
        return self.path is not None and is_folder(self.path)

    @property
    def is_film(self) -> bool:
        """Whether this is taken for a film, by its name."""
        return self.path is not None and is_film_name(self.path) and not self.is_folder

    @property
    def may_be_picture(self) -> bool:
        """Whether there may be a picture in it: a file without an ending is given the chance."""
        if self.path is None:
            return True
        return self.path.suffix.casefold() in ("", *SUPPORTED_SUFFIXES) and not self.is_folder


def offer_of(mime: QMimeData) -> Offer:
    """What is offered; cheap, for a drag that is only passing: nothing is decoded."""
    if mime.hasFormat(OWN_RESULT):
        return Offer(OfferKind.UNKNOWN)
    items = [IncomingItem(path=path) for path in _local_files(mime)]
    presets = sum(item.is_preset for item in items)
    pictures = sum(item.may_be_picture for item in items)
    folders = sum(item.is_folder for item in items)
    if presets:
        return Offer(OfferKind.PRESET, presets)
    if folders:
        return Offer(OfferKind.FOLDER, folders)
    if pictures:
        return Offer(OfferKind.PHOTO if pictures == 1 else OfferKind.PHOTOS, pictures)
    films = sum(item.is_film for item in items)
    if films:
        return Offer(OfferKind.FILM, films)
    if mime.hasImage() or any(mime.hasFormat(name) for name in _ENCODED) or _inline_picture(mime) is not None:
        return Offer(OfferKind.PHOTO)
    return Offer(OfferKind.ADDRESS if _is_address(mime) else OfferKind.UNKNOWN)


def items_in(mime: QMimeData) -> list[IncomingItem]:
    """The files that are offered and can be taken, else the picture, else nothing."""
    offered = [IncomingItem(path=path) for path in _local_files(mime)]
    files = [
        item for item in offered if item.is_preset or item.is_folder or item.may_be_picture or item.is_film
    ]
    if files:
        return files
    for name in _ENCODED:
        if mime.hasFormat(name):
            return [IncomingItem(encoded=bytes(mime.data(name).data()))]
    inline = _inline_picture(mime)
    if inline is not None:
        return [IncomingItem(encoded=inline)]
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return [] if image.isNull() else [IncomingItem(image=image)]


def films_in(folder: Path) -> list[Path]:
    """The films that lie directly in a folder, by name; none in what is no folder, or cannot be read."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in found if not path.name.startswith(".") and IncomingItem(path=path).is_film]


def image_of(item: IncomingItem) -> QImage:
    """The picture that was handed over as such; raises NotAPictureError."""
    image = item.image if item.encoded is None else QImage.fromData(item.encoded)
    if image is None or image.isNull():
        raise NotAPictureError("What was handed over is no picture; save it to a file, then drop that.")
    return image


def _local_files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _inline_picture(mime: QMimeData) -> bytes | None:
    """The bytes of a picture that is written out in its own address (`data:image/png;base64,...`)."""
    for url in mime.urls():
        if url.scheme() == "data" and url.path().startswith("image/"):
            head, _, body = url.path(QUrl.ComponentFormattingOption.FullyDecoded).partition(",")
            if head.endswith(";base64"):
                try:
                    return base64.b64decode(body)
                except binascii.Error:
                    return None
    return None


def _is_address(mime: QMimeData) -> bool:
    text = QUrl(mime.text().strip()) if not mime.urls() else QUrl()
    return any(url.scheme() in _NETWORK_SCHEMES for url in (*mime.urls(), text))
