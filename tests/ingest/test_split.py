import pytest

from cablegraph.ingest.split import describe_part, find_missing_parts, parse_part


@pytest.mark.parametrize(
    ("name", "whole", "number", "other"),
    [
        ("اسناد.7z.003", "اسناد.7z", 3, "اسناد.7z.010"),
        ("a.zip.001", "a.zip", 1, "a.zip.010"),
        ("a.part02.rar", "a.rar", 2, "a.part10.rar"),
        ("a.part2.RAR", "a.RAR", 2, "a.part10.RAR"),
        ("a.r00", "a.rar", 0, "a.r10"),
        ("a.z07", "a.zip", 7, "a.z10"),
        ("{x}.7z.002", "{x}.7z", 2, "{x}.7z.010"),
    ],
)
def test_a_part_is_known_by_its_name(name, whole, number, other):
    part = parse_part(name)
    assert (part.whole, part.number, part.name_of(10)) == (whole, number, other)


@pytest.mark.parametrize("name", ["report.001", "a.zip", "a.rar", "220-101.part", "a.z00", "x.7z.1", "note.r1"])
def test_other_names_are_no_parts(name):
    assert parse_part(name) is None


def test_missing_parts_are_named():
    names = ["a.7z.001", "a.7z.004", "b.part1.rar", "b.part2.rar", "c.z01", "c.z03", "d.r00", "d.r02", "e.txt"]
    assert find_missing_parts(names) == {
        "a.7z": ("a.7z.002", "a.7z.003"),
        "c.zip": ("c.z02", "c.zip"),
        "d.rar": ("d.r01", "d.rar"),
    }
    assert find_missing_parts(["c.z01", "c.zip"]) == {}


def test_a_part_says_which_others_it_needs():
    assert describe_part("a.7z.004") == (
        "This is part 4 of a.7z; a.7z.001 to a.7z.003 come before it; all parts are needed in one folder"
    )
    assert "a.7z.001 comes before" in describe_part("a.7z.002")
    assert describe_part("noise").startswith("This is one part")
