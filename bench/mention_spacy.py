"""spaCy's name finder trained the plain way, for the comparison of ``mentions``; a script of its own, run in the environment that holds spaCy.

    python mention_spacy.py LANGUAGE LEARN ASK

LEARN and ASK are JSON Lines with ``text``, LEARN with ``names`` (start, end, kind) too; the answer is a line of names for each line of ASK. A pipeline
without weights from elsewhere: spaCy's words of the language, its default layers, its own batches and rates. It reads a fixed number of words, so that a
slow machine gives the same figures. Trap: a name whose ends are none of spaCy's words cannot be learnt and is left out.
"""

import json
import random
import sys
from itertools import islice
from pathlib import Path

import spacy
from spacy.training import Example
from spacy.util import compounding, fix_random_seed, minibatch

WORDS_READ = 600_000
DROPOUT = 0.2


def main(language: str, learn: Path, ask: Path) -> None:
    """Train, then answer on the standard output."""
    fix_random_seed(1)
    nlp = spacy.blank(language)
    ner = nlp.add_pipe("ner")
    examples = []
    for line in learn.open(encoding="utf-8"):
        row = json.loads(line)
        doc = nlp.make_doc(row["text"])
        spans = [doc.char_span(start, end, kind) for start, end, kind in row["names"]]
        examples.append(
            Example.from_dict(doc, {"entities": [(s.start_char, s.end_char, s.label_) for s in spans if s]})
        )
    optimizer = nlp.initialize(lambda: islice(examples, 500))
    for kind in ("PERSON", "ORG", "PLACE"):
        ner.add_label(kind)
    chance, words = random.Random(1), 0
    while words < WORDS_READ:
        chance.shuffle(examples)
        for batch in minibatch(examples, size=compounding(16, 64, 1.001)):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
            words += sum(len(example.reference) for example in batch)
            if words >= WORDS_READ:
                break
    texts = (json.loads(line)["text"] for line in ask.open(encoding="utf-8"))
    for doc in nlp.pipe(texts):
        print(json.dumps([(e.start_char, e.end_char, e.label_) for e in doc.ents]))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
