"""The sections of the bench in the order of the page: each measures one subject and shows it.

A new subject is a module with ``measure_x(...) -> dict``, a module of ``pages`` with ``x_tables(result)``, floors in ``floors.yml`` and a line here. What a
section needs of the labelled data stands in ``needs``; without it, and where it raises ``NotMeasured``, the page says why instead.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.absent import NotMeasured
from bench.faults import measure_faults
from bench.ingest import measure_ingest
from bench.language import measure_text
from bench.mentions import measure_mentions
from bench.names import measure_names
from bench.ocr import measure_ocr
from bench.pages import (
    date_tables,
    fault_tables,
    ingest_tables,
    language_tables,
    mention_tables,
    name_tables,
    ocr_tables,
    relation_tables,
    resolution_tables,
    road_tables,
    scale_tables,
    score_tables,
    unseen_tables,
)
from bench.peers.measure import measure_date_peers, measure_name_peers
from bench.relations import measure_relations
from bench.resolution import measure_resolution
from bench.road import run_road
from bench.scale import measure_scale
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
    needs: tuple[str, ...] = ()

    def run(self, setting: Setting) -> Any:
        """The figures, or ``{"absent": why}``."""
        missing = [part for part in self.needs if not (setting.shared / part).exists()]
        if missing:
            return {"absent": f"the labelled data has no {', '.join(missing)} (CABLEGRAPH_SHARED says where it lies)"}
        try:
            return self.measure(setting)
        except NotMeasured as reason:
            return {"absent": str(reason)}


def _measure_peers(setting: Setting) -> dict[str, Any]:
    return {
        "names": measure_name_peers(setting.shared, setting.command, setting.work),
        "dates": measure_date_peers(setting.shared, setting.command, setting.work),
    }


_SCORER = "tools/score.py"

SECTIONS = (
    Section(
        "road",
        "The whole road over real cables",
        lambda s: run_road(s.shared, s.work),
        ("data/frus/text", "data/op-ed"),
    ),
    Section("ingest", "Born-digital cables and the peers", lambda s: measure_ingest(s.shared, s.work)),
    Section("ocr", "OCR", lambda s: measure_ocr(s.work)),
    Section("scale", "Many files", lambda s: measure_scale(s.work)),
    Section("faults", "Harmed files and ended runs", lambda s: measure_faults(s.work)),
    Section("mentions", "Names in text", lambda s: measure_mentions(s.shared, s.command), ("data/ner", "data/frus")),
    Section(
        "scores", "Quality on labelled data", lambda s: score_all(s.shared, s.command, s.work), (_SCORER, "data/names")
    ),
    Section("relations", "Relations judged by hand", lambda s: measure_relations(s.shared), ("data/frus/text",)),
    Section("resolution", "Resolution at size", lambda s: measure_resolution(s.shared, s.work), ("data/names",)),
    Section("names", "Speed of names", lambda s: measure_names(s.shared), ("data/names",)),
    Section("language", "Speed of the language core", lambda _: measure_text()),
    Section("peers", "The peers", _measure_peers, (_SCORER, "data/names", "data/calendars")),
)

TABLES: tuple[Callable[[dict[str, Any]], list[str]], ...] = (
    road_tables,
    ingest_tables,
    ocr_tables,
    scale_tables,
    fault_tables,
    name_tables,
    date_tables,
    unseen_tables,
    language_tables,
    score_tables,
    relation_tables,
    mention_tables,
    resolution_tables,
)
"""What the page shows; each table answers with no lines where its figures have not been measured."""
