"""What the taggers are compared with: lists and patterns alone, and a linear-chain CRF trained the plain way.

The lists are those that ship with cablegraph, used as a rule, which they are not meant for. The CRF has the features of any tutorial: the word,
its ends, its shape, the words beside it. Trap: python-crfsuite is no dependency of cablegraph; without it the CRF is left out.
"""

import re
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from cablegraph.extract.mentions.lexicon import find_entries
from cablegraph.extract.mentions.tokens import level, tokenise

Name = tuple[int, int, str]
_OF_LIST = {"country": "PLACE", "region": "PLACE", "org": "ORG", "given": "PERSON", "surname": "PERSON"}
_ROUNDS = 40


def answer_by_lists(text: str, language: str) -> set[Name]:
    """Names by lists alone: the longest entry, and for a person all words of given names and surnames in a row, at least two or after a title."""
    tokens = tokenise(text)
    marks = find_entries([level(t.text) for t in tokens], language)
    names: set[Name] = set()
    at = 0
    while at < len(tokens):
        stop = at + 1
        kind = _kind(marks[at])
        if kind and (language != "en" or tokens[at].text[0].isupper()):
            follow = (
                (lambda mark: _kind(mark) == "PERSON") if kind == "PERSON" else (lambda mark: mark.startswith("I-"))
            )
            while stop < len(tokens) and follow(marks[stop]):
                stop += 1
            if kind != "PERSON" or stop > at + 1 or (at and "title" in marks[at - 1]):
                names.add((tokens[at].start, tokens[stop - 1].end, kind))
        at = stop
    return names


def _kind(mark: str) -> str:
    return next((kind for part in mark[2:].split("+") if (kind := _OF_LIST.get(part))), "") if mark else ""


def plain_crf(learnt: Iterable[tuple[str, frozenset[Name]]], language: str) -> Callable[[str], set[Name]]:
    """Train on labelled texts and give a function that finds names.

    Raises:
        ImportError: python-crfsuite is not installed.
    """
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": _ROUNDS})
    for text, names in learnt:
        tokens = tokenise(text)
        tags = ["O"] * len(tokens)
        for start, end, kind in names:
            inside = [i for i, t in enumerate(tokens) if t.start < end and start < t.end]
            for n, i in enumerate(inside):
                tags[i] = ("I-" if n else "B-") + kind
        trainer.append(_features([t.text for t in tokens]), tags)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{language}.crf"
        trainer.train(str(path))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))

    def find(text: str) -> set[Name]:
        tokens = tokenise(text)
        tags = tagger.tag(_features([t.text for t in tokens]))
        names: set[Name] = set()
        at = 0
        while at < len(tags):
            stop = at + 1
            if tags[at] != "O":
                while stop < len(tags) and tags[stop] == f"I-{tags[at][2:]}":
                    stop += 1
                names.add((tokens[at].start, tokens[stop - 1].end, tags[at][2:]))
            at = stop
        return names

    return find


def _features(words: list[str]) -> list[list[str]]:
    rows = []
    for i, word in enumerate(words):
        shape = re.sub(r"[A-Z]+", "X", re.sub(r"[a-z]+", "x", re.sub(r"\d+", "d", word)))
        row = ["bias", f"w={level(word)}", f"s={shape}", f"p={word[:3]}", f"e={word[-3:]}"]
        row += [f"{n}:{level(words[i + n])}" for n in (-1, 1) if 0 <= i + n < len(words)]
        rows.append(row)
    return rows
