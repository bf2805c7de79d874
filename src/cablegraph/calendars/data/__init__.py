"""The room's word lists, as YAML with source and licence at the top of each file."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load_yaml(name: str) -> dict[str, Any]:
    """Read one of this folder's YAML files, once; callers must not change what they get.

    Every scalar is read as a string: to YAML the English word "on" is a truth value.
    """
    content = (files(__package__) / name).read_text(encoding="utf-8")
    parsed: dict[str, Any] = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506  (builds strings, lists and mappings only)
    return parsed
