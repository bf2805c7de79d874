import random

import pytest

from ingest import mail_making as mm
from ingest.pst_making import Store

PERSIAN = "متن محرمانه برای وزیر امور خارجه"


def mbox(*messages: bytes, ending: bytes = b"\n") -> bytes:
    out = b""
    for message in messages:
        masked = b"\n".join(b">" + x if x.lstrip(b">").startswith(b"From ") else x for x in message.split(b"\n"))
        out += b"From sender@example.invalid Tue Oct  7 09:12:00 2014\n" + masked.rstrip(b"\n") + b"\n\n"
    return out.replace(b"\n", ending)


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_each_message_of_a_mailbox_is_a_member(read, make, ending):
    letters = [make.mail("گزارش یک", PERSIAN).as_bytes(), make.mail("تقرير", "From here on\nnothing").as_bytes()]
    reading = read(mbox(*letters, ending=ending), "Inbox")
    assert [m.name for m in reading.members] == ["000001 گزارش یک.eml", "000002 تقرير.eml"]
    assert reading.kind == "mailbox"
    assert PERSIAN in read(reading.members[0].content.read_bytes(), "a.eml", depth=1).pages[0].text
    assert "From here on\nnothing" in read(reading.members[1].content.read_bytes(), "a.eml", depth=1).pages[0].text


def test_a_sentence_that_begins_with_from_is_no_new_message(read):
    body = b"Subject: x\nMessage-ID: <1@b>\n\nwords\n\nFrom Baghdad at 09:12 in 2014\nhe came home: late\n\nFrom 2014 on\n\nend\n"
    reading = read(
        b"From a@b Tue Oct  7 09:12:00 2014\n"
        + body
        + b"\nFrom c@d Tue Oct  7 09:13:00 2014\nSubject: y\nDate: x\n\nz\n",
        "m",
    )
    assert [m.name for m in reading.members] == ["000001 x.eml", "000002 y.eml"]
    assert reading.members[0].content.read_bytes() == body


def test_a_mailbox_of_many_messages_stops_at_the_limit(read, codes):
    data = mbox(*[b"Subject: n\nMessage-ID: <%d@b>\n\nx" % n for n in range(30)])
    reading = read(data, "m", max_members=10)
    assert len(reading.members) == 10
    assert codes(reading) == ["archive-too-many"]


def test_a_mailbox_that_is_one_long_line_ends(read):
    head = b"From a@b Tue Oct  7 09:12:00 2014\nSubject: x\nMessage-ID: <1@b>\n\n"
    (member,) = read(head + b"x" * 3_000_000, "m").members
    assert member.content.stat().st_size > 3_000_000


def test_damaged_mailboxes_harm_nothing(read, make):
    data = mbox(make.mail("x", PERSIAN, files={"a.bin": b"x" * 99}).as_bytes(), b"Subject: y\nDate: z\n\nw")
    for at in range(0, len(data), 17):
        read(data[:at] + b"\0\xff" + data[at + 1 :], "m")


def test_a_message_of_a_maildir_is_known_without_an_ending(read, make):
    raw = b"Received: from a by b\n" + make.mail("نامه", PERSIAN).as_bytes()
    assert read(raw, "1412673120.M1P2.host,S=512:2,S").kind == "email"


def store() -> bytes:
    made = Store()
    made.folder(0x8022, 0x122, "صندوق ورودی")
    made.folder(0x8042, 0x8022, "Sub/folder")
    made.message(
        0x200024,
        0x8022,
        {
            0x0037: "\x01\x04RE: گزارش دیدار", 0x1000: PERSIAN, 0x0C1A: "Sadiq, Karim", 0x5D01: "karim@example.invalid",
            0x0039: mm.TICKS, 0x1035: "<7@example.invalid>", 0x1042: "<6@example.invalid>",
        },
        (("رضا رستگار", "reza@example.invalid", 1), ("عمر", "omar@example.invalid", 2)),
        ({0x3707: "پیوست.txt", 0x3701: b"inside", 0x3705: 1},),
    )  # fmt: skip
    made.message(0x200044, 0x8042, {0x0037: "two", 0x1013: f"<html><p>{PERSIAN}</p></html>".encode(), 0x3FDE: 65001})
    return made.write()


def test_a_store_of_outlook_gives_its_messages_in_their_folders(read):
    reading = read(store(), "archive.pst")
    assert reading.kind == "mailbox"
    assert not reading.troubles
    assert [m.name for m in reading.members] == [
        "صندوق ورودی/00200024 RE گزارش دیدار.eml",
        "صندوق ورودی/Sub folder/00200044 two.eml",
    ]
    first = read(reading.members[0].content.read_bytes(), "a.eml", depth=1)
    assert first.pages[0].text.split("\n\n") == [
        (
            'From: "Sadiq, Karim" <karim@example.invalid>\nTo: رضا رستگار <reza@example.invalid>\nCc: عمر <omar@example.invalid>\n'
            "Date: Tue, 07 Oct 2014 09:12:00 +0000\nSubject: RE: گزارش دیدار"
        ),
        PERSIAN,
    ]
    assert first.metadata["mail:in-reply-to"] == "6@example.invalid"
    assert [(m.name, m.content.read_bytes()) for m in first.members] == [("پیوست.txt", b"inside")]
    assert PERSIAN in read(reading.members[1].content.read_bytes(), "a.eml", depth=1).pages[0].text


def test_a_store_gives_the_same_bytes_at_every_reading(read):
    first, second = ([m.content.read_bytes() for m in read(store(), "a.pst").members] for _ in range(2))
    assert first == second


def test_damaged_stores_harm_nothing(read):
    data = store()
    used = [at for at in range(len(data)) if data[at]]
    chance = random.Random(7)
    for _ in range(120):
        hurt = bytearray(data)
        for _ in range(2):
            hurt[chance.choice(used)] = chance.randrange(256)
        read(bytes(hurt), "a.pst")
        read(data[: chance.randrange(600, len(data))], "a.pst")
