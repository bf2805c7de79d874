"""The names of people on disk: found in every script, brought up to date, and found without it too."""

import shutil
from pathlib import Path

import pytest

from cablegraph.workbench import Workbench

from .making import write


def _found(bench: Workbench, query: str) -> list[str]:
    return [card.caption for card in bench.entities(query, schema="Person")[1]]


@pytest.mark.parametrize("query", ["Karim Zandi", "کریم زندی", "كريم زندي", "Kareem Zandee", "Zandi"])
def test_one_man_is_found_by_every_spelling(bench: Workbench, query: str) -> None:
    first = bench.entity("Karim Zandi").entity.id
    assert first in [card.id for card in bench.entities(query, schema="Person")[1][:3]]


def test_the_index_is_disposable_and_follows_what_comes(bench: Workbench, folder: Path) -> None:
    before = _found(bench, "Zandi")
    shutil.rmtree(folder / "case" / "cache", ignore_errors=True)
    with Workbench.open(folder / "case") as again:
        assert _found(again, "Zandi") == before
    later = write(folder / "later", {"x.txt": "Shahriar Nikpour met Karim Zandi on 4 November 2014."})
    bench.add([later], dataset="later")
    assert _found(bench, "شهریار نیک‌پور")[0] == "Shahriar Nikpour"
    assert (folder / "case" / "cache" / "names" / "listed.json").is_file()


def test_a_damaged_index_is_made_anew(bench: Workbench, folder: Path) -> None:
    before = _found(bench, "Haddad")
    for file in (folder / "case" / "cache" / "names").rglob("*"):
        if file.is_file() and file.name != "listed.json":
            file.write_bytes(b"damaged")
    with Workbench.open(folder / "case") as again:
        assert _found(again, "Haddad") == before
