"""Plain text whose lines a mail program has folded (RFC 3676, ``format=flowed``), put together again.

Knows soft line breaks, their quotation marks and stuffed blanks. The trap: the line ``-- `` before a signature ends in a blank and is no soft break.
"""

import re

_QUOTES = re.compile(">*")
_SIGNATURE = "-- "


def unflow(text: str, *, drop_blank: bool = False) -> str:
    """The text with one line for each paragraph; quoted lines keep their marks.

    Args:
        text: Lines as they stand in the mail.
        drop_blank: Whether the blank before a soft break goes too (``DelSp=yes``), as in scripts without blanks between words.
    """
    out: list[str] = []
    flowing, last = False, 0
    for line in text.splitlines():
        depth = len(_QUOTES.match(line).group())  # type: ignore[union-attr]
        body = line[depth:].removeprefix(" ")
        soft = body.endswith(" ") and body != _SIGNATURE
        kept = body[:-1] if soft and drop_blank else body
        if flowing and depth == last and body != _SIGNATURE:
            out[-1] += kept
        else:
            out.append(f"{'>' * depth} {kept}" if depth else kept)
        flowing, last = soft, depth
    return "\n".join(out)
