import io

import numpy as np
import pytest
from PIL import Image

from cablegraph.ingest.choose import differ
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
    assert reading.metadata["exif:make"] == "Lens & Co"
    assert reading.metadata["exif:modified"] == "2014:10:07 09:12:00"
