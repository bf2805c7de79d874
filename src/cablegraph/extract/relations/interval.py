"""When a relation held or happened, as the dates of its sentence say it.

A date counts for the relation it stands nearest to in its clause. What it means depends on the word before it (since, until, from ... to)
and else on the relation: a meeting happened then, an appointment began then, a dismissal ended then. The trap: 'in 2011 he was governor'
gives neither end, only a day on which it held.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from cablegraph.extract.relations.dated import Dated
from cablegraph.extract.relations.mask import TOKEN, Mask
from cablegraph.extract.relations.patterns import load_shared
from cablegraph.extract.relations.pieces import plain

CLOSE = 8
YEAR, DAY = 4, 10


@dataclass(frozen=True, slots=True)
class Period:
    """``first`` and ``last`` as ISO to the precision stated, None where not said; ``held`` a date on which it held."""

    first: str | None = None
    last: str | None = None
    held: str | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    since: re.Pattern[str]
    until: re.Pattern[str]
    breaks: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load_shared()
    between = "|".join(plain(w) for w in data["before_date"])

    def behind(words: list[str]) -> re.Pattern[str]:
        return re.compile(rf"(?:{'|'.join(plain(w) for w in words)})\s*(?:{between})*\Z", re.IGNORECASE)

    return _Words(behind(data["since"]), behind(data["until"]), re.compile("|".join(plain(w) for w in data["breaks"])))


def read_period(mask: Mask, dates: Sequence[Dated | None], start: int, end: int, when: str) -> Period:
    """The period of a relation found between ``start`` and ``end`` of a mask.

    Args:
        mask: The masked sentence, whose ``D`` tokens point into ``dates``.
        dates: The dates of the text, as ``read_date`` gives them.
        start: Where the match begins.
        end: Where it ends.
        when: What a date means: ``instant`` it happened then, ``during`` it went on then, ``hold`` it held on that day, ``begin`` and
            ``since`` it began, ``end`` it ended, ``beside`` only a date close by bounds it, ``timeless`` nothing.
    """
    found = []
    for token in TOKEN.finditer(mask.text):
        if token[1] != "D":
            continue
        dated = dates[mask.pieces[int(token[2])].date]
        if dated is None:
            continue
        inside = start <= token.start() < end
        far = 0 if inside else min(abs(token.start() - end), abs(start - token.end()))
        between = mask.text[end : token.start()] if token.start() >= end else mask.text[token.end() : start]
        if not inside and (far > 90 or _words().breaks.search(between)):
            continue
        found.append((far, token, dated))
    if not found or when == "timeless":
        return Period()
    nearest = sorted(found, key=lambda f: f[0])[:3]
    first = last = held = None
    for far, token, dated in nearest:
        side = dated.side or _side(mask.text[: token.start()])
        if when == "beside" and (far > CLOSE if side else _is_aside(dated, token.start() - end)):
            continue
        if side == "range" and when == "beside" and _is_stay(dated):
            held = held or dated
        elif side == "range" and not (first or last):
            first, last = dated.first, dated.last
        elif side == "since" and not first:
            first = dated.first
        elif side == "until" and not last:
            last = dated.last
        elif not side and held is None and not (first or last):
            held = dated
    return _settle(when, first, last, held, nearest[0][2])


def _is_stay(dated: Dated) -> bool:
    """Whether a range is of a few days, as a visit or a talk lasts and no term of office."""
    return bool(
        dated.first and dated.last and len(dated.first) == len(dated.last) == DAY and dated.first[:7] == dated.last[:7]
    )


def _is_aside(dated: Dated, behind: int) -> bool:
    """Whether a mere year far behind a post belongs to what is told of its holder ('X, Minister of Y, graduated in 1944')."""
    return behind > CLOSE and len(dated.first or "") == YEAR


def _settle(when: str, first: str | None, last: str | None, held: Dated | None, nearest: Dated) -> Period:
    """What the dates mean for a relation: ``held`` is a plain date, ``first`` and ``last`` come of since and until."""
    if when == "instant":
        if held is None and nearest.side != "range" and not (first and last):
            return Period()
        one = held or nearest
        return Period(one.first or one.last, one.last or one.first)
    if when == "end":
        return Period(None, last or (held.last if held else first))
    if when in {"begin", "since"}:
        return Period(first or (held.first if held else None), last)
    if first or last or held is None:
        return Period(first, last)
    return Period(held.first, held.last) if when == "during" else Period(held=held.first)


def _side(before: str) -> str:
    words = _words()
    return "since" if words.since.search(before) else "until" if words.until.search(before) else ""
