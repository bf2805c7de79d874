"""The dated relations as a calendar."""

from datetime import date

from icalendar import Calendar

from cablegraph.publish.calendar import calendar_lines

from .making import BUNDLE, EMPTY


def events(bundle=BUNDLE) -> dict[str, tuple[date, date, str]]:
    calendar = Calendar.from_ical("".join(calendar_lines(bundle)))
    return {
        str(e["uid"]): (e.decoded("dtstart"), e.decoded("dtend"), str(e["description"]))
        for e in calendar.walk("VEVENT")
    }


def test_a_lasting_relation_is_its_first_and_its_last_day_and_an_event_its_own() -> None:
    found = events()
    assert set(found) == {"l-held-begins@cablegraph", "l-held-ends@cablegraph", "l-met-on@cablegraph"}
    assert found["l-met-on@cablegraph"][:2] == (date(2014, 11, 5), date(2014, 11, 6))


def test_a_date_known_to_the_year_fills_it_and_says_so() -> None:
    begin, end, words = events()["l-held-begins@cablegraph"]
    assert (begin, end) == (date(2005, 1, 1), date(2006, 1, 1))
    assert "Known to the year only." in words
    assert "کریم زندی" in words


def test_two_exports_are_equal_and_an_empty_case_is_a_calendar_too() -> None:
    assert list(calendar_lines(BUNDLE)) == list(calendar_lines(BUNDLE))
    assert events(EMPTY) == {}
