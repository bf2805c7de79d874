import random
import shutil

import pytest

from ingest import mail_making as mm

PERSIAN = "متن محرمانه برای وزیر امور خارجه در بغداد"
ARABIC = "تقرير عن اللقاء في بغداد مع الوزير"


def test_an_outlook_message_reads_like_one_that_was_sent(read):
    data = mm.compound(mm.outlook("گزارش دیدار", PERSIAN, files={"پیوست.txt": b"inside"}))
    reading = read(data, "a.msg")
    assert reading.kind == "email"
    assert reading.pages[0].text.split("\n\n") == [
        (
            "From: Karim Sadiq <karim@example.invalid>\nTo: رضا رستگار <reza@example.invalid>\n"
            "Date: Tue, 07 Oct 2014 09:12:00 +0000\nSubject: گزارش دیدار"
        ),
        PERSIAN,
    ]
    assert reading.metadata["mail:message-id"] == "7@example.invalid"
    assert reading.metadata["mail:in-reply-to"] == "6@example.invalid"
    assert reading.metadata["mail:date:iso"] == "2014-10-07T09:12:00+00:00"
    assert [(m.name, m.content.read_bytes()) for m in reading.members] == [("پیوست.txt", b"inside")]
    assert not reading.troubles


@pytest.mark.parametrize("named", [1256, 1252, 0])
def test_old_strings_of_outlook_are_read_whatever_code_page_they_name(read, named):
    data = mm.compound(mm.outlook(ARABIC, ARABIC, code_page="cp1256", x3FFD=named))
    reading = read(data, "a.msg")
    assert reading.title == ARABIC
    assert reading.pages[0].text.endswith(ARABIC)


def test_html_and_packed_rtf_of_outlook(read):
    web = f"<html><body><p>{PERSIAN}</p></body></html>".encode()
    assert PERSIAN in read(mm.compound(mm.outlook("x", "", x1013=web, x3FDE=65001)), "a.msg").pages[0].text
    rtf = rb"{\rtf1 the words}"
    packed = len(rtf + b"x" * 12).to_bytes(4, "little") + len(rtf).to_bytes(4, "little") + b"MELA" + bytes(4) + rtf
    reading = read(mm.compound(mm.outlook("x", "", x1009=packed)), "a.msg")
    assert [(m.name, m.content.read_bytes()) for m in reading.members] == [("message.rtf", rtf)]


def test_a_message_within_an_outlook_message_is_a_member(read):
    inner = mm.outlook("درونی", "inner words", head=24)
    outer = mm.outlook("outer", "outer words")
    outer["__attach_version1.0_#00000000"] = mm.storage({0x3701: inner, 0x3705: 5}, head=8)
    (member,) = read(mm.compound(outer), "a.msg").members
    assert member.name == "درونی.eml"
    assert "inner words" in read(member.content.read_bytes(), "b.eml", depth=1).pages[0].text


def test_the_header_that_came_over_the_network_goes_first(read):
    header = "Received: from a by b\r\nMessage-ID: <net@example.invalid>\r\nSubject: from the network\r\nContent-Type: multipart/mixed; boundary=x\r\n"
    reading = read(mm.compound(mm.outlook("of outlook", "words", x007D=header)), "a.msg")
    assert reading.title == "from the network"
    assert reading.metadata["mail:message-id"] == "net@example.invalid"
    assert reading.metadata["mail:received"] == "from a by b"


def test_damaged_outlook_messages_harm_nothing(read):
    data = mm.compound(mm.outlook("گزارش", PERSIAN, files={"a.bin": b"x" * 5000}))
    chance = random.Random(4)
    for _ in range(150):
        hurt = bytearray(data)
        for _ in range(3):
            hurt[chance.randrange(8, len(hurt))] = chance.randrange(256)
        read(bytes(hurt), "a.msg")
        read(data[: chance.randrange(600, len(data))], "a.msg")


def test_winmail_dat_gives_its_text_and_files(read):
    reading = read(mm.tnef(ARABIC, ARABIC, {"تقرير.txt": b"inside", "b.bin": b"\1"}), "winmail.dat")
    assert reading.title == ARABIC
    assert reading.pages[0].text.endswith(ARABIC)
    assert [(m.name, m.content.read_bytes()) for m in reading.members] == [("تقرير.txt", b"inside"), ("b.bin", b"\1")]


def test_damaged_winmail_dat_harms_nothing(read):
    data = mm.tnef("x", "words", {"a.txt": b"inside"})
    for at in range(6, len(data), 3):
        read(data[:at], "winmail.dat")
        read(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :], "winmail.dat")


def test_apple_mail(read, make):
    message = make.mail("نامه", PERSIAN).as_bytes()
    reading = read(b"%d     \n" % len(message) + message + b'<?xml version="1.0"?><plist><dict/></plist>', "1.emlx")
    assert reading.pages[0].text.endswith(PERSIAN)
    assert "plist" not in reading.pages[0].text


needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the signatures")


@needs_openssl
@pytest.mark.parametrize("options", [(), ("-nodetach",)], ids=["beside", "wrapped"])
def test_signed_mail_is_read_and_the_signer_named(read, tmp_path, options):
    mm.certificate(tmp_path, "کریم صادق")
    inner = (
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + PERSIAN.encode()
        + b"\r\n"
    )
    signed = mm.openssl(tmp_path, "smime", "-sign", "-signer", "cert.pem", "-inkey", "key.pem", *options, data=inner)
    reading = read(b"From: a@b\nSubject: x\n" + signed, "a.eml")
    assert reading.pages[0].text.endswith(PERSIAN)
    assert reading.metadata["mail:signature"] == "S/MIME, signed by کریم صادق, signer@example.invalid, not verified"
    assert not reading.members
    assert not reading.troubles


@needs_openssl
def test_encrypted_mail_keeps_its_header_and_says_what_to_do(read, codes, tmp_path):
    mm.certificate(tmp_path, "x")
    sealed = mm.openssl(tmp_path, "smime", "-encrypt", "-aes256", "cert.pem", data=b"secret")
    reading = read(b"From: a@b\nSubject: x\n" + sealed, "a.eml")
    assert codes(reading) == ["mail-encrypted"]
    assert reading.pages[0].text == "From: a@b\nSubject: x"
    der = mm.openssl(tmp_path, "smime", "-encrypt", "-aes256", "-outform", "DER", "cert.pem", data=b"secret")
    assert codes(read(der, "smime.p7m")) == ["mail-encrypted"]


@pytest.mark.parametrize(
    "raw",
    [
        b"From: a@b\nSubject: x\nMIME-Version: 1.0\n\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n",
        (
            b"From: a@b\nSubject: x\nContent-Type: multipart/encrypted; boundary=z\n\n--z\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n"
            b"--z\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n\n--z--\n"
        ),
    ],
)
def test_mail_that_pgp_has_encrypted_is_told(read, codes, raw):
    assert codes(read(raw, "a.eml")) == ["mail-encrypted"]


def test_a_pgp_signature_names_its_key(read):
    from base64 import b64encode

    issuer = bytes.fromhex("1122334455667788")
    body = b"\x04\x01\x01\x08" + b"\x00\x00" + b"\x00\x0a\x09\x10" + issuer + b"\0\0"
    armour = (
        b"-----BEGIN PGP SIGNATURE-----\n\n"
        + b64encode(b"\x88" + bytes([len(body)]) + body)
        + b"\n=abcd\n-----END PGP SIGNATURE-----\n"
    )
    raw = (
        b"From: a@b\nSubject: x\nContent-Type: multipart/signed; boundary=z\n\n--z\nContent-Type: text/plain\n\nthe words\n"
        b"--z\nContent-Type: application/pgp-signature\n\n" + armour + b"\n--z--\n"
    )
    reading = read(raw, "a.eml")
    assert reading.metadata["mail:signature"] == "PGP, signed by key 1122334455667788, not verified"
    assert reading.pages[0].text.endswith("the words")


def test_an_invitation_can_be_read(read):
    raw = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:دیدار با\r\n  سفیر\r\nDTSTART;TZID=Asia/Tehran:20141007T091200\r\n"
        "LOCATION:Basra\\, hall 2\r\nDESCRIPTION:one\\ntwo\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    reading = read(raw.encode(), "a.ics")
    assert reading.kind == "card"
    assert reading.title == "دیدار با سفیر"
    assert (
        reading.pages[0].text
        == "SUMMARY: دیدار با سفیر\nDTSTART: 20141007T091200\nLOCATION: Basra, hall 2\nDESCRIPTION: one\n  two"
    )


def test_an_old_address_card_can_be_read(read):
    raw = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=windows-1256;ENCODING=QUOTED-PRINTABLE:=D5=C7=CF=\n=DE\nPHOTO;ENCODING=BASE64:AAAA\nTEL:+964\nEND:VCARD\n"
    assert read(raw, "a.vcf").pages[0].text == "VERSION: 2.1\nFN: صادق\nTEL: +964"
