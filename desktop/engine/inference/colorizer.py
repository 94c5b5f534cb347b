"""Runs a model's networks: a painting to an embedding, a photograph and an embedding to chroma.

A model of natural colours has no style encoder and takes no painting: its embedding is of no numbers.
"""

import copy
import threading
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.arrays import Floats, GrayArray
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import (
    DamagedModelError,
    ModelKindError,
    ModelRunError,
    PresetModelMismatchError,
)
from desktop.engine.core.lru_cache import LruCache
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo, content_key
from desktop.engine.imaging.resize import working_size
from desktop.engine.inference.model_kinds import COLORIZER, STYLE_ENCODER
from desktop.engine.inference.model_registry import Model
from desktop.engine.inference.onnx_session import GraphSession, LazyGraphSession
from desktop.engine.inference.providers import AUTO

EMBEDDINGS_BYTES = 1_000_000
CHROMAS_BYTES = 64_000_000  # some forty at a working size of 256
MAX_STYLE_ASPECT = 4  # of a long narrow painting the network sees no more than this many squares


class Colorizer:
    """One model on one device. Safe to call from several threads; a network runs once at a time.

    model: the manifest. latency_ms: how long the last run of a network took; 0 before the first.
    """

    def __init__(
        self,
        model: Model,
        provider: str = AUTO,
        *,
        chromas_bytes: int = CHROMAS_BYTES,
        threads: int | None = None,
    ) -> None:
        """Check and start the graph that colours; that of paintings starts with the first painting.

        Raises `ModelNotFoundError`, `DamagedModelError`, `ModelRunError`, or `ModelKindError` for a model that
        does not colour.

        chromas_bytes: how much memory predicted chroma may take, to be at hand when it is asked for again.
        threads: on the processor; None for as many as there are cores.
        """
        if COLORIZER not in model.wanted_graphs:
            raise ModelKindError(
                f'The model "{model.name}" is of the kind "{model.kind}", which does not colour; choose another model.'
            )
        self.model = model
        self.latency_ms = 0.0
        self._lock = threading.Lock()
        self._embeddings: LruCache[str, Floats] = LruCache(
            EMBEDDINGS_BYTES, lambda embedding: embedding.nbytes
        )
        self._chromas: LruCache[str, Chroma] = LruCache(chromas_bytes, lambda chroma: chroma.size_bytes)
        side = model.size_multiple
        photo = self._inputs(np.zeros((side, side), np.float32), np.zeros(model.embedding_size, np.float32))
        self._colorizer = GraphSession(model, COLORIZER, photo, provider, threads)
        style = {"style": np.zeros((1, 3, side, side), np.float32)}
        self._style_encoder = LazyGraphSession(
            lambda: GraphSession(model, STYLE_ENCODER, style, provider, threads)
        )

    @property
    def needs_painting(self) -> bool:
        """Whether it colours as a painting does; else it gives natural colours."""
        return STYLE_ENCODER in self.model.wanted_graphs

    def beside(self, chromas_bytes: int) -> "Colorizer":
        """The same networks with a memory of its own, of `chromas_bytes`.

        For work in the background: it drives nothing out that the canvas may ask for again.
        """
        other = copy.copy(self)
        other._chromas = LruCache(chromas_bytes, lambda chroma: chroma.size_bytes)
        return other

    @property
    def provider(self) -> str:
        """Name of the device that colours photographs: cpu, cuda or coreml."""
        return self._colorizer.provider

    @property
    def notices(self) -> tuple[str, ...]:
        """Why the device is not the one that was asked for, each reason once."""
        encoder = () if self._style_encoder.started is None else self._style_encoder.started.notices
        return tuple(dict.fromkeys((*self._colorizer.notices, *encoder)))

    def start_style_encoder(self) -> None:
        """Check and start the graph of paintings before there is a painting; nothing where the model takes none.

        Raises as the constructor does.
        """
        if self.needs_painting:
            self._style_encoder.get()

    def embed(self, painting: NDArray[np.uint8]) -> Floats:
        """Embedding (embedding_size,) of a painting (H, W, 3) sRGB.

        Raises `ModelKindError` when the model takes no painting, and what the constructor and `predict` raise.
        """
        if not self.needs_painting:
            raise ModelKindError(
                f'The model "{self.model.name}" gives natural colours and takes no painting; choose another model.'
            )
        return self._embeddings.get(content_key(painting), lambda: self._embed(painting))

    def predict(self, photo: Photo, embedding: Floats, cancel: CancelToken | None = None) -> Chroma:
        """Chroma of a photograph in the colours of an embedding (embedding_size,); natural colours have none.

        Raises `Cancelled`, `ModelRunError`, or `PresetModelMismatchError` for an embedding of another size.
        """
        if embedding.shape != (self.model.embedding_size,):
            raise PresetModelMismatchError(
                f'An embedding of {embedding.size} numbers is not for the model "{self.model.name}", '
                f"which uses {self.model.embedding_size}; choose another preset."
            )
        vector = np.ascontiguousarray(embedding, dtype=np.float32)
        # All that the network and the filter see of the photograph, and far quicker to hash than all of it.
        small = photo.gray_at(working_size(photo.width_px, photo.height_px, self.model.working_size_px))
        key = content_key(small) + content_key(vector) + self.model.sha256
        return self._chromas.get(key, lambda: self._predict(small, vector, cancel))

    def _embed(self, painting: NDArray[np.uint8]) -> Floats:
        size_px = style_size(painting.shape[1], painting.shape[0], self.model)
        resized = Image.fromarray(painting).resize(size_px, Image.Resampling.BICUBIC)
        style = np.asarray(resized, dtype=np.float32).transpose(2, 0, 1)[None] / np.float32(255)
        shape = (1, self.model.embedding_size)
        embedding: Floats = self._timed_run(self._style_encoder.get(), {"style": style}, shape, None)[0]
        return embedding

    def _predict(self, small: GrayArray, vector: Floats, cancel: CancelToken | None) -> Chroma:
        gray = unit_gray(small)
        height, width = gray.shape
        multiple = self.model.size_multiple
        padded = np.pad(gray, ((0, -height % multiple), (0, -width % multiple)), mode="reflect")
        inputs = self._inputs(padded, vector)
        ab = self._timed_run(self._colorizer, inputs, (1, 2, *padded.shape), cancel)[0, :, :height, :width]
        return Chroma.guided(gray, ab)

    def _inputs(self, gray: Floats, vector: Floats) -> dict[str, Floats]:
        """What the network takes: grey (h, w) and, if it takes a painting, an embedding."""
        inputs = {"gray": gray[None, None]}
        return inputs | {"embedding": vector[None]} if self.needs_painting else inputs

    def _timed_run(
        self,
        session: GraphSession,
        inputs: dict[str, Floats],
        shape: tuple[int, ...],
        cancel: CancelToken | None,
    ) -> Floats:
        """What a network gives, which must be of this shape."""
        with self._lock:
            start_s = time.perf_counter()
            output = session.run(inputs, cancel)
            self.latency_ms = (time.perf_counter() - start_s) * 1000
        if output.shape != shape:
            raise DamagedModelError(
                f'Model "{self.model.name}" gives an answer of the wrong size; fetch it again.'
            )
        if not np.all(np.isfinite(output)):
            raise ModelRunError(
                f'Model "{self.model.name}" gave numbers that are not colours; install it again.'
            )
        return output


Colorizers = Callable[[str], Colorizer]  # a model's name -> that model, started


def unit_gray(gray: GrayArray) -> Floats:
    """Grey as float32 in 0..1."""
    return gray.astype(np.float32) / np.float32(np.iinfo(gray.dtype).max)


def style_size(width_px: int, height_px: int, model: Model) -> tuple[int, int]:
    """(width, height) at which a painting enters the style encoder.

    Short side at most `style_size_px`, aspect kept, then each side to the nearest multiple: a painting's
    shape matters little, its colours must not be repeated by padding.
    """
    scale = min(1.0, model.style_size_px / min(width_px, height_px))
    longest = model.style_size_px * MAX_STYLE_ASPECT
    multiple = model.size_multiple
    sides = (min(side * scale, longest) for side in (width_px, height_px))
    width, height = (max(1, round(side / multiple)) * multiple for side in sides)
    return width, height
