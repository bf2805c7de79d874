"""Invented rows for the tests of the store."""

from pathlib import Path

import sqlalchemy as sa

from cablegraph.model import (
    DateMention,
    Extraction,
    FileState,
    Header,
    Mention,
    Modality,
    PageText,
    Polarity,
    Reading,
    Referent,
    Relation,
    Trouble,
    WordBox,
    cite,
    make_id,
)
from cablegraph.store import files
from cablegraph.store.tables import file

FA = "به: وزارت راه\nکریم زندی در ۱۳۹۳ مدیر بندر شد."
AR = "إلى وزارة النقل. تولى كريم زندي إدارة الميناء."
EN = "To the Ministry. Karim Zandi 🛳 ran the port."

SHA = {name: make_id("s", name).removeprefix("s-").ljust(64, "0") for name in ("a", "b", "c", "d")}


def reading(*texts: str, title: str = "نامه", kind: str = "pdf") -> Reading:
    """A reading of some pages, the first word of each in a box."""
    pages = tuple(
        PageText(t, "fa", "layer", "made 1", 595.0, 842.0, 0.5, (WordBox(0, 3, 0.1, 0.2, 0.3, 0.4, 0.75),))
        for t in texts
    )
    return Reading(kind, "application/pdf", "made 1", pages, title, {"author": "ک. ز."})


def trouble(code: str = "ocr-failed", page: int | None = None, cause: str = "The page is noise.") -> Trouble:
    """Trouble with a file."""
    return Trouble(code, cause, page)


def extraction(document: str, text: str) -> Extraction:
    """One of everything, taken from the first words of a text."""
    proof = cite(document, 1, text, 0, len(text))
    mentions = (
        Mention(make_id("m", document, 0), document, 1, 0, 2, text[0:2], "ORG", 0.9, "made", "r-1"),
        Mention(make_id("m", document, 4), document, 1, 4, 9, text[4:9], "PERSON", 0.8, "made", "r-2"),
    )
    dates = (
        DateMention(document, 1, 0, 4, text[0:4], "2014-03-21", "2015-03-20", "solar", "year", "2014/2015", ("2014",)),
    )
    referents = (
        Referent("r-1", document, "Organization", text[0:2], (text[0:2],), "fa"),
        Referent("r-2", document, "Person", text[4:9], (text[4:9], "Z"), "fa", {"post": ("مدیر بندر",)}),
    )
    relation = Relation(
        make_id("l", document), document, "Directorship", "r-2", "r-1", None, None, text[4:9], text[0:2], "2014", None, None,
        Polarity.DENIED, Modality.ALLEGATION, "writer", proof, 0.7, "rule", "شد", "بندر", acting=True,
    )  # fmt: skip
    header = Header({"number": "۱۲/۴", "references": ("A", "B"), "date": "1393"}, {"number": (0, 2)})
    return Extraction(header, mentions, dates, referents, (relation,))


def place(
    connection: sa.Connection, path: str, content: str = "", *, dataset: str = "trove", size: int = 5, depth: int = 0, parent: int | None = None,
    state: FileState | None = None, stamp: str = "1", turn: int = 0,
) -> int:  # fmt: skip
    """Put a file into a case as a run does: a file on disk is listed and taken, a member of a container is registered. Returns its number."""
    sha256 = SHA.get(content, content)
    if depth:
        number = files.register_member(
            connection,
            dataset_name=dataset,
            path=path,
            sha256=sha256,
            size=size,
            depth=depth,
            parent=parent,
            root=parent,
            turn=turn,
        )
    else:
        sighting = files.Sighting(path, Path("/disk") / path, size, stamp, "2014-11-03T10:00:00+00:00", turn)
        files.list_files(connection, dataset, [sighting])
        row = next((r for r in files.listed(connection, 100) if r.path == path), None)
        if row and sha256:
            files.take(connection, row, sha256, size)
        query = sa.select(file.c.id).where(file.c.dataset == dataset, file.c.path == path, file.c.sha256 == sha256)
        number = connection.execute(query).scalar_one()
    if state:
        files.set_state(connection, number, state, "text 1")
    return number
