"""An invented case on its way out."""

from collections.abc import Iterator

from analyse.making import CARDS, end, line, proof
from cablegraph.model import CitingEdge, Gap, Judgement, Mention, Problem, remedy_for
from cablegraph.model.answers import ClaimCard, PlaceChoice
from cablegraph.publish import Bundle, DocumentLeaf

SHA = "ab" * 32


def documents() -> Iterator[DocumentLeaf]:
    """Three documents, one in a container, one without a date or a header."""
    yield DocumentLeaf(
        "d-1", "اسناد/one.zip/نامه ۱.pdf", SHA, "trove", "=گزارش بندر", "pdf", "application/pdf", "fa", "2014-11",
        {"number": "۱۲/۴", "from": "تهران", "to": "بغداد", "references": ["A-1", "A-2"]},
    )  # fmt: skip
    yield DocumentLeaf(
        "d-2", "letters/رسالة.eml", SHA, "trove", "رسالة", "email", "message/rfc822", "ar", "2015-01-02", {}
    )
    yield DocumentLeaf("d-3", "plain.txt", SHA, "record", "", "text", "text/plain", "en", None, {})


def mentions() -> Iterator[tuple[Mention, str | None]]:
    """A mention that means somebody and one that is open."""
    yield Mention("m-1", "d-1", 1, 0, 9, "کریم زندی", "PERSON", 0.87654, "tagger", "r-1"), "e-karim"
    yield Mention("m-2", "d-1", 2, 20, 24, "بندر", "PLACE", 0.5, "tagger"), None


HELD = line(
    "Occupancy", "e-karim", "e-post", "l-held", first="2005", last="2008-06", organization=end("e-port"), citations=(proof("d-1"), proof("d-2", 2)), sources=2,
)  # fmt: skip
MET = line(
    "Meeting",
    "e-karim",
    "e-omar",
    "l-met",
    first="2014-11-05",
    asserted_by="a source",
    modality="report",
    place="بغداد",
    new=True,
)
HIRED = line("Recruitment", "e-leila", "e-port", "l-hired", handler=end("e-omar"), as_of="2014-11-05", acting=True)
DENIED = line("Membership", "e-omar", "e-port", "l-denied", polarity="denied", last="2010")
REJECTED = line("Support", "e-omar", "e-leila", "l-rejected", review="rejected")
ODD = line("Directorship", "e-karim", "e-place", "l-odd", review="accepted")

CLAIM = ClaimCard(
    "c-1", "d-3", "plain", 3, 9, "زندی رفت", "fact", "the author", "2014-01-01", None, "supported", None,
    ({"document": "d-1", "page": 1, "start": 0, "end": 9, "quote": "کریم زندی", "for": True, "reason": "the same relation"},),
)  # fmt: skip

BUNDLE = Bundle(
    documents, mentions, tuple(CARDS.values()), (HELD, MET, HIRED, DENIED, REJECTED, ODD), (CLAIM,), (Gap("trove", "A-…", "A-1", "A-3", 2, ("A-2",)),),
    (Judgement(1, "same", "e-karim", "e-omar", "negative", "نسرین", "2026-01-01T00:00:00+00:00", "دو نفر", "ff"),),
    (Problem("x-1", "trove", "اسناد/قفل.pdf", "password-needed", "It wants a password.", remedy_for("password-needed"), "ingest", None, None),),
    (CitingEdge("d-1", "d-2", "A-1", ("number", "origin")),),
    lambda: {"e-place": PlaceChoice(98182, "Baghdad", "IQ", 368, "Iraq", 33.34058, 44.40088, 7_216_000, 0.97, "another name")},
)  # fmt: skip
EMPTY = Bundle(lambda: iter(()), lambda: iter(()), (), (), (), (), (), ())
