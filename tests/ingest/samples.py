"""One sound document of every kind that a reader of documents knows, made on the spot, with words in three scripts."""

import io

from . import making, office

WORDS = "گزارش سفیر. كتب القائد. The governor answered."


def samples() -> dict[str, bytes]:
    """Bytes by the name of a file."""
    import openpyxl
    import pptx
    import xlwt

    book, old = openpyxl.Workbook(), xlwt.Workbook()
    sheet = old.add_sheet("x")
    for number in range(30):
        book.active.append([WORDS, number, 1.5])
        sheet.write(number, 0, WORDS)
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = WORDS
    picture = making.latin_picture("x").convert("RGB")
    page = f"<html><head><title>x</title></head><body><p>{WORDS}</p></body></html>"
    mhtml = f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n{page}\r\n--B--\r\n"
    sheets = f"<table:table table:name='x'><table:table-row><table:table-cell><text:p>{WORDS}</text:p></table:table-cell></table:table-row></table:table>"
    units = "".join(f"\\u{ord(c)}?" for c in WORDS)
    epub = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
        "b.opf": b'<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
        "a.xhtml": page.encode(),
    }
    return {
        "a.txt": WORDS.encode(),
        "a.csv": f"a;b\n{WORDS};2\n{WORDS};3\n".encode(),
        "a.json": f'{{"a": ["{WORDS}", 1.5, null]}}'.encode(),
        "a.xml": f"<?xml version='1.0'?><a><b>{WORDS}</b></a>".encode(),
        "a.html": page.encode(),
        "a.mhtml": mhtml.encode(),
        "a.rtf": f"{{\\rtf1\\ansi\\ansicpg1256{{\\fonttbl{{\\f0\\fcharset178 A;}}}} {units}\\par\\'d3\\'dd}}".encode(),
        "a.epub": making.zipped(epub),
        "a.docx": making.docx(WORDS, table=[["a", "b"]], header="h"),
        "a.xlsx": office.saved(book),
        "a.xls": office.saved(old),
        "a.pptx": office.saved(deck),
        "a.odt": office.odf("text", f"<text:p>{WORDS}</text:p>"),
        "a.ods": office.odf("spreadsheet", sheets),
        "a.odp": office.odf(
            "presentation", f"<draw:page><draw:frame><text:p>{WORDS}</text:p></draw:frame></draw:page>"
        ),
    } | {
        f"a.{form.lower()}": making.store(picture, form)
        for form in ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF", "JPEG2000", "AVIF")
    }


def heic() -> bytes:
    """A picture in HEIC; needs pillow-heif."""
    import pillow_heif

    out = io.BytesIO()
    pillow_heif.from_pillow(making.latin_picture("x").convert("RGB")).save(out)
    return out.getvalue()
