"""Ways to harm a file: bits flipped, pieces cut, moved, repeated or taken from another file, numbers driven to their limits."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence

_LIMITS = (
    b"\x00",
    b"\xff",
    b"\x00\x00\x00\x00",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\x7f",
    b"\x80\x00\x00\x00",
    b"99999999999",
    b"-1",
)


def iter_mutations(seeds: Mapping[str, bytes], number: int, *, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Harmed files with names that keep their endings, the seeds in turn; the same ones for the same ``chance``."""
    names = sorted(seeds)
    for count in range(number):
        name = names[count % len(names)]
        data = seeds[name]
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            data = chance.choice(_WAYS)(data, [seeds[n] for n in names], chance)
        yield f"{count:05}-{name}", data or b"\x00"


def _flip(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 1 + len(out) // 200)):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _cut_end(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data) + 1)]


def _cut_out(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, size = _piece(data, chance)
    return data[:start] + data[start + size :] or data


def _swap(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, size = _piece(data, chance)
    other = chance.randrange(len(data))
    out = bytearray(data)
    out[start : start + size], out[other : other + size] = data[other : other + size], data[start : start + size]
    return bytes(out)


def _repeat(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, size = _piece(data, chance)
    return data[:start] + data[start : start + size] * chance.randint(2, 20) + data[start + size :]


def _splice(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, size = _piece(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start : start + size] + data[at:]


def _to_limit(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    value = chance.choice(_LIMITS)
    at = chance.randrange(len(data))
    return data[:at] + value + data[at + len(value) :]


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    return chance.randrange(len(data)), chance.randint(1, max(1, min(4096, len(data) // 2)))


_WAYS: tuple[Callable[[bytes, Sequence[bytes], random.Random], bytes], ...] = (
    _flip,
    _cut_end,
    _cut_out,
    _swap,
    _repeat,
    _splice,
    _to_limit,
)
