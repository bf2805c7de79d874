import io

import numpy as np
import pytest
from PIL import Image

from cablegraph.ingest.agreement import differ
from cablegraph.settings import Settings


@pytest.mark.ocr
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF"])
def test_every_form_of_picture_is_recognised(read, make, form):
    reading = read(make.store(make.latin_picture("The governor of Kirkuk answered"), form), "a")
    assert reading.kind == "image"
    assert "governor of Kirkuk" in reading.pages[0].text
    assert reading.pages[0].source == "ocr"


@pytest.mark.ocr
def test_a_tiff_has_a_page_for_each_leaf(read, make):
    pages = [make.page_image(t, dpi=150) for t in (make.ENGLISH, make.ARABIC)]
    reading = read(make.store(pages[0], "TIFF", save_all=True, append_images=pages[1:], dpi=(150, 150)), "a.tif")
    assert [p.language for p in reading.pages] == ["en", "ar"]
    assert abs(reading.pages[0].width - 595) < 3


@pytest.mark.ocr
def test_a_blank_leaf_is_a_page_without_trouble(read, make):
    reading = read(make.store(Image.new("L", (800, 1000), 250), "PNG"), "a.png")
    assert [p.text for p in reading.pages] == [""]
    assert not reading.troubles


@pytest.mark.ocr
def test_a_picture_cut_short_is_told_and_read(read, make, codes):
    data = make.store(make.page_image(make.ENGLISH), "JPEG")
    reading = read(data[: len(data) * 2 // 3], "a.jpg")
    assert codes(reading)[0] == "file-truncated"
    assert "ambassador" in reading.pages[0].text


def deepen(grey: Image.Image) -> Image.Image:
    return Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)


@pytest.mark.ocr
@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_every_colour_mode_is_recognised(read, make, mode):
    grey = make.latin_picture("The governor of Kirkuk answered")
    image = (
        grey.convert("RGB").convert(mode) if mode == "CMYK" else grey.convert(mode) if mode != "I;16" else deepen(grey)
    )
    reading = read(make.store(image, "TIFF" if mode in {"CMYK", "I;16"} else "PNG"), "a")
    assert differ(reading.pages[0].text, "The governor of Kirkuk answered") < 0.1


def test_a_picture_of_huge_dimensions_is_not_opened(read, make, codes):
    reading = read(make.store(Image.new("1", (6000, 6000)), "PNG"), "a.png", max_pixels=1_000_000)
    assert codes(reading) == ["image-too-large"]
    assert not reading.pages


def test_what_the_camera_says_is_kept_apart(read, make):
    exif = Image.Exif()
    exif[0x010F], exif[0x0132] = "Lens & Co", "2014:10:07 09:12:00"
    out = io.BytesIO()
    make.latin_picture("x").convert("RGB").save(out, "JPEG", exif=exif)
    reading = read(out.getvalue(), "a.jpg", settings=Settings(ocr=False))
    assert reading.metadata["exif:Make"] == "Lens & Co"
    assert reading.metadata["exif:DateTime"] == "2014:10:07 09:12:00"
    assert reading.metadata["exif:DateTime:iso"] == "2014-10-07T09:12:00"


@pytest.mark.ocr
@pytest.mark.parametrize(("form", "mime"), [("JPEG2000", "image/jp2"), ("AVIF", "image/avif")])
def test_newer_forms_of_picture_are_recognised(read, make, form, mime):
    reading = read(make.store(make.latin_picture("The governor of Kirkuk answered").convert("RGB"), form), "a")
    assert reading.mime == mime
    assert "governor of Kirkuk" in reading.pages[0].text


@pytest.mark.ocr
def test_heic_is_recognised_picture_by_picture(read, make):
    heif = pytest.importorskip("pillow_heif", reason="pillow-heif makes HEIC")
    pictures = heif.from_pillow(make.latin_picture("The governor of Kirkuk answered").convert("RGB"))
    pictures.add_from_pillow(make.latin_picture("The second page").convert("RGB"))
    out = io.BytesIO()
    pictures.save(out)
    reading = read(out.getvalue(), "a.heic")
    assert reading.mime == "image/heic"
    assert len(reading.pages) == 2
    assert "governor of Kirkuk" in reading.pages[0].text
    assert "second page" in reading.pages[1].text
    assert not reading.troubles


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [3, 6, 8])
def test_pictures_are_turned_as_the_camera_says(read, make, turn):
    back = {3: 180, 6: 90, 8: 270}[turn]
    exif = Image.Exif()
    exif[0x0112] = turn
    image = make.latin_picture("The governor of Kirkuk answered").convert("RGB").rotate(back, expand=True)
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    assert "governor of Kirkuk" in read(out.getvalue(), "a.jpg").pages[0].text


def test_where_a_picture_was_taken_is_told(read, make):
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (35.0, 41.0, 21.12), 3: "E", 4: (51.0, 23.0, 20.4)})
    exif.get_ifd(0x8769)[36867] = "2014:10:07 09:12:00"
    out = io.BytesIO()
    make.latin_picture("x").convert("RGB").save(out, "JPEG", exif=exif)
    metadata = read(out.getvalue(), "a.jpg", settings=Settings(ocr=False)).metadata
    assert metadata["exif:GPS"] == "35.689200, 51.389000"
    assert metadata["signal:has-location"] == "35.689200, 51.389000"
    assert metadata["exif:DateTimeOriginal:iso"] == "2014-10-07T09:12:00"


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Scanner 3"><dc:creator><rdf:Seq><rdf:li>رضا</rdf:li></rdf:Seq></dc:creator></rdf:Description>
</rdf:RDF></x:xmpmeta>"""


def test_xmp_and_texts_of_a_png_are_kept_apart(read, make):
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", XMP)
    info.add_itxt("Author", "كريم")
    metadata = read(
        make.store(make.latin_picture("x"), "PNG", pnginfo=info), "a.png", settings=Settings(ocr=False)
    ).metadata
    assert metadata["xmp:xmp.CreatorTool"] == "Scanner 3"
    assert metadata["xmp:dc.creator"] == "رضا"
    assert metadata["png:Author"] == "كريم"


def test_each_page_of_a_picture_is_measured_before_it_is_decoded(read, make, codes):
    small, huge = make.latin_picture("x"), Image.new("1", (5000, 5000))
    data = make.store(small.convert("1"), "TIFF", save_all=True, append_images=[huge], compression="group4")
    reading = read(data, "a.tif", max_pixels=1_000_000, settings=Settings(ocr=False))
    assert "image-too-large" in codes(reading)
    assert len(data) < 100_000


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF", "JPEG2000", "AVIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_pictures_cut_short_end_in_trouble_or_text_and_never_in_a_crash(read, make, form, share):
    data = make.store(make.latin_picture("x").convert("RGB"), form)
    reading = read(data[: int(len(data) * share)], "a", settings=Settings(ocr=False))
    assert reading.troubles
