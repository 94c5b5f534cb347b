"""IPTC's digital source type: a property of XMP that says where the content of a picture comes from.

Sources: IPTC Photo Metadata Standard, Extension, "Digital Source Type"; its terms are those of IPTC NewsCodes,
http://cv.iptc.org/newscodes/digitalsourcetype/. Why this term: docs/adr/0007-marked-as-coloured.md.
"""

from desktop.engine.metadata.xmp import property_text, with_property

PREFIX, NAMESPACE = "Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
NAME = "DigitalSourceType"
COLOURED = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"


def digital_source_type(packet: bytes) -> str | None:
    """The term in an XMP packet, a URI as a rule; None when there is none, or no readable XMP."""
    return property_text(packet, NAMESPACE, NAME)


def with_digital_source_type(packet: bytes, term: str = COLOURED) -> bytes:
    """`packet` (may be empty) with this term, in the place of that of the photograph; as it is if it is no XMP."""
    try:
        return with_property(packet, PREFIX, NAMESPACE, NAME, term)
    except ValueError:
        return packet
