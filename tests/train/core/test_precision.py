"""Reduced precision only where it pays."""

import pytest
import torch

from train.core.precision import has_native_bf16


@pytest.mark.parametrize(
    ("capabilities", "native"),
    [
        ({"avx512_bf16": True}, True),
        ({"amx_bf16": True}, True),
        ({"avx512_f": True, "avx512_bf16": False}, False),
    ],
)
def test_only_processors_that_compute_in_bf16_are_given_it(
    capabilities: dict[str, bool], native: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities)
    assert has_native_bf16(torch.device("cpu")) is native
