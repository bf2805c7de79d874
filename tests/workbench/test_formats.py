from pathlib import Path

import pytest

from cablegraph.errors import NothingThere, SettingsInvalid, UsageFault
from cablegraph.extract.headers import known_formats, parse_header
from cablegraph.workbench.formats import check_file, learn_format, list_formats, load_formats

OURS = "formats:\n  - name: roads office\n    type: report\n    labels:\n      number: [Kennzeichen]\n      subject: [Betreff]\n"


def put(case: Path, name: str, text: str) -> Path:
    path = case / "formats" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_formats_of_a_case_come_before_those_of_cablegraph(tmp_path: Path) -> None:
    put(tmp_path, "b.yml", OURS.replace("roads office", "second"))
    put(tmp_path, "a.yml", OURS)
    put(tmp_path, "notes.txt", "no format")
    formats = load_formats(tmp_path)
    assert [layout.name for layout in formats[:2]] == ["roads office", "second"]
    assert formats[2:] == tuple(known_formats())
    assert parse_header("Kennzeichen: 7\nBetreff: Brücke\n", formats).values["type"] == "report"


def test_a_case_without_formats_has_those_of_cablegraph(tmp_path: Path) -> None:
    assert load_formats(tmp_path) == tuple(known_formats())
    assert len(list_formats(None)) == len(known_formats())


def test_a_fault_stops_before_anything_is_read_and_says_where(tmp_path: Path) -> None:
    path = put(tmp_path, "ours.yml", OURS.replace("number:", "nummer:"))
    with pytest.raises(SettingsInvalid, match=r"ours\.yml .*line 5.*no field 'nummer'.*Nothing was changed"):
        load_formats(tmp_path)
    with pytest.raises(SettingsInvalid):
        list_formats(tmp_path)
    checked = check_file(path)
    assert (checked.formats, [fault.line for fault in checked.faults]) == (0, [5])


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"\xff\xfe\x00n")
    assert "UTF-8" in check_file(path).faults[0].cause
    with pytest.raises(NothingThere):
        check_file(tmp_path / "none.yml")


def test_list_tells_what_each_format_fills(tmp_path: Path) -> None:
    path = put(tmp_path, "ours.yml", OURS)
    first = list_formats(tmp_path)[0]
    assert (first.name, first.file, first.type, first.fields) == (
        "roads office",
        str(path),
        "report",
        ("number", "subject"),
    )


def test_a_format_learnt_from_files_reads_the_next(tmp_path: Path) -> None:
    paths = []
    for n in (1, 2, 3, 4):
        paths.append(tmp_path / f"{n}.txt")
        paths[-1].write_text(
            f"Kennzeichen: W/{n}7\nAusgestellt: {n}.03.1978\nGegenstand: Bericht über die Lage in Abschnitt {n}\n\nText.\n",
            encoding="utf-8",
        )
    proposal = learn_format(paths, "roads office")
    learnt = {label.words: label.field for label in proposal.labels}
    assert learnt == {"Kennzeichen": "number", "Ausgestellt": "date", "Gegenstand": "subject"}
    put(tmp_path, "learnt.yml", proposal.as_yaml())
    assert check_file(tmp_path / "formats" / "learnt.yml").faults == ()


def test_nothing_to_learn_from(tmp_path: Path) -> None:
    with pytest.raises(NothingThere):
        learn_format([tmp_path / "none.txt"], "x")
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n")
    with pytest.raises(UsageFault, match="No text"):
        learn_format([empty], "x")
