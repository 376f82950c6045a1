"""Times the reading of a large scan: its first page, page down, and the memory it takes."""

import argparse
import io
import os
import tempfile
import time
from pathlib import Path
from statistics import median

import psutil
from PIL import Image

from app.services.rendering import Children, Renderer
from tests.services import papers

PAGES, SIDE, SCALE = 300, 1000, 1.6


def a_large_scan(folder: Path) -> bytes:
    """Return a PDF of 300 pages and about 50 MB."""
    noise = Image.frombytes("RGB", (240, 240), os.urandom(240 * 240 * 3))
    into = io.BytesIO()
    noise.resize((SIDE, SIDE)).save(into, "JPEG", quality=50)
    return papers.a_scanned_pdf(
        folder / "s.pdf", PAGES, side=SIDE, noise=into.getvalue()
    ).read_bytes()


def first_page(data: bytes, children: Children) -> tuple[float, Renderer]:
    """Return the seconds to the first page, and what shows it."""
    since = time.perf_counter()
    renderer = Renderer(data, children)
    renderer.outline()
    renderer.paint(0, SCALE)
    return time.perf_counter() - since, renderer


def main() -> None:
    """Print one line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000, help="how many pages to turn")
    turned = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as folder, Children() as children:
        data = a_large_scan(Path(folder))
        print(f"document          {len(data) / 1e6:.1f} MB, {PAGES} pages")
        cold, renderer = first_page(data, children)
        renderer.close()
        print(f"first page, cold  {cold * 1000:.0f} ms")
        time.sleep(1)
        warm, renderer = first_page(data, children)
        print(f"first page, warm  {warm * 1000:.0f} ms")
        took, held = [], []
        for page in range(turned):
            since = time.perf_counter()
            renderer.paint(page % PAGES, SCALE)
            took.append(time.perf_counter() - since)
            held.append(sum(c.memory_info().rss for c in psutil.Process().children(recursive=True)))
        took.sort()
        late = took[int(len(took) * 0.95)]
        print(f"page down         {median(took) * 1000:.0f} ms, p95 {late * 1000:.0f} ms")
        print(
            f"render processes  {held[0] / 1e6:.0f} MB at first, {max(held) / 1e6:.0f} MB at most"
        )
        renderer.close()
        # Imported here: a render process imports this module, and Qt would slow its start.
        from tests.bench._window import in_the_window

        in_the_window(data, children, min(turned, 200))


if __name__ == "__main__":
    main()
