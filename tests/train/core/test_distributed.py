"""Two processes on the CPU train as one process with the double batch does."""

import csv
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image

STEPS = 4


def _curve(folder: Path) -> list[dict[str, str]]:
    with (folder / "curves.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _train(root: Path, out: str, launcher: list[str]) -> None:
    settings = [
        "bf16=false",
        "compile=false",
        "data.photos=['photos']",
        "data.paintings=['paintings']",
        "data.validation_photos=[]",
        "data.cache_px=48",
        "data.crop_px=32",
        "network.widths=[8, 8, 8]",
        "network.style_widths=[8, 8]",
        "loss.semantic=0",
        "loss.latent=0",  # its spread is that of each process's own rows
        f"optim.pictures={8 * STEPS}",
        "optim.self_pairs=4",
        "optim.foreign_pairs=4",
        "optim.warmup_pictures=8",
    ]
    overrides = [argument for setting in settings for argument in ("--set", setting)]
    command = [*launcher, "train", "run", "palette", *overrides, "--out", str(root / out)]
    command += ["--data", str(root), "--cache", str(root / "cache")]
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=240)


def test_two_processes_follow_the_curve_of_one(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    for kind in ("photos", "paintings"):
        (tmp_path / kind).mkdir()
        for index in range(12):
            # Smooth pictures: noise would leave nothing to follow.
            small = Image.fromarray(random.integers(0, 256, (4, 4, 3), dtype=np.uint8))
            small.resize((48, 48), Image.Resampling.BICUBIC).save(tmp_path / kind / f"{index}.png")
    _train(tmp_path, "one", [sys.executable, "-m"])
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node=2"]
    _train(tmp_path, "two", [*torchrun, f"--master-port={_free_port()}", "-m"])
    (one,), (two,) = _curve(tmp_path / "one"), _curve(tmp_path / "two")
    assert one["step"] == two["step"] == str(STEPS)
    for term in ("mse", "palette", "contour", "bleeding", "total"):
        assert abs(float(one[term]) - float(two[term])) <= 1e-3 * abs(float(one[term])), term
