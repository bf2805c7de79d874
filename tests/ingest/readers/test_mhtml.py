import random

from PIL import Image

HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.invalid/news\r\nSubject: =?utf-8?Q?=DA=AF=D8=B2=D8=A7=D8=B1=D8=B4?=\r\n"
    'Date: Tue, 7 Oct 2014 09:12:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
)


def part(kind: str, body: str, *, encoding: str = "8bit", location: str = "https://example.invalid/x") -> str:
    return f"--B\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {location}\r\n\r\n{body}\r\n"


def archive(*parts: str, end: str = "--B--\r\n") -> bytes:
    return (HEAD + "".join(parts) + end).encode()


def picture(make) -> str:
    import base64

    noise = Image.frombytes("L", (200, 200), random.Random(1).randbytes(40_000))
    return base64.b64encode(make.store(noise, "PNG")).decode()


def test_the_page_its_frames_and_its_pictures(read, make):
    reading = read(
        archive(
            part("text/html; charset=utf-8", "<title>خبر</title><p>سفیر رفت.</p><script>x</script>"),
            part("text/html", "<p>a frame</p>", location="cid:frame-1"),
            part("text/css", "p {}"),
            part("image/png", picture(make), encoding="base64", location="https://example.invalid/img/scan?id=1"),
        ),
        "a.mhtml",
    )
    assert reading.kind == "webarchive"
    assert [p.text for p in reading.pages] == ["سفیر رفت.", "a frame"]
    assert [m.name for m in reading.members] == ["scan.png"]
    assert reading.title == "خبر"
    assert reading.metadata["mhtml:location"] == "https://example.invalid/news"
    assert reading.metadata["mhtml:date:iso"] == "2014-10-07T09:12:00+00:00"
    assert reading.metadata["signal:has-scripts"] == "1"
    assert not reading.troubles


def test_an_archive_cut_short_is_told_and_read(read, codes):
    reading = read(archive(part("text/html", "<p>words"), end=""), "a.mht")
    assert reading.pages[0].text == "words"
    assert codes(reading) == ["file-truncated"]


def test_a_name_that_climbs_is_made_harmless(read, scratch):
    reading = read(
        archive(
            part("text/html", "x"),
            part("application/x-thing", "data", location="file:///../../%2e%2e%2fetc%2fcron.d%2fx"),
        ),
        "a.mht",
    )
    assert all(m.content.parent == scratch for m in reading.members)
    assert not any(".." in m.name for m in reading.members)
