import re
from pathlib import Path

import pytest

import cablegraph.ingest
from cablegraph.ingest.readers.metadata import describe, find_iso, from_windows_time, metadata_table


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2014:10:07 09:12:00", "2014-10-07T09:12:00"),
        ("2014:10:07 09:12:00+03:30", "2014-10-07T09:12:00+03:30"),
        ("2014-10-07T09:12:00Z", "2014-10-07T09:12:00Z"),
        ("2014-10-07T09:12:00.1234567Z", "2014-10-07T09:12:00Z"),
        ("2014-10", "2014-10"),
        ("2014", "2014"),
        ("20141007", "2014-10-07"),
        ("Tue, 7 Oct 2014 09:12:00 +0330", "2014-10-07T09:12:00+03:30"),
        ("1601-01-01T00:00:00Z", None),
        ("0000:00:00 00:00:00", None),
        ("2014-13-40", None),
        ("Tuesday", None),
        ("Tue, 99 Oct 2014 99:12:00", None),
        ("", None),
    ],
)
def test_dates_of_files_are_turned_into_iso(value, iso):
    assert find_iso(value) == iso


def test_values_stay_as_found_and_dates_get_a_twin():
    found = describe(
        "exif", {"DateTimeOriginal": "2014:10:07 09:12:00", "Make": " Lens\x00 ", "Empty": "", "None": None}
    )
    assert found == {
        "exif:DateTimeOriginal": "2014:10:07 09:12:00",
        "exif:DateTimeOriginal:iso": "2014-10-07T09:12:00",
        "exif:Make": "Lens\ufffd",
    }
    assert len(describe("html", {"description": "x" * 5000})["html:description"]) == 1000


def test_a_source_must_be_declared():
    with pytest.raises(KeyError):
        describe("somewhere", {"a": "b"})


@pytest.mark.parametrize(
    ("value", "iso"), [(130_571_467_200_000_000, "2014-10-07T09:12:00Z"), (0, None), (2**70, None)]
)
def test_windows_times_are_turned_into_iso(value, iso):
    assert from_windows_time(value) == iso


def test_every_source_and_signal_is_used_and_described():
    folder = Path(cablegraph.ingest.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    page = (Path(__file__).parents[3] / "docs" / "reference" / "metadata.md").read_text(encoding="utf-8")
    for name in (*metadata_table()["sources"], *metadata_table()["signals"]):
        assert f'"{name}"' in code or f"{name}:" in code, name
        assert re.search(rf"^\| `{name}:?`", page, re.MULTILINE), name
