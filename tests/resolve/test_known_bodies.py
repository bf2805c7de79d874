from collections import defaultdict

import pytest
import yaml

from cablegraph.model import KNOWN_AS, Referent
from cablegraph.resolve import read_bodies, resolve, seed_text
from cablegraph.resolve.known_bodies import seed_bodies
from cablegraph.text import fold

from .making import body, groups

ONE = [
    ("MOIS", "Ministry of Intelligence", "وزارت اطلاعات", "واجا", "VEVAK"),
    ("IRGC", "Islamic Revolutionary Guard Corps", "سپاه پاسداران انقلاب اسلامی", "الحرس الثوري الإيراني"),
    ("Quds Force", "Qods Force", "نیروی قدس سپاه", "فيلق القدس"),
    ("SAVAK", "ساواک", "السافاك", "National Intelligence and Security Organization"),
    ("Iraqi Mukhabarat", "Iraqi Intelligence Service", "جهاز المخابرات العراقي"),
    ("INA", "Iraqi National Accord", "حركة الوفاق الوطني"),
    ("PUK", "Patriotic Union of Kurdistan", "الاتحاد الوطني الكردستاني", "اتحادیه میهنی کردستان"),
    ("SCIRI", "ISCI", "المجلس الأعلى الإسلامي العراقي", "Supreme Council for the Islamic Revolution in Iraq"),
    ("Badr Corps", "Badr Organization", "منظمة بدر", "سپاه بدر"),
    ("CIA", "C.I.A.", "the Central Intelligence Agency", "وكالة المخابرات المركزية", "سازمان سیا"),
    ("Department of State", "State Department", "U.S. State Department", "وزارة الخارجية الأمريكية"),
]


@pytest.mark.parametrize("names", ONE, ids=lambda names: names[0])
def test_a_body_is_one_under_its_acronyms_its_former_names_and_in_three_languages(names: tuple[str, ...]) -> None:
    found = resolve([body(f"r{i}", name) for i, name in enumerate(names)], [], {})
    assert groups(found) == {frozenset(f"r{i}" for i in range(len(names)))}
    assert all("list of bodies" in link.reason for _, link in found.members if link.left != link.right)


def test_bodies_that_look_alike_stay_apart() -> None:
    names = ["CIA", "DIA", "SAVAK", "MOIS", "PUK", "KDP", "KDPI", "INIS", "Iraqi Mukhabarat", "IRGC", "Quds Force"]
    found = resolve([body(f"r{i}", name) for i, name in enumerate(names)], [], {})
    assert all(len(group) == 1 for group in groups(found))
    assert found.candidates == ()


def placed(key: str, name: str, *places: str, language: str = "en") -> Referent:
    """A body in a document that speaks of some places beside it."""
    return Referent(key, f"d-{key}", "Organization", name, (name,), language, {"places": places} if places else {})


def test_the_ministries_of_two_countries_stay_two_where_the_documents_say_which() -> None:
    found = resolve(
        [
            placed("r1", "Ministry of Transport", "Baghdad", "Iraq"),
            placed("r2", "Ministry of Transport", "Tehran"),
            placed("r3", "وزارة النقل", "العراق"),
            placed("r4", "Iraqi Ministry of Transport"),
            placed("r5", "وزارت راه و ترابری", "ایران"),
            placed("r6", "Ministry of Transport"),
        ],
        [],
        {},
    )
    assert groups(found) == {frozenset({"r1", "r3", "r4"}), frozenset({"r2", "r5"}), frozenset({"r6"})}


def test_a_ministry_of_no_list_is_told_apart_by_country_too() -> None:
    found = resolve(
        [
            placed("r1", "Ministry of Health", "Syria"),
            placed("r2", "وزارة الصحة", "سوريا"),
            placed("r3", "Ministry of Health", "Libya"),
        ],
        [],
        {},
    )
    assert groups(found) == {frozenset({"r1", "r2"}), frozenset({"r3"})}


def test_where_the_case_knows_one_country_only_a_bare_name_is_its_ministry() -> None:
    found = resolve(
        [placed("r1", "Ministry of Oil", "Iraq"), placed("r2", "Oil Ministry"), placed("r3", "وزارة النفط")], [], {}
    )
    assert groups(found) == {frozenset({"r1", "r2", "r3"})}


def test_one_entry_of_a_reference_list_joins_bodies_whatever_their_names() -> None:
    known = {KNOWN_AS: ("lists:Q1",)}
    some = [
        Referent(k, f"d-{k}", "Organization", n, (n,), "en", known)
        for k, n in (("r1", "Nahr Works"), ("r2", "NW Trading"))
    ]
    assert groups(resolve(some, [], {})) == {frozenset({"r1", "r2"})}


OWN = """
countries: {nh: [Nahristan, نهرستان]}
bodies:
  - {id: nh.office, names: [Office Nine, مکتب نهم], local: [The Office]}
  - {id: us.cia, names: [The Company]}
"""


def test_a_newsrooms_own_list_adds_bodies_and_takes_the_place_of_entries() -> None:
    bodies = read_bodies([seed_text(), OWN])
    some = [body("r1", "Office Nine"), body("r2", "مکتب نهم"), body("r3", "The Company"), body("r4", "CIA")]
    found = resolve(some, [], {}, bodies=bodies)
    assert groups(found) == {frozenset({"r1", "r2"}), frozenset({"r3"}), frozenset({"r4"})}
    assert bodies.body_of(placed("r5", "the Office", "Nahristan")) == "nh.office"
    assert bodies.body_of(placed("r5", "the Office", "France")) is None


@pytest.mark.parametrize(
    "text",
    [
        "bodies: [",
        "names: [x]",
        "bodies: [{id: a}]",
        "bodies: [{id: a, names: x}]",
        "bodies: [{id: a, names: [on]}]",
        "countries: {no: [No]}",
    ],
)
def test_a_list_that_is_none_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_bodies([text])


def test_no_name_of_the_seed_list_means_two_bodies() -> None:
    told = defaultdict(set)
    for entry in yaml.safe_load(seed_text())["bodies"]:
        for name in (*entry["names"], *entry.get("former", ())):
            told[fold(name).replace(".", "")].add(entry["id"])
    assert {name: ids for name, ids in told.items() if len(ids) > 1} == {}
    assert not set(told) & set(seed_bodies().local)
