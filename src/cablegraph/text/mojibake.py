"""Text that was decoded with the wrong code page, put right.

Knows UTF-8 read as windows-1252, windows-1256 or Mac Roman (once or twice over), windows-1256 read as windows-1252, and curly quotes of
windows-1252 left behind as control codes. Lines are repaired one by one, so a sound line beside a broken one stays as it is. The trap: a
single pair such as ``É»`` is honest French; only a line whose foreign characters nearly all belong to such sequences is touched.
"""

import re
from functools import cache

from cablegraph.text.plausibility import rate_plausibility

_SHARE = 0.8  # of a line's non-ASCII characters that must belong to UTF-8 sequences
_LONGEST_SEQUENCE = 4  # characters
_ROUNDS = 3
_SAMPLE = 4000
_WORD = 4  # characters that two letters of a word make; single letters may be an honest list
_SIGN = re.compile(r"[^\w\s،؛؟]")
_IN_WORDS = 2  # accented letters that speak for a line of Latin words
_IN_LATIN = re.compile(r"[A-Za-z][^\x00-\x7fطظعغ]")  # the four begin Arabic letters, which do not stand in Latin words
_GAIN = 1.0  # points per word by which another reading must win
_UNEXPECTED = re.compile(  # what no repaired line of ours contains: letters of far-off scripts, private use, undecodable bytes
    "[^\x00-\u017f\u02b9-\u02dd\u0300-\u036f\u0600-\u06ff\u1e00-\u1eff\u2000-\u206f\u20ac\u2116\u2122\u2190-\u25ff\ufb50-\ufeff\U0001f000-\U0001faff"
    "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u03a9\u03c0\uf8ff]"
)
_STRAY_QUOTES = {code: bytes([code]).decode("windows-1252") for code in (0x80, *range(0x91, 0x98), 0x99)}
_CONTROL = re.compile("[\x80\x91-\x97\x99]")
_ACCENTED = re.compile("[\u00c0-\u00ff]{3}")


def repair_mojibake(text: str) -> tuple[str, str | None]:
    """Return the text with wrong decodings undone, and one sentence on what was undone (None when nothing was)."""
    if text.isascii():
        return text, None
    notes: dict[str, int] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        for _ in range(_ROUNDS):
            repaired, codec = _undo_line(lines[number])
            if codec is None:
                break
            notes[codec] = notes.get(codec, 0) + 1
            lines[number] = repaired
    if notes:
        lines = [line.translate(_STRAY_QUOTES) for line in lines]
        said = " and ".join(f"{codec} ({count} lines)" for codec, count in sorted(notes.items()))
        return "\n".join(lines), f"UTF-8 that had been read as {said} was read again as UTF-8."
    again, note = _undo_western(text)
    if note is None and _CONTROL.search(text):
        again, note = (
            text.translate(_STRAY_QUOTES),
            "Curly quotes and dashes of windows-1252 left as control codes were read.",
        )
    return again, note


def sloppy_bytes(codec: str) -> dict[int, int]:
    """Return character -> byte of a one-byte code page; C1 controls stand for their own byte, as in Latin-1."""
    table = {code: code for code in range(0x80, 0xA0)}
    for byte in range(256):
        character = bytes([byte]).decode(codec, "ignore")
        if character:
            table[ord(character)] = byte
    return table


def _undo_line(line: str) -> tuple[str, str | None]:
    foreign = len(line) - len(line.encode("ascii", "ignore"))
    for codec in ("windows-1252", "windows-1256", "mac-roman"):
        lead, pattern, table = _sequences(codec)
        if not foreign or len(lead.findall(line)) * _LONGEST_SEQUENCE < foreign * _SHARE:
            continue
        found = pattern.findall(line)
        if sum(map(len, found)) < foreign * _SHARE or not found:
            continue
        if codec != "windows-1252" and not _has_words(line, pattern):
            continue
        repaired = pattern.sub(lambda match, table=table: _decode(match.group(), table), line)  # type: ignore[misc]
        if repaired != line and not _UNEXPECTED.search(repaired):
            return repaired, codec
    return line, None


def _has_words(line: str, pattern: re.Pattern[str]) -> bool:
    """Whether sequences stand as the letters of a word do; a letter before a comma is a sequence as well, but an honest one."""
    found = list(pattern.finditer(line))
    within = sum(_IN_LATIN.match(line, max(each.start() - 1, 0)) is not None for each in found)
    return within >= _IN_WORDS or any(len(each.group()) >= _WORD and _SIGN.search(each.group()) for each in found)


def _decode(sequence: str, table: dict[int, int]) -> str:
    return bytes(table[ord(each)] for each in sequence).decode("utf-8", "replace")


@cache
def _sequences(codec: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[int, int]]:
    table = sloppy_bytes(codec)

    def group(first: int, last: int) -> str:
        return "[" + "".join(re.escape(chr(code)) for code, byte in table.items() if first <= byte <= last) + "]"

    tail = group(0x80, 0xBF)
    pattern = f"(?:{group(0xC2, 0xDF)}{tail}|{group(0xE0, 0xEF)}{tail}{tail}|{group(0xF0, 0xF4)}{tail}{tail}{tail})+"
    return re.compile(group(0xC2, 0xF4)), re.compile(pattern), table


def _undo_western(text: str) -> tuple[str, str | None]:
    if not _ACCENTED.search(text):
        return text, None
    table = sloppy_bytes("windows-1252")
    if any(ord(each) not in table for each in set(text)):
        return text, None
    again = text.translate({code: bytes([byte]).decode("windows-1256") for code, byte in table.items()})
    if rate_plausibility(again[:_SAMPLE]) < rate_plausibility(text[:_SAMPLE]) + _GAIN:
        return text, None
    return again, "Windows-1256 that had been read as windows-1252 was read again as windows-1256."
