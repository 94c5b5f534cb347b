"""What the exported model of the tests says of itself."""

from export.manifest import ModelIdentity
from export.model_card import CardTexts

IDENTITY = ModelIdentity(
    name="tiny",
    version="0.1",
    title="Tiny",
    kind="palette",
    description="A network for tests.",
    training_data="None.",
    working_size_px=64,
    style_size_px=48,
)

TEXTS = CardTexts(history="In no time.", failures="* It knows nothing.")
