"""What each figure must reach and aims at, and whether a result keeps what the frozen one had.

``floors.yml`` holds the judgement. Quality may not fall below the frozen run by more than ``TOLERANCE``; a timing is compared only by its ratio to another of
the same run, and only warned of, since machines differ and are shared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TOLERANCE = 0.002
"""Quality, as a share: two answers of a thousand."""
SLOWER = 0.6
"""A ratio of timings below this share of the frozen ratio is warned of."""


@dataclass(frozen=True, slots=True)
class Floor:
    """One figure and what it is held to; ``at`` is its path in the result."""

    figure: str
    at: tuple[str | int, ...]
    must: float | None = None
    aim: float | None = None
    better: str = "higher"
    timing: bool = False
    beside: tuple[str | int, ...] | None = None

    def holds(self, value: float) -> bool:
        """Whether ``value`` reaches what it must."""
        if self.must is None:
            return True
        return value >= self.must if self.better == "higher" else value <= self.must


@cache
def load_floors() -> dict[str, tuple[Floor, ...]]:
    """The floors by group."""
    text = Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
    return {group: tuple(Floor(**row) for row in rows) for group, rows in yaml.safe_load(text).items()}


def value_at(result: Any, path: Sequence[str | int]) -> float | None:
    """The figure at a path, or None where the result has none there."""
    for step in path:
        try:
            result = result[step]
        except (KeyError, IndexError, TypeError):
            return None
    return result if isinstance(result, int | float) else None


def iter_below(result: dict[str, Any]) -> Iterator[str]:
    """Sentences on figures that do not reach what they must."""
    for floor in _all():
        value = value_at(result, floor.at)
        if value is not None and not floor.holds(value):
            yield f"{floor.figure}: {value}, and must be {floor.must}."


def iter_worse(result: dict[str, Any], frozen: dict[str, Any]) -> Iterator[str]:
    """Sentences on quality that has fallen since the frozen run, figures that are gone included, but not those of a section that cannot run here."""
    for floor in _all():
        then, now = value_at(frozen, floor.at), value_at(result, floor.at)
        if floor.timing or then is None or "absent" in result.get(str(floor.at[0]), {}):
            continue
        if now is None:
            yield f"{floor.figure}: not measured, and was {then}."
        elif (now - then if floor.better == "lower" else then - now) > TOLERANCE:
            yield f"{floor.figure}: {now}, and was {then}."


def iter_slower(result: dict[str, Any], frozen: dict[str, Any]) -> Iterator[str]:
    """Sentences on timings that have fallen, beside another figure of their own run."""
    for floor in _all():
        if floor.beside is None:
            continue
        now, then = _ratio(result, floor), _ratio(frozen, floor)
        if now is not None and then and now < SLOWER * then:
            yield f"{floor.figure}: {now:.2f} times its neighbour, and was {then:.2f} times."


def _ratio(result: dict[str, Any], floor: Floor) -> float | None:
    value, beside = value_at(result, floor.at), value_at(result, floor.beside or ())
    return None if value is None or not beside else value / beside


def _all() -> Iterator[Floor]:
    for floors in load_floors().values():
        yield from floors
