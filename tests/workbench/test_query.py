import pytest

from cablegraph.errors import QueryInvalid
from cablegraph.workbench.query import Kind, included, parse_query

Shape = list[list[str]]


def _shape(text: str) -> Shape:
    """The groups of a query; an excluded term has a minus, a prefix a star, a fuzzy one its distance."""
    marks = {Kind.WORDS: "", Kind.PREFIX: "*", Kind.FUZZY: "~"}
    return [
        [f"{'-' if t.excluded else ''}{' '.join(t.words)}{marks[t.kind]}{t.distance or ''}" for t in group]
        for group in parse_query(text)
    ]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("", []),
        ("   \t ", []),
        ("port", [["port"]]),
        ("Port NAHR", [["port"], ["nahr"]]),
        ("port AND nahr", [["port"], ["nahr"]]),
        ("port OR harbour", [["port", "harbour"]]),
        ("port OR harbour OR quay nahr", [["port", "harbour", "quay"], ["nahr"]]),
        ("nahr -ship", [["nahr"], ["-ship"]]),
        ("nahr NOT ship", [["nahr"], ["-ship"]]),
        ('nahr -"two ships"', [["nahr"], ["-two ships"]]),
        ('"port of Nahr" ship', [["port of nahr"], ["ship"]]),
        ("ship*", [["ship*"]]),
        ("ship~", [["ship~1"]]),
        ("ship~2 nahr", [["ship~2"], ["nahr"]]),
        ("وزارت اطلاعات", [["وزارت"], ["اطلاعات"]]),
        ("«وزارة الاستخبارات»", [["وزاره"], ["الاستخبارات"]]),
        ("كتاب OR کتاب", [["کتاب", "کتاب"]]),
        ("۱۳۹۳", [["1393"]]),
        ("الميناء -السفن", [["المیناء"], ["-السفن"]]),
        ("بندر*", [["بندر*"]]),
    ],
)
def test_what_is_understood(text: str, shape: Shape) -> None:
    assert _shape(text) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ('"port', [["port"]]),
        ('port"', [["port"]]),
        ('port "', [["port"]]),
        ('port ""', [["port"]]),
        ("OR port", [["port"]]),
        ("port OR", [["port"]]),
        ("port AND", [["port"]]),
        ("AND port", [["port"]]),
        ("port OR OR nahr", [["port", "nahr"]]),
        ("port NOT", [["port"]]),
        ("port -", [["port"]]),
        ("port - nahr", [["port"], ["nahr"]]),
        ("al-Zandi", [["al zandi"]]),
        ("port *", [["port"]]),
        ("port ~", [["port"]]),
        ("(port) [nahr]", [["port"], ["nahr"]]),
        ("port: nahr; ship.", [["port"], ["nahr"], ["ship"]]),
        ("C:\\files\\nahr", [["c files nahr"]]),
        ("title:port", [["title port"]]),
        ("port?!", [["port"]]),
        ("OR", [["or"]]),
        ("not", [["not"]]),
        ("NOT", [["not"]]),
        ("ship~9", [["ship 9"]]),
        ("~1", [["1"]]),
        ("\u200fبندر\u200e", [["بندر"]]),
        ("port -ship OR boat", [["port"], ["-ship"], ["boat"]]),
    ],
)
def test_odd_typing_is_taken_for_what_it_says(text: str, shape: Shape) -> None:
    assert _shape(text) == shape


@pytest.mark.parametrize("text", ['"', '""', "-", "*", "...", "؟", '" "', "- -", "~", "()", "\u200c", "😀"])
def test_a_query_without_a_word_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(QueryInvalid, match="no word to look for"):
        parse_query(text)


@pytest.mark.parametrize("text", ["-port", "NOT port", "-port -nahr", '-"two ships"', "-بندر"])
def test_a_query_that_only_excludes_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(QueryInvalid, match="must not be there"):
        parse_query(text)


def test_only_what_may_be_there_is_lit() -> None:
    assert [t.text for t in included(parse_query("port OR quay -ship"))] == ["port", "quay"]


def test_one_name_in_three_scripts_shares_a_key() -> None:
    keys = [parse_query(name)[0][0].keys[0] for name in ("Zandi", "زندی", "زندي")]
    assert keys[0] & keys[1] & keys[2]


def test_a_very_long_query_is_read() -> None:
    assert len(parse_query("بندر " * 5000)) == 5000
