"""The invented trove: a neighbour's service, its station and three states that do not exist.

``build_trove`` writes the trove's files (text, PDF, scans, mail, office files, archives) from the readable sources in
``sources/``, and hands back the truth about them; ``prepare`` makes a case of it. Every person, post, body and country in it is invented.
"""

from cablegraph.demo.run import Findings, find_out, prepare, show_findings
from cablegraph.demo.trove import BuiltTrove, build_trove

__all__ = ["BuiltTrove", "Findings", "build_trove", "find_out", "prepare", "show_findings"]
