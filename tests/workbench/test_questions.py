"""Questions put to a case of the disk: names in any script, grades from headers, bodies beside a relation in its sentence."""

from pathlib import Path

import pytest

from cablegraph.errors import NothingThere
from cablegraph.workbench import Workbench

from .making import write

CABLES = {
    "1.txt": (
        "FROM: Qasr Noor\nTO: Department\nDATE: 20 November 2009\nSOURCE: 7712\nReliability: B\nCredibility: 2\n\n"
        "Samir Nouri, Minister of Transport of Darzak, met Karim Zandi on 3 November 2009. "
        "Karim Zandi, chief of the Seventh Bureau, said nothing.\n"
    ),
    "2.txt": (
        "FROM: Qasr Noor\nTO: Department\nDATE: 4 March 2012\n\n"
        "Karim Zandi defected from the Seventh Bureau to the Harbour Front on 1 March 2012.\n"
    ),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    with Workbench.create(folder / "case") as bench:
        bench.add([write(folder / "cables", CABLES)], dataset="cables")
    return folder / "case"


def test_who_holds_a_post_is_tied_through_whom_he_met(case: Path) -> None:
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.questions.capture(["Darzak"], ["Seventh Bureau"])
    ((holder,),) = (post.holders for post in answer.posts)
    assert (holder.strongest, holder.certain) == ("contact", False)
    assert holder.ties[0].through
    assert holder.ties[0].through.caption == "Karim Zandi"
    assert holder.ties[0].grade == "B2"
    assert holder.ties[0].relation.citations[0].quote.startswith("Samir Nouri")


def test_the_side_that_was_left_is_read_in_the_sentence(case: Path) -> None:
    with Workbench.open(case, read_only=True) as bench:
        (found,) = bench.questions.switches(entity="Zandi")
        assert bench.questions.switches(first="2013") == ()
    assert found.former
    assert (found.former.caption, found.side.caption, found.first) == ("Seventh Bureau", "Harbour Front", "2012-03-01")


def test_who_is_unknown_is_told(case: Path) -> None:
    with Workbench.open(case, read_only=True) as bench:
        for ask in (bench.questions.handlers, bench.questions.meetings):
            with pytest.raises(NothingThere):
                ask("Nobody of that name")
        with pytest.raises(NothingThere):
            bench.questions.capture(["Xyzzy Qwrt"], ["Seventh Bureau"])
