"""Classification, handling captions, precedence and types: the forms a header shows for what a page says.

The words are data (``data/markings.yml``, ``data/types.yml``). The trap: 'Secret' is also a word of every secretary, so a marking counts
only where it stands alone on its line, at a line's beginning in capitals, or as a sentence of an editor's source note.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.extract.headers.formats import plain, spell


@cache
def _read(name: str) -> Any:
    return yaml.safe_load((files(__package__) / "data" / name).read_text(encoding="utf-8"))


@cache
def _forms(kind: str) -> dict[str, str]:
    data = _read("markings.yml")[kind]
    if kind == "handling":
        return {plain(form): form for form in data}
    pairs = [(e["form"], e["also"]) for e in data] if isinstance(data, list) else list(data.items())
    written = {word: form for form, also in pairs for word in (form, *also)}
    return {plain(word): form for word, form in written.items()} | written


def find_marking(words: str, kind: str) -> str | None:
    """The form shown for a marking of a kind (classification, handling, precedence); None where the words are none."""
    stripped = words.strip(" .;:،-*[]()")
    forms = _forms(kind)
    return forms.get(stripped) or forms.get(plain(stripped))


@cache
def level_pattern() -> str:
    """Alternatives for every form of a classification, the longest first."""
    words = {w for e in _read("markings.yml")["classification"] for w in (e["form"], *e["also"])}
    return "|".join(spell(w) for w in sorted(words, key=len, reverse=True))


@cache
def _note() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[.;?”\)\]])|(?<=[.;]”)|^)\s*(?P<level>(?i:{level_pattern()}))(?P<captions>(?:; ?[^.;]{{2,120}})*)\.",
        re.MULTILINE,
    )


@cache
def _note_end() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<level>{level_pattern()})(?P<captions>)\.(?=\s|$)")


def find_note_level(note: str) -> tuple[str, tuple[int, int], tuple[str, ...]] | None:
    """The marking in an editor's source note ('... Secret; Limit Distribution. Drafted by ...'): level, its span, and the captions behind it."""
    found = _note().search(note) or _note_end().search(note)
    if not found:
        return None
    captions = tuple(c.strip() for c in found["captions"].split(";") if c.strip())
    return find_marking(found["level"], "classification") or found["level"], found.span("level"), captions


@cache
def _line() -> re.Pattern[str]:
    return re.compile(
        rf"^[ \t*\-\[(]*(?P<level>{level_pattern()})(?P<rest>(?:[ \t]*[/;,\-–][ \t]*[A-Z][A-Za-z /\-]{{2,40}})*)[ \t*\-\])]*$",
        re.MULTILINE,
    )


def find_line_level(head: str) -> tuple[str, tuple[int, int], tuple[str, ...]] | None:
    """The first line of the head that is nothing but a marking, with its captions ('SECRET/NOFORN', 'محرمانه')."""
    found = _line().search(head)
    if not found:
        return None
    captions = tuple(c.strip() for c in re.split(r"[/;,–]|-", found["rest"]) if c.strip())
    return find_marking(found["level"], "classification") or found["level"], found.span("level"), captions


@cache
def _types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = _read("types.yml")["types"]
    return tuple((e["type"], re.compile("(?:" + "|".join(e["words"]) + ")", re.IGNORECASE)) for e in entries)


def find_type(heading: str) -> str | None:
    """The type that a heading gives itself by its first words; None where it names none."""
    return next((kind for kind, pattern in _types() if pattern.match(heading)), None)
