"""Whether reduced precision is worthwhile on this processor."""

import torch


def has_native_bf16(device: torch.device) -> bool:
    """Whether the device computes in bfloat16; emulated, it takes several times as long as float32."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    capabilities = torch.cpu.get_capabilities()
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16") or capabilities.get("bf16"))
