import importlib
import os
from pathlib import Path

import pytest

from cablegraph.ingest import walk

MODULE = importlib.import_module("cablegraph.ingest.walk")


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


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", "~$memo.docx", "._memo.docx", ".~lock.نامه.odt#"]
)
def test_junk_is_found_as_junk(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    (found,) = walk([tmp_path])
    assert found.rule == "junk"
    assert found.trouble is None


def test_a_junk_folder_comes_file_by_file_so_that_the_numbers_add_up(tmp_path):
    (tmp_path / ".git" / "objects").mkdir(parents=True)
    (tmp_path / ".git" / "objects" / "x").write_text("four")
    (tmp_path / ".git" / "HEAD").write_text("x")
    (tmp_path / "a.txt").write_text("x")
    found = [(f.name.removeprefix(tmp_path.name), f.size, f.rule) for f in walk([tmp_path])]
    assert found == [("/.git/HEAD", 1, "junk"), ("/.git/objects/x", 4, "junk"), ("/a.txt", 1, "")]


def test_an_ignore_file_leaves_out_and_counts(tmp_path):
    trove = tmp_path / "trove"
    for name in ("نامه/یک.txt", "نامه/دو.tmp", "build/x.txt", "keep.tmp", "z.txt", "deep/build/y.txt"):
        (trove / name).parent.mkdir(parents=True, exist_ok=True)
        (trove / name).write_text("x")
    (trove / ".cablegraphignore").write_text("# what we leave out\n*.tmp\n!keep.tmp\n/build/\n", encoding="utf-8")
    assert [(f.name, f.rule) for f in walk([trove])] == [
        ("trove/.cablegraphignore", "ignore-file"),
        ("trove/build/x.txt", "ignore-file: .cablegraphignore: /build/"),
        ("trove/deep/build/y.txt", ""),
        ("trove/keep.tmp", ""),
        ("trove/z.txt", ""),
        ("trove/نامه/دو.tmp", "ignore-file: .cablegraphignore: *.tmp"),
        ("trove/نامه/یک.txt", ""),
    ]


def test_an_ignore_file_further_down_has_the_last_word_on_what_lies_below_it(tmp_path):
    trove = tmp_path / "trove"
    for name in ("a.log", "b/a.log", "b/keep.log", "b/c/only.txt", "b/c/x.log", "d/y.txt", "d/e/z.txt", "f/keep.log"):
        (trove / name).parent.mkdir(parents=True, exist_ok=True)
        (trove / name).write_text("x")
    (trove / ".cablegraphignore").write_text("*.log\n/d/\n")
    (trove / "b" / ".cablegraphignore").write_text("!keep.log\n/only.txt\n")
    (trove / "b" / "c" / ".cablegraphignore").write_text("only.*\n")
    (trove / "d" / ".cablegraphignore").write_text("!*\n")
    left_out = {f.name: f.rule for f in walk([trove]) if f.rule and not f.name.endswith("ignore")}
    assert left_out == {
        "trove/a.log": "ignore-file: .cablegraphignore: *.log",
        "trove/b/a.log": "ignore-file: .cablegraphignore: *.log",
        "trove/b/c/only.txt": "ignore-file: b/c/.cablegraphignore: only.*",
        "trove/b/c/x.log": "ignore-file: .cablegraphignore: *.log",
        "trove/d/e/z.txt": "ignore-file: .cablegraphignore: /d/",
        "trove/d/y.txt": "ignore-file: .cablegraphignore: /d/",
        "trove/f/keep.log": "ignore-file: .cablegraphignore: *.log",
    }


def test_what_an_ignore_file_of_the_trove_leaves_out_is_counted_and_not_hidden(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / ".cablegraphignore").write_text("*")
    (tmp_path / "inner" / "proof.txt").write_text("x")
    assert [(f.path.name, f.rule) for f in walk([tmp_path])] == [
        (".cablegraphignore", "ignore-file"),
        ("proof.txt", "ignore-file: inner/.cablegraphignore: *"),
    ]


@pytest.mark.parametrize("slow", ["*a*a*a*a*b\n", "x\n" * 1001])
def test_an_ignore_file_that_would_take_long_to_follow_leaves_nothing_out_and_is_told(tmp_path, slow):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / ".cablegraphignore").write_text(slow + "*.txt\n")
    (tmp_path / "inner" / "proof.txt").write_text("x")
    assert [(f.path.name, f.rule, f.trouble.code if f.trouble else "") for f in walk([tmp_path])] == [
        (".cablegraphignore", "", "file-damaged"),
        ("proof.txt", "", ""),
    ]


@pytest.mark.parametrize("bad", [b"\xff\xfe\x00", b"[z-a]\n", b"!\n", b"\\\n"])
def test_an_ignore_file_that_makes_no_sense_costs_no_file(tmp_path, bad):
    (tmp_path / ".cablegraphignore").write_bytes(bad)
    (tmp_path / "a.txt").write_text("x")
    assert ("a.txt", "", None) in [(f.path.name, f.rule, f.trouble) for f in walk([tmp_path])]


def test_a_linked_ignore_file_is_not_read(tmp_path):
    (tmp_path / "elsewhere").write_text("*")
    trove = tmp_path / "trove"
    trove.mkdir()
    (trove / "a.txt").write_text("x")
    (trove / ".cablegraphignore").symlink_to(tmp_path / "elsewhere")
    assert [f.rule for f in walk([trove]) if f.path.name == "a.txt"] == [""]


def test_each_path_of_a_hard_link_is_found(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").hardlink_to(tmp_path / "a.txt")
    assert [f.path.name for f in walk([tmp_path])] == ["a.txt", "b.txt"]


def test_folders_hundreds_deep_are_walked(tmp_path):
    here = tmp_path
    for _ in range(400):
        here = here / "d"
        here.mkdir()
    (here.parent / "bottom.txt").write_text("x")
    assert [f.path.name for f in walk([tmp_path])] == ["bottom.txt"]


def test_a_mount_that_runs_in_a_circle_ends(tmp_path, monkeypatch):
    (tmp_path / "a" / "b").mkdir(parents=True)
    real = Path.lstat

    def same(self):
        return real(tmp_path) if self.name == "b" else real(self)

    monkeypatch.setattr(Path, "lstat", same)
    assert [(f.path.name, f.trouble.code) for f in walk([tmp_path])] == [("b", "link-skipped")]


def test_a_folder_larger_than_memory_is_walked_in_order_and_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(MODULE, "_AT_ONCE", 7)
    names = [f"{n:03}.txt" for n in range(50)]
    for name in reversed(names):
        (tmp_path / name).touch()
    assert [f.path.name for f in walk([tmp_path])] == names


def test_the_walk_tells_how_far_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(MODULE, "_EVERY", 10)
    for n in range(25):
        (tmp_path / f"{n:02}").touch()
    told = []
    assert len(list(walk([tmp_path], tell=lambda found, name: told.append((found, name[-2:]))))) == 25
    assert told == [(10, "09"), (20, "19")]


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
