"""Laws of cleaning, of the offset map and of the finders, on text from all corners of Unicode."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cablegraph.text import (
    Profile,
    decode,
    find_language,
    find_paragraphs,
    find_passages,
    find_sentences,
    find_words,
    fold,
    is_rtl,
    normalise,
    repair_visual_order,
    script_of,
    to_ascii_digits,
)

LIFELIKE = st.text(
    "ابپتثجحخدرزسشعفقکگلمنوهی يىكةأإآؤئءۀەڕڵۆێ ًٌَُِّْٰـ\u200c\u200d\u200e\u200f\u202b\u202c،؛؟«»۰۱۲٣٤٥"
    "¬ٴٵ½abcXYZ āēİıßﬁ 'ʿ‘’.,-–!?()\n\t\r0123\u0301\u0304\ufefb\ufee3\ufdfaаеоАВСαΑ𝐀😀\ud800\u0000한\u1112\u1161हि"
)
ANYTHING = st.one_of(LIFELIKE, st.text(st.characters(), max_size=40))
PROFILES = pytest.mark.parametrize("profile", list(Profile))


@PROFILES
@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING)
def test_cleaning_twice_is_cleaning_once(profile: Profile, text: str) -> None:
    once = normalise(text, profile).text
    assert normalise(once, profile).text == once


@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING)
def test_fold_is_normalise_without_the_map(text: str) -> None:
    assert fold(text) == normalise(text).text


@PROFILES
@settings(deadline=None)  # the first example loads tables and the language model
@given(text=LIFELIKE)
def test_long_way_and_short_way_agree(profile: Profile, text: str) -> None:
    # long texts are cleaned character by character of their alphabet, short ones position by position
    once = normalise(f".{text} . ", profile)
    many = normalise(f".{text} . " * 300, profile)
    assert many.text == once.text * 300
    assert many.to_original(0, len(once.text)) == once.to_original(0, len(once.text))


@settings(deadline=None)  # the first example loads tables and the language model
@given(text=LIFELIKE)
def test_composition_makes_no_difference(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert fold(unicodedata.normalize(form, text)) == fold(text)
    exact = normalise(text, Profile.EXACT).text
    assert unicodedata.is_normalized("NFC", exact)
    assert normalise(unicodedata.normalize("NFD", text), Profile.EXACT).text == exact


@PROFILES
@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING)
def test_nothing_unencodable_is_left(profile: Profile, text: str) -> None:
    normalise(text, profile).text.encode()


@PROFILES
@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING, data=st.data())
def test_spans_go_there_and_back(profile: Profile, text: str, data: st.DataObject) -> None:
    mapped = normalise(text, profile)
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    there = mapped.to_original(start, end)
    assert 0 <= there.start <= there.end <= len(text)
    assert (there.start == there.end) == (start == end)
    back = mapped.to_mapped(*there)
    assert start == end or (back.start <= start and end <= back.end)
    assert mapped.to_original(*back) == there


@PROFILES
@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING, data=st.data())
def test_spans_of_the_original_stay_in_order(profile: Profile, text: str, data: st.DataObject) -> None:
    mapped = normalise(text, profile)
    cut = data.draw(st.integers(0, len(text)))
    left, right = mapped.to_mapped(0, cut), mapped.to_mapped(cut, len(text))
    assert left.start == 0
    assert right.end == len(mapped.text) or cut == len(text)
    assert right.start <= left.end or left.end == right.start


@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING, data=st.data())
def test_a_passage_folds_to_what_it_was_found_by(text: str, data: st.DataObject) -> None:
    mapped = normalise(text)
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    there = mapped.to_original(start, end)
    whole = mapped.to_mapped(*there)
    quote = normalise(text[there.start : there.end]).text
    # look-alikes depend on the rest of the word, everything else does not
    assert len(quote) == whole.end - whole.start


@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING)
def test_finders_yield_ordered_disjoint_trimmed_spans(text: str) -> None:
    for finder in (find_words, find_sentences, find_paragraphs):
        last = 0
        for span in finder(text):
            assert last <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
            last = span.end


@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING)
def test_sentences_and_paragraphs_lose_no_letter(text: str) -> None:
    for finder in (find_sentences, find_paragraphs):
        covered = "".join(text[span.start : span.end] for span in finder(text))
        assert [each for each in covered if each.isalnum()] == [each for each in text if each.isalnum()]


@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING)
def test_words_lose_no_letter(text: str) -> None:
    covered = "".join(text[span.start : span.end] for span in find_words(text))
    assert [each for each in covered if each.isalnum()] == [each for each in text if each.isalnum()]


@settings(deadline=None)  # the first example loads tables and the language model
@given(text=ANYTHING)
def test_every_function_has_an_answer(text: str) -> None:
    assert find_language(text) in {"fa", "ar", "ckb", "en", "und"}
    assert script_of(text) in {"Arab", "Latn", "Zyyy"}
    assert is_rtl(text) in {True, False}
    assert len(to_ascii_digits(text)) == len(text)
    turned = repair_visual_order(text)
    assert turned is None or len(turned) == len(text)
    list(find_passages(text))


@settings(deadline=None)  # the first example loads tables and the language model
@given(data=st.binary(max_size=200))
def test_any_bytes_can_be_decoded(data: bytes) -> None:
    decode(data).text.encode()


SOUND = """
    وزیر تهران می\u200cرود گفت‌وگو پرونده مُحَمَّد السفير إلى بغداد أمس مسؤول لقاء كتابه لە هەولێر بوو ڕۆژ minister said Café déjà Müller Čapek Ελλάς
    Москва 1393 ۱۳۹۳ ٢٠١٤ – — … • « » “no” ‘yes’ ، ؛ ؟ ظ، ط، غ، د. № € 😀 \ufeff \u200f O'Brien a+b +98 ?? Ã É» ± §
"""
WORDS = st.sampled_from(SOUND.split())


@settings(deadline=None)  # the first example loads tables and the language model
@given(words=st.lists(WORDS, max_size=12), gap=st.sampled_from([" ", "\n", "\r\n", "\t"]))
def test_sound_text_of_three_scripts_stays_as_it_is(words: list[str], gap: str) -> None:
    text = gap.join(words)
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text
    assert decode(text.encode("utf-16")).text == text


@settings(deadline=None)  # the first example loads tables and the language model
@given(
    text=st.text(
        "ابپتثجحخدذرزژسشصضطظعغفقکگلمنوهیيىةكأإآؤئء،؛؟ \u200c.0123456789abcdefghijklmnopqrstuvwxyz\n", max_size=60
    )
)
def test_letters_of_our_alphabets_in_any_order_stay_as_they_are(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text


@settings(deadline=None)  # the first example loads tables and the language model
@given(text=LIFELIKE.filter(lambda text: "\ud800" not in text and "\0" not in text))
def test_sound_utf8_is_read_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    if decoded.repaired is None and decoded.encoding == "utf-8":
        assert decoded.text == text
