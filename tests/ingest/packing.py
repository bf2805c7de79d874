"""Containers of every kind, made on the spot, honest and hostile ones."""

import io
import struct
import tarfile
import tempfile
import zipfile
import zlib
from pathlib import Path
from types import ModuleType

import pytest

from cablegraph.ingest.readers.library import load_library
from cablegraph.ingest.readers.unpack import MemberLost


def tarred(members: dict[str, bytes], mode: str = "w", **options: object) -> bytes:
    """A tar archive, packed as the mode says (``w:gz``)."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, **options) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def tar_of(*infos: tarfile.TarInfo) -> bytes:
    """A tar archive of bare headers: links, devices."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for info in infos:
            archive.addfile(info)
    return out.getvalue()


def tar_info(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    """The header of a tar member that is no plain file."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def _library() -> ModuleType:
    try:
        return load_library()
    except MemberLost:
        pytest.skip("libarchive is not installed (apt-get install libarchive13)")


def library(
    members: dict[str, bytes],
    format_name: str,
    filter_name: str | None = None,
    password: str | None = None,
    options: str = "",
) -> bytes:
    """An archive as libarchive writes it."""
    libarchive = _library()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        with libarchive.file_writer(
            str(path), format_name, filter_name, options=options, passphrase=password
        ) as archive:
            for name, data in members.items():
                archive.add_file_from_memory(name, len(data), data)
        return path.read_bytes()


def squeezed(data: bytes, filter_name: str) -> bytes:
    """One file packed as libarchive packs it: zstd, lz4, compress, lzip."""
    ffi = _library().ffi
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        pointer = ffi.write_new()
        ffi.libarchive.archive_write_set_format_raw(ffi.c_void_p(pointer))
        ffi.get_write_filter_function(filter_name)(pointer)
        ffi.write_open_filename_w(pointer, str(path))
        entry = ffi.entry_new()
        ffi.entry_set_filetype(entry, 0o100000)
        ffi.write_header(pointer, entry)
        ffi.write_data(pointer, data, len(data))
        ffi.write_close(pointer)
        ffi.write_free(pointer)
        ffi.entry_free(entry)
        return path.read_bytes()


def rar4(members: dict[str, bytes], *, locked: bool = False, volume: bool = False) -> bytes:
    """A RAR archive of version 4 whose members are stored."""

    def block(kind: int, flags: int, body: bytes, data: bytes = b"") -> bytes:
        head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head + data

    out = b"Rar!\x1a\x07\x00" + block(0x73, int(volume), bytes(6))
    for name, data in members.items():
        wide = name.encode("utf-8")
        body = struct.pack(
            "<LLBLLBBHL", len(data), len(data), 2, zlib.crc32(data), 0x45474000, 20, 0x30, len(wide), 0o100644
        )
        out += block(0x74, 0x8200 | (4 if locked else 0), body + wide, data)
    return out + block(0x7B, 0x4000, b"")


def _vint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def rar5(members: dict[str, bytes]) -> bytes:
    """A RAR archive of version 5 whose members are stored."""

    def block(body: bytes, data: bytes = b"") -> bytes:
        head = _vint(len(body)) + body
        return struct.pack("<L", zlib.crc32(head)) + head + data

    out = b"Rar!\x1a\x07\x01\x00" + block(_vint(1) + _vint(0) + _vint(0))
    for name, data in members.items():
        raw = name.encode()
        body = _vint(2) + _vint(2) + _vint(len(data)) + _vint(4) + _vint(len(data)) + _vint(0o100644)
        body += struct.pack("<L", zlib.crc32(data)) + _vint(0) + _vint(1) + _vint(len(raw)) + raw
        out += block(body, data)
    return out + block(_vint(5) + _vint(0) + _vint(0))


def cab(members: dict[str, bytes]) -> bytes:
    """A cabinet whose members are stored in one folder of one block."""
    data = b"".join(members.values())
    files, start = b"", 0
    for name, content in members.items():
        files += struct.pack("<LLHHHH", len(content), start, 0, 0x4547, 0, 0xA0) + name.encode() + b"\0"
        start += len(content)
    first_file = 36 + 8
    first_data = first_file + len(files)
    size = first_data + 8 + len(data)
    head = struct.pack("<4sLLLLLBBHHHHH", b"MSCF", 0, size, 0, first_file, 0, 3, 1, 1, len(members), 0, 1, 0)
    return head + struct.pack("<LHH", first_data, 1, 0) + files + struct.pack("<LHH", 0, len(data), len(data)) + data


def wide_zip(count: int) -> bytes:
    """A zip archive of so many members that all are the same empty bytes in its list alone."""
    local = struct.pack("<4s5HLLLHH", b"PK\x03\x04", 20, 0, 0, 0, 33, 0, 0, 0, 8, 0) + b"00000000"
    entries = b"".join(
        struct.pack("<4s6HLLLHHHHHLL", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0) + b"%08d" % n
        for n in range(count)
    )
    end = struct.pack(
        "<4s4HLLH", b"PK\x05\x06", 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), len(entries), len(local), 0
    )
    return local + entries + end


def zip_bomb(levels: int, zeros: int = 8 << 20) -> bytes:
    """Zips in zips, the innermost of which holds zeros."""
    data = b"\0" * zeros
    for level in range(levels):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for n in range(10 if level else 1):
                archive.writestr(f"{level}-{n}.zip" if level else "zeros", data)
        data = out.getvalue()
    return data
