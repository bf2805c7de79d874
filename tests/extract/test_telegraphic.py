"""Names that the form of a telegram gives away."""

import pytest

from cablegraph.extract.headers import is_label, parse_header
from cablegraph.extract.telegraphic import find_places, find_signature, header_places, put_over
from cablegraph.model import FoundMention

TELEGRAM = """CONFIDENTIAL
PORT OSTRA 1401
P 141230Z MAY 13
FM EMBASSY PORT OSTRA
TO DEPARTMENT OF EXTERNAL AFFAIRS PRIORITY
SUBJECT: A NEW CABINET

1. (C) Anna Reed, who has lived in Port Ostra since 2009, met the minister on 12 May and spoke for an hour about the harbour.

VOSS
"""


def test_the_seat_of_a_mission_is_a_place_wherever_it_stands() -> None:
    places = header_places(parse_header(TELEGRAM))
    assert places == {"PORT OSTRA"}
    assert [m.text for m in find_places(TELEGRAM, places)] == ["PORT OSTRA", "PORT OSTRA", "Port Ostra"]
    assert all(TELEGRAM[m.start : m.end] == m.text for m in find_places(TELEGRAM, places))


def test_a_mission_without_a_place_names_none() -> None:
    assert header_places(parse_header(TELEGRAM.replace("EMBASSY PORT OSTRA", "EMBASSY"))) == frozenset()


def test_the_last_line_of_a_telegram_is_its_signer_and_of_a_letter_is_not() -> None:
    header = parse_header(TELEGRAM)
    signer = find_signature(TELEGRAM, header)
    assert signer is not None
    assert (signer.text, TELEGRAM[signer.start : signer.end]) == ("VOSS", "VOSS")
    assert (
        find_signature("Dear Anna,\n\nall is well here and the harbour is open.\n\nVOSS\n", parse_header("Dear Anna,"))
        is None
    )


def test_a_surer_place_takes_the_place_of_a_person_and_leaves_a_body_whole() -> None:
    person = FoundMention(5, 10, "Ostra", "PERSON", 0.7, "tagger:en")
    body = FoundMention(20, 38, "Ostra Port Council", "ORG", 0.7, "tagger:en")
    sure = [
        FoundMention(0, 10, "Port Ostra", "PLACE", 0.9, "rule"),
        FoundMention(20, 25, "Ostra", "PLACE", 0.9, "rule"),
    ]
    assert [(m.text, m.label) for m in put_over([person, body], sure)] == [
        ("Port Ostra", "PLACE"),
        ("Ostra Port Council", "ORG"),
    ]


@pytest.mark.parametrize(
    ("line", "label", "wanted"),
    [("پیرو: شماره ۲۲", "پیرو", True), ("الموضوع: زيارة", "الموضوع", True), ("SUBJECT: Visit", "SUBJECT", True), ("Reed: I agree", "Reed", False),
     ("پیرو شماره ۲۲", "پیرو", False)],
)  # fmt: skip
def test_the_label_of_a_field_is_told_from_a_speaker(line: str, label: str, wanted: bool) -> None:
    assert is_label(line, 0, len(label)) is wanted
