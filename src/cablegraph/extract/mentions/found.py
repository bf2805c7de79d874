"""What a tagger or a rule found: a labelled span with its confidence and its origin.

Knows the labels. Leaves to the caller to turn a find into a stored mention with document, page and citation.
Trap: a confidence is the tagger's own marginal probability, good for ranking within one origin, not across origins.
"""

from dataclasses import dataclass
from typing import Final, Literal

Label = Literal["PERSON", "ORG", "PLACE", "POST", "CODENAME", "SOURCE", "NATIONALITY"]

NAMES: Final[frozenset[str]] = frozenset({"PERSON", "ORG", "PLACE"})
"""The labels that the taggers learn; the others come from rules and lists."""


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention as it stands in one text.

    Attributes:
        start: First code point of the mention.
        end: The code point after its last one.
        text: The characters between them, unchanged.
        label: PERSON, ORG, PLACE, POST, CODENAME, SOURCE or NATIONALITY.
        confidence: From 0 to 1; for the taggers the lowest marginal probability of the words in the span.
        origin: Who found it: ``tagger:<language>``, ``rule:<which>``, ``list:<which>`` or ``spread``
            (another occurrence of a name that was found with confidence elsewhere in the text).
    """

    start: int
    end: int
    text: str
    label: Label
    confidence: float
    origin: str
