import os
import pickle
import struct
from pathlib import Path

import pytest

from cablegraph.model import Member, OtherText, PageText, Reading, Region, Trouble
from cablegraph.model.document import WordBox
from cablegraph.workbench import parcel
from cablegraph.workbench.parcel import ParcelReader, ParcelRefused, trust, write_parcel

READING = Reading(
    "pdf", "application/pdf", "pdf 1", (PageText("نامه", boxes=(WordBox(0, 4, 0.1, 0.1, 0.2, 0.2, None),), regions=(Region("stamp", 0.1, 0.1, 0.2, 0.2),),
    others=(OtherText("x", "y", "z"),)),), "x", {"a": "b"},
    (Member("a/b", Path("/x/y")),), (Trouble("file-empty", "It is empty"),),
)  # fmt: skip


class Evil:
    """Calls what its maker wants when it is unpacked."""

    def __init__(self, function: object, *arguments: object) -> None:
        self.what = (function, arguments)

    def __reduce__(self):
        return self.what


def _take(data: bytes, reader: ParcelReader, pieces: int = 1) -> list[object] | None:
    here, there = os.pipe()
    try:
        size = max(1, -(-len(data) // pieces))
        answer = None
        for start in range(0, len(data), size):
            os.write(there, data[start : start + size])
            answer = reader.take(here)
        return answer
    finally:
        os.close(here)
        os.close(there)


def _framed(value: object) -> bytes:
    data = pickle.dumps(value)
    return struct.pack("!Q", len(data)) + data


def test_a_reading_comes_through_whole_however_it_is_cut() -> None:
    reader = ParcelReader(trust(Reading))
    for pieces in (1, 2, 7, 50):
        assert _take(_framed([READING, READING]), reader, pieces) == [READING, READING]


@pytest.mark.parametrize(
    "value",
    [
        [Evil(os.system, "echo harm")],
        [Evil(eval, "1")],
        [Evil(os.remove, "/nowhere")],
        [Evil(getattr, Reading, "__init__")],
        [Evil(__import__, "os")],
        [Path, os.getcwd],
        READING,
        "no list",
    ],
    ids=lambda v: type(v).__name__,
)
def test_nothing_is_called_that_was_not_expected(value: object) -> None:
    with pytest.raises(ParcelRefused):
        _take(_framed(value), ParcelReader(trust(Reading)))


@pytest.mark.parametrize(
    "data", [struct.pack("!Q", 4) + b"\x80\xff\xff\xff", struct.pack("!Q", 0), struct.pack("!Q", 1 << 60)]
)
def test_bytes_that_are_no_answer_are_refused(data: bytes) -> None:
    with pytest.raises(ParcelRefused):
        _take(data, ParcelReader(trust(Reading)))


def test_a_name_with_dots_leads_nowhere() -> None:
    data = b"\x80\x04\x8c\x17cablegraph.model.reading\x8c\x10Reading.__init__\x93."
    with pytest.raises(ParcelRefused):
        _take(struct.pack("!Q", len(data)) + data, ParcelReader(trust(Reading)))


def test_half_an_answer_waits_and_a_closed_pipe_says_so() -> None:
    reader = ParcelReader(trust(Reading))
    assert _take(_framed([READING])[:-1], reader) is None
    here, there = os.pipe()
    os.close(there)
    with pytest.raises(EOFError):
        reader.take(here)
    os.close(here)


def test_what_is_written_can_be_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "_PIECE", 1000)
    here, there = os.pipe()
    write_parcel(there, [READING] * 20)
    reader, answer = ParcelReader(trust(Reading)), None
    while answer is None:
        answer = reader.take(here)
    assert answer == [READING] * 20
    os.close(here)
    os.close(there)
