"""References between invented cables, resolved or left open for a reason."""

from itertools import permutations

import pytest

from cablegraph.analyse.citing import NO_NUMBER, NOT_HERE, SEVERAL, Cable, build_citing
from cablegraph.analyse.references import find_references, number_core
from cablegraph.model import Header


def cable(
    document: str,
    number: str = "",
    sender: str = "",
    to: str = "",
    date: str = "",
    refs: tuple[str, ...] = (),
    dataset: str = "trove",
) -> Cable:
    values: dict = {"number": number, "from": sender, "to": to, "date": date, "references": refs}
    values = {name: value for name, value in values.items() if value}
    return Cable(document, dataset, Header(values, dict.fromkeys(values, (0, 1))))


def told(*cables: Cable) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    answer = build_citing(cables)
    return [(e.document, e.cited) for e in answer.edges], [(u.document, u.why) for u in answer.unresolved]


EMBASSY = cable("t1", "VALE 1377", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-10")
STATE = cable("s1", "STATE 44102", "SECSTATE WASHDC", "AMEMBASSY VALE", "1974-03-05")


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("STATE 44102", [("44102", "state", "", "")]),
        ("VALE 001377", [("1377", "vale", "", "")]),
        ("Embtel 811, January 14, 1955", [("811", "embtel", "mine", "1955-01-14")]),
        ("Embassy's A-290, April 12, 1966", [("A-290", "embassy", "", "1966-04-12")]),
        ("Department telegram 1234", [("1234", "department", "", "")]),
        ("1) DEPT'S A-1616", [("A-1616", "dept", "", "")]),
        ("(B) VALE 33", [("33", "vale", "", "")]),
        ("Vale’s telegram to Dept No. 215", [("215", "vale", "", "")]),
        ("Emb Desp 698, May 3, 1960", [("698", "emb", "", "1960-05-03")]),
        ("DEPT'S A-1616", [("A-1616", "dept", "", "")]),
        ("your 567", [("567", "", "yours", "")]),
        ("MY TELNO 305", [("305", "", "mine", "")]),
        ("۱۱۲/۳", [("112/3", "", "", "")]),
        ("پیرو ۲۲۰/۱۰۱", [("220/101", "", "mine", "")]),
        ("عطف به نامه شماره ۱۱۲/۴ مورخ ۱۳۵۶/۳/۱", [("112/4", "", "yours", "1977-05-22")]),
        ("كتابكم 3381 في 2/9/1984", [("3381", "", "yours", "1984-09-02")]),
        ("إشارة إلى كتابكم رقم ١٩٤/س", [("194/س", "", "yours", "")]),
        ("VALE 12 and 14", [("12", "vale", "", ""), ("14", "vale", "", "")]),
        ("reftel", []),
        ("", []),
    ],
)
def test_what_a_reference_says(words: str, want: list) -> None:
    assert [(r.core, r.place, r.whose, r.day) for r in find_references(words)] == want


@pytest.mark.parametrize(
    ("number", "want"),
    [
        ("VALE 001234", ("1234", "vale")),
        ("A-318", ("A-318", "")),
        ("۲۲۰/۱۰۱", ("220/101", "")),
        ("٢١٨/س", ("218/س", "")),
        ("NEW VALE 7", ("7", "new vale")),
        ("a–318", ("A-318", "")),
    ],
)
def test_the_core_of_a_number(number: str, want: tuple[str, str]) -> None:
    assert number_core(number) == want


@pytest.mark.parametrize(
    ("citing", "target"),
    [
        (cable("x", "VALE 1400", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-12", ("STATE 44102",)), "s1"),
        (cable("x", "STATE 44200", "SECSTATE WASHDC", "AMEMBASSY VALE", "1974-03-12", ("VALE 1377",)), "t1"),
        (cable("x", "STATE 44200", "SECSTATE WASHDC", "AMEMBASSY VALE", "1974-03-12", ("your 1377",)), "t1"),
        (cable("x", "VALE 1400", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-12", ("Deptel 44102",)), "s1"),
        (
            cable(
                "x", "VALE 1400", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-12", ("Embtel 1377, March 10, 1974",)
            ),
            "t1",
        ),
    ],
)
def test_a_reference_finds_its_cable(citing: Cable, target: str) -> None:
    assert told(EMBASSY, STATE, citing)[0] == [("x", target)]


def test_letters_in_persian_and_arabic() -> None:
    first = cable("a", "۲۲۰/۱۰۱", "مرکز", "ایستگاه رودبار", "2013-04-30")
    second = cable("b", "220/102", "ایستگاه رودبار", "مرکز", "2013-07-03", ("۲۲۰/۱۰۱",))
    third = cable("c", "٣٣٨١", "مديرية الطرق", "وزارة النقل", "1984-09-02")
    fourth = cable("d", "٤٤", "وزارة النقل", "مديرية الطرق", "1984-09-12", ("كتابكم ٣٣٨١ في ٢/٩/١٩٨٤",))
    assert told(first, second, third, fourth) == ([("b", "a"), ("d", "c")], [])


@pytest.mark.parametrize(
    ("citing", "why"),
    [
        (cable("x", "VALE 1", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-12", ("STATE 99",)), NOT_HERE),
        (cable("x", "VALE 1", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-12", ("REED 1377",)), NOT_HERE),
        (cable("x", "VALE 1", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-01", ("STATE 44102",)), NOT_HERE),
        (
            cable("x", "VALE 1", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-12", ("Embtel 1377, February 2, 1974",)),
            NOT_HERE,
        ),
        (cable("x", "REED 1", "AMEMBASSY REED", "AMCONSUL ZAHR", "1974-03-12", ("1377",)), NOT_HERE),
        (cable("x", "REED 1", "AMEMBASSY REED", "SECSTATE WASHDC", "1974-03-12", ("REED 44102",)), NOT_HERE),
        (cable("x", "VALE 1", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-12", ("reftel",)), NO_NUMBER),
    ],
    ids=[
        "no such number",
        "another office's",
        "not yet written",
        "another day",
        "a bare number of a stranger",
        "a number of another series",
        "no number",
    ],
)
def test_what_leads_nowhere_is_left_open_and_says_why(citing: Cable, why: str) -> None:
    assert told(EMBASSY, STATE, citing) == ([], [("x", why)])


def test_what_fits_several_is_left_open_with_all_of_them() -> None:
    years = [cable(f"y{n}", "VALE 7", "AMEMBASSY VALE", "SECSTATE WASHDC", f"197{n}-01-05") for n in (1, 2)]
    citing = cable("x", "STATE 9", "SECSTATE WASHDC", "AMEMBASSY VALE", "1974-03-12", ("VALE 7",))
    (left,) = build_citing([*years, citing]).unresolved
    assert (left.why, left.candidates, left.number) == (SEVERAL, ("y1", "y2"), "VALE 7")
    dated = cable("x", "STATE 9", "SECSTATE WASHDC", "AMEMBASSY VALE", "1974-03-12", ("VALE 7, January 5, 1972",))
    assert told(*years, dated) == ([("x", "y2")], [])


def test_nothing_cites_itself_and_the_order_does_not_matter() -> None:
    own = cable("x", "VALE 1400", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-12", ("VALE 1400", "STATE 44102"))
    answers = {build_citing(order) for order in permutations([EMBASSY, STATE, own])}
    assert len(answers) == 1
    assert [e.cited for e in answers.pop().edges] == ["s1"]


def test_an_edge_says_what_told() -> None:
    citing = cable(
        "x", "VALE 1400", "AMEMBASSY VALE", "SECSTATE WASHDC", "1974-03-12", ("Deptel 44102, March 5, 1974",)
    )
    (edge,) = build_citing([STATE, citing]).edges
    assert edge.by == ("number", "origin", "day", "dataset")
