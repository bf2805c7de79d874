"""What each profile folds together, what it keeps apart, and where a cleaned span came from."""

import pytest

from cablegraph.text import Profile, fold, normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي", "علی"),
        ("موسى", "موسی"),
        ("كريم", "کریم"),
        ("أحمد", "احمد"),
        ("إبراهيم", "ابراهیم"),
        ("آذر", "اذر"),
        ("مسؤول", "مسوول"),
        ("فاطمة", "فاطمه"),
        ("نامۀ", "نامه"),
        ("مُحَمَّد", "محمد"),
        ("رحمٰن", "رحمن"),
        ("محـــمد", "محمد"),
        ("می‌خواهد", "میخواهد"),
        ("\ufefb", "لا"),  # lam-alef ligature
        ("\ufee3\ufea4\ufee4\ufeaa", "محمد"),  # presentation forms
        ("۱۴۰۲", "1402"),
        ("١٤٠٢", "1402"),
        ("تهران؟", "تهران?"),
        ("\u202bتهران\u202c", "تهران"),
        ("Khātamī", "khatami"),
        ("Kha\u0304tami\u0304", "Khātamī"),
        ("Jaʿfar", "Ja‘far"),
        ("Ｔｅｈｒａｎ", "Tehran"),
        ("Straße", "STRASSE"),
        ("Алi", "Али".replace("и", "і")),  # a Latin letter in a Cyrillic word
        ("Tehrаn", "Tehran"),  # a Cyrillic letter in a Latin word
        ("Jهhn", "John"),  # an Arabic letter in a Latin word
        ("مoمن", "مهمن"),
        ("م\ufe76ح\ufe7aمد", "محمد"),  # vowel signs as glyph shapes
        ("م\ufc60د", "مد"),
        ("می\u00acخواهد", "می\u200cخواهد"),  # the half-space of old fonts
        ("نامه\u0674", "نامۀ"),
        ("\u0675حمد", "أحمد"),
        ("Ja\u00b4far", "Ja'far"),
        ("½", "1/2"),
        ("\u0627\u0653ذر", "آذر"),  # alef and maddah apart
        ("مسو\u0654ول", "مسؤول"),
        ("Мoskva", "Moskva"),  # one Cyrillic letter
        ("Моsква", "Моѕква"),  # one Latin letter
    ],
)
def test_folding_joins_spellings_of_one_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن", "حسين"),
        ("حسن", "حسین"),
        ("حسن", "هسن"),
        ("صادق", "سادق"),
        ("ظاهر", "زاهر"),
        ("طالب", "تالب"),
        ("قادر", "غادر"),
        ("پاشا", "باشا"),
        ("گل", "کل"),
        ("نوری", "ثوری"),
        ("کامل", "کمال"),
        ("Hasan", "Husayn"),
        ("Hasan", "Hassan"),
        ("Али", "Ali"),  # a wholly Cyrillic word is a Cyrillic word
    ],
)
def test_no_profile_joins_different_words(profile: Profile, one: str, other: str) -> None:
    assert normalise(one, profile).text != normalise(other, profile).text


@pytest.mark.parametrize(
    ("one", "other"), [("علاء", "علا"), ("Ja'fari", "Jafari"), ("Mohammad-Reza", "MohammadReza"), ("ڕەزا", "ره‌زا")]
)
def test_skeleton_drops_signs_that_folding_keeps(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert normalise(one, Profile.SKELETON).text == normalise(other, Profile.SKELETON).text


@pytest.mark.parametrize("text", ["علي", "علی", "می‌خواهد", "مُحَمَّد", "Khātamī", "۱۴۰۲", "U.S. Embassy\nTehran"])
def test_exact_keeps_what_was_written(text: str) -> None:
    assert normalise(text, Profile.EXACT).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u202eabc\u202c", "abc"),
        ("a\u0304b", "āb"),
        ("a\u200e\u0304b", "āb"),
        ("\ufefb", "لا"),
        ("a\u00a0b", "a b"),
        ("\ud800x", "\ufffdx"),
        ("\ufb01n", "fin"),
        ("م\ufe76ح", "م\u064eح"),
        ("م\ufc60د", "م\u064e\u0651د"),
    ],
)
def test_exact_takes_away_what_nobody_sees(text: str, expected: str) -> None:
    assert normalise(text, Profile.EXACT).text == expected


@pytest.mark.parametrize(
    ("text", "found", "quote"),
    [
        ("آقای مُحَمَّد آمد", "محمد", "مُحَمَّد"),
        ("او می‌خواهد برود", "میخواهد", "می‌خواهد"),
        ("الأمير ﷺ قال", "صلی", "ﷺ"),
        ("met Khātamī (Kha\u0304tami\u0304)", "khatami", "Khātamī"),
        ("die Straße dort", "strasse", "Straße"),
        ("\u202bتهران\u202c، ۱۴۰۲", "1402", "۱۴۰۲"),
        ("in \ufefb\ufee3\ufeaa", "لامد", "\ufefb\ufee3\ufeaa"),
    ],
)
def test_span_of_cleaned_text_leads_to_its_passage(text: str, found: str, quote: str) -> None:
    mapped = normalise(text)
    start = mapped.text.index(found)
    span = mapped.to_original(start, start + len(found))
    assert text[span.start : span.end] == quote


def test_span_of_original_leads_to_cleaned_text() -> None:
    mapped = normalise("آقای مُحَمَّد، ﷺ")
    start = mapped.original.index("مُ")
    span = mapped.to_mapped(start, start + len("مُحَمَّد"))
    assert mapped.text[span.start : span.end] == "محمد"
    shadda = mapped.original.index("\u0651")
    assert mapped.to_mapped(shadda, shadda + 1).end - mapped.to_mapped(shadda, shadda + 1).start <= 1


def test_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="does not lie within"):
        normalise("abc").to_original(2, 9)
    with pytest.raises(ValueError, match="does not lie within"):
        normalise("abc").to_mapped(-1, 2)


def test_long_text_is_cleaned_like_its_parts() -> None:
    parts = ["آقای مُحَمَّدي ", "met Khātamī\n", "می‌خواهد ۱۴۰۲، ", "😀 ﷺ "]
    long = "".join(parts) * 2000
    assert fold(long) == "".join(map(fold, parts)) * 2000
    assert normalise(long.replace("😀", "")).text == fold(long.replace("😀", ""))
