"""A case as CSV tables with a byte order mark, so that spreadsheet programs read the three scripts.

A cell that a spreadsheet would run as a formula gets an apostrophe in front: what stands in a trove is never executed.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from cablegraph.model.answers import PlaceChoice
from cablegraph.publish.bundle import Bundle

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_tables(bundle: Bundle) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield each table as its file name and its lines: relations first, since they are what most people want."""
    yield "relations.csv", table_lines(
        ("id", "type", "subject", "subject_id", "object", "object_id", "from", "to", "as_of", "polarity", "modality", "asserted_by", "confidence",
         "review", "documents", "document", "page", "start", "end", "quote"),
        ((r.id, r.type, r.subject.caption, r.subject.entity, r.object.caption, r.object.entity, r.first or "", r.last or "", r.as_of or "",
          r.polarity, r.modality, r.asserted_by, str(r.confidence), r.review, str(r.sources), c.document, str(c.page), str(c.start), str(c.end), c.quote)
         for r in bundle.relations for c in r.citations),
    )  # fmt: skip
    places = bundle.places()
    yield "entities.csv", table_lines(
        ("id", "schema", "caption", "romanised", "names", "documents", "mentions", "latitude", "longitude", "country", "geonames"),
        ((e.id, e.schema, e.caption, e.romanised, "; ".join(e.names), str(e.documents), str(e.mentions), *place_cells(places.get(e.id)))
         for e in bundle.entities),
    )  # fmt: skip
    yield "documents.csv", table_lines(
        ("id", "dataset", "path", "title", "kind", "language", "date", "number", "from", "to", "sha256"),
        ((d.id, d.dataset, d.path, d.title, d.kind, d.language, d.date or "", *(_text(d.header.get(n)) for n in ("number", "from", "to")), d.sha256)
         for d in bundle.documents()),
    )  # fmt: skip
    yield (
        "problems.csv",
        table_lines(
            ("dataset", "path", "code", "cause", "remedy", "document", "page"),
            (
                (p.dataset, p.path, p.code, p.cause, p.remedy, p.document or "", str(p.page or ""))
                for p in bundle.problems
            ),
        ),
    )
    yield (
        "references.csv",
        table_lines(
            ("document", "cited", "words", "by"),
            ((r.document, r.cited, r.words, "; ".join(r.by)) for r in bundle.references),
        ),
    )


def place_cells(place: PlaceChoice | None) -> tuple[str, str, str, str]:
    """Degrees north and east, country and number in GeoNames of a place, empty where they are not known; a country is no point."""
    if place is None:
        return "", "", "", ""
    point = (
        ("", "") if place.latitude is None or place.longitude is None else (str(place.latitude), str(place.longitude))
    )
    return *point, place.country, str(place.geonames)


def _text(value: str | list[str] | None) -> str:
    return "; ".join(value) if isinstance(value, list) else value or ""


def table_lines(names: Sequence[str], rows: Iterable[Sequence[str]], *, mark: bool = True) -> Iterator[str]:
    """The lines of one table; with ``mark`` it begins with a byte order mark and no cell can be run as a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    if mark:
        yield "\ufeff"
    for row in ([*names], *rows):
        writer.writerow(["'" + cell if mark and cell.startswith(_FORMULA) else cell for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
