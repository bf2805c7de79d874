"""Books (.epub): each chapter a page, in the order in which the book is read.

Knows the way from the container to the spine; the words of a chapter are left to the reader of web pages. The trap: chapters are XHTML with a document type,
so they are read as HTML, where an entity can do no harm.
"""

import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.html import find_charset, parse_html
from cablegraph.ingest.readers.markup import attribute, iter_named, local_name
from cablegraph.ingest.readers.package import Package
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble

_PAGES = (".xhtml", ".html", ".htm", ".xml")
_MOST_PAGE = 64 * 2**20
_DUBLIN = "http://purl.org/dc/elements/1.1/"


class EpubReader:
    """Reads EPUB."""

    name = "epub"
    version = "1"
    kinds = frozenset({"epub"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a book; its larger pictures are members."""
        size = content.stat().st_size
        draft = Draft(task, "epub", mime, f"{self.name} {self.version}", size)
        title = ""
        with Package(content, draft) as package:
            refused = package.find_refusal(size, task.limits)
            if refused is None and package.find("META-INF/encryption.xml") and package.find("META-INF/rights.xml"):
                refused = Trouble("password-needed", "The book is locked for one reader's device")
            if refused:
                return Reading("epub", mime, draft.reader, troubles=(refused,))
            root, folder = _find_book(package)
            if root is not None:
                title = _describe(root, draft)
            for name in _chapters(package, root, folder):
                if package.size(name) > _MOST_PAGE:
                    draft.trouble("file-too-large", f"The part {name[:200]} is too large and was left")
                    continue
                data = package.read(name)
                if not draft.add_page(parse_html(decode_declared(data, find_charset(data)).text)[1]):
                    break
            for name in package.names:
                if name.lower().endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp")):
                    draft.add_picture(posixpath.basename(name), package.read(name))
        return draft.finish(title)


def _find_book(package: Package) -> tuple[Any, str]:
    """The root of the book's own description and the folder it lies in."""
    container = package.parse("META-INF/container.xml")
    for element in iter_named(container, "rootfile") if container is not None else ():
        path = unquote(attribute(element, "full-path"))
        root = package.parse(path) if package.find(path) else None
        if root is not None:
            return root, posixpath.dirname(path)
    return None, ""


def _describe(root: Any, draft: Draft) -> str:
    title = ""
    for metadata in iter_named(root, "metadata"):
        for element in metadata:
            if isinstance(element.tag, str) and element.tag.startswith(f"{{{_DUBLIN}}}") and element.text:
                draft.describe("dc", {local_name(element): element.text})
                title = title or (element.text if local_name(element) == "title" else "")
            elif attribute(element, "property") == "dcterms:modified":
                draft.describe("dc", {"modified": element.text})
    return title


def _chapters(package: Package, root: Any, folder: str) -> list[str]:
    """The parts with chapters in the order of the spine; without a spine all pages in the order of the package."""
    if root is not None:
        items = {attribute(x, "id"): unquote(attribute(x, "href")) for x in iter_named(root, "item")}
        spine = [
            posixpath.normpath(posixpath.join(folder, items[i]))
            for x in iter_named(root, "itemref")
            if (i := attribute(x, "idref")) in items
        ]
        named = [x for x in dict.fromkeys(spine) if package.find(x)]
        if named:
            return named
    return [n for n in package.names if n.lower().endswith(_PAGES) and not n.startswith("META-INF/")]
