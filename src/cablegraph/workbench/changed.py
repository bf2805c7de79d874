"""Which entities a recompute has changed, and why; kept in the cache until the next.

Only referents that were there before are looked at: that a new document names somebody known changes no entity. The trap: an entity's id is the smallest of
its referents, so it may change where nothing else does; entities are compared by their referents.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from cablegraph.model import Entity, Link
from cablegraph.model.answers import EntityChange, ResolutionReport

_MOST = 500
_FILE = "resolved.json"


def find_changes(
    before: Mapping[str, str], captions: Mapping[str, str], entities: Mapping[str, Entity], why: Mapping[str, tuple[str, Link]], cause: str
) -> ResolutionReport:  # fmt: skip
    """Compare entities with those before.

    Args:
        before: For each referent that there was its entity.
        captions: The captions of the entities that there were.
        entities: The entities now, by id.
        why: For each referent now its entity and the reason why it is there.
        cause: Why it was all done anew.
    """
    to: dict[str, set[str]] = defaultdict(set)
    come: dict[str, set[str]] = defaultdict(set)
    for key, old in before.items():
        if key in why:
            to[old].add(why[key][0])
            come[why[key][0]].add(old)
    seen: set[str] = set()
    changes: list[EntityChange] = []
    for old in sorted(to):
        if old in seen or (len(to[old]) == 1 and len(come[next(iter(to[old]))]) == 1):
            continue
        olds, news = _reach(old, to, come)
        seen |= olds
        changes.append(_change(olds, news, before, captions, entities, why))
    changes.sort(key=lambda c: (-len(c.moved), c.before))
    new = sum(key not in before for key in why)
    return ResolutionReport(cause, len(entities), new, len(changes), tuple(changes[:_MOST]))


def _reach(start: str, to: Mapping[str, set[str]], come: Mapping[str, set[str]]) -> tuple[set[str], set[str]]:
    """The entities before and after that hang together with one of before."""
    olds, news, waiting = {start}, set[str](), [start]
    while waiting:
        for new in to[waiting.pop()] - news:
            news.add(new)
            more = come[new] - olds
            olds |= more
            waiting += more
    return olds, news


def _change(
    olds: set[str], news: set[str], before: Mapping[str, str], captions: Mapping[str, str], entities: Mapping[str, Entity],
    why: Mapping[str, tuple[str, Link]],
) -> EntityChange:  # fmt: skip
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for new in sorted(news):
        for key in entities[new].referents:
            if key in before:
                groups[before[key], new].append(key)
    stay = {max((g for g in groups if g[0] == old), key=lambda g: (len(groups[g]), g)) for old in olds}
    moved = sorted(key for group, keys in groups.items() if group not in stay for key in keys)
    if not moved:
        largest = max(stay, key=lambda g: (len(groups[g]), g))
        moved = sorted(key for group in stay - {largest} for key in groups[group])
    told = max((why[key][1] for key in moved), key=lambda link: (link.score, link.left), default=None)
    kind = "joined and parted" if len(olds) > 1 and len(news) > 1 else "joined" if len(olds) > 1 else "parted"
    return EntityChange(
        kind, tuple((key, captions.get(key, key)) for key in sorted(olds)), tuple((key, entities[key].caption) for key in sorted(news)),
        tuple(moved[:_MOST]), told.reason if told else "",
    )  # fmt: skip


def keep(folder: Path, report: ResolutionReport) -> None:
    """Write the report into the cache of a case. Raises ``OSError`` where that cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _FILE).write_text(json.dumps(asdict(report), ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> ResolutionReport | None:
    """The report of the last recompute; None where the cache has none."""
    try:
        told = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        changes = tuple(
            EntityChange(
                c["kind"], tuple(map(tuple, c["before"])), tuple(map(tuple, c["after"])), tuple(c["moved"]), c["why"]
            )
            for c in told["changes"]
        )
        return ResolutionReport(told["cause"], told["entities"], told["new_referents"], told["changed"], changes)
    except (OSError, ValueError, KeyError, TypeError):
        return None
