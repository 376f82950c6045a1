"""The names of the array types that the engine passes around.

They are spelled out, for what `numpy.typing.NDArray` is differs between releases of numpy, and a
bundle is read by these types.
"""

from typing import Any

import numpy as np

_Shape = tuple[Any, ...]

Floats = np.ndarray[_Shape, np.dtype[np.float64]]
Singles = np.ndarray[_Shape, np.dtype[np.float32]]
Longs = np.ndarray[_Shape, np.dtype[np.int64]]
Ints = np.ndarray[_Shape, np.dtype[np.int32]]
Shorts = np.ndarray[_Shape, np.dtype[np.int16]]
Counts = np.ndarray[_Shape, np.dtype[np.uint16]]
Tinies = np.ndarray[_Shape, np.dtype[np.int8]]
Bytes = np.ndarray[_Shape, np.dtype[np.uint8]]
Flags = np.ndarray[_Shape, np.dtype[np.bool_]]
Texts = np.ndarray[_Shape, np.dtype[np.object_]]

Facts = dict[str, np.ndarray]
