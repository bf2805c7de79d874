"""Classification, handling captions, precedence and types: the forms a header shows for what a page says.

The words are data (``data/markings.yml``, ``data/types.yml``). The trap: 'Secret' is also a word of every secretary, so a marking counts
only where it stands alone on its line, at a line's beginning in capitals, or as a sentence of an editor's source note.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.extract.headers.cells import close_up, iter_cells
from cablegraph.extract.headers.formats import plain, spell

LONGEST = 200
"""A line or cell longer than this is no marking."""
MOST_CAPTIONS = 8


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
def _cell() -> re.Pattern[str]:
    handling, caption = handling_pattern(), rf"(?:{handling_pattern()}|{_urgent_pattern()})"
    between = r"(?:[ \t]*[/;,–]+[ \t]*|[ \t]*-{1,2}[ \t]*|[ \t]+AND[ \t]+|[ \t]+و?[ \t]*)"
    other = r"[ \t]*(?:[/;,–]|-{1,2})[ \t]*[A-Z][A-Za-z. ]{2,40}"
    return re.compile(
        rf"[ \t*\-\[(«\"“]*(?P<before>(?:(?:{handling})(?:[ \t]+AND[ \t]+|[ \t]*[-/–,][ \t]*))?)"
        rf"(?P<level>{level_pattern()})(?:[ \t]*\([A-Z]{{2,6}}\))?"
        rf"(?P<rest>(?:{between}{caption}(?!\w)|{other}){{0,{MOST_CAPTIONS}}})[ \t*\-\])»\"”.]*"
    )


Marking = tuple[str, tuple[int, int], tuple[str, ...]]
"""A classification in its one form, its half-open span, and the captions that stand with it."""


def read_level(words: str, at: int = 0) -> Marking | None:
    """The classification that words are, with their captions ('SECRET/NOFORN', 'سري وعاجل'); None where they are more than that.

    ``at`` is added to the span.
    """
    typed = close_up(words)
    found = _cell().fullmatch(typed) if len(typed) <= LONGEST else None
    if not found:
        return None
    rest = re.sub(
        rf"[ \t]+(?:AND[ \t]+|و)?[ \t]*(?=(?:{handling_pattern()}|{_urgent_pattern()})(?!\w))", ";", found["rest"]
    )
    pieces = [*re.split(r"[/;,–]|-{1,2}", found["before"].replace(" AND ", ";")), *re.split(r"[/;,–]|-{1,2}", rest)]
    captions = tuple(c.strip() for c in pieces if c.strip())
    span = found.span("level") if typed == words else (0, len(words))
    return find_marking(found["level"], "classification") or found["level"], (at + span[0], at + span[1]), captions


def find_line_level(head: str) -> Marking | None:
    """The first line of the head, or cell of a line, that is nothing but a marking, with its captions ('SECRET/NOFORN', 'محرمانه')."""
    return next((found for cell in iter_cells(head, len(head)) if (found := read_level(cell.words, cell.start))), None)


@cache
def handling_pattern() -> str:
    """Alternatives for every caption of handling, the longest first; as a rule in capitals."""
    listed = sorted({str(w) for w in _read("markings.yml")["handling"]}, key=len, reverse=True)
    return "|".join(
        [r"REL(?:EASABLE)?[ \t]+TO[ \t]+[A-Z][A-Z, ]+[A-Z]", *(spell(w.upper()) for w in listed), *map(spell, listed)]
    )


@cache
def _urgent_pattern() -> str:
    data = _read("markings.yml")["precedence"]
    words = {w for form, also in data.items() for w in (form.upper(), *also) if len(w) > 1} - {"عادی"}
    return "|".join(map(spell, sorted(words, key=len, reverse=True)))


def find_captions(head: str) -> tuple[tuple[str, ...], tuple[int, int]] | None:
    """The captions of handling that stand alone on lines or cells of the head, and the span from the first to the last; None where none does."""
    alone = re.compile(
        rf"[ \t*\-\[(«]*(?:{handling_pattern()})(?:(?:[ \t]*[/;,\-–]+[ \t]*|[ \t]+)(?:{handling_pattern()})){{0,{MOST_CAPTIONS}}}[ \t*\-\])».]*"
    )
    out: list[str] = []
    spans: list[tuple[int, int]] = []
    for cell in iter_cells(head, len(head)):
        if len(cell.words) <= LONGEST and alone.fullmatch(cell.words):
            out += [found[0] for found in re.finditer(handling_pattern(), cell.words)]
            spans.append((cell.start, cell.end))
    if not out:
        return None
    return tuple(dict.fromkeys(find_marking(c, "handling") or c for c in out)), (spans[0][0], spans[-1][1])


def find_urgency(head: str) -> tuple[str, tuple[int, int]] | None:
    """The first line or cell of the head that is nothing but a precedence ('PRIORITY', 'فوری'), in its one form, with its span."""
    alone = re.compile(rf"[ \t*\-\[(«]*(?P<word>{_urgent_pattern()})[ \t*\-\])».]*")
    for cell in iter_cells(head, len(head)):
        if len(cell.words) <= LONGEST and (found := alone.fullmatch(cell.words)):
            start = cell.start + found.start("word")
            return find_marking(found["word"], "precedence") or found["word"], (start, start + len(found["word"]))
    return None


@cache
def _types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = _read("types.yml")["types"]
    return tuple((e["type"], re.compile("(?:" + "|".join(e["words"]) + ")", re.IGNORECASE)) for e in entries)


def find_type(heading: str) -> str | None:
    """The type that a heading gives itself by its first words; None where it names none."""
    return next((kind for kind, pattern in _types() if pattern.match(heading)), None)
