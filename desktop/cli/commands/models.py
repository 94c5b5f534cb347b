"""tintype models: which models are installed, where, and how well they were measured to work."""

import argparse
from typing import Any

from desktop.cli.console import columns, say, say_notes, wrapped
from desktop.engine.core import paths
from desktop.engine.inference.model_kinds import Kind
from desktop.engine.inference.model_registry import Model, find_models, model_problems
from desktop.engine.inference.model_scores import flat_scores

KINDS: dict[str, str] = {
    Kind.PALETTE: "colours as a painting does",
    Kind.AUTO: "natural colours, without a painting",
    Kind.REPAINT: "paints over what is coloured",
}


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to the parser."""
    commands.add_parser("models", help="show the installed models", description=__doc__).set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Show every model."""
    models = find_models()
    for model in models:
        _show(model)
    if not models:
        places = " or ".join(str(folder) for folder in paths.model_dirs())
        say(f"No model is installed; put a model's folder into {places}.")
    say_notes(model_problems())
    return 0


def _show(model: Model) -> None:
    size_mb = sum(graph.size_bytes for graph in model.graphs.values()) / 1e6
    does = KINDS.get(model.kind, "for a newer version of the program")
    say(f"{model.name} {model.version}: {model.title}")
    parts = {
        "about": model.description,
        "kind": f"{model.kind} ({does})",
        "size": f"{model.working_size_px} px, {size_mb:.1f} MB",
        "licence": model.licence,
        "trained on": model.training_data,
        "folder": str(model.folder),
    }
    for name, text in parts.items():
        for line in wrapped(name, text or "-"):
            say(line)
    scores = flat_scores(model.scores).items()
    rows = ((f"  {name}", f"{value:g}" if isinstance(value, float) else str(value)) for name, value in scores)
    for line in columns(rows):
        say(line)
