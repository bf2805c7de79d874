"""Tables in plain text (.csv, .tsv): a line for each row, cells parted by tabs, a page for so many rows.

Knows how to tell by evidence what parts the cells: the mark that cuts the most rows into the same number of cells. The trap: a comma stands in every sentence
and in Persian numbers, so a mark that cuts rows into ever other numbers parts nothing.
"""

import csv
import io
import sys
from collections import Counter
from pathlib import Path

from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.task import Task
from cablegraph.model import Reading
from cablegraph.text import decode

ROWS = 500
"""Rows of one page."""

_MARKS = (",", ";", "\t", "|", "\u061b", "^")
_SAMPLE_ROWS = 200
_SAMPLE = 200_000
_AGREED = 0.6


class TableReader:
    """Reads tables in plain text."""

    name = "table"
    version = "1"
    kinds = frozenset({"table"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a table; rows that no mark cuts stand as they are."""
        decoded = decode(content.read_bytes())
        draft = Draft(task, "table", mime, f"{self.name} {self.version}", content.stat().st_size)
        mark = find_mark(decoded.text)
        draft.describe("text", {"encoding": decoded.encoding, "delimiter": {"\t": "tab", None: "none"}.get(mark, mark)})
        if decoded.repaired:
            draft.trouble("text-repaired", decoded.repaired)
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        lines: list[str] = []
        for row in _rows(decoded.text, mark):
            lines.append(row)
            if len(lines) == ROWS:
                if not draft.add_page("\n".join(lines)):
                    return draft.finish()
                lines = []
        if lines or not draft.pages:
            draft.add_page("\n".join(lines))
        return draft.finish()


def _rows(text: str, mark: str | None) -> "map[str] | list[str]":
    if mark is None:
        return text.splitlines()
    reader = csv.reader(io.StringIO(text.replace("\0", "\ufffd"), newline=""), delimiter=mark)
    return map(_show, reader)


def _show(cells: list[str]) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t")


def find_mark(text: str) -> str | None:
    """What parts the cells of a table; None where nothing cuts most rows into the same number of cells, two or more."""
    sample = text[:_SAMPLE].replace("\0", "\ufffd")
    if len(text) > _SAMPLE:
        sample = sample.rpartition("\n")[0] or sample
    best, best_score = None, 0.0
    for mark in _MARKS:
        if mark not in sample:
            continue
        try:
            rows = csv.reader(io.StringIO(sample, newline=""), delimiter=mark)
            widths = [len(row) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False) if row]
        except csv.Error:
            continue
        width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        score = count / max(len(widths), 1)
        if width > 1 and score >= _AGREED and (score, width) > (best_score, 0) and score > best_score:
            best, best_score = mark, score
    return best
