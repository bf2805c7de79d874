r"""What a group of an RTF file saves and restores: where its words go, its fonts, and how its words are marked.

Knows the control words that change it; the words of the text are left to ``rtf_text``. The trap: which of two fonts holds depends on the direction of the run.
"""

import codecs
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def rtf_words() -> dict[str, Any]:
    """What ``data/rtf.yml`` says."""
    table: dict[str, Any] = yaml.safe_load(
        (files("cablegraph.ingest") / "data" / "rtf.yml").read_text(encoding="utf-8")
    )
    return table


@dataclass(frozen=True, slots=True)
class State:
    r"""What a group saves: where its words go and what was outside of it, fonts, stand-ins after a ``\u``, and how its words are marked."""

    place: str = "text"
    outer: str = "text"
    font: int | None = None
    other_font: int | None = None
    rtl: bool = False
    skip: int = 1
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    star: bool = False
    fresh: bool = False

    @property
    def shown_font(self) -> int | None:
        """The font that holds for bytes: a right-to-left run takes the associated one."""
        return self.other_font if self.rtl and self.other_font is not None else self.font


def change_state(state: State, name: str, number: int | None) -> State | None:
    """The state after a control word; None where the word changes nothing that we know."""
    on = number != 0
    if name in {"f", "af"} and number is not None:
        return replace(state, font=number) if name == "f" else replace(state, other_font=number)
    if name in {"rtlch", "ltrch"}:
        return replace(state, rtl=name == "rtlch")
    if name == "uc":
        return replace(state, skip=min(max(number or 0, 0), 100))
    if name == "v":
        return replace(state, hidden=on)
    if name == "deleted":
        return replace(state, deleted=on)
    if name in {"intbl", "pard"}:
        return replace(state, in_table=name == "intbl")
    if name == "plain":
        return replace(state, hidden=False, deleted=False, font=None, other_font=None)
    return None


def find_codec(name: str) -> str | None:
    """Python's name of a code page, or None."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
