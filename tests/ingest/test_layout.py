from hypothesis import given
from hypothesis import strategies as st

from cablegraph.ingest.layout import Word, compose, mirror_boxes, replace_words, split_paragraphs
from cablegraph.text import repair_visual_order


def word(text: str, **more: object) -> Word:
    return Word(text, 0.1, 0.1, 0.2, 0.2, **more)


WORDS = st.lists(st.lists(st.lists(st.text("abc۱۲سلام", min_size=1), min_size=1), min_size=1))


@given(WORDS)
def test_every_box_spans_its_word(paragraphs):
    built = [[[word(w) for w in line] for line in p] for p in paragraphs]
    text, boxes = compose(built)
    flat = [w for p in paragraphs for line in p for w in line]
    assert [text[b.start : b.end] for b in boxes] == flat
    assert text == "\n\n".join("\n".join(" ".join(line) for line in p) for p in paragraphs)


def test_a_word_cut_at_the_end_of_a_line_is_joined_and_keeps_two_boxes():
    text, boxes = compose([[[word("the"), word("govern", glued=True)], [word("ment"), word("fell")]]])
    assert text == "the government fell"
    assert [text[b.start : b.end] for b in boxes] == ["the", "govern", "ment", "fell"]


def test_a_wide_step_and_a_step_upward_begin_paragraphs():
    lines = [[word(str(n))] for n in range(5)]
    assert [len(p) for p in split_paragraphs(lines, [0.10, 0.12, 0.14, 0.20, 0.05])] == [3, 1, 1]


def test_boxes_follow_a_line_that_is_turned_round():
    forward = "سفیر ایران در بغداد با وزیر دیدار کرد و رفت"
    turned = forward[::-1]
    text, boxes = compose([[[word(w) for w in turned.split()]]])
    repaired = repair_visual_order(text)
    assert repaired == forward
    moved = mirror_boxes(text, repaired, boxes)
    assert [repaired[b.start : b.end] for b in moved] == forward.split()


def test_words_can_change_their_length_and_boxes_follow():
    text, boxes = compose([[[word("تلمروان"), word("است")], [word("تلمروان")]]])
    changed, moved = replace_words(text, boxes, lambda w: w.replace("تلمروان", "تل\u200cمروان"))
    assert changed == "تل\u200cمروان است\nتل\u200cمروان"
    assert [changed[b.start : b.end] for b in moved] == ["تل\u200cمروان", "است", "تل\u200cمروان"]
