"""The header of a document: what its first lines, and an editor's source note at its end, say of it.

Several layouts may speak in one document; the edition's heading is believed first, then its dateline, then the formats in their order, then
markings on lines of their own. What no line says is left out: a header is never completed by guesses from the body.
"""

import re
from collections.abc import Mapping, Sequence

from cablegraph.extract.headers.fields import clean
from cablegraph.extract.headers.formats import Format, known_formats
from cablegraph.extract.headers.heading import DATELINE, Field, parse_heading
from cablegraph.extract.headers.labelled import find_labelled, head_of
from cablegraph.extract.headers.letter import find_salutation, find_writers
from cablegraph.extract.headers.markings import find_line_level, find_marking, find_note_level, find_type
from cablegraph.model.header import Header

NOTE = re.compile(r"^\[?(?:Source|Sources):[ \t]", re.MULTILINE)
OPENING = re.compile(r"\n[ \t]*(?P<number>(?:(?!No|Sir|Ref|Para)[A-Z][a-z]{3,9} )?\d{1,6}(?:/\d+)?)\.[ \t]+(?=\S)")
SERIAL = re.compile(
    r"^(?:(?P<letters>(?:CA|CW|A)\s?[-–—]\s?\d{1,5})|(?:No\.|Desp(?:atch)?\.? No\.|NUMBER)\s(?P<number>\d[\w/.\-–]*)|"
    r"(?P<estimate>S?NIE (?:No\. |NUMBER )?\d[\w.\-–/]*))\b",
    re.MULTILINE,
)
FIRST_WORDS = re.compile(r"^[ \t]*(?P<words>[^\n:]{3,80}?)[ \t]*:?[ \t]*$", re.MULTILINE)
NUMBERED_OPENING = frozenset({"telegram", "message"})


class _Sheet:
    """The fields of one header while they are gathered: the first that says something of a field is believed."""

    def __init__(self) -> None:
        self.values: dict[str, str | tuple[str, ...]] = {}
        self.spans: dict[str, tuple[int, int]] = {}

    def put(self, name: str, field: Field) -> None:
        """Take a field unless it is known or says nothing."""
        if name in self.values or not (value := clean(name, field.value)):
            return
        self.set(name, value, (field.start, field.end))
        if name == "date" and (time := clean("time", field.value)):
            self.set("time", time, (field.start, field.end))

    def set(self, name: str, value: str | Sequence[str], span: tuple[int, int]) -> None:
        """Take a value as it is unless the field is known."""
        if name not in self.values:
            self.values[name] = value if isinstance(value, str) else tuple(value)
            self.spans[name] = span

    def marks(self, found: tuple[str, tuple[int, int], tuple[str, ...]] | None, offset: int = 0) -> None:
        """Take a classification with its captions; a caption that is a precedence becomes that."""
        if not found or "classification" in self.values:
            return
        level, (start, end), captions = found
        span = (offset + start, offset + end)
        self.set("classification", level, span)
        urgent = [c for c in captions if find_marking(c, "precedence")]
        if urgent:
            self.set("precedence", find_marking(urgent[0], "precedence") or urgent[0], span)
        if rest := [find_marking(c, "handling") or c for c in captions if c not in urgent]:
            self.set("handling", rest, span)


def _dateline(text: str) -> re.Match[str] | None:
    """The line of place and date among the first lines of a text."""
    lines = list(re.finditer(r"[^\n]+", text[:2500]))[:12]
    for line in lines:
        if len(line[0]) < 140 and (
            found := re.compile(DATELINE.pattern.replace(r"\A", "^").replace(r"\Z", "$"), re.MULTILINE).match(
                text, *line.span()
            )
        ):
            return found
    return None


def _own_name(text: str, head: int) -> Field | None:
    """The line on which a document says what it is ('AIRGRAM', 'Memorandum of Conversation', 'صورتجلسه')."""
    for line in list(FIRST_WORDS.finditer(text, 0, head))[:14]:
        kind = find_type(line["words"])
        if kind and (len(line["words"].split()) <= 6 or line["words"].isupper() or line["words"].istitle()):
            return Field(kind, *line.span("words"))
    return None


def parse_header(text: str, formats: Sequence[Format] | None = None) -> Header:
    """Read the header of a cable, memorandum, letter, report or mail.

    Args:
        text: The document's text as extracted; the header is sought in its first 6,000 characters and in a source note behind the body.
        formats: Layouts to try, in order; cablegraph's own where not given.

    Returns:
        The fields that the text states, each with its half-open span in code points of ``text``. An empty header where it states none.
    """
    sheet = _Sheet()
    head = head_of(text)
    dateline = _dateline(text)
    heading = parse_heading(text, dateline[0] if dateline else "")
    for name, field in heading.items():
        if name not in {"place", "date", "time"} or not dateline:
            sheet.put(name, field)
    note = list(NOTE.finditer(text))
    if note:
        sheet.marks(find_note_level(text[note[-1].start() :]), note[-1].start())
    if dateline:
        for name in ("place", "time", "date"):
            if dateline[name]:
                sheet.put(name, Field(dateline[name], *dateline.span(name)))
        for name in ("place", "date"):
            if name in heading:
                sheet.put(name, heading[name])
    if sheet.values.get("type") == "editorial note":
        return Header(sheet.values, sheet.spans)
    _read_formats(text, head, sheet, known_formats() if formats is None else formats)
    _read_rest(text, head, sheet)
    return Header(_ordered(sheet.values), sheet.spans)


def _read_formats(text: str, head: int, sheet: _Sheet, formats: Sequence[Format]) -> None:
    layout_type = None
    for layout in formats:
        if not layout.fits(text[:head]):
            continue
        layout_type = layout_type or (layout.type, layout)
        for name, field in find_labelled(text, head, layout):
            sheet.put(name, field)
        for pattern in layout.patterns:
            if found := pattern.search(text, 0, head):
                for name, words in found.groupdict().items():
                    if words:
                        sheet.put(name, Field(words, *found.span(name)))
    if layout_type and layout_type[0]:
        start = len(text) - len(text.lstrip())
        sheet.set("type", layout_type[0], (start, max(start, text.find("\n", start))))


def _read_rest(text: str, head: int, sheet: _Sheet) -> None:
    """What lines of their own say: type, marking, number in front of the first paragraph."""
    if "type" not in sheet.values:
        if named := _own_name(text, head):
            sheet.set("type", named.value, (named.start, named.end))
        elif {"from", "to", "subject"} <= set(sheet.values):
            kind = "letter" if any("\u0600" <= c <= "\u06ff" for c in text[:head]) else "memorandum"
            sheet.set("type", kind, sheet.spans["subject"])
        elif greeting := find_salutation(text, head):
            sheet.set("type", "letter", greeting.span())
    if sheet.values.get("type") == "letter" and (greeting := find_salutation(text, head)):
        for name, field in find_writers(text, greeting):
            sheet.put(name, field)
    sheet.marks(find_line_level(text[:head]))
    if "number" not in sheet.values and sheet.values.get("type") in NUMBERED_OPENING:
        found = OPENING.search(text, 0, min(len(text), head + 200))
        if found and found["number"] != "1":
            sheet.put("number", Field(found["number"], *found.span("number")))
    if "number" not in sheet.values and (serial := SERIAL.search(text, 0, head)) and serial.lastgroup:
        sheet.put("number", Field(serial[serial.lastgroup], *serial.span(serial.lastgroup)))


def _ordered(values: Mapping[str, str | tuple[str, ...]]) -> dict[str, str | tuple[str, ...]]:
    return dict(sorted(values.items()))
