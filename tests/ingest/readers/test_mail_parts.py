import pytest

from cablegraph.ingest import Budget
from cablegraph.ingest.readers.flowed import unflow
from cablegraph.ingest.readers.mail_fields import parse_ids

PERSIAN = "متن محرمانه برای وزیر امور خارجه در بغداد است و پاسخ می‌خواهد. " * 12


def parted(kind: str, *parts: bytes) -> bytes:
    body = b"".join(b"--z\n" + p + b"\n" for p in parts) + b"--z--\n"
    return (
        b"From: a@b\nTo: c@d\nSubject: x\nMIME-Version: 1.0\nContent-Type: "
        + kind.encode()
        + b'; boundary="z"\n\n'
        + body
    )


def test_a_plain_form_that_says_nothing_gives_way_to_the_html_form(read):
    plain = b"Content-Type: text/plain\n\nYour program cannot show this message.\n"
    web = b"Content-Type: text/html; charset=utf-8\n\n" + f"<p>{PERSIAN}</p>".encode()
    text = read(parted("multipart/alternative", plain, web), "a.eml").pages[0].text
    assert PERSIAN.strip() in text
    assert "cannot show" not in text


def test_an_invitation_beside_the_text_is_a_member(read):
    plain = b"Content-Type: text/plain\n\nplease come\n"
    web = b"Content-Type: text/html\n\n<p>please come</p>\n"
    calendar = b"Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nSUMMARY:x\nEND:VCALENDAR\n"
    reading = read(parted("multipart/alternative", plain, web, calendar), "a.eml")
    assert [m.name for m in reading.members] == ["part-1.ics"]
    assert reading.pages[0].text.endswith("please come")


def test_a_picture_in_the_text_stands_there_by_its_name(read):
    web = b'Content-Type: text/html\n\n<p>before <IMG width="3" SRC="cid:abc@host" alt=x> after</p><img src="http://example.invalid/spy.gif">'
    image = b"Content-Type: image/png\nContent-ID: <abc@host>\nContent-Disposition: inline; filename=map.png\n\nPNG"
    reading = read(parted("multipart/related", web, image), "a.eml")
    assert reading.pages[0].text.endswith("before [map.png] after")
    assert [m.name for m in reading.members] == ["map.png"]
    outlook = b"Content-Type: text/plain\n\nbefore [cid:abc@host] after\n"
    assert read(parted("multipart/related", outlook, image), "a.eml").pages[0].text.endswith("before [map.png] after")


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (b"attachment; filename*=windows-1256''%CA%DE%D1%ED%D1.txt", "تقرير.txt"),
        (b"attachment; filename*=utf-8''%DA%AF%D8%B2%D8%A7%D8%B1%D8%B4.txt", "گزارش.txt"),
        (b"attachment; filename*=utf-8''%CA%DE%D1%ED%D1.txt", "تقرير.txt"),
        (b"attachment; filename*0*=utf-8''%DA%AF%D8%B2; filename*1*=%D8%A7%D8%B1%D8%B4.txt", "گزارش.txt"),
        (b'attachment; filename="=?windows-1256?B?ysje0eU=?=.txt"', None),
        (b'attachment; filename="' + "تقرير.txt".encode("cp1256") + b'"', "تقرير.txt"),
        (b'attachment; filename="' + "گزارش.txt".encode() + b'"', "گزارش.txt"),
        (b"attachment; filename*=no-such''%41.txt", "A.txt"),
        (b'attachment; filename="../../etc/passwd"', ".._.._etc_passwd"),
    ],
)
def test_names_of_files_are_read_however_they_are_written(read, field, name):
    part = b"Content-Type: application/octet-stream\nContent-Disposition: " + field + b"\n\nx"
    (member,) = read(parted("multipart/mixed", part), "a.eml").members
    assert "/" not in member.name
    assert member.name == name or name is None


def test_parts_that_lie_elsewhere_are_told_and_not_fetched(read, codes):
    part = b'Content-Type: message/external-body; access-type=URL; URL="http://example.invalid/"\n\nContent-Type: text/plain\n\n'
    assert "link-skipped" in codes(read(parted("multipart/mixed", part), "a.eml"))


def test_a_bounce_keeps_what_it_says(read):
    report = b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; host\n\nFinal-Recipient: rfc822; reza@example.invalid\n"
    plain = b"Content-Type: text/plain\n\nnot delivered\n"
    reading = read(parted("multipart/report", plain, report), "a.eml")
    assert reading.pages[0].text.endswith("not delivered")
    assert b"reza@example.invalid" in reading.members[0].content.read_bytes()


def test_files_beyond_the_budget_of_the_nest_are_left_and_told(read, make, codes):
    raw = make.mail("x", "words", files={"a.bin": b"x" * 100, "b.bin": b"y" * 100}).as_bytes()
    reading = read(raw, "a.eml", depth=3, budget=Budget(150, 10))
    assert [m.name for m in reading.members] == ["a.bin"]
    assert codes(reading) == ["archive-bomb"]
    assert "words" in reading.pages[0].text


@pytest.mark.parametrize(
    ("text", "drop", "plain"),
    [
        ("one \ntwo\nthree", False, "one two\nthree"),
        ("این \nمتن\n", False, "این متن"),
        ("> quoted \n> on\n> and\nown", False, "> quoted on\n> and\nown"),
        ("one \n-- \nname", False, "one \n-- \nname"),
        (" From the start", False, "From the start"),
        ("ab \ncd", True, "abcd"),
    ],
)
def test_folded_text_is_put_together(text, drop, plain):
    assert unflow(text, drop_blank=drop) == plain


def test_folded_mail_is_read_as_it_was_written(read):
    message = b"From: a@b\nSubject: x\nContent-Type: text/plain; format=flowed; charset=utf-8\n\none \ntwo\n"
    assert read(message + b"", "a.eml").pages[0].text.endswith("one two")


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ("<a@b> <c@d>", ("a@b", "c@d")),
        ("<a@b><a@b>", ("a@b",)),
        ("<a\n @b> (comment)", ("a@b",)),
        ("a@b", ("a@b",)),
        ("your message of Tuesday", ()),
        ("", ()),
    ],
)
def test_ids_of_messages_have_one_form(value, ids):
    assert parse_ids(value) == ids


def test_threading_fields_are_kept_in_one_form(read):
    raw = (
        b"From: a@b\nSubject: Re: x\nDate: Tue, 7 Oct 2014 12:42:00 +0330\nMessage-ID: <3@b>\nIn-Reply-To: <2@b>\n"
        b"References: <1@b>\n <2@b>\n\nwords\n"
    )
    found = read(raw, "a.eml").metadata
    assert {k: v for k, v in found.items() if k not in {"mail:from", "mail:subject"}} == {
        "mail:message-id": "3@b",
        "mail:in-reply-to": "2@b",
        "mail:references": "1@b 2@b",
        "mail:date": "Tue, 7 Oct 2014 12:42:00 +0330",
        "mail:date:iso": "2014-10-07T12:42:00+03:30",
    }


@pytest.mark.parametrize("value", ["never", "Tue, 99 Oct 2014 09:12:00", "Tue, 7 Oct 99999 09:12:00 +0000"])
def test_a_date_that_is_none_has_no_twin(read, value):
    found = read(f"From: a@b\nMessage-ID: <1@b>\nDate: {value}\n\nwords\n".encode(), "a.eml").metadata
    assert found["mail:date"] == value
    assert "mail:date:iso" not in found
