import numpy as np
import pytest
from PIL import Image

from cablegraph.ingest.layout import Word
from cablegraph.ingest.margins import cut_margins
from cablegraph.ingest.scan import pixels, scan_from_image


def page(left, top, right, bottom):
    grey = np.full((1000, 800), 250, dtype=np.uint8)
    grey[top:bottom, left:right] = 20
    return scan_from_image(Image.fromarray(grey), 300)


@pytest.mark.parametrize("edges", [(200, 150, 600, 500), (0, 0, 300, 300), (700, 900, 800, 1000), (400, 0, 420, 1000)])
def test_the_ink_is_kept_and_its_place_comes_back(edges):
    scan = page(*edges)
    frame, cut = cut_margins(scan)
    assert cut.width * cut.height < 0.9 * scan.width * scan.height
    assert len(cut.grey) == cut.width * cut.height
    assert (pixels(cut) < 100).sum() == (pixels(scan) < 100).sum()
    rows, columns = np.nonzero(pixels(cut) < 100)
    word = Word(
        "x",
        columns.min() / cut.width,
        rows.min() / cut.height,
        (columns.max() + 1) / cut.width,
        (rows.max() + 1) / cut.height,
        0.5,
    )
    back = frame.put_back([[[word]]])[0][0]
    assert back[0].left * scan.width == pytest.approx(edges[0] * scan.width / 800, abs=1)
    assert back[0].bottom * scan.height == pytest.approx(edges[3] * scan.height / 1000, abs=1)
    assert (back[0].text, back[0].confidence) == ("x", 0.5)


@pytest.mark.parametrize("edges", [(10, 10, 790, 990), (0, 0, 0, 0)])
def test_a_full_page_and_an_empty_one_stay_whole(edges):
    scan = page(*edges)
    frame, cut = cut_margins(scan)
    assert cut is scan
    word = Word("x", 0.1, 0.2, 0.3, 0.4)
    assert frame.put_back([[[word]]]) == [[[word]]]
