import os
import subprocess
import sys

import pytest

from cablegraph.model import Verdict
from cablegraph.resolve import resolve

from .making import body, groups, pairs


@pytest.mark.parametrize("schema", ["Organization", "Position", "Address"])
def test_a_body_post_or_place_of_one_meaning_is_one_in_every_language(schema: str) -> None:
    names = {
        "Organization": ("Ministry of Intelligence", "وزارت اطلاعات", "وزارة الاستخبارات"),
        "Position": ("Governor of Basra", "استاندار بصره", "محافظ البصرة"),
        "Address": ("Baghdad", "بغداد", "بغداد"),
    }[schema]
    found = resolve([body(f"r{i}", name, schema=schema) for i, name in enumerate(names)], [], {})
    assert groups(found) == {frozenset({"r0", "r1", "r2"})}
    assert found.entities[0].schema == schema


def test_any_of_its_names_may_tell_a_body() -> None:
    found = resolve(
        [body("r1", "NPA", "Nahr Port Authority"), body("r2", "NPA"), body("r3", "nahr port authority")], [], {}
    )
    assert groups(found) == {frozenset({"r1", "r2", "r3"})}


def test_an_acronym_that_no_document_explains_is_proposed_not_joined() -> None:
    found = resolve([body("r1", "Nahr Port Authority"), body("r2", "NPA")], [], {})
    assert groups(found) == {frozenset({"r1"}), frozenset({"r2"})}
    assert pairs(found) == {frozenset({"r1", "r2"})}
    assert "NPA" in found.candidates[0].reason


def test_an_acronym_of_two_bodies_is_proposed_for_neither() -> None:
    found = resolve([body("r1", "Nahr Port Authority"), body("r2", "National Press Agency"), body("r3", "NPA")], [], {})
    assert pairs(found) == set()


def test_bodies_that_a_person_parted_stay_apart_even_under_one_name() -> None:
    referents = [body("r1", "Ministry of Oil"), body("r2", "Ministry of Oil"), body("r3", "وزارت نفت")]
    found = resolve(referents, [], {("r1", "r2"): Verdict.NEGATIVE})
    assert not any({"r1", "r2"} <= group for group in groups(found))
    assert frozenset({"r1", "r2"}) not in pairs(found)


RUN = """
from cablegraph.model import Referent, Verdict
from cablegraph.resolve import resolve
names = ["Ministry of Oil", "وزارت نفت", "وزارة النفط", "Oil Ministry", "Embassy in Baghdad", "سفارت در بغداد", "السفارة في بغداد", "Port of Nahr", "بندر نهر"]
people = ["Karim Zandi", "کریم زندی", "كريم زندي", "Karim Zendi", "Zandi", "Leila Sabri", "ليلى صبري"]
rs = [Referent(f"o{i}", f"d{i % 4}", "Organization", n, (n,), "en") for i, n in enumerate(names)]
rs += [Referent(f"p{i}", f"d{i % 3}", "Person", n, (n,), "en") for i, n in enumerate(people)]
print(resolve(rs, [], {("o0", "o2"): Verdict.NEGATIVE, ("o4", "o6"): Verdict.NEGATIVE}))
"""


def test_another_process_with_other_hashes_comes_to_the_same_entities_and_reasons() -> None:
    answers = {
        subprocess.run(
            [sys.executable, "-c", RUN],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1
