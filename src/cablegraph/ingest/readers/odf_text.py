"""The words of an OpenDocument body: paragraphs, tables, sheets and slides.

Knows what is shown, what was deleted, what is a comment, and which sheets and slides are hidden. The trap: a cell or a row may be repeated a million times in
a few bytes; empty repeats are passed over, filled ones are written out as far as the limit of text goes.
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


class OdfText:
    """Reads bodies into the pages of a draft."""

    def __init__(self, roots: list[Any], draft: Draft) -> None:
        self._draft = draft
        self._comments: list[str] = []
        self._deleted: list[str] = []
        self._hidden: list[str] = []
        self._hidden_pages: dict[str, list[str]] = {"has-hidden-sheets": [], "has-hidden-slides": []}
        self._letters = 0
        self._masters = [m for root in roots for m in iter_named(root, "master-page")]
        self._invisible = {attribute(s, "name") for root in roots for s in iter_named(root, "style") if _hides(s)}

    def read(self, body: Any) -> None:
        """Add the pages of one body: a text is one page, a sheet or slide each is one."""
        self._take_changes(body)
        name = local_name(body)
        if name == "spreadsheet":
            for sheet in iter_named(body, "table"):
                if local_name(sheet.getparent()) in {"spreadsheet", "body"} and not self._add_sheet(sheet):
                    return
        elif name in {"presentation", "drawing"}:
            for number, leaf in enumerate((x for x in body if local_name(x) == "page"), 1):
                if not self._add_slide(leaf, number):
                    return
        else:
            heads = [x for m in self._masters for x in m if local_name(x).startswith("header")]
            feet = [x for m in self._masters for x in m if local_name(x).startswith("footer")]
            margins = [list(dict.fromkeys(b for x in part for b in self._blocks(x))) for part in (heads, feet)]
            self._draft.add_page("\n\n".join((*margins[0], *self._blocks(body), *margins[1])))

    def finish(self) -> None:
        """Add what is not shown as pages of its own, with its signals."""
        draft = self._draft
        draft.add_extra("comments", self._comments)
        draft.add_extra("deleted text", self._deleted)
        draft.add_extra("hidden text", self._hidden)
        if self._comments:
            draft.signal("has-comments", f"{len(self._comments):,}")
        if self._hidden:
            draft.signal("has-hidden-text", f"{len(self._hidden):,} places")
        for signal, names in self._hidden_pages.items():
            draft.signal(signal, names)

    def _add_sheet(self, sheet: Any) -> bool:
        name = attribute(sheet, "name")
        hidden = attribute(sheet, "style-name") in self._invisible
        if hidden:
            self._hidden_pages["has-hidden-sheets"].append(name)
        return self._draft.add_page("\n".join((name, "", *self._rows(sheet))), f"sheet {name}{', hidden' * hidden}")

    def _add_slide(self, leaf: Any, number: int) -> bool:
        hidden = attribute(leaf, "style-name") in self._invisible
        if hidden:
            self._hidden_pages["has-hidden-slides"].append(f"slide {number}")
        notes = [b for x in leaf if local_name(x) == "notes" for b in self._blocks(x)]
        return self._draft.add_page("\n\n".join((*self._blocks(leaf), *notes)), f"slide {number}{', hidden' * hidden}")

    def _take_changes(self, body: Any) -> None:
        changes = 0
        for region in iter_named(body, "changed-region"):
            changes += 1
            for deletion in iter_named(region, "deletion"):
                author = "".join(x.text or "" for x in iter_named(deletion, "creator"))
                text = "\n".join(self._paragraph(p) for p in iter_named(deletion, "p", "h")).strip()
                if text:
                    self._deleted.append(f"{author}: {text}" if author else text)
        if changes:
            self._draft.signal("has-tracked-changes", f"{changes:,} changes, {len(self._deleted):,} of them deletions")

    def _blocks(self, element: Any) -> Iterator[str]:
        """Paragraphs and tables below an element in order; a table is one block."""
        stack = [element]
        while stack:
            node = stack.pop()
            name = local_name(node)
            if name in {"p", "h"}:
                text = self._paragraph(node).strip()
                if text:
                    yield text
            elif name == "table":
                rows = "\n".join(self._rows(node))
                if rows.strip():
                    yield rows
            elif name == "annotation":
                self._note_comment(node)
            elif name == "section" and attribute(node, "display") == "none":
                self._hidden += [b for child in node for b in self._blocks(child)]
            elif name and (name not in _PASSED or node is element):
                stack.extend(reversed(list(node)))

    def _rows(self, table: Any) -> Iterator[str]:
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
        shown = " ".join(" ".join(self._blocks(cell)).split())
        if attribute(cell, "value-type") == "date":
            return attribute(cell, "date-value").replace("T", " ") or shown
        return shown or attribute(cell, "string-value")

    def _paragraph(self, element: Any) -> str:
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
                self._hidden.append(attribute(node, "string-value") or "".join(node.itertext()))
            elif name == "s":
                out.append(" " * min(_number(node, "c"), _MOST_REPEATS))
            elif name in {"tab", "line-break"}:
                out.append("\t" if name == "tab" else "\n")
            elif name == "note":
                out.append(" (" + " ".join(b for x in iter_named(node, "note-body") for b in self._blocks(x)) + ")")
            elif name == "span" and attribute(node, "style-name") in self._invisible:
                self._hidden.append("".join(node.itertext()).strip())
            elif name and (name not in _PASSED or node is element):
                if name in {"p", "h"} and node is not element:
                    out.append("\n")
                for child in reversed(list(node)):
                    stack.extend((child.tail or "", child))
                stack.append(node.text or "")
        return "".join(out)

    def _note_comment(self, node: Any) -> None:
        author = "".join(x.text or "" for x in node if local_name(x) == "creator")
        text = "\n".join(self._paragraph(p) for p in iter_named(node, "p")).strip()
        if text:
            self._comments.append(f"{author}: {text}" if author else text)


def _hides(style: Any) -> bool:
    return any(
        attribute(x, "display") in {"none", "false"} or attribute(x, "visibility") == "hidden"
        for x in style
        if local_name(x) in {"text-properties", "table-properties", "drawing-page-properties"}
    )


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
