"""Web pages: what a reader of the page sees, what it hides, what its head says, and what it would have fetched or run.

Knows the page's head, its links and the pictures stored in its own text; the words are left to ``html_text``. Nothing is fetched or run. The trap: the
encoding that a page claims is often not the one it has.
"""

import base64
import binascii
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.plain import TITLE_LENGTH
from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.html_text import compose_text, parse_tree
from cablegraph.ingest.task import Task
from cablegraph.model import Reading

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}:)?//", re.IGNORECASE)
_STORED = re.compile(r"data:image/(png|jpe?g|gif|webp|tiff|bmp|avif)[^,]{0,60};base64,", re.IGNORECASE)
_NO_METADATA = {"viewport", "robots", "theme-color", "color-scheme", "format-detection", "referrer", "csrf-token"}


class HtmlReader:
    """Reads HTML files."""

    name = "html"
    version = "3"
    kinds = frozenset({"html"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a web page into one page of text; what it hides is a page of its own, pictures stored in it are members."""
        data = content.read_bytes()
        decoded = decode_declared(data, find_charset(data))
        draft = Draft(task, "html", mime, f"{self.name} {self.version}", len(data))
        draft.describe("text", {"encoding": decoded.encoding})
        if decoded.repaired:
            draft.trouble("text-repaired", decoded.repaired)
        return draft.finish(read_page(decoded.text, draft))


def find_charset(data: bytes) -> str | None:
    """The encoding that a page or an XML declaration claims at its beginning."""
    declared = _CHARSET.search(data[:4096]) or _XML_CHARSET.match(data[:200])
    return declared.group(1).decode("ascii") if declared else None


def parse_html(source: str) -> tuple[str, str]:
    """The title (may be empty) and the visible text of a page; paragraphs are parted by a blank line, cells of a row by a tab."""
    tree = parse_tree(source)
    return _title(tree), compose_text(tree.body, []).strip("\n") if tree.body else ""


def read_page(source: str, draft: Draft) -> str:
    """Add a web page to a draft, with what its head says, what it hides and what it would have fetched or run; returns its title, which may be empty."""
    tree = parse_tree(source)
    hidden: list[LexborNode] = []
    draft.add_page(compose_text(tree.body, hidden) if tree.body else "")
    words = [text for node in hidden if (text := compose_text(node, []).strip())]
    draft.add_extra("hidden text", words, "hidden")
    draft.signal("has-hidden-text", f"{len(words):,} places" if words else "")
    for meta in tree.css("meta"):
        name = meta.attributes.get("name") or meta.attributes.get("property")
        if name and re.fullmatch(r"[\w.:-]{1,60}", name) and name.lower() not in _NO_METADATA:
            draft.describe("html", {name.lower(): meta.attributes.get("content")})
    for link in tree.css("link[rel=canonical]"):
        draft.describe("html", {"canonical": link.attributes.get("href")})
    scripts = len(tree.css("script"))
    draft.signal("has-scripts", f"{scripts:,}" if scripts else "")
    fetched = [
        node.attributes.get("src") or ""
        for node in tree.css("img[src], iframe[src], embed[src], audio[src], video[src], source[src], frame[src]")
    ]
    draft.signal("has-external-links", (place[:200] for place in fetched if _OUTSIDE.match(place)))
    for number, place in enumerate(fetched, 1):
        _take_picture(place, number, draft)
    return _title(tree)


def _title(tree: LexborHTMLParser) -> str:
    title = tree.css_first("title")
    return " ".join(title.text().split())[:TITLE_LENGTH] if title else ""


def _take_picture(place: str, number: int, draft: Draft) -> None:
    """Lay a picture that is stored in the page's own text."""
    stored = _STORED.match(place)
    if stored:
        try:
            data = base64.b64decode(unquote_to_bytes(place[stored.end() :]))
        except binascii.Error:
            return
        draft.add_picture(f"picture-{number}.{stored[1].lower().replace('jpeg', 'jpg')}", data)
