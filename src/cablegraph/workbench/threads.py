"""Who answers whom among the messages of a case, found when it is first asked for and kept as long as its snapshot.

Knows where a document keeps what its message said of its place; the way from there to threads is left to ``ingest``.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from cablegraph.ingest import MessageLinks, ThreadedMessage, find_threads
from cablegraph.store.tables import document

Thread = tuple[ThreadedMessage, ...]
_KIND = "email"
_FIELDS = ("message-id", "in-reply-to", "references", "subject", "date:iso")


@dataclass(slots=True, eq=False)
class Threads:
    """The threads of one moment of a case; safe to ask from several threads of the program."""

    _found: Mapping[str, Thread] | None = None
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def of(self, connection: sa.Connection, key: str) -> Thread:
        """The thread in which a document stands, the first message first; empty where it stands alone or is no message."""
        with self._guard:
            if self._found is None:
                self._found = _find(connection)
            return self._found.get(key, ())


def _find(connection: sa.Connection) -> dict[str, Thread]:
    """For each message that has company its thread; answers to one message stand in the order of their dates."""
    columns = [document.c.properties[f"mail:{name}"].as_string() for name in _FIELDS]
    rows = connection.execute(sa.select(document.c.id, *columns).where(document.c.kind == _KIND)).all()
    given = [
        MessageLinks(key, own or "", tuple((answered or "").split()), tuple((older or "").split()), subject or "")
        for key, own, answered, older, subject, _ in sorted(rows, key=lambda r: (r[-1] or "", r[0]))
    ]
    return {one.key: thread for thread in find_threads(given) if len(thread) > 1 for one in thread}
