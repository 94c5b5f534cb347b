"""Every result says in IPTC's words that it was coloured, and any reader of XMP finds that."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
import tifffile
from PIL import Image

from desktop.engine.encode.writer import WRITABLE_SUFFIXES, save_picture
from desktop.engine.imaging.photo import Metadata, Photo
from desktop.engine.metadata.digital_source_type import (
    COLOURED,
    digital_source_type,
    with_digital_source_type,
)
from desktop.engine.metadata.xmp import with_look_property
from tests.engine import pictures
from tests.engine.metadata.test_xmp import TITLE, packet

DESCRIPTION = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
PROPERTY = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"
SPACE = 'xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
PRINT = "http://cv.iptc.org/newscodes/digitalsourcetype/print"


def terms(path: Path) -> list[str]:
    """Every digital source type in a file, by another XML library than the program's."""
    if path.suffix.startswith(".tif"):
        with tifffile.TiffFile(path) as file:
            xmp = bytes(file.pages[0].tags[700].value)  # type: ignore[union-attr]
    else:
        with Image.open(path) as image:
            xmp = image.info["xmp"]
    text = (xmp if isinstance(xmp, str) else xmp.decode()).strip("\0")
    descriptions = list(ElementTree.fromstring(text).iter(DESCRIPTION))
    attributes = [found.attrib[PROPERTY] for found in descriptions if PROPERTY in found.attrib]
    return attributes + [element.text or "" for found in descriptions for element in found.iter(PROPERTY)]


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
@pytest.mark.parametrize(
    "before",
    [
        b"",
        packet(f'{SPACE} e:DigitalSourceType="{PRINT}"'),
        packet(children=f"<e:DigitalSourceType {SPACE}>{PRINT}</e:DigitalSourceType>{TITLE}"),
    ],
    ids=["none", "attribute", "element"],
)
def test_a_result_is_marked_in_place_of_what_the_photograph_was(
    tmp_path: Path, suffix: str, before: bytes
) -> None:
    subject = Photo(None, pictures.ramp(), metadata=Metadata(xmp=before))
    path = save_picture(pictures.colours(), tmp_path / f"a{suffix}", subject)
    assert terms(path) == [COLOURED]
    assert COLOURED.endswith("/compositeWithTrainedAlgorithmicMedia")


def test_a_packet_that_jpeg_cannot_hold_leaves_the_term(tmp_path: Path) -> None:
    crowded = with_look_property(b"", "x" * 70_000).replace(b"tintype:Look", b"tintype:Novel")
    subject = Photo(None, pictures.ramp(), metadata=Metadata(xmp=crowded))
    path = save_picture(pictures.colours(), tmp_path / "a.jpg", subject)
    assert terms(path) == [COLOURED]
    assert b"xxxx" not in path.read_bytes()


def test_the_rest_of_the_packet_stays_and_what_is_no_xmp_is_left_alone() -> None:
    marked = with_digital_source_type(packet("own:Note='mine'", TITLE))
    assert digital_source_type(marked) == COLOURED
    assert TITLE in marked.decode()
    assert b'own:Note="mine"' in marked
    assert with_digital_source_type(b"nonsense") == b"nonsense"
    assert digital_source_type(b"nonsense") is None
