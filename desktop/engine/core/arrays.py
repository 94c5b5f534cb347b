"""Types of arrays. The names of those of pictures, with 8 or 16 bits a channel, tell the shape."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

GrayArray: TypeAlias = NDArray[np.uint8 | np.uint16]  # (H, W)
RgbArray: TypeAlias = NDArray[np.uint8 | np.uint16]  # (H, W, 3)
Samples: TypeAlias = NDArray[np.uint8 | np.uint16]  # (H, W) or (H, W, channels)

Floats: TypeAlias = NDArray[np.float32]  # of any shape: lightness, chroma, masks, embeddings
