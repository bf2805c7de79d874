"""The places of a case and of a time in it, and what happened at each, in three scripts."""

from collections.abc import Iterator

import pytest

from cablegraph.errors import NothingThere
from cablegraph.model.answers import PlaceLine
from cablegraph.workbench import Workbench

from .making import write

TEXTS = {
    "a.txt": "LETTER\nDATE: 12 November 2014\n\nKarim Zandi met Omar Haddad in Basra on 3 November 2014. He then drove to Baghdad. Iraq said nothing.\n",
    "b.txt": "شماره: ۱۲/۴\nتاریخ: ۲۱ آبان ۱۳۹۳\n\nکریم زندی در ۱۲ آبان ۱۳۹۳ در بصره با عمر حداد دیدار کرد. او سپس به تهران رفت. ایران و عراق گفت‌وگو می‌کنند.\n",
    "c.txt": "LETTER\nDATE: 3 March 2016\n\nLeila Sabri met Omar Haddad in Istanbul on 1 March 2016. Turkey knew of it.\n",
}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    folder = tmp_path_factory.mktemp("places")
    with Workbench.create(folder / "case") as made:
        made.add([write(folder / "trove", TEXTS)])
        yield made


def by_name(bench: Workbench, **time: str) -> dict[str, PlaceLine]:
    return {line.choice.name: line for line in bench.places(**time).places if line.choice}


def test_places_are_located_and_counted(bench: Workbench) -> None:
    found = by_name(bench)
    assert {"Basrah", "Iraq", "Istanbul", "Tehran"} <= set(found)
    assert (found["Basrah"].documents, found["Iraq"].kind) == (2, "country")
    assert found["Basrah"].relations >= 1
    answer = bench.places()
    assert len(answer.places) == answer.located + answer.undecided + answer.unknown
    assert "CC BY 4.0" in answer.source


def test_a_time_holds_what_was_written_or_happened_then(bench: Workbench) -> None:
    assert "Istanbul" not in by_name(bench, first="2014", last="2014")
    late = by_name(bench, first="2016")
    assert "Istanbul" in late
    assert "Basrah" not in late


@pytest.mark.parametrize("name", ["Basra", "بصره"])
def test_a_place_tells_what_happened_there_and_who_names_it(bench: Workbench, name: str) -> None:
    answer = bench.place(name)
    assert answer.place.choice is not None
    assert answer.place.choice.geonames == 99532
    (met, *_) = answer.relations
    assert (met.type, met.first) == ("Meeting", "2014-11-03")
    assert len(answer.passages) == answer.place.documents == 2
    for proof in answer.passages:
        assert proof.holds(bench.document(proof.document).text)
    assert any("Basra" in proof.quote and len(proof.quote) > len("Basra") for proof in answer.passages)


def test_who_is_no_place_is_refused(bench: Workbench) -> None:
    with pytest.raises(NothingThere):
        bench.place("Karim Zandi")
