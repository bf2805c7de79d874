"""Copies of training text as a telegram in capitals or as a bad scan has it, with the same spans.

Trap: only changes that keep the length, so that the spans still point at their words.
"""

import random

from .corpora import Sample

CAPITALS_SHARE = 0.08
SCAN_SHARE = 0.04
_LETTERS = 0.06
_ALIKE = {
    **dict(zip("elOihoSBuncrtfgaqITEDCG", "c10lb05Bnuoevlf9sgl1FOG6", strict=False)),
    **dict(zip("بتثنيرزدذسشصضعغفقحخجکگيیهةك", "تثبيبزرذدشسضصغعقفخجحگکبيةهل", strict=False)),
}


def copies(sample: Sample, language: str, chance: random.Random) -> list[Sample]:
    """Give a sample and now and then a damaged copy of it."""
    versions = [sample]
    if language == "en" and chance.random() < CAPITALS_SHARE:
        versions.append(_with_text(sample, sample.text.upper()))
    if chance.random() < SCAN_SHARE:
        letters = (_ALIKE.get(c, c) if chance.random() < _LETTERS else c for c in sample.text)
        versions.append(_with_text(sample, "".join(letters)))
    return versions


def _with_text(sample: Sample, text: str) -> Sample:
    return Sample(text, sample.spans, sample.source) if len(text) == len(sample.text) else sample
