"""The words of a web page, with the breaks between its blocks.

Knows which elements break a line, which are never seen and which are hidden. What else a page says or would fetch is left to ``html``. The trap: hostile pages
nest a hundred thousand deep, so the tree is walked with a stack of our own, and tags beyond any honest depth are dropped before they are parsed.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
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


def parse_tree(source: str) -> LexborHTMLParser:
    """The tree of a page, no deeper than any honest one."""
    return LexborHTMLParser(_level(source.replace("\0", "\ufffd")))


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


def compose_text(body: LexborNode, hidden: list[LexborNode]) -> str:
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
