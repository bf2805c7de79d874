"""Bytes to text, with a note of what had to be put right.

Knows byte order marks, UTF-8, UTF-16 without a mark, and the one-byte code pages that Persian and Arabic files come in; text that was
decoded wrongly before it was saved goes through :mod:`cablegraph.text.mojibake`. Never raises. The trap: Arabic in UTF-16 is often
valid ASCII byte by byte, so UTF-16 is asked about before UTF-8.
"""

import codecs
from dataclasses import dataclass

from cablegraph.text.mojibake import repair_mojibake
from cablegraph.text.plausibility import rate_plausibility

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = ("windows-1252", "windows-1256", "iso-8859-6")  # the first wins where they say the same
_SAMPLE = 8_192  # bytes on which a code page is chosen
_HIGH_BYTES = frozenset(
    {0x00, 0x06, 0x20, 0xFB, 0xFE}
)  # upper halves of Latin, Arabic, punctuation and presentation forms
_MOSTLY = 0.9
_SOUND = 4  # sound UTF-8 sequences for each broken one, from which the bytes are UTF-8 with damage


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in (Python's name), and one sentence on what was put right, if anything was."""

    text: str
    encoding: str
    repaired: str | None = None


def decode(data: bytes) -> Decoded:
    """Read bytes as text; bytes that cannot be read become U+FFFD and are counted in ``repaired``."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _finish(data[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _find_wide(data)
    if wide is not None:
        return _finish(data.decode(wide, "replace"), wide, f"Read as {wide}; the byte order mark was missing.")
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    return _finish(text, "utf-8") if sound >= broken * _SOUND else _read_code_page(data)


def _read_code_page(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    best = max(_CODE_PAGES, key=lambda encoding: rate_plausibility(sample.decode(encoding, "replace")))
    return _finish(data.decode(best, "replace"), best)


def _find_wide(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2], sample[1::2]
    for half, other, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        upper = sum(byte in _HIGH_BYTES for byte in half)
        controls = sum(byte in {0x00, 0x06} for byte in half)
        others = sum(byte in {0x00, 0x06} for byte in other)
        if upper >= _MOSTLY * len(half) and controls * 2 > len(half) and others * 4 < controls:
            return encoding
    return None


def _finish(text: str, encoding: str, note: str | None = None) -> Decoded:
    notes = [note] if note else []
    broken = text.count("\ufffd")
    if broken:
        notes.append(f"{broken} characters could not be read and stand as U+FFFD.")
    text, repaired = repair_mojibake(text)
    if repaired:
        notes.append(repaired)
    return Decoded(text, encoding, " ".join(notes) or None)
