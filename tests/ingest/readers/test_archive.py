import io
import stat
import struct
import zipfile

import pytest


def test_members_keep_their_paths(read, make):
    reading = read(make.zipped({"ب/نامه.txt": b"1", "a.txt": b"2", "empty/": b""}), "a.zip")
    assert [(m.name, m.content.read_bytes()) for m in reading.members] == [("ب/نامه.txt", b"1"), ("a.txt", b"2")]
    assert not reading.troubles


def test_nothing_is_written_outside(read, make, tmp_path, scratch, codes):
    before = {p for p in tmp_path.rglob("*") if p.is_file()}
    reading = read(make.zipped({"../../out.txt": b"climbs", "/etc/cron.d/x": b"absolute", "..\\w.txt": b"w"}), "a.zip")
    assert codes(reading) == ["archive-unsafe-path"] * 3
    assert [m.name for m in reading.members] == ["out.txt", "etc/cron.d/x", "w.txt"]
    written = {p for p in tmp_path.rglob("*") if p.is_file()} - before - {tmp_path / "content"}
    assert {p.parent for p in written} == {scratch}


def test_a_bomb_is_stopped_and_what_came_before_is_kept(read, make, scratch, codes):
    reading = read(make.zipped({"note.txt": b"real", "zeros": b"\0" * (30 << 20), "after": b"x"}), "a.zip")
    assert codes(reading) == ["archive-bomb"]
    assert [m.name for m in reading.members] == ["note.txt"]
    assert sum(p.stat().st_size for p in scratch.iterdir()) < 1 << 20


def test_a_declared_size_is_not_believed(read, make, codes):
    data = bytearray(make.zipped({"zeros": b"\0" * (30 << 20)}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(mark)
        data[at + offset : at + offset + 4] = struct.pack("<I", 10)
    reading = read(bytes(data), "a.zip")
    assert codes(reading) in (["archive-bomb"], ["file-damaged"])
    assert not reading.members


def test_members_that_overlap_are_a_bomb(read, make, codes):
    data = make.zipped({"a": bytes(range(256)) * 64}, zipfile.ZIP_STORED)
    start = data.find(b"PK\x01\x02")
    entry, tail = data[start : data.find(b"PK\x05\x06")], bytearray(data[data.find(b"PK\x05\x06") :])
    tail[8:16] = struct.pack("<HHI", 50, 50, len(entry) * 50)
    assert codes(read(data[:start] + entry * 50 + bytes(tail), "a.zip")) == ["archive-bomb"]


def test_a_nested_archive_is_a_member_until_the_limit(read, make, codes):
    data = make.zipped({"inner.zip": make.zipped({"a.txt": b"deep"})})
    (inner,) = read(data, "a.zip").members
    (leaf,) = read(inner.content.read_bytes(), inner.name, depth=1).members
    assert leaf.content.read_bytes() == b"deep"
    assert codes(read(data, "a.zip", depth=8)) == ["archive-too-deep"]


def test_too_many_members_are_cut_off(read, make, codes):
    reading = read(make.zipped({f"{n}.txt": b"x" for n in range(20)}), "a.zip", max_members=5)
    assert len(reading.members) == 5
    assert codes(reading) == ["archive-too-many"]


def test_a_locked_member_is_told_and_the_others_kept(read, make, tmp_path, codes):
    pyminizip = pytest.importorskip("pyminizip", reason="pyminizip makes the locked archive")
    (tmp_path / "secret.txt").write_text("locked words")
    pyminizip.compress(str(tmp_path / "secret.txt"), None, str(tmp_path / "locked.zip"), "key", 5)
    reading = read((tmp_path / "locked.zip").read_bytes(), "a.zip")
    assert codes(reading) == ["password-needed"]
    assert reading.troubles[0].fatal
    data = bytearray(make.zipped({"open.txt": b"1", "shut.txt": b"2"}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    assert [m.name for m in read(bytes(data), "a.zip").members] == ["open.txt"]


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1256", "تقرير الوزارة.txt"), ("utf-8", "گزارش.txt"), ("cp437", "café.txt")]
)
def test_names_in_old_code_pages_are_repaired(read, make, encoding, name):
    raw = name.encode(encoding)
    data = bytearray(make.zipped({"x" * len(raw): b"1"}))
    for mark, header in ((b"PK\x03\x04", 30), (b"PK\x01\x02", 46)):
        at = data.find(mark) + header
        data[at : at + len(raw)] = raw
    (member,) = read(bytes(data), "a.zip").members
    assert member.name == name


def test_a_link_in_an_archive_is_not_made(read, codes):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert codes(read(out.getvalue(), "a.zip")) == ["link-skipped"]


def test_junk_is_left_and_counted(read, make):
    reading = read(make.zipped({"__MACOSX/._a.txt": b"x", "a.txt": b"1", ".DS_Store": b"x"}), "a.zip")
    assert [m.name for m in reading.members] == ["a.txt"]
    assert reading.metadata["left:junk"] == "2"


def test_one_damaged_member_does_not_cost_the_others(read, make, codes):
    data = bytearray(make.zipped({"bad.txt": b"words " * 300, "good.txt": b"fine"}))
    at = data.find(b"bad.txt") + 12
    data[at : at + 10] = b"\xff" * 10
    reading = read(bytes(data), "a.zip")
    assert [m.name for m in reading.members] == ["good.txt"]
    assert codes(reading) == ["file-damaged"]


def test_an_archive_without_members_is_empty(read, make, codes):
    assert codes(read(make.zipped({}), "a.zip")) == ["file-empty"]


def test_a_member_name_of_ten_thousand_characters_is_cut(read, make, codes):
    reading = read(make.zipped({"م" * 5000 + ".txt": b"words"}), "a.zip")
    assert len(reading.members[0].name.encode()) <= 255
    assert codes(reading) == ["name-too-long"]


def test_an_archive_behind_a_program_is_found(read, make):
    program = b"MZ\x90\0" + bytes(range(256)) * 30
    reading = read(program + make.zipped({"نامه.txt": b"words"}), "setup.exe")
    assert [(m.name, m.content.read_bytes()) for m in reading.members] == [("نامه.txt", b"words")]


def test_an_archive_of_the_large_form_is_read(read):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, archive.open("a.txt", "w", force_zip64=True) as member:
        member.write(b"words")
    assert [m.content.read_bytes() for m in read(out.getvalue(), "a.zip").members] == [b"words"]
