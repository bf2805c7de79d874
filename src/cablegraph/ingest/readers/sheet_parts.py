"""What lies around the cells of an .xlsx or .xlsb: comments, hidden rows and columns, and sheets that are too wide to be laid out.

Knows the parts of the package; the cells are left to ``sheet``.
"""

from collections.abc import Iterator
from typing import Any

from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.markup import attribute, iter_named
from cablegraph.ingest.readers.office_parts import iter_relation_parts, main_part
from cablegraph.ingest.readers.package import Package
from cablegraph.ingest.readers.sheet_extent import MOST_CELLS, count_binary_cells, count_xml_cells

_MOST_PARSED = 32 * 2**20
"""Sheets whose XML is larger are not searched for hidden rows."""


def find_wide_sheets(package: Package, draft: Draft) -> frozenset[str]:
    """The names of sheets that span too many cells; each is told."""
    names = {part: name for name, part in _sheets(package)}
    wide: set[str] = set()
    for part in package.names:
        if "/worksheets/" not in part or not part.endswith((".xml", ".bin")):
            continue
        binary = part.endswith(".bin")
        cells = count_binary_cells(package.read(part)) if binary else count_xml_cells(package.iter_part(part))
        if cells > MOST_CELLS:
            name = names.get(part, part.rpartition("/")[2])
            wide.add(name)
            if part not in names:
                wide |= set(names.values())
            draft.trouble(
                "archive-bomb",
                f"The sheet {name[:100]} spans {cells:,} cells, the limit is {MOST_CELLS:,}; it was left",
            )
    return frozenset(wide)


def read_sheet_parts(package: Package, draft: Draft) -> None:
    """Tell hidden rows and columns, and add the comments of each sheet as a page."""
    authors = {
        attribute(x, "id"): attribute(x, "displayName") for x in _all(package, "xl/persons/person.xml", "person")
    }
    hidden: list[str] = []
    comments: list[str] = []
    for name, part in _sheets(package):
        if part.endswith(".xml") and package.size(part) <= _MOST_PARSED:
            hidden += _hidden(name, package.parse(part))
        threads = iter_relation_parts(package, part, "threadedComment")
        lines = [line for x in threads for line in _threaded(package.parse(x), authors)]
        if not lines:
            lines = [line for x in iter_relation_parts(package, part, "comments") for line in _plain(package.parse(x))]
        comments += lines
        draft.add_extra(f"comments of sheet {name}", lines, "comment")
    draft.signal("has-hidden-rows", hidden)
    if comments:
        draft.signal("has-comments", f"{len(comments):,}")


def _sheets(package: Package) -> Iterator[tuple[str, str]]:
    """Names of sheets with their parts; a binary workbook keeps its names elsewhere, so its parts go by their own."""
    main = main_part(package, "xl/workbook.xml")
    if main.endswith(".bin"):
        yield from ((p.rpartition("/")[2], p) for p in package.names if "/worksheets/" in p and p.endswith(".bin"))
        return
    relations = package.relations(main)
    root = package.parse(main)
    for element in iter_named(root, "sheet") if root is not None else ():
        by = next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")
        if by in relations and not relations[by].outside:
            yield attribute(element, "name"), relations[by].target


def _all(package: Package, part: str, name: str) -> list[Any]:
    root = package.parse(part) if package.find(part) else None
    return list(iter_named(root, name)) if root is not None else []


def _hidden(name: str, root: Any) -> Iterator[str]:
    if root is None:
        return
    rows = sum(attribute(x, "hidden") in {"1", "true"} for x in iter_named(root, "row"))
    columns = sum(attribute(x, "hidden") in {"1", "true"} for x in iter_named(root, "col"))
    if rows or columns:
        yield f"{name}: {rows:,} rows, {columns:,} groups of columns"


def _plain(root: Any) -> Iterator[str]:
    if root is None:
        return
    authors = ["".join(x.itertext()) for x in iter_named(root, "author")]
    for element in iter_named(root, "comment"):
        text = "".join(t.text or "" for t in iter_named(element, "t")).strip()
        number = attribute(element, "authorId")
        author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
        if text:
            yield " ".join(
                filter(
                    None,
                    (attribute(element, "ref"), f"{author}:" if author and not text.startswith(author) else "", text),
                )
            )


def _threaded(root: Any, authors: dict[str, str]) -> Iterator[str]:
    for element in iter_named(root, "threadedComment") if root is not None else ():
        text = "".join(t.text or "" for t in iter_named(element, "text")).strip()
        author = authors.get(attribute(element, "personId"), "")
        if text:
            yield " ".join(filter(None, (attribute(element, "ref"), f"{author}:" if author else "", text)))
