import numpy as np
from PIL import Image

from cablegraph.ingest.scan import has_ink, scan_from_image, turn_scan


def test_an_even_page_has_no_ink(make):
    assert not has_ink(scan_from_image(Image.new("L", (500, 700), 128)))
    assert has_ink(scan_from_image(make.latin_picture("words")))


def test_small_pictures_grow_and_huge_ones_shrink():
    assert scan_from_image(Image.new("L", (595, 842), 255), 72).dpi == 288
    assert scan_from_image(Image.new("L", (5100, 6600), 255), 600).dpi == 400
    scan = scan_from_image(Image.new("1", (30_000, 3_000)), 300)
    assert scan.width * scan.height <= 41_000_000


def test_see_through_parts_are_white():
    scan = scan_from_image(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), 300)
    assert set(scan.grey) == {255}


def test_a_page_that_lies_on_its_side_is_turned_with_its_size():
    scan = scan_from_image(Image.fromarray(np.arange(60_000, dtype=np.uint8).reshape(200, 300)), 300)
    turned = turn_scan(scan, 1)
    assert (turned.width, turned.height, turned.points_wide) == (200, 300, scan.points_high)
    assert turn_scan(turned, 3) == scan


def test_boxes_of_a_turned_scan_are_led_back(make):
    from dataclasses import replace

    scan = replace(scan_from_image(make.latin_picture("words"), 200), turned=2.0)
    middle = scan.edges_before(0.49, 0.49, 0.51, 0.51)
    assert all(abs(a - b) < 1e-4 for a, b in zip(middle, (0.49, 0.49, 0.51, 0.51), strict=True))
    left, top, right, bottom = scan.edges_before(0.9, 0.4, 0.95, 0.6)
    assert top > 0.45
    assert abs((right - left) - 0.05) < 1e-4
    assert abs((bottom - top) - 0.2) < 1e-4
