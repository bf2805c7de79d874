from importlib.resources import files

import pytest

from cablegraph.extract.headers import parse_header
from cablegraph.extract.headers.checking import check_formats, read_formats

GOOD = """formats:
  - name: Amt für Wege
    type: report
    recognise: ['^Kennzeichen:']
    labels:
      number: [Kennzeichen]
      subject: [Betreff]
      none: [Blatt]
    patterns: ['^Stufe (?P<classification>\\w+)$']
"""


def test_a_good_file_has_no_fault_and_reads() -> None:
    assert check_formats(GOOD) == ()
    header = parse_header("Kennzeichen: 7/11\nBetreff: Straßen\nBlatt: 3\n", read_formats(GOOD))
    assert header.as_json() == {"type": "report", "number": "7/11", "subject": "Straßen"}


def test_one_format_may_stand_alone() -> None:
    (layout,) = read_formats("name: نامه اداره راه\nlabels:\n  number: [شناسه]\n  subject: [پیرامون]\n")
    assert parse_header("شناسه: ۱۲\nپیرامون: پل\n", [layout]).values["number"] == "۱۲"


@pytest.mark.parametrize(
    ("text", "line", "cause", "remedy"),
    [
        ("", 1, "no format", "Begin with"),
        ("- a\n- b\n", 1, "no format", "Begin with"),
        ("formats:\n  - name: x\n   labels: {}\n", 3, "no YAML", "Mend the line"),
        ("formats:\n\t- name: x\n", 2, "no YAML", "indent with spaces"),
        ("formats: []\n", 1, "no list", "- name"),
        ("formats:\n  - labels:\n      number: [Nr]\n", 2, "no name", "Add `name"),
        ("formats:\n  - name: x\n", 2, "nothing of any field", "Add `labels`"),
        (
            "formats:\n  - name: x\n    lables:\n      number: [Nr]\n    labels:\n      number: [Nr]\n",
            3,
            "unknown",
            "Known are name",
        ),
        ("formats:\n  - name: x\n    labels:\n      nummer: [Nr]\n", 4, "no field 'nummer'", "Fields are"),
        ("formats:\n  - name: x\n    labels:\n      number: Nr\n", 4, "no list", "square brackets"),
        ("formats:\n  - name: x\n    labels:\n      number:\n        - NO\n", 5, "'NO' is no text", "quotation marks"),
        ("formats:\n  - name: x\n    labels:\n      number: [4411]\n", 4, "'4411' is no text", "quotation marks"),
        ("formats:\n  - name: x\n    bare:\n      number: [Nummer]\n", 4, "not in capitals", "move it to"),
        ("formats:\n  - name: x\n    patterns:\n      - '(?P<number>\\d+'\n", 4, "cannot be read", "backslash"),
        ("formats:\n  - name: x\n    patterns: ['(?P<nr>\\d+)']\n", 3, "no field 'nr'", "Name the group"),
        ("formats:\n  - name: x\n    patterns: ['\\d+']\n", 3, "names no field", "named group"),
        ("formats:\n  - name: x\n    name: y\n    labels: {number: [Nr]}\n", 3, "twice", "Join"),
        ("formats:\n  - just words\n", 2, "group of keys", "name"),
    ],
)
def test_each_fault_has_its_line_cause_and_remedy(text: str, line: int, cause: str, remedy: str) -> None:
    fault = check_formats(text)[0]
    assert fault.line == line
    assert cause in fault.cause
    assert remedy in fault.remedy
    with pytest.raises(ValueError, match=f"line {line}: "):
        read_formats(text)


def test_all_faults_are_told_at_once_in_the_order_of_lines() -> None:
    faults = check_formats("formats:\n  - labels:\n      nummer: [Nr]\n    patterns: ['(']\n")
    assert [fault.line for fault in faults] == [2, 3, 4]


def test_the_formats_that_come_with_cablegraph_pass() -> None:
    text = (files("cablegraph.extract.headers") / "data" / "formats.yml").read_text(encoding="utf-8")
    assert check_formats(text) == ()
