"""The pages of an OpenDocument body: a text is one, a sheet or slide each is one, and what is not shown stands on pages of its own.

Knows what was deleted, and which sheets and slides are hidden; the words are left to ``odf_words``. The trap: the headers and feet of a text stand in its
master pages, in another part of the file.
"""

from typing import Any

from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.markup import attribute, iter_named, local_name
from cablegraph.ingest.readers.odf_words import OdfWords


class OdfText:
    """Reads bodies into the pages of a draft."""

    def __init__(self, roots: list[Any], draft: Draft) -> None:
        self._draft = draft
        self._deleted: list[str] = []
        self._hidden_pages: dict[str, list[str]] = {"has-hidden-sheets": [], "has-hidden-slides": []}
        self._masters = [m for root in roots for m in iter_named(root, "master-page")]
        self._invisible = {attribute(s, "name") for root in roots for s in iter_named(root, "style") if _hides(s)}
        self._words = OdfWords(self._invisible, draft)

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
            margins = [list(dict.fromkeys(b for x in part for b in self._words.blocks(x))) for part in (heads, feet)]
            self._draft.add_page("\n\n".join((*margins[0], *self._words.blocks(body), *margins[1])))

    def finish(self) -> None:
        """Add what is not shown as pages of its own, with its signals."""
        draft = self._draft
        draft.add_extra("comments", self._words.comments, "comment")
        draft.add_extra("deleted text", self._deleted, "deleted")
        draft.add_extra("hidden text", self._words.hidden, "hidden")
        if self._words.comments:
            draft.signal("has-comments", f"{len(self._words.comments):,}")
        if self._words.hidden:
            draft.signal("has-hidden-text", f"{len(self._words.hidden):,} places")
        for signal, names in self._hidden_pages.items():
            draft.signal(signal, names)

    def _add_sheet(self, sheet: Any) -> bool:
        name = attribute(sheet, "name")
        hidden = attribute(sheet, "style-name") in self._invisible
        if hidden:
            self._hidden_pages["has-hidden-sheets"].append(name)
        label = f"sheet {name}{', hidden' * hidden}"
        return self._draft.add_page("\n".join((name, "", *self._words.rows(sheet))), label, apart="hidden" * hidden)

    def _add_slide(self, leaf: Any, number: int) -> bool:
        hidden = attribute(leaf, "style-name") in self._invisible
        if hidden:
            self._hidden_pages["has-hidden-slides"].append(f"slide {number}")
        text = "\n\n".join(self._words.blocks(leaf))
        notes = "\n\n".join(b for x in leaf if local_name(x) == "notes" for b in self._words.blocks(x))
        label = f"slide {number}{', hidden' * hidden}"
        return self._draft.add_page(text, label, apart="hidden" * hidden, notes=notes)

    def _take_changes(self, body: Any) -> None:
        changes = 0
        for region in iter_named(body, "changed-region"):
            changes += 1
            for deletion in iter_named(region, "deletion"):
                author = "".join(x.text or "" for x in iter_named(deletion, "creator"))
                text = "\n".join(self._words.paragraph(p) for p in iter_named(deletion, "p", "h")).strip()
                if text:
                    self._deleted.append(f"{author}: {text}" if author else text)
        if changes:
            self._draft.signal("has-tracked-changes", f"{changes:,} changes, {len(self._deleted):,} of them deletions")


def _hides(style: Any) -> bool:
    return any(
        attribute(x, "display") in {"none", "false"} or attribute(x, "visibility") == "hidden"
        for x in style
        if local_name(x) in {"text-properties", "table-properties", "drawing-page-properties"}
    )
