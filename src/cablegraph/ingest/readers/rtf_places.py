"""Where the words of an RTF file go: text, margins, notes, comments, what is hidden or deleted, properties, fields, pictures and embedded files.

Knows what becomes of a group once it ends; letters and groups are left to ``rtf_text``. The trap: the author of a comment is told in a group before it.
"""

import re
from dataclasses import dataclass, field

from cablegraph.ingest.readers.rtf_state import State, rtf_words

CLOCK = frozenset({"yr", "mo", "dy", "hr", "min", "sec"})
SHOWN = frozenset({"text", "head", "foot", "note"})
RAW = frozenset({"picture", "object"})
_SILENT = frozenset({"none", "fonts", "info"})
_MOST_RAW = 256 * 2**20


@dataclass(slots=True)
class RtfPlaces:
    """What was gathered: ``fields`` are instructions of fields, ``pictures`` bytes with their ending, ``clock`` the numbers of a property that is a time."""

    properties: dict[str, str] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)
    objects: list[bytes] = field(default_factory=list)
    clock: dict[str, int] = field(default_factory=dict)
    ending: str = ".bin"
    _out: dict[str, list[str]] = field(default_factory=dict)
    _raw: bytearray = field(default_factory=bytearray)

    def written(self, place: str) -> str:
        """What stands in ``text``, ``head``, ``foot``, ``note``, ``comment``, ``hidden`` or ``deleted``."""
        return "".join(self._out.get(place, ()))

    def put(self, text: str, state: State) -> None:
        """Put words where the state says that they belong."""
        place = state.place
        if place in _SILENT or place in RAW:
            return
        if place in SHOWN:
            place = "deleted" if state.deleted else "hidden" if state.hidden else place
        self._out.setdefault(place, []).append(text)

    def put_raw(self, digits: bytes) -> None:
        """Take bytes of a picture or an embedded file, in hexadecimal digits; what goes beyond any honest size is passed over."""
        if len(self._raw) < _MOST_RAW:
            self._raw += digits

    def end(self, place: str) -> None:
        """Put what a group has gathered where it belongs."""
        if place in RAW and self._raw:
            data = _from_hex(self._raw)
            self._raw = bytearray()
            if place == "picture":
                self.pictures.append((self.ending, data))
            else:
                self.objects.append(data)
        elif place == "field":
            self.fields.append(" ".join("".join(self._out.pop("field", ())).split()))
        elif place.startswith("info:"):
            self._end_property(rtf_words()["properties"].get(place[5:]), "".join(self._out.pop(place, ())).strip())
        elif place == "author":
            author = "".join(self._out.pop("author", ())).strip()
            self._out.setdefault("comment", []).append(f"{author}: " if author else "")
        elif place in {"comment", "note", "head", "foot"}:
            self._out.setdefault(place, []).append("\n\n")

    def _end_property(self, name: str | None, value: str) -> None:
        clock, self.clock = self.clock, {}
        if name and clock.get("yr"):
            day = f"{clock['yr']:04}-{clock.get('mo', 1):02}-{clock.get('dy', 1):02}"
            self.properties[name] = f"{day}T{clock.get('hr', 0):02}:{clock.get('min', 0):02}:{clock.get('sec', 0):02}"
        elif name and value:
            self.properties[name] = value


def _from_hex(raw: bytearray) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", bytes(raw))
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
