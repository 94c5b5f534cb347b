"""The paths of a batch's results, and whether each result has to be made at all."""

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Lock

from desktop.engine.batch.ledger import Entry, Ledger
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.batch.result_key import result_key
from desktop.engine.batch.sources import Source
from desktop.engine.core.errors import SaveOverOriginalError
from desktop.engine.encode.writer import DEFAULT_QUALITY, WRITABLE_SUFFIXES
from desktop.engine.files.atomic import output_error
from desktop.engine.files.file_state import FileState
from desktop.engine.files.naming import NameTemplate, check_folder_name, numbered
from desktop.engine.files.presence import is_folder
from desktop.engine.render.pipeline import RenderRequest

SYNONYMS = {".jpeg": ".jpg", ".tiff": ".tif"}  # a photograph's own ending of the same format is kept
FALLBACK_SUFFIX = ".png"  # exact, and everything reads it


class Existing(StrEnum):
    """What to do when a file has the result's name already.

    A photograph of the batch is never replaced. And whatever the policy, a result that the
    ledger knows to be of the same photograph under the same look is left as it is. One that it knows to be
    of the same photograph, but under another look or before the photograph was changed, is out of date:
    it is made anew, save under RENAME, which replaces nothing.
    """

    SKIP = "skip"
    RENAME = "rename"
    OVERWRITE = "overwrite"


@dataclass(frozen=True)
class Destination:
    """Where results go and with which options.

    folder: below which the photographs' sub-folders are mirrored; None for beside each photograph.
    subfolder: for results beside each photograph, the name of a folder there that holds them; made when missing.
    file: the very file, for one photograph under one look; then folder, template and suffix do not matter.
    suffix: ending of the results; None for the photograph's own, or PNG where that cannot be written.
    quality: 1..100, of JPEG and WebP. options: size, depth and metadata of the results.
    Raises `NameTemplateError` for a sub-folder that not every system allows.
    """

    folder: Path | None = None
    subfolder: str = ""
    file: Path | None = None
    suffix: str | None = None
    template: NameTemplate = field(default_factory=NameTemplate)
    existing: Existing = Existing.SKIP
    quality: int = DEFAULT_QUALITY
    options: OutputOptions = field(default_factory=OutputOptions)

    def __post_init__(self) -> None:
        if self.subfolder:
            check_folder_name(self.subfolder)

    def folder_of(self, source: Source) -> Path:
        """The folder that a photograph's result goes into, unless `file` says it."""
        beside = source.path.parent / self.subfolder
        return beside if self.folder is None else self.folder / source.subfolder


class SkipReason(StrEnum):
    """Why a result need not be made."""

    CURRENT = "is up to date"
    TAKEN = "is there already"
    COLOURED = "has colours already"


@dataclass(frozen=True)
class Place:
    """A result's path. skip_reason: why it need not be made; None when it must.

    is_new: whether nothing of that name was there, so that what may come up meanwhile is not ours to replace.
    """

    path: Path
    skip_reason: SkipReason | None = None
    is_new: bool = field(default=False, compare=False)


class Placement:
    """Gives every result of a batch its place. Several threads may ask.

    The same sources in the same order get the same places, so that a batch can be given again.
    """

    def __init__(self, destination: Destination, originals: Originals, ledger: Ledger | None = None) -> None:
        self.destination = destination
        self.originals = originals
        self.ledger = ledger
        self._given: dict[str, tuple[Path, str]] = {}
        self._lock = Lock()

    def place(self, source: Source, state: FileState | None, request: RenderRequest) -> Place:
        """The place of one result; raises `SaveOverOriginalError` when the policy leaves none.

        state: of the photograph's file, taken before it is read; None when it is not there.
        """
        folder, stem, suffix = self._parts(source, request)
        owner = (source.shown, request.name)
        with self._lock:
            for path in numbered(folder, stem, suffix):
                if self._given.get(_key(path), owner) != owner:
                    continue
                place = self._judge(path, source, state, request)
                if place is not None:
                    self._given[_key(path)] = owner
                    return place
        raise AssertionError("there is no end of numbers")

    def _parts(self, source: Source, request: RenderRequest) -> tuple[Path, str, str]:
        to = self.destination
        if to.file is not None:
            return to.file.parent, to.file.stem, to.file.suffix
        own = source.path.suffix.lower()
        suffix = own if to.suffix is None or SYNONYMS.get(own) == to.suffix else to.suffix
        if suffix not in WRITABLE_SUFFIXES:
            suffix = FALLBACK_SUFFIX
        folder = to.folder_of(source)
        stem = to.template.fill(
            source.shown,
            preset=request.name,
            amount=request.edit.adjustments.amount,
            model=request.model,
        )
        return folder, stem, suffix

    def _judge(
        self, path: Path, source: Source, state: FileState | None, request: RenderRequest
    ) -> Place | None:
        """The place at `path`; None when it is to be another one, with a number."""
        existing = self.destination.existing
        original = self.originals.at(path)
        if original is not None:
            if existing is Existing.RENAME:
                return None
            if existing is Existing.SKIP and original != source.path:
                return Place(path, SkipReason.TAKEN)
            raise SaveOverOriginalError(
                f"{path} is the original photograph {original.name}; save under another name or elsewhere."
            )
        entry = self.ledger.entry(path) if self.ledger is not None else None
        if entry is not None and self.ledger is not None:
            if entry.source != self.ledger.source_name(source.path):
                return None
            if entry.look == self._key_of(request) and entry.source_state.is_like(state):
                return Place(path, SkipReason.CURRENT)
            return None if existing is Existing.RENAME else Place(path)
        is_new = FileState.of(path) is None
        if is_new or existing is Existing.OVERWRITE:
            return Place(path, is_new=is_new and existing is not Existing.OVERWRITE)
        return None if existing is Existing.RENAME else Place(path, SkipReason.TAKEN)

    @property
    def quality(self) -> int:
        """Of JPEG and WebP, 1..100."""
        return self.destination.quality

    @property
    def options(self) -> OutputOptions:
        """Size, depth and metadata of the results."""
        return self.destination.options

    def make_folder(self, folder: Path) -> None:
        """Make a folder that mirrors a photograph's, or lies beside it; not the destination itself.

        That may be on a drive that is gone. Raises `OutputNotWritableError` or `DiskFullError`.
        """
        to = self.destination
        root = folder.parent if to.folder is None and to.subfolder else to.folder
        if root is None or not is_folder(root):
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise output_error(error, folder) from error

    def note(
        self, source: Source, state: FileState | None, request: RenderRequest, path: Path, made: Path
    ) -> None:
        """Enter a result into the ledger, if there is one: `made` is about to be renamed to `path`."""
        result_state = FileState.of(made)
        if self.ledger is None or state is None or result_state is None:
            return
        entry = Entry(self.ledger.source_name(source.path), state, self._key_of(request), result_state)
        self.ledger.note(path, entry)

    def _key_of(self, request: RenderRequest) -> str:
        return result_key(request, self.destination.quality, self.destination.options)


def _key(path: Path) -> str:
    """A key that is equal for names that some drive takes for one file."""
    return unicodedata.normalize("NFC", str(path)).casefold()
