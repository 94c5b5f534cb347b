"""Types of picture arrays with 8 or 16 bits a channel; their names tell the shape."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

GrayArray: TypeAlias = NDArray[np.uint8 | np.uint16]  # (H, W)
RgbArray: TypeAlias = NDArray[np.uint8 | np.uint16]  # (H, W, 3)
Samples: TypeAlias = NDArray[np.uint8 | np.uint16]  # (H, W) or (H, W, channels)
