"""The stages of a photograph's way from file to file, each timed alone, beside Pillow's own decoding and encoding."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.timing import median_s
from benchmarks.users_path import colour_file, request_of
from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_to_lab
from desktop.engine.core.arrays import RgbArray
from desktop.engine.core.parallel import for_each_stripe
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.encode.formats import encode
from desktop.engine.encode.writer import DEFAULT_QUALITY
from desktop.engine.imaging.guided_upsample import Chroma, Enlarged, guided_coefficients
from desktop.engine.imaging.photo import Metadata, Photo
from desktop.engine.imaging.resize import working_size
from desktop.engine.inference.colorizer import Colorizer, unit_gray
from desktop.engine.render.composition import compose

SAMPLED_ROWS = 64
SEED = 21
UPSAMPLE_STRIPE_PIXELS = 131_072
PILLOW_PIXEL_BYTES = 4  # of colour; the most that any stage has of fresh memory
PILLOW = "Pillow's decode + encode"
WHOLE = "file to file"
OVERHEAD = "file to file, less Pillow's two"


def measure(colorizer: Colorizer, path: Path, folder: Path, rounds: int) -> tuple[dict[str, float], float]:
    """Seconds by stage for the JPEG in `path`, and the greatest |Delta L*| of the result.

    Every round predicts with an embedding of its own, so that no cache helps where it would not in life.
    """
    photo = read_photo(path)
    fresh = embeddings(colorizer)
    chroma = colorizer.predict(photo, fresh())
    small_px = working_size(photo.width_px, photo.height_px, colorizer.model.working_size_px)
    small = unit_gray(photo.gray_at(small_px))
    rgb = compose(photo, chroma, Adjustments())
    output = folder / "result.jpg"

    def whole() -> None:
        colour_file(request_of(colorizer, fresh()), path, output)

    def pillow_encode() -> None:
        Image.fromarray(rgb).save(folder / "pillow.jpg", quality=DEFAULT_QUALITY, subsampling=0)

    stages: dict[str, Callable[[], object]] = {
        "Pillow's decode": lambda: Image.open(path).load(),
        "Pillow's encode": pillow_encode,
        "decode": lambda: read_photo(path),
        "network": lambda: colorizer.predict(photo, fresh()),
        "guided filter": lambda: guided_coefficients(small, chroma.ab),
        "upsample": lambda: upsample(photo, chroma),
        "compose (with upsampling)": lambda: compose(photo, chroma, Adjustments()),
        "encode": lambda: b"".join(encode(rgb, ".jpg", None, Metadata(), DEFAULT_QUALITY)),
        WHOLE: whole,
    }
    memory_bytes = rgb.size // 3 * PILLOW_PIXEL_BYTES
    seconds = {name: median_s(stage, rounds, memory_bytes) for name, stage in stages.items()}
    seconds["network"] -= seconds["guided filter"]  # `predict` is the network and then the filter
    seconds[PILLOW] = seconds["Pillow's decode"] + seconds["Pillow's encode"]
    seconds[OVERHEAD] = seconds[WHOLE] - seconds[PILLOW]
    return seconds, lightness_error(rgb, photo)


def embeddings(
    colorizer: Colorizer, seed: int = SEED
) -> Callable[[], np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    """A source of embeddings, each another one, and others for another seed."""
    rng = np.random.default_rng(seed)
    return lambda: rng.normal(0, 0.3, colorizer.model.embedding_size).astype(np.float32)


def upsample(photo: Photo, chroma: Chroma) -> None:
    """Enlarge the coefficients to every pixel, and throw them away."""
    enlarged = Enlarged(chroma.coefficients, (photo.width_px, photo.height_px))

    def work(rows: slice) -> None:
        out = np.empty((4, rows.stop - rows.start, photo.width_px), dtype=np.float32)
        enlarged.walk().take(rows, out)

    for_each_stripe((photo.height_px, photo.width_px), work, stripe_pixels=UPSAMPLE_STRIPE_PIXELS)


def lightness_error(rgb: RgbArray, photo: Photo) -> float:
    """Greatest |Delta L*| between result and photograph, over rows spread evenly over the picture."""
    step = max(1, photo.height_px // SAMPLED_ROWS)
    got = srgb_to_lab(unit_gray(rgb[::step]))[..., 0]
    want = lightness(srgb_decode(unit_gray(photo.gray[::step])))
    return float(np.abs(got - want).max())
