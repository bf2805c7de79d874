"""OpenDocument: text (.odt), spreadsheets (.ods), slides (.odp), drawings (.odg), zipped or as one XML file (.fodt, .fods, .fodp).

Knows the parts of the package and what the file says of itself; the words are left to ``odf_text``. The trap: a locked document is a sound zip whose parts are
noise, and only its manifest says so.
"""

import base64
import binascii
from pathlib import Path
from typing import Any

from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.markup import RefusedMarkup, attribute, iter_named, local_name, parse_markup
from cablegraph.ingest.readers.odf_text import OdfText
from cablegraph.ingest.readers.office_parts import unwrap_object_named
from cablegraph.ingest.readers.package import Package
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble

_META = {
    "initial-creator": "creator",
    "creator": "last-modified-by",
    "creation-date": "created",
    "date": "modified",
    "print-date": "printed",
    "title": "title",
    "subject": "subject",
    "description": "description",
    "keyword": "keywords",
    "language": "language",
    "generator": "application",
    "editing-cycles": "revision",
    "editing-duration": "editing-time",
    "printed-by": "printed-by",
}
_BODIES = ("text", "spreadsheet", "presentation", "drawing")
_LINKED = (
    "a",
    "image",
    "object",
    "object-ole",
    "plugin",
    "section-source",
    "table-source",
    "cell-range-source",
    "event-listener",
)


class OdfReader:
    """Reads OpenDocument files."""

    name = "opendocument"
    version = "2"
    kinds = frozenset({"opendocument"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a document: text is one page, each sheet and each slide is one; comments and deleted text are pages of their own."""
        size = content.stat().st_size
        draft = Draft(task, "opendocument", mime, f"{self.name} {self.version}", size)
        if mime.endswith("-flat-xml"):
            return _read_flat(content.read_bytes(), draft)
        with Package(content, draft) as package:
            refused = package.find_refusal(size, task.limits) or _find_lock(package)
            if refused:
                return Reading("opendocument", mime, draft.reader, troubles=(refused,))
            parts = [package.parse(name) for name in ("content.xml", "styles.xml") if package.find(name)]
            roots = [root for root in parts if root is not None]
            _read_body(roots, draft)
            meta = package.parse("meta.xml") if package.find("meta.xml") else None
            _describe(meta, draft)
            _take_files(package, draft)
        return draft.finish()


def _find_lock(package: Package) -> Trouble | None:
    root = package.parse("META-INF/manifest.xml") if package.find("META-INF/manifest.xml") else None
    if root is not None and any(True for _ in iter_named(root, "encryption-data")):
        return Trouble("password-needed", "The document is locked with a password")
    return None


def _read_flat(data: bytes, draft: Draft) -> Reading:
    try:
        root, sound = parse_markup(data)
    except RefusedMarkup:
        trouble = Trouble("file-damaged", "The document declares entities, which no office program writes; it was left")
        return Reading("opendocument", draft.mime, draft.reader, troubles=(trouble,))
    if not sound:
        draft.trouble("file-damaged", "The document is damaged; what could be read of it is kept")
    if root is not None:
        _read_body([root], draft)
        _describe(root, draft)
        for number, element in enumerate(iter_named(root, "binary-data"), 1):
            try:
                picture = base64.b64decode(element.text or "")
            except binascii.Error:
                continue
            ending = ".png" if picture.startswith(b"\x89PNG") else ".jpg"
            draft.add_picture(f"picture-{number}{ending}", picture)
    return draft.finish()


def _read_body(roots: list[Any], draft: Draft) -> None:
    text = OdfText(roots, draft)
    for root in roots:
        for body in iter_named(root, "body"):
            for child in body:
                if local_name(child) in _BODIES:
                    text.read(child)
    text.finish()
    outside = [attribute(x, "href") for root in roots for x in iter_named(root, *_LINKED)]
    places = [h for h in outside if ":" in h.split("/")[0] or h.startswith("//")]
    draft.signal("has-external-links", places)
    draft.signal("has-macros", [h for h in outside if h.startswith("vnd.sun.star.script")])


def _describe(root: Any, draft: Draft) -> None:
    for element in iter_named(root, *_META, "user-defined", "template") if root is not None else ():
        name = local_name(element)
        if name == "user-defined":
            draft.describe("docprops", {f"custom:{attribute(element, 'name')}": element.text})
        elif name == "template":
            draft.describe("docprops", {"template": attribute(element, "title") or attribute(element, "href")})
        elif local_name(element.getparent()) == "meta":
            draft.describe("docprops", {_META[name]: element.text})


def _take_files(package: Package, draft: Draft) -> None:
    names = package.names
    draft.signal(
        "has-macros",
        [
            n
            for n in names
            if n.startswith(("Basic/", "Scripts/"))
            and n.endswith((".xml", ".py", ".js", ".bsh"))
            and "script-l" not in n
        ],
    )
    for name in names:
        folder, _, bare = name.rpartition("/")
        if folder in {"Pictures", "media"}:
            draft.add_picture(bare, package.read(name))
        elif not folder and bare.startswith("Object ") and not bare.endswith("/"):
            draft.add_member(*unwrap_object_named(f"{bare}.bin", package.read(name)))
