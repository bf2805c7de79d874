"""The layouts of cables that are known, read from ``data/formats.yml``.

A format says by which lines it is recognised, which words introduce which field and which patterns hold fields. A newsroom adds its
own trove's format as another entry; nothing here knows any format by name. Words in Arabic script match in all spellings of yeh, kaf, alef
and the half-space, since no two ministries type them alike.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

SPELLINGS = {
    "ی": "[یيى]", "ي": "[یيى]", "ى": "[یيى]", "ک": "[کك]", "ك": "[کك]", "ا": "[اأإآٱ]", "أ": "[اأإ]", "إ": "[اأإ]", "آ": "[اآ]",
    "ه": "[هةۀ]", "ة": "[هة]", " ": r"[\s\u200c]+", "\u200c": r"[\s\u200c]*", "ء": "[ءئ]?", "ئ": "[ئي]",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Format:
    """One layout: how to know it, and where its fields stand. ``labelled`` finds a label; ``labels`` tells by its folded words which field it introduces.

    A label of no field (None) only ends the field before it.
    """

    name: str
    recognise: tuple[re.Pattern[str], ...]
    type: str | None
    patterns: tuple[re.Pattern[str], ...]
    labelled: re.Pattern[str] | None
    labels: Mapping[str, str | None]

    def fits(self, head: str) -> bool:
        """Whether the head of a text looks like this format."""
        return not self.recognise or any(pattern.search(head) for pattern in self.recognise)


def spell(words: str) -> str:
    """A regular expression for words in every spelling of the Arabic script; other scripts as they are."""
    return "".join(SPELLINGS.get(letter, re.escape(letter)) for letter in words)


def plain(words: str) -> str:
    """The key under which a label is known, whatever its spelling and case."""
    table = str.maketrans("يىكأإآٱةۀ", "ییکاااا" + "هه")
    return re.sub(r"[\s\u200cء]+", "", words.translate(table).replace("ئ", "ی")).upper()


def _labels(entry: Mapping[str, Any]) -> dict[str, str | None]:
    groups = ((entry.get(group) or {}).items() for group in ("labels", "bare"))
    return {
        plain(word): None if name == "none" else name for items in groups for name, words in items for word in words
    }


@cache
def _known_labels() -> frozenset[str]:
    return frozenset(word for known in known_formats() for word in known.labels)


def is_label(text: str, start: int, end: int, formats: Sequence[Format] | None = None) -> bool:
    """Whether a piece of a text is the label of a header field, in cablegraph's formats or those given: its words are, and a colon follows."""
    if text[end : end + 8].lstrip(" \t\u200c")[:1] not in {":", "："}:
        return False
    words = plain(text[start:end])
    return words in _known_labels() or any(words in layout.labels for layout in formats or ())


def _finder(entry: Mapping[str, Any]) -> re.Pattern[str] | None:
    """One pattern for all labels of a format: with a colon (Arabic letters also take a slash), alone on a line, or bare in capitals."""
    with_colon = sorted({w for ws in (entry.get("labels") or {}).values() for w in ws}, key=len, reverse=True)
    bare = sorted({w for ws in (entry.get("bare") or {}).values() for w in ws}, key=len, reverse=True)
    latin = [w for w in with_colon if w.isascii()]
    other = [w for w in with_colon if not w.isascii()]
    choices = []
    if latin:
        words = "|".join(re.escape(w) for w in latin)
        choices.append(rf"^[ \t]*(?P<latin>(?i:{words}))\.?(?:[ \t]*:[ \t]*|[ \t]*$)")
        choices.append(rf"(?:(?<=[ ]{{3}})|(?<=\t))(?P<column>(?i:{words}))\.?[ \t]*:[ \t]*")
    if other:
        words = "|".join(spell(w) for w in other)
        choices.append(rf"(?:^|(?<=\s))(?P<other>{words})[ \t]*(?:[:：]|/(?=[ \t\D]))[ \t]*")
    if bare:
        choices.append(
            rf"(?:^|(?<=[ ]{{3}})|(?<=\t))(?P<bare>{'|'.join(map(spell, bare))})(?:\.?[ \t]+(?=\S)|\.?[ \t]*$)"
        )
    return re.compile("|".join(choices), re.MULTILINE) if choices else None


def build_format(entry: Mapping[str, Any]) -> Format:
    """Make a format of its entry in YAML.

    Raises:
        KeyError: The entry has no name.
        re.error: One of its expressions is wrong.
    """
    return Format(
        name=entry["name"],
        recognise=tuple(re.compile(p, re.MULTILINE) for p in entry.get("recognise", ())),
        type=entry.get("type"),
        patterns=tuple(re.compile(p, re.MULTILINE) for p in entry.get("patterns", ())),
        labelled=_finder(entry),
        labels=_labels(entry),
    )


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files(__package__) / "data" / "formats.yml").read_text(encoding="utf-8"))
    return data


@cache
def known_formats() -> Sequence[Format]:
    """The formats that come with cablegraph, in the order in which they are tried."""
    return tuple(build_format(entry) for entry in _data()["formats"])


@cache
def running_fields() -> frozenset[str]:
    """The fields whose value runs over following lines up to a blank one."""
    return frozenset(_data()["lists"])
