"""Sentences of running text and of cables in three languages."""

import pytest

from cablegraph.text import find_paragraphs, find_sentences

WRAPPED = """The Ambassador called on the Prime Minister this morning and was
received at once by Gen. Zahedi, who had come from the north of the
country."""


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. J. F. Smith met Gen. Zahedi.", "No. 5 of the U.S. Embassy's telegrams says so.", "He left."],
        ["The Shah went to the U.S.", "The Ambassador stayed."],
        ["GEN. ZAHEDI SENT TELEGRAM NO. 5 TO THE U.S.", "THE SHAH LEFT."],
        ["He waited 30 sec. and then a min.", "Then he left."],
        ["The text says . . . Persia.", "It ends."],
        ["He said they didn't.", "Then he left."],
        ["“Will he come?” asked Nuri.", "“No!”", "He left at 4 p.m. on Jan. 5."],
        ["It cost 3.5 million.", "(See para. 4.)", "Nothing followed."],
        ["1. The Ambassador called.", "2. He was received by Dr. Mossadegh.", "(3) Nothing else."],
        ["“b. Make no approach.", "He agreed…", "Later he did not."],
        ["د. أحمد وصل إلى بغداد.", "ثم غادر؟", "نعم!"],
        ["وصل أ. د. محمد علي في ١٢.٥.٢٠٠٣.", "لم يتكلم."],
        ["آقای دکتر احمدی در سال ۱۳۹۳ ه‍.ش. آمد.", "آیا او رفت؟", "بله."],
        ["۱. سفیر آمد.", "۲. وزیر رفت."],
    ],
)
def test_running_text(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[span.start : span.end] for span in find_sentences(text)] == sentences


def test_full_stop_without_space_parts_arabic_script_only() -> None:
    text = "او رفت.سپس برگشت"
    assert [text[span.start : span.end] for span in find_sentences(text, "fa")] == ["او رفت.", "سپس برگشت"]
    assert len(list(find_sentences("see www.example.org", "en"))) == 1


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "100. Telegram From the Department\n\nManila, March 11, 1958, 4 p.m.\n\nSecto 12. Lloyd called.",
            ["100. Telegram From the Department", "Manila, March 11, 1958, 4 p.m.", "Secto 12.", "Lloyd called."],
        ),
        (
            "FM AMEMBASSY TEHRAN\nTO SECSTATE WASHDC\nSUBJECT: VISIT",
            ["FM AMEMBASSY TEHRAN", "TO SECSTATE WASHDC", "SUBJECT: VISIT"],
        ),
        (
            f"{WRAPPED} He left.",
            [
                WRAPPED,
                "He left.",
            ],
        ),
        (
            "The following steps were agreed upon by the two governments in Baghdad:\n- to open the consulate\n- to send a mission",
            [
                "The following steps were agreed upon by the two governments in Baghdad:",
                "- to open the consulate",
                "- to send a mission",
            ],
        ),
        (
            "Participants:\nAssistant Secretary of State Rountree, Chairman\nMr. Hart, Deputy\nMr. Rockwell, Director, Office of\nNear Eastern Affairs",
            [
                "Participants:",
                "Assistant Secretary of State Rountree, Chairman",
                "Mr. Hart, Deputy",
                "Mr. Rockwell, Director, Office of",
                "Near Eastern Affairs",  # nothing tells that the line before goes on
            ],
        ),
        ("از: تهران\nبه: بغداد\nموضوع: دیدار وزیر", ["از: تهران", "به: بغداد", "موضوع: دیدار وزیر"]),
        ("   \n\n", []),
        ("", []),
    ],
)
def test_lines_of_cables(text: str, sentences: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_sentences(text)] == sentences


def test_paragraphs_are_parted_by_blank_lines() -> None:
    text = "\n one\nline \n \u200f\n\ntwo\n\n\fthree"
    assert [text[span.start : span.end] for span in find_paragraphs(text)] == ["one\nline", "two", "three"]
