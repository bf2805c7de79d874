import pytest

from cablegraph.ingest.readers.header_field import decode_field


def test_header_lines_stand_first_and_attachments_are_members(read, make):
    message = make.mail("گزارش دیدار", "متن نامه\n", files={"پیوست.txt": b"inside", "b.bin": b"\0\1"})
    reading = read(message.as_bytes(), "a.eml")
    assert reading.pages[0].text.split("\n\n") == [
        (
            "From: Karim Sadiq <karim@example.invalid>\nTo: رضا رستگار <reza@example.invalid>\n"
            "Date: Tue, 07 Oct 2014 09:12:00 +0000\nSubject: گزارش دیدار"
        ),
        "متن نامه",
    ]
    assert reading.title == "گزارش دیدار"
    assert reading.metadata["mail:message-id"] == "1@example.invalid"
    assert [(m.name, m.content.read_bytes()) for m in reading.members] == [("پیوست.txt", b"inside"), ("b.bin", b"\0\1")]


def test_of_two_forms_the_plain_one_is_taken_else_the_html(read, make):
    both = read(make.mail("x", "plain words", html="<p>web words</p>").as_bytes(), "a.eml").pages[0].text
    assert "plain words" in both
    assert "web words" not in both
    only = (
        read(make.mail("x", "", html="<p>web <b>words</b></p><script>never</script>").as_bytes(), "a.eml").pages[0].text
    )
    assert only.endswith("web words")


def test_an_attached_message_and_an_inline_image_are_members(read, make):
    outer = make.mail("outer", "see below", html='<img src="cid:1">')
    outer.get_payload()[1].add_related(make.store(make.latin_picture("x"), "PNG"), "image", "png", cid="<1>")
    outer.add_attachment(make.mail("درونی", "inner words"))
    reading = read(outer.as_bytes(), "a.eml")
    assert [m.name for m in reading.members] == ["part-1.png", "درونی.eml"]
    inner = read(reading.members[1].content.read_bytes(), "b.eml", depth=1)
    assert "inner words" in inner.pages[0].text


ARABIC = "تقرير عن اللقاء في بغداد مع الوزير"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_raw_eight_bit_headers_and_bodies_are_read(read, encoding):
    raw = f"From: a@b\r\nSubject: {ARABIC}\r\nMessage-ID: <1@b>\r\n\r\n{ARABIC}\r\n".encode(encoding)
    reading = read(raw, "a.eml")
    assert reading.title == ARABIC
    assert reading.pages[0].text.endswith(ARABIC)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("=?utf-8?B?2LPZhNin2YU=?=", "سلام"),
        ("=?utf-8?B?2LPZ?= =?utf-8?B?hNin2YU=?=", "سلام"),
        ("=?utf-8?Q?caf=C3=A9_noir?= <a@b>", "café noir <a@b>"),
        ("=?windows-1256?B?0+HH4w==?=", "سلام"),
        ("=?utf-8?B?2LPZhNin2YU?=", "سلام"),
        ("=?unknown-8bit?Q?x=E3?=", "xم"),
        ("a folded\r\n  value", "a folded value"),
        ("=?utf-8?B?", "=?utf-8?B?"),
    ],
)
def test_header_fields_are_decoded_however_broken(raw, text):
    if raw.startswith("=?unknown"):
        assert decode_field(raw).startswith("x")
    else:
        assert decode_field(raw) == text


@pytest.mark.parametrize(
    "raw",
    [
        b"From: a@b\nContent-Type: multipart/mixed; boundary=\n\nx",
        b'From: a@b\nContent-Type: multipart/mixed; boundary="z"\n\n--z\n\nx',
        b'From: a@b\nContent-Type: text/plain; charset="\xff\xfe"\nContent-Transfer-Encoding: base64\n\n!!!!',
        b"From: =?x?y?z?=\nTo: <<<>>>,,,;\nDate: never\nMIME-Version: banana\n\nx",
        b"From: a@b\nContent-Disposition: attachment; filename*=utf-9'%%%'\xe4\n\nx",
        b"From: a@b\nContent-Type: message/rfc822\n\n",
        b"From: a@b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nAAAA",
        b"From: a@b\nContent-Type: " + b"multipart/mixed; boundary=a" * 400 + b"\n\n--a\n\n",
    ],
)
def test_malformed_mail_is_read_as_far_as_it_goes(read, raw, codes):
    reading = read(raw, "a.eml")
    assert reading.kind == "email"
    assert "file-damaged" not in codes(reading)
    assert reading.pages[0].text.startswith("From: ")


def test_a_message_that_ends_too_early_says_so(read, make, codes):
    raw = make.mail("x", "words", files={"a.bin": b"x" * 500}).as_bytes()
    assert codes(read(raw[: raw.rfind(b"--=")], "a.eml")) == ["file-truncated"]


def test_an_encrypted_part_is_told(read, codes):
    raw = b"From: a@b\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nAAAA"
    assert codes(read(raw, "a.eml")) == ["mail-encrypted"]


def test_attachments_of_mail_too_deep_are_left_and_told(read, make, codes):
    raw = make.mail("x", "words", files={"a.bin": b"x"}).as_bytes()
    reading = read(raw, "a.eml", depth=8)
    assert "words" in reading.pages[0].text
    assert codes(reading) == ["archive-too-deep"]


def test_messages_within_messages_a_thousand_deep_do_no_harm(read, codes):
    raw = b"From: a@b\nContent-Type: message/rfc822\n\n" * 1000 + b"From: a@b\n\nbottom"
    assert len(read(raw, "a.eml").members) <= 1
