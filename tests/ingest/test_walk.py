import os
from pathlib import Path

import pytest

from cablegraph.ingest import walk


def test_names_begin_with_the_folder_and_come_sorted(tmp_path):
    trove = tmp_path / "trove"
    (trove / "b").mkdir(parents=True)
    for name in ("z.txt", "a.txt", "b/نامه.txt"):
        (trove / name).write_text("x")
    assert [f.name for f in walk([trove])] == ["trove/a.txt", "trove/b/نامه.txt", "trove/z.txt"]


def test_a_single_file_has_its_bare_name_and_size(tmp_path):
    file = tmp_path / "one.txt"
    file.write_text("four")
    (found,) = walk([file])
    assert (found.name, found.path, found.size, found.trouble) == ("one.txt", file, 4, None)


def test_links_are_told_and_not_followed(tmp_path):
    (tmp_path / "trove").mkdir()
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "trove" / "link").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "trove" / "loop").symlink_to(tmp_path / "trove", target_is_directory=True)
    assert [(f.name, f.trouble.code) for f in walk([tmp_path / "trove"]) if f.trouble] == [
        ("trove/link", "link-skipped"),
        ("trove/loop", "link-skipped"),
    ]


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini", "~$memo.docx", "._memo.docx"])
def test_junk_is_found_as_junk(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    (found,) = walk([tmp_path])
    assert found.junk
    assert found.trouble is None


def test_a_junk_folder_is_one_item(tmp_path):
    (tmp_path / ".git" / "objects").mkdir(parents=True)
    (tmp_path / ".git" / "objects" / "x").write_text("x")
    assert [(f.path.name, f.junk) for f in walk([tmp_path])] == [(".git", True)]


def test_what_is_missing_or_no_file_is_trouble(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    found = list(walk([tmp_path / "nowhere", tmp_path]))
    assert [f.trouble.code for f in found if f.trouble] == ["file-missing", "file-unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_trouble(tmp_path):
    (tmp_path / "locked").mkdir(mode=0)
    (tmp_path / "locked.txt").write_text("x")
    (tmp_path / "locked.txt").chmod(0)
    assert [f.trouble.code for f in walk([tmp_path]) if f.trouble] == ["file-unreadable", "file-unreadable"]


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path):
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe4\xe3.txt"))).write_text("x")
    (found,) = walk([tmp_path])
    assert found.name.endswith("/\ufffd\ufffd.txt")
    assert found.path.read_text() == "x"
