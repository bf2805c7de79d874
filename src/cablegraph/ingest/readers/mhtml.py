"""Web pages saved in one file (.mhtml, .mht, and Word's web page in one file).

Knows which part is the page and which are what it shows; the words are left to the reader of web pages. The trap: frames of a page are pages too, and every
advertisement is a frame; the first is the page, the others follow it.
"""

import email
import posixpath
from email.message import Message
from email.policy import compat32
from pathlib import Path
from urllib.parse import unquote, urlsplit

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.header_field import decode_field
from cablegraph.ingest.readers.html import find_charset, parse_html, read_page
from cablegraph.ingest.task import Task
from cablegraph.model import Reading

_ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "image/avif": ".avif",
}
_SHELL = (
    "text/css",
    "application/javascript",
    "text/javascript",
    "font/",
    "application/x-font",
    "application/font",
    "image/svg",
    "video/",
    "audio/",
)
_MOST_PARTS = 10_000


class MhtmlReader:
    """Reads saved web pages."""

    name = "mhtml"
    version = "1"
    kinds = frozenset({"webarchive"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a saved page: the page and each frame are pages, larger pictures and other files members."""
        data = content.read_bytes()
        draft = Draft(task, "webarchive", mime, f"{self.name} {self.version}", len(data))
        message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=compat32)
        head = {
            "location": message["Snapshot-Content-Location"] or message["Content-Location"],
            "date": message["Date"],
            "from": message["From"],
        }
        subject = decode_field(message["Subject"] or "")
        draft.describe("mhtml", {k: decode_field(v) for k, v in head.items() if v} | {"subject": subject})
        titles: list[str] = []
        parts = [p for p in message.walk() if not p.is_multipart()]
        for number, part in enumerate(parts[:_MOST_PARTS], 1):
            _take(part, number, draft, titles)
        if len(parts) > _MOST_PARTS:
            draft.trouble(
                "archive-too-many",
                f"The page has {len(parts):,} parts, the limit is {_MOST_PARTS:,}; the rest was left",
            )
        if any(type(d).__name__ == "CloseBoundaryNotFoundDefect" for d in message.defects):
            draft.trouble("file-truncated", "The page ends before its last part is closed")
        return draft.finish(next((t for t in titles if t), "") or subject)


def _take(part: Message, number: int, draft: Draft, titles: list[str]) -> None:
    kind = part.get_content_type()
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if kind in {"text/html", "application/xhtml+xml"}:
        text = decode_declared(data, part.get_content_charset() or find_charset(data)).text
        if draft.pages:
            words = parse_html(text)[1]
            if words.strip():
                draft.add_page(words, "frame")
        else:
            titles.append(read_page(text, draft))
    elif kind.startswith("image/"):
        draft.add_picture(_name(part, number, _ENDINGS.get(kind, ".bin")), data)
    elif kind == "text/plain" and not draft.pages:
        draft.add_page(decode_declared(data, part.get_content_charset()).text)
    elif not kind.startswith(_SHELL) and data:
        draft.add_member(_name(part, number, ".bin"), data)


def _name(part: Message, number: int, ending: str) -> str:
    """The last word of the part's address, under the ending that its type promises."""
    try:
        path = urlsplit(str(part["Content-Location"] or "")).path
    except ValueError:
        path = ""
    bare = unquote(posixpath.basename(path))[:120] or f"part-{number}"
    return bare if posixpath.splitext(bare)[1] else bare + ending
