"""The network in PyTorch on the whole photograph instead of on a small copy: what full size costs without upsampling.

The program never imports torch. So this runs in a process of its own, in a checkout where torch is installed, with
its memory limited: at full size the network wants more than most computers have.
"""

import subprocess
import sys
from pathlib import Path

MEMORY_LIMIT_BYTES = 12_000_000_000
CODE = """
import resource, sys, time
import numpy as np, torch
from PIL import Image
from export.kinds.palette import ColorizerGraph
from pathlib import Path
from train.networks.weights import load_weights
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[4]),) * 2)
torch.set_num_threads(int(sys.argv[5]))
Image.MAX_IMAGE_PIXELS = None
network, _, _ = load_weights(Path(sys.argv[1]))
graph, multiple = ColorizerGraph(network).eval(), int(sys.argv[3])
gray = np.asarray(Image.open(sys.argv[2]).convert("L"), dtype=np.float32) / 255
height, width = (side // multiple * multiple for side in gray.shape)
with torch.inference_mode():
    embedding = torch.zeros(1, network.embed(torch.zeros(1, 3, 64, 64)).shape[1])
    photo = torch.from_numpy(gray[:height, :width].copy())[None, None]
    start = time.perf_counter()
    graph(photo, embedding)
    print(time.perf_counter() - start)
"""


def measure_torch(model_folder: Path, path: Path, size_multiple: int, threads: int) -> float | str:
    """Seconds for the photograph in `path`, or the reason why there are none."""
    arguments = [str(model_folder), str(path), str(size_multiple), str(MEMORY_LIMIT_BYTES), str(threads)]
    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return float(done.stdout)
    lines = done.stderr.strip().splitlines() or [f"ended with {done.returncode}"]
    return lines[-1][:160]
