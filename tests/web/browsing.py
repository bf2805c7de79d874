"""Debian's Chromium under Playwright, and a server for it in a thread."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from cablegraph.web import serve
from cablegraph.web.screens import STATIC

ARGUMENTS = [
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
    "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
]  # fmt: skip


def find_chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def why_not() -> str | None:
    """Why no browser test can run here; None where all is there."""
    if find_chromium() is None:
        return "Chromium is not installed (Debian: apt-get install chromium)"
    if not (STATIC / "index.html").is_file():
        return "the screens are not built (npm ci && npm run build in frontend/)"
    return None


@contextmanager
def chromium() -> Iterator[Browser]:
    extra = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*ARGUMENTS, *extra])
        yield browser
        browser.close()


def start_server(workbench, *, read_only: bool = False) -> str:
    """Serve a workbench in a thread of this process; the address with its token."""
    said: list[str] = []
    listening = threading.Event()

    def announce(address: str) -> None:
        said.append(address)
        listening.set()

    arguments = {"token": "a-token-for-the-browser", "who": "mira", "read_only": read_only, "announce": announce}
    threading.Thread(target=serve, args=(workbench,), kwargs=arguments, daemon=True).start()
    assert listening.wait(30)
    return said[0]


class Window:
    """A window that has opened the address with its token; collects what the console complains of, and every address asked for elsewhere."""

    def __init__(self, browser: Browser, address: str, *, width: int = 1280, dark: bool = False) -> None:
        self.complaints: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", locale="en-GB"
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        home = f"http://{urlsplit(address).netloc}/"
        self.page.on("console", lambda message: self._heard(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "request",
            lambda request: (
                None if request.url.startswith(home) else self.complaints.append(f"asked for {request.url}")
            ),
        )
        self.page.goto(address)

    def _heard(self, kind: str, text: str) -> None:
        about_refusals = "Failed to load resource" in text
        about_drawing = "GL Driver" in text or "WebGL" in text
        if kind in {"error", "warning"} and not about_refusals and not about_drawing:
            self.complaints.append(text)

    def close(self) -> None:
        self.context.close()
