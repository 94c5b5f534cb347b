"""Files that lie or are swollen before they are spoiled: sizes within the trial's limit of pixels, long texts."""

import io

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.support import lying_headers, lying_streams, patches

CLAIMED_PX = 700
HEIC_PX = (704, 704)  # whole coding blocks
DEEP_XMP, WIDE_XMP = 3000, 20_000  # elements inside of one another; attributes of one


def hostile_seeds() -> dict[str, bytes]:
    """By name, each of its own kind."""
    noise = lying_headers.NOISE
    size_px = (CLAIMED_PX, CLAIMED_PX)
    return {
        "lie.jp2": lying_headers.jpeg2000(one_tile=True, claimed_px=CLAIMED_PX),
        "lie rgb.jp2": lying_headers.jpeg2000(
            np.dstack([noise, noise.T, noise]), one_tile=True, claimed_px=CLAIMED_PX, progression="PCRL"
        ),
        "lie tiles.jp2": lying_headers.jpeg2000(claimed_px=CLAIMED_PX),
        "lie.avif": lying_streams.avif("noise", size_px, stream=False),
        "lie stream.avif": lying_streams.avif("noise", (128, 200), stream=True),
        "lie.heic": lying_streams.heic("noise", HEIC_PX),
        "lie stream.heic": lying_streams.heic("flat", HEIC_PX, boxes=False),
        "deep xmp.png": _with_xmp(b"<a>" * DEEP_XMP + b"</a>" * DEEP_XMP),
        "wide xmp.png": _with_xmp(
            b"<a " + b" ".join(b'x%d="1"' % number for number in range(WIDE_XMP)) + b"/>"
        ),
        "entities xmp.png": _with_xmp(b"&a;", b'<!DOCTYPE r [<!ENTITY a "' + b"b" * 9000 + b'">]>'),
        "packed.psd": lying_headers.psd(8, 200, b"\0\1" + b"\0\2" * 3 * 200 + bytes([129, 5]) * 600),
        "runs.tga": bytes(lying_headers.encoded("TGA", noise[:40, :40], compression="tga_rle")),
        "text.ppm": b"P3\n8 8\n255\n" + b"1 2 3 " * 64,
        "two.jxl": patches.KINDS["JPEG XL 8 RGB.jxl"]() * 2,
    }


def _with_xmp(inside: bytes, before: bytes = b"") -> bytes:
    packet = (
        before
        + b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        + inside
        + b"</rdf:RDF></x:xmpmeta>"
    )
    info = PngInfo()
    info.add(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet)
    file = io.BytesIO()
    Image.new("L", (8, 8)).save(file, "PNG", pnginfo=info)
    return file.getvalue()
