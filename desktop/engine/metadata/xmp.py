"""XMP packets: corrects a photograph's for the result, and stores and finds the look in it.

Source: XMP specification part 1, ISO 16684-1:2019. A property is either an attribute or a child of an rdf:Description.
"""

import re
from collections.abc import Iterator
from itertools import islice
from xml.dom import minidom
from xml.parsers.expat import ExpatError

from desktop.engine.core.reasons import Reason

MAX_PACKET_BYTES = 16_000_000
MAX_TAGS = 50_000
# Of a photograph's own packet, so that the look and the digital source type of a result still fit in.
MAX_OWN_BYTES, MAX_OWN_TAGS = 4_000_000, 40_000
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XMLNS = "http://www.w3.org/2000/xmlns/"
LOOK_NAMESPACE = "urn:x-tintype:look#"
LOOK_NAME = "Look"
EXTENDED = "HasExtendedXMP"
XMP, XMP_NOTE = "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/xmp/note/"
TIFF, EXIF = "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"

# What is said of an upright sRGB picture, wherever the photograph's packet says anything of it.
TRUE_OF_RESULTS = {(TIFF, "Orientation"): "1", (EXIF, "ColorSpace"): "1"}
# What tells of a grey thumbnail, of another profile, or of parts of the file that stay behind.
UNTRUE_OF_RESULTS = {
    (XMP, "Thumbnails"),
    (XMP_NOTE, EXTENDED),
    (PHOTOSHOP, "ICCProfile"),
    *((TIFF, name) for name in ("ImageWidth", "ImageLength", "BitsPerSample", "SamplesPerPixel")),
    *((TIFF, name) for name in ("Compression", "PhotometricInterpretation", "NativeDigest")),
    *((EXIF, name) for name in ("PixelXDimension", "PixelYDimension", "NativeDigest")),
}
OTHER_PICTURES = ("http://ns.google.com/photos/1.0/", "http://ns.adobe.com/hdr-gain-map/1.0/")
ATTRIBUTE = re.compile(rb"=\s*[\"']")
EMPTY = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}"/></x:xmpmeta>'.encode()


def upright_xmp(packet: bytes) -> bytes:
    """`packet` for an upright sRGB result, without thumbnail and look.

    Raises ValueError when it is damaged, or longer than what a result takes of a photograph.
    """
    if not packet:
        return b""
    document = _parsed(packet)
    for description in list(_descriptions(document)):
        for attribute in list(description.attributes.values()):
            _correct_attribute(description, attribute)
        for child in [node for node in description.childNodes if isinstance(node, minidom.Element)]:
            _correct_child(document, description, child)
    upright = _written(document)
    _check_size(upright, MAX_OWN_BYTES, MAX_OWN_TAGS)
    return upright


def with_property(packet: bytes, prefix: str, namespace: str, name: str, text: str) -> bytes:
    """`packet` (may be empty) with `text` as a simple property, in the place of the one that it had."""
    document = _parsed(packet or EMPTY)
    _remove_property(document, namespace, name)
    description = _added_description(document, prefix, namespace)
    description.setAttributeNS(namespace, f"{prefix}:{name}", text)
    return _written(document)


def with_look_property(packet: bytes, text: str) -> bytes:
    """`packet` (may be empty) with `text` as the property that only this program writes."""
    document = _parsed(packet or EMPTY)
    _remove_property(document, LOOK_NAMESPACE, LOOK_NAME)
    description = _added_description(document, "tintype", LOOK_NAMESPACE)
    look = document.createElementNS(LOOK_NAMESPACE, f"tintype:{LOOK_NAME}")
    look.appendChild(document.createTextNode(text))  # an attribute would turn its line ends into spaces
    description.appendChild(look)
    return _written(document)


def without_look(packet: bytes) -> bytes:
    """`packet` without the look that this program put in."""
    document = _parsed(packet)
    _remove_property(document, LOOK_NAMESPACE, LOOK_NAME)
    return _written(document)


def with_extended_digest(packet: bytes, digest: str) -> bytes:
    """`packet` (may be empty) that says by which digest its further part is known."""
    return with_property(packet, "xmpNote", XMP_NOTE, EXTENDED, digest)


def extended_digest(packet: bytes) -> str:
    """By which digest a further part of `packet` is known; empty when there is none, or no readable XMP."""
    return property_text(packet, XMP_NOTE, EXTENDED) or ""


def look_property(packet: bytes) -> str | None:
    """The text that `with_look_property` put into `packet`; None when there is none, or no readable XMP."""
    return property_text(packet, LOOK_NAMESPACE, LOOK_NAME)


def property_text(packet: bytes, namespace: str, name: str) -> str | None:
    """A property's text; None when `packet` has none, or is no readable XMP."""
    try:
        document = _parsed(packet)
    except ValueError:
        return None
    for description in _descriptions(document):
        if description.hasAttributeNS(namespace, name):  # as other programs may write it again
            return str(description.getAttributeNS(namespace, name))
        for element in description.getElementsByTagNameNS(namespace, name):
            return "".join(node.data for node in element.childNodes if isinstance(node, minidom.Text))
    return None


def _parsed(packet: bytes) -> minidom.Document:
    _check_size(packet, MAX_PACKET_BYTES, MAX_TAGS)
    plain = packet.replace(b"\0", b"")  # also of UTF-16
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Reason("XMP defines no entities")  # and expanding them could fill the memory
    try:
        is_wide = packet.startswith((b"\xff\xfe", b"\xfe\xff"))  # UTF-16, of which every other byte is zero
        document = minidom.parseString(packet if is_wide else packet.strip(b"\0 \r\n\t"))
        _root(document)
    except (ExpatError, LookupError, RecursionError, UnicodeError) as error:
        raise Reason("the XMP packet is damaged") from error
    return document


def _check_size(packet: bytes, most_bytes: int, most_tags: int) -> None:
    """Raise `Reason` for a packet too long to parse: each tag and attribute takes a thousand bytes in memory."""
    if len(packet) <= most_bytes:
        plain = packet.replace(b"\0", b"")  # also of UTF-16
        attributes = sum(1 for _ in islice(ATTRIBUTE.finditer(plain), most_tags + 1))
        if plain.count(b"<") <= most_tags and attributes <= most_tags:
            return
    raise Reason("the XMP packet is far too large")


def _added_description(document: minidom.Document, name_prefix: str, namespace: str) -> minidom.Element:
    """A description of its own for properties of a namespace."""
    root = _root(document)
    prefix = root.prefix or "rdf"
    description = document.createElementNS(RDF, f"{prefix}:Description")
    if root.prefix is None:
        description.setAttributeNS(XMLNS, f"xmlns:{prefix}", RDF)
    description.setAttributeNS(XMLNS, f"xmlns:{name_prefix}", namespace)
    description.setAttributeNS(RDF, f"{prefix}:about", _about(document))
    root.appendChild(description)
    return description


def _remove_property(document: minidom.Document, namespace: str, name: str) -> None:
    for description in list(_descriptions(document)):
        if description.hasAttributeNS(namespace, name):
            description.removeAttributeNS(namespace, name)
        for element in [node for node in description.childNodes if isinstance(node, minidom.Element)]:
            if _name(element) == (namespace, name):
                description.removeChild(element)


def _root(document: minidom.Document) -> minidom.Element:
    return document.getElementsByTagNameNS(RDF, "RDF")[0]


def _descriptions(document: minidom.Document) -> Iterator[minidom.Element]:
    for node in _root(document).childNodes:
        if isinstance(node, minidom.Element) and node.localName == "Description":
            yield node


def _about(document: minidom.Document) -> str:
    """The subject of the packet: all its descriptions must name the same."""
    return next((found.getAttributeNS(RDF, "about") for found in _descriptions(document)), "")


def _name(node: minidom.Element | minidom.Attr) -> tuple[str, str]:
    return node.namespaceURI or "", node.localName


def _is_untrue(node: minidom.Element | minidom.Attr) -> bool:
    space, _ = name = _name(node)
    return name in UNTRUE_OF_RESULTS or space == LOOK_NAMESPACE or space.startswith(OTHER_PICTURES)


def _correct_attribute(description: minidom.Element, attribute: minidom.Attr) -> None:
    if _is_untrue(attribute):
        description.removeAttributeNode(attribute)
    else:
        attribute.value = TRUE_OF_RESULTS.get(_name(attribute), attribute.value)


def _correct_child(document: minidom.Document, description: minidom.Element, child: minidom.Element) -> None:
    truth = TRUE_OF_RESULTS.get(_name(child))
    if _is_untrue(child):
        description.removeChild(child)
    elif truth is not None:
        for node in list(child.childNodes):
            child.removeChild(node)
        child.appendChild(document.createTextNode(truth))


def _written(document: minidom.Document) -> bytes:
    try:
        body = "".join(node.toxml() for node in document.childNodes if isinstance(node, minidom.Element))
    except RecursionError as error:
        raise Reason("the XMP packet is nested too deeply") from error
    packet = f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n{body}\n<?xpacket end="w"?>'
    return packet.encode("utf-8", "replace")
