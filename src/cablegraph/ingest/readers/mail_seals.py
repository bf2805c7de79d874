"""Signed and encrypted mail, by S/MIME and PGP.

Knows what a signature says of itself (who, by which certificate or key) and how to come at signed content that is wrapped in its signature. Nothing is
verified: no certificate is traced and no key is fetched, so a name here is a claim and is told as one. Nothing is decrypted. The trap: an S/MIME
part calls itself the same whether it is signed or encrypted, so its bytes are asked.
"""

import re
from base64 import b64decode
from binascii import Error as BinasciiError
from dataclasses import dataclass
from typing import Any

PGP_MESSAGE = re.compile(r"-----BEGIN PGP MESSAGE-----")
"""The line with which a text that PGP has encrypted begins."""

PGP_SIGNED = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----")
"""The line with which a text that PGP has signed begins."""

_ARMOUR = re.compile(rb"-----BEGIN PGP [A-Z ,0-9/]{3,30}-----(.{0,20000}?)-----END PGP", re.DOTALL)
_UNVERIFIED = "not verified"


@dataclass(frozen=True, slots=True)
class Seal:
    """What an S/MIME part is: ``note`` says who signed it, ``content`` is the signed message where it is inside, ``locked`` whether it is encrypted."""

    note: str = ""
    content: bytes = b""
    locked: bool = False


def open_smime(data: bytes) -> Seal:
    """Look into the bytes of an S/MIME part (CMS).

    Raises:
        ValueError: They are no CMS.
    """
    from asn1crypto import cms

    try:
        info = cms.ContentInfo.load(data)
        kind = info["content_type"].native
        if kind != "signed_data":
            return Seal(locked=kind in {"enveloped_data", "authenticated_enveloped_data", "encrypted_data"})
        signed = info["content"]
        content = signed["encap_content_info"]["content"].native
        return Seal(f"S/MIME, {_signers(signed)}, {_UNVERIFIED}", content if isinstance(content, bytes) else b"")
    except (TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("no CMS") from error


def describe_smime(data: bytes) -> str:
    """What a detached S/MIME signature says of its signer."""
    try:
        return open_smime(data).note or f"S/MIME, signer unknown, {_UNVERIFIED}"
    except ValueError:
        return f"S/MIME, signature unreadable, {_UNVERIFIED}"


def describe_pgp(data: bytes) -> str:
    """What a PGP signature says of its signer: the id of the key."""
    armour = _ARMOUR.search(data)
    try:
        packet = _dearmour(armour[1]) if armour else data
        key = _find_issuer(packet)
    except (BinasciiError, ValueError, IndexError):
        key = ""
    return f"PGP, signed by key {key}, {_UNVERIFIED}" if key else f"PGP, key unknown, {_UNVERIFIED}"


def _signers(signed: Any) -> str:
    names = []
    wanted = {
        s["sid"].chosen["serial_number"].native
        for s in signed["signer_infos"]
        if s["sid"].name != "subject_key_identifier"
    }
    for choice in signed["certificates"] or ():
        if choice.name != "certificate":
            continue
        certificate = choice.chosen
        if wanted and certificate.serial_number not in wanted:
            continue
        subject = certificate.subject.native
        parts = [subject.get("common_name"), subject.get("email_address"), *_mail_of(certificate)]
        shown = ", ".join(dict.fromkeys(str(x) for x in parts if x))[:200]
        names.append(shown or certificate.subject.human_friendly[:200])
    return "signed by " + "; ".join(names) if names else "signer unknown"


def _mail_of(certificate: Any) -> list[str]:
    """The mail addresses in the alternative names of a certificate."""
    names = certificate.subject_alt_name_value
    return [str(n.native) for n in names or () if n.name == "rfc822_name"]


def _dearmour(body: bytes) -> bytes:
    lines = body.replace(b"\r", b"").split(b"\n\n", 1)[-1].split(b"\n")
    return b64decode(b"".join(line for line in lines if line and not line.startswith(b"=")))


def _find_issuer(packet: bytes) -> str:
    """The key id in a signature packet (RFC 9580, version 3 and 4); empty where it names none."""
    first = packet[0]
    long = 2 if packet[1] < 192 else 3 if packet[1] < 224 else 6
    body = packet[long if first & 0x40 else 1 + (1, 2, 4, 0)[first & 3] :]
    if body[0] == 3:
        return body[7:15].hex().upper()
    hashed = int.from_bytes(body[4:6], "big")
    unhashed = int.from_bytes(body[6 + hashed : 8 + hashed], "big")
    for area in (body[6 : 6 + hashed], body[8 + hashed : 8 + hashed + unhashed]):
        at = 0
        while at + 2 < len(area):
            length, step = (
                (area[at], 1) if area[at] < 192 else (int.from_bytes(area[at : at + 2], "big") - 0xC000 + 192, 2)
            )
            value = area[at + step : at + step + length]
            if value[:1] == b"\x10":
                return value[1:9].hex().upper()
            if value[:1] == b"\x21":
                return value[2:].hex().upper()[-16:]
            at += step + max(length, 1)
    return ""
