"""cablegraph itself, as its readers stand in a run: checks, two readings of right-to-left layers and OCR where they disagree included."""

import tempfile
from pathlib import Path

from cablegraph.ingest import read_file
from cablegraph.settings import Settings


def read(path: str) -> str:
    """The pages of a file."""
    with tempfile.TemporaryDirectory(prefix="cablegraph-read-") as scratch:
        reading = read_file(Path(path), Path(path).name, settings=Settings(), scratch=Path(scratch))
    return "\n".join(page.text for page in reading.pages)
