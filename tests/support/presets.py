"""Presets for tests, and a library of presets in folders of its own."""

from pathlib import Path

import numpy as np

from desktop.engine.edits.preset import Preset

WAVE = Preset(
    name="The Great Wave",
    painter="Katsushika Hokusai",
    title="神奈川沖浪裏",
    year="c. 1831",
    model="palette",
    encoder_sha256="ab" * 32,
    embedding=tuple(np.linspace(-1, 1, 32)),
    palette=("#2a4b7c", "#e8dcc0", "#8c6a3f", "#101820", "#c9b48a"),
)


def make_dir(path: Path) -> Path:
    path.mkdir()
    return path


def named(name: str) -> Preset:
    return Preset(
        name=name, model="palette", encoder_sha256="00", embedding=(0.5,) * 32, palette=("#102030",) * 5
    )
