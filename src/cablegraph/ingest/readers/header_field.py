"""The value of one mail header field as text.

Knows folded lines, encoded words (RFC 2047), also broken ones, and raw 8-bit bytes, which no standard allows and Persian and Arabic mailers write all
the same. Never raises.
"""

import re
from base64 import b64decode
from binascii import Error as BinasciiError
from quopri import decodestring

from cablegraph.ingest.charset import decode_declared
from cablegraph.text import decode

_FOLD = re.compile(r"\r?\n[ \t]+|[\r\n]+")
_GAP = re.compile(r"(\?=)\s+(?==\?)")
_RUN = re.compile(r"(?:=\?[^?\s]{1,40}\?[bBqQ]\?[^?]*\?=)+")
_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")


def decode_field(raw: object) -> str:
    """The text of a raw header value, unfolded and decoded; bytes that the parser hid as surrogates are decoded by what they look like."""
    value = _FOLD.sub(" ", str(raw)).strip()
    if not value.isascii():
        value = decode(value.encode("utf-8", "surrogateescape")).text if _has_hidden_bytes(value) else value
    return _RUN.sub(lambda run: _decode_run(run.group()), _GAP.sub(r"\1", value))


def _has_hidden_bytes(value: str) -> bool:
    return any("\udc80" <= c <= "\udcff" for c in value)


def _decode_run(run: str) -> str:
    """Decode neighbouring encoded words together, since mailers cut them in the middle of a character."""
    out: list[str] = []
    held, held_charset = b"", ""
    for charset, encoding, payload in _WORD.findall(run):
        data = _decode_word(encoding, payload)
        name = charset.partition("*")[0].lower()
        if held and name != held_charset:
            out.append(decode_declared(held, held_charset).text)
            held = b""
        held, held_charset = held + data, name
    out.append(decode_declared(held, held_charset).text)
    return "".join(out)


def _decode_word(encoding: str, payload: str) -> bytes:
    data = payload.encode("utf-8", "surrogateescape")
    if encoding in "qQ":
        return decodestring(data, header=True)
    try:
        return b64decode(re.sub(rb"[^A-Za-z0-9+/]", b"", data) + b"===")
    except (BinasciiError, ValueError):
        return data
