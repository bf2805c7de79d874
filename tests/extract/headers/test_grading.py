import pytest

from cablegraph.extract.headers.grading import find_grades
from cablegraph.extract.headers.heading import Field
from cablegraph.extract.headers.page_marks import find_page_marks
from cablegraph.extract.headers.source import read_source
from cablegraph.extract.headers.times import find_clock


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("B2", {"reliability": "B", "credibility": "2"}),
        ("C-3", {"reliability": "C", "credibility": "3"}),
        ("F 6", {"reliability": "F", "credibility": "6"}),
        ("B", {"reliability": "B"}),
        ("3 (possibly true)", {"credibility": "3"}),
        ("usually reliable; probably true", {"reliability": "B", "credibility": "2"}),
        ("not usually reliable", {"reliability": "D"}),
        ("reliability cannot be judged, truth cannot be judged", {"reliability": "F", "credibility": "6"}),
        ("ب/۲", {"reliability": "B", "credibility": "2"}),
        ("الف-۱", {"reliability": "A", "credibility": "1"}),
        ("معمولاً قابل اعتماد، احتمالاً صحیح", {"reliability": "B", "credibility": "2"}),
        ("غیرقابل اعتماد", {"reliability": "E"}),
        ("ج ٣", {"reliability": "C", "credibility": "3"}),
        ("موثوق إلى حد ما، مشكوك فيها", {"reliability": "C", "credibility": "4"}),
        ("غير موثوق عادة", {"reliability": "D"}),
        ("the Minister's cousin", {}),
        ("G7", {}),
        ("", {}),
    ],
)
def test_grades(words: str, want: dict) -> None:
    found = find_grades(words)
    assert {grade.kind: grade.value for grade in found} == want
    assert all(0 <= grade.start < grade.end <= len(words) for grade in found)


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("S-0071, a driver. He obtained this information from a cousin in the ministry", {
            "source_number": "S-0071", "acquired": "from a cousin in the ministry",
            "source": "S-0071, a driver. He obtained this information from a cousin in the ministry"}),
        ("Source 4471 (C-3), an officer", {"source_number": "4471", "reliability": "C", "credibility": "3", "source": "Source 4471 (C-3), an officer"}),
        ("شماره ۲۱۷، کارمند بندر؛ از طریق همکارش", {
            "source_number": "۲۱۷", "acquired": "از طریق همکارش", "source": "شماره ۲۱۷، کارمند بندر؛ از طریق همکارش"}),
        ("۱۸۷۳", {"source_number": "۱۸۷۳"}),
        ("رقم ٣١٢", {"source_number": "٣١٢"}),
        ("An officer who joined in 1964 with 12 men", {"source": "An officer who joined in 1964 with 12 men"}),
        ("A clerk. Appraisal of content: 2", {"credibility": "2", "source": "A clerk"}),
    ],
)  # fmt: skip
def test_source_lines(words: str, want: dict) -> None:
    found = dict(read_source(Field(words, 10, 10 + len(words))))
    assert {name: field.value for name, field in found.items()} == want
    for field in found.values():
        assert words[field.start - 10 : field.end - 10] == field.value or field.value in "ABCDEF123456"


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("041715B MAY 83", "17:15+02:00"),
        ("171200D APR 08", "12:00+04:00"),
        ("120955Z MAR 74", "09:55Z"),
        ("120955R MAR 74", "09:55-05:00"),
        ("120955J MAR 74", "09:55"),
        ("Tue, 14 Oct 2014 09:12:44 +0330", "09:12+03:30"),
        ("Fri, 3 Aug 2001 07:59:40 -0700 (PDT)", "07:59-07:00"),
        ("May 3, 1961, 4:30 p.m. EST", "16:30-05:00"),
        ("noon", "12:00"),
        ("12 a.m.", "00:00"),
        ("1630 hours", "16:30"),
        ("2.15 p.m.", "14:15"),
        ("ساعت ۱۴:۲۰", "14:20"),
        ("الثلاثاء، 3 مايو 2011 10:15 م", "22:15"),
        ("٣ أيار ٢٠١١ ٩:٠٥ ص", "09:05"),
        ("12 March 1979", None),
        ("2011-05-03", None),
    ],
)
def test_times_with_their_zone(words: str, want: str | None) -> None:
    assert find_clock(words) == want


def test_page_marks_of_every_page_and_no_sentence() -> None:
    text = "PAGE 01  VALE 01412  121035Z\n\nOn page 3 of the paper.\n\n- Page 2 of 7 -\nصفحه ۱ از ۳\n\nصفحة ٢ من ٤\nصفحه تاریخ ورق خورد\nPage 2 of 7"
    marks, (start, end) = find_page_marks(text) or ((), (0, 0))
    assert marks == ("PAGE 01 VALE 01412 121035Z", "Page 2 of 7", "صفحه ۱ از ۳", "صفحة ٢ من ٤")
    assert text[start:end] == "PAGE 01  VALE 01412  121035Z"
    assert find_page_marks("Nothing of that sort.") is None
