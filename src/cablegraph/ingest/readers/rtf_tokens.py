r"""The marks of Rich Text Format: groups, control words with their numbers, bytes and letters.

Knows the syntax only; what the words mean is left to ``rtf``. The trap: ``\bin`` is followed by raw bytes that may hold braces.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"""\\([A-Za-z]{1,32})(-?\d{1,10})?[ ]?   # a control word, its number, the blank that ends it
    |\\'([0-9A-Fa-f]{2})                       # a byte in hexadecimal
    |\\([^A-Za-z])                             # a control symbol
    |([{}])
    |[\r\n]+
    |([^\\{}\r\n]+)""",
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """``kind`` is ``open``, ``close``, ``word``, ``symbol`` or ``bytes``; ``number`` is None where a control word has none."""

    kind: str
    text: str = ""
    number: int | None = None
    data: bytes = b""


def iter_tokens(source: bytes) -> Iterator[Token]:
    """The tokens of a file, in order; what is no token is passed over."""
    at = 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        word, number, byte, symbol, brace, plain = found.groups()
        if word is not None:
            value = int(number) if number else None
            name = word.decode("ascii")
            if name == "bin" and value and value > 0:
                yield Token("word", "bin", value, source[at : at + value])
                at += value
            else:
                yield Token("word", name, value)
        elif byte is not None:
            yield Token("bytes", data=bytes((int(byte, 16),)))
        elif symbol is not None:
            yield Token("symbol", symbol.decode("latin-1"))
        elif brace is not None:
            yield Token("open" if brace == b"{" else "close")
        elif plain is not None:
            yield Token("bytes", data=plain)
