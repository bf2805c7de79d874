"""A store of Outlook (MS-PST, Unicode), made on the spot: as little of one as a reader asks for."""

import struct
import zlib

_STORE, _NAMES, _ROOT = 0x21, 0x61, 0x122
_RECIPIENTS, _FILES = 0x692, 0x671


class Store:
    """Collects nodes and blocks, and writes them down."""

    def __init__(self) -> None:
        self._blocks: list[tuple[int, bytes]] = []
        self._nodes: list[tuple[int, int, int, int]] = []
        self._next = 4
        self._folders: dict[int, list[int]] = {_ROOT: []}
        self._messages: dict[int, list[int]] = {_ROOT: []}
        self.node(_STORE, 0, _properties({0x3001: "store"}))
        self.node(_NAMES, 0, _properties({1: 251, 2: bytes(16), 3: bytes(8), 4: bytes(8)}))
        self.node(_ROOT, _ROOT, _properties({0x3001: "root"}))

    def _block(self, data: bytes, *, inner: bool = False) -> int:
        number = self._next | (2 if inner else 0)
        self._next += 4
        self._blocks.append((number, data))
        return number

    def node(
        self,
        number: int,
        parent: int,
        data: bytes,
        below: dict[int, bytes | tuple[bytes, dict[int, bytes]]] | None = None,
    ) -> None:
        """Add a node; ``below`` are nodes of its own, each with nodes of its own where it is a pair."""
        self._nodes.append((number, self._block(data), self._below(below or {}), parent))

    def _below(self, below: dict) -> int:
        if not below:
            return 0
        entries = b""
        for number, value in sorted(below.items()):
            data, deeper = value if isinstance(value, tuple) else (value, {})
            entries += struct.pack("<QQQ", number, self._block(data), self._below(deeper))
        return self._block(struct.pack("<BBHL", 2, 0, len(below), 0) + entries, inner=True)

    def folder(self, number: int, parent: int, name: str) -> None:
        """Add a folder."""
        self.node(number, parent, _properties({0x3001: name, 0x3602: 0, 0x360A: 0}))
        self._folders[number], self._messages[number] = [], []
        self._folders[parent].append(number)

    def message(
        self,
        number: int,
        parent: int,
        properties: dict[int, object],
        recipients: tuple[tuple[str, str, int], ...] = (),
        files: tuple[dict[int, object], ...] = (),
    ) -> None:
        """Add a message with its recipients (name, address, kind) and files (properties by number)."""
        self._messages[parent].append(number)
        below: dict = {}
        if recipients:
            columns = [(0x0C15, 3), (0x3001, 0x1F), (0x39FE, 0x1F)]
            below[_RECIPIENTS] = _table(
                columns, [(n + 1, (kind, name, address)) for n, (name, address, kind) in enumerate(recipients)]
            )
        if files:
            below[_FILES] = _table([(0x0E20, 3)], [(0x8025 + 32 * n, (10,)) for n in range(len(files))])
            below |= {0x8025 + 32 * n: _properties(one) for n, one in enumerate(files)}
        self.node(number, parent, _properties({0x001A: "IPM.Note", **properties}), below)

    def write(self) -> bytes:
        """The bytes of the file."""
        for table, kind in ((self._folders, 0x0D), (self._messages, 0x0E)):
            for number, rows in table.items():
                self.node(number & ~0x1F | kind, 0, _table([(0x0E07, 3)], [(row, (0,)) for row in rows]))
        out = bytearray(0x4600)
        places = []
        for number, data in self._blocks:
            size = -(-(len(data) + 16) // 64) * 64
            places.append((number, len(out), len(data)))
            out += data.ljust(size - 16, b"\0") + struct.pack("<HHLQ", len(data), 0, 0, number)
        out += bytes(-len(out) % 512)
        blocks = b"".join(struct.pack("<QQHHL", n, at, size, 2, 0) for n, at, size in sorted(places))
        nodes = b"".join(
            struct.pack("<QQQLL", n, data, below, parent, 0) for n, data, below, parent in sorted(self._nodes)
        )
        block_page, node_page = len(out), len(out) + 512
        out += _page(0x80, blocks, 24) + _page(0x81, nodes, 32)
        root = struct.pack("<LQQQQQQQQBBH", 0, len(out), 0x4400, 0, 0, 2, node_page, 1, block_page, 2, 0, 0)
        head = struct.pack("<4sL2sHHBBLLQQL", b"!BDN", 0, b"SM", 23, 19, 1, 1, 0, 0, 0, 0x100, 1) + bytes(136) + root
        head = (head + bytes(4) + b"\xff" * 256 + struct.pack("<BB2xQL", 0x80, 0, self._next, 0)).ljust(564, b"\0")
        out[: len(head)] = head
        out[4:8] = _checksum(out[8:479])
        out[524:528] = _checksum(out[8:524])
        return bytes(out)


def _checksum(data: bytes) -> bytes:
    return struct.pack("<L", zlib.crc32(data, 0xFFFFFFFF) ^ 0xFFFFFFFF)


def _page(kind: int, entries: bytes, size: int) -> bytes:
    tail = struct.pack("<BBBBL", len(entries) // size, 488 // size, size, 0, 0) + struct.pack(
        "<BBHLQ", kind, kind, 0, 0, 2
    )
    return entries.ljust(488, b"\0") + tail


def _heap(kind: int, root: int, pieces: list[bytes]) -> bytes:
    body, starts = b"", [12]
    for piece in pieces:
        body += piece
        starts.append(12 + len(body))
    body += bytes(len(body) % 2)
    table = struct.pack(f"<HH{len(starts)}H", len(pieces), 0, *starts)
    return struct.pack("<HBBLL", 12 + len(body), 0xEC, kind, root << 5, 0) + body + table


def _raw(value: object) -> tuple[int, bytes]:
    if isinstance(value, bytes):
        return 0x102, value
    if isinstance(value, str):
        return 0x1F, value.encode("utf-16-le")
    assert isinstance(value, int)
    return (0x40, struct.pack("<Q", value)) if value > 0xFFFFFFFF else (3, struct.pack("<L", value))


def _properties(values: dict[int, object]) -> bytes:
    pieces = [b"", b""]
    records = b""
    for number, value in sorted(values.items()):
        kind, raw = _raw(value)
        if kind == 3:
            records += struct.pack("<HH4s", number, kind, raw)
        else:
            pieces.append(raw)
            records += struct.pack("<HHL", number, kind, len(pieces) << 5 if raw else 0)
    pieces[0] = struct.pack("<BBBBL", 0xB5, 2, 6, 0, 2 << 5 if records else 0)
    pieces[1] = records
    return _heap(0xBC, 1, pieces)


def _table(columns: list[tuple[int, int]], rows: list[tuple[int, tuple[object, ...]]]) -> bytes:
    described = [(0x67F2, 3), (0x67F3, 3), *columns]
    width = 4 * len(described)
    bits = -(-len(described) // 8)
    pieces = [b"", b"", b"", b""]
    matrix = b""
    for number, values in rows:
        cells = struct.pack("<LL", number, 1)
        for value in values:
            kind, raw = _raw(value)
            if kind == 3:
                cells += raw
            else:
                pieces.append(raw)
                cells += struct.pack("<L", len(pieces) << 5)
        matrix += cells + b"\xff" * bits
    info = struct.pack(
        "<BB4HLLL", 0x7C, len(described), width, width, width, width + bits, 2 << 5, 4 << 5 if rows else 0, 0
    )
    for at, (number, kind) in enumerate(described):
        info += struct.pack("<HHHBB", kind, number, at * 4, 4, at)
    pieces[0] = info
    pieces[1] = struct.pack("<BBBBL", 0xB5, 4, 4, 0, 3 << 5 if rows else 0)
    pieces[2] = b"".join(struct.pack("<LL", number, at) for at, (number, _) in enumerate(rows))
    pieces[3] = matrix
    return _heap(0x7C, 1, pieces)
