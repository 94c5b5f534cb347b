"""Writes a batch's results: a file that appeared under a result's name meanwhile is not replaced."""

from functools import partial

from desktop.engine.batch.destinations import Place, Placement
from desktop.engine.batch.events import Finished, Skipped
from desktop.engine.batch.saving import write_result
from desktop.engine.batch.work_items import Composed
from desktop.engine.core.errors import OutputExistsError, SaveOverOriginalError
from desktop.engine.store.look_xmp import look_notices

MAX_TRIES = 100  # to find a name that stays free


def write_composed(composed: Composed, placement: Placement) -> Finished | Skipped:
    """Write a result and say what came of it: under another name, or not at all, where its name was taken meanwhile.

    Raises what `write_result` raises; `OutputExistsError` only where one name after the other is taken.
    """
    opened, request, place = composed.opened, composed.request, composed.place
    for tries_left in reversed(range(MAX_TRIES)):
        try:
            _write(composed, placement, place)
            break
        except OutputExistsError:
            if not tries_left:
                raise
        place = placement.place(opened.source, opened.state, request)
        if place.skip_reason is not None:
            return Skipped(opened.number, request.name, opened.source.shown, place)
    untold = look_notices(request.edit) if placement.options.metadata else ()
    notices = (*composed.resized.notices, *untold)
    return Finished(opened.number, request.name, composed.result(place.path, notices))


def _write(composed: Composed, placement: Placement, place: Place) -> None:
    opened, path = composed.opened, place.path
    placement.make_folder(path.parent)
    original = placement.originals.at(path)
    if original is not None:  # its folder may have been replaced by a link
        raise SaveOverOriginalError(
            f"{path} is the original photograph {original.name}; save under another name or elsewhere."
        )
    write_result(
        composed.picture,
        composed.request,
        composed.resized,
        path,
        quality=placement.quality,
        options=placement.options,
        sealed=partial(placement.note, opened.source, opened.state, composed.request, path),
        new=place.is_new,
        cancel=opened.token,
    )
