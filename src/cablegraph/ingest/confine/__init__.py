"""What a process that reads hostile files may do, and what holds it: Landlock, a filter on system calls, namespaces, ceilings.

Knows what the kernel offers to a plain user, takes all of it, and says what it got. Ending a process by the clock, counting what it has laid down, and not
believing what it answers is left to whoever started it.
"""

from cablegraph.ingest.confine.limits import allow_seconds, limit_memory
from cablegraph.ingest.confine.namespaces import end_leftovers
from cablegraph.ingest.confine.process import Held, confine_process
from cablegraph.ingest.confine.protection import describe_protection, find_protection

__all__ = [
    "Held",
    "allow_seconds",
    "confine_process",
    "describe_protection",
    "end_leftovers",
    "find_protection",
    "limit_memory",
]
