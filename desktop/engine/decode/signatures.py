"""Names the format of a file that is not read, by its first bytes, for messages."""

SIGNATURE_BYTES = 512
# What people take for pictures, and pictures that nothing here reads.
OTHERS = (
    ("a PDF document", 0, b"%PDF"),
    ("a PostScript document", 0, b"%!PS"),
    ("an encapsulated PostScript file", 0, b"\xc5\xd0\xd3\xc6"),
    ("an archive (ZIP or a document)", 0, b"PK\3\4"),
    ("an archive (RAR)", 0, b"Rar!"),
    ("an archive (7-Zip)", 0, b"7z\xbc\xaf"),
    ("an archive (gzip)", 0, b"\x1f\x8b"),
    ("a large Photoshop document (PSB)", 0, b"8BPS\0\2"),
    ("a GIMP document", 0, b"gimp xcf"),
    ("an OpenEXR picture", 0, b"\x76\x2f\x31\x01"),
    ("a Radiance picture", 0, b"#?R"),
    ("a JPEG XR picture", 0, b"II\xbc"),
    ("a DDS texture", 0, b"DDS "),
    ("a QOI picture", 0, b"qoif"),
    ("a PAM picture", 0, b"P7\n"),
    ("a FITS picture", 0, b"SIMPLE  ="),
    ("a DICOM picture", 128, b"DICM"),
    ("a DjVu document", 0, b"AT&TFORM"),
    ("a Windows icon", 0, b"\0\0\1\0"),
    ("a video file", 4, b"ftyp"),
    ("a video file", 4, b"moov"),
    ("a video file", 8, b"AVI "),
    ("a video file", 0, b"\x1a\x45\xdf\xa3"),
    ("a computer program", 0, b"\x7fELF"),
    ("a computer program", 0, b"MZ"),
)
TEXTS = (("a web page", b"<!doctype html"), ("a web page", b"<html"), ("an SVG drawing", b"<svg"))


def other_name(start: bytes) -> str:
    """What else a file is, in words with an article; empty where that is not known."""
    text = start.lower()
    named = next((name for name, at, mark in OTHERS if start[at : at + len(mark)] == mark), "")
    return named or next((name for name, mark in TEXTS if mark in text), "")
