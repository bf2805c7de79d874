import pytest

from cablegraph.calendars import find_dates
from cablegraph.claims import AUTHOR, find_claimant, find_claims, kind_of
from cablegraph.model import ClaimKind, FoundMention

KINDS = [
    ("en", "Karim Zandi ran the port of Nahr for six years.", 2, ClaimKind.FACT),
    ("en", "Who could believe that Karim Zandi knew nothing?", 1, ClaimKind.RHETORIC),
    ("en", "Did the ministry pay for the two ships?", 1, ClaimKind.RHETORIC),
    ("en", "The ministry should be ashamed of this.", 1, ClaimKind.OPINION),
    ("en", "Karim Zandi will lose his post before the summer.", 1, ClaimKind.PREDICTION),
    ("en", "Zandi was the most influential man in the port.", 1, ClaimKind.ASSESSMENT),
    ("en", "The whole matter was known to everyone there.", 0, ClaimKind.OPINION),
    ("fa", "کریم زندی شش سال مدیر بندر نهر بود.", 2, ClaimKind.FACT),
    ("fa", "آیا وزارت راه از دو کشتی بی‌خبر بود؟", 1, ClaimKind.RHETORIC),
    ("fa", "وزارت باید از این کار شرم کند.", 1, ClaimKind.OPINION),
    ("fa", "کریم زندی پست خود را از دست خواهد داد.", 1, ClaimKind.PREDICTION),
    ("fa", "زندی مهم‌ترین مرد بندر بود.", 1, ClaimKind.ASSESSMENT),
    ("ar", "أدار كريم زندي ميناء النهر ست سنوات.", 2, ClaimKind.FACT),
    ("ar", "هل دفعت الوزارة ثمن السفينتين؟", 1, ClaimKind.RHETORIC),
    ("ar", "يجب على الوزارة أن تخجل من ذلك.", 1, ClaimKind.OPINION),
    ("ar", "سوف يخسر كريم زندي منصبه.", 1, ClaimKind.PREDICTION),
    ("ar", "كان زندي أهم رجل في الميناء.", 1, ClaimKind.ASSESSMENT),
]


@pytest.mark.parametrize(("language", "sentence", "names", "kind"), KINDS)
def test_what_sort_of_sentence_it_is(language: str, sentence: str, names: int, kind: ClaimKind) -> None:
    assert kind_of(sentence, language, names=names, dated=False, attributed=False) is kind


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The shameful accord of 1975 forced the ministry out."),
        ("fa", "قرارداد شرم‌آور ۱۹۷۵ وزارت را کنار زد."),
        ("ar", "إن اتفاق عام ١٩٧٥ المخجل أخرج الوزارة."),
    ],
)
def test_a_loaded_word_does_not_hide_a_dated_fact(language: str, sentence: str) -> None:
    assert kind_of(sentence, language, names=1, dated=True, attributed=False) is ClaimKind.FACT
    assert kind_of(sentence, language, names=1, dated=False, attributed=False) is not ClaimKind.FACT


CLAIMANTS = [
    ("en", "According to the harbour master, the ships left at night.", "the harbour master"),
    ("en", "The papers show that Zandi was paid.", "The papers"),
    ("en", "Leila Sabri denied that she had met Zandi.", "Leila Sabri"),
    ("en", "Critics have argued that the port was sold.", "Critics"),
    ("en", "It is said that Zandi fled.", "it is said"),
    ("en", "The ships left the port at night.", None),
    ("fa", "به گفته رئیس بندر، کشتی‌ها شبانه رفتند.", "رئیس بندر"),
    ("fa", "این اسناد نشان می‌دهند که زندی پول گرفت.", "این اسناد"),
    ("fa", "لیلا صبری گفت که زندی را ندیده است.", "لیلا صبری"),
    ("fa", "کشتی‌ها شبانه بندر را ترک کردند.", None),
    ("ar", "بحسب مدير الميناء، غادرت السفن ليلا.", "مدير الميناء"),
    ("ar", "نفت ليلى صبري أنها التقت زندي.", "ليلى صبري"),
    ("ar", "تكشف الوثائق أن زندي قبض المال.", "الوثائق"),
    ("ar", "غادرت السفن الميناء ليلا.", None),
]


@pytest.mark.parametrize(("language", "sentence", "who"), CLAIMANTS)
def test_on_whose_word(language: str, sentence: str, who: str | None) -> None:
    found = find_claimant(sentence, language)
    assert found == who


TEXT = "Karim Zandi ran the port from 2005 to 2008.\nYes.\n\nبه گفته رئیس بندر، کشتی‌ها در ۱۳۹۳ شبانه رفتند. هل دفعت الوزارة ثمن السفينتين؟"


def _mention(words: str, label: str) -> FoundMention:
    start = TEXT.index(words)
    return FoundMention(start, start + len(words), words, label, 0.9, "made")


def test_the_claims_of_a_text_with_their_spans_and_dates() -> None:
    mentions = [_mention("Karim Zandi", "PERSON"), _mention("الوزارة", "ORG")]
    found = list(find_claims(TEXT, mentions, list(find_dates(TEXT))))
    assert [TEXT[c.start : c.end] for c in found] == [c.text for c in found]
    assert [c.kind for c in found] == [ClaimKind.FACT, ClaimKind.FACT, ClaimKind.RHETORIC]
    assert [c.claimant for c in found] == [AUTHOR, "رئیس بندر", AUTHOR]
    assert (found[0].first, found[0].last) == ("2005-01-01", "2008-12-31")
    assert (found[1].first, found[1].last) == ("2014-03-21", "2015-03-20")
    assert (found[2].first, found[2].last) == (None, None)
    assert found[0].as_json()["from"] == "2005-01-01"


def test_a_text_without_a_sentence_has_no_claim() -> None:
    for text in ("", "  \n", "بله.", "No. Yes. Well."):
        assert list(find_claims(text, [], [])) == []
