"""Web pages: the text that a reader of the page sees, with the breaks between its blocks.

Knows which elements break a line, which are never seen and which are hidden. Nothing is fetched or run. The trap: hostile pages nest
a hundred thousand deep, so the tree is walked with a stack of our own.
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
from cablegraph.ingest.task import Task
from cablegraph.model import Reading

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}:)?//", re.IGNORECASE)
_STORED = re.compile(r"data:image/(png|jpe?g|gif|webp|tiff|bmp|avif)[^,]{0,60};base64,", re.IGNORECASE)
_NO_METADATA = {"viewport", "robots", "theme-color", "color-scheme", "format-detection", "referrer", "csrf-token"}
_UNSEEN = {
    *(
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "datalist",
    ),
}
_PARAGRAPHS = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "blockquote", "pre", "body", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "form", "fieldset", "figure", "address"),
}
_LINES = {"li", "dt", "dd", "tr", "caption", "figcaption", "legend", "option", "summary"}
_NEVER_DEEP = {
    *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "body", "html", "head"),
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"),
}
"""Elements that are closed by the next of their kind, or hold nothing; many of them one after the other are not deep."""
_DEEPEST = 3000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})(?:[^<>]{0,2000}>)?")
_LINE, _PARAGRAPH, _CELL, _CELL_END = "\x01", "\x02", "\x03", "\x04"
_NO_MARKS = dict.fromkeys((1, 2, 3, 4), "\ufffd")
_INNER_CELL = re.compile("\x03([^\x03\x04]*)\x04")
_CELL_LETTERS = 300
"""A cell of more code points than this is taken for a part of the page's layout and keeps its breaks."""

_BREAKS = re.compile("[ \t]*[\x01\x02\n](?:[ \x01\x02\n]|\t(?=[\x01\x02\n\t]))*")
_SPACE = re.compile("[ \t\r\n\f]+")


class HtmlReader:
    """Reads HTML files."""

    name = "html"
    version = "2"
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


def _level(source: str) -> str:
    """The source without the tags that lie deeper than any honest page: a parser's time grows with the square of the depth."""
    if source.count("<") <= _DEEPEST:
        return source
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _NEVER_DEEP:
            return tag[0]
        if tag[1]:
            too_deep = depth > _DEEPEST
            depth = max(depth - 1, 0)
        else:
            depth += 1
            too_deep = depth > _DEEPEST
        return " " if too_deep else tag[0]

    return _TAG.sub(keep, source)


def parse_html(source: str) -> tuple[str, str]:
    """The title (may be empty) and the visible text of a page; paragraphs are parted by a blank line, cells of a row by a tab."""
    tree = LexborHTMLParser(_level(source.replace("\0", "\ufffd")))
    return _title(tree), _compose(tree.body, []).strip("\n") if tree.body else ""


def read_page(source: str, draft: Draft) -> str:
    """Add a web page to a draft, with what its head says, what it hides and what it would have fetched or run; returns its title, which may be empty."""
    tree = LexborHTMLParser(_level(source.replace("\0", "\ufffd")))
    hidden: list[LexborNode] = []
    draft.add_page(_compose(tree.body, hidden) if tree.body else "")
    words = [text for node in hidden if (text := _compose(node, []).strip())]
    draft.add_extra("hidden text", words)
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


def _compose(body: LexborNode, hidden: list[LexborNode]) -> str:
    """The text below an element with its breaks; elements inside that are hidden are put into ``hidden`` instead."""
    out: list[str] = []
    stack: list[LexborNode | str] = [body]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            out.append(node)
        elif node.is_text_node:
            out.append(_text_of(node))
        elif node.is_element_node and node.tag not in _UNSEEN:
            if node is not body and _is_hidden(node):
                hidden.append(node)
                continue
            before, after = _marks(node.tag or "")
            out.append(before)
            stack.append(after)
            children = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend(reversed(children))
    text = _INNER_CELL.sub(_flatten, "".join(out)).replace(_CELL, "").replace(_CELL_END, "")
    return _BREAKS.sub(_join, text)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_INVISIBLE.search(attributes.get("style") or ""))


def _marks(tag: str) -> tuple[str, str]:
    if tag in _PARAGRAPHS:
        return _PARAGRAPH, _PARAGRAPH
    if tag in _LINES:
        return _LINE, _LINE
    cell = (_CELL, f"{_CELL_END}\t")
    return {"br": ("\n", ""), "td": cell, "th": cell}.get(tag, ("", ""))


def _flatten(cell: re.Match[str]) -> str:
    """What stands in a cell, in one line unless it is long."""
    return (
        cell[1]
        if len(cell[1]) > _CELL_LETTERS
        else " ".join(cell[1].replace(_LINE, " ").replace(_PARAGRAPH, " ").split())
    )


def _join(run: re.Match[str]) -> str:
    """Breaks next to each other count once, the strongest of them; written line breaks all count."""
    marks = run.group()
    return "\n\n" if _PARAGRAPH in marks else "\n" * max(marks.count("\n"), 1)


def _text_of(node: LexborNode) -> str:
    text = (node.text_content or "").translate(_NO_MARKS)
    return text if node.parent is not None and node.parent.tag == "pre" else _SPACE.sub(" ", text)
