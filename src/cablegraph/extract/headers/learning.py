"""A format proposed from examples: which labels begin lines in several documents, and which field each may introduce.

A label that cablegraph knows keeps its field; of the others the values tell: dates, levels, urgencies, numbers that differ from document to document,
addresses, names. It is a proposal for a person to correct. The trap: sender and addressee look alike, so of two unknown labels with names the first is taken
for the sender, and the proposal says so.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cablegraph.extract.headers.cells import iter_cells
from cablegraph.extract.headers.fields import iso_date
from cablegraph.extract.headers.formats import known_formats, plain
from cablegraph.extract.headers.labelled import head_of
from cablegraph.extract.headers.markings import find_marking, find_type, read_level
from cablegraph.extract.headers.times import find_clock

LABEL = re.compile(r"(?P<label>[^\W\d_][^:：=\n]{0,38}?)[ \t]*(?P<sign>[:：]|/(?=[ \t]))[ \t]*(?P<value>[^\n]*)")
SERIAL = re.compile(r"(?=.*\d)[\w./\-–()]{1,20}(?: [\w./\-–()]{1,12}){0,2}")
ADDRESS = re.compile(r"\S+@\S+\.\w{2,}")
NAME = re.compile(r"[^\d@:]{3,60}")
LIKELY = 0.6
RARE = 0.3
HEAD_LINES = 40
VALUES: tuple[tuple[str, Callable[[str], object], str], ...] = (
    ("classification", lambda v: read_level(v) or find_marking(v, "classification"), "levels of secrecy"),
    ("precedence", lambda v: find_marking(v, "precedence"), "words of urgency"),
    ("date", lambda v: len(v) <= 40 and iso_date(v), "dates"),
    ("time", lambda v: len(v) <= 20 and find_clock(v), "times of day"),
)
"""Fields that the kind of a value tells: the field, the test of one value, how the values are called."""
FIRST_OF_NAMES = "names or offices; sender and addressee look alike, so look which it is"


@dataclass(frozen=True, slots=True)
class LearntLabel:
    """A label found at the beginning of lines: its words, the field proposed (None = not kept), in how many examples, and why."""

    words: str
    field: str | None
    examples: int
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A format as learnt: its name, the type that the documents give themselves, its labels in the order in which they stand, the number of examples."""

    name: str
    type: str | None
    labels: tuple[LearntLabel, ...]
    examples: int

    def as_yaml(self) -> str:
        """The text of a file of formats, with a comment on each label; it passes ``check_formats`` where there is a label."""
        lines = [
            f"# Proposed from {self.examples} examples. Look at every line: move a label to the right field, strike out what is no label.",
            "formats:", f"  - name: {_quoted(self.name)}", *([f"    type: {_quoted(self.type)}"] if self.type else []),
        ]  # fmt: skip
        sure = sorted(self.labels, key=lambda label: -label.examples)[:2]
        if len(sure) == 2:
            wanted = "".join(rf"(?=[\s\S]*^[ \t]*{re.escape(label.words)}[ \t]*[:：/])" for label in sure)
            lines += ["    recognise:", "      - " + _quoted(r"\A" + wanted)]
        lines.append("    labels:")
        fields = dict.fromkeys(label.field or "none" for label in self.labels)
        for field in fields:
            mine = [label for label in self.labels if (label.field or "none") == field]
            lines += [f"      # {label.words}: in {label.examples} of {self.examples}; {label.why}" for label in mine]
            lines.append(f"      {field}: [{', '.join(_quoted(label.words) for label in mine)}]")
        return "\n".join(lines) + "\n"


def propose_format(examples: Sequence[str], name: str) -> Proposal:
    """Propose a format from the texts of some documents of one kind.

    Args:
        examples: Texts, two at least for the labels to be told from other words with a colon; five or more are better.
        name: What the format is to be called.

    Returns:
        The labels that stand in at least two examples and in three of ten of them, in the order in which they stand. No labels where none does.
    """
    found: dict[str, list[tuple[int, int, str, str]]] = {}
    kinds: Counter[str] = Counter()
    for number, text in enumerate(examples):
        seen: set[str] = set()
        for place, words, value in _labels_of(text):
            if (key := plain(words)) not in seen:
                seen.add(key)
                found.setdefault(key, []).append((number, place, words, value))
        kinds.update(_own_types(text))
    fewest = min(len(examples), max(2, round(len(examples) * RARE)))
    kept = {key: rows for key, rows in found.items() if len(rows) >= fewest}
    order = sorted(kept, key=lambda key: (sum(row[1] for row in kept[key]) / len(kept[key]), key))
    labels: list[LearntLabel] = []
    for key in order:
        words = Counter(row[2] for row in kept[key]).most_common(1)[0][0]
        field, why = _guess(key, [row[3] for row in kept[key]], {label.field for label in labels})
        labels.append(LearntLabel(words, field, len(kept[key]), why))
    kind = kinds.most_common(1)[0] if kinds else ("", 0)
    return Proposal(name, kind[0] if kind[1] > len(examples) / 2 else None, tuple(labels), len(examples))


def _labels_of(text: str) -> Iterable[tuple[int, str, str]]:
    """Place, words and value of what may be a label in the head of a text: at the beginning of a line or of a column."""
    lines = 0
    for cell in iter_cells(text, head_of(text)):
        lines += cell.whole
        if lines > HEAD_LINES:
            return
        if (label := LABEL.match(cell.words)) and len(label["label"].split()) <= 5:
            value = re.split(r"[ ]{3,}|\t", label["value"])[0].strip()
            yield cell.start, " ".join(label["label"].split()), value


def _own_types(text: str) -> Iterable[str]:
    lines = [cell.words for cell in iter_cells(text, head_of(text)) if ":" not in cell.words][:8]
    return list(dict.fromkeys(kind for words in lines if len(words.split()) <= 6 and (kind := find_type(words))))[:1]


def _guess(key: str, values: Sequence[str], taken: set[str | None]) -> tuple[str | None, str]:
    """The field that a label may introduce, and why it is thought so."""
    known = [field for layout in known_formats() for label, field in layout.labels.items() if label == key]
    if known:
        return known[0], "a label that cablegraph knows"
    told = [value for value in values if value]

    def share(test: Callable[[str], object]) -> float:
        return sum(bool(test(value)) for value in told) / len(told) if told else 0.0

    addresses = share(ADDRESS.search) >= LIKELY
    for field, test, why in () if addresses else VALUES:
        if field not in taken and share(test) >= LIKELY:
            return field, f"its values are {why}"
    if share(SERIAL.fullmatch) >= LIKELY:
        differ = len(set(told)) > len(told) / 2
        if differ and "number" not in taken:
            return "number", "its values are numbers that differ from document to document"
        return None, "numbers; which is not plain, so its value is not kept"
    if (
        told
        and sum(len(v.split()) for v in told) / len(told) >= 4
        and len(set(told)) > len(told) / 2
        and "subject" not in taken
    ):
        return "subject", "its values are of several words and differ from document to document"
    if addresses or share(NAME.fullmatch) >= LIKELY:
        free = next((field for field in ("from", "to") if field not in taken), None)
        if free:
            return free, FIRST_OF_NAMES
    return None, "its values are of no one kind, so they are not kept"


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
