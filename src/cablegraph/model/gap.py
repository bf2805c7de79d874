"""A series of cables with numbers that are missing: what is not in a trove is a fact about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A series with its first and last number as written, how many of it are in the case, and the numbers that are not."""

    dataset: str
    series: str
    first: str
    last: str
    present: int
    missing: tuple[str, ...]
