import pytest

from cablegraph.ingest.budget import Budget, OverBudget, Room
from cablegraph.ingest.members import NAME_BYTES, MemberShelf, safe_path, shorten_name


@pytest.mark.parametrize(
    ("stored", "path", "unsafe"),
    [
        ("a/b.txt", "a/b.txt", False),
        ("./a//b.txt", "a/b.txt", False),
        ("..\\..\\windows\\x.dll", "windows/x.dll", True),
        ("/etc/passwd", "etc/passwd", True),
        ("C:\\Users\\x.txt", "Users/x.txt", True),
        ("C:x.txt", "x.txt", True),
        ("a/../../b", "a/b", True),
        ("..", "unnamed", True),
        ("a..b/c...txt", "a..b/c...txt", False),
        ("نامه/۱.txt", "نامه/۱.txt", False),
        ("a\0b\nc", "a\ufffdb c", False),
    ],
)
def test_no_stored_name_points_outside(stored, path, unsafe):
    assert safe_path(stored) == (path, unsafe)


@pytest.mark.parametrize("letter", ["a", "ک", "😀"])
def test_a_long_name_is_cut_between_letters_and_keeps_its_ending(letter):
    short, trouble = shorten_name("folder/" + letter * 9000 + ".docx")
    assert short.endswith("~.docx")
    assert len(short.rpartition("/")[2].encode()) <= NAME_BYTES
    assert trouble is not None
    assert letter * 9000 in trouble.cause


def test_a_path_of_many_parts_is_cut_to_its_last():
    assert shorten_name("/".join(["d" * 200] * 50) + "/x.txt")[0] == "x.txt"


def test_equal_names_become_different(tmp_path):
    shelf = MemberShelf(tmp_path)
    for data in (b"1", b"2", b"3"):
        shelf.add_bytes("a/b.txt", data)
    assert [m.name for m in shelf.members] == ["a/b.txt", "a/b (2).txt", "a/b (3).txt"]
    assert [m.content.read_bytes() for m in shelf.members] == [b"1", b"2", b"3"]


def test_a_member_over_budget_leaves_nothing(tmp_path):
    with pytest.raises(OverBudget):
        MemberShelf(tmp_path, Room(6, Budget(100, 100), 100)).add("x", iter([b"1234", b"5678"]))
    assert list(tmp_path.iterdir()) == []
