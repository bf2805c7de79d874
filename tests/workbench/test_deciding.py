import json
from pathlib import Path

import pytest

from cablegraph.errors import NothingThere, SettingsInvalid, UsageFault
from cablegraph.model import Verdict
from cablegraph.workbench import Workbench


def test_a_merge_is_shown_with_both_sides_before_it_is_made(bench: Workbench) -> None:
    karim, leila = bench.entity("Zandi").entity, bench.entity("Sabri").entity
    answer = bench.decisions.preview(karim.id, leila.id)
    assert (answer.left.entity, answer.right.entity) == (karim, leila)
    assert set(answer.names) == {*karim.names, *leila.names}
    assert answer.documents == karim.documents + leila.documents - answer.documents_of_both
    assert bench.judgements() == ()
    bench.judge(karim.id, leila.id, Verdict.POSITIVE, who="Ada")
    assert bench.entity(karim.id).entity.documents == answer.documents
    with pytest.raises(UsageFault, match="one entity already"):
        bench.decisions.preview(karim.id, leila.id)


def test_one_document_taken_out_of_an_entity_stays_out_until_it_is_taken_back(bench: Workbench) -> None:
    whole = bench.entity("Zandi")
    out, *stay = sorted(m.referent for m in whole.members)
    done = bench.decisions.split(out, who="Ada", reason="his cousin")
    assert [m.referent for m in bench.entity(out).members] == [out]
    assert sorted(m.referent for m in bench.entity(stay[0]).members) == stay
    bench.add([])
    assert [m.referent for m in bench.entity(out).members] == [out]
    with pytest.raises(UsageFault, match="stands alone"):
        bench.decisions.split(out, who="Ada")
    bench.undo(done.seq, who="Ada")
    assert bench.entity(out).members == whole.members


def test_who_was_taken_out_can_be_given_to_another(bench: Workbench) -> None:
    *stay, out = sorted(m.referent for m in bench.entity("Zandi").members)
    leila = bench.entity("Sabri").entity.id
    bench.decisions.split(out, who="Ada")
    bench.judge(out, leila, Verdict.POSITIVE, who="Ada")
    assert bench.entity(out).entity.id == bench.entity(leila).entity.id
    assert sorted(m.referent for m in bench.entity(stay[0]).members) == stay


def test_the_last_recompute_tells_what_it_changed_and_why(bench: Workbench) -> None:
    karim, leila = bench.entity("Zandi").entity, bench.entity("Sabri").entity
    bench.judge(karim.id, leila.id, Verdict.POSITIVE, who="Ada")
    told = bench.decisions.last_changes()
    assert told is not None
    assert (told.cause, told.changed, told.new_referents) == ("a decision", 1, 0)
    change = told.changes[0]
    assert change.kind == "joined"
    assert {key for key, _ in change.before} == {karim.id, leila.id}
    assert len(change.after) == 1
    assert change.moved
    assert "person" in change.why
    bench.undo(1, who="Ada")
    told = bench.decisions.resolve()
    assert told is not None
    assert told.changes[0].kind == "parted"


def test_decisions_leave_and_come_back_in_nomenklaturas_form(bench: Workbench, tmp_path: Path) -> None:
    karim, leila = bench.entity("Zandi").entity.id, bench.entity("Sabri").entity.id
    made = bench.judge(karim, leila, Verdict.POSITIVE, who="نسرین")
    file = tmp_path / "resolver.json"
    assert bench.decisions.write(file) == 1
    left, right, judgement, score, user, at = json.loads(file.read_text(encoding="utf-8"))
    assert ({left, right}, judgement, score, user, at) == ({karim, leila}, "positive", None, "نسرین", made.at)
    again = bench.decisions.read(file, who="Ada")
    assert (again.taken, again.known, again.unknown) == (0, 1, 0)
    bench.undo(made.seq, who="Ada")
    file.write_text(file.read_text(encoding="utf-8") + '["Q1", "Q2", "positive", null, "x", null]\n', encoding="utf-8")
    taken = bench.decisions.read(file, who="Ada")
    assert (taken.taken, taken.known, taken.unknown) == (1, 0, 1)
    assert bench.judgements()[-1].who == "نسرین"
    assert bench.entity(karim).entity.id == bench.entity(leila).entity.id


def test_a_file_of_decisions_that_is_none_is_refused_and_nothing_is_changed(bench: Workbench, tmp_path: Path) -> None:
    with pytest.raises(NothingThere):
        bench.decisions.read(tmp_path / "nothing.json", who="Ada")
    (tmp_path / "bad.json").write_text("{}\n")
    with pytest.raises(UsageFault, match="line 1"):
        bench.decisions.read(tmp_path / "bad.json", who="Ada")
    assert bench.judgements() == ()


def test_what_changes_most_comes_first_and_the_unsure_last(bench: Workbench) -> None:
    found = bench.candidates()
    values = [c.value for c in found if c.verdict is None]
    assert values == sorted(values, reverse=True)
    assert all(c.value > 0 for c in found)


def test_the_newsrooms_own_bodies_are_read_anew_when_they_change(bench: Workbench) -> None:
    own = bench.case.folder / "bodies.yml"
    own.write_text("bodies:\n  - {id: x.one, names: [First Office]}\n", encoding="utf-8")
    told = bench.decisions.resolve()
    assert told is not None
    assert told.cause == "another list of bodies"
    own.write_text("bodies: no\n", encoding="utf-8")
    with pytest.raises(SettingsInvalid, match=r"bodies\.yml"):
        bench.decisions.resolve()
