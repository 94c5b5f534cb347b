"""Natural colours as a preset: made by a model of its own, without a painting."""

from typing import Final

from desktop.engine.core.errors import ModelNotFoundError
from desktop.engine.edits.preset import Preset
from desktop.engine.inference.model_kinds import Kind
from desktop.engine.inference.model_registry import Model, models_of

NATURAL_COLOURS: Final = "Natural colours"
DEFAULT_NATURAL = "auto"
# What stands for it in lists: sky, leaves, skin, earth and stone.
COLOURS: Final = ("#8fb0cc", "#75854e", "#d0a488", "#7c6047", "#bdb8ae")


def natural_preset(model: str) -> Preset:
    """Natural colours as the model of that name makes them."""
    return Preset(NATURAL_COLOURS, model, encoder_sha256="", embedding=(), palette=COLOURS)


def natural_model(name: str = DEFAULT_NATURAL) -> Model:
    """The model of natural colours called `name`, else the first there is; raises `ModelNotFoundError`."""
    found = models_of(Kind.AUTO)
    if not found:
        raise ModelNotFoundError("There is no model of natural colours; install one of the kind auto.")
    return next((model for model in found if model.name == name), found[0])
