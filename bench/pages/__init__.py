"""The parts of ``docs/reference/quality.md``, one module a subject: Markdown lines from the result, none where nothing was measured."""

from bench.pages.dates import date_tables
from bench.pages.language import language_tables
from bench.pages.names import name_tables
from bench.pages.road import road_tables
from bench.pages.scores import score_tables
from bench.pages.unseen import unseen_tables

__all__ = ["date_tables", "language_tables", "name_tables", "road_tables", "score_tables", "unseen_tables"]
