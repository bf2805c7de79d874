import io
import zipfile

import pytest

from cablegraph.ingest.zip_salvage import find_part_names, salvage_zip

from . import making


def names_and_bytes(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {n: archive.read(n) for n in archive.namelist()}


PARTS = {
    "a.txt": "نامه".encode() * 50,
    "ب/b.txt": b"words " * 500,
    "c.zip": making.zipped({"inner.txt": b"PK\x03\x04"}),
    "d.bin": bytes(range(256)) * 20,
}


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_all_parts_come_back_without_the_list(method):
    data = making.zipped(PARTS, method)
    cut = data[: zipfile.ZipFile(io.BytesIO(data)).start_dir]
    assert names_and_bytes(salvage_zip(cut, 1 << 30)) == PARTS
    assert find_part_names(cut)[:2] == ["a.txt", "ب/b.txt"]


def test_parts_whose_size_stands_behind_them_come_back():
    class Pipe(io.RawIOBase):
        data = b""

        def writable(self) -> bool:
            return True

        def write(self, chunk) -> int:
            self.data += bytes(chunk)
            return len(chunk)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", PARTS["ب/b.txt"])
        archive.writestr("b.txt", b"second")
    assert names_and_bytes(salvage_zip(pipe.data[: pipe.data.find(b"PK\x01\x02")], 1 << 30)) == {
        "a.txt": PARTS["ب/b.txt"],
        "b.txt": b"second",
    }


def test_the_last_part_comes_as_far_as_it_goes():
    data = making.zipped({"a.txt": b"first", "b.txt": b" ".join(b"%d" % n for n in range(2000))})
    found = names_and_bytes(salvage_zip(data[: len(data) // 2], 1 << 30))
    assert found["a.txt"] == b"first"
    assert found["b.txt"].startswith(b"0 1 2 3")


def test_a_bomb_is_left():
    data = making.zipped({"a.txt": b"first", "b": bytes(8 << 20)})
    assert names_and_bytes(salvage_zip(data[:-30], 1 << 20)) == {"a.txt": b"first"}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" * 500, b"noise" * 100])
def test_noise_gives_nothing_or_little(data):
    assert len(salvage_zip(data, 1 << 20)) < 20_000
