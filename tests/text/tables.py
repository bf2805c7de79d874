"""Tables of invented text beside the tests, read as strings."""

from pathlib import Path
from typing import Any

import yaml


def load_table(name: str) -> dict[str, Any]:
    """Read a YAML file of this folder; every scalar is a string."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return table
