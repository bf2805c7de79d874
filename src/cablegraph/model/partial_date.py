"""ISO dates to the precision stated (``1964``, ``1964-11``, ``1964-11-05``) and the days they cover.

They are compared by their first and last days, so that "1964" and "1964-11" overlap.
"""

from calendar import monthrange


def first_day(iso: str) -> str:
    """The first day that a date covers, as a full ISO day."""
    return iso + "-01-01"[len(iso) - 4 :] if len(iso) < 10 else iso


def last_day(iso: str) -> str:
    """The last day that a date covers, as a full ISO day."""
    if len(iso) == 4:
        return f"{iso}-12-31"
    if len(iso) == 7:
        return f"{iso}-{monthrange(int(iso[:4]), int(iso[5:]))[1]:02d}"
    return iso


def precision_of(iso: str) -> str:
    """``year``, ``month`` or ``day``."""
    return {4: "year", 7: "month"}.get(len(iso), "day")


def overlap(first: str | None, last: str | None, low: str | None, high: str | None) -> bool:
    """Whether two intervals may share a day; None is an open end."""
    starts_in_time = first is None or high is None or first_day(first) <= last_day(high)
    ends_in_time = last is None or low is None or last_day(last) >= first_day(low)
    return starts_in_time and ends_in_time
