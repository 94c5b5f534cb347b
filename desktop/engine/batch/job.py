"""One photograph from file to file: what benchmarks time, and the steps that a batch is made of."""

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from desktop.engine.batch.output_options import Form
from desktop.engine.core.arrays import RgbArray
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import ModelNotFoundError, TooLittleMemoryError
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.look import Look
from desktop.engine.edits.serialization import region_to_json
from desktop.engine.encode.writer import (
    DEFAULT_QUALITY,
    check_target,
    holds_16_bits,
    is_striped,
    save_picture,
)
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model
from desktop.engine.inference.painter import Painter
from desktop.engine.render.composition import Composition
from desktop.engine.render.pipeline import Models, composition
from desktop.engine.store.look_xmp import look_notices

__all__ = ["CancelToken", "JobResult", "PreparedLook", "colorize_file", "develop", "prepared_look", "timed"]


@dataclass(frozen=True)
class JobResult:
    """What became of one photograph. elapsed_s: seconds by stage: read, predict, compose, write."""

    source: Path
    output: Path
    width_px: int
    height_px: int
    notices: tuple[str, ...]
    elapsed_s: dict[str, float]


@dataclass(frozen=True, eq=False)
class PreparedLook:
    """A look, and its models at the ready. others: those that its colours take beside its own.

    painter: that which paints over, of a look with paint.
    """

    colorizer: Colorizer
    look: Look
    others: tuple[Colorizer, ...] = ()
    painter: Painter | None = None

    @property
    def colorizers(self) -> tuple[Colorizer, ...]:
        """All its models, its own first."""
        return (self.colorizer, *self.others)

    @property
    def notices(self) -> tuple[str, ...]:
        """Why the device of a model is not the one that was asked for, each reason once."""
        told = [notice for colorizer in self.colorizers for notice in colorizer.notices]
        told += () if self.painter is None else self.painter.notices
        return tuple(dict.fromkeys(told))

    def colorizer_of(self, model: str) -> Colorizer:
        """The one of these by a model's name; its own for an unknown one, which whoever asks finds not to fit."""
        known = (colorizer for colorizer in self.others if colorizer.model.name == model)
        return next(known, self.colorizer)

    def painter_of(self, model: str) -> Painter:
        """The one that paints over; raises `ModelNotFoundError` for another one than that of the look."""
        if self.painter is None or self.painter.model.name != model:
            raise ModelNotFoundError(f'The model "{model}", which paints over, is not at hand; install it.')
        return self.painter

    @property
    def written(self) -> Look:
        """The look as it goes into results, from which it can be repeated."""
        return self.look.made_by(self.colorizer.model, self._other_models)

    @property
    def _other_models(self) -> list[Model]:
        painters = [] if self.painter is None else [self.painter.model]
        return [*(other.model for other in self.others), *painters]

    def key(self, quality: int, form: Form | None = None) -> str:
        """Hash of all that makes a result from a photograph; equal for equal results."""
        parts: list[object] = [
            self.colorizer.model.sha256,
            [float(np.float32(value)) for value in self.look.embedding],
            asdict(self.look.adjustments),
            quality,
        ]
        if form is not None and form != Form():
            # Else as it was before there were forms, so that old ledgers stay good.
            parts.append(asdict(form))
        if self.look.regions:
            parts.append([region_to_json(region) for region in self.look.regions])
        if self.look.natural is not None:
            parts.append(self.look.natural.share)
        if self.look.repaint is not None:
            parts.append(asdict(self.look.repaint))
        if self._other_models:
            parts.append([model.sha256 for model in self._other_models])
        return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


def prepared_look(look: Look, models: Models) -> PreparedLook:
    """A look with its models at the ready; raises what `models` does for one that is not to be had."""
    own, *others = look.models
    painter = None if look.repaint is None else models.painter_of(look.repaint.painter)
    return PreparedLook(models.colorizer_of(own), look, tuple(map(models.colorizer_of, others)), painter)


def colorize_file(
    colorizer: Colorizer,
    source: Path,
    output: Path,
    look: Look,
    *,
    quality: int = DEFAULT_QUALITY,
    cancel: CancelToken | None = None,
) -> JobResult:
    """Read, predict, compose at full size and write; raises a `TintypeError` and leaves no file behind."""
    token = cancel or CancelToken()
    check_target(output, source)
    elapsed_s: dict[str, float] = {}
    with timed(elapsed_s, "read"):
        photo = read_photo(source, cancel=token)
    prepared = PreparedLook(colorizer, look)
    result = develop(prepared, photo, output, token, elapsed_s)
    with timed(elapsed_s, "write"):
        token.raise_if_cancelled()
        save_picture(result, output, photo, cancel=token, look=look.made_by(colorizer.model), quality=quality)
    notices = (*photo.notices, *look_notices(look))
    return JobResult(source, output, photo.width_px, photo.height_px, notices, elapsed_s)


def develop(
    prepared: PreparedLook,
    photo: Photo,
    output: Path,
    cancel: CancelToken,
    elapsed_s: dict[str, float],
    formed: Photo | None = None,
) -> RgbArray | Composition:
    """The result (H, W, 3) of a photograph, as deep as the file `output` can hold.

    formed: the photograph as `Form.of` gives it, when the result is to have another size or depth than `photo`.
    But for a WebP it is a `Composition`, which is made while it is written, stripe by stripe, and never held whole.
    elapsed_s: gets the seconds of "predict" and "compose". Raises `Cancelled`, `ModelRunError`,
    `PresetModelMismatchError` or `TooLittleMemoryError`.
    """
    formed = photo if formed is None else formed
    depth = formed.bit_depth if holds_16_bits(output) else 8
    try:
        with timed(elapsed_s, "predict"):
            result = composition(
                prepared, photo, prepared.look, formed=formed, bit_depth=depth, cancel=cancel
            )
        with timed(elapsed_s, "compose"):
            return result if is_striped(output) else result.whole(cancel=cancel)
    except MemoryError as error:
        raise TooLittleMemoryError(f"{photo.path} does not fit into memory; make it smaller.") from error


@contextmanager
def timed(elapsed_s: dict[str, float], stage: str) -> Iterator[None]:
    """Put the seconds that the block takes into `elapsed_s[stage]`, unless it fails."""
    start_s = time.perf_counter()
    yield
    elapsed_s[stage] = time.perf_counter() - start_s
