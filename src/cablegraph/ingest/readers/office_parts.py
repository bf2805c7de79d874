"""What the three kinds of Office Open XML have in common: properties, macros, places outside, pictures and files inside.

Knows the package around the text; the text is left to the reader of each kind.
"""

import posixpath
from typing import Any

from cablegraph.ingest.readers.compound import unwrap_object
from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.markup import attribute, iter_named, local_name
from cablegraph.ingest.readers.package import Package

_CORE = {
    "creator": "creator",
    "lastModifiedBy": "last-modified-by",
    "created": "created",
    "modified": "modified",
    "lastPrinted": "printed",
    "title": "title",
    "subject": "subject",
    "keywords": "keywords",
    "description": "description",
    "category": "category",
    "language": "language",
    "revision": "revision",
    "contentStatus": "status",
    "version": "version",
    "identifier": "identifier",
}
_APPLICATION = {
    "Application": "application",
    "AppVersion": "application-version",
    "Company": "company",
    "Manager": "manager",
    "Template": "template",
    "TotalTime": "editing-minutes",
    "HyperlinkBase": "link-base",
}
_LINKS = {"hyperlink"}
_MACROS = {"vbaproject.bin", "vbadata.xml", "macrosheets", "dialogsheets"}


def read_office_parts(package: Package, draft: Draft) -> None:
    """Take everything but the text of an Office Open XML document."""
    for part, names in (("docProps/core.xml", _CORE), ("docProps/app.xml", _APPLICATION)):
        root = package.parse(part) if package.find(part) else None
        for element in root if root is not None else ():
            key = names.get(local_name(element))
            if key and element.text:
                draft.describe("docprops", {key: element.text.strip()})
    _read_custom(package, draft)
    _find_programs(package, draft)
    _find_outside(package, draft)
    for name in package.names:
        folder, bare = posixpath.split(name)
        if folder.endswith("/media"):
            draft.add_picture(bare, package.read(name))
        elif folder.endswith("/embeddings"):
            draft.add_member(*unwrap_object_named(bare, package.read(name)))


def unwrap_object_named(name: str, data: bytes) -> tuple[str, bytes]:
    """An embedded file out of its OLE wrapping, if it has one."""
    return unwrap_object(data, name) if name.lower().endswith(".bin") else (name, data)


def _read_custom(package: Package, draft: Draft) -> None:
    root = package.parse("docProps/custom.xml") if package.find("docProps/custom.xml") else None
    for element in iter_named(root, "property") if root is not None else ():
        draft.describe("docprops", {f"custom:{attribute(element, 'name')}": "".join(element.itertext())})


def _find_programs(package: Package, draft: Draft) -> None:
    programs = [
        name
        for name in package.names
        if posixpath.basename(name).lower() in _MACROS or any(p in _MACROS for p in name.lower().split("/")[:-1])
    ]
    draft.signal("has-macros", programs)
    draft.signal(
        "has-active-fields", [n for n in package.names if "/activex/" in n.lower() and n.lower().endswith(".xml")]
    )


def _find_outside(package: Package, draft: Draft) -> None:
    places: list[str] = []
    for name in package.names:
        if name.endswith(".rels"):
            folder, bare = posixpath.split(posixpath.dirname(name)), posixpath.basename(name).removesuffix(".rels")
            named = package.relations(posixpath.join(folder[0], bare)).values()
            places += [
                f"{relation.kind} {relation.target}" for relation in named if relation.outside and relation.target
            ]
    draft.signal("has-external-links", sorted(places, key=lambda place: place.split()[0] in _LINKS))


def iter_relation_parts(package: Package, part: str, *kinds: str) -> list[str]:
    """The parts that ``part`` names with relations of these kinds, in the order of their ids' appearance."""
    return [r.target for r in package.relations(part).values() if r.kind in kinds and not r.outside]


def main_part(package: Package, default: str) -> str:
    """The part with the document itself."""
    found = iter_relation_parts(package, "", "officeDocument")
    return next((x for x in found if package.find(x)), default)


def drawing_text(root: Any) -> str:
    """The words of a chart or a diagram: every paragraph of text, and the names that a chart keeps in its cache."""
    if root is None:
        return ""
    lines = [
        "".join(t.text or "" for t in iter_named(p, "t"))
        for p in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p")
    ]
    lines += [v.text or "" for cache in iter_named(root, "strCache") for v in iter_named(cache, "v")]
    return "\n".join(dict.fromkeys(line for line in lines if line.strip()))
