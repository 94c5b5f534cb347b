"""Which devices are usable, found out by running a model's network on each."""

from dataclasses import dataclass

import numpy as np

from desktop.engine.colorizer import Colorizer
from desktop.engine.errors import TintypeError
from desktop.engine.models import Model, find_models
from desktop.engine.photo import Photo
from desktop.engine.providers import CPU, PROVIDERS, Provider, is_compiled_in, missing_reason


@dataclass(frozen=True)
class ProviderReport:
    """A device: its name on the command line, its name for people, and the reason for the verdict."""

    name: str
    title: str
    usable: bool
    reason: str


def provider_reports(model: Model | None = None) -> list[ProviderReport]:
    """One report a provider, found by running `model` (or the first installed one) on it."""
    if model is None:
        model = next(iter(find_models()), None)
    return [_report(provider, model) for provider in PROVIDERS]


def _report(provider: Provider, model: Model | None) -> ProviderReport:
    if not is_compiled_in(provider):
        return ProviderReport(provider.name, provider.title, False, missing_reason(provider))
    if model is None:
        usable = provider == CPU
        return ProviderReport(provider.name, provider.title, usable, "not tried: no model is installed")
    try:
        colorizer = Colorizer(model, provider.name)
        latency_ms = _latency_ms(colorizer)
    except TintypeError as error:
        return ProviderReport(provider.name, provider.title, False, str(error))
    if colorizer.provider != provider.name:
        return ProviderReport(provider.name, provider.title, False, " ".join(colorizer.notices))
    reason = f'ran model "{model.name}" at {model.working_size_px} px in {latency_ms:.0f} ms'
    return ProviderReport(provider.name, provider.title, True, reason)


def _latency_ms(colorizer: Colorizer) -> float:
    """Time of one run at working size, after the warm-up that starting the sessions was."""
    side = colorizer.model.working_size_px
    photo = Photo(path=None, gray=np.full((side, side), 128, dtype=np.uint8))
    colorizer.predict(photo, np.zeros(colorizer.model.embedding_size, dtype=np.float32))
    return colorizer.latency_ms
