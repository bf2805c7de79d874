"""What leaves a case: exports for other programs. They take a ``Bundle`` and yield lines; writing them is the workbench's affair."""

from cablegraph.publish.bundle import Bundle, DocumentLeaf
from cablegraph.publish.calendar import calendar_lines
from cablegraph.publish.ftm import evidence_lines, ftm_lines
from cablegraph.publish.graph import gexf_lines, graphml_lines
from cablegraph.publish.jsonl import jsonl_lines
from cablegraph.publish.neo4j import neo4j_tables
from cablegraph.publish.tables import csv_tables
from cablegraph.publish.timeline import timeline_lines

FORMATS = {"jsonl": jsonl_lines, "ftm": ftm_lines, "graphml": graphml_lines, "gexf": gexf_lines, "ics": calendar_lines}
"""The formats that are one file, with what yields its lines."""

FOLDERS = {"csv": csv_tables, "neo4j": neo4j_tables}
"""The formats that are a folder of tables, with what yields each table's name and lines."""

__all__ = ["FOLDERS", "FORMATS", "Bundle", "DocumentLeaf", "evidence_lines", "timeline_lines"]
