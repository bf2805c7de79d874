"""What the dates of a sentence make of a post or an event, and the dates that belong to something else."""

import pytest

from relations.reading import read


@pytest.mark.parametrize(
    ("marked", "kind", "want"),
    [
        ("Visit of [P Anna Reed], [T Governor of [L Vale]], December 4-5, 1968.", "Occupancy", (None, None, "1968-12-04")),
        ("[P Anna Reed], new [T Minister of Roads], is a graduate of the law college, class of 1944.", "Occupancy", (None, None, None)),
        ("In 1958 [P Anna Reed], [T Minister of Roads], left.", "Occupancy", (None, None, "1958")),
        ("In 1938 [P Anna Reed] became [T Governor of [L Vale]], but spent the years until 1956 in prison.", "Occupancy", ("1938", None, None)),
        ("[P Anna Reed] was dismissed as [T Governor of [L Vale]] in early September 1971.", "Occupancy", (None, "1971-09", None)),
        ("He served from 1955 until [P Omar Haddad] was replaced by [P Anna Reed].", "Succession", (None, None, None)),
        ("[P Anna Reed] met [P Omar Haddad] on 3 May 2011.", "Meeting", ("2011-05-03", "2011-05-03", None)),
    ],
)  # fmt: skip
def test_period(marked: str, kind: str, want: tuple[str | None, str | None, str | None]) -> None:
    (relation,) = read(marked, "en", kind)
    assert (relation.first, relation.last, relation.as_of) == want


def test_a_title_alone_is_less_sure_than_a_post_with_its_body() -> None:
    (title,) = read("[T Foreign Minister] [P Omar Haddad] left.", "en")
    (post,) = read("[T Governor of [L Vale]] [P Omar Haddad] left.", "en")
    assert title.confidence < 0.6 < post.confidence


@pytest.mark.parametrize(
    ("marked", "want"),
    [
        ("The King told [T Assistant Secretary] [P Anna Reed] so.", ["Assistant Secretary"]),
        ("Assurances by the [T President] to [T Prime Minister] [P Anna Reed].", ["Prime Minister"]),
        ("Views of the Secretary and Assistant Secretary [P Anna Reed].", ["Assistant Secretary"]),
        ("Meanwhile Consul [P Anna Reed] left.", []),
        ("MEETING WITH [T PRIME MINISTER] [P REED]", ["PRIME MINISTER"]),
        ("The [O Canal Bureau] chief [P Anna Reed] left.", ["Canal Bureau chief"]),
        ("[P Anna Reed], [T Deputy Director], [O Canal Bureau], left.", ["Deputy Director"]),
    ],
)
def test_a_post_has_its_own_words_and_no_others(marked: str, want: list[str]) -> None:
    assert [r.object.text for r in read(marked, "en", "Occupancy")] == want
