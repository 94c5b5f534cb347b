"""What a file is by its first bytes, to name it to a user where it cannot be read as a picture."""

SIGNATURE_BYTES = 512
# Pictures that are read: (name, place, bytes). Where one of these cannot be opened, the file is damaged or an odd one.
PICTURES = (
    ("JPEG", 0, b"\xff\xd8\xff"),
    ("PNG", 0, b"\x89PNG\r\n\x1a\n"),
    ("TIFF", 0, b"II*\0"),
    ("TIFF", 0, b"MM\0*"),
    ("TIFF", 0, b"II+\0"),
    ("TIFF", 0, b"MM\0+"),
    ("WebP", 8, b"WEBP"),
    ("GIF", 0, b"GIF8"),
    ("BMP", 0, b"BM"),
    ("AVIF", 8, b"avif"),
    ("HEIC", 8, b"hei"),
    ("HEIC", 8, b"mif1"),
    ("JPEG 2000", 0, b"\0\0\0\x0cjP  "),
    ("JPEG 2000", 0, b"\xff\x4f\xff\x51"),
    ("JPEG XL", 0, b"\0\0\0\x0cJXL "),
    ("JPEG XL", 0, b"\xff\x0a"),
    ("PSD", 0, b"8BPS\0\1"),
)
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


def picture_name(start: bytes) -> str:
    """The format of pictures that a file is said to have by its first bytes; empty for any other."""
    return _found(PICTURES, start)


def other_name(start: bytes) -> str:
    """What else a file is, in words with an article; empty where that is not known."""
    text = start.lower()
    return _found(OTHERS, start) or next((name for name, mark in TEXTS if mark in text), "")


def _found(kinds: tuple[tuple[str, int, bytes], ...], start: bytes) -> str:
    return next((name for name, at, mark in kinds if start[at : at + len(mark)] == mark), "")
