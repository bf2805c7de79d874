import pytest

from cablegraph.ingest.scan import has_ink, scan_from_image
from cablegraph.ingest.shapes import cut_strip, measure_shapes


@pytest.mark.parametrize(("language", "script"), [("fa", "Arab"), ("ar", "Arab"), ("en", "Latn")])
def test_the_script_is_guessed_by_shape(make, language, script):
    page = make.page_image("\n".join([make.TEXTS[language]] * 3), dpi=150)
    assert measure_shapes(scan_from_image(page, 150)).script == script


def test_a_strip_is_half_a_band_of_the_page(make):
    scan = scan_from_image(make.page_image("\n".join([make.ENGLISH] * 4), dpi=200), 200)
    strip = cut_strip(scan, measure_shapes(scan))
    assert strip is not None
    assert abs(strip.width - scan.width / 2) < 2
    assert len(strip.grey) == strip.width * strip.height < len(scan.grey) / 4
    assert has_ink(strip)
