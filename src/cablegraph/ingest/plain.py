"""Text as every reader hands it over: lines ended by LF, no blanks at their ends, one blank line between paragraphs, no NULs.

Knows characters that no page may hold. What the text says is left to ``text`` and ``extract``.
"""

import re

from cablegraph.model import PageText
from cablegraph.text import find_language

TITLE_LENGTH = 120
"""The most code points of a title."""

_BREAK = re.compile("\r\n?|[\u0085\u2028\u2029\x0b]")
_CONTROL = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufdd0-\ufdef]")
_TRAILING = re.compile("[ \t\u00a0]+$", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")


def clean_characters(text: str) -> str:
    """Replace characters that no page may hold (controls, unpaired surrogates, noncharacters) by U+FFFD, one for one."""
    return _CONTROL.sub("\ufffd", text)


def clean_text(text: str) -> str:
    """The text with line ends, blanks and characters as every reader hands them over; paragraphs stay apart by one blank line."""
    text = clean_characters(_BREAK.sub("\n", text))
    return _BLANKS.sub("\n\n", _TRAILING.sub("", text)).strip("\n")


def plain_page(text: str, reader: str) -> PageText:
    """A page of a file that says its own text."""
    cleaned = clean_text(text)
    return PageText(cleaned, find_language(cleaned), "text", reader)


def find_title(text: str, name: str) -> str:
    """The first line with a letter or digit if it is short enough, else the bare file name."""
    for line in text[:4000].splitlines():
        if any(c.isalnum() for c in line):
            title = " ".join(line.split())
            return title if len(title) <= TITLE_LENGTH else name.rpartition("/")[2][:TITLE_LENGTH]
    return name.rpartition("/")[2][:TITLE_LENGTH]
