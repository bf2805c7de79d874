"""Explicit links: 'X, known as Y', 'National Security Directorate (NSD)', نام مستعار X «Y» است.

The wordings are data (``data/aliases.yml``). Only what a sentence says outright links a codename to a name; nothing is inferred from
likeness.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import yaml

from cablegraph.extract.relations.mask import Mask
from cablegraph.extract.relations.pieces import make_pieces, plain
from cablegraph.extract.relations.within import Within
from cablegraph.model.mention import FoundMention
from cablegraph.text import find_sentences

NAME = r"⟦(?P<{0}>[PC]\d+)⟧"
BODY = r"⟦(?P<{0}>[OG]\d+)⟧"


@cache
def _hint() -> re.Pattern[str]:
    data = yaml.safe_load((files(__package__) / "data" / "aliases.yml").read_text(encoding="utf-8"))
    return re.compile("|".join(plain(w) for w in data["hints"]), re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = yaml.safe_load((files(__package__) / "data" / "aliases.yml").read_text(encoding="utf-8"))
    made = []
    for words in data["patterns"].values():
        made += [
            re.compile(plain(w).replace("<a>", NAME.format("a")).replace("<b>", NAME.format("b")), re.IGNORECASE)
            for w in words
        ]
    made.append(re.compile(plain(data["bodies"]).replace("<a>", BODY.format("a")).replace("<b>", BODY.format("b"))))
    return tuple(made)


def find_aliases(
    text: str, mentions: Sequence[FoundMention], language: str | None
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of spans that a sentence says to mean one: the name, then the other name of it."""
    marked = Within(mentions, lambda m: (m.start, m.end))
    for start, end in find_sentences(text, language):
        sentence = text[start:end]
        if end - start > 1200 or not _hint().search(plain(sentence)):
            continue
        near = [m for m in marked.inside(start, end) if m.label != "POST"]
        if len(near) < 2:
            continue
        mask = Mask(text, start, end, make_pieces(near))
        for pattern in _patterns():
            for found in pattern.finditer(mask.text):
                name, other = mask.pieces[int(found["a"][1:])], mask.pieces[int(found["b"][1:])]
                yield (name.start, name.end), (other.start, other.end)
