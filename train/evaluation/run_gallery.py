"""The command that shows what a model does: `python -m train gallery`."""

import argparse
from pathlib import Path
from typing import Any

from train.data.sources import picture_names
from train.evaluation.judging_options import (
    add_judging_options,
    fill_in,
    model_name,
    named_models,
    open_pictures,
    sizes_of,
)


def _gallery(arguments: argparse.Namespace) -> None:
    from train.evaluation.run_repaint import gallery_of_painter, load_painters

    for painter in load_painters({"": arguments.model}).values():
        gallery_of_painter(arguments, painter)
        return
    fill_in(arguments)
    _gallery_of_colourer(arguments)


def _gallery_of_colourer(arguments: argparse.Namespace) -> None:
    from train.evaluation.auto import colourings
    from train.evaluation.latents import embeddings_of
    from train.evaluation.plots import latent_histograms
    from train.evaluation.sheets import (
        contact_sheet,
        guess_sheet,
        lightness_of,
        one_by_source,
        pick,
        spread_out,
    )
    from train.networks.auto import AutoNetwork
    from train.networks.weights import load_weights

    network = load_weights(arguments.model)[0]
    photos = open_pictures(arguments, arguments.photos, arguments.size_px)
    rows = one_by_source if arguments.by_collection else spread_out
    out: Path = arguments.out
    out.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(network, AutoNetwork):
        beside = {name: load_weights(source)[0] for name, source in named_models(arguments.beside).items()}
        networks = {model_name(arguments.model): network} | beside
        shown = pick(photos, rows(photos, arguments.rows))
        guess_sheet(colourings(networks, photos, **sizes_of(arguments)), shown).save(out)
        return
    paintings = open_pictures(arguments, arguments.paintings, arguments.size_px)
    shown, across = pick(photos, rows(photos, arguments.rows)), spread_out(paintings, arguments.columns)
    gray = arguments.gray or arguments.degraded
    names = picture_names(arguments.paintings, arguments.data)
    sheet = contact_sheet(
        network,
        shown,
        pick(paintings, across),
        working_px=arguments.working_px,
        style_px=arguments.style_px,
        names=[names[index] if names else f"painting {index}" for index in across],
        lightness=lightness_of(shown, degraded=arguments.degraded) if gray else None,
    )
    sheet.save(out)
    embeddings = embeddings_of(network, paintings, arguments.style_px)
    latent_histograms(embeddings, out.with_suffix(".latent.png"))


def add_gallery(commands: Any) -> argparse.ArgumentParser:
    """Add the command `gallery` and return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "gallery", help="contact sheet (photos down, paintings across) and latent histograms"
    )
    parser.add_argument("model", type=Path, help="models/NAME or a checkpoint")
    parser.add_argument("out", type=Path, help="PNG to write")
    parser.add_argument("--rows", type=int, default=12, help="photos")
    parser.add_argument("--columns", type=int, default=6, help="paintings")
    parser.add_argument("--by-collection", action="store_true", help="photos of every collection in turn")
    parser.add_argument(
        "--gray", action="store_true", help="show the photos in grey, as the network sees them"
    )
    parser.add_argument(
        "--degraded", action="store_true", help="show and colour the photos as old scans, in grey"
    )
    parser.add_argument(
        "--beside",
        action="append",
        default=[],
        metavar="MODEL",
        help="with a model that needs no painting: another, or a palette model under its average embedding",
    )
    add_judging_options(parser)
    parser.set_defaults(call=_gallery)
    return parser
