"""Web pages: the text that a reader of the page sees, with the breaks between its blocks.

Knows which elements break a line and which are never seen. Nothing is fetched or run. The trap: hostile pages nest a hundred thousand deep, so the
tree is walked with a stack of our own.
"""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.plain import TITLE_LENGTH, find_title, plain_page
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_UNSEEN = {
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
}
_PARAGRAPHS = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "blockquote", "pre", "body", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "form", "fieldset", "figure", "address"),
}
_LINES = {"li", "dt", "dd", "tr", "caption", "figcaption", "legend", "option", "summary"}
_LINE, _PARAGRAPH = "\x01", "\x02"
_NO_MARKS = {1: "\ufffd", 2: "\ufffd"}
_BREAKS = re.compile("[ \t]*[\x01\x02\n](?:[ \x01\x02\n]|\t(?=[\x01\x02\n\t]))*")
_SPACE = re.compile("[ \t\r\n\f]+")


class HtmlReader:
    """Reads HTML files."""

    name = "html"
    version = "1"
    kinds = frozenset({"html"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a web page into one page of text."""
        data = content.read_bytes()
        declared = _CHARSET.search(data[:4096])
        decoded = decode_declared(data, declared.group(1).decode("ascii") if declared else None)
        title, text = parse_html(decoded.text)
        reader = f"{self.name} {self.version}"
        page = plain_page(text, reader)
        troubles = (Trouble("text-repaired", decoded.repaired, fatal=False),) if decoded.repaired else ()
        return Reading(
            "html",
            mime,
            reader,
            (page,),
            title or find_title(page.text, task.name),
            {"encoding": decoded.encoding},
            troubles=troubles,
        )


def parse_html(source: str) -> tuple[str, str]:
    """The title (may be empty) and the visible text of a page; paragraphs are parted by a blank line, cells of a row by a tab."""
    tree = LexborHTMLParser(source.replace("\0", "\ufffd"))
    title = tree.css_first("title")
    named = " ".join(title.text().split())[:TITLE_LENGTH] if title else ""
    return named, _compose(tree.body).strip("\n") if tree.body else ""


def _compose(body: LexborNode) -> str:
    out: list[str] = []
    stack: list[LexborNode | str] = [body]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            out.append(node)
        elif node.is_text_node:
            out.append(_text_of(node))
        elif node.is_element_node and node.tag not in _UNSEEN and "hidden" not in node.attributes:
            before, after = _marks(node.tag or "")
            out.append(before)
            stack.append(after)
            children = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend(reversed(children))
    return _BREAKS.sub(_join, "".join(out))


def _marks(tag: str) -> tuple[str, str]:
    if tag in _PARAGRAPHS:
        return _PARAGRAPH, _PARAGRAPH
    if tag in _LINES:
        return _LINE, _LINE
    return {"br": ("\n", ""), "td": ("", "\t"), "th": ("", "\t")}.get(tag, ("", ""))


def _join(run: re.Match[str]) -> str:
    """Breaks next to each other count once, the strongest of them; written line breaks all count."""
    marks = run.group()
    return "\n\n" if _PARAGRAPH in marks else "\n" * max(marks.count("\n"), 1)


def _text_of(node: LexborNode) -> str:
    text = (node.text_content or "").translate(_NO_MARKS)
    return text if node.parent is not None and node.parent.tag == "pre" else _SPACE.sub(" ", text)
