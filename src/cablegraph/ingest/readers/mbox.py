"""Mailboxes in one file (mbox), read in one pass however large they are.

Knows where a message begins: at a line with ``From``, a sender and a time, after a blank line, before the first field of a header. Lines that the mailbox's
writer has masked by ``>`` get their first letters back. The traps: an unmasked ``From`` at the start of a sentence, which no header follows; and a
single line as long as the file.
"""

import email
import re
from collections.abc import Iterator
from email.policy import compat32
from pathlib import Path
from typing import IO

from cablegraph.ingest.readers.mail_part import message_name
from cablegraph.ingest.readers.unpack import Entry

_POSTMARK = re.compile(rb"From [^\r\n]{0,300}(?:\d\d:\d\d|\d{4})[^\r\n]{0,100}\r?\n?$")
_FIELD = re.compile(rb"[!-9;-~]{1,100}:")
_MASKED = re.compile(rb">+From ")
_LINE = 1 << 16
_HEADER = 1 << 18


def iter_mbox(content: Path) -> Iterator[Entry]:
    """Yield each message as an entry; its name is its number in the mailbox and its subject, the same at every reading."""
    with content.open("rb") as stream:
        lines = _Lines(stream)
        number = 0
        while lines.find_start():
            number += 1
            head = lines.take_header()
            name = message_name(email.message_from_bytes(head, policy=compat32), "message")
            yield Entry(f"{number:06} {name}", lambda head=head: _iter_message(head, lines))  # type: ignore[misc]
            lines.skip()


def _iter_message(head: bytes, lines: "_Lines") -> Iterator[bytes]:
    yield head
    yield from lines.iter_body()


class _Lines:
    """The lines of a mailbox, of which the next two are known."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._next = stream.readline(_LINE)
        self._after = stream.readline(_LINE)
        self._blank = True

    def _step(self) -> bytes:
        line, self._next, self._after = self._next, self._after, self._stream.readline(_LINE)
        self._blank = not line.strip()
        return line

    def _at_start(self) -> bool:
        return self._blank and _POSTMARK.match(self._next) is not None and _FIELD.match(self._after) is not None

    def find_start(self) -> bool:
        """Go behind the next line that begins a message; False at the end."""
        while self._next and not self._at_start():
            self._step()
        return bool(self._step())

    def take_header(self) -> bytes:
        """The header up to its blank line, or the first 256 KiB of what stands there."""
        out, size = [], 0
        while self._next and size < _HEADER:
            line = self._step()
            out.append(line)
            size += len(line)
            if self._blank:
                break
        return b"".join(out)

    def iter_body(self) -> Iterator[bytes]:
        """The lines up to the next message, unmasked; the blank one before it belongs to the mailbox."""
        held = b""
        while self._next and not self._at_start():
            line = self._step()
            yield held
            held = line if self._blank else b""
            if not self._blank:
                yield line[1:] if _MASKED.match(line) else line
        if not self._next:
            yield held

    def skip(self) -> None:
        """Go to the next message."""
        for _ in self.iter_body():
            pass
