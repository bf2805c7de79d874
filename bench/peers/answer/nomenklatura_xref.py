"""nomenklatura's cross-reference of a set of person records: its blocker, its matcher for de-duplicating, every pair that it scores.

``python -m bench.peers.answer.nomenklatura_xref`` reads records (``id``, ``name``) from standard input and writes one line with the seconds of its work and the
pairs with their scores. Names in Arabic script carry their romanisation as a second name, as nomenklatura compares best. What score makes two records one is
left to who asked. The trap: its suggestions stop at a limit of pairs, so that is set far above what the records can give.
"""

import json
import logging
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from followthemoney import Dataset, StatementEntity
from nomenklatura.db import make_session
from nomenklatura.matching import LogicV2
from nomenklatura.resolver import Resolver
from nomenklatura.store.memory import MemoryStore
from nomenklatura.xref import xref

from bench.peers.answer.people import spellings

_DATA = Dataset.make({"name": "records", "title": "records"})
_PAIRS_A_RECORD = 10
_LEAST = 0.3


def main() -> None:
    """Cross-reference the records on standard input."""
    logging.disable(logging.WARNING)
    records = [json.loads(line) for line in sys.stdin]
    with tempfile.TemporaryDirectory() as folder, make_session() as session:
        resolver: Resolver[StatementEntity] = Resolver(session, create=True)
        store: MemoryStore[Dataset, StatementEntity] = MemoryStore(_DATA, resolver)
        with store.writer() as writer:
            for record in records:
                told = {"schema": "Person", "id": record["id"], "properties": {"name": spellings(record["name"])}}
                writer.add_entity(StatementEntity.from_data(_DATA, told))
        limit = len(records) * _PAIRS_A_RECORD
        started, begun = perf_counter(), process_time()
        xref(
            resolver, session, store, Path(folder), limit=limit, limit_factor=1, discount_internal=1.0, min_threshold=_LEAST,
            algorithm=LogicV2,
        )  # fmt: skip
        seconds, processor = perf_counter() - started, process_time() - begun
        pairs = [(left, right, score) for left, right, score in resolver.get_candidates(limit)]
    sys.stdout.write(json.dumps({"seconds": seconds, "processor_seconds": processor, "pairs": pairs}) + "\n")


if __name__ == "__main__":
    main()
