"""Makes one result and writes it: the one way for command line, batch, window and benchmarks.

A batch composes and writes on different threads and calls the two halves, `develop` and `write_result`; who has a
single photograph calls `save_result`.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.engine.batch.layouts import laid_out, surroundings
from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TooLittleMemoryError
from desktop.engine.encode.writer import (
    DEFAULT_QUALITY,
    check_target,
    holds_16_bits,
    is_striped,
    save_picture,
)
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.framed import framed
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.render.pixel_rows import Picture

PLAIN = OutputOptions()


def save_result(
    request: RenderRequest,
    photo: Photo,
    path: Path,
    *,
    quality: int = DEFAULT_QUALITY,
    cancel: CancelToken | None = None,
) -> Path:
    """Colour a photograph at full size and write it to `path` with its look; returns the path.

    quality: 1..100, of JPEG and WebP. Raises what `develop` and `save_picture` raise, and leaves no file behind then.
    """
    token = cancel or CancelToken()
    check_target(path, photo.file)
    resized = framed(photo, request.edit.framing, token)
    picture = develop(request, photo, path, token, {}, resized)
    token.raise_if_cancelled()
    return write_result(picture, request, resized, path, quality=quality, cancel=token)


def develop(
    request: RenderRequest,
    photo: Photo,
    output: Path,
    cancel: CancelToken,
    elapsed_s: dict[str, float],
    resized: Photo | None = None,
    options: OutputOptions = PLAIN,
) -> Picture:
    """The result (H, W, 3) of a photograph, as deep as the file `output` can hold, laid out as `options` say.

    resized: what is shown of the photograph as `OutputOptions.of` gives it; None for all of `photo`.
    But for a WebP it is a `PixelRows`, which is made while it is written, stripe by stripe, and never held whole.
    elapsed_s: gets the seconds of "predict" and "compose". Raises `Cancelled`, `ModelRunError`,
    `PresetModelMismatchError` or `TooLittleMemoryError`.
    """
    resized = photo if resized is None else resized
    depth = resized.bit_depth if holds_16_bits(output) else 8
    try:
        with timed(elapsed_s, "predict"):
            result = request.composition(photo, resized=resized, bit_depth=depth, cancel=cancel)
        with timed(elapsed_s, "compose"):
            picture = laid_out(result, resized, options)
            return picture if is_striped(output) else picture.whole(cancel=cancel)
    except MemoryError as error:
        raise TooLittleMemoryError(f"{photo.path} does not fit into memory; make it smaller.") from error


def write_result(
    picture: Picture,
    request: RenderRequest,
    photo: Photo,
    path: Path,
    *,
    quality: int,
    options: OutputOptions = PLAIN,
    sealed: Callable[[Path], None] | None = None,
    new: bool = False,
    cancel: CancelToken | None = None,
) -> Path:
    """Write what `develop` made of a photograph; returns the path. Raises what `save_picture` raises.

    photo: as `options` give it. With metadata the look goes into the file's XMP, from which it can be repeated.
    quality, sealed, new: as of `save_picture`.
    """
    return save_picture(
        picture,
        path,
        surroundings(photo, picture, options),
        look=request.look if options.metadata else None,
        marked=options.metadata,
        quality=quality,
        sealed=sealed,
        new=new,
        cancel=cancel,
    )


@contextmanager
def timed(elapsed_s: dict[str, float], stage: str) -> Iterator[None]:
    """Put the seconds that the block takes into `elapsed_s[stage]`, unless it fails."""
    start_s = time.perf_counter()
    yield
    elapsed_s[stage] = time.perf_counter() - start_s
