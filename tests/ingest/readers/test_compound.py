import struct

import pytest

from cablegraph.ingest.readers.compound import (
    has_macros,
    is_locked,
    open_compound,
    read_stream,
    unwrap_object,
    unwrap_old_object,
)
from ingest import office


def test_streams_are_read_and_missing_ones_are_empty():
    with open_compound(office.compound({"A": b"x" * 5000})) as compound:
        assert read_stream(compound, "A") == b"x" * 5000
        assert read_stream(compound, "B") == b""


@pytest.mark.parametrize(
    "data",
    [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 2000, b"noise" * 999],
)
def test_what_is_no_compound_file_is_none(data):
    with open_compound(data) as compound:
        assert compound is None
    assert unwrap_object(data, "a.bin") == ("a.bin", data)


def test_macros_and_locks_are_seen():
    with open_compound(
        office.compound({"WordDocument": bytes(10) + struct.pack("<H", 0x0100), "VBA": b"x"})
    ) as compound:
        assert has_macros(compound)
        assert is_locked(compound)
    with open_compound(office.compound({"WordDocument": bytes(20)})) as compound:
        assert not has_macros(compound)
        assert not is_locked(compound)


@pytest.mark.parametrize("name", ["نامه.txt", "تقرير.pdf", "C:\\secret\\note.txt"])
def test_a_dropped_file_keeps_its_bare_name(name):
    wrapped = office.compound({"\x01Ole10Native": office.ole_object(name, b"bytes")})
    assert unwrap_object(wrapped, "x.bin") == (name.rpartition("\\")[2], b"bytes")


def test_a_damaged_wrapping_stays_as_it_is():
    wrapped = office.compound({"\x01Ole10Native": b"\x01\x02\x03"})
    assert unwrap_object(wrapped, "x.bin")[0] == "x.bin"
    assert unwrap_old_object(b"\1\2", "x.bin") == ("x.bin", b"\1\2")
    assert unwrap_old_object(bytes(8) + b"\xff\xff\xff\xff", "x.bin")[0] == "x.bin"
