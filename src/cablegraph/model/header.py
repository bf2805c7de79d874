"""The header of a cable: what its first lines say of number, sender, addressee, date and subject."""

from collections.abc import Mapping
from dataclasses import dataclass, field

FIELDS = (
    "type", "number", "from", "to", "info", "date", "time", "place", "precedence", "classification", "handling",
    "subject", "tags", "references", "participants", "signed", "source", "source_number", "reliability", "credibility", "acquired",
    "page_markings",
)  # fmt: skip
"""The names of the fields, in the order in which they are shown."""

LISTS = frozenset({"info", "tags", "references", "participants", "handling", "page_markings"})
"""The fields that hold a list."""


@dataclass(frozen=True, slots=True)
class Header:
    """Fields by name, and for each the span of the text that it was read from.

    ``date`` is ISO, to the precision given: ``1964``, ``1964-11`` or ``1964-11-05``. ``type`` is one of telegram, airgram, memorandum,
    memorandum of conversation, letter, intelligence report, intelligence estimate, minutes, editorial note and so on.
    ``time`` is ISO with its zone where one is stated (``09:55Z``, ``17:15+02:00``, ``16:30``). ``reliability`` is a letter A-F and ``credibility`` a
    digit 1-6 of the Admiralty code, as the cable grades itself;
    ``source_number`` and ``acquired`` are parts of the line of the source, which ``source`` is whole.
    ``page_markings`` are what is stamped on pages; their span is the first one's.
    """

    values: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def text_of(self, name: str) -> str | None:
        """One field as a text; the items of a list are joined by semicolons. None where the header does not say."""
        value = self.values.get(name)
        return "; ".join(value) if isinstance(value, tuple) else value

    def as_json(self) -> dict[str, str | list[str]]:
        """The fields in their fixed order, lists as lists."""
        return {n: list(v) if isinstance(v, tuple) else v for n in FIELDS if (v := self.values.get(n))}
