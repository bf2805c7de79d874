"""Formats learnt from invented examples in three scripts: what is proposed reads the next document of the same kind."""

import pytest

from cablegraph.extract.headers import parse_header
from cablegraph.extract.headers.checking import check_formats, read_formats
from cablegraph.extract.headers.learning import propose_format


def german(number: int) -> str:
    return (
        f"Dienststelle für Wege\n\nKennzeichen: W/{number}-4\nAusgestellt: {number % 27 + 1}.03.1978      Stufe: CONFIDENTIAL\n"
        f"Absender: Amt {'Nord' if number % 2 else 'Süd'}\nEmpfänger: Leitstelle {'Ost' if number % 3 else 'West'}\n"
        f"Gegenstand: Bericht über die Lage der Brücke am Fluss in Abschnitt {number}\nBlatt: 1\n\nAm Morgen kam der Leiter und sagte: alles gut.\n"
    )


def persian(number: int) -> str:
    return (
        f"سازمان راه\nشناسه ثبت: {number}/ر\nروز صدور: {number % 27 + 1} خرداد ۱۳۵۷\nرده حفاظتی: محرمانه\nپیرامون: وضع پل شماره {number} در شمال استان\n"
        f"اداره صادرکننده: اداره {'شمال' if number % 2 else 'جنوب'}\n\nمدیر گفت: پل بسته است.\n"
    )


def arabic(number: int) -> str:
    return (
        f"مديرية الطرق\nرمز القيد: ط/{number}\nحرر في: {number % 27 + 1} أيار 1979\nدرجة الحفظ: سري\nبشأن: حالة الجسر رقم {number} في شمال المحافظة\n"
        f"جهة الإصدار: قسم {'الشمال' if number % 2 else 'الجنوب'}\n\nقال المدير: الجسر مغلق.\n"
    )


@pytest.mark.parametrize(
    ("make", "labels", "want"),
    [
        (german, {"Kennzeichen": "number", "Ausgestellt": "date", "Stufe": "classification", "Absender": "from", "Empfänger": "to", "Gegenstand": "subject"},
         {"number": "W/90-4", "date": "1978-03-10", "classification": "Confidential", "from": "Amt Süd", "to": "Leitstelle West"}),
        (persian, {"شناسه ثبت": "number", "روز صدور": "date", "رده حفاظتی": "classification", "پیرامون": "subject", "اداره صادرکننده": "from"},
         {"number": "90/ر", "date": "1978-05-31", "classification": "محرمانه"}),
        (arabic, {"رمز القيد": "number", "حرر في": "date", "درجة الحفظ": "classification", "بشأن": "subject", "جهة الإصدار": "from"},
         {"number": "ط/90", "date": "1979-05-10", "classification": "سري"}),
    ],
    ids=["latin", "persian", "arabic"],
)  # fmt: skip
def test_labels_are_learnt_and_read_the_next_document(make, labels: dict, want: dict) -> None:
    proposal = propose_format([make(n) for n in (11, 24, 35, 46, 57)], "ours")
    learnt = {label.words: label.field for label in proposal.labels}
    assert {words: learnt.get(words) for words in labels} == labels
    text = proposal.as_yaml()
    assert check_formats(text) == ()
    header = parse_header(make(90), read_formats(text))
    assert {name: header.values.get(name) for name in want} == want


def test_words_of_the_body_are_no_labels() -> None:
    proposal = propose_format([german(n) for n in (1, 2, 3)], "ours")
    assert not any("sagte" in label.words for label in proposal.labels)


def test_what_stands_in_one_example_only_is_no_label() -> None:
    proposal = propose_format([german(1), german(2), "Sonderfall: 12\n" + german(3)], "ours")
    assert "Sonderfall" not in {label.words for label in proposal.labels}


def test_each_label_says_why_and_in_how_many() -> None:
    proposal = propose_format([german(n) for n in (1, 2, 3, 4)], "it's ours")
    assert all(label.examples == 4 and label.why for label in proposal.labels)
    assert "# Kennzeichen: in 4 of 4" in proposal.as_yaml()
    assert "name: 'it''s ours'" in proposal.as_yaml()


@pytest.mark.parametrize("examples", [[], [""], ["no label here", "nor here"]])
def test_nothing_to_learn(examples: list[str]) -> None:
    assert propose_format(examples, "x").labels == ()
