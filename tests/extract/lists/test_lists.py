"""Invented lists: read in both shapes, found in texts of three scripts, led to ids where one fits."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.extract.lists import Entry, Finder, Linker, ReferenceList, add_listed, link_listed, load_list
from cablegraph.model.mention import KNOWN_AS, FoundMention, Referent

PEOPLE = ReferenceList(
    "people",
    (
        Entry("p1", "Person", ("Omar Haddad", "عمر حداد")),
        Entry("p2", "Person", ("آنا رید", "Anna Reed")),
        Entry("p3", "Person", ("Kian Mehrpour", "کیان مهرپور")),
        Entry("p4", "Person", ("Will Power",)),
        Entry("p5", "Person", ("Karl Doss",)),
        Entry("p6", "Person", ("Karl Doss",)),
        Entry("p7", "Person", ("Solo",)),
        Entry("b1", "PublicBody", ("Ministry of Roads", "وزارت راه‌ها", "وزارة الطرق")),
        Entry("o1", "Position", ("Governor of Vale",)),
    ),
)
FINDER = Finder([PEOPLE])


def written(path: Path, *lines: object) -> Path:
    path.write_text(
        "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines),
        encoding="utf-8",
    )
    return path


def test_entities_of_followthemoney(tmp_path: Path) -> None:
    path = written(
        tmp_path / "people.ftm.json",
        {
            "id": "a",
            "schema": "Person",
            "properties": {"name": ["Omar Haddad", "عمر  حداد"], "alias": ["Abu Salim"], "weakAlias": ["Omar"]},
        },
        {"id": "b", "schema": "Vessel", "properties": {"name": ["Sea Star"]}},
        "not json",
        {"id": "c", "schema": "Person", "properties": {}},
        {"id": "d", "schema": "PublicBody", "caption": "Ministry of Roads"},
        {"id": "a", "schema": "Person", "properties": {"name": ["Umar Haddad"]}},
        ["no", "entity"],
        "",
    )
    known = load_list(path)
    assert known.entries == (
        Entry("a", "Person", ("Omar Haddad", "عمر حداد", "Abu Salim", "Umar Haddad")),
        Entry("d", "PublicBody", ("Ministry of Roads",)),
    )
    assert [fault.line for fault in known.faults] == [2, 3, 4, 7]
    assert known.left_out == 4


@pytest.mark.parametrize(
    ("text", "columns", "want"),
    [
        (
            "id,name,aliases,schema\nx1,Omar Haddad,عمر حداد;Abu Salim,Person\n",
            {},
            [Entry("x1", "Person", ("Omar Haddad", "عمر حداد", "Abu Salim"))],
        ),
        ("نام کوچک;نام خانوادگی;شناسه\nکیان;مهرپور;۷\n", {}, [Entry("۷", "Person", ("کیان مهرپور",))]),
        ("الاسم الكامل\tالنوع\nوزارة الطرق\tمنظمة\n", {}, [Entry("row-2", "Organization", ("وزارة الطرق",))]),
        ('\ufeffWer,Nr\n"Reed, Anna",9\n', {"name": "Wer", "id": "Nr"}, [Entry("9", "Person", ("Reed, Anna",))]),
    ],
    ids=["opensanctions", "persian", "arabic", "mapped"],
)
def test_tables(text: str, columns: dict, want: list, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    assert list(load_list(path, columns=columns).entries) == want


@pytest.mark.parametrize(
    ("content", "columns", "cause"),
    [
        (b"colour,size\nred,3\n", {}, "no column of names"),
        (b"", {}, "no column of names"),
        (b"name\nx\n", {"name": "Wer"}, "no column 'Wer'"),
        (b"name\n\xff\xfe y\n", {}, "no UTF-8"),
    ],
)
def test_a_file_that_is_no_list(content: bytes, columns: dict, cause: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=cause):
        load_list(path, columns=columns)


def test_rows_of_a_table_that_are_nothing_are_told_by_their_line(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,name,schema\n1,Anna Reed,Person\n2,,Person\n3,Sea Star,Vessel\n\n", encoding="utf-8")
    known = load_list(path)
    assert ([e.id for e in known.entries], [f.line for f in known.faults]) == (["1"], [3, 4])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Yesterday Omar Haddad left.", [("Omar Haddad", "PERSON")]),
        ("OMAR HADDAD LEFT VALE", [("OMAR HADDAD", "PERSON")]),
        ("Omar\nHaddad left", [("Omar\nHaddad", "PERSON")]),
        ("كتب عمر حدّاد إلى وزارة الطرق", [("عمر حدّاد", "PERSON"), ("وزارة الطرق", "ORG")]),
        ("وعمر حداد وصل", [("عمر حداد", "PERSON")]),
        ("کيان مهرپور و آنا ريد", [("کيان مهرپور", "PERSON"), ("آنا ريد", "PERSON")]),
        ("وزارت راه ها نوشت", []),
        ("the ministry of roads", []),
        ("The Ministry of Roads wrote", [("Ministry of Roads", "ORG")]),
        ("the Governor of Vale", [("Governor of Vale", "POST")]),
        ("It takes will power.", []),
        ("Omar. The Haddad family", []),
        ("Omar, Haddad and others", []),
        ("Omar Haddadian left", []),
        ("Solo came", []),
        ("", []),
    ],
)
def test_listed_names_in_texts(text: str, want: list) -> None:
    found = list(FINDER.find(text))
    assert [(name.text, name.label) for name in found] == want
    assert all(text[name.start : name.end] == name.text for name in found)


def test_a_name_of_several_entries_has_all_their_ids() -> None:
    (name,) = FINDER.find("Karl Doss came.")
    assert name.ids == ("people:p5", "people:p6")


def m(text: str, words: str, label: str) -> FoundMention:
    start = text.index(words)
    return FoundMention(start, start + len(words), words, label, 0.7, "tagger:en")


@pytest.mark.parametrize(
    ("text", "seen", "want"),
    [
        ("Omar Haddad left.", [], [("Omar Haddad", "list:people")]),
        ("Omar Haddad left.", [("Omar", "PERSON")], [("Omar Haddad", "list:people")]),
        ("Omar Haddad left.", [("Omar Haddad", "PERSON")], [("Omar Haddad", "tagger:en")]),
        ("Omar Haddad Salim left.", [("Omar Haddad Salim", "PERSON")], [("Omar Haddad Salim", "tagger:en")]),
        ("The Ministry of Roads met.", [("Roads", "PERSON")], [("Ministry of Roads", "list:people")]),
        ("Omar Haddad left.", [("Omar Haddad", "PLACE")], [("Omar Haddad", "tagger:en")]),
        ("The Omar Haddad Club met.", [("Omar Haddad Club", "ORG")], [("Omar Haddad Club", "tagger:en")]),
        ("the Governor of Vale", [("Vale", "PLACE")], [("Governor of Vale", "list:people"), ("Vale", "tagger:en")]),
    ],
)
def test_a_list_adds_and_never_takes_away(text: str, seen: list, want: list) -> None:
    merged = add_listed([m(text, words, label) for words, label in seen], FINDER.find(text))
    assert [(x.text, x.origin) for x in merged] == want


def referent(name: str, *more: str, schema: str = "Person", language: str = "en") -> Referent:
    return Referent(f"r-{name}", "d", schema, name, (name, *more), language, {"posts": ("clerk",)})


@pytest.mark.parametrize(
    ("who", "want"),
    [
        (referent("Omar Haddad"), "people:p1"),
        (referent("Haddad", "Omar Haddad"), "people:p1"),
        (referent("عمر حداد", language="ar"), "people:p1"),
        (referent("انا ريد", language="fa"), "people:p2"),
        (referent("Ministry of Roads", schema="Organization"), "people:b1"),
        (referent("Karl Doss"), None),
        (referent("Omar"), None),
        (referent("Ministry of Bridges", schema="Organization"), None),
        (referent("Ludwig Sommer"), None),
        (referent("Omar Haddad", schema="Event"), None),
    ],
)
def test_one_entry_or_none(who: Referent, want: str | None) -> None:
    (linked,) = link_listed([who], Linker([PEOPLE]))
    assert linked.context.get(KNOWN_AS) == ((want,) if want else None)
    assert linked.context["posts"] == ("clerk",)


def test_a_name_in_another_script_is_found_by_the_index() -> None:
    people = ReferenceList("latin", (Entry("k", "Person", ("Kian Mehrpour",)), Entry("o", "Person", ("Omar Haddad",))))
    (linked,) = link_listed([referent("کیان مهرپور", language="fa")], Linker([people]))
    assert linked.context[KNOWN_AS] == ("latin:k",)


@given(st.text(max_size=120))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    last = 0
    for name in FINDER.find(text):
        assert text[name.start : name.end] == name.text
        assert name.start >= last
        last = name.end
