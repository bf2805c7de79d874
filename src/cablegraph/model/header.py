"""The header of a cable: what its first lines say of number, sender, addressee, date and subject."""

from collections.abc import Mapping
from dataclasses import dataclass, field

FIELDS = (
    "type", "number", "from", "to", "info", "date", "time", "place", "precedence", "classification", "handling",
    "subject", "tags", "references", "participants", "signed",
)  # fmt: skip
"""The names of the fields, in the order in which they are shown."""

LISTS = frozenset({"info", "tags", "references", "participants", "handling"})
"""The fields that hold a list."""


@dataclass(frozen=True, slots=True)
class Header:
    """Fields by name, and for each the span of the text that it was read from.

    ``date`` is ISO, to the precision given: ``1964``, ``1964-11`` or ``1964-11-05``. ``type`` is one of telegram, airgram, memorandum,
    memorandum of conversation, letter, intelligence report, intelligence estimate, minutes, editorial note and so on.
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
