"""Measures of every picture, gathered by rival, and what is told of them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

Scores = dict[str, dict[str, float]]
REAL = "real photograph"
REAL_PAINTING = "real painting"
WORST = 10
_BY_SOURCE = ("ab_mse", "psnr_db", "colourfulness_ratio", "lpips")


class Measures:
    """Measures of every picture, and what the backbone sees in it, by rival."""

    def __init__(self) -> None:
        self._values: dict[str, dict[str, list[Tensor]]] = {}
        self._features: dict[str, list[Tensor]] = {}

    def add(self, rival: str, measures: Mapping[str, Tensor]) -> None:
        """Take the measures of a batch, each [N]."""
        for name, value in measures.items():
            self._values.setdefault(rival, {}).setdefault(name, []).append(value)

    def add_features(self, rival: str, pooled: Tensor) -> None:
        """Take pooled features [N,512] of a batch."""
        self._features.setdefault(rival, []).append(pooled)

    def each(self, rival: str, name: str) -> NDArray[np.float32]:
        """Return a measure of every picture, in their order."""
        return torch.cat(self._values[rival][name]).numpy()

    def features(self, rival: str) -> NDArray[np.float32]:
        """Return the features [N,512] of every picture, in their order."""
        return torch.cat(self._features[rival]).numpy()

    def means(self) -> Scores:
        """Mean of every measure over the pictures."""
        return {
            rival: {name: float(torch.cat(parts).mean()) for name, parts in measures.items()}
            for rival, measures in self._values.items()
        }

    def by_source(self, sources: list[str]) -> dict[str, Any]:
        """Means over the pictures of each collection, the largest first: `photos` and `scores` by rival."""
        names = np.array(sources)
        result: dict[str, Any] = {}
        for source, count in sorted(
            zip(*np.unique(names, return_counts=True), strict=True), key=lambda x: -x[1]
        ):
            result[str(source)] = {
                "photos": int(count),
                "scores": {
                    rival: {
                        name: float(self.each(rival, name)[names == source].mean())
                        for name in _BY_SOURCE
                        if name in measures
                    }
                    for rival, measures in self._values.items()
                },
            }
        return result


def worst_photos(measures: Measures, rival: str, sources: list[str]) -> list[dict[str, Any]]:
    """Return the photographs with the largest ab_mse, the worst first: `photo`, `source` and `ab_mse`."""
    errors = measures.each(rival, "ab_mse")
    return [
        {"photo": int(index), "source": sources[index], "ab_mse": float(errors[index])}
        for index in np.argsort(-errors)[:WORST]
    ]
