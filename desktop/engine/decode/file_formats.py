"""The formats of picture files that are read, each in one row: its names, endings, MIME types and first bytes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileFormat:
    """A format of picture files.

    name: as messages have it. suffixes: endings of its files. mime_types: as file managers call it.
    signatures: (place in the file, bytes) that tell it from others; none where they would fit other files, too.
    pillow: Pillow's own names, none where another library opens it.
    by_suffix: whether only the ending tells it from anything else.
    """

    name: str
    suffixes: tuple[str, ...]
    mime_types: tuple[str, ...]
    signatures: tuple[tuple[int, bytes], ...] = ()
    pillow: tuple[str, ...] = ()
    by_suffix: bool = False


FILE_FORMATS = (
    FileFormat(
        "JPEG", (".jpg", ".jpeg", ".jfif"), ("image/jpeg",), ((0, b"\xff\xd8\xff"),), pillow=("JPEG",)
    ),
    FileFormat("PNG", (".png",), ("image/png",), ((0, b"\x89PNG\r\n\x1a\n"),), pillow=("PNG",)),
    FileFormat(
        "TIFF",
        (".tif", ".tiff"),
        ("image/tiff",),
        ((0, b"II*\0"), (0, b"MM\0*"), (0, b"II+\0"), (0, b"MM\0+")),
        pillow=("TIFF",),
    ),
    FileFormat("WebP", (".webp",), ("image/webp",), ((8, b"WEBP"),), pillow=("WEBP",)),
    FileFormat("HEIC", (".heic", ".heif", ".hif"), ("image/heif", "image/heic"), ((8, b"hei"), (8, b"mif1"))),
    FileFormat("AVIF", (".avif",), ("image/avif",), ((8, b"avif"),), pillow=("AVIF",)),
    FileFormat(
        "JPEG 2000",
        (".jp2", ".j2k", ".jpf", ".jpx"),
        ("image/jp2",),
        ((0, b"\0\0\0\x0cjP  "), (0, b"\xff\x4f\xff\x51")),
        pillow=("JPEG2000",),
    ),
    FileFormat("JPEG XL", (".jxl",), ("image/jxl",), ((0, b"\0\0\0\x0cJXL "), (0, b"\xff\x0a"))),
    FileFormat("BMP", (".bmp",), ("image/bmp",), ((0, b"BM"),), pillow=("BMP", "DIB")),
    FileFormat("GIF", (".gif",), ("image/gif",), ((0, b"GIF8"),), pillow=("GIF",)),
    FileFormat(
        "PGM",
        (".pgm", ".pbm", ".pnm"),
        ("image/x-portable-graymap", "image/x-portable-bitmap", "image/x-portable-anymap"),
        pillow=("PPM",),
    ),
    FileFormat("PPM", (".ppm",), ("image/x-portable-pixmap",), pillow=("PPM",)),
    FileFormat("TGA", (".tga",), ("image/x-tga",), pillow=("TGA",), by_suffix=True),
    FileFormat("PSD", (".psd",), ("image/vnd.adobe.photoshop",), ((0, b"8BPS\0\1"),), pillow=("PSD",)),
)

FORMAT_NAMES = ", ".join(
    known.name for known in FILE_FORMATS
)  # without a word, so the same in every language
SUFFIXES = tuple(suffix for known in FILE_FORMATS for suffix in known.suffixes)
MIME_TYPES = tuple(kind for known in FILE_FORMATS for kind in known.mime_types)


def pillow_formats(suffix: str) -> tuple[str, ...]:
    """Pillow's names of the formats that a file with this ending, such as ".TGA", may have."""
    return tuple(
        name
        for known in FILE_FORMATS
        if not known.by_suffix or suffix.lower() in known.suffixes
        for name in known.pillow
    )


def format_name(start: bytes) -> str:
    """The name of the format that a file has by its first bytes; empty where that is not known."""
    return next(
        (
            known.name
            for known in FILE_FORMATS
            for place, signature in known.signatures
            if start[place : place + len(signature)] == signature
        ),
        "",
    )
