"""Reads the notation of ``invented``: plain text with the spans of mentions, dates and relation sentences."""

import re
from dataclasses import dataclass, field

TOKEN = re.compile(r"\[(?P<ref>[^|\[\]]+)\||\{(?P<rel>r\d+)\||[\]}]")


@dataclass
class Marked:
    text: str = ""
    mentions: list[tuple[int, int, str]] = field(default_factory=list)
    dates: list[tuple[int, int, str]] = field(default_factory=list)
    relations: list[tuple[int, int, str]] = field(default_factory=list)


def read_marked(source: str) -> Marked:
    marked, open_spans, last = Marked(), [], 0
    for token in TOKEN.finditer(source):
        marked.text += source[last : token.start()]
        last = token.end()
        opened = token["ref"] or token["rel"]
        if opened:
            open_spans.append((len(marked.text), opened))
            continue
        start, what = open_spans.pop()
        target = marked.relations if what.startswith("r") else marked.mentions if what.startswith("e") else marked.dates
        target.append((start, len(marked.text), what))
    marked.text += source[last:]
    return marked
