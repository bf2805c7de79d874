"""The header of a message: the lines that stand on its page, and what is kept of it as metadata.

Knows the keys of metadata: ``mail:`` and the field's name in small letters. Those by which messages are put into threads have one form:
``mail:message-id`` an id without its angle brackets, ``mail:in-reply-to`` and ``mail:references`` ids parted by one blank, oldest first. ``mail:date`` stays as
it was written, ``mail:date:iso`` is its twin and is missing where the field is no date. The trap: a program wrote the date; it is never that of the
document.
"""

import re
from email.message import Message

from cablegraph.ingest.plain import clean_characters
from cablegraph.ingest.readers.header_field import decode_field
from cablegraph.ingest.readers.metadata import describe

SHOWN = ("From", "To", "Cc", "Bcc", "Date", "Subject")
"""The fields that stand on the page, in this order."""

_KEPT = (
    *(
        "From",
        "Sender",
        "Reply-To",
        "To",
        "Cc",
        "Bcc",
        "Subject",
        "Date",
        "X-Mailer",
        "User-Agent",
        "Received",
        "List-Id",
    ),
    *("X-Originating-IP", "Return-Path", "Delivered-To", "Thread-Topic", "Thread-Index", "X-Priority", "X-Folder"),
)
_THREADING = ("Message-ID", "In-Reply-To", "References")
_ID = re.compile(r"<([^<>]{1,998})>")
_LONGEST = 4000
_MOST_IDS = 200


def read_fields(message: Message) -> dict[str, str]:
    """The fields that stand on the page, decoded, by name; those that are missing or empty are left out."""
    return {name: text for name in SHOWN if (text := read_field(message, name))}


def read_field(message: Message, name: str) -> str:
    """One field, decoded; several of that name are parted by semicolons."""
    values = [decode_field(value) for key, value in message.raw_items() if key.lower() == name.lower()]
    return clean_characters("; ".join(v for v in values if v))[:_LONGEST]


def read_metadata(message: Message) -> dict[str, str]:
    """What is kept of a header as metadata."""
    found = describe("mail", {name.lower(): read_field(message, name) for name in _KEPT})
    for name in _THREADING:
        ids = parse_ids(read_field(message, name))
        if ids:
            found[f"mail:{name.lower()}"] = ids[0] if name == "Message-ID" else " ".join(ids)
    return found


def parse_ids(value: str) -> tuple[str, ...]:
    """The message ids in a field, without brackets and blanks, each once, the last 200; a field without brackets is taken by words with an ``@``."""
    found = _ID.findall(value) or [word for word in value.split() if "@" in word]
    ids = dict.fromkeys("".join(x.split()) for x in found)
    return tuple(x for x in ids if x)[-_MOST_IDS:]
