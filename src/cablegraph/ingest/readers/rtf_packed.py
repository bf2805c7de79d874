"""RTF as Outlook packs it (MS-OXRTFCP).

Knows the dictionary that packer and unpacker share. The trap: the sizes that the packed bytes declare need not be true, so the output is bounded by
what its form can give: 17 bytes for each two that come in.
"""

import struct

_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial"
    b"Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_RING = 4096


def unpack_rtf(data: bytes) -> bytes:
    """The RTF in packed bytes; what is no packed RTF, or breaks off, is given as far as it goes. Never raises."""
    if len(data) < 16:
        return b""
    size, _, kind, _ = struct.unpack_from("<LL4sL", data)
    body = data[16 : size + 4]
    if kind == b"MELA":
        return body
    if kind != b"LZFu":
        return b""
    ring = bytearray(_START.ljust(_RING, b"\0"))
    at, write = 0, len(_START)
    out = bytearray()
    while at < len(body):
        flags, at = body[at], at + 1
        for bit in range(8):
            if at >= len(body):
                break
            if not flags >> bit & 1:
                byte, at = body[at], at + 1
                out.append(byte)
                ring[write] = byte
                write = (write + 1) % _RING
                continue
            pair, at = int.from_bytes(body[at : at + 2], "big"), at + 2
            read, length = pair >> 4, (pair & 15) + 2
            if read == write:
                return bytes(out)
            for step in range(length):
                byte = ring[(read + step) % _RING]
                out.append(byte)
                ring[write] = byte
                write = (write + 1) % _RING
    return bytes(out)
