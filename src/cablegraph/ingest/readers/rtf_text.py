r"""The words of an RTF file, letter by letter.

Knows groups, fonts with their code pages, and letters in their three spellings (bytes, hexadecimal bytes, ``\u`` with a stand-in for old programs). Which
words do what stands in ``data/rtf.yml``; where they go is left to ``rtf_places``. The traps: bytes next to each other may be halves of one letter, so they
are gathered before they are decoded; and a right-to-left run takes its code page from the associated font.
"""

from dataclasses import dataclass, field, replace

from cablegraph.ingest.readers.rtf_places import CLOCK, RAW, SHOWN, RtfPlaces
from cablegraph.ingest.readers.rtf_state import State, change_state, find_codec, rtf_words
from cablegraph.ingest.readers.rtf_tokens import Token, iter_tokens

_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\", "\n": "\n\n", "\r": "\n\n"}
_MOST_DEPTH = 5000


@dataclass(slots=True)
class RtfText:
    """Reads one file into ``places``. ``closed`` says whether its last group ended."""

    places: RtfPlaces = field(default_factory=RtfPlaces)
    closed: bool = False
    _held: bytearray = field(default_factory=bytearray)
    _state: State = field(default_factory=State)
    _stack: list[State] = field(default_factory=list)
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = 0
    _defined: int = 0
    _page: str = "cp1252"
    _left: int = 0
    _high: int = 0

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
            self.places.end(ended.place)
        self._left = 0
        self.closed = not self._stack

    def _read_word(self, token: Token) -> None:
        name, state = token.text, self._state
        if state.fresh:
            self._state = replace(state, fresh=False)
            if self._enter(name, state):
                return
        if state.place.startswith("info:") and token.number is not None and name in CLOCK:
            self.places.clock[name] = token.number
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
        elif place and (state.place != "none" or (place in RAW and state.outer != "none")):
            self.places.ending = ".bin"
            self._state = replace(self._state, place=place, outer=place if place in SHOWN else state.outer)
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
            self.places.put_raw(data.hex().encode())
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
            self.places.ending = ".png" if name == "pngblip" else ".jpg"
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
        if self._state.place in RAW:
            self.places.put_raw(data)
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
            self.places.put(text, self._state)

    def _write(self, text: str) -> None:
        self._flush()
        self._left = 0
        self.places.put(text, self._state)
