"""Mail in the forms of Outlook and Exchange, made on the spot: compound files, TNEF, certificates."""

import struct
import subprocess
from itertools import pairwise
from pathlib import Path

SECTOR, MINI = 512, 64
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(tree: dict[str, object]) -> bytes:
    """An OLE compound file: bytes are streams, dictionaries are storages."""
    entries: list[list[object]] = []  # name, type, child, next, start, size

    def place(name: str, value: object) -> int:
        number = len(entries)
        entries.append([name, 1 if isinstance(value, dict) else 2, FREE, FREE, value, 0])
        if isinstance(value, dict):
            below = [place(n, v) for n, v in sorted(value.items(), key=lambda x: (len(x[0]), x[0].upper()))]
            for here, after in pairwise(below):
                entries[here][3] = after
            entries[number][2] = below[0] if below else FREE
        return number

    place("Root Entry", tree)
    entries[0][1] = 5
    mini, mini_fat, sectors, fat = b"", [], [], []

    def store(data: bytes) -> int:
        first = len(sectors)
        pieces = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        sectors.extend(pieces)
        fat.extend([first + n + 1 for n in range(len(pieces) - 1)] + [END])
        return first

    for entry in entries[1:]:
        data = entry[4]
        if not isinstance(data, bytes):
            entry[4] = 0
        elif len(data) >= 4096:
            entry[4], entry[5] = store(data), len(data)
        elif data:
            count = -(-len(data) // MINI)
            start = len(mini_fat)
            mini_fat += [start + n + 1 for n in range(count - 1)] + [END]
            mini += data.ljust(count * MINI, b"\0")
            entry[4], entry[5] = start, len(data)
        else:
            entry[4] = END
    entries[0][4], entries[0][5] = (store(mini), len(mini)) if mini else (END, 0)
    mini_fat_start = store(struct.pack(f"<{len(mini_fat)}L", *mini_fat).ljust(SECTOR, b"\xff")) if mini_fat else END
    mini_fat_count = len(sectors) - mini_fat_start if mini_fat else 0
    directory = b""
    for name, kind, child, after, start, size in entries:
        raw = str(name).encode("utf-16-le") + b"\0\0"
        directory += raw.ljust(64, b"\0") + struct.pack("<HBBLLL", len(raw), kind, 1, FREE, after, child)
        directory += bytes(36) + struct.pack("<LQ", start, size)
    directory_start = store(directory)
    count = 1
    while count * 128 < len(sectors) + count:
        count += 1
    table = [*fat, *[FAT] * count]
    table += [FREE] * (count * 128 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<LLLLLLLLL", 0, count, directory_start, 0, 4096, mini_fat_start, mini_fat_count, END, 0)
    places = [len(sectors) + n for n in range(count)]
    head += struct.pack("<109L", *places, *[FREE] * (109 - count))
    return head + b"".join(sectors) + struct.pack(f"<{len(table)}L", *table)


def storage(
    properties: dict[int, object], *, head: int, code_page: str = "", **below: dict[str, object]
) -> dict[str, object]:
    """A storage of properties by number: text, bytes, whole numbers, or a storage; ``head`` is the length of the head of the fixed ones."""
    tree: dict[str, object] = {k.removesuffix("_"): v for k, v in below.items()}
    fixed = bytes(head)
    for number, value in properties.items():
        if isinstance(value, int):
            fixed += struct.pack("<HHLQ", 0x40 if value > 0xFFFFFFFF else 3, number, 6, value)
        else:
            if isinstance(value, str):
                kind, data = (0x1E, value.encode(code_page)) if code_page else (0x1F, value.encode("utf-16-le"))
            else:
                kind, data = (0x102, value) if isinstance(value, bytes) else (0x0D, value)
            tree[f"__substg1.0_{number:04X}{kind:04X}"] = data
            fixed += struct.pack("<HHLQ", kind, number, 6, len(data))
    tree["__properties_version1.0"] = fixed
    return tree


TICKS = 130571467200000000
"""7 October 2014, 09:12 UTC, in hundreds of nanoseconds since 1601."""


def outlook(
    subject: str, text: str, *, code_page: str = "", files: dict[str, bytes] | None = None, **more: object
) -> dict[str, object]:
    """The storage of a message of Outlook."""
    extra = {int(k[1:], 16): v for k, v in more.items() if k.startswith("x")}
    below: dict[str, dict[str, object]] = {
        "__recip_version1.0_#00000000": storage(
            {0x3001: "رضا رستگار", 0x39FE: "reza@example.invalid", 0x0C15: 1}, head=8, code_page=code_page and "cp1256"
        )
    }
    for number, (name, data) in enumerate((files or {}).items()):
        below[f"__attach_version1.0_#{number:08X}"] = storage({0x3707: name, 0x3701: data}, head=8)
    properties = {
        0x0037: subject, 0x1000: text, 0x0C1A: "Karim Sadiq", 0x5D01: "karim@example.invalid",
        0x1035: "<7@example.invalid>", 0x1042: "<6@example.invalid>", 0x0039: TICKS, **extra,
    }  # fmt: skip
    return storage(
        {k: v for k, v in properties.items() if v != ""}, head=more.get("head", 32), code_page=code_page, **below
    )  # type: ignore[arg-type]


def tnef(subject: str, body: str, files: dict[str, bytes], code_page: int = 1256) -> bytes:
    """A ``winmail.dat``."""

    def attribute(level: int, number: int, kind: int, data: bytes) -> bytes:
        return struct.pack("<BHHL", level, number, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    encoding = f"cp{code_page}"
    out = struct.pack("<LH", 0x223E9F78, 1) + attribute(1, 0x9006, 8, struct.pack("<L", 0x10000))
    out += attribute(1, 0x9007, 6, struct.pack("<LL", code_page, 0))
    out += attribute(1, 0x8004, 1, subject.encode(encoding) + b"\0") + attribute(
        1, 0x800C, 2, body.encode(encoding) + b"\0"
    )
    for name, data in files.items():
        out += attribute(2, 0x9002, 6, bytes(14)) + attribute(2, 0x8010, 1, name.encode(encoding) + b"\0")
        out += attribute(2, 0x800F, 6, data)
    return out


def openssl(folder: Path, *arguments: str, data: bytes = b"") -> bytes:
    """Run openssl in a folder."""
    return subprocess.run(["openssl", *arguments], cwd=folder, input=data, capture_output=True, check=True).stdout


def certificate(folder: Path, name: str) -> None:
    """Make ``key.pem`` and ``cert.pem`` for a person of this name."""
    openssl(
        folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "2", "-utf8",
        "-subj", f"/CN={name}/emailAddress=signer@example.invalid",
    )  # fmt: skip
