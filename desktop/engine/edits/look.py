"""A look: an edit as the file of a result keeps it, with the very models that made the result."""

from dataclasses import dataclass

from desktop.engine.core.errors import PresetModelMismatchError
from desktop.engine.edits.edit import Edit
from desktop.engine.inference.model_registry import Model


@dataclass(frozen=True)
class Look:
    """An edit that colours, and by which models it was carried out.

    models: name and `Model.sha256` of each model that had a part in it, the one of the edit's own blend first; empty
        while nothing was made by it yet.
    """

    edit: Edit
    models: tuple[tuple[str, str], ...] = ()

    def check_model(self, model: Model) -> None:
        """Raise `PresetModelMismatchError` unless `model`, one of its own, can repeat this look exactly."""
        painters = () if self.edit.repaint is None else (self.edit.repaint.painter,)
        known = dict.fromkeys((*self.edit.colour_models, *painters), "") | dict(self.models)
        name, own = self.edit.chosen_blend.name, self.edit.chosen_blend.mixture.model
        if model.name not in known:
            raise PresetModelMismatchError(
                f'The look "{name}" belongs to the model "{own}", not "{model.name}"; choose that model.'
            )
        if known[model.name] not in ("", model.sha256):
            raise PresetModelMismatchError(
                f'The look "{name}" was made with another version of the model "{model.name}"; '
                f"use its preset or its painting."
            )
