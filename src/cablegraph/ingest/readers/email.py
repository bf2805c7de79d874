"""Mail messages (.eml).

Knows which part of a message is its text and which parts are files in it. The first lines of the text are the header fields, so that a citation can
rest on them. The traps: the standard library's newer policy raises on malformed headers, so the older one is used and fields are decoded here; and
senders who declare Latin-1 or nothing at all while they write windows-1256.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.policy import compat32
from pathlib import Path

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.members import MemberShelf
from cablegraph.ingest.plain import TITLE_LENGTH, clean_characters, find_title, plain_page
from cablegraph.ingest.readers.header_field import decode_field
from cablegraph.ingest.readers.html import parse_html
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble

_SHOWN = ("From", "To", "Cc", "Bcc", "Date", "Subject")
_KEPT = (*_SHOWN, "Sender", "Reply-To", "Message-ID", "In-Reply-To", "References", "X-Mailer", "User-Agent", "Received")
_CUT = {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect"}
_ENCRYPTED = {"multipart/encrypted", "application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
_ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/html": ".html",
}
_MOST_PARTS = 10_000


@dataclass(slots=True)
class _Parts:
    """What a message falls into."""

    bodies: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


class EmailReader:
    """Reads mail messages."""

    name = "email"
    version = "1"
    kinds = frozenset({"email"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a message into one page; attachments, inline images and attached messages are members."""
        data = content.read_bytes()
        message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=compat32)
        fields = {name: text for name in _KEPT if (text := _field(message, name))}
        parts = _Parts()
        _take(message, parts)
        head = "\n".join(f"{name}: {fields[name]}" for name in _SHOWN if name in fields)
        reader = f"{self.name} {self.version}"
        page = plain_page("\n\n".join((head, *parts.bodies)), reader)
        parts.troubles += [Trouble("text-repaired", note, fatal=False) for note in dict.fromkeys(parts.repairs)]
        if any(type(d).__name__ in _CUT for part in message.walk() for d in part.defects):
            parts.troubles.append(
                Trouble("file-truncated", "The message ends before its last part is closed", fatal=False)
            )
        shelf = _lay(parts, task)
        title = fields.get("Subject", "")[:TITLE_LENGTH] or find_title("\n".join(parts.bodies), task.name)
        metadata = {f"mail:{k}": v for k, v in fields.items()}
        return Reading(
            "email", mime, reader, (page,), title, metadata, tuple(shelf.members), (*parts.troubles, *shelf.troubles)
        )


def _field(message: Message, name: str) -> str:
    values = [decode_field(value) for key, value in message.raw_items() if key.lower() == name.lower()]
    return clean_characters("; ".join(v for v in values if v))[:4000]


def _lay(parts: _Parts, task: Task) -> MemberShelf:
    shelf = MemberShelf(task.scratch)
    if parts.files and task.depth >= task.limits.max_depth:
        cause = f"The message lies in {task.depth} containers, the limit is {task.limits.max_depth}; its attachments were left"
        shelf.troubles.append(Trouble("archive-too-deep", cause, fatal=False))
        return shelf
    for name, data in parts.files:
        if data:
            shelf.add_bytes(name.replace("/", "_"), data)
        else:
            shelf.troubles.append(
                Trouble("file-empty", f"The attachment {clean_characters(name)[:300]} has no bytes", fatal=False)
            )
    return shelf


def _take(message: Message, parts: _Parts) -> None:
    """Sort the parts of a message into text and files, without recursion."""
    for number, part in enumerate(_leaves(message, parts)):
        kind = part.get_content_type()
        name = _file_name(part)
        if number >= _MOST_PARTS:
            parts.troubles.append(
                Trouble("archive-too-many", f"The message has more than {_MOST_PARTS:,} parts; the rest was left")
            )
            return
        attached = name or part.get_content_disposition() == "attachment"
        if kind in _ENCRYPTED:
            parts.troubles.append(Trouble("password-needed", "A part of the message is encrypted", fatal=False))
        if kind == "message/rfc822":
            parts.files.append(_attached_message(part, name, len(parts.files)))
        elif kind in {"text/plain", "text/html"} and not attached:
            decoded = decode_declared(_payload(part), part.get_content_charset())
            if decoded.repaired:
                parts.repairs.append(decoded.repaired)
            parts.bodies.append(parse_html(decoded.text)[1] if kind == "text/html" else decoded.text)
        elif not part.is_multipart():
            parts.files.append((name or f"part-{len(parts.files) + 1}{_ENDINGS.get(kind, '.bin')}", _payload(part)))


def _leaves(message: Message, parts: _Parts) -> Iterator[Message]:
    """Parts in order; of alternatives only the plain one, else the HTML one, but every file within them."""
    stack: list[Message] = [message]
    while stack:
        part = stack.pop()
        payload = part.get_payload()
        if part.get_content_type() == "message/rfc822" or not isinstance(payload, list):
            yield part
            continue
        if part.get_content_type() == "multipart/encrypted":
            parts.troubles.append(Trouble("password-needed", "The message is encrypted", fatal=False))
        children = [p for p in payload if isinstance(p, Message)]
        if part.get_content_type() == "multipart/alternative":
            children = _choose(children)
        stack.extend(reversed(children))


def _choose(children: list[Message]) -> list[Message]:
    plain = [c for c in children if c.get_content_type() == "text/plain" and _payload(c).strip()]
    if not plain:
        return [c for c in children if c.get_content_type() != "text/plain"]
    files = [
        p
        for c in children
        if c not in plain
        for p in c.walk()
        if not p.is_multipart() and not p.get_content_type().startswith("text/")
    ]
    return [plain[0], *files]


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, UnicodeError):
        name = ""
    return decode_field(name).strip().replace("\n", " ")


def _attached_message(part: Message, name: str, number: int) -> tuple[str, bytes]:
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, Message):
        return name or f"message-{number + 1}.eml", _payload(part)
    try:
        data = inner.as_bytes()
    except (UnicodeError, LookupError, KeyError, ValueError, TypeError):
        data = str(inner).encode("utf-8", "surrogateescape")
    subject = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", _field(inner, "Subject")).strip()[:80]
    return name or f"{subject or f'message-{number + 1}'}.eml", data
