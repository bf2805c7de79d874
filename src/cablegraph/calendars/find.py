"""Finding the dates of a running text.

Knows the order of the work (tokens, dates, phrases) and which finds are false alarms; the readings are the rules'. The trap: telegram
numbers look like years. A year or month with nothing beside it counts only where its neighbours allow it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from cablegraph.calendars.anaphora import ANAPHORA_RULES, Named
from cablegraph.calendars.anchored import ANCHORED_RULES
from cablegraph.calendars.days import DAY_RULES
from cablegraph.calendars.decades import DECADE_RULES
from cablegraph.calendars.found import bind_rules
from cablegraph.calendars.interval import DateInterval, DateMatch
from cablegraph.calendars.lexicon import HEAD_ROLES
from cablegraph.calendars.node import DATE, Node, rewrite
from cablegraph.calendars.numeric import find_month_first
from cablegraph.calendars.periods import PERIOD_RULES
from cablegraph.calendars.phrases import build_phrases, phrase_passes
from cablegraph.calendars.relative import read_node
from cablegraph.calendars.setting import Setting
from cablegraph.calendars.tokens import tokenise
from cablegraph.calendars.units import UNIT_RULES
from cablegraph.text import Span

_HEADS = HEAD_ROLES | frozenset("dnqYiRG#")
_MONEY = frozenset("$£€¥#№﷼-–_.")
_LEADS = frozenset("ICBFTKJfwPbt&u")  # before a month or observance that stands alone
_INK = re.compile(r"\S")
_NEAR = 12  # how many nodes away a word still tells what a list of numbers counts


def find_dates(
    text: str, *, language: str | None = None, written: date | None = None, month_first: bool | None = None
) -> Iterator[DateMatch]:
    """Find dates in a text, in Persian, Arabic and English.

    Args:
        text: As extracted; digits of any script, with or without ZWNJ and bidi controls.
        language: ``"fa"``, ``"ar"`` or ``"en"`` where known; settles whose conventions hold for dates in numbers only.
        written: The day the document was written; settles relative dates, dates without a year and two-digit years. Outside the years 700 to
            8999 it counts as unknown.
        month_first: The habit of the whole document in English numeric dates, see :func:`find_month_first`; None asks this text only.

    Yields:
        Matches in reading order, without overlap. ``span`` is half-open and counts code points of ``text``. An expression that was seen but
        cannot be read has no interval.
    """
    setting = Setting(text, language, written)
    setting.month_first = find_month_first(text) if month_first is None else month_first
    rules = bind_rules([DAY_RULES, PERIOD_RULES, DECADE_RULES, UNIT_RULES, ANCHORED_RULES, ANAPHORA_RULES], setting)
    passes = phrase_passes(setting)
    named = Named()
    for nodes in _iter_islands(tokenise(setting)):
        built = build_phrases(rewrite(nodes, rules), passes)
        accepted = -_NEAR
        for index, node in enumerate(built):
            if node.role != DATE or not _is_date(built, index, setting, is_listed=accepted == index - 2):
                continue
            accepted = index
            match = _match(node, setting, named)
            named = named.then(match.interval)
            yield match


def _iter_islands(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield the runs of tokens between words that belong to no date, if a date can be in them; a paragraph break stays at the start."""
    island: list[Node] = [Node("|", 0, 0)]
    for node in nodes:
        if node.role in "x|":
            if not _HEADS.isdisjoint([each.role for each in island]):
                yield island
            island = [node] if node.role == "|" else []
        else:
            island.append(node)
    if not _HEADS.isdisjoint([each.role for each in island]):
        yield island


def _is_counting(after: Sequence[Node]) -> bool:
    """Tell whether a number counts what comes next ("2030 and 2130 hours")."""
    rest = "".join(node.role for node in after).lstrip("@&-tTY")
    return rest.startswith("$")


def _is_date(nodes: Sequence[Node], index: int, setting: Setting, *, is_listed: bool) -> bool:
    node = nodes[index]
    if not node.bare:
        return True
    before = nodes[index - 1] if index else None
    is_years = (
        node.partial.month is None
        if node.partial
        else bool(node.readings) and node.readings[0].precision in {"range", "month"}
    )
    if is_years:
        return _is_year(node, nodes[max(0, index - _NEAR) : index], nodes[index + 1 : index + _NEAR], setting)
    return _is_introduced(node, before, is_listed=is_listed)


def _is_introduced(node: Node, before: Node | None, *, is_listed: bool) -> bool:
    """Judge a month, weekday or observance that stands alone: something must lead up to it."""
    if before is not None and before.role in _LEADS and before.value != "toward":
        return before.role != "&" or is_listed
    return node.word is not None and node.word.role == "W" and node.word.needs != "lead"


def _calendar(node: Node) -> str:
    return node.partial.calendar if node.partial else node.readings[0].calendar if node.readings else ""


def _is_year(node: Node, before: Sequence[Node], after: Sequence[Node], setting: Setting) -> bool:
    """Judge a year that stands alone: not a number of a telegram, a page or a paragraph, nor a count, nor a time."""
    text = setting.text
    if (
        node.start
        and text[node.start - 1] in _MONEY
        and not (before and before[-1].role in "-PBF" and len(before) > 1 and before[-2].role in "PBF")
    ):
        return False
    if node.end < len(text) and text[node.end] in "/_" and text[node.end + 1 : node.end + 2].isalnum():
        return False
    if any(
        each.role in "iY" or (each.bare and _calendar(each) != _calendar(node)) for each in (*before[-1:], *after[:1])
    ):
        return False  # numbers in a row are a telephone's or an account's; years in a row are of one calendar
    if _is_counting(after) or (after and after[0].role == "k") or (before and before[-1].role in "dn"):
        return False
    for each in reversed(before):
        if each.role == "N":
            return False
        if each.role not in "@,.&-diY":
            break
    is_numbered = (
        bool(before)
        and before[-1].role == "|"
        and bool(after)
        and after[0].role in ".)"
        and _INK.search(text, after[0].end) is not None
    )
    return not is_numbered


def _match(node: Node, setting: Setting, named: Named) -> DateMatch:
    readings = named.read(node) if node.steps else read_node(node, setting)
    agrees = None
    if node.weekday is not None and readings and readings[0].precision == "day":
        fitting = tuple(each for each in readings if each.start and each.start.weekday() == node.weekday)
        agrees = bool(fitting)
        readings = fitting if len(fitting) == 1 else readings
    interval = readings[0] if readings else None
    if len(readings) > 1:
        starts, ends = [each.start for each in readings if each.start], [each.end for each in readings if each.end]
        interval = DateInterval(min(starts), max(ends), readings[0].calendar, "ambiguous")
    span = Span(node.start, node.end)
    return DateMatch(span, setting.text[span.start : span.end], interval, readings if len(readings) > 1 else (), agrees)
