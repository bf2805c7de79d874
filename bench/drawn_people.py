"""Invented people for the bench of resolution: names put together from the words of real ones, each in several spellings and three scripts.

The words come from public people whose names stand in both scripts: a word of one script and one of the other at the same place, and of one sound, are one
name. The trap: a few hundred words make up a hundred thousand people, so these names are nearer to each other than any list of real ones; a score over them
says how two programs compare on the same rows, not how well either does on a trove.
"""

import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from cablegraph.model import Referent
from cablegraph.names import name_keys
from cablegraph.text import fold

_FEWEST_SPELLINGS = 2
_MOST_WORDS = 3
_COMPANY = 5
"""So many people stand in one invented document."""


@dataclass(frozen=True, slots=True)
class DrawnPerson:
    """A person with the spellings under which documents name them, in Latin and in Arabic script."""

    id: str
    spellings: tuple[str, ...]


def load_words(names: Path) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """First words and last words of names, each with its spellings in both scripts, from the folder of the name data."""
    first: dict[str, set[str]] = defaultdict(set)
    last: dict[str, set[str]] = defaultdict(set)
    for line in (names / "persons.jsonl").read_text(encoding="utf-8").splitlines():
        forms = [(n["script"], n["name"].split()) for n in json.loads(line)["names"]]
        for latin in (words for script, words in forms if script == "Latn"):
            for other in (words for script, words in forms if script == "Arab"):
                if len(latin) != len(other) or len(latin) < _FEWEST_SPELLINGS:
                    continue
                for at, into in ((0, first), (-1, last)):
                    if name_keys(latin[at]) & name_keys(other[at]) and len(other[at]) > _FEWEST_SPELLINGS:
                        into[fold(other[at])] |= {latin[at].title(), other[at]}
    return ([tuple(sorted(v)) for _, v in sorted(words.items())] for words in (first, last))  # type: ignore[return-value]


def draw_people(names: Path, count: int, *, seed: int = 20) -> list[DrawnPerson]:
    """``count`` people of two or three words, no two of the same words, each in one to six spellings."""
    first, last = load_words(names)
    rng = random.Random(seed)
    taken: set[tuple[int, ...]] = set()
    out: list[DrawnPerson] = []
    while len(out) < count:
        inner = [rng.randrange(len(first)) for _ in range(rng.choice((1, 2, 2)))]
        words = (*inner, rng.randrange(len(last)))
        if words in taken:
            continue
        taken.add(words)
        lists = [first[n] for n in inner] + [last[words[-1]]]
        spelled = {_spell(lists, rng, latin=latin) for latin in (True, False) for _ in range(rng.choice((1, 1, 2)))}
        out.append(DrawnPerson(f"p{len(out)}", tuple(sorted(s for s in spelled if s))))
    return out


def _spell(lists: list[tuple[str, ...]], rng: random.Random, *, latin: bool) -> str:
    chosen = [[w for w in words if w.isascii() == latin] for words in lists]
    return " ".join(rng.choice(words) for words in chosen) if all(chosen) else ""


def draw_referents(people: list[DrawnPerson], count: int, *, seed: int = 21) -> tuple[list[Referent], dict[str, str]]:
    """``count`` mentions of these people, some of them far oftener than others, five to a document; and whose each is."""
    rng = random.Random(seed)
    chosen = rng.choices(range(len(people)), weights=[1 / (n + 10) ** 0.6 for n in range(len(people))], k=count)
    chosen[: len(people)] = range(min(len(people), count))
    rng.shuffle(chosen)
    referents = []
    truth = {}
    for n, who in enumerate(chosen):
        name = rng.choice(people[who].spellings)
        key = f"r{n:07d}"
        referents.append(Referent(key, f"d{n // _COMPANY:06d}", "Person", name, (name,), "und"))
        truth[key] = people[who].id
    return referents, truth
