"""Places of a case on the map: found in three scripts, told apart by what stands beside them, never guessed."""

import pytest

from cablegraph.analyse.places import Located, Named, find_matches, locate_places


def place(key: str, *documents: str, names: tuple[str, ...] = ()) -> Named:
    return Named(key, names or (key,), frozenset(documents))


CASE = (
    place("بغداد", "war", "visit"), place("العراق", "war", "visit"), place("البصره", "war"), place("Tuz Khormato", "war"), place("محافظة أربيل", "war"),
    place("Wardan", "war"), place("Balad", "war"),
    place("تهران", "visit"), place("قم", "visit"), place("Ahwaz", "visit"), place("ایران", "visit"),
    place("Tripoli", "letter"), place("Lebanon", "letter"),
    place("طرابلس", "note"),
    place("Tripoli, Libya", "other"),
    place("London", "far"), place("Washington", "far"), place("U.S.", "far"),
    place("Springfield", "lost"),
)  # fmt: skip


@pytest.fixture(scope="module")
def found() -> dict[str, Located]:
    return {one.id: one for one in locate_places(CASE)}


@pytest.mark.parametrize(
    ("name", "geonames", "country"),
    [
        ("بغداد", 98182, "IQ"), ("البصره", 99532, "IQ"), ("تهران", 112931, "IR"), ("قم", 119208, "IR"), ("Ahwaz", 144448, "IR"), ("Balad", 98112, "IQ"),
        ("London", 2643743, "GB"),
    ],
)  # fmt: skip
def test_a_town_is_found_in_any_script(found: dict[str, Located], name: str, geonames: int, country: str) -> None:
    choice = found[name].choice
    assert choice is not None
    assert (found[name].state, choice.country) == ("located", country)
    assert choice.geonames == geonames
    assert 0.9 < choice.score <= 1


def test_coordinates_are_degrees_north_and_east(found: dict[str, Located]) -> None:
    choice = found["بغداد"].choice
    assert choice is not None
    assert (choice.latitude, choice.longitude) == (pytest.approx(33.34, abs=0.05), pytest.approx(44.40, abs=0.05))


def test_a_country_named_beside_it_settles_which_of_two_is_meant(found: dict[str, Located]) -> None:
    choice = found["Tripoli"].choice
    assert choice is not None
    assert choice.country == "LB"
    assert "Lebanon is named in 1 of 1 documents" in choice.why
    assert {a.country for a in found["Tripoli"].alternatives} >= {"LY"}


def test_a_country_in_the_name_settles_it(found: dict[str, Located]) -> None:
    choice = found["Tripoli, Libya"].choice
    assert choice is not None
    assert choice.country == "LY"
    assert "Libya stands in the name" in choice.why


def test_where_two_are_as_likely_both_stay_candidates(found: dict[str, Located]) -> None:
    for name in ("طرابلس", "Springfield"):
        assert (found[name].state, found[name].choice) == ("undecided", None)
        assert len(found[name].alternatives) > 1
    scores = [a.score for a in found["Springfield"].alternatives]
    assert scores == sorted(scores, reverse=True)


def test_a_name_written_as_no_town_is_found_by_its_sounds_and_less_surely(found: dict[str, Located]) -> None:
    choice = found["Tuz Khormato"].choice
    assert choice is not None
    assert choice.country == "IQ"
    assert choice.why.startswith("sounds like")
    assert choice.score < 0.9


def test_a_province_stands_at_the_town_that_it_is_called_after(found: dict[str, Located]) -> None:
    assert found["محافظة أربيل"].kind == "region"
    choice = found["محافظة أربيل"].choice
    assert choice is not None
    assert choice.name == "Erbil"


def test_a_country_is_no_point(found: dict[str, Located]) -> None:
    choice = found["ایران"].choice
    assert choice is not None
    assert (found["ایران"].kind, choice.country, choice.latitude, choice.longitude) == ("country", "IR", None, None)


def test_what_the_gazetteer_lacks_is_unknown(found: dict[str, Located]) -> None:
    assert (found["Wardan"].state, found["Wardan"].choice, found["Wardan"].alternatives) == ("unknown", None, ())


def test_places_beside_one_another_speak_for_their_country(found: dict[str, Located]) -> None:
    choice = found["Balad"].choice
    assert choice is not None
    assert "beside" in choice.why


def test_the_order_of_a_case_does_not_matter() -> None:
    few = CASE[10:15]
    assert {p.id: p for p in locate_places(few)} == {p.id: p for p in locate_places(few[::-1])}


def test_a_small_town_far_from_everything_is_not_guessed() -> None:
    (alone,) = locate_places([place("Balad", "d")])
    assert alone.state == "undecided"


def test_a_key_that_is_too_short_or_unknown_finds_nothing() -> None:
    assert find_matches(["", "x", "zzzzqq"]) == {"": (), "x": (), "zzzzqq": ()}
