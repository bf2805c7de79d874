import pytest

from cablegraph.ingest.readers.html import parse_html

PAGE = """<html dir=rtl><head><title> گزارش  ۱۲ </title><style>p {color: red}</style></head><body>
<script>document.write('never')</script><noscript>never</noscript>
<h1>گزارش محرمانه</h1><p>فرمانده  سپاه<br>به بغداد رفت.</p><div><div>بند <b>دو</b>م</div></div>
<ul><li>یک</li><li>دو</li></ul>
<table><tr><td>نام</td><td>سمت</td></tr><tr><td>رستگار</td><td>سفیر</td></tr></table>
<p hidden>never</p><img src="http://192.0.2.1/pixel.png" alt="never"><iframe src="http://192.0.2.1/">never</iframe></body></html>"""


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
