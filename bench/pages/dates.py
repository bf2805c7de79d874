"""Dates: cablegraph beside dateparser."""

from typing import Any

from bench.pages.peers import Row, peer_table
from bench.pages.tables import floor_table, show

_WORDS = """\
206 expressions in Persian, Arabic and English; an answer is exact if both the first and the last day are right, wrong if an interval is given and is
not the right one. In-sample: every error on them has been looked at. dateparser is asked with the language and the day of writing known, its Persian
calendar tried first for Persian and its Hijri calendar for Arabic, its point in time widened to the period it names, readings outside 1800-2100
dropped, and both orders of day and month asked of numeric dates. It fills what is left out from the present day, so that day is fixed to one of those
that suit it best; on others it has up to three answers fewer.
"""
CALENDARS = ("solar-hijri", "lunar-hijri", "gregorian", "relative")


def date_tables(result: dict[str, Any]) -> list[str]:
    """Exact and wrong intervals, and expressions a second."""
    floors = floor_table("dates", result)
    peers = result.get("peers", {}).get("dates", [])
    if not floors and not peers:
        return []
    return [
        "## Dates: cablegraph and peers", "",
        _WORDS,
        *floors,
        *(peer_table(peers, ("exact", "wrong", *CALENDARS, "expressions a second"), _row) if peers else ()),
    ]  # fmt: skip


def _row(row: Row) -> tuple[object, ...]:
    found = row["dates"]
    by_calendar = (found["by_calendar"].get(calendar, "") for calendar in CALENDARS)
    return show(found["exact"]), show(found["wrong"]), *by_calendar, show(row["read"]["texts_per_second"])
