import pytest

from cablegraph.ingest.readers.html import parse_html

PAGE = """<html dir=rtl><head><title> گزارش  ۱۲ </title><style>p {color: red}</style></head><body>
<script>document.write('never')</script><noscript>never</noscript>
<h1>گزارش محرمانه</h1><p>فرمانده  سپاه<br>به بغداد رفت.</p><div><div>بند <b>دو</b>م</div></div>
<ul><li>یک</li><li>دو</li></ul>
<table><tr><td>نام</td><td>سمت</td></tr><tr><td>رستگار</td><td>سفیر</td></tr></table>
<img src="http://192.0.2.1/pixel.png" alt="never"><iframe src="http://192.0.2.1/">never</iframe></body></html>"""


def test_the_visible_text_comes_with_its_breaks(read):
    reading = read(PAGE.encode(), "a.html")
    assert reading.pages[0].text == (
        "گزارش محرمانه\n\nفرمانده سپاه\nبه بغداد رفت.\n\nبند دوم\n\nیک\nدو\n\nنام\tسمت\nرستگار\tسفیر"
    )
    assert reading.title == "گزارش ۱۲"


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-8", "iso-8859-6"])
def test_the_declared_encoding_is_used(read, encoding):
    text = "التقى السفير وزير الخارجية في بغداد"
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{text}</p></body></html>'
    assert read(page.encode(encoding), "a.html").pages[0].text == text


def test_a_page_nested_very_deep_is_read():
    _, text = parse_html("<div>" * 20_000 + "bottom")
    assert "bottom" in text


def test_a_page_without_anything_gives_nothing():
    assert parse_html("") == ("", "")
    assert parse_html("\0<p>")[1].strip("\ufffd\n") == ""


def test_preformatted_cables_keep_their_lines():
    assert parse_html("<pre>FM  TEHRAN\nTO  BAGHDAD</pre>")[1].strip() == "FM  TEHRAN\nTO  BAGHDAD"


def test_what_a_page_hides_runs_and_would_fetch_is_told(read):
    page = (
        '<html><head><meta name=author content="رضا"><meta property="article:published_time" content="2014-10-07T09:12:00Z"></head><body><p>shown</p>'
        '<div style="display: none"><p>المصدر</p></div><img src="http://192.0.2.1/p.png"><img src="//192.0.2.1/q">'
        '<img src="local.png"><script>x</script></body></html>'
    )
    reading = read(page.encode(), "a.html")
    assert [p.text for p in reading.pages] == ["shown", "المصدر"]
    assert reading.metadata["page:2"] == "hidden text"
    assert [[r.kind for r in p.regions] for p in reading.pages] == [[], ["hidden"]]
    assert reading.metadata["html:author"] == "رضا"
    assert reading.metadata["html:article:published_time"] == "2014-10-07T09:12:00Z"
    assert reading.metadata["signal:has-external-links"] == "http://192.0.2.1/p.png; //192.0.2.1/q"
    assert reading.metadata["signal:has-scripts"] == "1"


def test_pictures_stored_in_the_page_are_members(read, make):
    import base64
    import random

    noise = make.Image.frombytes("L", (200, 200), random.Random(1).randbytes(40_000))
    data = base64.b64encode(make.store(noise, "PNG")).decode()
    reading = read(f"<html><body><p>x</p><img src='data:image/png;base64,{data}'></body></html>".encode(), "a.html")
    assert [m.name for m in reading.members] == ["picture-1.png"]


def test_a_cell_is_one_line_and_a_page_laid_out_in_a_table_keeps_its_breaks():
    row = "<table><tr><td><p>نام</p></td><td><div>سمت<br>و</div></td></tr></table>"
    assert parse_html(row)[1].rstrip() == "نام\tسمت و"
    long = f"<p>{'words ' * 60}</p><p>more</p>"
    assert "\n\nmore" in parse_html(f"<table><tr><td>{long}</td></tr></table>")[1]
    assert parse_html(f"<table><tr><td>{row}<p>below</p></td></tr></table>")[1].split() == ["نام", "سمت", "و", "below"]
