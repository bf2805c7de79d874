import subprocess
import sys
import tarfile

import pytest

from ingest import packing

MEMBERS = {"نامه/گزارش.txt": "متن گزارش".encode() * 50, "تقرير.txt": "نص التقرير".encode(), "memo.txt": b"words"}


def contents(reading):
    return {m.name: m.content.read_bytes() for m in reading.members}


@pytest.mark.parametrize("format_name", ["7zip", "cpio_newc", "iso9660", "xar", "pax", "zip"])
def test_each_format_gives_its_members_with_their_names(read, format_name):
    reading = read(packing.library(MEMBERS, format_name), "a.bin")
    assert contents(reading) == MEMBERS
    assert reading.kind == "archive"
    assert not reading.troubles


@pytest.mark.parametrize("make_it", [packing.rar4, packing.rar5, packing.cab])
def test_formats_of_windows_give_their_members(read, make_it):
    assert contents(read(make_it(MEMBERS), "a.bin")) == MEMBERS


def test_members_of_a_debian_package_are_found(read):
    members = {"a.txt": b"1", "b.txt": b"22"}
    assert contents(read(packing.library(members, "ar_svr4"), "a.deb")) == members


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_packed_tar_gives_its_members_at_once(read, mode):
    reading = read(packing.tarred(MEMBERS, mode), "a.bin")
    assert contents(reading) == MEMBERS
    assert not reading.troubles


@pytest.mark.parametrize("filter_name", ["zstd", "lz4", "compress", "lzip"])
def test_newer_and_older_packers_are_opened(read, filter_name):
    assert contents(read(packing.squeezed(packing.tarred(MEMBERS), filter_name), "a.bin")) == MEMBERS
    (member,) = read(packing.squeezed("متن ساده".encode() * 99, filter_name), "یادداشت.txt.zst").members
    assert (member.name, member.content.read_bytes()) == ("یادداشت.txt", "متن ساده".encode() * 99)


def test_a_tar_with_names_in_an_arabic_code_page(read):
    data = packing.tarred({"تقرير الوزارة.txt": b"x"}, encoding="cp1256", format=tarfile.GNU_FORMAT)
    assert [m.name for m in read(data, "a.tar").members] == ["تقرير الوزارة.txt"]


def test_links_and_devices_are_told_and_never_made(read, codes, scratch):
    data = packing.tar_of(
        packing.tar_info("link", tarfile.SYMTYPE, "/etc/passwd"),
        packing.tar_info("hard", tarfile.LNKTYPE, "../../etc/passwd"),
        packing.tar_info("device", tarfile.CHRTYPE),
        packing.tar_info("pipe", tarfile.FIFOTYPE),
    )
    assert codes(read(data, "a.tar")) == ["link-skipped"] * 4
    assert not list(scratch.iterdir())


def test_a_member_behind_a_link_is_laid_under_its_number(read, scratch, tmp_path):
    link = packing.tar_of(packing.tar_info("out", tarfile.SYMTYPE, str(tmp_path)))
    reading = read(link[:512] + packing.tarred({"out/escaped.txt": b"x"}), "a.tar")
    assert [m.name for m in reading.members] == ["out/escaped.txt"]
    assert reading.members[0].content.parent == scratch
    assert not (tmp_path / "escaped.txt").exists()


@pytest.mark.parametrize("make_it", [packing.tarred, lambda m: packing.library(m, "cpio_newc"), packing.rar5])
def test_names_that_climb_stay_inside(read, codes, make_it):
    reading = read(make_it({"../../out.txt": b"1", "/abs.txt": b"2"}), "a.bin")
    assert [m.name for m in reading.members] == ["out.txt", "abs.txt"]
    assert set(codes(reading)) == {"archive-unsafe-path"}


def test_a_sparse_member_counts_with_its_holes(read, codes, tmp_path):
    path = tmp_path / "sparse"
    with path.open("wb") as stream:
        stream.truncate(1 << 30)
    subprocess.run(["tar", "--sparse", "-C", tmp_path, "-cf", tmp_path / "a.tar", "sparse"], check=True)
    reading = read((tmp_path / "a.tar").read_bytes(), "a.tar")
    assert codes(reading) == ["archive-bomb"]
    assert not reading.members


@pytest.mark.parametrize("mode", ["w:gz", "w:bz2", "w:xz"])
def test_a_packed_bomb_ends_and_what_came_before_is_kept(read, codes, mode):
    reading = read(packing.tarred({"a.txt": b"real", "zeros": bytes(80 << 20)}, mode), "a.bin")
    assert codes(reading) == ["archive-bomb"]
    assert contents(reading) == {"a.txt": b"real"}


def test_a_bomb_in_the_headers_of_a_tar_ends(read, codes):
    info = packing.tar_info("x", tarfile.XHDTYPE)
    info.size = 300 << 20
    head = info.tobuf(tarfile.USTAR_FORMAT)
    import gzip

    assert codes(read(gzip.compress(head + bytes(200 << 20)), "a.tgz")) == ["archive-bomb"]


@pytest.mark.parametrize("format_name", ["7zip", "zip", "iso9660"])
def test_a_bomb_in_another_format_ends(read, codes, format_name):
    reading = read(packing.library({"a.txt": b"real", "zeros": bytes(30 << 20)}, format_name), "a.bin", max_expansion=2)
    assert "archive-bomb" in codes(reading) or format_name == "iso9660"


def test_a_file_that_is_packed_and_cut_keeps_what_came_before(read, codes):
    import gzip
    import random

    data = random.Random(1).randbytes(300_000)
    reading = read(gzip.compress(data)[:-1000], "a.bin.gz")
    assert codes(reading) == ["file-truncated"]
    (kept,) = reading.members
    assert data.startswith(kept.content.read_bytes())
    assert kept.content.stat().st_size > 200_000


def test_packed_files_that_follow_each_other_are_one(read):
    import gzip

    (member,) = read(gzip.compress(b"one ") + gzip.compress(b"two") + bytes(512), "a.txt.gz").members
    assert member.content.read_bytes() == b"one two"


@pytest.mark.parametrize("how", ["aes256", "aes128", "traditional"])
def test_a_locked_zip_opens_with_one_of_the_passwords(read, codes, how):
    data = packing.library(MEMBERS, "zip", password="گذرواژه", options=f"encryption={how}")
    assert codes(read(data, "a.zip")) == ["password-needed"] * 3
    assert codes(read(data, "a.zip", passwords=("wrong", "x"))) == ["password-needed"] * 3
    assert contents(read(data, "a.zip", passwords=("wrong", "گذرواژه"))) == MEMBERS


@pytest.mark.parametrize("hidden", [False, True])
def test_a_locked_7z_opens_with_one_of_the_passwords(read, codes, tmp_path, hidden):
    import py7zr

    with py7zr.SevenZipFile(tmp_path / "a.7z", "w", password="كلمة", header_encryption=hidden) as archive:
        for name, data in MEMBERS.items():
            archive.writestr(data, name)
    data = (tmp_path / "a.7z").read_bytes()
    assert set(codes(read(data, "a.7z"))) == {"password-needed"}
    assert codes(read(data, "a.7z", passwords=("wrong",))) == ["password-needed"]
    assert contents(read(data, "a.7z", passwords=("wrong", "كلمة"))) == MEMBERS


def test_a_locked_bomb_ends_too(read, codes, tmp_path):
    import py7zr

    with py7zr.SevenZipFile(tmp_path / "a.7z", "w", password="key") as archive:
        archive.writestr(bytes(30 << 20), "zeros")
    assert codes(read((tmp_path / "a.7z").read_bytes(), "a.7z", passwords=("key",))) == ["archive-bomb"]


def test_a_locked_rar_is_told(read, codes):
    assert codes(read(packing.rar4(MEMBERS, locked=True), "a.rar")) == ["password-needed"] * 3


def test_a_first_part_says_what_it_needs(read, codes):
    reading = read(packing.rar5(MEMBERS)[:200], "اسناد.part1.rar")
    assert codes(reading)[-1] == "archive-part"
    assert "اسناد.rar" in reading.troubles[-1].cause


def test_the_last_part_of_a_zip_names_the_others(read, make, codes):
    data = bytearray(make.zipped({"a.txt": b"x"}))
    end = data.rfind(b"PK\x05\x06")
    data[end + 4 : end + 8] = b"\x03\0\x03\0"
    reading = read(bytes(data), "a.zip")
    assert codes(reading) == ["archive-part"]
    assert "a.z01 to a.z03" in reading.troubles[0].cause


def test_a_million_members_are_cut_off_in_bounded_memory(read, codes):
    reading = read(packing.wide_zip(400_000), "a.zip", max_members=50)
    assert codes(reading) == ["archive-too-many"]
    assert not reading.members
    reading = read(packing.wide_zip(5000), "a.zip", max_members=50)
    assert codes(reading)[-1] == "archive-too-many"


def test_a_zip_of_zips_stops_at_the_depth_and_at_the_budget(read, codes):
    from cablegraph.ingest import start_budget
    from cablegraph.settings import Limits

    data = packing.zip_bomb(4, zeros=2 << 20)
    budget, depth, waiting, laid = start_budget(len(data), Limits()), 0, [data], 0
    ended = []
    while waiting:
        found = []
        for one in waiting:
            reading = read(one, "x.zip" if one[:2] == b"PK" else "zeros", depth=depth, budget=budget)
            ended += codes(reading)
            found += [m.content.read_bytes() for m in reading.members]
            size = sum(m.content.stat().st_size for m in reading.members)
            laid += size
            budget = budget.after(size, len(reading.members))
        waiting, depth = found, depth + 1
    assert "archive-bomb" in ended
    assert laid <= 16 << 20


def test_a_quine_stops_at_the_depth(read, make, codes):
    inner = make.zipped({"a.zip": b"x"})
    for depth in range(9):
        reading = read(inner, "a.zip", depth=depth)
    assert codes(reading) == ["archive-too-deep"]


def test_a_nest_that_has_used_its_members_gives_none(read, make, codes):
    from cablegraph.ingest import Budget

    reading = read(make.zipped({"a.txt": b"1", "b.txt": b"2"}), "a.zip", budget=Budget(1 << 20, 1))
    assert [m.name for m in reading.members] == ["a.txt"]
    assert codes(reading) == ["archive-too-many"]


@pytest.mark.parametrize(
    "data",
    [
        packing.rar4(MEMBERS),
        packing.rar5(MEMBERS),
        packing.cab(MEMBERS),
        packing.tarred(MEMBERS),
        packing.tarred(MEMBERS, "w:gz"),
        packing.tarred(MEMBERS, "w:bz2"),
        packing.tarred(MEMBERS, "w:xz"),
    ],
    ids=["rar4", "rar5", "cab", "tar", "tgz", "tbz", "txz"],
)
def test_damage_anywhere_is_told_and_harms_nothing(read, data):
    for at in range(8, len(data), max(len(data) // 40, 1)):
        read(data[:at], "a.bin")
        read(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :], "a.bin")


@pytest.mark.parametrize("format_name", ["7zip", "cpio_newc", "iso9660", "xar", "zip"])
def test_damage_to_what_libarchive_reads_harms_nothing(read, format_name):
    data = packing.library(MEMBERS, format_name)
    for at in range(8, len(data), max(len(data) // 30, 1)):
        read(data[:at], "a.bin")
        read(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :], "a.bin", passwords=("x",))


def read_elsewhere(tmp_path, data, **environment):
    """Read in a process with another environment; gives what it prints."""
    (tmp_path / "a.rar").write_bytes(data)
    program = (
        "import sys; from pathlib import Path; from cablegraph.ingest import read_file; from cablegraph.settings import Settings\n"
        "reading = read_file(Path(sys.argv[1]), 'a.rar', settings=Settings(), scratch=Path(sys.argv[2]))\n"
        "print(ascii([m.name for m in reading.members]), [(t.code, t.cause) for t in reading.troubles])"
    )
    command = [sys.executable, "-c", program, tmp_path / "a.rar", tmp_path]
    path = {"PATH": "/usr/bin:/bin"}
    return subprocess.run(command, env=path | environment, capture_output=True, text=True, check=True).stdout


def test_without_libarchive_the_archive_is_told_with_what_to_install(tmp_path):
    said = read_elsewhere(tmp_path, packing.rar5(MEMBERS), LIBARCHIVE="/nowhere/libarchive.so")
    assert "tool-missing" in said
    assert "apt-get install libarchive13" in said


@pytest.mark.parametrize("locale", ["C", "xx_XX.UTF-8"])
def test_names_do_not_hang_on_the_locale_of_the_machine(tmp_path, locale):
    said = read_elsewhere(tmp_path, packing.rar4({"نامه.txt": b"x"}), LC_ALL=locale)
    assert said.strip() == f"{['نامه.txt']!a} []"
