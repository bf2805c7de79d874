"""UTF-16 without its byte order mark, and UTF-16 that has lost a byte on the way.

Knows the upper halves of the characters that our texts are made of: in UTF-16 every second byte is one of them. After a lost byte they stand at the other
places; there one byte is given up, and what follows is read rightly again. The trap: Arabic in UTF-16 is often valid ASCII byte by byte.
"""

from dataclasses import dataclass

_SAMPLE = 8_192  # bytes on which UTF-16 is recognised
_UPPER = bytes([0x00, 0x06, 0x20, 0xFB, 0xFE])  # of Latin, Arabic, punctuation and presentation forms
_BEGINNING = 128  # bytes that tell the order of the two halves
_MOSTLY = 0.9
_ENOUGH = 16  # bytes that must read rightly once a byte is given up
_WINDOW = 64  # bytes that are looked at together; after a loss the characters of one window may be spoilt


@dataclass(frozen=True, slots=True)
class Wide:
    """A text that was read as UTF-16, Python's name of its byte order, and how many bytes had been lost."""

    text: str
    encoding: str
    lost: int


def find_wide(data: bytes) -> str | None:
    """Return ``"utf-16-le"`` or ``"utf-16-be"`` where the bytes speak for it, else None."""
    if len(data) < 4 or not _stays_wide(data[:_SAMPLE]):
        return None
    even, odd = data[:_BEGINNING:2], data[1:_BEGINNING:2]
    for half, other, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        controls, others = _count(half, b"\x00\x06"), _count(other, b"\x00\x06")
        if _is_upper(half) and controls * 2 > len(half) and others * 4 < controls:
            return encoding
    return None


def read_wide(data: bytes, encoding: str) -> Wide:
    """Read UTF-16; where bytes were lost, one character each stands as U+FFFD."""
    place = 1 if encoding == "utf-16-le" else 0
    pieces: list[str] = []
    start = position = lost = 0
    while position < len(data):
        window = data[position : position + _WINDOW]
        strange = next((i for i in range(place, len(window), 2) if window[i] not in _UPPER), None)
        end = position + _WINDOW if strange is None else position + strange - place
        following = data[end + 1 : end + 1 + _WINDOW]
        if (
            strange is None
            or _is_upper(data[end : end + _WINDOW][place::2])
            or len(following) < _ENOUGH
            or not _is_upper(following[place::2])
        ):
            position += _WINDOW
        else:
            pieces += (data[start:end].decode(encoding, "replace"), "\ufffd")
            start = position = end + 1
            lost += 1
    pieces.append(data[start:].decode(encoding, "replace"))
    return Wide("".join(pieces), encoding, lost)


def _stays_wide(sample: bytes) -> bool:
    """Whether upper halves stand at every second place, but for the windows in which a byte was lost."""
    windows = [sample[start : start + _WINDOW] for start in range(0, len(sample), _WINDOW)]
    wide = sum(_is_upper(each[0::2]) or _is_upper(each[1::2]) for each in windows)
    return wide >= _MOSTLY * len(windows) - 1


def _is_upper(half: bytes) -> bool:
    return _count(half, _UPPER) >= _MOSTLY * len(half)


def _count(data: bytes, values: bytes) -> int:
    return len(data) - len(data.translate(None, values))
