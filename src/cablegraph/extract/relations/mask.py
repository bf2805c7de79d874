"""A sentence as the patterns read it: names, posts and dates stand as tokens, everything else in one plain spelling.

``Anna Reed met the Minister in Basra on 3 May.`` becomes ``⟦P0⟧ met ⟦T1⟧ in ⟦L2⟧ on ⟦D3⟧.`` Every character of the mask knows where it
stands in the text, so that what a pattern finds can be cited. The trap is the span: a token may stand for words far longer than itself, or for none.
"""

import re
from collections.abc import Callable, Sequence

from cablegraph.extract.relations.pieces import PLAIN, Piece

TOKEN = re.compile(r"⟦([A-Z])(\d+)⟧")
SHORT_LINE = 50


class Mask:
    """One sentence masked; ``text`` is what patterns see, ``pieces`` what the numbers in its tokens mean."""

    __slots__ = ("ends", "pieces", "starts", "text")

    def __init__(self, text: str, start: int, end: int, pieces: Sequence[Piece]) -> None:
        """Mask the span of a text with pieces that lie in it, in order and not overlapping."""
        self.pieces: list[Piece] = list(pieces)
        letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = start
        for number, piece in enumerate(self.pieces):
            self._spell(text, at, piece.start, letters)
            self._token(letters, piece, number)
            at = piece.end
        self._spell(text, at, end, letters)
        self.text = "".join(letters)

    def _token(self, letters: list[str], piece: Piece, number: int) -> None:
        token = f"⟦{piece.kind}{number}⟧"
        letters.extend(token)
        self.starts.extend([piece.start] * len(token))
        self.ends.extend([piece.end] * len(token))

    def _spell(self, text: str, start: int, end: int, letters: list[str]) -> None:
        for at in range(start, end):
            letter = text[at]
            if letter == "\n" and self._is_list_line(text, at):
                letter = ";"
            letter = " " if letter.isspace() else PLAIN.get(ord(letter), letter)
            if letter and not (letter == " " and letters and letters[-1] == " "):
                letters.append(letter)
                self.starts.append(at)
                self.ends.append(at + 1)

    @staticmethod
    def _is_list_line(text: str, at: int) -> bool:
        """Whether the line that ends at ``at`` is too short to have been broken for width."""
        return 0 < at - text.rfind("\n", 0, at) - 1 < SHORT_LINE

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text of a stretch of the mask, without blanks at its ends."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return (
            (self.starts[start], max(self.ends[start:end])) if start < end else (self.starts[start], self.starts[start])
        )

    def piece(self, token: str) -> Piece:
        """The piece of a token such as ``⟦P0⟧``."""
        found = TOKEN.match(token)
        if found is None:
            raise ValueError(f"Not a token of a mask: {len(token)} characters.")
        return self.pieces[int(found[2])]

    def inside(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces whose tokens stand in a stretch of the mask."""
        return tuple(self.pieces[int(t[2])] for t in TOKEN.finditer(self.text, start, end))

    def replace(self, pattern: re.Pattern[str], make: Callable[[re.Match[str]], Piece | str | None]) -> None:
        """Put a new token, or nothing (an empty string), where a pattern stands; None leaves the place as it is."""
        changes = [(found, made) for found in pattern.finditer(self.text) if (made := make(found)) is not None]
        if not changes:
            return
        letters: list[str] = []
        starts, ends, at = self.starts, self.ends, 0
        self.starts, self.ends = [], []
        for found, made in changes:
            self._copy(letters, starts, ends, at, found.start())
            if isinstance(made, Piece):
                self.pieces.append(made)
                self._token(letters, made, len(self.pieces) - 1)
            at = found.end()
        self._copy(letters, starts, ends, at, len(self.text))
        self.text = "".join(letters)

    def put(self, start: int, end: int, piece: Piece) -> None:
        """Put a token as a word of its own in place of a stretch, which may be empty."""
        letters: list[str] = []
        starts, ends = self.starts, self.ends
        self.starts, self.ends = [], []
        self._copy(letters, starts, ends, 0, start)
        self.pieces.append(piece)
        before = "" if start == 0 or self.text[start - 1] == " " else " "
        behind = "" if end < len(self.text) and self.text[end] == " " else " "
        token = f"{before}⟦{piece.kind}{len(self.pieces) - 1}⟧{behind}"
        letters.extend(token)
        self.starts.extend([piece.start] * len(token))
        self.ends.extend([piece.end] * len(token))
        self._copy(letters, starts, ends, end, len(self.text))
        self.text = "".join(letters)

    def _copy(self, letters: list[str], starts: list[int], ends: list[int], first: int, last: int) -> None:
        letters.extend(self.text[first:last])
        self.starts.extend(starts[first:last])
        self.ends.extend(ends[first:last])
