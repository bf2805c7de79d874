"""Finding a name in any script."""

from cablegraph.names import NameIndex

NAMES = [
    ("1", "قاسم سلیمانی"),
    ("2", "Qasim Sulaiman"),
    ("3", "Nouri al-Maliki"),
    ("4", "محمد مصدق"),
    ("5", "Mohammad Hashemi"),
    ("6", "Henry Kissinger"),
    ("7", "هادي العامري"),
    ("8", ""),
]


def test_a_name_is_found_across_scripts() -> None:
    index = NameIndex.build(NAMES)
    for query, identifier in [
        ("Ghassem Soleymani", "1"),
        ("نوري المالكي", "3"),
        ("Mohammed Mossadeq", "4"),
        ("هنری کیسینجر", "6"),
        ("Hadi al-Ameri", "7"),
    ]:
        assert index.search(query)[0].id == identifier


def test_scores_order_the_hits_and_limit_holds() -> None:
    hits = NameIndex.build(NAMES).search("Qasem Soleimani", 2)
    assert [hit.id for hit in hits][:1] == ["1"]
    assert len(hits) <= 2
    assert hits == sorted(hits, key=lambda hit: -hit.score)


def test_names_can_be_added_later() -> None:
    index = NameIndex.build(NAMES)
    assert all(hit.id != "9" for hit in index.search("فالح الفياض"))
    index.add("9", "Faleh al-Fayyadh")
    assert index.search("فالح الفياض")[0].id == "9"
    assert len(index) == len(NAMES) + 1


def test_a_slip_in_a_consonant_still_finds() -> None:
    assert NameIndex.build(NAMES).search("Henry Kisinder")[0].id == "6"


def test_nothing_is_found_for_nothing() -> None:
    assert NameIndex.build(NAMES).search("") == []
    assert NameIndex.build([]).search("Qasem") == []


def test_frequent_names_do_not_hide_the_rare_part() -> None:
    crowd = [
        (str(n), f"محمد علي {first}{last}")
        for n, (first, last) in enumerate(zip("بتثجحخدذ" * 700, "رزسشصضطظ" * 700, strict=True))
    ]
    index = NameIndex.build([*crowd, ("wanted", "Mohammad Ali Brzezinski")])
    assert index.search("محمد علی برژینسکی")[0].id == "wanted"
