"""UTF-7, in which old mail programs wrote whatever is not ASCII.

Knows the shifted stretches (``+Bi0GRAYv-``) and reads one only when all of it is Arabic script or punctuation, so that telephone numbers, sums and keys stay as
they are. The trap: any word behind a plus sign is a valid shifted stretch.
"""

import re

_SHIFTED = re.compile(r"\+([A-Za-z0-9/+]{3,})(?:-|(?![A-Za-z0-9/+]))")
_EXPECTED = re.compile("[ \u060c-\u06ff\u200b-\u200f\u2010-\u2026\u202a-\u202e\u00a0\u00ab\u00bb]+")
_ENOUGH = 4  # Arabic letters in a text before any of it is taken for UTF-7


def undo_utf7(text: str) -> str | None:
    """Return the text with its shifted stretches read, or None where nothing speaks for UTF-7."""
    if "+" not in text or not text.isascii():
        return None
    read = {stretch.group(): _read(stretch[1]) for stretch in _SHIFTED.finditer(text)}
    if sum(len(each or "") for each in read.values()) < _ENOUGH:
        return None
    return _SHIFTED.sub(lambda stretch: read[stretch.group()] or stretch.group(), text)


def _read(shifted: str) -> str | None:
    try:
        read = f"+{shifted}-".encode("ascii").decode("utf-7")
    except UnicodeDecodeError:
        return None
    return read if _EXPECTED.fullmatch(read) else None
