"""What a case says when its facts are put together: relations of entities, the network in time, the timeline.

Pure functions over cards; nothing here reads a database.
"""

from cablegraph.analyse.gaps import find_gaps
from cablegraph.analyse.gather import Decision, Ends, gather_relations
from cablegraph.analyse.network import NetworkQuestion, build_network, holds_in
from cablegraph.analyse.timeline import TimelineQuestion, Written, build_timeline

__all__ = [
    "Decision",
    "Ends",
    "NetworkQuestion",
    "TimelineQuestion",
    "Written",
    "build_network",
    "build_timeline",
    "find_gaps",
    "gather_relations",
    "holds_in",
]
