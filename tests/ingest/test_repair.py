import numpy as np
import pytest
from PIL import Image

from cablegraph.ingest.repair import find_skew, is_noisy, prepare_scan
from cablegraph.ingest.scan import pixels, scan_from_image
from cablegraph.ingest.shapes import measure_shapes


@pytest.mark.parametrize("angle", [-4.0, -1.0, 0.0, 1.5, 5.0])
def test_skew_is_measured_to_a_third_of_a_degree(make, angle):
    page = make.page_image("\n".join([make.ENGLISH] * 4), dpi=150).rotate(-angle, fillcolor=255)
    assert abs(find_skew(np.asarray(page)) - angle) < 0.35


def test_a_clean_level_latin_page_of_usual_size_is_read_as_it_came(make):
    scan = scan_from_image(make.page_image("\n".join([make.ENGLISH] * 4), dpi=200), 200)
    assert prepare_scan(scan, measure_shapes(scan)).grey == scan.grey


def test_a_fine_page_in_arabic_script_is_shrunk_and_keeps_its_size_on_paper(make):
    scan = scan_from_image(make.page_image("\n".join([make.PERSIAN] * 4), dpi=300), 300)
    ready = prepare_scan(scan, measure_shapes(scan))
    assert ready.width < scan.width
    assert (ready.points_wide, ready.points_high) == (scan.points_wide, scan.points_high)
    assert abs(ready.dpi / scan.dpi - ready.width / scan.width) < 0.02


def test_specks_are_taken_away_and_lines_are_levelled(make):
    page = make.page_image("\n".join([make.ENGLISH] * 4), dpi=300).rotate(2.0, fillcolor=255)
    noise = np.random.default_rng(3).random((page.height, page.width))
    worn = np.where(noise < 0.06, 0, np.where(noise > 0.94, 255, np.asarray(page))).astype("uint8")
    scan = scan_from_image(Image.fromarray(worn), 300)
    ready = prepare_scan(scan, measure_shapes(scan))
    assert is_noisy(scan)
    assert not is_noisy(ready)
    assert abs(ready.turned + 2.0) < 0.4
    assert abs(find_skew(pixels(ready))) < 0.4
