"""A message as Outlook and Exchange know it, made into a message as it is sent.

Knows which of Outlook's properties become which field of a header, and the forms of a text. Where the values come from is left to the readers of .msg,
PST and TNEF. The trap: the header that came over the network is kept by Outlook beside its own values and describes parts that are no longer there, so
its fields are taken and its description of the parts is not.
"""

import email
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from hashlib import sha256

from cablegraph.ingest.readers.rtf_packed import unpack_rtf

_OF_PARTS = {"content-type", "content-transfer-encoding", "mime-version", "content-disposition", "content-id"}
_SPECIAL = re.compile(r'[,;:<>@"()\[\]\\]')
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_TICKS = 10


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A file in a message: its name, bytes, content id and media type; or a ``message`` that is attached."""

    name: str = ""
    data: bytes = b""
    content_id: str = ""
    mime: str = ""
    message: "Message | None" = None


@dataclass(frozen=True, slots=True)
class Note:
    """What Outlook holds of a message. ``header`` is the one that came over the network, ``fields`` are Outlook's own values by name of field."""

    header: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    plain: str = ""
    html: str = ""
    rtf: bytes = b""
    files: Sequence[NoteFile] = ()


def compose_message(note: Note) -> Message:
    """A message with the note's fields, the forms of its text and its files; RTF that is the only form of a text is a file."""
    message = Message(policy=compat32)
    sent = email.message_from_string(note.header.lstrip(), policy=compat32)
    for name, value in sent.raw_items():
        if name.lower() not in _OF_PARTS:
            message[name] = value
    for name, value in note.fields.items():
        if value and name not in message:
            message[name] = " ".join(value.split())
    mark = _mark(note)
    message["MIME-Version"] = "1.0"
    message["Content-Type"] = f'multipart/mixed; boundary="{mark}"'
    message.set_payload([])
    message.attach(_compose_text(note, mark))
    if note.rtf and not note.plain.strip() and not note.html.strip():
        message.attach(_compose_file(NoteFile("message.rtf", unpack_rtf(note.rtf), mime="application/rtf")))
    for one in note.files:
        message.attach(_compose_file(one))
    return message


def _mark(note: Note) -> str:
    """A line between parts that is the same at every reading, so that equal messages have equal bytes, and that no part can hold."""
    digest = sha256("\0".join((note.header, *note.fields.values(), note.plain, note.html)).encode("utf-8", "replace"))
    for one in note.files:
        digest.update(one.data + b"\0")
        digest.update((one.message.get_boundary() or "" if one.message else "").encode())
    return f"=_{digest.hexdigest()[:40]}"


def _compose_text(note: Note, mark: str) -> Message:
    forms = [("plain", note.plain)] if note.plain.strip() or not note.html.strip() else []
    forms += [("html", note.html)] if note.html.strip() else []
    parts = [MIMEText(text.encode("utf-8", "replace").decode("utf-8"), kind, "utf-8") for kind, text in forms]
    if len(parts) == 1:
        return parts[0]
    both = Message(policy=compat32)
    both["Content-Type"] = f'multipart/alternative; boundary="{mark}_text"'
    both.set_payload([])
    for part in parts:
        both.attach(part)
    return both


def _compose_file(one: NoteFile) -> Message:
    from email.encoders import encode_base64

    if one.message is not None:
        part: Message = MIMEBase("message", "rfc822")
        part.attach(one.message)
        return part
    kind, _, detail = one.mime.partition("/")
    known = bool(kind and detail) and kind not in {"multipart", "message", "text"} and one.mime.isascii()
    part = MIMEBase(kind, detail) if known else MIMEBase("application", "octet-stream")
    part.set_payload(one.data)
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", one.name) if one.name else "unnamed")
    if one.content_id:
        part["Content-ID"] = f"<{one.content_id.strip('<>')}>"
    return part


def format_ticks(ticks: int) -> str:
    """A time in hundreds of nanoseconds since 1601, as a header field has it; empty for one that no calendar has."""
    try:
        return format_datetime(_EPOCH + timedelta(microseconds=ticks // _TICKS)) if ticks > 0 else ""
    except OverflowError:
        return ""


def format_party(name: str, address: str) -> str:
    """A person and an address as a header field has them; an address inside Exchange is left out."""
    name, address = " ".join(name.split()), address.strip()
    if "@" not in address:
        return name or address
    if not name or name == address:
        return address
    return f'"{name.replace(chr(34), "")}" <{address}>' if _SPECIAL.search(name) else f"{name} <{address}>"
