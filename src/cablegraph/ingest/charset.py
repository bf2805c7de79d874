"""Bytes that declare an encoding, as in mail and HTML.

Knows when a declaration can be believed: a strict encoding that decodes without error. Declared Latin-1 or ASCII proves nothing (every byte decodes,
and Arabic-script mail in windows-1256 often claims it), so such bytes, like those without a declaration, are left to ``text.decode``.
"""

import codecs

from cablegraph.text import Decoded, decode

_WEAK = {"ascii", "iso8859-1", "cp1252"}
_NO_TEXT = {"base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "punycode", "idna", "undefined"}


def decode_declared(data: bytes, charset: str | None) -> Decoded:
    """Decode with the declared encoding if it is known, strict and without error; never raises."""
    try:
        codec = codecs.lookup(charset.strip().strip("\"'")) if charset else None
    except (LookupError, ValueError, UnicodeError):
        codec = None
    if codec is None or codec.name in _WEAK or codec.name.startswith("utf") or codec.name in _NO_TEXT:
        return decode(data)
    try:
        return Decoded(data.decode(codec.name), codec.name, None)
    except (UnicodeError, ValueError):
        return decode(data)
