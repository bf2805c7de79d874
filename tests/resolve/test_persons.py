import pytest

from cablegraph.model import Modality, Polarity, Relation, Verdict
from cablegraph.resolve import resolve

from .making import body, groups, holds, pairs, person


@pytest.mark.parametrize(
    "spellings",
    [
        ("Karim Zandi", "کریم زندی", "كريم زندي"),
        ("Hossein Daneshvar", "حسین دانشور", "حسين دانشور"),
        ("Jaber al-Khazali", "جابر الخزعلی", "جابر الخزعلي"),
        ("KARIM ZANDI", "Karīm Zandī", "کَریم زَندی"),
    ],
    ids=lambda names: names[0],
)
def test_one_name_in_several_scripts_is_one_person(spellings: tuple[str, ...]) -> None:
    found = resolve([person(f"r{i}", name) for i, name in enumerate(spellings)], [], {})
    assert groups(found) == {frozenset(f"r{i}" for i in range(len(spellings)))}
    entity = found.entities[0]
    assert set(entity.names) == set(spellings)
    assert entity.caption == entity.names[0]
    assert entity.id == "r0"
    assert pairs(found) == set()


def test_every_member_knows_why_it_is_there() -> None:
    found = resolve([person("r1", "Karim Zandi"), person("r2", "کریم زندی"), person("r3", "Leila Sabri")], [], {})
    members = {link.left: (entity, link) for entity, link in found.members}
    assert set(members) == {"r1", "r2", "r3"}
    assert members["r2"][0] == "r1"
    assert "زندی" in members["r2"][1].reason
    assert all(link.reason and 0 < link.score <= 1 for _, link in members.values())
    assert all(0 < e.confidence <= 1 for e in found.entities)


NAMESAKES = [
    ("director of the Nahr port", "ambassador in Baghdad"),
    ("مدیر بندر نهر", "سفیر در بغداد"),
    ("مدير ميناء النهر", "السفير في بغداد"),
    ("director of the Nahr port", "سفیر در بغداد"),
]
"""Posts that nobody holds at once."""


@pytest.mark.parametrize(("one", "other"), NAMESAKES)
def test_namesakes_with_different_posts_at_one_time_stay_two_and_wait_for_a_person(one: str, other: str) -> None:
    found = resolve(
        [person("r1", "Karim Zandi"), person("r2", "کریم زندی")],
        [holds("r1", one, "2010", "2014"), holds("r2", other, as_of="2012-05-01")],
        {},
    )
    assert groups(found) == {frozenset({"r1"}), frozenset({"r2"})}
    assert pairs(found) == {frozenset({"r1", "r2"})}
    assert "different posts" in found.candidates[0].reason


@pytest.mark.parametrize(("one", "other"), NAMESAKES)
def test_different_posts_one_after_the_other_are_a_career(one: str, other: str) -> None:
    posts = [holds("r1", one, "2010", "2011"), holds("r2", other, "2012")]
    found = resolve([person("r1", "Karim Zandi"), person("r2", "کریم زندی")], posts, {})
    assert groups(found) == {frozenset({"r1", "r2"})}


@pytest.mark.parametrize(
    "second",
    [
        holds("r2", "ambassador in Baghdad", "2010", "2014", polarity=Polarity.DENIED),
        holds("r2", "ambassador in Baghdad", "2010", "2014", modality=Modality.ALLEGATION),
        holds("r2", "ambassador in Baghdad", "2010", "2014", modality=Modality.PLAN),
        holds("r2", "ambassador in Baghdad"),
        holds("r2", "member of the council", "2010", "2014"),
        holds("r2", "مدیر بندر نهر", "2010", "2014"),
        holds("r2", "مدير ميناء النهر", "2011"),
    ],
    ids=["denied", "alleged", "planned", "undated", "held beside another", "the same in Persian", "the same in Arabic"],
)
def test_what_does_not_tell_namesakes_apart(second: Relation) -> None:
    posts = [holds("r1", "director of the Nahr port", "2010", "2014"), second]
    found = resolve([person("r1", "Karim Zandi"), person("r2", "كريم زندي")], posts, {})
    assert groups(found) == {frozenset({"r1", "r2"})}


TWO = [holds("r1", "director of the Nahr port", "2010", "2014"), holds("r3", "ambassador in Baghdad", "2012")]


def test_of_two_namesakes_the_one_with_the_same_company_gets_the_document_without_a_post() -> None:
    found = resolve(
        [
            person("r1", "Karim Zandi", "d1"),
            person("r2", "Leila Sabri", "d1"),
            person("r3", "Karim Zandi", "d2"),
            person("r4", "Omar Haddad", "d2"),
            person("r5", "کریم زندی", "d3"),
            person("r6", "ليلى صبري", "d3"),
        ],
        TWO,
        {},
    )
    assert {frozenset({"r1", "r5"}), frozenset({"r3"})} <= groups(found)


def test_a_document_that_supports_none_of_two_namesakes_stays_open() -> None:
    found = resolve([person("r1", "Karim Zandi"), person("r3", "Karim Zandi"), person("r5", "کریم زندی")], TWO, {})
    assert groups(found) == {frozenset({"r1"}), frozenset({"r3"}), frozenset({"r5"})}
    assert {frozenset({"r1", "r5"}), frozenset({"r3", "r5"})} <= pairs(found)


@pytest.mark.parametrize("surname", ["Zandi", "زندی", "زندي"])
def test_a_bare_surname_goes_to_the_only_person_whom_the_company_supports(surname: str) -> None:
    found = resolve(
        [
            person("r1", "Karim Zandi", "d1"),
            person("r2", "Leila Sabri", "d1"),
            person("r3", surname, "d2"),
            person("r4", "لیلا صبری", "d2"),
        ],
        [],
        {},
    )
    assert frozenset({"r1", "r3"}) in groups(found)


@pytest.mark.parametrize("surname", ["Zandi", "زندی", "زندي"])
def test_a_bare_surname_that_one_person_of_the_case_bears_goes_to_that_person_with_a_lower_score(surname: str) -> None:
    found = resolve([person("r1", "Karim Zandi"), person("r2", surname)], [], {})
    assert groups(found) == {frozenset({"r1", "r2"})}
    assert next(e for e in found.entities).confidence < 0.85


def test_a_bare_surname_that_two_people_bear_is_given_to_neither() -> None:
    found = resolve(
        [
            person("r1", "Karim Zandi", "d1"),
            person("r2", "Jalal Zandi", "d1"),
            person("r3", "Leila Sabri", "d1"),
            person("r4", "Zandi", "d2"),
            person("r5", "Leila Sabri", "d2"),
        ],
        [],
        {},
    )
    assert frozenset({"r4"}) in groups(found)
    assert {frozenset({"r1", "r4"}), frozenset({"r2", "r4"})} <= pairs(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim Zandi", "Jalal Zandi"),
        ("کریم زندی", "جلال زندی"),
        ("كريم زندي", "جلال زندي"),
        ("Leila Sabri", "Karim Sabri"),
    ],
)
def test_two_people_of_one_family_are_two(one: str, other: str) -> None:
    assert len(resolve([person("r1", one), person("r2", other)], [], {}).entities) == 2


def test_a_person_and_a_body_of_one_name_are_two() -> None:
    found = resolve([person("r1", "Karim Zandi"), body("r2", "Karim Zandi")], [], {})
    assert {e.schema for e in found.entities} == {"Person", "Organization"}


def test_an_empty_case_has_nobody() -> None:
    found = resolve([], [], {("r1", "r2"): Verdict.POSITIVE})
    assert (found.entities, found.members, found.candidates) == ((), (), ())


def listed(key: str, name: str, entry: str, **context: str):
    return person(key, name, **{"known-as": entry, **context})


def test_two_entries_of_one_reference_list_are_two_people_and_one_entry_joins_across_posts() -> None:
    two = resolve([listed("r1", "Karim Zandi", "staff:1"), listed("r2", "کریم زندی", "staff:2")], [], {})
    assert groups(two) == {frozenset({"r1"}), frozenset({"r2"})}
    assert pairs(two) == {frozenset({"r1", "r2"})}
    different_lists = resolve(
        [listed("r1", "Karim Zandi", "staff:1"), listed("r2", "Karim Zandi", "sanctions:9")], [], {}
    )
    assert groups(different_lists) == {frozenset({"r1", "r2"})}


def test_a_bare_surname_goes_to_the_namesake_whose_entry_fits_it() -> None:
    people = [
        listed("r1", "Karim Zandi", "staff:1"),
        listed("r2", "Bahram Zandi", "staff:2"),
        listed("r3", "Zandi", "staff:2"),
    ]
    assert groups(resolve(people, [], {})) == {frozenset({"r1"}), frozenset({"r2", "r3"})}


def test_a_surname_goes_to_its_bearer_and_not_to_whom_it_is_a_first_name() -> None:
    people = [person("r1", "Graham Martin"), person("r2", "Martin J. Hillen"), person("r3", "Martin")]
    assert groups(resolve(people, [], {})) == {frozenset({"r1", "r3"}), frozenset({"r2"})}


def named(key: str, name: str, count: int) -> list:
    return [person(f"{key}{n}", name) for n in range(count)]


@pytest.mark.parametrize(("others", "joined"), [(1, True), (2, False), (4, False)])
def test_a_bare_surname_goes_to_the_one_who_is_well_known_only_where_nobody_else_is_known(
    others: int, joined: bool
) -> None:
    people = [*named("a", "Armin Meyer", 4), *named("b", "Cord Meyer", others), person("z", "Meyer")]
    together = next(group for group in groups(resolve(people, [], {})) if "z" in group)
    assert together == (frozenset({"a0", "a1", "a2", "a3", "z"}) if joined else frozenset({"z"}))


def test_who_is_well_known_at_another_time_is_not_meant() -> None:
    people = [*named("a", "Armin Meyer", 4), *named("b", "Cord Meyer", 1), person("z", "Meyer")]
    written = {f"d-a{n}": "1966-05" for n in range(4)} | {"d-b0": "1958", "d-z": "1958-03-02"}
    assert frozenset({"z"}) in groups(resolve(people, [], {}, written=written))


@pytest.mark.parametrize(
    ("one", "other"),
    [("John Foster Dulles", "John W. Foster"), ("Theodore A. Wahl", "Theodore L. Eliot, Jr.")],
)
def test_who_writes_an_initial_ends_with_a_surname(one: str, other: str) -> None:
    assert len(resolve([person("r1", one), person("r2", other)], [], {}).entities) == 2


def test_two_of_one_name_in_one_document_with_different_posts_stay_two() -> None:
    port, envoy = "director of the Nahr port", "ambassador in Baghdad"
    found = resolve(
        [
            person("r1", "Karim Hasan Zandi", "d1", posts=port),
            person("r2", "Karim Zandi", "d1", posts=envoy),
            person("r3", "کریم زندی", "d2", posts="Ambassador in Baghdad"),
            person("r4", "Karim Zandi", "d3", posts="مدیر بندر نهر"),
        ],
        [],
        {},
    )
    assert groups(found) == {frozenset({"r1", "r4"}), frozenset({"r2", "r3"})}


def test_two_spellings_in_one_document_with_one_post_or_none_are_one_person() -> None:
    port = "director of the Nahr port"
    some = [
        person("r1", "Karim Hasan Zandi", "d1", posts=port),
        person("r2", "Karim Zandi", "d1", posts="مدیر بندر نهر"),
        person("r3", "کریم زندی", "d1"),
    ]
    assert groups(resolve(some, [], {})) == {frozenset({"r1", "r2", "r3"})}
