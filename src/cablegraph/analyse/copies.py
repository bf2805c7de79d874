"""Documents that say nearly the same: the same cable copied, scanned again, forwarded or quoted whole.

Two sieves find the pairs worth comparing: MinHash over runs of words (Broder 1997), cut into bands, finds near copies through the slips of OCR; the bare
content of longer sentences finds a text that stands inside a longer one. What a pair really shares is counted on the words, in order.

The trap: forms and standard cables share most of their words and are not copies, so what differs is always shown and nothing is thrown away.
"""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.distance import Opcodes as _Opcodes

from cablegraph.model.answers import Difference
from cablegraph.text import find_sentences, find_words, fold

SKETCH_VERSION = "1"
"""Raise it when the same text may give other keys."""
ALIKE, WITHIN = 0.7, 0.85
"""Shares of words in common from which two documents count as near copies, and from which one counts as standing in the other."""
LEAST_WORDS = 12
"""A text of fewer words is too short to say that it is a copy."""
_PERMUTATIONS, _ROWS, _RUN = 120, 4, 2
_SENTENCE_WORDS, _SENTENCES = 9, 32
_MOST_WORDS = 30_000
_QUOTED = re.compile(r"(?m)^[> \t]*>[ \t]?")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts share, as shares (0-1) of words in the same order: of both together, of the left one, of the right one."""

    alike: float
    left_in_right: float
    right_in_left: float

    @property
    def counts(self) -> bool:
        """Whether the two are near copies or one stands in the other."""
        return self.alike >= ALIKE or max(self.left_in_right, self.right_in_left) >= WITHIN


@lru_cache(maxsize=200_000)
def _fold(word: str) -> str:
    return fold(word)


def split_words(text: str) -> list[str]:
    """The folded words of a text, quotation marks of forwarded mail and signs left out."""
    return [w for w in (_fold(text[s:e]) for s, e in find_words(text)) if w]


def find_keys(text: str) -> frozenset[int]:
    """Keys (63 bits) of a text, of which near copies and texts that stand in one another nearly always share one; none for a short text."""
    from rensa import RMinHash

    words = split_words(text)
    if len(words) < LEAST_WORDS:
        return frozenset()
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    sketch.update([" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)])
    digest = sketch.digest()
    keys = {
        _key(b"b%d" % at, struct.pack(f"<{_ROWS}I", *digest[at : at + _ROWS])) for at in range(0, _PERMUTATIONS, _ROWS)
    }
    unquoted = _QUOTED.sub("", text)
    sentences = {" ".join(split_words(unquoted[s:e])) for s, e in find_sentences(unquoted)}
    long = sorted((x for x in sentences if x.count(" ") + 1 >= _SENTENCE_WORDS), key=lambda x: (-len(x), x))
    return frozenset(keys | {_key(b"s", x.encode()) for x in long[:_SENTENCES]})


def _key(kind: bytes, data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8, person=kind).digest(), "little") >> 1


def compare_words(left: Sequence[str], right: Sequence[str]) -> Likeness:
    """What two rows of words share in order; of very long ones the first 30,000 words are compared."""
    a, b = left[:_MOST_WORDS], right[:_MOST_WORDS]
    if not a or not b:
        return Likeness(0.0, 0.0, 0.0)
    common = LCSseq.similarity(a, b)
    return Likeness(2 * common / (len(a) + len(b)), common / len(a), common / len(b))


def find_differences(left: str, right: str) -> tuple[Difference, ...]:
    """Two texts side by side, word by word: stretches that agree and stretches that differ, which together cover both."""
    words_a, words_b = list(find_words(left))[:_MOST_WORDS], list(find_words(right))[:_MOST_WORDS]
    a, b = [_fold(left[s:e]) for s, e in words_a], [_fold(right[s:e]) for s, e in words_b]
    out: list[Difference] = []
    for kind, _, a_end, _, b_end in _steps(Indel.opcodes(a, b)):
        left_end = words_a[a_end].start if a_end < len(words_a) else len(left)
        right_end = words_b[b_end].start if b_end < len(words_b) else len(right)
        left_start = out[-1].left_end if out else 0
        right_start = out[-1].right_end if out else 0
        left_end, right_end = max(left_end, left_start), max(right_end, right_start)
        out.append(Difference(kind, left_start, left_end, right_start, right_end))
    return tuple(out)


def _steps(codes: _Opcodes) -> list[tuple[str, int, int, int, int]]:
    """The steps from one row of words to the other; a deletion beside an insertion is one change."""
    out: list[tuple[str, int, int, int, int]] = []
    for code in codes:
        step = (code.src_start, code.src_end, code.dest_start, code.dest_end)
        if code.tag == "equal":
            out.append(("same", *step))
        elif out and out[-1][0] != "same":
            a_start, _, b_start, _ = out[-1][1:]
            out[-1] = _named(a_start, step[1], b_start, step[3])
        else:
            out.append(_named(*step))
    return out


def _named(a_start: int, a_end: int, b_start: int, b_end: int) -> tuple[str, int, int, int, int]:
    kind = "changed" if a_end > a_start and b_end > b_start else "only left" if a_end > a_start else "only right"
    return (kind, a_start, a_end, b_start, b_end)
