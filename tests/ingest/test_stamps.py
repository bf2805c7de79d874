import numpy as np
from PIL import Image, ImageDraw

from cablegraph.ingest.repair import prepare_scan
from cablegraph.ingest.scan import pixels, scan_from_image
from cablegraph.ingest.shapes import measure_shapes


def test_the_ring_of_a_stamp_goes_and_the_print_under_it_stays(make):
    page = make.page_image("\n".join([make.ENGLISH] * 8), dpi=200)
    stamped = page.copy()
    ImageDraw.Draw(stamped).ellipse((200, 170, 540, 510), outline=90, width=6)
    both = Image.fromarray(np.minimum(np.asarray(page), np.asarray(stamped)))
    scan = scan_from_image(both, 200)
    ready = prepare_scan(scan, measure_shapes(scan))
    assert abs((pixels(ready) < 60).sum() / (np.asarray(page) < 60).sum() - 1) < 0.05
    assert (pixels(ready) == 90).sum() < 0.2 * (np.asarray(both) == 90).sum()
