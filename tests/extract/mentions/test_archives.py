import pytest

from cablegraph.extract.mentions.archives import find_file_titles


@pytest.mark.parametrize(
    ("text", "covered", "free"),
    [
        (
            "Source: Department of State, Central Files, POL 15–1 IRAN. Repeated to Moscow.",
            ["IRAN"],
            ["Department of State", "Moscow"],
        ),
        ("NSC Files, Box 739, Country Files, Africa, Libya, Vol. II. Sent from Cairo.", ["Africa", "Libya"], ["Cairo"]),
        ("OCB Files: Lot 61 D 385, Iraq Documents. A note from Baghdad.", ["Iraq"], ["Baghdad"]),
        ("He kept files on Iran and the box of Basra.", [], ["Iran", "Basra"]),
    ],
)
def test_titles_and_codes_end_at_the_full_stop(text: str, covered: list[str], free: list[str]) -> None:
    inside = {
        text.index(w) for w in [*covered, *free] for s in find_file_titles(text) if s.start <= text.index(w) < s.end
    }
    assert inside == {text.index(w) for w in covered}
