"""Word documents (.docx).

Knows paragraphs and tables in their order, headers and footers, notes, and which text is deleted. The trap: python-docx passes over text inserted under
change tracking, in content controls and in text boxes, so the text is gathered from the XML and python-docx opens the package.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cablegraph.ingest.members import MemberShelf
from cablegraph.ingest.plain import find_title, plain_page
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_PASSED = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback"}
_NOTES = ("footnotes", "endnotes", "comments")
_PICTURE_BYTES = 10_000
"""Pictures below this size are taken for ornaments and not read."""

_READABLE = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp"}
_CORE = (
    "author",
    "last_modified_by",
    "title",
    "subject",
    "keywords",
    "category",
    "comments",
    "created",
    "modified",
    "revision",
)


class DocxReader:
    """Reads .docx files."""

    name = "docx"
    version = "1"
    kinds = frozenset({"docx"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a Word document into one page; its larger pictures and embedded files are members."""
        reader = f"{self.name} {self.version}"
        trouble = _find_bomb(content, task)
        if trouble:
            return Reading("docx", mime, reader, troubles=(trouble,))
        import docx

        document = docx.Document(str(content))
        page = plain_page("\n\n".join(_gather(document)), reader)
        properties = document.core_properties
        metadata = {f"docx:{k}": str(v) for k in _CORE if (v := getattr(properties, k, None))}
        shelf = MemberShelf(task.scratch)
        if task.depth < task.limits.max_depth:
            _take_members(document, shelf)
        return Reading(
            "docx",
            mime,
            reader,
            (page,),
            find_title(page.text, task.name),
            metadata,
            tuple(shelf.members),
            tuple(shelf.troubles),
        )


def _find_bomb(content: Path, task: Task) -> Trouble | None:
    """Trouble when the parts grow beyond the limits; zipfile never gives out more than is declared, so the sum is a bound."""
    with zipfile.ZipFile(content) as package:
        infos = package.infolist()
        grown = sum(i.file_size for i in infos)
        if any(i.flag_bits & 1 for i in infos):
            return Trouble("password-needed", "The document is locked with a password")
    if grown > max(content.stat().st_size * task.limits.max_expansion, 16 * 2**20) or grown > 512 * 2**20:
        return Trouble("archive-bomb", f"The document grows to {grown / 2**20:,.0f} MiB when unpacked")
    return None


def _gather(document: Any) -> Iterator[str]:
    shown: set[str] = set()
    heads = [x for s in document.sections for x in (s.first_page_header, s.header, s.even_page_header)]
    feet = [x for s in document.sections for x in (s.footer, s.first_page_footer, s.even_page_footer)]
    yield from _margins(heads, shown)
    yield from _blocks(document.element.body)
    yield from _margins(feet, shown)
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.rpartition("/")[2] in _NOTES:
            from lxml import etree

            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            yield from _blocks(etree.fromstring(relation.target_part.blob, parser))


def _margins(parts: list[Any], shown: set[str]) -> Iterator[str]:
    for part in parts:
        if part.is_linked_to_previous:
            continue
        text = "\n\n".join(_blocks(part._element))  # noqa: SLF001 - python-docx has no other way to the XML of a header
        if text and text not in shown:
            shown.add(text)
            yield text


def _blocks(element: Any) -> Iterator[str]:
    """Paragraphs and tables below an element, in order; a table is one block with a line for each row and a tab between cells."""
    for child in element:
        if child.tag == f"{_W}p":
            text = _paragraph(child).strip()
            if text:
                yield text
        elif child.tag == f"{_W}tbl":
            rows = ("\t".join(_cell(c) for c in _own(row, f"{_W}tc")) for row in _own(child, f"{_W}tr"))
            yield "\n".join(r for r in rows if r.strip())
        elif isinstance(child.tag, str) and child.tag not in _PASSED:
            yield from _blocks(child)


def _own(element: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, through content controls and tracked changes, without those of tables inside."""
    for child in element:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _PASSED and child.tag not in {f"{_W}tbl", f"{_W}tc"}:
            yield from _own(child, tag)


def _cell(cell: Any) -> str:
    return " ".join(" ".join(_blocks(cell)).split())


def _paragraph(element: Any) -> str:
    out: list[str] = []
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}t":
            out.append(node.text or "")
        elif node.tag in _BREAKS:
            out.append(_BREAKS[node.tag])
        elif isinstance(node.tag, str) and node.tag not in _PASSED:
            if node.tag == f"{_W}p" and out:
                out.append("\n")
            stack.extend(reversed(list(node)))
    return "".join(out)


def _take_members(document: Any, shelf: MemberShelf) -> None:
    for relation in document.part.rels.values():
        if relation.is_external:
            continue
        name = str(relation.target_part.partname).lstrip("/")
        picture = (
            "/media/" in name
            and Path(name).suffix.lower() in _READABLE
            and len(relation.target_part.blob) >= _PICTURE_BYTES
        )
        if picture or "/embeddings/" in name:
            shelf.add_bytes(name.rpartition("/")[2], relation.target_part.blob)
