import io
import struct
from datetime import date, datetime

import openpyxl
import pytest
import xlwt
from openpyxl.comments import Comment

from cablegraph.ingest.readers.sheet import show_value
from cablegraph.ingest.readers.sheet_extent import count_binary_cells, count_old_cells, count_xml_cells
from ingest import office

ROWS = [["نام", "سمت", "تاریخ"], ["رستگار", "سفیر", date(2014, 10, 7)], ["صادق", "", datetime(2014, 10, 7, 9, 12)]]  # noqa: DTZ001 - a cell has no zone
TEXT = "Budget\n\nنام\tسمت\tتاریخ\nرستگار\tسفیر\t2014-10-07\nصادق\t\t2014-10-07 09:12"


def workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Budget"
    for row in ROWS:
        sheet.append(row)
    return book


def test_rows_are_lines_and_cells_are_parted_by_tabs(read):
    reading = read(office.saved(workbook()), "a.xlsx")
    assert reading.kind == "sheet"
    assert reading.pages[0].text == TEXT
    assert reading.metadata["page:1"] == "sheet Budget"
    assert not reading.troubles


def test_old_workbooks_are_read_as_well(read):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Budget")
    style = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            sheet.write(number, column, value, *([style] if isinstance(value, date) else []))
    hidden = book.add_sheet("پنهان")
    hidden.write(0, 0, "سري")
    hidden.visibility = 1
    reading = read(office.saved(book), "a.xls")
    assert reading.pages[0].text == TEXT
    assert reading.pages[1].text == "پنهان\n\nسري"
    assert reading.metadata["signal:has-hidden-sheets"] == "پنهان"
    assert not reading.troubles


def test_what_is_hidden_is_read_and_told(read):
    book = workbook()
    book.active.row_dimensions[2].hidden = True
    secret = book.create_sheet("رشوه")
    secret["A1"] = "paid"
    secret.sheet_state = "veryHidden"
    reading = read(office.saved(book), "a.xlsx")
    assert reading.pages[1].text == "رشوه\n\npaid"
    assert reading.metadata["page:2"] == "sheet رشوه, hidden"
    assert [r.kind for r in reading.pages[1].regions] == ["hidden"]
    assert reading.metadata["signal:has-hidden-sheets"] == "رشوه"
    assert reading.metadata["signal:has-hidden-rows"] == "Budget: 1 rows, 0 groups of columns"


def test_comments_stand_on_a_page_of_their_own(read):
    book = workbook()
    book.active["A2"].comment = Comment("هل هو العميل؟", "Karim")
    reading = read(office.saved(book), "a.xlsx")
    assert reading.pages[1].text == "A2 Karim: هل هو العميل؟"
    assert reading.metadata["page:2"] == "comments of sheet Budget"


def test_macros_and_outside_places_are_told(read):
    outside = b'<Relationships><Relationship Id="r1" Type="x/externalLinkPath" Target="file:///C:/other.xlsx" TargetMode="External"/></Relationships>'
    data = office.repacked(
        office.saved(workbook()), {"xl/vbaProject.bin": b"x", "xl/externalLinks/_rels/externalLink1.xml.rels": outside}
    )
    metadata = read(data, "a.xlsm").metadata
    assert metadata["signal:has-macros"] == "xl/vbaProject.bin"
    assert metadata["signal:has-external-links"] == "externalLinkPath file:///C:/other.xlsx"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3.0, "3"), (3.25, "3.25"), (True, "TRUE"), (None, ""), ("a\nb\tc", "a b c"), (date(2014, 1, 2), "2014-01-02"),
        (datetime(2014, 1, 2), "2014-01-02"),  # noqa: DTZ001
        (datetime(2014, 1, 2, 3, 4, 5), "2014-01-02 03:04:05"),  # noqa: DTZ001
        (1e20, "1e+20"), (float("inf"), "inf"),
    ],
)  # fmt: skip
def test_values_are_written_plainly(value, shown):
    assert show_value(value) == shown


def test_a_sheet_of_two_far_cells_is_left_and_the_others_are_read(read, codes):
    book = workbook()
    far = book.create_sheet("far")
    far["A1"], far["XFD1048576"] = 1, 2
    reading = read(office.saved(book), "a.xlsx")
    assert codes(reading) == ["archive-bomb"]
    assert reading.pages[0].text == TEXT
    assert reading.pages[1].text == "far"


def test_binary_workbooks_are_read_as_well(read):
    rows = [["نام", "amount"], ["رستگار", 12.5], ["Sadiq", 3]]
    reading = read(office.xlsb({"Budget": rows, "پنهان": [["سري"]]}, frozenset({"پنهان"})), "a.xlsb")
    assert [p.text for p in reading.pages] == ["Budget\n\nنام\tamount\nرستگار\t12.5\nSadiq\t3", "پنهان\n\nسري"]
    assert reading.metadata["signal:has-hidden-sheets"] == "پنهان"
    assert [[r.kind for r in p.regions] for p in reading.pages] == [[], ["hidden"]]


def test_damaged_binary_workbooks_harm_nothing(read):
    whole = office.xlsb({"Budget": [["name"], ["Sadiq"]]})
    for end in range(0, len(whole), 41):
        assert read(whole[:end] or b"x", "a.xlsb").troubles or end == 0
    for at in range(30, len(whole), 23):
        read(whole[:at] + bytes((whole[at] ^ 0x55,)) + whole[at + 1 :], "a.xlsb")


def test_extents_are_found_in_all_three_formats():
    assert count_xml_cells([b'<c r="A1"/><c r="B', b'3"/>']) == 6
    record = bytes((0, 4)) + struct.pack("<I", 9) + bytes((2, 4)) + struct.pack("<I", 4)
    assert count_binary_cells(record) == 50
    old = struct.pack("<HH", 0x0809, 0) + struct.pack("<HHHH", 0x0203, 4, 65535, 65535)
    assert count_old_cells(old) == (65536 * 65536, False)
    assert count_old_cells(struct.pack("<HH", 0x002F, 0)) == (0, True)


def test_an_old_workbook_of_far_cells_is_refused(read, codes):
    stream = struct.pack("<HH", 0x0809, 0) + struct.pack("<HHHH", 0x0203, 4, 65535, 65535)
    assert codes(read(office.compound({"Workbook": stream}), "a.xls")) == ["archive-bomb"]


def test_locked_workbooks_open_with_a_password_of_the_case(read, codes):
    import msoffcrypto
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    OOXMLFile(io.BytesIO(office.saved(workbook()))).encrypt("کلید", out)
    assert msoffcrypto.OfficeFile(io.BytesIO(out.getvalue())).is_encrypted()
    assert codes(read(out.getvalue(), "a.xlsx")) == ["password-needed"]
    assert codes(read(out.getvalue(), "a.xlsx", passwords=("wrong",))) == ["password-needed"]
    reading = read(out.getvalue(), "a.xlsx", passwords=("wrong", "کلید"))
    assert reading.pages[0].text == TEXT
    assert not reading.troubles


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_workbook_cut_short_is_trouble(read, share):
    data = office.saved(workbook())
    reading = read(data[: int(len(data) * share)], "a.xlsx")
    assert {"file-truncated", "file-damaged"} & {t.code for t in reading.troubles}


def test_damage_inside_is_trouble_and_no_crash(read, codes):
    data = office.repacked(
        office.saved(workbook()), {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row><c r='A1' t='s'><v>99</v>"}
    )
    assert "file-damaged" in codes(read(data, "a.xlsx")) or read(data, "a.xlsx").pages


def test_a_string_repeated_without_end_is_stopped(read, monkeypatch, codes):
    monkeypatch.setattr("cablegraph.ingest.readers.sheet.MOST_TEXT", 5_000)
    book = openpyxl.Workbook()
    for _ in range(100):
        book.active.append(["word " * 100])
    reading = read(office.saved(book), "a.xlsx")
    assert codes(reading) == ["pages-too-many"]
    assert len(reading.pages[0].text) < 6_000
