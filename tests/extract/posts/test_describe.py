"""Entries of lists of persons: who held what from when to when."""

import pytest

from cablegraph.extract.posts import find_descriptions

CASES = [
    ("Reed, Anna B., Director, Office of Roads, until May 1966; thereafter, Ambassador to Zahr", [
        ("Director, Office of Roads", None, "1966-05"), ("Ambassador to Zahr", "1966-05", None)]),
    ("Roe, General John D., USA, Commander in Chief, Harbour Command (CINCHAR), from November 1966", [
        ("Commander in Chief, Harbour Command (CINCHAR)", "1966-11", None)]),
    ("Haddad, Omar, Jr., Governor of Vale from January 1969 to March 12, 1971; Minister of Roads since 1972", [
        ("Governor of Vale", "1969-01", "1971-03-12"), ("Minister of Roads", "1972", None)]),
    ("Voss, Lena, Secretary of the Canal, June–December 1959; also member of the Council through 1960", [
        ("Secretary of the Canal", "1959-06", "1959-12"), ("member of the Council", None, "1960")]),
    ("al-Test, Karim, Vale Foreign Minister after March 1963", [("Vale Foreign Minister", "1963-03", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "want"), CASES)
def test_posts_with_their_times(entry: str, want: list) -> None:
    found = [r for _, relations in find_descriptions(entry) for r in relations]
    assert [(r.object.text, r.first, r.last) for r in found] == want
    assert all(entry[r.object.start : r.object.end] == r.object.text for r in found)


@pytest.mark.parametrize(
    "prose",
    [
        "Portside, May 3, 1961.",
        "Reed, the Minister of Roads until 1966, said that she had met Haddad in Portside.",
        "Dear Anna, I was glad to read of the Governor; he has written to me since May 1961.",
    ],
)
def test_prose_is_no_entry(prose: str) -> None:
    assert list(find_descriptions(prose)) == []
