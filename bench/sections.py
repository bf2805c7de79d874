"""The sections of the bench in the order of the page: each measures one subject and shows it.

A new subject is a module with ``measure_x(...) -> dict``, a module of ``pages`` with ``x_tables(result)``, floors in ``floors.yml`` and a line here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.language import measure_text
from bench.names import measure_names
from bench.pages import date_tables, language_tables, name_tables, road_tables, score_tables, unseen_tables
from bench.peers.measure import measure_date_peers, measure_name_peers
from bench.road import run_road
from bench.scores import score_all


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a section finds the labelled data, the command under test and a folder to work in."""

    shared: Path
    command: Path
    work: Path


@dataclass(frozen=True, slots=True)
class Section:
    """One subject: its key in the result and for ``--only``, what is said while it runs, and how it is measured."""

    key: str
    title: str
    measure: Callable[[Setting], Any]


def _measure_peers(setting: Setting) -> dict[str, Any]:
    return {
        "names": measure_name_peers(setting.shared, setting.command, setting.work),
        "dates": measure_date_peers(setting.shared, setting.command, setting.work),
    }


SECTIONS = (
    Section("road", "The whole road over real cables", lambda s: run_road(s.shared, s.work)),
    Section("scores", "Quality on labelled data", lambda s: score_all(s.shared, s.command, s.work)),
    Section("names", "Speed of names", lambda s: measure_names(s.shared)),
    Section("language", "Speed of the language core", lambda _: measure_text()),
    Section("peers", "The peers", _measure_peers),
)

TABLES: tuple[Callable[[dict[str, Any]], list[str]], ...] = (
    road_tables,
    name_tables,
    date_tables,
    unseen_tables,
    language_tables,
    score_tables,
)
"""What the page shows; each table answers with no lines where its figures have not been measured."""
