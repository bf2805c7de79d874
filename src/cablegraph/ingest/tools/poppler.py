"""Poppler's pdftotext as a subprocess: a second opinion on the text layer of a PDF.

Knows the command line only; comparing is left to the reader of PDF.
"""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

_PAGE_END = "\f"


@cache
def find_pdftotext() -> str | None:
    """The path of the program, or None."""
    return shutil.which("pdftotext")


def run_pdftotext(content: Path, *, first: int, last: int, seconds: float) -> list[str] | None:
    """The texts of pages ``first`` to ``last`` (from 1), or None where the program is missing, fails or takes too long."""
    program = find_pdftotext()
    if program is None:
        return None
    command = [program, "-q", "-enc", "UTF-8", "-f", str(first), "-l", str(last), str(content), "-"]
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=seconds, check=False, env=environment, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode:
        return None
    pages = done.stdout.decode("utf-8", "replace").split(_PAGE_END)
    return pages[: last - first + 1] if len(pages) > last - first else None
