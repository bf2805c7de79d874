import pytest

from cablegraph.extract.mentions.bodies import find_bodies


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Army and the Joint Staff agreed.", ["Army", "Joint Staff"]),
        ("The Iraqi Air Force left; the Eighth Air Force stayed.", ["Iraqi Air Force", "Eighth Air Force"]),
        ("ARMISH/MAAG and the U.S. Navy", ["ARMISH/MAAG", "U.S. Navy"]),
        ("an army of clerks, a congress of poets", []),
        ("CIA-backed and pre-NATO", ["CIA"]),
    ],
)
def test_listed_bodies(text: str, found: list[str]) -> None:
    assert [m.text for m in find_bodies(text)] == found
