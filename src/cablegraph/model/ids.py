"""Stable ids: the same content gives the same id on every machine and in every run.

Nothing random and no clock goes in, so that two runs over the same originals export the same bytes.
"""

import hashlib


def make_id(prefix: str, *parts: object) -> str:
    """An id of 20 hexadecimal digits behind a prefix.

    Args:
        prefix: One or two letters that tell a reader what kind of thing this is, such as ``m`` for a mention.
        parts: What the thing is made of; the order counts.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def text_checksum(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
