r"""The words of an RTF file, each in the place where it belongs.

Knows destinations, fonts with their code pages, and letters in their three spellings (bytes, hexadecimal bytes, ``\u``
with a stand-in for old programs). Which words do what stands in ``data/rtf.yml``. The traps: bytes next to each other may be halves of one letter, so they
are gathered before they are decoded; and a right-to-left run takes its code page from the associated font.
"""

import re
from dataclasses import dataclass, field, replace

from cablegraph.ingest.readers.rtf_state import State, change_state, find_codec, rtf_words
from cablegraph.ingest.readers.rtf_tokens import Token, iter_tokens

_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\", "\n": "\n\n", "\r": "\n\n"}
_CLOCK = frozenset({"yr", "mo", "dy", "hr", "min", "sec"})
_SHOWN = frozenset({"text", "head", "foot", "note"})
_SILENT = frozenset({"none", "fonts", "info"})
_RAW = frozenset({"picture", "object"})
_MOST_DEPTH = 5000
_MOST_RAW = 256 * 2**20


@dataclass(slots=True)
class RtfText:
    """Reads one file. ``closed`` says whether its last group ended; ``fields`` are the instructions of its fields."""

    properties: dict[str, str] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)
    objects: list[bytes] = field(default_factory=list)
    closed: bool = False
    _out: dict[str, list[str]] = field(default_factory=dict)
    _held: bytearray = field(default_factory=bytearray)
    _state: State = field(default_factory=State)
    _stack: list[State] = field(default_factory=list)
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = 0
    _defined: int = 0
    _page: str = "cp1252"
    _left: int = 0
    _high: int = 0
    _ending: str = ".bin"
    _raw: bytearray = field(default_factory=bytearray)
    _clock: dict[str, int] = field(default_factory=dict)

    def written(self, place: str) -> str:
        """What stands in ``text``, ``head``, ``foot``, ``note``, ``comment``, ``hidden`` or ``deleted``."""
        return "".join(self._out.get(place, ()))

    def read(self, source: bytes) -> None:
        """Read a whole file; what follows its last group is no part of it."""
        for token in iter_tokens(source):
            if token.kind == "open":
                self._flush()
                if len(self._stack) < _MOST_DEPTH:
                    self._stack.append(self._state)
                    self._state = replace(self._state, star=False, fresh=True)
            elif token.kind == "close":
                self._close()
                if self.closed:
                    return
            elif token.kind == "word":
                self._read_word(token)
            elif token.kind == "bytes":
                self._read_bytes(token.data)
            elif token.text == "*":
                self._state = replace(self._state, star=True)
            elif token.text in _SYMBOLS:
                self._write(_SYMBOLS[token.text])
        self._flush()

    def _close(self) -> None:
        self._flush()
        ended = self._state
        self._state = self._stack.pop() if self._stack else self._state
        if ended.place != self._state.place:
            self._end_place(ended.place)
        self._left = 0
        self.closed = not self._stack

    def _end_place(self, place: str) -> None:
        """Put what a group has gathered where it belongs."""
        if place in _RAW and self._raw:
            data = _from_hex(self._raw)
            self._raw = bytearray()
            if place == "picture":
                self.pictures.append((self._ending, data))
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
        clock, self._clock = self._clock, {}
        if name and clock.get("yr"):
            day = f"{clock['yr']:04}-{clock.get('mo', 1):02}-{clock.get('dy', 1):02}"
            self.properties[name] = f"{day}T{clock.get('hr', 0):02}:{clock.get('min', 0):02}:{clock.get('sec', 0):02}"
        elif name and value:
            self.properties[name] = value

    def _read_word(self, token: Token) -> None:
        name, state = token.text, self._state
        if state.fresh:
            self._state = replace(state, fresh=False)
            if self._enter(name, state):
                return
        if state.place.startswith("info:") and token.number is not None and name in _CLOCK:
            self._clock[name] = token.number
        elif name in rtf_words()["letters"]:
            self._write(" " if name == "par" and state.in_table else rtf_words()["letters"][name])
        else:
            self._set(name, token.number, token.data)

    def _enter(self, name: str, state: State) -> bool:
        """Begin the place that a group's first word names; says whether it names one."""
        words = rtf_words()
        place = words["places"].get(name)
        if state.place == "info":
            self._state = replace(self._state, place=f"info:{name}")
        elif name in words["transparent"]:
            self._state = replace(
                self._state, place=state.outer if state.place == "none" and name != "background" else state.place
            )
        elif name == "nonshppict":
            self._state = replace(self._state, place="none", outer="none")
        elif place and (state.place != "none" or (place in _RAW and state.outer != "none")):
            self._ending = ".bin"
            self._state = replace(self._state, place=place, outer=place if place in _SHOWN else state.outer)
        elif place or name in words["unread"] or state.star:
            self._state = replace(self._state, place="none")
        else:
            return False
        return True

    def _set(self, name: str, number: int | None, data: bytes) -> None:
        """Change the state, or take a letter or raw bytes."""
        if name == "u" and number is not None:
            self._read_unit(number & 0xFFFF)
        elif name == "bin":
            self._raw += data.hex().encode()
        elif name == "ansicpg" and number:
            self._page = find_codec(f"cp{number}") or self._page
        elif name in {"mac", "pc", "pca"}:
            self._page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[name]
        elif name == "deff" and number is not None:
            self._font = number
        elif name == "fcharset" and self._state.place == "fonts":
            self._fonts[self._defined] = rtf_words()["charsets"].get(number, "")
        elif name == "f" and number is not None and self._state.place == "fonts":
            self._defined = number
        elif name in {"pngblip", "jpegblip"}:
            self._ending = ".png" if name == "pngblip" else ".jpg"
        else:
            changed = change_state(self._state, name, number)
            if changed is not None:
                self._flush()
                self._state = changed

    def _read_unit(self, unit: int) -> None:
        """Take a letter by its UTF-16 unit; halves of a pair are put together."""
        if 0xD800 <= unit < 0xDC00:
            self._flush()
            self._high = unit
        elif 0xDC00 <= unit < 0xE000:
            self._write(chr(0x10000 + ((self._high - 0xD800) << 10) + unit - 0xDC00) if self._high else "\ufffd")
            self._high = 0
        else:
            self._write(chr(unit))
        self._left = self._state.skip

    def _read_bytes(self, data: bytes) -> None:
        if self._state.place in _RAW:
            if len(self._raw) < _MOST_RAW:
                self._raw += data
            return
        if self._left:
            passed = min(self._left, len(data))
            self._left -= passed
            data = data[passed:]
        if data:
            self._state = replace(self._state, fresh=False) if self._state.fresh else self._state
            self._held += data

    def _flush(self) -> None:
        if self._held:
            state = self._state
            font = state.shown_font
            page = self._fonts.get(self._font if font is None else font, "") or self._page
            text = bytes(self._held).decode(page, "replace")
            self._held = bytearray()
            self._put(text)

    def _write(self, text: str) -> None:
        self._flush()
        self._left = 0
        self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.place in _SILENT or state.place in _RAW:
            return
        place = state.place
        if place in _SHOWN:
            place = "deleted" if state.deleted else "hidden" if state.hidden else place
        self._out.setdefault(place, []).append(text)


def _from_hex(raw: bytearray) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", bytes(raw))
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
