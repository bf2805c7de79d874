"""Silver labels for formal Persian: a first tagger reads unlabelled sentences, and what it is sure of becomes training text.

A name that the tagger knows for sure in several sentences is marked in the others too. Sentences in which it hesitates are
left out. The labelled tweets leave the common noun before a name outside it, formal prose counts it in ("استان یزد",
"سفارت ژاپن"); the joints below put that right.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from cablegraph.extract.mentions.tagger import Tagger

from .corpora import Sample, Span

SURE = 0.8
LIKELY = 0.55
PLAIN_SHARE = 4
_SHORT = {"PERSON": "PER", "ORG": "ORG", "PLACE": "LOC"}
_JOINTS = yaml.safe_load(Path(__file__).with_name("joints.yml").read_text(encoding="utf-8"))
_SITE = re.compile(rf"(?<!\w)(?:{'|'.join(_JOINTS['sites'])}) $")
_BODY = re.compile(rf"(?<!\w)(?:{'|'.join(_JOINTS['bodies'])}) (?:کشور )?$")
_STYLE = re.compile(rf"(?<!\w)(?:{'|'.join(_JOINTS['styles'])}) $")


@dataclass(frozen=True, slots=True)
class _Guess:
    span: Span
    sure: float


def make_silver(raw: list[str], tagger: Tagger, skip: set[str]) -> Iterator[Sample]:
    """Label sentences with a first tagger.

    Args:
        raw: Sentences without labels.
        tagger: The tagger trained on labelled text alone.
        skip: Sentences that are labelled by hand already.
    """
    guesses = [[_Guess((n.start, n.end, _SHORT[n.label]), n.confidence) for n in tagger.find_names(t)] for t in raw]
    known = _known_names(raw, guesses)
    finder = re.compile(
        r"(?<![\w\u200c])(?:" + "|".join(map(re.escape, sorted(known, key=len, reverse=True))) + r")(?![\w\u200c])"
    )
    plain = 0
    for text, found in zip(raw, guesses, strict=True):
        if text in skip:
            continue
        if any(g.sure < LIKELY and known.get(text[g.span[0] : g.span[1]]) != g.span[2] for g in found):
            continue
        spans = [g.span for g in found]
        for m in finder.finditer(text):
            if not _touches(m.span(), spans):
                spans.append((*m.span(), known[m.group()]))
        if not spans:
            plain += 1
            if plain % PLAIN_SHARE:
                continue
        yield Sample(text, tuple(_complete(text, sorted(spans))), "silver")


def _known_names(raw: list[str], guesses: list[list[_Guess]]) -> dict[str, str]:
    """Names found for sure at least twice, nearly always with one label, and seldom read as no name."""
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, found in zip(raw, guesses, strict=True):
        for guess in found:
            if guess.sure >= SURE:
                labels[text[guess.span[0] : guess.span[1]]][guess.span[2]] += 1
    words = Counter(w for text in raw for w in re.findall(r"[\w\u200c]+", text))
    known = {}
    for name, of_name in labels.items():
        label, count = of_name.most_common(1)[0]
        often = " " in name or count > 0.6 * words[name]
        if count >= 2 and count >= 0.85 * of_name.total() and len(name) > 2 and often:
            known[name] = label
    return known


def _complete(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Count in the common noun before a name."""
    for start, end, label in spans:
        before = text[:start]
        pattern, new = (_SITE, "LOC") if label == "LOC" else (_STYLE, "PER")
        joint = _BODY.search(before) if label != "PER" else None
        if joint:
            yield joint.start(), end, "ORG"
            continue
        joint = pattern.search(before) if label != "ORG" else None
        yield (joint.start(), end, new) if joint else (start, end, label)


def _touches(span: tuple[int, int], others: Iterable[Span]) -> bool:
    return any(s < span[1] and span[0] < e for s, e, _ in others)
