"""The reference page of the profiles says what the code does."""

import re
from pathlib import Path

import pytest

from cablegraph.text import Profile, normalise

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "text-profiles.md"
_ROW = re.compile(r"^\| (.+?) \| (.+?) \| (one|apart) \| (one|apart) \| (one|apart) \|$", re.MULTILINE)
ROWS = [found.groups() for found in _ROW.finditer(PAGE.read_text(encoding="utf-8"))]


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_the_page_says_what_the_profiles_do(row: tuple[str, ...]) -> None:
    one, other = (re.sub(r"\[U\+([0-9A-F]{4})\]", _character, each) for each in row[:2])
    said = dict(zip(Profile, row[2:], strict=True))
    done = {each: "one" if normalise(one, each).text == normalise(other, each).text else "apart" for each in Profile}
    assert said == done


def test_a_profile_joins_whatever_the_one_before_joins() -> None:
    assert len(ROWS) >= 80
    for row in ROWS:
        answers = [each == "one" for each in row[2:]]
        assert answers == sorted(answers)


@pytest.mark.parametrize("profile", list(Profile))
def test_two_names_that_must_never_meet(profile: Profile) -> None:
    spellings = [["حسن", "حَسَن", "حـسـن"], ["حسين", "حسین", "حُسَين", "حسىن"]]
    one, other = ({normalise(each, profile).text for each in names} for names in spellings)
    assert one.isdisjoint(other)
