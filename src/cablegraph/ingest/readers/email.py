"""Mail messages in any of their forms: as sent (.eml), as Apple Mail, Outlook and Exchange keep them (.emlx, .msg, winmail.dat), and sealed ones (.p7m).

Knows how a message becomes a page. The first lines of the text are the header fields, so that a citation can rest on them. The parts of a message are left
to ``mail_parts``, its header to ``mail_fields``, other forms to modules of their own that make a message out of them. The traps: the standard library's
newer policy raises on malformed headers, so the older one is used and fields are decoded here; and senders who declare Latin-1 or nothing at all while they
write windows-1256.
"""

import email
from collections.abc import Callable
from email.message import Message
from email.policy import compat32
from pathlib import Path

from cablegraph.ingest.budget import OverBudget, open_room
from cablegraph.ingest.members import MemberShelf
from cablegraph.ingest.plain import TITLE_LENGTH, clean_characters, find_title, plain_page
from cablegraph.ingest.readers.emlx import parse_emlx
from cablegraph.ingest.readers.mail_fields import read_fields, read_metadata
from cablegraph.ingest.readers.mail_parts import Parts, take_parts
from cablegraph.ingest.readers.outlook_message import parse_outlook
from cablegraph.ingest.readers.tnef import parse_tnef
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble

_CUT = {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect"}


class EmailReader:
    """Reads mail messages."""

    name = "email"
    version = "2"
    kinds = frozenset({"email"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a message into one page; attachments, inline images and attached messages are members."""
        reader = f"{self.name} {self.version}"
        try:
            message = _PARSERS[mime](content)
        except ValueError as error:
            return Reading(
                "email", mime, reader, troubles=(Trouble("file-damaged", f"The message cannot be read ({error})"),)
            )
        fields = read_fields(message)
        parts = take_parts(message)
        head = "\n".join(f"{name}: {text}" for name, text in fields.items())
        page = plain_page("\n\n".join(x for x in (head, *parts.bodies) if x), reader)
        parts.troubles += [Trouble("text-repaired", note, fatal=False) for note in dict.fromkeys(parts.repairs)]
        if any(type(d).__name__ in _CUT for part in message.walk() for d in part.defects):
            parts.troubles.append(
                Trouble("file-truncated", "The message ends before its last part is closed", fatal=False)
            )
        shelf = _lay(parts, content, task)
        title = fields.get("Subject", "")[:TITLE_LENGTH] or find_title("\n".join(parts.bodies), task.name)
        metadata = read_metadata(message)
        if parts.seals:
            metadata["mail:signature"] = "; ".join(dict.fromkeys(parts.seals))
        troubles = (*parts.troubles, *shelf.troubles)
        return Reading("email", mime, reader, (page,), title, metadata, tuple(shelf.members), troubles)


def parse_mail(content: Path) -> Message:
    """A message as it was sent."""
    return email.message_from_bytes(content.read_bytes().lstrip(b"\r\n"), policy=compat32)


def _parse_sealed(content: Path) -> Message:
    """A message around the bytes of a sealed one that was saved without its header."""
    message = Message(policy=compat32)
    data = content.read_bytes()
    if data.lstrip().startswith(b"-----BEGIN PGP"):
        message["Content-Type"] = "text/plain"
        message.set_payload(data.decode("utf-8", "surrogateescape"))
    else:
        message["Content-Type"] = "application/pkcs7-mime"
        message.set_payload(data.decode("ascii", "surrogateescape"))
    return message


_PARSERS: dict[str, Callable[[Path], Message]] = {
    "message/rfc822": parse_mail,
    "message/x-emlx": parse_emlx,
    "application/vnd.ms-outlook": parse_outlook,
    "application/vnd.ms-tnef": parse_tnef,
    "application/pkcs7-mime": _parse_sealed,
    "application/pgp-encrypted": _parse_sealed,
}


def _lay(parts: Parts, content: Path, task: Task) -> MemberShelf:
    shelf = MemberShelf(task.scratch, open_room(content.stat().st_size, task.limits, task.budget))
    if parts.files and task.depth >= task.limits.max_depth:
        cause = f"The message lies in {task.depth} containers, the limit is {task.limits.max_depth}; its attachments were left"
        shelf.troubles.append(Trouble("archive-too-deep", cause, fatal=False))
        return shelf
    for name, data in parts.files:
        shown = clean_characters(name)[:300]
        if not data:
            shelf.troubles.append(Trouble("file-empty", f"The attachment {shown} has no bytes", fatal=False))
            continue
        try:
            shelf.add_bytes(name.replace("/", "_"), data)
        except OverBudget as error:
            cause = f"{error.cause}, at the attachment {shown}; what came before is kept"
            shelf.troubles.append(Trouble(error.code, cause, fatal=False))
            break
    return shelf
