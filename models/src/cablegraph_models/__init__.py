"""Where the trained name taggers lie on disk; what is in them stands in the model card beside this file."""

from pathlib import Path

FOLDER = Path(__file__).parent / "data"
"""The folder of the models: ``<language>.weights.xz`` and ``<language>.words.xz``."""
