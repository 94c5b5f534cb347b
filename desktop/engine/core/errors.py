"""The errors that the program can name, each with an exit code that no other has, for scripts.

Each derives from the matching builtin too. `str(error)` is one line: what is wrong, and what to do next.
"""

from typing import ClassVar


class TintypeError(Exception):
    """A fault with a one-line message for a user and an exit code for a script."""

    exit_code: ClassVar[int] = 10

    def __str__(self) -> str:
        # KeyError and OSError would otherwise put quotes or "[Errno ...]" around the message.
        return " ".join(str(part) for part in self.args)


# Reading pictures


class PictureNotFoundError(TintypeError, FileNotFoundError):
    """There is no file of that name."""

    exit_code = 11


class PictureNotReadableError(TintypeError, PermissionError):
    """The file is there, but this user may not read it, or the disk fails."""

    exit_code = 12


class FolderInsteadOfPictureError(TintypeError, IsADirectoryError):
    """A folder was given where a picture is wanted."""

    exit_code = 13


class EmptyPictureError(TintypeError, ValueError):
    """The file has no bytes."""

    exit_code = 14


class NotAPictureError(TintypeError, ValueError):
    """The file is not of any format that the program reads."""

    exit_code = 15


class DamagedPictureError(TintypeError, ValueError):
    """The file starts as a picture and then breaks off or makes no sense."""

    exit_code = 16


class PictureTooLargeError(TintypeError, ValueError):
    """The picture has more pixels than the limit allows."""

    exit_code = 17


class UnsupportedPictureError(TintypeError, ValueError):
    """A picture whose kind of pixels the program cannot colour, or not with what is installed (RAW)."""

    exit_code = 18


class PictureChangedError(TintypeError, OSError):
    """Another program wrote the file while it was read."""

    exit_code = 19


# Models


class ModelNotFoundError(TintypeError, FileNotFoundError):
    """No model of that name, or one of its files is missing."""

    exit_code = 20


class DamagedModelError(TintypeError, ValueError):
    """A manifest that cannot be read, or a graph that is not the one the manifest describes."""

    exit_code = 21


class ModelRunError(TintypeError, RuntimeError):
    """The network could not be started or run, not even on the CPU."""

    exit_code = 22


class PresetModelMismatchError(TintypeError, ValueError):
    """A preset made with another model, or another version of it, than the one that is to use it."""

    exit_code = 23


class ModelKindError(TintypeError, ValueError):
    """A model that does something else than what is asked of it, or of a kind that only a newer program knows."""

    exit_code = 24


# Presets


class PresetNotFoundError(TintypeError, LookupError):
    """No preset of that name."""

    exit_code = 30


class DamagedPresetError(TintypeError, ValueError):
    """A preset file that cannot be read or whose contents are not a preset."""

    exit_code = 31


class PresetExistsError(TintypeError, FileExistsError):
    """The name is taken."""

    exit_code = 32


class PresetReadOnlyError(TintypeError, PermissionError):
    """A preset that came with the program can be neither renamed nor removed."""

    exit_code = 33


class PresetNameError(TintypeError, ValueError):
    """A name that leaves nothing to make a file name of."""

    exit_code = 34


# Looks


class NoLookError(TintypeError, LookupError):
    """A picture that carries no look: no result of this program, or its metadata were removed."""

    exit_code = 35


class DamagedLookError(TintypeError, ValueError):
    """A look in a picture's metadata that makes no sense, or that a newer program wrote."""

    exit_code = 36


# Edits


class DamagedEditError(TintypeError, ValueError):
    """The kept edit of a photograph that makes no sense."""

    exit_code = 37


class NewerEditError(TintypeError, ValueError):
    """The kept edit of a photograph that only a newer program understands."""

    exit_code = 38


# Writing


class SaveOverOriginalError(TintypeError, FileExistsError):
    """The result would replace the photograph that it was made from."""

    exit_code = 40


class OutputFolderMissingError(TintypeError, FileNotFoundError):
    """The folder to save into does not exist."""

    exit_code = 41


class OutputNotWritableError(TintypeError, PermissionError):
    """The folder or file to save cannot be written."""

    exit_code = 42


class DiskFullError(TintypeError, OSError):
    """There is no room left for the file."""

    exit_code = 43


class OutputFormatError(TintypeError, ValueError):
    """A file ending or format that the program does not write, or one that cannot hold this picture."""

    exit_code = 44


class NameTemplateError(TintypeError, ValueError):
    """A template for names of results with an unknown field, or with what no file name may contain."""

    exit_code = 45


class OutputExistsError(TintypeError, FileExistsError):
    """A file of that name appeared while the result was made, and is not replaced."""

    exit_code = 46


# Films


class FilmLibraryMissingError(TintypeError, ImportError):
    """What reads films is not installed."""

    exit_code = 60


class DamagedFilmError(TintypeError, ValueError):
    """A film that breaks off or makes no sense, or a file that is none."""

    exit_code = 61


class UnsupportedFilmError(TintypeError, ValueError):
    """A film without pictures, or with pictures that cannot be decoded here."""

    exit_code = 62


# Running


class TooLittleMemoryError(TintypeError, MemoryError):
    """The picture does not fit into the memory that is free."""

    exit_code = 50


class Cancelled(TintypeError):  # noqa: N818 - not a fault: it was asked for
    """The work was cancelled."""

    exit_code = 130  # what a shell reports after Ctrl+C
