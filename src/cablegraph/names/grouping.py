"""Which words of a name make one part: compounds, kunyas, suffixes written apart, particles, titles and initials.

``group_words`` gives drafts in the order of the words; ``parse`` says what each of them is and makes them parts.

The trap: the article belongs to the word behind it, but in Nur al-Din and Abd al-Mahdi it is the hinge of one part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from cablegraph.names.compounds import DIVINE, is_divine, split_compound, strip_article
from cablegraph.names.doubles import find_seam
from cablegraph.names.lexicon import lexicon
from cablegraph.names.parts import JOINT, Kind
from cablegraph.names.words import Word, is_arabic

_SPELLED_LETTER = 6
PARENTS = {"father": ("ابو", "abu"), "mother": ("ام", "um")}
"""The heads without which a name is another person's, in either script: they stand in the core, where the servant of Abd al-Mahdi does not."""


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

    def finish(self, before: str) -> None:
        """Write all letters of the part, with the particle or soft title before it, into ``whole``."""
        whole = self.words[0].folded if len(self.words) == 1 else JOINT.join([w.folded for w in self.words])
        self.before = before
        self.whole = before + JOINT + whole if before else whole


def group_words(words: list[Word]) -> list[Draft]:
    """Join words to drafts: heads take what follows, tails and suffixes what precedes, particles are noted with the part behind them."""
    lists = lexicon()
    drafts: list[Draft] = []
    leading = True
    at, count = 0, len(words)
    while at < count:
        word = words[at]
        folded = word.folded
        last = at + 1 == count
        if folded not in lists.special and len(folded) > 1 and not word.dotted:
            if (not last or count == 1) and (seam := find_seam(folded)) and len(folded) == word.end - word.start:
                drafts += [_named([half], "") for half in _halves(word, seam)]
            else:
                drafts.append(_named([word], ""))
            leading = False
            at += 1
            continue
        folded = lists.abbreviations.get(folded, folded)
        previous = drafts[-1] if drafts and drafts[-1].kind is not Kind.PARTICLE else None
        if leading and not last and (size := _title_length(words, at, previous)):
            if folded in lists.title_grades and previous:
                previous.words = [*previous.words, word]
            else:
                drafts.append(Draft(words[at : at + size], Kind.HONORIFIC, folded))
            at += size
            continue
        if folded in lists.heads and not last and not (word.dotted and _is_initial(word)):
            end = at + 2
            while end < count and words[end - 1].folded in lists.articles:
                end += 1
            drafts.append(_named(words[at:end], lists.heads[folded]))
            at = end
            leading = False
            continue
        joins_next = not last and words[at + 1].linked
        if previous and (
            folded in lists.tails
            or (folded in lists.suffixes and not previous.soft and (word.linked or not joins_next))
        ):
            _take_in(previous, word, lists.tails.get(folded, ""))
        elif folded in lists.generations and drafts:
            drafts.append(Draft([word], Kind.SUFFIX, folded))
        elif folded in lists.particles and not last and (drafts or folded in lists.opening):
            hinge = folded in lists.articles and drafts and words[at + 1].folded in lists.tails
            if not hinge:
                drafts.append(Draft([word], Kind.PARTICLE, folded))
        elif _is_initial(word):
            drafts.append(Draft([word], Kind.INITIAL, folded))
        else:
            drafts.append(_named([word], ""))
        leading = leading and drafts[-1].soft
        at += 1
    before = ""
    for draft in drafts:
        draft.finish(before)
        before = draft.core if draft.kind is Kind.PARTICLE or (draft.soft and draft.core in lists.doubled) else ""
    return drafts


def _title_length(words: list[Word], at: int, previous: Draft | None) -> int:
    """How many words from ``at`` are one title, or 1 for a grade that belongs to the title before; 0 where no name is left behind it."""
    lists = lexicon()
    folded = words[at].folded
    for phrase in lists.phrases.get(folded, ()):
        end = at + len(phrase)
        if end < len(words) and all(w.folded == p for w, p in zip(words[at:end], phrase, strict=True)):
            return len(phrase)
    if previous and previous.kind is Kind.HONORIFIC and folded in lists.title_grades:
        return 1
    return int(folded in lists.honorifics and _may_be_title(words[at], words[at + 1]))


def _halves(word: Word, seam: int) -> tuple[Word, Word]:
    """The two names of a double name in one word; a hyphen is understood between them."""
    middle = word.start + seam
    return (
        Word(word.folded[:seam], word.start, middle, word.linked, dotted=False),
        Word(word.folded[seam:], middle, word.end, linked=True, dotted=word.dotted),
    )


def _may_be_title(word: Word, following: Word) -> bool:
    """One letter is a title only before a full stop (د. for doctor) and not in a row of initials."""
    return len(word.folded) > 1 or (word.dotted and len(following.folded) > 1)


def _is_initial(word: Word) -> bool:
    """One letter, or in Arabic script the short name of a Latin letter before a full stop (دبلیو.)."""
    spelled = word.dotted and len(word.folded) < _SPELLED_LETTER and is_arabic(word.folded)
    return (len(word.folded) == 1 or spelled) and not word.linked


def _named(words: list[Word], head: str) -> Draft:
    """The draft of a head (if any) and the word it governs."""
    core, head, tail, soft = _read(words[-1].folded, head)
    return Draft(words, Kind.GIVEN, core, head, tail, soft)


@lru_cache(maxsize=1 << 16)
def _read(word: str, head: str) -> tuple[str, str, str, bool]:
    """Core, head and tail of a folded word behind a head (or none), and whether it is a title that may be a name."""
    lists = lexicon()
    word = lists.abbreviations.get(word, word)
    if is_divine(word):
        return DIVINE, head, "", False
    soft = not head and word in lists.soft
    compound = split_compound(word if soft else strip_article(word))
    head = head or compound.head
    core = compound.core
    if head in PARENTS:
        core = PARENTS[head][not is_arabic(core)] + JOINT + core
    return core, head, compound.tail, soft


def _take_in(draft: Draft, word: Word, tail: str) -> None:
    """A draft takes in the tail or suffix after it."""
    draft.words = [*draft.words, word]
    draft.soft = False
    if tail:
        draft.tail = tail
    else:
        draft.core += word.folded
