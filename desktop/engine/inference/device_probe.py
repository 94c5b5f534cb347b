"""Finds out which devices are usable, by running a model's network on each."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from desktop.engine.core.errors import TintypeError
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.hardware import cuda_card
from desktop.engine.inference.model_kinds import COLORIZER
from desktop.engine.inference.model_registry import Model, find_models
from desktop.engine.inference.providers import CPU, PROVIDERS, Provider, is_compiled_in, missing_reason


@dataclass(frozen=True)
class ProviderReport:
    """A device: its name on the command line, its name for people, and the reason for the verdict.

    card: what its driver calls it; empty where that is not known. latency_ms: of one run; 0 where none was made.
    compiled_in: whether the installed ONNX Runtime knows it.
    """

    name: str
    title: str
    usable: bool
    reason: str
    card: str = ""
    latency_ms: float = 0.0
    compiled_in: bool = True


def provider_reports(model: Model | None = None) -> list[ProviderReport]:
    """One report a provider, found by running `model` (or the first installed one that colours) on it."""
    if model is None:
        model = next((model for model in find_models() if COLORIZER in model.graphs), None)
    return [_report(provider, model) for provider in PROVIDERS]


def _report(provider: Provider, model: Model | None) -> ProviderReport:
    card = cuda_card() if provider.name == "cuda" else ""
    report = partial(ProviderReport, provider.name, provider.title, card=card)
    if not is_compiled_in(provider):
        return report(False, missing_reason(provider), compiled_in=False)
    if model is None:
        return report(provider == CPU, "not tried: no model is installed")
    try:
        colorizer = Colorizer(model, provider.name)
        latency_ms = _latency_ms(colorizer)
    except TintypeError as error:
        return report(False, str(error))
    if colorizer.provider != provider.name:
        return report(False, " ".join(colorizer.notices))
    reason = f'ran model "{model.name}" at {model.working_size_px} px in {latency_ms:.0f} ms'
    return report(True, reason, latency_ms=latency_ms)


def _latency_ms(colorizer: Colorizer) -> float:
    """Time of one run at working size, after the warm-up that starting the sessions was."""
    side = colorizer.model.working_size_px
    photo = Photo(path=None, gray=np.full((side, side), 128, dtype=np.uint8))
    colorizer.predict(photo, np.zeros(colorizer.model.embedding_size, dtype=np.float32))
    return colorizer.latency_ms
