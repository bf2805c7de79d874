"""Files of every kind, made on the spot: lifelike ones in three scripts, and hostile ones."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

PERSIAN = (
    "سفیر ایران در بغداد روز سه‌شنبه با وزیر امور خارجه دیدار کرد و درباره پیمان تازه گفت‌وگو شد.\n"
    "فرمانده سپاه در نامه‌ای به تاریخ ۱۲ مهر ۱۳۹۳ نوشت که گروه او دیگر با آنان همکاری نمی‌کند.\n"
    "رئیس دفتر این گزارش را برای استاندار کرمانشاه فرستاد و پاسخ خواست."
)
ARABIC = (
    "التقى السفير وزير الخارجية في بغداد يوم الثلاثاء وناقش الطرفان الاتفاق الجديد بين البلدين.\n"
    "وكتب قائد اللواء في رسالة مؤرخة في ١٢ تشرين الأول ٢٠١٤ أن جماعته لم تعد تتعاون معهم.\n"
    "وأرسل رئيس المكتب هذا التقرير إلى محافظ كركوك وطلب الجواب."
)
ENGLISH = (
    "The ambassador met the foreign minister in Baghdad on Tuesday and discussed the new treaty.\n"
    "The commander wrote in a letter of October 4, 2014 that his group would no longer work with them.\n"
    "The head of the office sent this report to the governor of Kirkuk and asked for an answer."
)
TEXTS = {"fa": PERSIAN, "ar": ARABIC, "en": ENGLISH}

_ARABIC_FONTS = (
    "/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf",
)


def arabic_font() -> str:
    """A typeface with Arabic letters, or the test is skipped."""
    found = next((f for f in _ARABIC_FONTS if Path(f).exists()), None)
    if found is None:
        pytest.skip("no typeface with Arabic letters (apt-get install fonts-hosny-amiri)")
    return found


def pdf(*texts: str, size: int = 13, password: str = "") -> bytes:
    """A PDF with a text layer, a page for each text."""
    from fpdf import FPDF

    document = FPDF(format="A4")
    if password:
        document.set_encryption(owner_password=password + "o", user_password=password)
    for text in texts:
        document.add_page()
        if text.isascii():
            document.set_font("Helvetica", size=size)
            document.set_text_shaping(use_shaping_engine=False)
            align = "L"
        else:
            document.add_font("Arabic", fname=arabic_font())
            document.set_font("Arabic", size=size)
            document.set_text_shaping(use_shaping_engine=True, direction="rtl")
            align = "R"
        for line in text.split("\n"):
            document.multi_cell(0, size * 0.7, line, align=align, new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def page_image(text: str, *, dpi: int = 200) -> Image.Image:
    """The page of a one-page PDF, drawn."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf(text, size=15))
    try:
        return document[0].render(scale=dpi / 72, grayscale=True).to_pil()
    finally:
        document.close()


def store(image: Image.Image, form: str, **options: object) -> bytes:
    """The bytes of a picture file."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def scanned_pdf(*images: Image.Image) -> bytes:
    """A PDF that holds pictures only."""
    from fpdf import FPDF

    document = FPDF(format="A4")
    for image in images:
        document.add_page()
        document.image(image, x=0, y=0, w=document.w, h=document.h)
    return bytes(document.output())


def visual_pdf(text: str) -> bytes:
    """A PDF whose layer holds each line's letters in the order in which they look, as old printer drivers wrote them."""
    from fpdf import FPDF

    document = FPDF(format="A4")
    document.add_page()
    document.add_font("Arabic", fname=arabic_font())
    document.set_font("Arabic", size=13)
    for line in text.split("\n"):
        document.multi_cell(0, 9, line, align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def docx(*paragraphs: str, table: list[list[str]] | None = None, header: str = "") -> bytes:
    """A Word document."""
    import docx as library

    document = library.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        document.add_paragraph("after the table")
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.core_properties.author = "Registry"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(subject: str, text: str, *, html: str = "", files: dict[str, bytes] | None = None) -> EmailMessage:
    """A mail message."""
    message = EmailMessage()
    message["From"] = "Karim Sadiq <karim@example.invalid>"
    message["To"] = "رضا رستگار <reza@example.invalid>"
    message["Date"] = "Tue, 07 Oct 2014 09:12:00 +0000"
    message["Message-ID"] = "<1@example.invalid>"
    message["Subject"] = subject
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def latin_picture(text: str) -> Image.Image:
    """A small picture with a line of Latin text in Pillow's own typeface."""
    image = Image.new("L", (1000, 200), 255)
    ImageDraw.Draw(image).text((40, 60), text, fill=0, font=ImageFont.load_default(48))
    return image


def spaced_pdf(text: str, *, apart: float, font: str = "Courier", size: int = 12) -> bytes:
    """A PDF that places each letter by itself, ``apart`` sizes of the type from the one before, as browsers print wide-set type."""
    from fpdf import FPDF

    document = FPDF(format="A4", unit="pt")
    document.add_page()
    document.set_font(font, size=size)
    for number, line in enumerate(text.split("\n")):
        x = 40.0
        for char in line:
            document.text(x, 60.0 + 1.4 * size * number, char)
            x += document.get_string_width(char) + apart * size
    return bytes(document.output())
