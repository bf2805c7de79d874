"""The text of a Word document's XML: what stands in it for everybody, and what is hidden, deleted or moved away.

Knows paragraphs, tables and breaks, change tracking, content controls and text boxes. Finding the parts is left to ``docx``. The trap: a text box stands twice,
once for old programs (Fallback), and only one of the two may be read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cablegraph.ingest.readers.markup import attribute, local_name

_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_PASSED = frozenset(
    {
        "Fallback",
        "instrText",
        "delInstrText",
        "rPrChange",
        "pPrChange",
        "tblPrChange",
        "sectPrChange",
        "pPr",
        "tblPr",
        "trPr",
        "tcPr",
    }
)
_GONE = frozenset({"del", "moveFrom"})
_ACTIVE = ("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "MACROBUTTON")


@dataclass(slots=True)
class WordText:
    """What a document's XML holds beside its visible text.

    ``deleted`` are lines ``AUTHOR: text``; ``inserted`` counts insertions by author; ``hidden`` are hidden runs; ``fields`` are instructions that would
    start something.
    """

    deleted: list[str] = field(default_factory=list)
    inserted: dict[str, int] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def blocks(self, element: Any) -> Iterator[str]:
        """Paragraphs and tables below an element, in order; a table is one block with a line for each row and a tab between cells."""
        for child in element:
            name = local_name(child)
            if name == "p":
                text = self._paragraph(child).strip()
                if text:
                    yield text
            elif name == "tbl":
                rows = ("\t".join(self._cell(c) for c in _own(row, "tc")) for row in _own(child, "tr"))
                yield "\n".join(r for r in rows if r.strip())
            elif name in _GONE:
                self._note_gone(child)
            elif name and name not in _PASSED:
                self._note_insertion(name, child)
                yield from self.blocks(child)

    def _cell(self, cell: Any) -> str:
        return " ".join(" ".join(self.blocks(cell)).split())

    def _paragraph(self, element: Any) -> str:
        out: list[str] = []
        stack = [element]
        while stack:
            node = stack.pop()
            name = local_name(node)
            if name == "t":
                out.append(node.text or "")
            elif name in _BREAKS:
                out.append(_BREAKS[name])
            elif name == "sym":
                out.append(_symbol(node))
            elif name in _GONE:
                self._note_gone(node)
            elif name == "instrText":
                self._note_field(node.text or "")
            elif name == "r" and _is_hidden(node):
                self._note_hidden(node)
            elif name and (name not in _PASSED or node is element):
                self._note_insertion(name, node)
                if name == "p" and out:
                    out.append("\n")
                stack.extend(reversed(list(node)))
        return "".join(out)

    def _note_insertion(self, name: str, node: Any) -> None:
        if name == "ins":
            author = attribute(node, "author") or "unnamed"
            self.inserted[author] = self.inserted.get(author, 0) + 1

    def _note_gone(self, node: Any) -> None:
        if local_name(node) == "del":
            text = "".join(t.text or "" for t in node.iter("{*}delText", "{*}t")).strip()
            if text:
                self.deleted.append(_by(attribute(node, "author"), text))

    def _note_hidden(self, run: Any) -> None:
        text = "".join(_BREAKS.get(local_name(x), x.text or "") for x in run if local_name(x) in {"t", *_BREAKS})
        if text.strip():
            self.hidden.append(text.strip())

    def _note_field(self, instruction: str) -> None:
        words = instruction.split()
        if words and words[0].upper() in _ACTIVE:
            self.fields.append(" ".join(words)[:200])


def _by(author: str, text: str) -> str:
    return f"{author}: {text}" if author else text


def iter_comments(root: Any) -> Iterator[str]:
    """The comments of a document, each ``AUTHOR: text``."""
    for element in root:
        if local_name(element) == "comment":
            text = "\n".join(WordText().blocks(element))
            if text:
                yield _by(attribute(element, "author"), text)


def iter_notes(roots: Iterable[Any], seen: WordText) -> Iterator[str]:
    """Footnotes and endnotes; the lines that part them from the text are not notes."""
    for root in roots:
        for note in root:
            if local_name(note) in {"footnote", "endnote"} and "eparator" not in attribute(note, "type"):
                yield from seen.blocks(note)


def _own(element: Any, name: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, through content controls and tracked changes, without those of tables inside."""
    for child in element:
        found = local_name(child)
        if found == name:
            yield child
        elif found and found not in _PASSED and found not in _GONE and found not in {"tbl", "tc"}:
            yield from _own(child, name)


def _is_hidden(run: Any) -> bool:
    for properties in run:
        if local_name(properties) == "rPr":
            return any(
                local_name(x) == "vanish" and attribute(x, "val") not in {"0", "false", "off"} for x in properties
            )
    return False


def _symbol(node: Any) -> str:
    """A letter of a symbol font; those in the private range are left as a blank box, since their font decides."""
    try:
        code = int(attribute(node, "char", "0"), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 else "\u25a1" if 0xE000 <= code < 0xF900 else ""
