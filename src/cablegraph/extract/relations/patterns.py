"""The patterns of relations by type and language, read from ``data/<type>.yml``.

A pattern is a regular expression over a masked sentence with slots: ``<subject:PC>`` stands for a token of one of these kinds, ``<aux>``
for what may stand between a subject and its verb, ``<gap>`` for a stretch without another person. ``when`` says what a date of the sentence
means for the relation.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count
from typing import Any

import yaml

from cablegraph.extract.relations.lexicon import lexicon
from cablegraph.extract.relations.pieces import plain

NOT_PART = r"(?!'s|(?-i: [A-Z][a-z]))"
"""After an end that closes an English pattern: the name must not go on, nor own what follows ('met Reed's brother')."""
NEGATION = re.compile(r"\(\?P<neg\d*>")
SLOT = re.compile(r"<(subject|object|also|both|organization|handler|place):([A-Z]+)>")
WHEN = frozenset({"instant", "hold", "begin", "end", "past", "beside", "since", "during", "timeless"})
"""What a date of the sentence means for a relation; see :func:`cablegraph.extract.relations.interval.read_period`."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say a relation. ``gives`` names further types that the same match states, with their ends."""

    type: str
    language: str
    find: re.Pattern[str]
    when: str
    confidence: float
    acting: bool
    drop: bool
    object_from: str
    name: str
    described: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """All patterns of a language, and the stems without which a sentence holds none of a type."""

    triggers: Mapping[str, re.Pattern[str]]
    patterns: Mapping[str, Sequence[Pattern]]
    any_trigger: re.Pattern[str]


@cache
def load_shared() -> Any:
    """The macros, and the words that say which end of a period a date is (``data/macros.yml``)."""
    return yaml.safe_load((files(__package__) / "data" / "macros.yml").read_text(encoding="utf-8"))


def compile_pattern(words: str, language: str) -> re.Pattern[str]:
    """A regular expression from a pattern's words.

    Raises:
        re.error: The pattern is no expression.
    """

    def slot(found: re.Match[str]) -> str:
        return rf"⟦(?P<{found[1]}>[{found[2].replace('R', 'RW').replace('G', 'GA')}]\d+)⟧"

    between = lexicon(language).between
    aux = rf"(?P<aux>(?:,? ?(?:{between})(?!\w)'?,? ?){{0,9}}?)" if between != "(?!)" else r"(?P<aux>)"
    made = (
        plain(words)
        .replace("> <aux>", ">,? <aux>")
        .replace("> <gap>", ">,? <gap>")
        .replace("> (?:<gap>)", ">,? (?:<gap>)")
    )
    for macro, meaning in load_shared()["macros"].items():
        made = made.replace(macro, plain(meaning))
    aux_parts = made.split("<aux>")
    made = aux_parts[0] + "".join(
        (aux if n == 0 else aux.replace("(?P<aux>", "(?:")) + part for n, part in enumerate(aux_parts[1:])
    )
    numbers = count()
    made = NEGATION.sub(lambda _: f"(?P<neg{next(numbers)}>", made)
    ends_open = language == "en" and SLOT.search(made) is not None and made.endswith(">")
    made = SLOT.sub(slot, made)
    if ends_open:
        made += NOT_PART
    return re.compile(made, re.IGNORECASE)


@cache
def load_examples() -> tuple[Mapping[str, Any], ...]:
    """Every example of every type, with its ``type`` and ``language``: the promises that the patterns make."""
    return tuple(
        {"type": kind, "language": language, **example}
        for kind, data in _files().items()
        for language, part in data["languages"].items()
        for example in part.get("examples", ())
    )


@cache
def _files() -> dict[str, Any]:
    folder = files(__package__) / "data"
    names = sorted(
        f.name
        for f in folder.iterdir()
        if f.name.endswith(".yml") and f.name not in {"lexicon.yml", "cues.yml", "macros.yml"}
    )
    return {d["type"]: d for name in names for d in [yaml.safe_load((folder / name).read_text(encoding="utf-8"))]}


def _when(word: str) -> str:
    if word not in WHEN:
        raise ValueError(f"A pattern's `when` is {word!r}; it can be {', '.join(sorted(WHEN))}.")
    return word


@cache
def load_turns() -> dict[str, str]:
    """Heads of posts that make another relation with the body they name: 'member of X' is a Membership in X."""
    turns = _files()["Occupancy"]["turns"]
    return {plain(word).lower(): kind for kind, words in turns.items() for word in words}


@cache
def load_leading() -> re.Pattern[str]:
    """What the words of a post hold whose holder leads the body it names ('commander of X')."""
    return re.compile("|".join(_files()["Occupancy"]["leads"]), re.IGNORECASE)


@cache
def load_rules(language: str) -> Rules:
    """The rules of a language."""
    triggers, patterns = {}, {}
    for kind, data in _files().items():
        part = data["languages"].get(language)
        if not part:
            continue
        triggers[kind] = re.compile("|".join(plain(t) for t in part["triggers"]), re.IGNORECASE)
        patterns[kind] = tuple(
            Pattern(
                type=entry.get("gives", kind),
                language=language,
                find=compile_pattern(entry["find"], language),
                when=_when(entry.get("when", data["when"])),
                confidence=float(entry.get("confidence", 0.8)),
                acting=bool(entry.get("acting", False)),
                drop=bool(entry.get("drop", False)),
                object_from=entry.get("gives_object", "object"),
                name=f"{data['type'].lower()}.{language}.{number}",
                last=bool(entry.get("last", False)),
                described=any(set("FH") & set(kinds) for _, kinds in SLOT.findall(entry["find"])),
            )
            for number, entry in enumerate(part["patterns"])
        )
    joined = "|".join(f"(?:{t.pattern})" for t in triggers.values()) or "(?!)"
    return Rules(triggers, patterns, re.compile(joined, re.IGNORECASE))
