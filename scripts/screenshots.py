"""Make the pictures of the README and the docs (``docs/images/*.png``) from the demo case, with Debian's Chromium.

Run after ``make demo``: ``python scripts/screenshots.py [CASE]``. Each picture is one view of the screens, cut to what the page beside it speaks of and
reduced to a palette, so that it stays below 200 kB.
"""

import io
import os
import shutil
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from cablegraph.web import serve
from cablegraph.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGES = Path(__file__).parents[1] / "docs" / "images"
NAME = "Nikpour"
MOST = 200_000  # bytes


def views(bench: Workbench) -> "Iterator[tuple[str, str]]":
    """The name of each picture and the address that it shows."""
    hits = bench.search(NAME).hits
    letters = [hit for hit in hits if hit.language == "fa" and hit.snippets[0].end]
    letter = next((hit for hit in letters if hit.kind in {"pdf", "image"}), letters[0])
    person = bench.entity(next(e.id for e in bench.entities(NAME)[1]))
    passage = letter.snippets[0]
    yield "overview", "/"
    yield "search", f"/search?q={NAME}"
    yield "document", f"/documents/{letter.document}?q={NAME}&start={passage.start}&end={passage.end}"
    yield "entity", f"/entities/{person.entity.id}"
    yield "network", f"/network?{urlencode({'line': telling_line(bench)})}"
    yield "timeline", "/timeline?kind=relation"


def telling_line(bench: Workbench) -> str:
    """The line with most sentences, by the key that the address gives it."""
    edge = max((e for e in bench.network().edges if e.relation.directed), key=lambda e: (e.relation.sources, e.id))
    denied = "denied" if edge.relation.polarity == "denied" else ""
    return f"{edge.source}|{edge.target}|{edge.relation.type}|{denied}"


def settle(page: Page) -> None:
    """Wait until nothing loads and nothing moves."""
    page.wait_for_load_state("networkidle")
    if page.locator(".canvas").count():
        page.wait_for_selector("[data-settled]")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(400)


def save(picture: bytes, path: Path) -> None:
    """Write a picture with as many colours as its size allows."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (256, 128, 64, 32):
        out = io.BytesIO()
        image.quantize(colours).save(out, "PNG", optimize=True)
        if out.tell() <= MOST:
            break
    path.write_bytes(out.getvalue())


def main(case: Path) -> None:
    """Serve a case, photograph its screens in light and the network in dark."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is needed and not installed (Debian: apt-get install chromium).")
    IMAGES.mkdir(parents=True, exist_ok=True)
    said: list[str] = []
    listening = threading.Event()

    def announce(address: str) -> None:
        said.append(address)
        listening.set()

    with Workbench.open(case, read_only=True) as bench:
        arguments = {"token": "pictures", "who": "reporter", "announce": announce}
        threading.Thread(target=serve, args=(bench,), kwargs=arguments, daemon=True).start()
        listening.wait(30)
        home = said[0].split("/?", maxsplit=1)[0]
        flags = [
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader",
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
        ]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=flags)
            for theme in ("light", "dark"):
                page = browser.new_page(viewport={"width": 1360, "height": 850}, color_scheme=theme, locale="en-GB")
                page.goto(said[0])
                for name, address in views(bench):
                    if theme == "dark" and name != "network":
                        continue
                    page.goto(home + address)
                    settle(page)
                    target = IMAGES / (f"{name}.png" if theme == "light" else f"{name}-dark.png")
                    save(page.screenshot(), target)
                    print(f"{target.relative_to(IMAGES.parents[1])}: {target.stat().st_size:,} bytes")
            browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("demo-case/case"))
