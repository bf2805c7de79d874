import io

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from ingest import office


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_locked_documents_open_with_a_password_of_the_case(read, make, codes, kind, scratch):
    import pptx

    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "گزارش"
    plain = make.docx("گزارش") if kind == "docx" else office.saved(deck)
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(plain)).encrypt("کلید", out)
    assert codes(read(out.getvalue(), f"a.{kind}")) == ["password-needed"]
    reading = read(out.getvalue(), f"a.{kind}", passwords=("wrong", "کلید"))
    assert reading.pages[0].text == "گزارش"
    assert not reading.troubles
    assert not [p for p in scratch.iterdir() if p.is_dir()]


def test_a_damaged_locked_document_is_trouble(read, codes):
    data = office.compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"y" * 5000})
    assert codes(read(data, "a.docx", passwords=("a",))) == ["password-needed"]
