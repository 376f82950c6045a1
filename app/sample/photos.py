"""Photographs of damage, made from a relief under a lamp: a dented panel, a stained wall."""

import io
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grid = NDArray[np.float64]
WIDTH, HEIGHT = 480, 360
FLOOR = 0.9
PRINTED = (960, 720)
PAINTS = ((0.42, 0.08, 0.09), (0.12, 0.22, 0.38), (0.55, 0.56, 0.58), (0.09, 0.10, 0.11))
_MAKE, _MODEL, _TAKEN = 271, 272, 306
_ORIGINAL, _EXIF = 36867, 34665


def panel(rng: np.random.Generator, taken: datetime) -> bytes:
    """Return a photo of a car's panel with a dent and scratches."""
    x, y = _axes()
    relief = 0.25 * np.exp(-(((y - 0.3) / 0.05) ** 2)) + 0.1 * (1 - (y - 0.4) ** 2)
    relief += 0.12 / (1 + np.exp((y - 0.78) * 90))
    for _ in range(rng.integers(1, 4)):
        relief -= _dent(x, y, rng)
    scratches = sum((_scratch(x, y, rng) for _ in range(rng.integers(4, 11))), np.zeros_like(x))
    light = _lit(relief - 0.004 * scratches, shine=26)
    colour = np.array(PAINTS[rng.integers(len(PAINTS))])
    shade = 0.35 + 0.75 * light[..., None]
    picture = colour * shade + 0.5 * light[..., None] ** 9
    picture += 0.35 * np.clip(scratches, 0, 1)[..., None]
    seam = np.exp(-(((y - 0.8 - 0.01 * x) / 0.004) ** 2))[..., None]
    return _photo(picture * (1 - 0.8 * seam), rng, taken)


def wall(rng: np.random.Generator, taken: datetime) -> bytes:
    """Return a photo of a wall that water has run down."""
    x, y = _axes()
    plaster = _rough(rng, 5) * 0.03 + _rough(rng, 40) * 0.06
    edge = 0.45 + 0.12 * _rough(rng, 60) + 0.15 * np.sin(x * 7 + rng.uniform(0, 6))
    wet = 1 / (1 + np.exp((y - edge) * 30))
    rim = np.exp(-(((y - edge) / 0.018) ** 2))
    light = _lit(plaster, shine=3)
    base = np.array((0.86, 0.83, 0.76)) * (0.5 + 0.55 * light[..., None])
    stain = np.array((0.62, 0.48, 0.30))
    share = np.clip(0.4 * wet + 0.45 * rim + 0.12 * _rough(rng, 25) * wet, 0, 1)[..., None]
    skirting = (y > FLOOR)[..., None]
    picture = base * (1 - share) + base * stain * 1.25 * share
    return _photo(np.where(skirting, base * 0.7 + 0.2, picture), rng, taken)


def case(rng: np.random.Generator, taken: datetime) -> bytes:
    """Return a photo of a suitcase with a broken shell."""
    x, y = _axes()
    ribs = 0.05 * np.abs(np.sin(x * 38)) ** 0.5
    relief = ribs - _dent(x, y, rng) * 0.8
    crack = sum((_scratch(x, y, rng) for _ in range(3)), np.zeros_like(x))
    light = _lit(relief, shine=12)
    colour = np.array(((0.10, 0.28, 0.30), (0.25, 0.12, 0.26))[rng.integers(2)])
    picture = colour * (0.3 + 0.9 * light[..., None]) + 0.25 * light[..., None] ** 8
    return _photo(picture * (1 - 0.85 * np.clip(crack, 0, 1)[..., None]), rng, taken)


def _axes() -> tuple[Grid, Grid]:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    return x / HEIGHT, y / HEIGHT


def _dent(x: Grid, y: Grid, rng: np.random.Generator) -> Grid:
    across, down = rng.uniform(0.3, 1.0), rng.uniform(0.3, 0.65)
    wide, high = rng.uniform(0.08, 0.25), rng.uniform(0.05, 0.14)
    return np.asarray(
        rng.uniform(0.08, 0.2) * np.exp(-(((x - across) / wide) ** 2) - ((y - down) / high) ** 2)
    )


def _scratch(x: Grid, y: Grid, rng: np.random.Generator) -> Grid:
    across, down, slope = rng.uniform(0.2, 1.0), rng.uniform(0.25, 0.7), rng.uniform(-0.25, 0.25)
    length = rng.uniform(0.06, 0.3)
    bend, phase = rng.uniform(0.004, 0.02), rng.uniform(0, 6)
    line = y - down - slope * (x - across) - bend * np.sin(x * 9 + phase)
    line -= 0.002 * np.sin(x * 71 + phase)
    near = 1 / (1 + np.exp((np.abs(x - across) - length) * 80))
    return np.asarray(np.exp(-((line / 0.0028) ** 2)) * near)


def _lit(relief: Grid, *, shine: float) -> Grid:
    down, across = np.gradient(relief * HEIGHT / 4)
    facing = 0.55 - 0.5 * down - 0.32 * across
    return np.asarray(1 / (1 + np.exp(-(facing - 0.5) * shine / 4)))


def _rough(rng: np.random.Generator, size: int) -> Grid:
    small = rng.random((HEIGHT // size + 2, WIDTH // size + 2)) * 255
    grown = Image.fromarray(small.astype(np.uint8)).resize(
        (WIDTH, HEIGHT), Image.Resampling.BICUBIC
    )
    return np.asarray(grown, dtype=np.float64) / 127.5 - 1


def _photo(picture: Grid, rng: np.random.Generator, taken: datetime) -> bytes:
    x, y = _axes()
    corners = 1 - 0.35 * ((x - 0.66) ** 2 + (y - 0.5) ** 2)
    seen = picture * corners[..., None] + rng.normal(0, 0.012, picture.shape)
    small = Image.fromarray((np.clip(seen, 0, 1) ** 0.85 * 255).astype(np.uint8))
    image = small.resize(PRINTED, Image.Resampling.BICUBIC)
    exif = Image.Exif()
    exif[_MAKE], exif[_MODEL] = "Lumera", "Field 2"
    exif[_TAKEN] = exif.get_ifd(_EXIF)[_ORIGINAL] = f"{taken:%Y:%m:%d %H:%M:%S}"
    written = io.BytesIO()
    image.save(written, "JPEG", quality=72, exif=exif)
    return written.getvalue()
