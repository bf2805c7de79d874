"""Names in text: what a newsroom could put together by itself, on the same rows.

Lists and patterns alone, a linear-chain CRF and spaCy, the two trained the plain way on the labelled text that cablegraph has learnt from. Each learns a
language once. What is not installed is named with the reason.
"""

import json
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.mention_baselines import answer_by_lists, plain_crf
from bench.mention_rows import Name, Row, read_learnt
from bench.peers.environments import ROOT, PeerAbsent

Answer = Callable[[Path, str, list[Row]], list[set[Name]]]
Score = Callable[[list[Row], list[set[Name]]], dict[str, Any]]


def compare(data: Path, sets: dict[str, list[Row]], answer: Answer, score: Score) -> dict[str, Any]:
    """The figures of one manner for each set, or why it is absent; seconds are those of its language, learning included."""
    out: dict[str, Any] = {}
    for language in ("en", "fa", "ar"):
        own = {name: rows for name, rows in sets.items() if rows[0].language == language}
        begin = time.perf_counter()
        try:
            found = answer(data, language, [row for rows in own.values() for row in rows])
        except ImportError as absent:
            return {"absent": f"{absent.name} is not installed"}
        except PeerAbsent as absent:
            return {"absent": str(absent)}
        seconds, at = round(time.perf_counter() - begin, 1), 0
        for name, rows in own.items():
            out[name] = {**score(rows, found[at : at + len(rows)]), "seconds of the language": seconds}
            at += len(rows)
    return out


def _crf(data: Path, language: str, rows: list[Row]) -> list[set[Name]]:
    tag = plain_crf([(r.text, r.names) for r in read_learnt(data, language)], language)
    return [tag(r.text) for r in rows]


def _spacy(data: Path, language: str, rows: list[Row]) -> list[set[Name]]:
    python = ROOT / ".tools" / "peers" / "mentions" / "bin" / "python"
    if not python.exists():
        message = "not installed here: `bash scripts/peers.sh` installs it where a package index can be reached"
        raise PeerAbsent(message)
    with tempfile.TemporaryDirectory() as folder:
        learn, ask = Path(folder) / "learn.jsonl", Path(folder) / "ask.jsonl"
        for path, said in ((learn, read_learnt(data, language)), (ask, rows)):
            path.write_text(
                "".join(json.dumps({"text": r.text, "names": sorted(r.names)}) + "\n" for r in said), encoding="utf-8"
            )
        script = Path(__file__).parent / "mention_spacy.py"
        done = subprocess.run([python, script, language, learn, ask], stdout=subprocess.PIPE, check=True)
    return [{(start, end, kind) for start, end, kind in json.loads(line)} for line in done.stdout.splitlines()]


def _lists(_: Path, __: str, rows: list[Row]) -> list[set[Name]]:
    return [answer_by_lists(r.text, r.language) for r in rows]


MANNERS: dict[str, Answer] = {"lists and patterns": _lists, "plain CRF": _crf, "spaCy, trained from nothing": _spacy}
