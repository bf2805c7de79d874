"""Cutting a text into the tokens that dates are made of.

Knows how to look the pieces of a text up in the lexicon; where they begin and end is read in :mod:`cablegraph.calendars.pieces`, the shapes of
numbers in :mod:`cablegraph.calendars.numerals`, numbers in words in :mod:`cablegraph.calendars.spelled`, and what the tokens mean together is
left to the rules. Every position counts code points of the text as given. The trap: a number glued to letters or to unknown marks is a code and
no number.
"""

from collections.abc import Iterator, Sequence

from cablegraph.calendars.lexicon import Meanings, Word, entries
from cablegraph.calendars.node import BREAK, Node
from cablegraph.calendars.numerals import MARKS, read_number
from cablegraph.calendars.pieces import UNKNOWN, Piece, iter_runs, without_clitic
from cablegraph.calendars.setting import Setting
from cablegraph.calendars.spelled import join_numerals

_ARABIC_ONLY = frozenset("ecW")  # roles whose Arabic words mean something else in Persian
_CLITIC_ROLES = frozenset("MSWybegPVETKJBFCaoIc=~")


def tokenise(setting: Setting) -> list[Node]:
    """Return the tokens of the text in reading order; a run of words that no date is made of is one ``x``."""
    nodes: list[Node] = []
    for run in iter_runs(setting.text):
        if run[-1].kind == "paragraph":
            nodes.append(Node("|", run[-1].start, run[-1].end))
        elif run[-1] is UNKNOWN:
            nodes.append(BREAK)
        else:
            nodes.extend(join_numerals(_read_run(run, setting), setting))
    return nodes


def _read_run(pieces: Sequence[Piece], setting: Setting) -> list[Node]:
    nodes: list[Node] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        meanings, length = _look_up(pieces, position)
        word = _choose(meanings, setting, piece) if meanings else None
        if word is not None:
            nodes.append(Node(word.role, piece.start, pieces[position + length - 1].end, word))
            position += length
            continue
        parted = _part_clitic(pieces, position) if piece.kind == "word" else None
        if parted is not None:
            word, length = parted
            nodes.append(Node("&" if piece.key[0] == "و" else "I", piece.start, piece.start + 1))
            nodes.append(Node(word.role, piece.start + 1, pieces[position + length - 1].end, word))
            position += length
            continue
        position += 1
        nodes.extend(_read_piece(piece, setting))
    return nodes


def _look_up(pieces: Sequence[Piece], position: int) -> tuple[Meanings | None, int]:
    """Return the longest entry that starts at a piece, and how many pieces it takes; hyphens and apostrophes inside may be missing."""
    return _look_up_as(pieces[position].key, pieces, position)


def _look_up_as(first: str, pieces: Sequence[Piece], position: int) -> tuple[Meanings | None, int]:
    for keys, meanings in entries().get(first, ()):
        at = position + 1
        for key in keys[1:]:
            while at < len(pieces) and pieces[at].key in {"-", "'"}:
                at += 1
            if at >= len(pieces) or pieces[at].key != key:
                break
            at += 1
        else:
            return meanings, at - position
    return None, 0


def _choose(meanings: Meanings, setting: Setting, piece: Piece) -> Word | None:
    words = list(meanings.values())
    word = words[0]
    if any(other != word for other in words[1:]):
        word = meanings.get(setting.tongue(piece.start, piece.end), word)
    if word.capital and setting.text[piece.start].islower():
        return None
    if word.role in _ARABIC_ONLY and meanings.keys() == {"ar"} and setting.tongue(piece.start, piece.end) == "fa":
        return None
    return word


def _read_piece(piece: Piece, setting: Setting) -> Iterator[Node]:
    text = setting.text[piece.start : piece.end]
    if piece.kind == "word":
        role = "&" if piece.key == "و" else "I" if piece.key == "ل" else ""
        yield Node(role, piece.start, piece.end) if role else BREAK
    elif piece.kind == "number":
        yield from read_number(text, piece.start)
    elif piece.kind in {"group", "group2", "compact", "roman"}:
        yield Node("G", piece.start, piece.end)
    elif piece.kind == "spaced":
        yield Node("#", piece.start, piece.end)
    elif piece.kind == "short":
        is_decade = text.endswith("s")
        yield Node("D" if is_decade else "q", piece.start, piece.end, number=int(text[1:3]))
    elif piece.kind == "mark":
        yield Node(MARKS.get(text, "-"), piece.start, piece.end)
    else:
        yield BREAK


def _part_clitic(pieces: Sequence[Piece], position: int) -> tuple[Word, int] | None:
    """Part an Arabic entry from the one-letter word written before it (ونيسان, لعام, بتشرين الثاني); return it and its number of pieces."""
    bare = without_clitic(pieces[position].key)
    meanings, length = _look_up_as(bare, pieces, position) if bare else (None, 0)
    word = meanings.get("ar") if meanings else None
    if word is not None and word.role == "W" and pieces[position].key.startswith("لل"):  # للاثنين is "for both" as well
        return None
    return (word, length) if word is not None and word.role in _CLITIC_ROLES else None
