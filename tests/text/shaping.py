"""What old programs did to Arabic script: letters become joined shapes, lines are stored as they look, characters become bytes of a glyph page."""

import unicodedata
from functools import cache

from cablegraph.text.code_pages import page_table

_KINDS = ("isolated", "final", "initial", "medial")


@cache
def _forms() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) in {2, 3} and parts[0].strip("<>") in _KINDS:
            letters = "".join(chr(int(each, 16)) for each in parts[1:])
            forms.setdefault(letters, {})[parts[0].strip("<>")] = chr(code)
    return forms


def shape(text: str) -> str:
    """Letters as joined shapes, in reading order, lam-alef as one."""
    forms = _forms()
    units: list[str] = []
    for each in text:
        if each in "اأإآ" and units and units[-1] == "ل":
            units[-1] += each
        else:
            units.append(each)
    out = []
    for number, unit in enumerate(units):
        before = number > 0 and "initial" in forms.get(units[number - 1], {})
        after = number + 1 < len(units) and units[number + 1] in forms and "initial" in forms.get(unit, {})
        after = after and "final" in forms[units[number + 1]]
        kind = {(False, False): "isolated", (False, True): "initial", (True, False): "final", (True, True): "medial"}
        out.append(forms[unit].get(kind[before, after], unit) if unit in forms else unit)
    return "".join(out)


def to_glyph_page(text: str, page: str) -> bytes:
    """A line as a program for DOS stored it: shaped, from left to right as it looks, in the bytes of a glyph page."""
    table = {}
    for byte in range(255, -1, -1):
        table[page_table(page)[byte]] = byte
    lines = []
    for line in text.split("\n"):
        seen = shape(line)[::-1]
        lines.append(bytes(table[_nearest(each, table)] for each in seen))
    return b"\n".join(lines)


def _nearest(glyph: str, table: dict[str, int]) -> str:
    if glyph in table:
        return glyph
    letters = unicodedata.normalize("NFKC", glyph)
    same = [each for each in table if unicodedata.normalize("NFKC", each) == letters]
    kind = unicodedata.decomposition(glyph).split()[0].strip("<>")
    near = {"medial": "initial", "initial": "medial", "isolated": "final", "final": "isolated"}[kind]
    for each in same:
        if near in unicodedata.decomposition(each):
            return each
    if same:
        return same[0]
    raise ValueError(f"{letters} is not in the page")
