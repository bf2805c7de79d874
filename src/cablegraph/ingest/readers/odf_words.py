"""The words of an OpenDocument body: paragraphs, tables and cells, with what is hidden and what is a comment set aside.

Knows elements; which of them is a page is left to ``odf_text``. The trap: a cell or a row may be repeated a million times in a few bytes; empty repeats are
passed over, filled ones are written out as far as the limit of text goes.
"""

import re
from collections.abc import Iterator
from typing import Any

from cablegraph.ingest.readers.draft import MOST_TEXT, Draft
from cablegraph.ingest.readers.markup import attribute, iter_named, local_name

_PASSED = frozenset(
    {
        "annotation",
        "tracked-changes",
        "forms",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "table-source",
        "desc",
        "settings",
        "notes",
    }
)
_SPACE = re.compile("[ \t\r\n]+")
_MOST_REPEATS = 1000
_ROW_FAMILIES = frozenset({"table-header-rows", "table-rows", "table-row-group"})


class OdfWords:
    """Reads elements; ``comments`` and ``hidden`` grow on the way.

    Args:
        invisible: The names of styles that hide what they are put on.
        draft: Told where the text is too long.
    """

    def __init__(self, invisible: set[str], draft: Draft) -> None:
        self.comments: list[str] = []
        self.hidden: list[str] = []
        self._invisible = invisible
        self._draft = draft
        self._letters = 0

    def blocks(self, element: Any) -> Iterator[str]:
        """Paragraphs and tables below an element in order; a table is one block."""
        stack = [element]
        while stack:
            node = stack.pop()
            name = local_name(node)
            if name in {"p", "h"}:
                text = self.paragraph(node).strip()
                if text:
                    yield text
            elif name == "table":
                rows = "\n".join(self.rows(node))
                if rows.strip():
                    yield rows
            elif name == "annotation":
                self._note_comment(node)
            elif name == "section" and attribute(node, "display") == "none":
                self.hidden += [b for child in node for b in self.blocks(child)]
            elif name and (name not in _PASSED or node is element):
                stack.extend(reversed(list(node)))

    def rows(self, table: Any) -> Iterator[str]:
        """A line for each row with a tab between cells, filled up to the last cell that holds something."""
        blank = 0
        for row in _iter_rows(table):
            cells: list[str] = []
            gap = 0
            for cell in row:
                if local_name(cell) not in {"table-cell", "covered-table-cell"}:
                    continue
                text = self._cell(cell)
                times = _number(cell, "number-columns-repeated")
                if not text:
                    gap += times
                    continue
                cells += [""] * min(gap, _MOST_REPEATS) + [text] * min(times, _MOST_REPEATS)
                gap = 0
            times = _number(row, "number-rows-repeated")
            line = "\t".join(cells)
            if not line:
                blank += times
                continue
            yield from [""] * min(blank, 1)
            blank = 0
            for _ in range(min(times, _MOST_REPEATS)):
                self._letters += len(line)
                if self._letters > MOST_TEXT:
                    self._draft.trouble(
                        "pages-too-many", f"The text has more than {MOST_TEXT:,} characters; the rest was left"
                    )
                    return
                yield line

    def _cell(self, cell: Any) -> str:
        """A cell's words; a date in ISO, whatever it is shown as."""
        shown = " ".join(" ".join(self.blocks(cell)).split())
        if attribute(cell, "value-type") == "date":
            return attribute(cell, "date-value").replace("T", " ") or shown
        return shown or attribute(cell, "string-value")

    def paragraph(self, element: Any) -> str:
        """The words of one paragraph."""
        out: list[str] = []
        stack: list[Any] = [element]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                out.append(_SPACE.sub(" ", node))
                continue
            name = local_name(node)
            if name == "annotation":
                self._note_comment(node)
            elif name == "hidden-text":
                self.hidden.append(attribute(node, "string-value") or "".join(node.itertext()))
            elif name == "s":
                out.append(" " * min(_number(node, "c"), _MOST_REPEATS))
            elif name in {"tab", "line-break"}:
                out.append("\t" if name == "tab" else "\n")
            elif name == "note":
                out.append(" (" + " ".join(b for x in iter_named(node, "note-body") for b in self.blocks(x)) + ")")
            elif name == "span" and attribute(node, "style-name") in self._invisible:
                self.hidden.append("".join(node.itertext()).strip())
            elif name and (name not in _PASSED or node is element):
                if name in {"p", "h"} and node is not element:
                    out.append("\n")
                for child in reversed(list(node)):
                    stack.extend((child.tail or "", child))
                stack.append(node.text or "")
        return "".join(out)

    def _note_comment(self, node: Any) -> None:
        author = "".join(x.text or "" for x in node if local_name(x) == "creator")
        text = "\n".join(self.paragraph(p) for p in iter_named(node, "p")).strip()
        if text:
            self.comments.append(f"{author}: {text}" if author else text)


def _iter_rows(table: Any) -> Iterator[Any]:
    for child in table:
        name = local_name(child)
        if name == "table-row":
            yield child
        elif name in _ROW_FAMILIES:
            yield from _iter_rows(child)


def _number(element: Any, name: str) -> int:
    value = attribute(element, name, "1")
    return int(value) if value.isdecimal() and len(value) < 10 else 1
