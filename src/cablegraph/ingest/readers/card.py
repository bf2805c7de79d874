"""Invitations, calendars (.ics) and address cards (.vcf) as text.

Knows folded lines, escapes and the encodings of old cards. Every property is one line, ``NAME: value``, so that what a person writes into a field of a
calendar is found; pictures and keys in a card are left in the original. The trap: a line break inside a value is
written as a backslash and an n.
"""

import re
from pathlib import Path
from quopri import decodestring

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.plain import TITLE_LENGTH, plain_page
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble
from cablegraph.text import decode

_FOLD = re.compile(r"\r?\n[ \t]")
_SOFT = re.compile(r"=\r?\n")
_PROPERTY = re.compile(
    r"(?:[\w-]{1,60}\.)?(?P<name>[A-Za-z][\w-]{0,60})(?P<parameters>(?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*)*):(?P<value>.*)",
    re.DOTALL,
)
_CHARSET = re.compile(r"CHARSET=\"?([\w.:-]{1,40})", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([nN,;:\\])")
_LEFT = {"PHOTO", "LOGO", "SOUND", "KEY"}
_TITLES = ("SUMMARY", "FN", "N")


class CardReader:
    """Reads calendars and address cards."""

    name = "card"
    version = "1"
    kinds = frozenset({"card"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read all entries of a calendar or all cards into one page, parted by blank lines."""
        decoded = decode(content.read_bytes())
        lines: list[str] = []
        title = ""
        for name, value in _iter_properties(decoded.text):
            if name in {"BEGIN", "END"}:
                lines.append("")
            elif name not in _LEFT and value.strip():
                lines.append(f"{name}: {value}")
                title = title or (value if name in _TITLES else "")
        reader = f"{self.name} {self.version}"
        troubles = (Trouble("text-repaired", decoded.repaired, fatal=False),) if decoded.repaired else ()
        page = plain_page("\n".join(lines), reader)
        return Reading(
            "card", mime, reader, (page,), " ".join(title.split())[:TITLE_LENGTH] or task.name, troubles=troubles
        )


def _iter_properties(text: str) -> list[tuple[str, str]]:
    found = []
    source = _FOLD.sub("", _SOFT.sub("", text) if "QUOTED-PRINTABLE" in text.upper() else text)
    for line in source.splitlines():
        match = _PROPERTY.fullmatch(line)
        if match:
            found.append((match["name"].upper(), _read_value(match["parameters"].upper(), match["value"])))
    return found


def _read_value(parameters: str, value: str) -> str:
    if "QUOTED-PRINTABLE" in parameters:
        charset = _CHARSET.search(parameters)
        value = decode_declared(
            decodestring(value.encode("utf-8", "surrogateescape")), charset[1] if charset else None
        ).text
    return _ESCAPE.sub(lambda m: "\n  " if m[1] in "nN" else m[1], value)
