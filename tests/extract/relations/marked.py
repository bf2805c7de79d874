"""Texts with their mentions written in: ``[P Anna Reed] leads the [O Canal Brigade]``; marks may be nested."""

import re

from cablegraph.model.mention import FoundMention

LABELS = {"P": "PERSON", "O": "ORG", "L": "PLACE", "T": "POST", "C": "CODENAME", "N": "NATIONALITY"}


def unmark(marked: str) -> tuple[str, list[FoundMention]]:
    """The text and its mentions."""
    text, mentions, open_at = "", [], []
    for part in re.findall(r"\[[PTOLCN] |\]|[^\[\]]+|\[", marked):
        if re.fullmatch(r"\[[PTOLCN] ", part):
            open_at.append((len(text), LABELS[part[1]]))
        elif part == "]" and open_at:
            start, label = open_at.pop()
            mentions.append(FoundMention(start, len(text), text[start:], label, 1.0, "test"))
        else:
            text += part
    return text, sorted(mentions, key=lambda m: (m.start, -m.end))
