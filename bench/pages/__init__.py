"""The parts of ``docs/reference/quality.md``, one module a subject: Markdown lines from the result, none where nothing was measured."""

from bench.pages.dates import date_tables
from bench.pages.faults import fault_tables
from bench.pages.ingest import ingest_tables
from bench.pages.language import language_tables
from bench.pages.mentions import mention_tables
from bench.pages.names import name_tables
from bench.pages.ocr import ocr_tables
from bench.pages.relations import relation_tables
from bench.pages.resolution import resolution_tables
from bench.pages.road import road_tables
from bench.pages.scale import scale_tables
from bench.pages.scores import score_tables
from bench.pages.unseen import unseen_tables

__all__ = [
    "date_tables",
    "fault_tables",
    "ingest_tables",
    "language_tables",
    "mention_tables",
    "name_tables",
    "ocr_tables",
    "relation_tables",
    "resolution_tables",
    "road_tables",
    "scale_tables",
    "score_tables",
    "unseen_tables",
]
