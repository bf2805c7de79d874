"""Text layers turned in every way that programs turn them, in three languages; and three hundred sound lines that stay as they are."""

import re
from itertools import product

import pytest
from tables import load_table

from cablegraph.text import fold, repair_lam_alef, repair_visual_order

TEXTS = {
    "fa": [
        "وزیر خارجه در سال ۱۳۹۳ از تهران به بغداد رفت و با رئیس مجلس دیدار کرد.",
        "او گفت که این قرارداد ۲۵ ماده دارد و برای هر دو کشور مهم است.",
        "سفیر در نامه خود نوشت که هیچ کس از این دیدار خبر نداشت.",
    ],
    "ar": [
        "وصل الوزير إلى بغداد في ٥ آذار ٢٠١٤ مع السفير وعدد من الضباط.",
        "قال إن هذه الوثيقة كانت في مكتب المدير منذ عام ١٩٩٨ وقد قرأها.",
        "لم يتكلم أحد عن الموضوع بعد ذلك اليوم حتى وصلت الرسالة.",
    ],
    "ckb": [
        "وەزیر لە هەولێر بوو و لەگەڵ سەرۆک قسەی کرد.",
        "ئەم ڕاپۆرتە لە ساڵی 2014 بۆ ئەنجومەن نێردرا.",
        "ئەو کەس نییە کە ئەم نامەیەی نووسیوە.",
    ],
}
_NUMBER = re.compile(r"[0-9٠-٩۰-۹]+(?:[./][0-9٠-٩۰-۹]+)*")
LANGUAGES = pytest.mark.parametrize("language", list(TEXTS))


def _as_it_looks(text: str) -> str:
    """Each line from left to right; numbers keep their order."""
    return "\n".join(_NUMBER.sub(lambda number: number.group()[::-1], line[::-1]) for line in text.split("\n"))


@LANGUAGES
@pytest.mark.parametrize("lines", [1, 3])
def test_lines_as_they_look(language: str, lines: int) -> None:
    text = "\n".join(TEXTS[language][:lines])
    assert repair_visual_order(_as_it_looks(text)) == text


@LANGUAGES
def test_numbers_turned_with_the_rest(language: str) -> None:
    text = "\n".join(TEXTS[language])
    assert repair_visual_order("\n".join(line[::-1] for line in text.split("\n"))) == text


@LANGUAGES
def test_words_turned_one_by_one(language: str) -> None:
    text = "\n".join(TEXTS[language])
    turned = re.sub(r"[^\W\d_]+", lambda word: word.group()[::-1], text)
    assert repair_visual_order(turned) == text


@LANGUAGES
def test_a_turned_line_among_sound_ones(language: str) -> None:
    first, second, third = TEXTS[language]
    text = f"{first}\n{_as_it_looks(second)}\n{third}"
    assert repair_visual_order(text) in {None, f"{first}\n{second}\n{third}"}


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("انقالب اسالمی در باالی صفحه", "انقلاب اسلامی در بالای صفحه"),
        ("االجتماع االول بعد االنقالب", "الاجتماع الاول بعد الانقلاب"),
        ("وزارت اطالعات و اصالحات", "وزارت اطلاعات و اصلاحات"),
    ],
)
def test_swapped_lam_alef_is_put_right(broken: str, whole: str) -> None:
    assert repair_lam_alef(broken) == whole


def test_swapped_lam_alef_in_a_turned_layer() -> None:
    text = "در دوران انقلاب اسلامی این وزارت اطلاعات بود که به او کمک کرد و با هر دو گروه بود."
    glyphs = re.sub("لا", "\ufefb", text)[::-1].replace("\ufefb", "لا")
    assert repair_visual_order(glyphs) == text


@pytest.mark.parametrize(
    "text", ["", "سالم", "سالم و صالح و عالم", "اسالم", "باالی سلام و کلاس و بلا", "abc", "ا" * 1000, "ال" * 500]
)
def test_lam_alef_without_enough_evidence_stays(text: str) -> None:
    assert repair_lam_alef(text) is None


def _sound_lines() -> list[str]:
    short = load_table("short_lines.yml")
    lines = [line for language in ("fa", "ar", "ckb") for line in short[language]]
    lines += [" ".join(each) for language in ("fa", "ar") for each in load_table("tricky_sentences.yml")[language]]
    fa = product(["وزیر", "فرمانده سپاه", "آقای لاله‌زار", "این گزارش"], ["دیروز", "در سال ۱۳۹۱", "برای بار دوم"],
                 ["به تهران رسید", "را نپذیرفتند.", "از مرز گذشت", "با ۱۲ نفر آمد.", "هنوز ناتمام است؟", "در باران ماند"])  # fmt: skip
    ar = product(["الوزير", "قائد الفرقة", "السيد لازم", "هذا التقرير"], ["أمس", "في عام ٢٠١١", "للمرة الثانية"],
                 ["وصل إلى بغداد", "لم يقبل.", "عبر الحدود", "مع ١٢ رجلا.", "لا يزال ناقصا؟", "حول المدينة"])  # fmt: skip
    return lines + [" ".join(each) for each in (*fa, *ar)]


def test_three_hundred_sound_lines_stay_as_they_are() -> None:
    lines = _sound_lines()
    assert len(lines) >= 300
    assert [line for line in lines if repair_visual_order(line) is not None] == []
    assert [line for line in lines if repair_lam_alef(line) is not None] == []
    assert repair_visual_order("\n".join(lines)) is None
    assert repair_lam_alef("\n".join(lines)) is None


def test_sound_lines_turned_together_come_back() -> None:
    text = "\n".join(line for line in _sound_lines() if not re.search(r"[A-Za-z]", line) and "\n" not in line)
    repaired = repair_visual_order(_as_it_looks(text))
    assert repaired is not None
    same = sum(fold(one) == fold(other) for one, other in zip(repaired.split("\n"), text.split("\n"), strict=True))
    assert same >= 0.97 * text.count("\n")
