"""Trouble in the material, on record with its remedy.

The codes, each with its sentence of remedy, stand in ``data/problems.yml``; a test keeps ``docs/reference/errors.md`` complete.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a reader says went wrong with one file: a code of ``data/problems.yml``, the cause in one sentence, and the page if it is one page."""

    code: str
    cause: str
    page: int | None = None
    fatal: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble with one file of a case; ``remedy`` says what a person can do about it."""

    id: str
    dataset: str
    path: str
    code: str
    cause: str
    remedy: str
    step: str
    document: str | None = None
    page: int | None = None


@cache
def problem_codes() -> dict[str, dict[str, str]]:
    """Every code with its ``title`` and ``remedy``."""
    data: dict[str, dict[str, str]] = yaml.safe_load(
        (files(__package__) / "data" / "problems.yml").read_text(encoding="utf-8")
    )["problems"]
    return data


def remedy_for(code: str) -> str:
    """What a person can do about trouble of this code.

    Raises:
        KeyError: The code is not declared.
    """
    return problem_codes()[code]["remedy"]
