"""What Exchange puts into ``winmail.dat`` (TNEF): a message with its text and files.

Knows how to make a message of it. Its structure is left to ``tnefparse``. The trap: that library takes the code page on trust and raises on one that it
does not know, and tells of what it meets in the log, which must not hold words of documents.
"""

import logging
import struct
from email.message import Message
from pathlib import Path
from typing import Any

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.readers.outlook_note import Note, NoteFile, compose_message

_SUBJECT, _FROM = 0x8004, 0x8000
_CONTENT_ID, _MIME = 0x3712, 0x370E
_DEEPEST = 20
_TAIL = b"\0\0"
"""The library passes over a last part of less than two bytes; behind these it does not."""


def parse_tnef(content: Path) -> Message:
    """The message in a TNEF file.

    Raises:
        ValueError: It is damaged.
    """
    from tnefparse import TNEF

    logging.getLogger("tnefparse").setLevel(logging.CRITICAL + 1)
    try:
        return _compose(TNEF(content.read_bytes() + _TAIL, do_checksum=False), 0)
    except (
        LookupError,
        TypeError,
        AttributeError,
        UnicodeError,
        UnboundLocalError,
        OverflowError,
        struct.error,
    ) as error:
        raise ValueError(type(error).__name__) from error


def _compose(found: Any, depth: int) -> Message:
    texts = {obj.name: _text(obj.data, found.codepage) for obj in found.msgprops}
    fields = {"From": texts.get(_FROM, ""), "Subject": texts.get(_SUBJECT, "")}
    files = []
    for one in found.attachments:
        inner = getattr(one, "embed", None)
        if inner is not None and depth < _DEEPEST:
            files.append(NoteFile(message=_compose(inner, depth + 1)))
            continue
        more = {a.name: _text(a.data, found.codepage) for a in one.mapi_attrs if a.name in {_CONTENT_ID, _MIME}}
        name = _text(one.long_filename() if isinstance(one._name, str) or not one._name else one._name, found.codepage)  # noqa: SLF001 - its own property decodes as UTF-8 only
        files.append(NoteFile(name, bytes(one.data), more.get(_CONTENT_ID, ""), more.get(_MIME, "")))
    rtf = found._rtfbody  # noqa: SLF001 - the public one needs a further library
    plain, html = _text(found.body, found.codepage), _text(found.htmlbody, found.codepage)
    return compose_message(Note("", fields, plain, html, rtf if isinstance(rtf, bytes) else b"", files))


def _text(value: Any, code_page: str | None) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, bytes):
        value = decode_declared(value, code_page).text
    return value.split("\0")[0] if isinstance(value, str) else ""
