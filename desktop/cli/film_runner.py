"""Colours films, one after the other, and tells how far each is."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from desktop.cli.arguments.common import ArgumentsError
from desktop.cli.arguments.looks import LookRequest
from desktop.cli.arguments.output_paths import OutputRequest, made_folder
from desktop.cli.console import say, say_error, say_notes
from desktop.cli.look_preparation import notices, prepare
from desktop.cli.progress_line import ProgressLine, duration_text, rate_text
from desktop.engine.batch.destinations import Existing
from desktop.engine.core.errors import OutputFolderMissingError, TintypeError
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.framing import Framing
from desktop.engine.files.naming import numbered
from desktop.engine.files.presence import is_folder, is_there
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.video.joining import WRITABLE_FILMS, suffix_for
from desktop.engine.video.reading import Film
from desktop.engine.video.runner import FilmOrder, colour_film

EXIT_SEVERAL_REASONS = 1


def run_films(films: Sequence[Path], request: LookRequest, results: OutputRequest, *, quiet: bool) -> int:
    """Colour every film under every look; returns 0, or the code that tells what went wrong.

    Raises `ArgumentsError` for what films cannot have, and what preparing looks raises.
    """
    if request.repaint is not None:
        raise ArgumentsError("Films cannot be painted over; leave out --repaint, --brush and --paint.")
    if not request.framing.changed(Framing()).is_whole:
        raise ArgumentsError(
            "Films cannot be cropped or turned; leave out --rotate, --straighten and --crop."
        )
    if request.framing.picture not in (None, Framing()):
        raise ArgumentsError("Films are coloured to their edges; leave out --border.")
    if results.file_format is not None:
        raise ArgumentsError("--format is for photographs; name the kind of film by the ending of -o.")
    looks = prepare(request)
    say_notes([] if quiet else dict.fromkeys(filter(None, (_left_out(prepared.edit) for prepared in looks))))
    errors = []
    for film in films:
        for prepared in looks:
            try:
                _colour(film, prepared, results, alone=len(films) * len(looks) == 1, quiet=quiet)
            except TintypeError as error:
                if len(films) * len(looks) == 1:
                    raise
                say_error(str(error))
                errors.append(error)
    codes = {error.exit_code for error in errors}
    if not codes:
        return 0
    return codes.pop() if len(codes) == 1 else EXIT_SEVERAL_REASONS


def _left_out(edit: Edit) -> str:
    """What of a look films cannot have, since it belongs to places of one photograph; empty for nothing."""
    parts = (
        ("its painted regions", edit.regions),
        ("its crop", not edit.framing.is_whole),
        ("its painting over", edit.repaint),
    )
    names = [name for name, there in parts if there]
    return f"Of the look a film has the colours alone; left out: {', '.join(names)}." if names else ""


def _colour(path: Path, prepared: RenderRequest, results: OutputRequest, *, alone: bool, quiet: bool) -> None:
    film = Film(path)
    output = _output(film, prepared, results, alone=alone)
    if output is None:
        say(f"{path}: there is a result already")
        return
    line = ProgressLine(film.facts.frames, shown=not quiet)
    order = FilmOrder(prepared, output, results.quality, results.options)
    with closing(colour_film(film, order)) as steps:
        begun = next(steps)
        if begun.resumed and not quiet:
            say_notes([f"{path.name}: {begun.done} frames were coloured before; going on."])
        line.step(path.name, made=False, count=begun.done)
        done = begun.done
        for progress in steps:
            line.step(path.name, made=True, count=progress.done - done)
            done = progress.done
    line.clear()
    if not quiet:
        width, height = film.facts.size_px
        took = f"{duration_text(line.elapsed_s)}, {rate_text(done / max(line.elapsed_s, 1e-3))}"
        say(f"{path} -> {output} ({width} x {height} px, {done} frames, {took})")
        broken = [f"{path.name}: {film.broken} damaged pieces were passed over."] if film.broken else []
        say_notes([*broken, *notices([prepared])])


def _output(film: Film, prepared: RenderRequest, results: OutputRequest, *, alone: bool) -> Path | None:
    """The file of the result; None when it is there already and is to be left."""
    path, amount = film.facts.path, prepared.edit.adjustments.amount
    asked = None if results.out is None else Path(results.out)
    if asked is not None and alone and asked.suffix.lower() in WRITABLE_FILMS and not is_folder(asked):
        if results.template is not None:
            raise ArgumentsError("-o names the result itself; give a folder, or leave out --name.")
        if not is_folder(asked.parent):
            raise OutputFolderMissingError(
                f"The folder {asked.parent} does not exist; make it, or save elsewhere."
            )
        candidates, existing = iter([asked]), results.existing or Existing.OVERWRITE
    else:
        folder = path.parent if asked is None else made_folder(asked)
        template = results.name_template()
        stem = template.fill(path, preset=prepared.name, amount=amount, model=prepared.model)
        candidates = numbered(folder, stem, suffix_for(film.facts))
        existing = results.existing or Existing.RENAME
    for candidate in candidates:
        if not is_there(candidate) or existing is Existing.OVERWRITE:
            return candidate
        if existing is Existing.SKIP:
            return None
    return None
