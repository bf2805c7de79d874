import io

import pytest
from PIL import Image

from cablegraph.errors import NothingThere
from cablegraph.ingest import render_page


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def test_a_pdf_page_is_drawn_in_the_width_asked_for(tmp_path, make):
    (tmp_path / "a").write_bytes(make.pdf("first", "second"))
    image = opened(render_page(tmp_path / "a", "pdf", 2, 300))
    assert image.format == "PNG"
    assert abs(image.width - 300) <= 1
    assert image.convert("L").getextrema()[0] < 100


def test_each_page_of_a_tiff_is_drawn(tmp_path, make):
    pages = [Image.new("L", (40, 60), shade) for shade in (0, 255)]
    (tmp_path / "a").write_bytes(make.store(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    assert opened(render_page(tmp_path / "a", "image", 1, 20)).convert("L").getpixel((5, 5)) == 0
    assert opened(render_page(tmp_path / "a", "image", 2, 20)).convert("L").getpixel((5, 5)) == 255


def test_a_picture_is_turned_as_the_camera_says(tmp_path, make):
    exif = Image.Exif()
    exif[0x0112] = 6
    (tmp_path / "a").write_bytes(make.store(Image.new("RGB", (80, 40)), "JPEG", exif=exif))
    assert opened(render_page(tmp_path / "a", "image", 1, 40)).size == (40, 80)


@pytest.mark.parametrize(("kind", "page"), [("pdf", 0), ("pdf", 9), ("image", 1), ("text", 1)])
def test_a_page_that_is_not_there_is_told(tmp_path, make, kind, page):
    (tmp_path / "a").write_bytes(make.pdf("first"))
    with pytest.raises(NothingThere):
        render_page(tmp_path / "a", kind, page, 300)
