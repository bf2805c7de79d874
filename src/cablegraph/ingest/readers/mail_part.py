"""One part of a message: its bytes, the parameters of its header, and the name of the file that it is.

Knows every way of writing a name that is not ASCII: RFC 2231, RFC 2047 and raw bytes, right or wrong. The trap: the standard library turns raw
8-bit bytes in a field into question marks, so the field is decoded before it is taken apart.
"""

import re
from email.errors import MessageError
from email.message import Message
from email.policy import compat32

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.readers.header_field import decode_field
from cablegraph.ingest.readers.mail_fields import read_field


def payload_of(part: Message) -> bytes:
    """The bytes of a part with its transfer encoding undone; empty for one that has parts of its own."""
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def file_name(part: Message) -> str:
    """The name that a part gives its file, decoded however it was written; empty where it has none."""
    for name, key in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        if found := read_parameter(part, key, name):
            return found
    return ""


def read_parameter(part: Message, key: str, header: str = "Content-Type") -> str:
    """A parameter of a field of a part, with its encoding (RFC 2231, RFC 2047 or raw bytes) undone."""
    raw = next((str(value) for name, value in part.raw_items() if name.lower() == header.lower()), "")
    if key not in raw.lower():
        return ""
    if any("\udc80" <= c <= "\udcff" for c in raw):
        raw = decode_field(raw)
    single = Message(policy=compat32)
    single[header] = raw.replace("\r", " ").replace("\n", " ")
    try:
        value = single.get_param(key, header=header)
    except (ValueError, LookupError, TypeError, UnicodeError, MessageError):
        return ""
    if isinstance(value, tuple):
        charset, _, text = value
        value = decode_declared(text.encode("latin-1", "replace"), charset).text
    return decode_field(value).strip().replace("\n", " ") if isinstance(value, str) else ""


def message_name(message: Message, otherwise: str) -> str:
    """The name of a message that has no file: its subject, without signs that file systems dislike."""
    subject = re.sub(r'[\\/:*?"<>|\x00-\x1f\x7f]+', " ", read_field(message, "Subject"))
    return f"{' '.join(subject.split())[:80].strip() or otherwise}.eml"


def attached_message(part: Message, name: str, number: int) -> tuple[str, bytes]:
    """The message that a part holds, as a file with a name of its own; ``number`` tells it from others without one."""
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, Message):
        return name or f"message-{number + 1}.eml", payload_of(part)
    try:
        data = inner.as_bytes()
    except (UnicodeError, LookupError, KeyError, ValueError, TypeError):
        data = str(inner).encode("utf-8", "surrogateescape")
    return name or message_name(inner, f"message-{number + 1}"), data
