"""Command line of the export: `python -m export model|presets`."""

import argparse
import itertools
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from desktop.engine.core.errors import TintypeError
from export.manifest import KindError, ModelIdentity, ScoresError
from export.model_card import CardTexts
from export.parity import ParityError
from export.pipeline import export_model
from export.presets import export_presets
from train.core.config import RecipeError
from train.data.sources import SourceError, open_source

_PARITY_PICTURES = 4


def _pictures(folder: Path | None, pattern: str) -> Iterator[Image.Image]:
    if folder is not None:
        for sample in itertools.islice(open_source(pattern, folder), _PARITY_PICTURES):
            yield sample.image.copy()


def _read_card(path: Path) -> tuple[ModelIdentity, CardTexts]:
    card: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    texts = CardTexts(card.pop("history").strip(), card.pop("failures").strip())
    one_line: dict[str, Any] = {
        key: " ".join(value.split()) if isinstance(value, str) else value for key, value in card.items()
    }
    return ModelIdentity(**one_line), texts


def _model(arguments: argparse.Namespace) -> None:
    identity, texts = _read_card(arguments.card)
    scores = json.loads(arguments.scores.read_text(encoding="utf-8")) if arguments.scores else {}
    parity = export_model(
        arguments.checkpoint,
        arguments.out or Path("models") / identity.name,
        identity,
        texts,
        scores,
        _pictures(arguments.data, arguments.pictures),
    )
    if parity.painted:
        print(
            f"the graph agrees with PyTorch to {parity.painted:.1e} of sRGB over {parity.pictures} pictures"
        )
        return
    print(
        f"graphs agree with PyTorch to {parity.ab:.1e} ab and {parity.embedding:.1e} of an embedding's entry "
        f"over {parity.pictures} pictures"
    )


def _presets(arguments: argparse.Namespace) -> None:
    names = export_presets(arguments.model, arguments.paintings, arguments.listing, arguments.out)
    print(f"{len(names)} presets in {arguments.out}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m export", description=__doc__)
    commands = parser.add_subparsers(required=True)
    model = commands.add_parser("model", help="checkpoint to graphs, manifest, weights and model card")
    model.add_argument("checkpoint", type=Path)
    model.add_argument("--card", type=Path, required=True, help="TOML with what people read of the model")
    model.add_argument("--scores", type=Path, help="scores.json of python -m train evaluate")
    model.add_argument("--out", type=Path, help="folder of the model (models/NAME)")
    model.add_argument("--data", type=Path, help="folder of real pictures for the parity check")
    model.add_argument(
        "--pictures", default="photos-val-*.parquet", help="Parquet glob or folder inside --data"
    )
    model.set_defaults(call=_model)
    presets = commands.add_parser("presets", help="paintings to shipped presets")
    presets.add_argument("paintings", type=Path, help="folder of paintings")
    presets.add_argument("--listing", type=Path, required=True, help="CSV: file, artist, title, year")
    presets.add_argument("--model", type=Path, default=Path("models/palette"))
    presets.add_argument("--out", type=Path, default=Path("resources/presets"))
    presets.set_defaults(call=_presets)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    parsed = _parser().parse_args(arguments)
    try:
        parsed.call(parsed)
    except (KindError, ParityError, RecipeError, ScoresError, SourceError, TintypeError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
