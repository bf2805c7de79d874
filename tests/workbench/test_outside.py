"""A case with formats, lists and a tagger of its own, on the whole road."""

import json
from pathlib import Path

import pytest

from cablegraph.errors import SettingsInvalid, UsageFault
from cablegraph.model import DatasetKind
from cablegraph.workbench import Workbench

FORMAT = (
    "formats:\n  - name: ours\n    type: report\n    labels:\n      number: [Kennzeichen]\n      subject: [Betreff]\n"
)


def lines_of(bench: Workbench) -> list[dict]:
    return [json.loads(line) for line in bench.iter_export("jsonl")]


def test_formats_and_lists_of_a_case_are_used_and_a_change_reads_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Kennzeichen: W/7\nBetreff: Bridges\n\nThe Qxz Board of Vzwk met Omar Haddad in the rain.\n"
    )
    (tmp_path / "list.csv").write_text("id,name,schema\nb1,Qxz Board of Vzwk,PublicBody\n")
    with Workbench.create(tmp_path / "case", name="small") as bench:
        bench.add([tmp_path / "a.txt"])
        assert "number" not in next(x for x in lines_of(bench) if x["kind"] == "document")["header"]
        (tmp_path / "case" / "formats").mkdir()
        (tmp_path / "case" / "formats" / "ours.yml").write_text(FORMAT)
        bench.add([tmp_path / "list.csv"], kind=DatasetKind.REFERENCE)
        told = lines_of(bench)
    header = next(x for x in told if x["kind"] == "document" and x["path"].endswith("a.txt"))["header"]
    assert (header["type"], header["number"]) == ("report", "W/7")
    assert ("Qxz Board of Vzwk", "ORG") in [(x["text"], x["label"]) for x in told if x["kind"] == "mention"]


@pytest.mark.parametrize(
    ("toml", "error"),
    [
        ('[[taggers]]\nname = "x"\nkind = "magic"\n', SettingsInvalid),
        ('[[taggers]]\nname = "x"\nkind = "spacy"\npath = "none"\n', UsageFault),
    ],
)
def test_a_wrong_tagger_stops_before_a_document_is_read(tmp_path: Path, toml: str, error: type) -> None:
    (tmp_path / "a.txt").write_text("Anna Reed met Omar Haddad.\n")
    with Workbench.create(tmp_path / "case", name="small"):
        pass
    path = tmp_path / "case" / "case.toml"
    path.write_text(path.read_text() + "\n" + toml)
    with Workbench.open(tmp_path / "case") as bench, pytest.raises(error):
        bench.add([tmp_path / "a.txt"])
