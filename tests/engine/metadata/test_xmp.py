"""XMP packets become true of the result and lose nothing else; what is no XMP does no harm."""

import pytest

from desktop.engine.metadata.digital_source_type import with_digital_source_type
from desktop.engine.metadata.xmp import (
    MAX_OWN_BYTES,
    MAX_OWN_TAGS,
    MAX_TAGS,
    look_property,
    upright_xmp,
    with_look_property,
)

HEAD = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
)
TAIL = '</r:RDF></x:xmpmeta><?xpacket end="w"?>'
SPACES = (
    'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:own="https://example.org/own#" '
    'xmlns:gain="http://ns.adobe.com/hdr-gain-map/1.0/"'
)


def packet(attributes: str = "", children: str = "", about: str = "") -> bytes:
    description = f'<r:Description r:about="{about}" {SPACES} {attributes}>{children}</r:Description>'
    return (HEAD + description + TAIL).encode()


TITLE = '<dc:title><r:Alt><r:li xml:lang="x-default">Söhne &amp; Töchter</r:li></r:Alt></dc:title>'


@pytest.mark.parametrize("as_attributes", [True, False])
def test_what_is_untrue_of_the_result_changes_and_the_rest_stays(as_attributes: bool) -> None:
    said = {
        "tiff:Orientation": "6",
        "exif:ColorSpace": "65535",
        "exif:PixelXDimension": "4000",
        "photoshop:ICCProfile": "Adobe RGB (1998)",
        "gain:Version": "1.0",
        "own:Note": "mine",
    }
    if as_attributes:
        before = packet(" ".join(f'{name}="{value}"' for name, value in said.items()), TITLE)
    else:
        before = packet(children="".join(f"<{name}>{value}</{name}>" for name, value in said.items()) + TITLE)
    after = upright_xmp(before).decode()
    for name, value in {"tiff:Orientation": "1", "exif:ColorSpace": "1", "own:Note": "mine"}.items():
        assert (f'{name}="{value}"' if as_attributes else f"<{name}>{value}</{name}>") in after
    for gone in ("4000", "Adobe RGB", "gain:Version"):
        assert gone not in after
    assert TITLE in after
    assert upright_xmp(after.encode()).decode() == after


def test_a_thumbnail_goes() -> None:
    grey = "<xmp:Thumbnails><r:Alt><r:li>BASE64</r:li></r:Alt></xmp:Thumbnails>"
    assert b"BASE64" not in upright_xmp(packet(children=grey + TITLE))


def test_the_look_is_put_in_beside_the_rest_and_found_again() -> None:
    text = 'a < b & "c" > é \U0001f3a8'
    after = with_look_property(packet("tiff:Orientation='1'", TITLE, about="uuid:7"), text)
    assert look_property(after) == text
    assert TITLE in after.decode()
    assert after.count(b'about="uuid:7"') == 2
    assert look_property(with_look_property(b"", text)) == text
    assert look_property(upright_xmp(after)) is None


def test_a_look_that_another_program_wrote_again_as_an_attribute_is_found() -> None:
    assert look_property(packet('xmlns:t="urn:x-tintype:look#" t:Look="{}"')) == "{}"


@pytest.mark.parametrize(
    "content",
    [
        b"nonsense",
        b"<x/>",
        packet()[:-80],
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + packet(),
        packet(children="<own:Deep>" * 3000 + "</own:Deep>" * 3000),
        packet().replace(b"own:", b"unbound:", 1),
        bytes(20_000_000),
    ],
)
def test_what_is_no_xmp_is_refused_or_left_alone(content: bytes) -> None:
    try:
        upright_xmp(content)
    except ValueError:
        assert look_property(content) is None


def test_utf_16_is_read() -> None:
    assert b"Orientation" in upright_xmp(packet("tiff:Orientation='6'").decode().encode("utf-16"))
    assert upright_xmp(b"") == b""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("sign", ["=", "= ", "=\n", " =\t"])
def test_too_many_attributes_are_refused_however_they_are_set(sign: str, encoding: str) -> None:
    many = " ".join(f"own:a{number}{sign}'x'" for number in range(MAX_TAGS + 1))
    with pytest.raises(ValueError, match="far too large"):
        upright_xmp(packet(many).decode().encode(encoding))


@pytest.mark.parametrize(
    "own",
    [
        packet(" ".join(f"own:a{number}='x'" for number in range(MAX_OWN_TAGS + 1))),
        packet(children="<own:a/>" * (MAX_OWN_TAGS + 1)),
        packet(children=f"<own:a>{'>' * (MAX_OWN_BYTES // 3)}</own:a>"),  # each becomes "&gt;"
    ],
    ids=["attributes", "tags", "letters that grow"],
)
def test_a_packet_that_would_leave_no_room_for_the_look_is_left_out(own: bytes) -> None:
    with pytest.raises(ValueError, match="far too large"):
        upright_xmp(own)


def test_the_largest_packet_that_is_kept_takes_the_longest_look() -> None:
    many = " ".join(f"own:a{number}='x'" for number in range(MAX_OWN_TAGS - 20))
    own = upright_xmp(packet(many, "<own:b/>" * (MAX_OWN_TAGS - 20)))
    look = "x" * 11_000_000
    assert look_property(with_look_property(with_digital_source_type(own), look)) == look
