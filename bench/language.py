"""The speed of the language core on one core: cleaning, language, sentences and dates over pages of invented English, Persian and Arabic text.

The text is made from ``language.yml`` with a fixed seed. The trap: a cache over whole pages would be measured instead of the work, so no page occurs twice.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import yaml

from cablegraph.calendars import find_dates
from cablegraph.text import find_language, find_sentences, fold, normalise

NORMALISED = 100_000_000
"""Bytes of UTF-8 that are cleaned."""
SMALL = 2_000_000
"""Bytes for what is slower by its nature."""
PAGE = 40
"""Sentences of a page."""
_DIGITS = {"en": "0123456789", "fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩"}
_YEARS = {"en": (1950, 2009), "fa": (1330, 1389), "ar": (1950, 2009)}


def measure_text(size: int = NORMALISED) -> dict[str, Any]:
    """MB are 1,000,000 bytes of UTF-8; ``size`` of them are cleaned, at most ``SMALL`` go through the rest."""
    pages = [page for _, page in _iter_pages(size)]
    some = list(_iter_pages(min(size, SMALL)))
    lines = [line for _, page in some for line in page.splitlines()]
    return {
        "megabytes": round(_bytes(pages) / 1e6, 1),
        "fold_mb_per_second": _rate(fold, pages),
        "normalise_mb_per_second": _rate(normalise, pages),
        "sentences_mb_per_second": _rate(lambda page: list(find_sentences(page)), [page for _, page in some]),
        "dates_mb_per_second": _rate(
            lambda each: list(find_dates(each[1], language=each[0])), some, size=_bytes(page for _, page in some)
        ),
        "languages_lines_per_second": round(len(lines) / _seconds(find_language, lines)),
    }


def _rate(work: Callable[[Any], object], items: list[Any], *, size: int | None = None) -> float:
    work(items[0])
    return round((size or _bytes(items)) / 1e6 / _seconds(work, items), 2)


def _seconds(work: Callable[[Any], object], items: Iterable[Any]) -> float:
    started = perf_counter()
    for item in items:
        work(item)
    return perf_counter() - started


def _bytes(texts: Iterable[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def _iter_pages(size: int) -> Iterator[tuple[str, str]]:
    """Pages of one language each, in turn, with that language; every tenth mixes all three."""
    chance = random.Random(3)
    templates: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    made = number = 0
    while made < size:
        language = list(templates)[number % len(templates)]
        chosen = list(templates) if number % 10 == 9 else [language]
        sentences = (_sentence(chance, templates, chance.choice(chosen)) for _ in range(PAGE))
        page = "\n".join(" ".join(pair) for pair in zip(sentences, sentences, strict=True))
        made += len(page.encode())
        number += 1
        yield language, page


def _sentence(chance: random.Random, templates: dict[str, list[str]], language: str) -> str:
    values = {"n": chance.randint(2, 99_999), "d": chance.randint(1, 29), "y": chance.randint(*_YEARS[language])}
    digits = str.maketrans(_DIGITS["en"], _DIGITS[language])
    written = {name: str(value).translate(digits) for name, value in values.items()}
    return chance.choice(templates[language]).format(**written)
