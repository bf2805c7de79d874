import numpy as np
import pytest
from PIL import Image, ImageDraw

from cablegraph.ingest.layout import Word
from cablegraph.ingest.number_spots import iter_runs, look
from cablegraph.ingest.scan import scan_from_image


def line(*words):
    """A line from the right; words come with their confidence and the blank before them, in hundredths of the page."""
    right, out = 0.95, []
    for text, sure, blank in words:
        right -= blank / 100
        wide = 0.01 * max(len(text), 1)
        out.append(Word(text, right - wide, 0.4, right, 0.45, sure))
        right -= wide
    return out


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ([("شماره", 0.9, 0), ("۱۲۳", 0.9, 3)], ["۱۲۳"]),
        ([("وم", 0.05, 0), (".", 0.1, 1), ("ه/س/>", 0.1, 1)], ["وم.ه/س/>", "وم", ".", "ه/س/>"]),
        ([("١٢", 0.9, 0), ("١٩٥٢", 0.9, 8)], ["١٢", "١٩٥٢"]),
        ([("از", 0.9, 0), ("تهران", 0.3, 1)], []),
        ([("لفر", 0.5, 0), ("۸۵۰۸", 0.9, 1)], ["لفر", "۸۵۰۸"]),
        ([("س-", 0.9, 0), ("أعلن", 0.9, 2)], ["س-"]),
        ([("أعلن", 0.9, 0), ("س-", 0.9, 2)], []),
    ],
)
def test_words_that_may_be_numbers_come_together_and_alone(words, runs):
    assert ["".join(w.text for w in run) for run, _ in iter_runs(line(*words), 0.05)] == runs


def test_only_the_first_words_of_a_line_begin_it():
    found = list(iter_runs(line(("۳", 0.9, 0), ("-", 0.9, 1), ("در", 0.9, 3), ("۱۳۵۲", 0.9, 3)), 0.05))
    assert [("".join(w.text for w in run), starts) for run, starts in found] == [
        ("۳-", True),
        ("۳", True),
        ("-", False),
        ("۱۳۵۲", False),
    ]


def bars(*places):
    """A page with bars of ink, each 10 pixels wide, and a word over some of them."""
    image = Image.new("L", (600, 100), 255)
    draw = ImageDraw.Draw(image)
    for left in places:
        draw.rectangle((left, 30, left + 9, 69), fill=0)
    return scan_from_image(image, 300)


def test_the_ink_beside_a_box_is_seen_up_to_the_next_word_and_gaps_reach_beyond():
    scan = bars(100, 130, 160, 200, 260)
    word, other = Word("12", 95 / 600, 0.3, 142 / 600, 0.7, 0.5), Word("ما", 195 / 600, 0.3, 275 / 600, 0.7, 0.9)
    edges = np.array([(w.left, w.top, w.right, w.bottom) for w in (word, other)])
    spot = look(scan, ((word,), False), edges, 40)
    assert spot is not None
    assert [p.left + spot.left for p in spot.parts] == [100, 130, 160]
    assert (spot.start, spot.end) == (0, 2)
    assert spot.gaps[1:] == (20, 20, 30)


def test_a_box_without_ink_is_no_spot():
    word = Word("12", 400 / 600, 0.3, 450 / 600, 0.7, 0.5)
    edges = np.array([(word.left, word.top, word.right, word.bottom)])
    assert look(bars(100), ((word,), False), edges, 40) is None
