from cablegraph.model import FIELDS, Header


def test_a_header_is_shown_in_the_fixed_order_and_leaves_out_what_is_not_said() -> None:
    header = Header(
        {"subject": "گزارش بندر", "to": "Tehran", "number": "۱۲/۴", "references": ("A-1", "A-2"), "tags": ()}
    )
    assert header.as_json() == {
        "number": "۱۲/۴",
        "to": "Tehran",
        "subject": "گزارش بندر",
        "references": ["A-1", "A-2"],
    }
    assert list(header.as_json()) == [f for f in FIELDS if f in header.as_json()]
    assert header.text_of("references") == "A-1; A-2"
    assert header.text_of("date") is None
