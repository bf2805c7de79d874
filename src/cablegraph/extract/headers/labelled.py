"""Fields that a label introduces: ``SUBJECT: ...``, ``FM ...``, ``موضوع: ...``, ``العدد/ ...``.

A value runs to the end of its line and over lines that plainly go on with it; a list of persons or copies runs to the next blank line. A
label ends the field before it even when its own value is not kept. The head ends where prose begins, so that 'From:' in a body is no
sender.
"""

import re
from collections.abc import Iterator

from cablegraph.extract.headers.cells import APART, GAP
from cablegraph.extract.headers.formats import Format, plain, running_fields
from cablegraph.extract.headers.heading import Field
from cablegraph.extract.headers.markings import level_pattern

NUMBERED = re.compile(r"\s*(?:\(?[0-9۰-۹٠-٩]{1,2}[.)\-]|[A-Za-z][.)])\s|\s*(?:SUMMARY|BEGIN SUMMARY|Summary)\b")
GREETING = re.compile(
    r"\s*(?:Dear|My dear|Sir|Excellency|با سلام|با احترام|سلام علیکم|احتراما|تحية طيبة|السلام عليكم|بسم)\b",
    re.IGNORECASE,
)
SHOUT = re.compile(r"[A-Z][A-Z &/.]{2,24}:|BT\Z")
MARKING = re.compile(rf"\s*(?:{level_pattern()})\b")
INDENTED = re.compile(r"[ \t]{2,}[^\s\d][^\n:]*(?:\n|\Z)")
COLUMN = re.compile(r"(?: {3}|\t)[ \t]*\Z")
WRAPPED = 38
MOST_LINES = 40
PROSE = 320


def head_of(text: str) -> int:
    """Where the head of a text ends: before the first long paragraph of prose that has no label, at most 6,000 characters in."""
    place = 0
    for block in re.split(r"(\n[ \t]*\n)", text[:6000]):
        lines = block.split("\n")
        if place > 40 and len(max(lines, key=len)) > PROSE and not re.match(r"\s*[^\n:]{2,30}:", block):
            return place
        place += len(block)
    return min(len(text), 6000)


def _value(text: str, start: int, limit: int, *, running: bool, groups: bool) -> tuple[int, int]:
    """The span of a value that begins at ``start`` and may not pass ``limit`` (the next label).

    A ``running`` value takes every line up to a blank one; one of ``groups`` goes on behind a blank line where the next is indented.
    """
    end = start
    taken = 0
    for line in re.finditer(r"[^\n]*(?:\n|\Z)", text[start:limit]):
        words = line[0].strip()
        at = start + line.start()
        if not words:
            if (taken and not (groups and INDENTED.match(text, at + len(line[0]), limit))) or (
                at > start and not taken
            ):
                break
            continue
        if taken:
            before = text[start:end].rsplit("\n", 1)[-1]
            numbered = NUMBERED.match(line[0])
            stops = (
                (numbered and not (running and line[0][:1] in " \t"))
                or GREETING.match(line[0])
                or SHOUT.match(words)
                or MARKING.match(line[0])
                or APART.match(words)
            )
            goes_on = (
                line[0][:1] in " \t"
                or len(before) >= WRAPPED
                or words[:1].islower()
                or (before.isupper() and words.isupper())
            )
            if stops or taken >= MOST_LINES or (not running and not goes_on) or (not running and taken >= 3):
                break
        cut = None if running else GAP.search(line[0], len(line[0]) - len(line[0].lstrip()), len(line[0].rstrip()))
        end = at + (cut.start() if cut else len(line[0].rstrip()))
        taken += 1
        if line.end() == line.start():
            break
    while start < end and text[start].isspace():
        start += 1
    return start, end


def find_labelled(text: str, head: int, layout: Format) -> Iterator[tuple[str, Field]]:
    """The fields of one format in the head of a text, in reading order."""
    if layout.labelled is None:
        return
    found: list[tuple[re.Match[str], str | None]] = []
    matches = list(layout.labelled.finditer(text, 0, head))
    sender = next(
        (m for m in matches if (word := m.groupdict().get("bare")) and layout.labels[plain(word)] == "from"), None
    )
    for match in matches:
        words = next(word for word in match.groups() if word)
        field, bare = layout.labels[plain(words)], bool(match.groupdict().get("bare"))
        if bare and words.isascii() and not words.isupper():
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        before = text[line : match.start() + match[0].index(words)]
        inner = bool(before.strip()) and not COLUMN.search(before)
        if bare and sender and field != "from" and match.start() < sender.start():
            continue  # what stands above the sender of a telegram is the receiver's own routing
        if inner and not any(line <= earlier.start() for earlier, _ in found):
            continue  # a label within a line counts only behind another label of the same line
        found.append((match, field))
    for place, (match, field) in enumerate(found):
        limit = found[place + 1][0].start() if place + 1 < len(found) else head
        if field is None:
            continue
        alone = "\n" in match[0] or not text[match.end() : text.find("\n", match.end()) % (len(text) + 1)].strip()
        running = field in running_fields() or alone
        start, end = _value(text, match.end(), limit, running=running, groups=field == "participants")
        if start < end:
            yield field, Field(text[start:end], start, end)
