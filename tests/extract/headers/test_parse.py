"""Headers as they are written: each case is a whole head, and what it states."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.extract.headers import build_format, is_label, parse_header
from cablegraph.extract.headers.heading import cut_parties

STATE = """P 121430Z NOV 14
FM AMEMBASSY VALE
TO RUEHC/SECSTATE WASHDC PRIORITY 1234
INFO RUEHAM/AMEMBASSY ZAHR
RUEHKU/AMEMBASSY REED
C O N F I D E N T I A L VALE 001234

E.O. 12958: DECL: 11/12/2024
TAGS: PREL, PGOV
SUBJECT: MINISTER OF ROADS ON
RELATIONS WITH ZAHR
REF: A. VALE 1200
     B. ZAHR 33

1. (C) Summary: the minister said nothing.
"""
EDITION = """84. Telegram From the Ambassador to Vale (Smith) to the Department of State

Portside, April 30, 1960, 11 p.m.

908. The minister said nothing.

Jones

Source: Department of State, Central Files, 1/4. Secret; Niact; Limit Distribution. Drafted by Jones.
"""
CONVERSATION = """MEMORANDUM OF CONVERSATION

CONFIDENTIAL

DATE: May 3, 1961
PLACE: Portside
SUBJECT: Roads
PARTICIPANTS:
Anna Reed, Minister of Roads
Omar Haddad, Governor of Vale

The minister said nothing, and then she said it again in other words.
"""
PERSIAN = """بسمه تعالی
طبقه‌بندی: به‌کلی سری
شماره: ۱۲۳/۴/م   تاریخ: ۱۳۹۳/۰۸/۲۲   پیوست: ندارد
از: اداره کل سوم
به: معاونت خارجی
موضوع: دیدار با وزیر راه
عطف به نامه شماره ۱۱۲/۳ مورخ ۱۳۹۳/۸/۱، به آگاهی می‌رساند

احتراما به استحضار می‌رساند.
"""
ARABIC = """سري للغاية
من: مديرية الطرق العامة
إلى: مكتب الوزير
العدد: 445
التاريخ: 12/3/2014
الموضوع/ تعيين مدير جديد

تحية طيبة
"""
MAIL = """From: Ali Test <ali@example.org>
To: b@example.org
Cc: d@example.org
Date: Wed, 12 Nov 2014 10:11:12 +0330
Subject: about the meeting

From: what I know
"""
CASES = [
    (STATE, {
        "type": "telegram", "number": "VALE 1234", "from": "AMEMBASSY VALE", "to": "SECSTATE WASHDC",
        "info": ["AMEMBASSY ZAHR", "AMEMBASSY REED"], "date": "2014-11-12", "time": "14:30Z", "precedence": "Priority",
        "classification": "Confidential", "subject": "MINISTER OF ROADS ON RELATIONS WITH ZAHR", "tags": ["PREL", "PGOV"],
        "references": ["VALE 1200", "ZAHR 33"],
    }),
    (EDITION, {
        "type": "telegram", "number": "908", "from": "the Ambassador to Vale (Smith)", "to": "the Department of State", "date": "1960-04-30",
        "time": "23:00", "place": "Portside", "precedence": "Niact", "classification": "Secret", "handling": ["Limit Distribution"],
    }),
    (CONVERSATION, {
        "type": "memorandum of conversation", "date": "1961-05-03", "place": "Portside", "classification": "Confidential", "subject": "Roads",
        "participants": ["Anna Reed, Minister of Roads", "Omar Haddad, Governor of Vale"],
    }),
    (PERSIAN, {
        "type": "letter", "number": "۱۲۳/۴/م", "from": "اداره کل سوم", "to": "معاونت خارجی", "date": "2014-11-13", "classification": "به‌کلی سری",
        "subject": "دیدار با وزیر راه", "references": ["۱۱۲/۳"],
    }),
    (ARABIC, {
        "type": "letter", "number": "445", "from": "مديرية الطرق العامة", "to": "مكتب الوزير", "date": "2014-03-12", "classification": "سري للغاية",
        "subject": "تعيين مدير جديد",
    }),
    (MAIL, {
        "type": "e-mail", "from": "Ali Test", "to": "b@example.org", "info": ["d@example.org"], "date": "2014-11-12", "time": "10:11+03:30",
        "subject": "about the meeting",
    }),
]  # fmt: skip


@pytest.mark.parametrize(("text", "want"), CASES, ids=["state", "edition", "conversation", "persian", "arabic", "mail"])
def test_every_field_that_the_head_states(text: str, want: dict) -> None:
    assert parse_header(text).as_json() == want


@pytest.mark.parametrize("text", [c[0] for c in CASES])
def test_every_field_has_a_span_of_its_text(text: str) -> None:
    header = parse_header(text)
    for name in header.values:
        start, end = header.spans[name]
        assert 0 <= start < end <= len(text), name


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("12. Memorandum of Conversation", "memorandum of conversation"),
        ("12. Memorandum of Discussion at the 3d Meeting of the Council", "memorandum"),
        ("12. Memorandum for the Record", "memorandum for the record"),
        ("12. Special National Intelligence Estimate", "intelligence estimate"),
        ("12. Intelligence Note 7 From the Director to the Secretary", "intelligence report"),
        ("12. Airgram A-7 From the Embassy in Vale to the Department of State", "airgram"),
        ("12. Minutes of the Cabinet Meeting", "minutes"),
        ("12. Editorial Note", "editorial note"),
        ("12. Letter From the King of Vale to President Smith", "letter"),
        ("12. Draft Briefing Paper Prepared for the Council", "paper"),
    ],
)
def test_the_type_is_what_the_heading_says(heading: str, kind: str) -> None:
    assert parse_header(f"{heading}\n\nPortside, May 3, 1961.\n\nText.").values["type"] == kind


@pytest.mark.parametrize(
    ("parties", "sender", "addressee"),
    [
        ("the Embassy in Vale to the Department of State", "the Embassy in Vale", "the Department of State"),
        ("the Ambassador to Vale (Smith) to the Secretary", "the Ambassador to Vale (Smith)", "the Secretary"),
        (
            "the Department of State to the Mission to the United Nations",
            "the Department of State",
            "the Mission to the United Nations",
        ),
        (
            "the Special Assistant to the President (Roe) to the King",
            "the Special Assistant to the President (Roe)",
            "the King",
        ),
    ],
)
def test_the_cut_between_sender_and_addressee(parties: str, sender: str, addressee: str) -> None:
    start, end = cut_parties(parties) or (0, 0)
    assert (parties[:start], parties[end:]) == (sender, addressee)


def test_a_letter_names_its_people_without_labels() -> None:
    text = "Portside, May 3, 1961\n\nHis Excellency\nOmar Haddad\nGovernor of Vale\n\nDear Mr. Governor:\n\nI leave.\n\nSincerely,\n\nAnna Reed\n"
    header = parse_header(text).as_json()
    assert (header["type"], header["from"], header["to"], header["signed"]) == (
        "letter",
        "Anna Reed",
        "Omar Haddad",
        "Anna Reed",
    )


def test_a_newsroom_adds_its_own_format_without_code() -> None:
    own = build_format(
        {"name": "ours", "type": "report", "labels": {"number": ["Kennzeichen"], "subject": ["Betreff"]}}
    )
    header = parse_header("Kennzeichen: 7/11\nBetreff: Straßen\n\nText.", [own])
    assert header.as_json() == {"type": "report", "number": "7/11", "subject": "Straßen"}


def test_the_label_of_a_known_format_or_of_ones_own_is_a_label() -> None:
    own = build_format({"name": "ours", "labels": {"number": ["Kennzeichen"]}})
    text = "Kennzeichen: 7 Subject: roads Anna: no"
    assert is_label(text, 15, 22)
    assert not is_label(text, 0, 11)
    assert is_label(text, 0, 11, [own])
    assert not is_label(text, 30, 34, [own])


def test_a_text_without_a_head_gives_nothing() -> None:
    prose = "The secretary said that he would write from Vale to the king. " * 12
    assert parse_header(prose).as_json() == {}
    assert parse_header("").as_json() == {}


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    header = parse_header(text)
    assert set(header.values) == set(header.spans)


def test_types_file_and_reference_page_agree() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "headers.md").read_text(encoding="utf-8")
    from cablegraph.extract.headers.formats import known_formats

    assert all(layout.name in page for layout in known_formats())
