"""The header of a document: what its first lines, and an editor's source note at its end, say of it.

Several layouts may speak in one document; the edition's heading is believed first, then its dateline, then the formats in their order, then
markings on lines of their own. What no line says is left out: a header is never completed by guesses from the body.
"""

import re
from collections.abc import Mapping, Sequence

from cablegraph.extract.headers.cells import iter_cells
from cablegraph.extract.headers.formats import Format, known_formats
from cablegraph.extract.headers.heading import DATELINE, Field, parse_heading
from cablegraph.extract.headers.labelled import find_labelled, head_of
from cablegraph.extract.headers.letter import find_salutation, find_writers
from cablegraph.extract.headers.markings import find_captions, find_line_level, find_note_level, find_type, find_urgency
from cablegraph.extract.headers.page_marks import find_page_marks
from cablegraph.extract.headers.sheet import Sheet
from cablegraph.model.header import Header

NOTE = re.compile(r"^\[?(?:Source|Sources):[ \t]", re.MULTILINE)
OPENING = re.compile(r"\n[ \t]*(?P<number>(?:(?!No|Sir|Ref|Para)[A-Z][a-z]{3,9} )?\d{1,6}(?:/\d+)?)\.[ \t]+(?=\S)")
CALLS_ITSELF = re.compile(r"(?:Record|Memorandum|Minutes|Notes?|Summary) of\b")
SERIAL = re.compile(
    r"^(?:(?P<letters>(?:CA|CW|A)\s?[-–—]\s?\d{1,5})|(?:No\.|NO\.|Desp(?:atch)?\.? No\.|NUMBER)\s(?P<number>(?:[A-Z]{1,3}-)?\d[\w/.\-–]*)|"
    r"(?P<estimate>S?NIE (?:No\. |NUMBER )?\d[\w.\-–/]*))\b",
    re.MULTILINE,
)
MEMORANDUM = (frozenset({"from", "to", "subject"}),)
LETTER = (*MEMORANDUM, frozenset({"to", "subject"}), frozenset({"number", "date", "subject"}))
"""Labelled fields that together make a document a memorandum, or in Arabic script a letter."""
NUMBERED_OPENING = frozenset({"telegram", "message"})


def _dateline(text: str) -> re.Match[str] | None:
    """The line of place and date among the first lines of a text; a bare year counts only on a line of its own."""
    pattern = re.compile(DATELINE.pattern.replace(r"\A", "").replace(r"\Z", ""), re.MULTILINE)
    lines = list(re.finditer(r"[^\n]+", text[:2500]))[:12]
    cells = iter_cells(text, lines[-1].end()) if lines else ()
    for cell in cells:
        found = pattern.fullmatch(text, cell.start, cell.end) if len(cell.words) < 140 else None
        if found and (cell.whole or len(found["date"]) > 4):
            return found
    return None


def _own_name(text: str, head: int) -> Field | None:
    """The line, or cell of a line, on which a document says what it is ('AIRGRAM', 'Memorandum of Conversation', 'صورتجلسه')."""
    lines = 0
    for cell in iter_cells(text, head):
        lines += cell.whole
        if lines > 14:
            break
        words = cell.words.rstrip(": \t")
        kind = find_type(words) if 3 <= len(words) <= 120 and ":" not in words else None
        if kind and (
            len(words.split()) <= 6 or words.isupper() or words.istitle() or (lines <= 3 and CALLS_ITSELF.match(words))
        ):
            return Field(kind, cell.start, cell.start + len(words))
    return None


def parse_header(text: str, formats: Sequence[Format] | None = None) -> Header:
    """Read the header of a cable, memorandum, letter, report or mail.

    Args:
        text: The document's text as extracted; the header is sought in its first 6,000 characters and in a source note behind the body.
        formats: Layouts to try, in order; cablegraph's own where not given.

    Returns:
        The fields that the text states, each with its half-open span in code points of ``text``. An empty header where it states none.
    """
    sheet = Sheet()
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


def _read_formats(text: str, head: int, sheet: Sheet, formats: Sequence[Format]) -> None:
    layout_type = None
    for layout in formats:
        if not layout.fits(text[:head]):
            continue
        layout_type = layout_type or (layout.type, layout)
        for name, field in find_labelled(text, head, layout):
            if name != "source" or not NOTE.match(text, text.rfind("\n", 0, field.start) + 1):
                sheet.put(name, field)  # an editor's note says where a paper is kept, not who told it
        for pattern in layout.patterns:
            if found := pattern.search(text, 0, head):
                _put_groups(sheet, found)
    if layout_type and layout_type[0]:
        start = len(text) - len(text.lstrip())
        sheet.set("type", layout_type[0], (start, max(start, text.find("\n", start))))


def _put_groups(sheet: Sheet, found: re.Match[str]) -> None:
    """Take the named groups of a pattern; a group ``year`` completes a date that has none."""
    groups = {name: words for name, words in found.groupdict().items() if words}
    if (year := groups.pop("year", None)) and (date := groups.get("date")):
        groups["date"] = f"{date}, {year}"
    if kind := find_type(groups.get("type", "")):
        groups["type"] = kind
    for name, words in groups.items():
        sheet.put(name, Field(words, *found.span(name)))


def _read_rest(text: str, head: int, sheet: Sheet) -> None:
    """What lines of their own say: type, marking, number in front of the first paragraph."""
    if "type" not in sheet.values:
        if named := _own_name(text, head):
            sheet.set("type", named.value, (named.start, named.end))
        elif any(fields <= set(sheet.values) for fields in (LETTER if _is_arabic(text[:head]) else MEMORANDUM)):
            sheet.set("type", "letter" if _is_arabic(text[:head]) else "memorandum", sheet.spans["subject"])
        elif greeting := find_salutation(text, head):
            sheet.set("type", "letter", greeting.span())
    if sheet.values.get("type") == "letter" and (greeting := find_salutation(text, head)):
        for name, field in find_writers(text, greeting):
            sheet.put(name, field)
    sheet.marks(find_line_level(text[:head]))
    if captions := find_captions(text[:head]):
        sheet.set("handling", *captions)
    if urgency := find_urgency(text[:head]):
        sheet.set("precedence", *urgency)
    if pages := find_page_marks(text):
        sheet.set("page_markings", *pages)
    if "number" not in sheet.values and sheet.values.get("type") in NUMBERED_OPENING:
        found = OPENING.search(text, 0, min(len(text), head + 200))
        if found and found["number"] != "1":
            sheet.put("number", Field(found["number"], *found.span("number")))
    if "number" not in sheet.values and (serial := SERIAL.search(text, 0, head)) and serial.lastgroup:
        sheet.put("number", Field(serial[serial.lastgroup], *serial.span(serial.lastgroup)))


def _is_arabic(head: str) -> bool:
    return any("\u0600" <= c <= "\u06ff" for c in head)


def _ordered(values: Mapping[str, str | tuple[str, ...]]) -> dict[str, str | tuple[str, ...]]:
    return dict(sorted(values.items()))
