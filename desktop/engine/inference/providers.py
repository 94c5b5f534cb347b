"""The devices that networks can run on (ONNX Runtime's execution providers), and why others cannot be used."""

from collections.abc import Mapping
from dataclasses import dataclass

import onnxruntime as ort

from desktop.engine.core import paths


@dataclass(frozen=True)
class Provider:
    """An execution provider of ONNX Runtime. advice: what to do when the installed build lacks it."""

    name: str
    title: str
    ort_name: str
    advice: str

    def options(self) -> Mapping[str, str]:
        """Settings for a session on this provider."""
        if self.name == "cuda":
            # Grow by what is asked for, and choose convolutions by rule: both start in a tenth of the time.
            return {"arena_extend_strategy": "kSameAsRequested", "cudnn_conv_algo_search": "HEURISTIC"}
        if self.name == "coreml":
            cache = paths.user_dir() / "coreml"
            cache.mkdir(
                parents=True, exist_ok=True
            )  # compiling a model takes seconds, so keep what was compiled
            return {"ModelFormat": "MLProgram", "ModelCacheDirectory": str(cache)}
        return {}


CPU = Provider("cpu", "Processor (CPU)", "CPUExecutionProvider", "reinstall onnxruntime")
PROVIDERS = (
    Provider(
        "cuda",
        "NVIDIA graphics card (CUDA)",
        "CUDAExecutionProvider",
        "on Linux and Windows put onnxruntime-gpu in the place of onnxruntime",
    ),
    Provider(
        "coreml", "Apple graphics and neural engine (Core ML)", "CoreMLExecutionProvider", "only on macOS"
    ),
    CPU,
)
AUTO = "auto"
PROVIDER_NAMES = (AUTO, *(provider.name for provider in PROVIDERS))


@dataclass(frozen=True)
class Choice:
    """Providers to try in order, and why those asked for are not among them."""

    providers: tuple[Provider, ...]
    notices: tuple[str, ...] = ()


def choose(name: str) -> Choice:
    """What to try for a provider's name or "auto"; the CPU always comes last. Raises ValueError."""
    if name not in PROVIDER_NAMES:
        raise ValueError(f"{name!r} is not a provider; there are {', '.join(PROVIDER_NAMES)}")
    compiled = [provider for provider in PROVIDERS if is_compiled_in(provider)]
    if name == AUTO:
        return Choice((*(provider for provider in compiled if provider != CPU), CPU))
    wanted = next(provider for provider in PROVIDERS if provider.name == name)
    if wanted == CPU:
        return Choice((CPU,))
    if wanted not in compiled:
        return Choice(
            (CPU,), (f"{wanted.title} cannot be used: {missing_reason(wanted)}. Running on the CPU.",)
        )
    return Choice((wanted, CPU))


def is_compiled_in(provider: Provider) -> bool:
    """Whether the installed ONNX Runtime knows the provider at all; it may still not work here."""
    return provider.ort_name in ort.get_available_providers()


def missing_reason(provider: Provider) -> str:
    """Why a provider that is not compiled in cannot be used, and what would help."""
    return f"the installed ONNX Runtime {ort.__version__} was built without it ({provider.advice})"
