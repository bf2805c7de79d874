"""Slides (.pptx, .ppsx, .potx and their kin with macros).

Knows the order of slides, text frames, tables, charts and diagrams, speaker's notes and comments; each slide is a page, its notes stand below its text. The
trap: a slide that is hidden is shown to nobody and read here, so its page says so; and the order of shapes in the file is the order of reading.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.markup import attribute, iter_named, local_name
from cablegraph.ingest.readers.office_parts import drawing_text, iter_relation_parts, main_part, read_office_parts
from cablegraph.ingest.readers.package import Package
from cablegraph.ingest.task import Task
from cablegraph.model import Reading

_NOT_WORDS = frozenset({"sldNum", "sldImg", "hdr"})


class PptxReader:
    """Reads .pptx files."""

    name = "pptx"
    version = "2"
    kinds = frozenset({"slides"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read slides, a page each; comments are a page of their own, larger pictures and embedded files are members."""
        reader, size = f"{self.name} {self.version}", content.stat().st_size
        draft = Draft(task, "slides", mime, reader, size)
        with Package(content, draft) as package:
            refused = package.find_refusal(size, task.limits)
            if refused:
                return Reading("slides", mime, reader, troubles=(refused,))
            _read_slides(package, draft)
            read_office_parts(package, draft)
        return draft.finish()


def _read_slides(package: Package, draft: Draft) -> None:
    authors = _authors(package)
    comments: list[str] = []
    hidden: list[str] = []
    for number, part in enumerate(_slide_parts(package), 1):
        root = package.parse(part)
        if root is None:
            draft.add_page("", f"slide {number}, damaged")
            continue
        is_hidden = attribute(root, "show") in {"0", "false"}
        if is_hidden:
            hidden.append(f"slide {number}")
        text, notes = ("\n\n".join(blocks) for blocks in (_slide_blocks(package, part, root), _notes(package, part)))
        label = f"slide {number}{', hidden' * is_hidden}"
        if not draft.add_page(text, label, apart="hidden" * is_hidden, notes=notes):
            break
        comments += _comments(package, part, authors)
    draft.add_extra("comments", comments, "comment")
    draft.signal("has-hidden-slides", hidden)
    if comments:
        draft.signal("has-comments", f"{len(comments):,}")


def _slide_parts(package: Package) -> list[str]:
    """The slides in the order of the show; those that the show has lost come last."""
    main = main_part(package, "ppt/presentation.xml")
    relations = package.relations(main)
    root = package.parse(main)
    ids = [_relation_id(x) for x in iter_named(root, "sldId")] if root is not None else []
    shown = [relations[i].target for i in ids if i in relations and not relations[i].outside]
    rest = [n for n in package.names if n.startswith("ppt/slides/slide") and n.endswith(".xml")]
    return list(dict.fromkeys([*shown, *rest]))


def _relation_id(element: Any) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")


def _slide_blocks(package: Package, part: str, root: Any) -> Iterator[str]:
    yield from _blocks(root)
    for name in iter_relation_parts(package, part, "chart", "diagramData"):
        text = drawing_text(package.parse(name))
        if text:
            yield text


def _notes(package: Package, part: str) -> Iterator[str]:
    for name in iter_relation_parts(package, part, "notesSlide"):
        notes = package.parse(name)
        yield from _blocks(notes) if notes is not None else ()


def _blocks(element: Any) -> Iterator[str]:
    """Text frames and tables in the order of the file; page numbers and the picture of the slide are no words."""
    stack = [element]
    while stack:
        node = stack.pop()
        name = local_name(node)
        if name == "sp" and any(attribute(x, "type") in _NOT_WORDS for x in iter_named(node, "ph")):
            continue
        if name == "txBody":
            text = "\n".join(line for p in iter_named(node, "p") if (line := _paragraph(p)).strip())
            if text:
                yield text
        elif name == "tbl":
            rows = (
                "\t".join(" ".join(_cell(c).split()) for c in iter_named(row, "tc")) for row in iter_named(node, "tr")
            )
            yield "\n".join(row for row in rows if row.strip())
        elif name != "Fallback":
            stack.extend(reversed(list(node)))


def _cell(cell: Any) -> str:
    return " ".join(_paragraph(p) for p in iter_named(cell, "p"))


def _paragraph(element: Any) -> str:
    return "".join("\n" if local_name(x) == "br" else x.text or "" for x in iter_named(element, "t", "br"))


def _authors(package: Package) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in ("ppt/commentAuthors.xml", "ppt/authors.xml"):
        root = package.parse(part) if package.find(part) else None
        for element in iter_named(root, "cmAuthor", "author") if root is not None else ():
            found[attribute(element, "id")] = attribute(element, "name")
    return found


def _comments(package: Package, part: str, authors: dict[str, str]) -> Iterator[str]:
    for name in iter_relation_parts(package, part, "comments"):
        root = package.parse(name)
        for element in iter_named(root, "cm", "reply") if root is not None else ():
            own = [x for x in element if local_name(x) in {"text", "txBody"}]
            text = " ".join("".join(t.text or "" for t in x.iter("{*}t")) or (x.text or "") for x in own).strip()
            author = authors.get(attribute(element, "authorId"), "")
            if text:
                yield f"{author}: {text}" if author else text
