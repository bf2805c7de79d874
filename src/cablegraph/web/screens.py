"""The screens: the files built from ``frontend/``, and its one page for every address that the browser knows.

Files under ``assets/`` carry a checksum in their name and may be kept for ever; the page itself is asked for anew each time.
"""

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse

from cablegraph.web.faults import fault

STATIC = Path(__file__).parent / "static"
"""Where the package's build puts the screens."""

UNBUILT = (
    "The screens of cablegraph are not built. The API works. Run `npm ci && npm run build` in frontend/ (Node 20.19 or newer), "
    "or install the package anew, which does the same.\n"
)


def install_screens(app: FastAPI, static: Path = STATIC) -> None:
    """Serve the files of ``static``, and its ``index.html`` for every other address outside ``/api``."""
    root = static.resolve()

    @app.get("/{path:path}", include_in_schema=False)
    def screen(path: str, request: Request) -> Response:
        if request.url.path.startswith("/api/") or request.url.path == "/api":
            return fault("NothingThere", "There is nothing at this address.", 404)
        wanted = (root / path).resolve()
        if path and wanted.is_file() and wanted.is_relative_to(root):
            kept = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
            return FileResponse(wanted, headers={"Cache-Control": kept})
        if path.startswith("assets/"):
            return fault("NothingThere", "There is nothing at this address.", 404)
        page = root / "index.html"
        if not page.is_file():
            return PlainTextResponse(UNBUILT, status_code=503)
        return FileResponse(page, headers={"Cache-Control": "no-cache"})
