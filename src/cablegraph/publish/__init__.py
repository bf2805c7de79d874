"""What leaves a case: exports for other programs. They take a ``Bundle`` and yield lines; writing them is the workbench's affair."""

from cablegraph.publish.bundle import Bundle, DocumentLeaf
from cablegraph.publish.ftm import evidence_lines, ftm_lines
from cablegraph.publish.graph import gexf_lines, graphml_lines
from cablegraph.publish.jsonl import jsonl_lines
from cablegraph.publish.tables import csv_tables

FORMATS = {"jsonl": jsonl_lines, "ftm": ftm_lines, "graphml": graphml_lines, "gexf": gexf_lines}
"""The formats that are one file, with what yields its lines; ``csv`` is several files (``csv_tables``)."""

__all__ = [
    "FORMATS", "Bundle", "DocumentLeaf", "csv_tables", "evidence_lines", "ftm_lines", "gexf_lines", "graphml_lines", "jsonl_lines",
]  # fmt: skip
