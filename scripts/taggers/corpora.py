"""The labelled text that the name taggers learn from, and what is repaired or left out of it.

Trap: no source marks every label, so only PERSON, ORG and LOC are read, which all of them mark.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC"}
Span = tuple[int, int, str]
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"][.!?;:])[”\"]?\s+(?=[A-Z0-9“\"(])|\n+|\t+")


@dataclass(frozen=True, slots=True)
class Sample:
    """A stretch of text with its names: half-open spans in code points, labels PER, ORG, LOC."""

    text: str
    spans: tuple[Span, ...]
    source: str


def read_corpus(path: Path) -> Iterator[Sample]:
    """Read a labelled file of the folder ``ner``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = [(s["start"], s["end"], LABELS[s["label"]]) for s in row["spans"] if s["label"] in LABELS]
            if row["source"] == "btc":
                spans = [s for s in spans if not is_handle(row["text"], s)]
            yield Sample(row["text"], tuple(spans), row["source"])


def read_hand(path: Path, raw: list[str]) -> Iterator[Sample]:
    """Read names marked by hand: number and CRC-32 of a sentence of the raw text, then spans as start-end:LABEL."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        number, checksum, marks = line.split("\t")
        text = raw[int(number)]
        if f"{zlib.crc32(text.encode()):08x}" != checksum:
            raise ValueError(f"Sentence {number} is not the one that was marked by hand; is this another raw text?")
        spans = []
        for mark in marks.split():
            place, _, label = mark.partition(":")
            start, _, end = place.partition("-")
            spans.append((int(start), int(end), label))
        yield Sample(text, tuple(spans), "hand")


def is_handle(text: str, span: Span) -> bool:
    """Tell whether a span of the Broad Twitter Corpus is an account ("@", or what follows it) and no name."""
    return text[span[0]] == "@" or text[: span[0]].rstrip().endswith("@")


def read_cables(path: Path) -> Iterator[Sample]:
    """Read the FRUS paragraphs sentence by sentence, without the sentences that hold an unexplained capitalised word."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text, unsure = row["text"], row["u"]
            spans = [(e["s"], e["e"], LABELS[e["l"]]) for e in row["ents"]]
            for start, end in _sentences(text, spans):
                if any(s < end and start < e for s, e in unsure):
                    continue
                inside = tuple((s - start, e - start, label) for s, e, label in spans if start <= s and e <= end)
                yield Sample(text[start:end], inside, "frus-" + row["doc"].split("/")[0] + "-" + row["zone"])


def _sentences(text: str, spans: list[Span]) -> Iterator[tuple[int, int]]:
    start = 0
    for m in _SENTENCE_END.finditer(text):
        if m.end() - start > 20 and not any(s < m.end() and m.start() < e for s, e, _ in spans):
            yield start, m.end()
            start = m.end()
    if start < len(text):
        yield start, len(text)
