"""Facts about the program for packages, installers and systems, in one place."""

from typing import Any

from desktop import __version__
from desktop.engine.decode.reader import SUPPORTED_SUFFIXES

VERSION = __version__
NAME = "Tintype"
SUMMARY = "Colours black-and-white photographs in the colours of a painting"
MAKER = "Tintype contributors"
BUNDLE_ID = "io.tintype.Tintype"
MIN_MACOS = "13.0"  # what the newest Qt that is used asks for

# macOS: "Open with" for pictures, and presets of our own.
DOCUMENT_TYPES: list[dict[str, Any]] = [
    {
        "CFBundleTypeName": "Photograph",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        "CFBundleTypeExtensions": sorted(suffix.removeprefix(".") for suffix in SUPPORTED_SUFFIXES),
    },
    {
        "CFBundleTypeName": "Tintype preset",
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Owner",
        "CFBundleTypeExtensions": ["tintype"],
    },
]


def version_resource(name: str) -> object:
    """Windows' version information for the executable called `name`; only PyInstaller on Windows has the parts."""
    from PyInstaller.utils.win32 import versioninfo as parts

    numbers = (*(int(number) for number in VERSION.split(".")[:3]), 0)
    texts = {
        "CompanyName": MAKER,
        "FileDescription": NAME,
        "FileVersion": VERSION,
        "InternalName": name,
        "LegalCopyright": f"{MAKER}, MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": NAME,
        "ProductVersion": VERSION,
    }
    strings = [parts.StringStruct(key, text) for key, text in texts.items()]
    english, unicode = 0x0409, 1200
    return parts.VSVersionInfo(
        ffi=parts.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            parts.StringFileInfo([parts.StringTable(f"{english:04x}{unicode:04x}", strings)]),
            parts.VarFileInfo([parts.VarStruct("Translation", [english, unicode])]),
        ],
    )
