"""Which words of a name make one part: compounds, kunyas, suffixes written apart, particles, titles and initials.

``group_words`` gives drafts in the order of the words; ``parse`` says what each of them is and makes them parts.

The trap: the article belongs to the word behind it, but in Nur al-Din and Abd al-Mahdi it is the hinge of one part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from cablegraph.names.compounds import DIVINE, is_divine, split_compound, strip_article
from cablegraph.names.lexicon import lexicon
from cablegraph.names.parts import JOINT, Kind
from cablegraph.names.sounds import script_number
from cablegraph.names.words import Word

_SPELLED_LETTER = 6


@dataclass(slots=True)
class Draft:
    """A part in the making; ``kind`` is GIVEN until ``parse`` knows better."""

    words: list[Word]
    kind: Kind
    core: str
    head: str = ""
    tail: str = ""
    soft: bool = False
    before: str = ""
    whole: str = field(default="", init=False)

    def finish(self) -> None:
        """Write all letters of the part, with the particle or soft title before it, into ``whole``."""
        self.whole = JOINT.join([*([self.before] if self.before else []), *(w.folded for w in self.words)])


def group_words(words: list[Word]) -> list[Draft]:
    """Join words to drafts: heads take what follows, tails and suffixes what precedes, particles are noted with the part behind them."""
    lists = lexicon()
    drafts: list[Draft] = []
    at = 0
    while at < len(words):
        word = words[at]
        folded = lists.abbreviations.get(word.folded, word.folded)
        last = at + 1 == len(words)
        if folded in lists.heads and not last:
            end = at + 2
            while end < len(words) and words[end - 1].folded in lists.articles:
                end += 1
            drafts.append(_named(words[at:end], lists.heads[folded]))
            at = end
            continue
        previous = drafts[-1] if drafts and drafts[-1].kind is not Kind.PARTICLE else None
        if previous and (folded in lists.tails or (folded in lists.suffixes and not previous.soft)):
            _take_in(previous, word, lists.tails.get(folded, ""))
        elif folded in lists.generations and drafts:
            drafts.append(Draft([word], Kind.SUFFIX, folded))
        elif folded in lists.particles and not last and (drafts or folded in lists.opening):
            hinge = folded in lists.articles and drafts and words[at + 1].folded in lists.tails
            if not hinge:
                drafts.append(Draft([word], Kind.PARTICLE, folded))
        elif (
            folded in lists.honorifics
            and not last
            and all(d.soft or d.kind is Kind.HONORIFIC for d in drafts)
            and _may_be_title(word)
        ):
            drafts.append(Draft([word], Kind.HONORIFIC, folded))
        elif _is_initial(word):
            drafts.append(Draft([word], Kind.INITIAL, folded))
        else:
            drafts.append(_named([word], ""))
        at += 1
    for first, second in pairwise(drafts):
        if first.kind is Kind.PARTICLE or first.soft:
            second.before = first.core
    for draft in drafts:
        draft.finish()
    return drafts


def _may_be_title(word: Word) -> bool:
    """One letter is a title only before a full stop (د. for doctor)."""
    return len(word.folded) > 1 or word.dotted


def _is_initial(word: Word) -> bool:
    """One letter, or in Arabic script the short name of a Latin letter before a full stop (دبلیو.)."""
    spelled = word.dotted and len(word.folded) < _SPELLED_LETTER and script_number(word.folded) == 0
    return (len(word.folded) == 1 or spelled) and not word.linked


def _named(words: list[Word], head: str) -> Draft:
    """The draft of a head (if any) and the word it governs."""
    lists = lexicon()
    last = lists.abbreviations.get(words[-1].folded, words[-1].folded)
    if is_divine(last):
        return Draft(words, Kind.GIVEN, DIVINE, head)
    soft = not head and last in lists.soft
    compound = split_compound(last if soft else strip_article(last))
    return Draft(words, Kind.GIVEN, compound.core, head or compound.head, compound.tail, soft)


def _take_in(draft: Draft, word: Word, tail: str) -> None:
    """A draft takes in the tail or suffix after it."""
    draft.words = [*draft.words, word]
    draft.soft = False
    if tail:
        draft.tail = tail
    else:
        draft.core += word.folded
