"""cablegraph itself, for the clock that all peers are under; runs in the project's own environment."""

from datetime import date
from typing import Any

from cablegraph.calendars import find_dates


def find(text: str, language: str | None, written: str | None) -> list[dict[str, Any]]:
    """The dates of a text."""
    found = find_dates(text, language=language, written=date.fromisoformat(written) if written else None)
    return [match.as_json() for match in found]
