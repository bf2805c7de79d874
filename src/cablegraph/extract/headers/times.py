"""Times of day in headers, with their zone: date-time groups (``041715B MAY 83``), ``4:30 p.m.``, ``09:12:44 +0330``, ``ساعت ۱۴:۲۰``.

A letter behind a date-time group is a zone: Z is universal time, A to M (without J) east of it hour by hour, N to Y west; J is local time.
Source: the zone letters of military message procedure (ACP 121), the usual shorts of North American and European zones.
"""

import re

from cablegraph.text import to_ascii_digits

GROUP = re.compile(r"\b(?P<day>\d{2})(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?P<letter>[A-Z])\b")
BARE_GROUP = re.compile(r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<letter>Z)\b")
HALVES = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?\s?m\b|([صم])(?![\w]))", re.IGNORECASE)
PLAIN = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?\b")
HOURS = re.compile(r"\b([01]\d|2[0-3])([0-5]\d)\s*(?:hours|hrs|hs|h)\b", re.IGNORECASE)
OFFSET = re.compile(r"(?<![\d\-])([+\-−])(\d{2}):?(\d{2})\b")
NAMED = re.compile(r"\b(GMT|UTC|Z|BST|CET|CEST|EET|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IRST)\b")
ZONES = {
    "GMT": 0, "UTC": 0, "Z": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "MSK": 180, "IRST": 210, "EST": -300, "EDT": -240,
    "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
}  # fmt: skip
"""Minutes ahead of universal time."""


def zone_of(letter: str) -> str:
    """The zone of a date-time group's letter as ISO writes it: ``Z``, ``+02:00``; nothing for J, local time."""
    if letter in "ZJ":
        return "Z" if letter == "Z" else ""
    east = "ABCDEFGHIKLM".find(letter) + 1
    hours = east or -("NOPQRSTUVWXY".index(letter) + 1)
    return f"{'+' if hours > 0 else '-'}{abs(hours):02}:00"


def _stated_zone(words: str) -> str:
    if offset := OFFSET.search(words):
        return f"{'+' if offset[1] == '+' else '-'}{offset[2]}:{offset[3]}".replace("+00:00", "Z")
    if named := NAMED.search(words):
        minutes = ZONES[named[1]]
        return f"{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "Z"
    return ""


def find_clock(words: str) -> str | None:
    """A time of day as ISO 8601 writes it, with its zone where the words state one: ``16:30``, ``09:55Z``, ``17:15+02:00``."""
    words = to_ascii_digits(words)
    if group := GROUP.search(words) or BARE_GROUP.search(words):
        return f"{group['hour']}:{group['minute']}{zone_of(group['letter'])}"
    if "noon" in words:
        return "12:00"
    if "midnight" in words:
        return "00:00"
    if (spoken := HALVES.search(words)) and 1 <= int(spoken[1]) <= 12:
        late = (spoken[3] or "").lower() == "p" or spoken[4] == "م"
        hour = int(spoken[1]) % 12 + (12 if late else 0)
        return f"{hour:02}:{spoken[2] or '00'}{_stated_zone(words[spoken.end() :])}"
    plain = PLAIN.search(words) or HOURS.search(words)
    return f"{int(plain[1]):02}:{plain[2]}{_stated_zone(words[plain.end() :])}" if plain else None


def as_universal(words: str) -> str:
    """The words with every date-time group's letter written Z, so that a reader of dates knows them all; the day stays as it was written."""
    return GROUP.sub(lambda found: f"{found['day']}{found['hour']}{found['minute']}Z", words)
