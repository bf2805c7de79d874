"""Bytes to text, with a note of what had to be put right.

Knows byte order marks, UTF-8, UTF-16 without a mark, and files of which some lines are in UTF-8 and others in an old code page; which page it is
says :mod:`cablegraph.text.code_pages`. Text that was decoded wrongly before it was saved goes through :mod:`cablegraph.text.mojibake`. Never
raises. The trap: Arabic in UTF-16 is often valid ASCII byte by byte, so UTF-16 is asked about before UTF-8.
"""

import codecs
import re
from dataclasses import dataclass

from cablegraph.text.code_pages import choose_code_page, rate_reading, read_code_page
from cablegraph.text.mojibake import repair_mojibake
from cablegraph.text.utf7 import undo_utf7
from cablegraph.text.wide import find_wide, read_wide

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE = re.compile(rb"[^\n\r]*+[\n\r]++|[^\n\r]++")
_SOUND = 4  # sound UTF-8 sequences for each broken one, from which the bytes are UTF-8 with damage
_LOST = re.compile(r"(?<![\w?])\?{2,}(?![\w?])")
_LOST_LINE = 3  # words of question marks in a line, from which they stand for letters
_SPOILT = 8_192  # bytes of UTF-8 lines that are compared with the other page


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in (Python's name where it has one), and what was put right or is lost, in sentences, if anything."""

    text: str
    encoding: str
    repaired: str | None = None


def decode(data: bytes) -> Decoded:
    """Read bytes as text; bytes that cannot be read become U+FFFD and are counted in ``repaired``."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            if encoding.startswith("utf-16"):
                return _read_wide(body, encoding, [])
            return _finish(body.decode(encoding, "replace"), encoding)
    wide = find_wide(data)
    if wide is not None:
        return _read_wide(data, wide, [f"Read as {wide}; the byte order mark was missing."])
    try:
        return _finish(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _read_by_lines(data)


def _read_wide(data: bytes, encoding: str, notes: list[str]) -> Decoded:
    wide = read_wide(data, encoding)
    if wide.lost:
        notes = [
            *notes,
            f"Bytes of {encoding} had been lost in {wide.lost} places; what follows them was read rightly again.",
        ]
    return _finish(wide.text, encoding, *notes)


def _read_by_lines(data: bytes) -> Decoded:
    lines = _LINE.findall(data)
    foreign = [not _is_utf8(line) for line in lines]
    if not any(foreign):
        return _finish(data.decode("utf-8", "replace"), "utf-8")
    page = choose_code_page(b"".join(line for line, other in zip(lines, foreign, strict=True) if other))
    sound = b"".join(line for line, other in zip(lines, foreign, strict=True) if not other and not line.isascii())
    spoilt = sound[:_SPOILT]
    if rate_reading(read_code_page(spoilt, page)) >= rate_reading(spoilt.decode("utf-8", "replace")):
        return _finish(read_code_page(data, page), page)
    read = (
        read_code_page(line, page) if other else line.decode("utf-8", "replace")
        for line, other in zip(lines, foreign, strict=True)
    )
    return _finish("".join(read), "utf-8", f"{sum(foreign)} lines that were not UTF-8 were read as {page}.")


def _is_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8, if perhaps with a damaged byte."""
    text = line.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - broken >= broken * _SOUND


def _finish(text: str, encoding: str, *notes: str) -> Decoded:
    said = list(notes)
    broken = text.count("\ufffd")
    if broken:
        said.append(f"{broken} characters could not be read and stand as U+FFFD.")
    text, repaired = repair_mojibake(text)
    if repaired:
        said.append(repaired)
    shifted = undo_utf7(text)
    if shifted is not None:
        text, encoding = shifted, "utf-7"
        said.append("Letters written in UTF-7 were read.")
    lost = sum(len(_LOST.findall(line)) >= _LOST_LINE for line in text.split("\n")) if "??" in text else 0
    if lost:
        said.append(f"In {lost} lines question marks stand where letters were; those letters are lost.")
    return Decoded(text, encoding, " ".join(said) or None)
