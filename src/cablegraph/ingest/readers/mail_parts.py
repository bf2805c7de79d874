"""The parts of a message: what is its text, what are files in it, and what is sealed.

Knows messages within messages, sealed ones, and parts that are only named and lie elsewhere. Which of several forms of a text is taken is left to
``mail_alternatives``, its words to ``mail_text``, one part by itself to ``mail_part``. The trap: parts are nested without end, so they are taken without
recursion.
"""

import email
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.policy import compat32

from cablegraph.ingest.readers.mail_alternatives import choose_forms
from cablegraph.ingest.readers.mail_fields import read_field
from cablegraph.ingest.readers.mail_part import attached_message, file_name, payload_of
from cablegraph.ingest.readers.mail_seals import describe_pgp, describe_smime, open_smime
from cablegraph.ingest.readers.mail_text import read_text
from cablegraph.model import Trouble

_ENCRYPTED = {"multipart/encrypted", "application/pgp-encrypted"}
_SMIME = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_SIGNATURES = {
    "application/pkcs7-signature": describe_smime,
    "application/x-pkcs7-signature": describe_smime,
    "application/pgp-signature": describe_pgp,
}
_MESSAGES = {"message/rfc822", "message/global", "message/news"}
_TEXTS = {"text/plain", "text/html"}
_ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "application/pdf": ".pdf",
    "application/ms-tnef": ".tnef",
    "text/calendar": ".ics",
    "text/vcard": ".vcf",
    "text/x-vcard": ".vcf",
    "text/plain": ".txt",
    "text/html": ".html",
}
_MOST_PARTS = 10_000


@dataclass(slots=True)
class Parts:
    """What a message falls into: pieces of its text, named files, notes on repairs and signatures, troubles."""

    bodies: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    seals: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)
    """Names of files by the content id under which the text shows them."""


def take_parts(message: Message) -> Parts:
    """Sort the parts of a message, without recursion."""
    parts = Parts()
    texts: list[Message] = []
    for number, part in enumerate(_leaves(message, parts)):
        if number >= _MOST_PARTS:
            cause = f"The message has more than {_MOST_PARTS:,} parts; the rest was left"
            parts.troubles.append(Trouble("archive-too-many", cause))
            break
        if _is_body(part):
            texts.append(part)
        else:
            _take_file(part, parts)
    for part in texts:
        _take_text(part, parts)
    return parts


def _take_text(part: Message, parts: Parts) -> None:
    read = read_text(part, parts.shown)
    parts.bodies.append(read.words)
    if read.repaired:
        parts.repairs.append(read.repaired)
    if read.encrypted:
        parts.troubles.append(Trouble("mail-encrypted", "The text of the message is encrypted with PGP"))
    if read.seal:
        parts.seals.append(read.seal)


def _is_body(part: Message) -> bool:
    return part.get_content_type() in _TEXTS and not file_name(part) and part.get_content_disposition() != "attachment"


def _take_file(part: Message, parts: Parts) -> None:
    kind, name = part.get_content_type(), file_name(part)
    if kind in _MESSAGES:
        parts.files.append(attached_message(part, name, len(parts.files)))
    elif kind in _SIGNATURES:
        parts.seals.append(_SIGNATURES[kind](payload_of(part)))
    elif kind == "message/external-body":
        parts.troubles.append(
            Trouble("link-skipped", "A part of the message lies elsewhere and was not fetched", fatal=False)
        )
    elif kind == "message/partial":
        cause = "The message is one part of a longer one that was sent in several"
        parts.troubles.append(Trouble("archive-part", cause, fatal=False))
        parts.files.append((name or f"part-{len(parts.files) + 1}.eml", payload_of(part)))
    elif kind in _ENCRYPTED:
        parts.troubles.append(Trouble("mail-encrypted", "A part of the message is encrypted with PGP"))
    elif not part.is_multipart() or kind.startswith("message/"):
        name = name or f"part-{len(parts.files) + 1}{_ENDINGS.get(kind, '.bin')}"
        content_id = read_field(part, "Content-ID").strip("<> ")
        if content_id:
            parts.shown[content_id] = name
        data = payload_of(part) if not part.is_multipart() else part.as_string().encode("utf-8", "surrogateescape")
        parts.files.append((name, data))


def _leaves(message: Message, parts: Parts) -> Iterator[Message]:
    """Parts in order; of alternative forms the one that is taken, and every file within the others."""
    stack: list[Message] = [message]
    opened = 0
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        if kind in _SMIME and opened < _MOST_PARTS:
            opened += 1
            inner = _open_sealed(part, parts)
            if inner is not None:
                stack.append(inner)
            continue
        payload = part.get_payload()
        if kind == "multipart/encrypted":
            parts.troubles.append(Trouble("mail-encrypted", "The message is encrypted with PGP"))
            continue
        if kind.startswith("message/") or not isinstance(payload, list):
            yield part
            continue
        children = [p for p in payload if isinstance(p, Message)]
        if kind == "multipart/alternative":
            children = choose_forms(children)
        stack.extend(reversed(children))


def _open_sealed(part: Message, parts: Parts) -> Message | None:
    """The signed message that an S/MIME part wraps, or None where it is encrypted or no S/MIME."""
    data = payload_of(part)
    try:
        seal = open_smime(data)
    except ValueError:
        seal = None
    if seal is None or (not seal.locked and not seal.content):
        if seal is not None and seal.note:
            parts.seals.append(seal.note)
        else:
            cause = "A part of the message is sealed with S/MIME and cannot be opened"
            parts.troubles.append(Trouble("mail-encrypted", cause))
            parts.files.append((file_name(part) or "smime.p7m", data))
        return None
    if seal.locked:
        parts.troubles.append(Trouble("mail-encrypted", "A part of the message is encrypted with S/MIME"))
        return None
    parts.seals.append(seal.note)
    return email.message_from_bytes(seal.content, policy=compat32)
