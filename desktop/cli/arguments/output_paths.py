"""Which photographs are coloured and where the results go: from PHOTO, -o, --name, --format and --existing."""

import argparse
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from desktop.cli.arguments.common import FORMATS, ArgumentsError
from desktop.engine.batch.destinations import (
    FALLBACK_SUFFIX,
    SYNONYMS,
    Destination,
    Existing,
    Placement,
)
from desktop.engine.batch.ledger import Ledger
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.output_options import Layout, OutputOptions
from desktop.engine.batch.sources import Source, by_pages, find_photos
from desktop.engine.core.errors import (
    NameTemplateError,
    OutputFolderMissingError,
    OutputFormatError,
    OutputNotWritableError,
    PictureNotReadableError,
)
from desktop.engine.core.reasons import system_reason
from desktop.engine.encode.writer import WRITABLE_SUFFIXES, check_no_device, check_target
from desktop.engine.files.atomic import output_error
from desktop.engine.files.naming import NameTemplate
from desktop.engine.files.presence import is_folder, is_there

COLOURED = "-coloured"


@dataclass(frozen=True)
class OutputRequest:
    """What the arguments say about results. out: as typed, since a slash at its end means a folder.

    looks: how many results each photograph gets.
    """

    out: str | None
    file_format: str | None
    template: str | None
    existing: Existing | None
    quality: int
    looks: int = 1
    options: OutputOptions = field(default_factory=OutputOptions)

    @classmethod
    def of(cls, arguments: argparse.Namespace, looks: int) -> Self:
        """What arguments as `common.add_results` defines them say; raises `NameTemplateError` for a wrong name.

        So that is told before a model is started or a folder made.
        """
        request = cls(
            out=arguments.output,
            file_format=arguments.format,
            template=arguments.name,
            existing=Existing(arguments.existing) if arguments.existing else None,
            quality=arguments.quality,
            looks=looks,
            options=OutputOptions(
                layout=Layout(arguments.before_after or Layout.RESULT), mark=arguments.mark
            ),
        )
        request.name_template()
        return request

    def destination(
        self, otherwise: Existing, *, folder: Path | None = None, file: Path | None = None
    ) -> Destination:
        """Where results go; `otherwise` is the policy when none was given. Raises `NameTemplateError`."""
        return Destination(
            folder=folder,
            file=file,
            suffix=FORMATS[self.file_format] if self.file_format else None,
            template=self.name_template(),
            existing=self.existing or otherwise,
            quality=self.quality,
            options=self.options,
        )

    def name_template(self) -> NameTemplate:
        """The template, checked; raises `NameTemplateError`."""
        template = NameTemplate() if self.template is None else NameTemplate(self.template)
        if self.looks > 1 and "preset" not in template.fields:
            raise NameTemplateError(
                f'The name "{template.text}" would be that of {self.looks} results; add {{preset}} to it.'
            )
        return template


@dataclass(frozen=True)
class Found:
    """The photographs of a batch, where their results go, and the folders that could not be looked into."""

    sources: list[Source]
    placement: Placement
    unreadable: list[PictureNotReadableError] = field(default_factory=list)


def find(given: Sequence[Path], recursive: bool, asked: OutputRequest, *, pages: bool = False) -> Found:
    """The photographs and their destination; raises, before any work, what would be wrong for all of them.

    recursive: whether sub-folders of the folders given are looked into. pages: whether every page of a TIFF is a
    photograph of its own.
    """
    folders = [path for path in given if is_folder(path)]
    if not folders:
        sources = _photographs((Source(path) for path in dict.fromkeys(given)), pages)
        destination = _for_files([source.path for source in sources] if pages else given, asked)
        return Found(sources, Placement(destination, Originals(source.path for source in sources)))
    out = made_folder(asked.out) if asked.out is not None else out_beside(given)
    destination = asked.destination(Existing.SKIP, folder=out)
    placement = Placement(destination, Originals(), Ledger(out))
    faults: list[OSError] = []
    sources = []
    for path in given:
        sources += _photos_in(path, placement, faults, recursive) if path in folders else [Source(path)]
    sources = _photographs(dict.fromkeys(sources), pages)
    for source in sources:
        placement.originals.add(source.path)
    return Found(
        sources,
        placement,
        [
            PictureNotReadableError(f"{fault.filename} cannot be read ({system_reason(fault)}).")
            for fault in faults
        ],
    )


def _photographs(sources: Iterable[Source], pages: bool) -> list[Source]:
    return list(by_pages(sources) if pages else sources)


def made_folder(out: str | Path) -> Path:
    """The folder for results, made if need be; raises `OutputNotWritableError` or `DiskFullError`."""
    folder = Path(out)
    if is_there(folder) and not is_folder(folder):
        raise OutputNotWritableError(f"{folder} is a file; give a folder for the results.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(error, folder) from error
    return folder


def out_beside(given: Sequence[Path]) -> Path:
    """The folder for results of a folder when -o names none; raises `ArgumentsError` if there are several."""
    folder = given[0].resolve()
    if len(given) > 1 or not folder.name:
        raise ArgumentsError("Say with -o which folder the results are to go into.")
    return made_folder(folder.with_name(folder.name + COLOURED))


def left_out(path: Path, placement: Placement) -> bool:
    """Whether a file or folder in a photographs' folder is none of them: the results' folder, or a result."""
    out, ledger = placement.destination.folder, placement.ledger
    if out is not None and path.name == out.resolve().name and is_folder(path):
        return path.samefile(out)
    return ledger is not None and ledger.entry(path) is not None


def _photos_in(folder: Path, placement: Placement, faults: list[OSError], recursive: bool) -> list[Source]:
    return list(
        find_photos(
            folder,
            recursive=recursive,
            left_out=lambda path: left_out(path, placement),
            unreadable=faults.append,
        )
    )


def _for_files(photos: Sequence[Path], asked: OutputRequest) -> Destination:
    if asked.out is None:
        return asked.destination(Existing.RENAME)
    if len(photos) * asked.looks > 1 or _names_folder(asked.out):
        folder = Path(asked.out)
        if is_there(folder) and not is_folder(folder):
            raise OutputNotWritableError(f"{folder} is a file; give a folder for several results.")
        if (
            not is_folder(folder)
            and not _names_folder(asked.out)
            and folder.suffix.lower() in WRITABLE_SUFFIXES
        ):
            raise OutputFolderMissingError(f"The folder {folder} does not exist; make it, or save elsewhere.")
        return asked.destination(Existing.RENAME, folder=made_folder(folder))
    if asked.template is not None:
        raise ArgumentsError("-o names the result itself; give a folder, or leave out --name.")
    check_no_device(Path(asked.out))  # before it gets an ending, with which it would be a name like any other
    target = _target_file(photos[0], Path(asked.out), asked.file_format)
    check_target(target, None)
    return asked.destination(Existing.OVERWRITE, file=target)


def _target_file(photo: Path, out: Path, file_format: str | None) -> Path:
    suffix = FORMATS[file_format] if file_format else None
    if not out.suffix:
        like = photo.suffix.lower()
        return out.with_name(out.name + (suffix or (like if like in WRITABLE_SUFFIXES else FALLBACK_SUFFIX)))
    ending = out.suffix.lower()
    if suffix and SYNONYMS.get(ending, ending) != suffix:
        raise OutputFormatError(f'{out} does not end like "{file_format}"; change -o or leave out --format.')
    return out


def _names_folder(out: str) -> bool:
    separators = tuple(filter(None, (os.sep, os.altsep)))
    return out.endswith(separators) or is_folder(Path(out))
