"""The shipped presets: a folder of paintings through the finished style encoder; no picture is kept."""

import csv
from pathlib import Path

from desktop.engine.decode.reader import read_painting
from desktop.engine.edits.preset import PRESET_SUFFIX, make_preset, read_preset_and_copy, write_preset
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import read_manifest


def export_presets(model_dir: Path, paintings_dir: Path, listing: Path, presets_dir: Path) -> list[str]:
    """Embed the paintings of a listing and write one preset file each, replacing those of the same model.

    Args:
        model_dir: the exported model.
        paintings_dir: folder of the pictures.
        listing: CSV with the columns file, artist, title, year.
        presets_dir: where the presets go; presets of this model that are no longer in the listing are removed, once
            all others are written.

    Returns:
        The presets' names.
    """
    colorizer = Colorizer(read_manifest(model_dir), "cpu")
    presets_dir.mkdir(parents=True, exist_ok=True)
    with listing.open(newline="", encoding="utf-8") as file:
        presets = [
            make_preset(
                colorizer,
                read_painting(paintings_dir / row["file"]).pixels,
                row["title"],
                painter=row["artist"],
                title=row["title"],
                year=row["year"],
            )
            for row in csv.DictReader(file)
        ]
    written = {write_preset(preset, presets_dir / f"{preset.slug}{PRESET_SUFFIX}") for preset in presets}
    for old in set(presets_dir.glob(f"*{PRESET_SUFFIX}")) - written:
        preset, copy = read_preset_and_copy(old)
        if preset.model == colorizer.model.name and not copy:  # else it is a user's own
            old.unlink()
    return [preset.name for preset in presets]
