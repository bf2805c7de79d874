"""Polarity, modality and attribution: what the words round a relation make of it.

The words are data (``data/cues.yml``). A cue counts where it governs: before the relation in its own clause, or between its ends. The trap
is the cue of another clause: 'X denied the report but met Y' affirms the meeting, so the sentence is cut at 'but' and at semicolons first.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.extract.relations.lexicon import LANGUAGES
from cablegraph.extract.relations.mask import Mask
from cablegraph.extract.relations.pieces import plain
from cablegraph.model.relation import Modality, Polarity

WRITER = "writer"
CUT = {
    "en": re.compile(r";|\bbut\b|\balthough\b|\bwhile\b|\bwhereas\b|\bhowever\b|\bfact that\b|\. ", re.IGNORECASE),
    "fa": re.compile(r";|(?<!\w)(?:ولی|اما|لیکن|گرچه|هرچند)(?!\w)|\. "),
    "ar": re.compile(r";|(?<!\w)و?(?:لکن|لکنه|لکنها|بینما|غیر ان|الا ان)(?!\w)|\. "),
}
SPEAKER = r"(?:⟦(?P<speaker>[PTOGCRL]\d+)⟧|(?P<nobody>{nobody}))"


@dataclass(frozen=True, slots=True)
class Stance:
    """How a sentence puts a relation; ``stated`` is False where it states nothing (a question, a condition)."""

    polarity: Polarity
    modality: Modality
    asserted_by: str
    stated: bool = True


@dataclass(frozen=True, slots=True)
class _Cues:
    drop: re.Pattern[str]
    by_kind: dict[str, re.Pattern[str]]
    speakers: tuple[tuple[re.Pattern[str], str], ...]
    behind: tuple[tuple[re.Pattern[str], str], ...]
    after: re.Pattern[str]


@cache
def _data() -> Any:
    return yaml.safe_load((files(__package__) / "data" / "cues.yml").read_text(encoding="utf-8"))


@cache
def _cues(language: str) -> _Cues:
    data = _data()[language]
    speaker = SPEAKER.format(nobody="|".join(plain(w) for w in data["nobody"]))

    def compiled(words: list[str]) -> re.Pattern[str]:
        return re.compile("|".join(plain(w) for w in words) or "(?!)", re.IGNORECASE)

    def spoken(entries: list[dict[str, str]]) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple(
            (re.compile(plain(e["find"]).replace("<speaker>", speaker), re.IGNORECASE), e["as"]) for e in entries
        )

    kinds = ("denied", "plan", "allegation", "report", "opinion")
    return _Cues(
        compiled(data["drop"]),
        {k: compiled(data[k]) for k in kinds},
        spoken(data["speakers"]),
        spoken(data["behind"]),
        compiled(data["after"]),
    )


def _clause(mask: Mask, start: int, end: int, language: str) -> tuple[int, int]:
    first, last = 0, len(mask.text)
    for cut in CUT[language].finditer(mask.text):
        if cut.end() <= start:
            first = cut.end()
        elif cut.start() >= end:
            last = min(last, cut.start())
    return first, last


def judge(mask: Mask, text: str, start: int, end: int, language: str, *, negated: bool = False) -> Stance:
    """Polarity, modality and attribution of the relation that stands between ``start`` and ``end`` of a mask.

    Args:
        mask: The masked sentence.
        text: The text it was made from, for the speaker's name.
        start: Where the pattern's match begins in the mask.
        end: Where it ends.
        language: "en", "fa" or "ar".
        negated: Whether the pattern itself holds a negation (a Persian verb in the negative).
    """
    language = language if language in LANGUAGES else "en"
    cues = _cues(language)
    first, last = _clause(mask, start, end, language)
    governing = mask.text[first:end]
    if mask.text.rstrip(' "')[-1:] == "?" or cues.drop.search(governing):
        return Stance(Polarity.AFFIRMED, Modality.OPINION, WRITER, stated=False)
    who, how = _speaker(mask, text, cues, (first, last), (start, end))
    hit = {kind: bool(pattern.search(governing)) for kind, pattern in cues.by_kind.items()}
    negated = negated or bool(cues.after.search(mask.text[end:last]))
    polarity = Polarity.DENIED if negated or hit["denied"] or how == "denied" else Polarity.AFFIRMED
    modality = Modality.FACT
    for kind in ("plan", "allegation", "opinion", "report"):
        if hit[kind] or how == kind:
            modality = Modality(kind)
            break
    if modality is Modality.FACT and who != WRITER:
        modality = Modality.REPORT
    return Stance(polarity, modality, who)


def _speaker(mask: Mask, text: str, cues: _Cues, clause: tuple[int, int], match: tuple[int, int]) -> tuple[str, str]:
    """Who says it and how; the writer where nobody is named."""
    for patterns, first, last in ((cues.speakers, clause[0], match[1]), (cues.behind, match[1], clause[1])):
        for pattern, how in patterns:
            for found in pattern.finditer(mask.text[first:last]):
                if first == clause[0] and first + found.start() > match[0] and how != "denied":
                    continue
                if found.groupdict().get("speaker"):
                    piece = mask.pieces[int(found["speaker"][1:])]
                    return text[piece.start : piece.end], how
                if found.groupdict().get("nobody"):
                    begin, stop = mask.span(first + found.start("nobody"), first + found.end("nobody"))
                    return text[begin:stop], how
                return WRITER, how
    return WRITER, ""
