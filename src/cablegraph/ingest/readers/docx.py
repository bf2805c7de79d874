"""Word documents (.docx, .docm, .dotx).

Knows the order of a document's parts: headers, text, notes, footers; then, as pages of their own, comments, deleted and hidden text, so that nobody quotes
as the document's word what it does not show. The trap: an old header may be linked by several sections and is told once.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.office_parts import drawing_text, iter_relation_parts, main_part, read_office_parts
from cablegraph.ingest.readers.package import Package
from cablegraph.ingest.readers.wordml import WordText, iter_comments, iter_notes
from cablegraph.ingest.task import Task
from cablegraph.model import Reading


class DocxReader:
    """Reads .docx files."""

    name = "docx"
    version = "3"
    kinds = frozenset({"docx"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a Word document into one page, with further ones for what it does not show; larger pictures and embedded files are members."""
        reader, size = f"{self.name} {self.version}", content.stat().st_size
        draft = Draft(task, "docx", mime, reader, size)
        with Package(content, draft) as package:
            refused = package.find_refusal(size, task.limits)
            if refused:
                return Reading("docx", mime, reader, troubles=(refused,))
            _read_text(package, draft)
            read_office_parts(package, draft)
        return draft.finish()


def _read_text(package: Package, draft: Draft) -> None:
    part = main_part(package, "word/document.xml")
    root = package.parse(part)
    seen = WordText()
    blocks = [
        *_margins(package, part, "header", seen),
        *(seen.blocks(root) if root is not None else ()),
        *iter_notes(_roots(package, part, "footnotes", "endnotes"), seen),
        *(text for x in _roots(package, part, "chart", "diagramData") if (text := drawing_text(x))),
        *_margins(package, part, "footer", seen),
    ]
    draft.add_page("\n\n".join(blocks))
    comments = [line for x in _roots(package, part, "comments") for line in iter_comments(x)]
    draft.add_extra("comments", comments, "comment")
    draft.add_extra("deleted text", seen.deleted, "deleted")
    draft.add_extra("hidden text", seen.hidden, "hidden")
    if comments:
        draft.signal("has-comments", f"{len(comments):,}")
    changes = [f"{count:,} insertions by {author}" for author, count in seen.inserted.items()]
    draft.signal("has-tracked-changes", [*changes, f"{len(seen.deleted):,} deletions" if seen.deleted else ""])
    if seen.hidden:
        draft.signal("has-hidden-text", f"{len(seen.hidden):,} places")
    draft.signal("has-active-fields", seen.fields)


def _roots(package: Package, part: str, *kinds: str) -> Iterator[Any]:
    for name in iter_relation_parts(package, part, *kinds):
        root = package.parse(name)
        if root is not None:
            yield root


def _margins(package: Package, part: str, kind: str, seen: WordText) -> list[str]:
    texts = ["\n\n".join(seen.blocks(root)) for root in _roots(package, part, kind)]
    return list(dict.fromkeys(text for text in texts if text))
