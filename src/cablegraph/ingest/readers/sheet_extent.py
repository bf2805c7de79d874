"""How large a rectangle the cells of a sheet span, before anybody lays it out in memory.

Knows where rows and columns stand in the three formats of Excel (XML, BIFF12, BIFF8). The trap that makes this needful: a file of one kilobyte can name the
cell XFD1048576, and the reading library lays out every cell up to it.
"""

import re
import struct
from collections.abc import Iterable

MOST_CELLS = 20_000_000
"""The most cells of one sheet, filled or not; the library needs some 40 bytes for each."""

_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,10})["']""")
_CARRIED = 64
_ROW, _CELLS_12 = 0, range(1, 12)
_BOF, _EOF, _LOCKED = 0x0809, 0x000A, 0x002F
_CELLS_8 = frozenset({0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x0406})


def count_xml_cells(chunks: Iterable[bytes]) -> int:
    """The cells of the rectangle that a sheet of .xlsx spans."""
    rows = columns = 0
    tail = b""
    for chunk in chunks:
        data = tail + chunk
        for letters, digits in _REFERENCE.findall(data):
            rows = max(rows, int(digits))
            columns = max(columns, _column(letters))
        tail = data[-_CARRIED:]
    return rows * columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def count_binary_cells(data: bytes) -> int:
    """The cells of the rectangle that a sheet of .xlsb (BIFF12) spans."""
    at = rows = columns = 0
    while at < len(data):
        kind, at = _variable(data, at, 2)
        length, at = _variable(data, at, 4)
        if length >= 4 and at + 4 <= len(data):
            (value,) = struct.unpack_from("<I", data, at)
            if kind == _ROW:
                rows = max(rows, value + 1)
            elif kind in _CELLS_12:
                columns = max(columns, value + 1)
        at += length
    return rows * columns


def _variable(data: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for place in range(most):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            break
    return value, at


def count_old_cells(stream: bytes) -> tuple[int, bool]:
    """The cells of the largest rectangle in a workbook of .xls (BIFF8), and whether it is locked with a password."""
    at = rows = columns = most = 0
    locked = False
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _BOF:
            rows = columns = 0
        elif kind == _LOCKED:
            locked = True
        elif kind in _CELLS_8 and length >= 4 and at + 8 <= len(stream):
            row, column = struct.unpack_from("<HH", stream, at + 4)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            most = max(most, rows * columns)
        at += 4 + length
    return most, locked
