"""Files: cablegraph and its peers in one run, over the same cables as text and as PDF.

Each reads in as many processes as there are cores; the start of Python and the loading of tables count for nobody. What cablegraph does beside reading the
layer (the checks of a hostile file, a second reading of right-to-left pages, OCR where the two disagree) is in its time.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.accuracy import errors_by_kind, rate, summary
from bench.peers.environments import Peer, load_peers
from bench.peers.measure import Figures, row_of, run_peer, write_rows
from bench.prints import Print

TEXT = "text"
_ALL = "all"


def measure_file_peers(texts: Sequence[Path], prints: Sequence[Print], work: Path) -> list[Figures]:
    """One row for cablegraph and one for each peer, in the order of the table."""
    plain = [{"group": TEXT, "path": str(path)} for path in texts]
    asked = [{"group": each.language, "path": str(each.path)} for each in prints]

    def measure(peer: Peer) -> Figures:
        rows = [*plain, *asked] if peer.texts else asked
        (answer,) = run_peer(peer.command("read-files"), write_rows(work / "files.jsonl", rows))
        groups = Counter(row["group"] for row in rows)
        groups |= {_ALL: len(rows)} if peer.texts else {}
        spent, busy = (_with_sum(answer[key]) for key in ("seconds", "cpu_seconds"))
        found: list[str | None] = answer["texts"]
        return {
            "documents_per_second": {group: round(count / spent[group], 1) for group, count in groups.items()},
            "cpu_ms_per_document": {group: round(1000 * busy[group] / count, 1) for group, count in groups.items()},
            "unread": found.count(None),
            **score_prints(prints, [text or "" for text in found[len(rows) - len(asked) :]]),
        }  # fmt: skip

    own = Peer("cablegraph_files", "cablegraph", texts=True)
    return [row_of(peer, measure) for peer in (own, *load_peers("files"))]


def _with_sum(seconds: dict[str, float]) -> dict[str, float]:
    return seconds | {_ALL: sum(seconds.values())}


def score_prints(prints: Sequence[Print], texts: Sequence[str]) -> dict[str, Any]:
    """Character accuracy by language and by language and program, and errors in 1,000 characters by kind."""
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each, text in zip(prints, texts, strict=True):
        for group in (each.language, f"{each.language}, {each.program}"):
            pairs[group].append((text, each.text))
    return {
        "accuracy": {group: summary([rate(*pair) for pair in found]) for group, found in pairs.items()},
        "errors": {group: errors_by_kind(found) for group, found in pairs.items() if "," not in group},
    }
