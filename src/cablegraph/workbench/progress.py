"""What a long run says of itself while it goes on."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One step's state: its name, how many of its inputs are done, how many there are, and what it is at (an id or a path)."""

    step: str
    done: int
    total: int
    current: str = ""


Report = Callable[[Progress], None]
"""Whoever shows progress; called often, so it must be quick."""


def say_nothing(_: Progress) -> None:
    """Show no progress."""
