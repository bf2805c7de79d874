"""Where an event took place: the one place that its clause puts it at, beside or behind what the pattern has matched.

The trap is the place that belongs to a name or a post ('the Governor of Vale'): only one behind a preposition of place counts, and two leave it open.
"""

import re

from cablegraph.extract.relations.mask import Mask

FAR = 60
AT = {
    "en": re.compile(r"\b(?:in|at|near) (?:the )?⟦L(?P<place>\d+)⟧(?!'s)", re.IGNORECASE),
    "fa": re.compile(r"(?<!\w)در (?:شهر )?⟦L(?P<place>\d+)⟧"),
    "ar": re.compile(r"(?<!\w)(?:فی|ب)(?: مدینه)? ?⟦L(?P<place>\d+)⟧"),
}
BREAKS = re.compile(r"[;!?]|\. |, (?:who|which|where|and (?:he|she|then))\b|(?<!\w)(?:که|الذی|التی)(?!\w)")


def find_place(mask: Mask, text: str, match: re.Match[str], language: str) -> str | None:
    """The words of the place of an event, None where the clause names none or several."""
    behind = mask.text[match.end() : match.end() + FAR]
    cut = BREAKS.search(behind)
    stop = match.end() + (cut.start() if cut else len(behind))
    found = {mask.pieces[int(at["place"])] for at in AT[language].finditer(mask.text, match.start(), stop)}
    if len(found) != 1:
        return None
    (piece,) = found
    return " ".join(text[piece.start : piece.end].split())
