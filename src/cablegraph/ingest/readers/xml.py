"""XML of any vocabulary: its words, each element that stands between others on a line of its own.

Knows nothing of what elements mean. A document type is never loaded and its entities are never expanded: they stand as they are written. The trap: in prose an
element may be one word in the middle of a sentence, so only elements without words beside them break a line.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.task import Task
from cablegraph.model import Reading
from cablegraph.text import decode

_SHOWN_ATTRIBUTES = frozenset({"title", "label", "name", "caption", "alt", "description", "value"})


class XmlReader:
    """Reads XML."""

    name = "xml"
    version = "1"
    kinds = frozenset({"xml"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read an XML file into one page; one that cannot be parsed stands as it is written."""
        from lxml import etree

        data = content.read_bytes()
        draft = Draft(task, "xml", mime, f"{self.name} {self.version}", len(data))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True)
        if _declares_entities(data):
            draft.signal("has-declared-entities", "not expanded")
            root = None
        else:
            root = _parse(data, parser)
            if parser.error_log.filter_from_errors() or root is None:
                draft.trouble("file-damaged", "The XML is damaged; what could be read of it is kept")
        if root is None:
            decoded = decode(data)
            draft.describe("text", {"encoding": decoded.encoding})
            draft.add_page(decoded.text)
        else:
            draft.describe("text", {"encoding": root.getroottree().docinfo.encoding})
            draft.add_page("\n".join(iter_lines(root)))
        return draft.finish()


def _parse(data: bytes, parser: Any) -> Any:
    from lxml import etree

    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _declares_entities(data: bytes) -> bool:
    """Whether the file declares entities; the bytes are looked at without their NULs, so that wide encodings hide nothing."""
    return b"<!ENTITY" in data.replace(b"\0", b"")


def iter_lines(root: Any) -> Iterator[str]:
    """The words of an element tree: a line for each element that stands alone, a blank line after elements that hold several."""
    held: list[str] = []
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            held.append(node)
            continue
        if node is _BREAK:
            line = " ".join("".join(held).split())
            held = []
            if line:
                yield line
            continue
        if not isinstance(node.tag, str):
            held.append(node.tail or "")
            continue
        alone = _stands_alone(node)
        named = [f"{v}" for k, v in node.attrib.items() if str(k).rpartition("}")[2] in _SHOWN_ATTRIBUTES]
        stack.append(node.tail or "")
        if alone:
            stack.append(_BREAK)
        stack.extend(reversed(list(node)))
        stack.append(node.text or "")
        if named:
            stack.extend((_BREAK, " ".join(named)))
        if alone:
            stack.append(_BREAK)
    line = " ".join("".join(held).split())
    if line:
        yield line


_BREAK = object()


def _stands_alone(node: Any) -> bool:
    """Whether no words stand beside an element in its parent."""
    parent = node.getparent()
    if parent is None:
        return True
    before = node.getprevious()
    beside = (parent.text if before is None else before.tail) or ""
    return not beside.strip() and not (node.tail or "").strip()
