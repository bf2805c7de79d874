"""The fields of one header while they are gathered: the first that says something of a field is believed.

A few words say more than one field (a grade is two, a marking has captions, a date-time group has an hour); here they are taken apart, each part
with its own span.
"""

from collections.abc import Sequence

from cablegraph.extract.headers.fields import clean
from cablegraph.extract.headers.grading import find_grades
from cablegraph.extract.headers.heading import Field
from cablegraph.extract.headers.markings import Marking, find_marking, read_level
from cablegraph.extract.headers.source import read_source


class Sheet:
    """Values by field, and the half-open span of each."""

    def __init__(self) -> None:
        self.values: dict[str, str | tuple[str, ...]] = {}
        self.spans: dict[str, tuple[int, int]] = {}

    def put(self, name: str, field: Field) -> None:
        """Take a field unless it is known or says nothing."""
        if name == "grading":
            for grade in find_grades(field.value):
                self.set(grade.kind, grade.value, (field.start + grade.start, field.start + grade.end))
            return
        if name == "source":
            for part, said in read_source(field):
                self.set(part, " ".join(said.value.split()).strip(" .,;:،؛"), (said.start, said.end))
            return
        if name == "classification":
            marking = read_level(field.value, field.start) or read_level(
                field.value.split("\n")[0].rstrip(), field.start
            )
            if marking:
                self.marks(marking)
                return
        if name in self.values or not (value := clean(name, field.value)):
            return
        self.set(name, value, (field.start, field.end))
        if name == "date" and (time := clean("time", field.value)):
            self.set("time", time, (field.start, field.end))

    def set(self, name: str, value: str | Sequence[str], span: tuple[int, int]) -> None:
        """Take a value as it is unless the field is known."""
        if name not in self.values and value:
            self.values[name] = value if isinstance(value, str) else tuple(value)
            self.spans[name] = span

    def marks(self, found: Marking | None, offset: int = 0) -> None:
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
