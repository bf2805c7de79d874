"""Poppler's pdftotext bare, a process for each file; it is cablegraph's second reader of right-to-left PDF."""

import subprocess


def read(path: str) -> str:
    """The layers of all pages."""
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode("utf-8", "replace")
