"""What lies in a package: a zip with parts (Office Open XML, OpenDocument, EPUB) or an OLE compound file (Word, Excel and PowerPoint before 2007, Outlook).

Knows the parts that give each away. The trap: an office document locked with a password is an OLE file whatever its name says, and a zip may hold a file
called ``mimetype`` that is as long as it likes.
"""

import zipfile
from pathlib import Path

from cablegraph.ingest.zip_salvage import ZIP_DAMAGE, find_part_names

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"
MSG = "application/vnd.ms-outlook"
LOCKED = "application/encrypted-office"
OLE = "application/x-ole-storage"

_PARTS = (
    ("word/document.xml", DOCX),
    ("word/document2.xml", DOCX),
    ("xl/workbook.bin", XLSB),
    ("xl/workbook.xml", XLSX),
    ("ppt/presentation.xml", PPTX),
    ("META-INF/container.xml", "application/epub+zip"),
)
_STREAMS = (
    ("encryptedpackage", LOCKED),
    ("worddocument", DOC),
    ("workbook", XLS),
    ("book", XLS),
    ("powerpoint document", PPT),
    ("__properties_version1.0", MSG),
)
_MOST_MIME = 200
_MOST_SEARCHED = 64 * 2**20
_CUT = frozenset({DOCX, XLSX, PPTX})
_WITH_MIME = frozenset(
    {
        "application/epub+zip",
        *(f"application/vnd.oasis.opendocument.{x}" for x in ("text", "spreadsheet", "presentation", "graphics")),
    }
)


def find_package(content: Path) -> str:
    """The media type of a zip by what lies in it; ``application/zip`` where nothing special does or it cannot be opened."""
    try:
        with zipfile.ZipFile(content) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < _MOST_MIME:
                stored = archive.read("mimetype").decode("ascii", "replace").strip()
                if stored:
                    return stored.removesuffix("-template")
    except ZIP_DAMAGE:
        return _find_cut(content)
    return next((mime for part, mime in _PARTS if part in names), "application/zip")


def _find_cut(content: Path) -> str:
    """The media type of a package that has lost its end, by the heads of the parts that are left."""
    with content.open("rb") as stream:
        data = stream.read(_MOST_SEARCHED)
    names = find_part_names(data)
    if names[:1] == ["mimetype"]:
        stored = data[38:130].partition(b"PK")[0].decode("ascii", "replace")
        return stored if stored in _WITH_MIME else "application/zip"
    if not {"[Content_Types].xml", "_rels/.rels"} & set(names):
        return "application/zip"
    folders = {name.partition("/")[0] for name in names}
    return next(
        (mime for part, mime in _PARTS if part.partition("/")[0] in folders and mime in _CUT), "application/zip"
    )


def find_compound(content: Path) -> str:
    """The media type of an OLE compound file by its streams; ``application/x-ole-storage`` where none of them is known."""
    import olefile

    try:
        with olefile.OleFileIO(str(content)) as compound:
            top = {entry[0].lower() for entry in compound.listdir(streams=True, storages=False)}
    except Exception:  # noqa: BLE001 - olefile raises a dozen built-ins on damaged tables
        return OLE
    return next((mime for stream, mime in _STREAMS if stream in top), OLE)
