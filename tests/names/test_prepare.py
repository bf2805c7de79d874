"""Names prepared for comparing in bulk: the same answers as one by one, and words that are written together."""

import subprocess
import sys
from itertools import product

import numpy as np
import pytest

from cablegraph.names import compare_names, compare_prepared, prepare_names
from cablegraph.names.compare import evidence
from cablegraph.names.kernel.layout import FIRST, FORMS, SECOND, SPLIT
from cablegraph.names.parts import JOINT
from cablegraph.names.sounds import encode
from cablegraph.names.spelling import word_book
from cablegraph.names.tables import FEATURES

NAMES = [
    "قاسم سلیمانی", "Ghassem Soleymani", "Soleimani Qasem", "Gen. Hashemi", "Mohammad-Reza Pahlavi", "Reza Pahlavi", "محمدرضا پهلوی",
    "مختار بلمختار", "Mokhtar Bel Mokhtar", "Is-haq Jahangiri", "Eshaq Jahangiri", "Q. Soleimani", "", "...", "Bob Kennedy", "Robert Kennedy",
    "العريض", "Larayedh", "Nur al-Din al-Maliki", "نورالدين المالكي",
]  # fmt: skip


def test_in_bulk_the_answers_are_those_of_one_by_one() -> None:
    prepared = prepare_names(NAMES)
    pairs = list(product(range(len(NAMES)), repeat=2))
    answers = compare_prepared(prepared, prepared, pairs)
    assert len(answers) == len(pairs)
    for (a, b), score, same, fits in zip(pairs, answers.score, answers.same, answers.compatible, strict=True):
        one = compare_names(NAMES[a], NAMES[b])
        assert (score, same, fits) == (one.score, one.same, one.compatible), (NAMES[a], NAMES[b])


def test_names_prepared_apart_compare_as_if_prepared_together() -> None:
    left, right = prepare_names(NAMES[:7]), prepare_names(NAMES[7:])
    together = prepare_names(NAMES)
    pairs = np.array(list(product(range(7), range(len(NAMES) - 7))))
    apart = compare_prepared(left, right, pairs)
    assert apart.score.tolist() == compare_prepared(together, together, pairs + np.array([0, 7])).score.tolist()


@pytest.mark.parametrize("pair", [(0, 5), (-1, 0), (0, 1 << 40)])
def test_a_number_of_no_name_is_refused(pair: tuple[int, int]) -> None:
    names = prepare_names(["Qasem Soleimani"])
    with pytest.raises((IndexError, OverflowError)):
        compare_prepared(names, names, [pair])


def test_no_names_and_no_pairs() -> None:
    nothing = prepare_names([])
    assert len(nothing) == 0
    assert len(compare_prepared(nothing, nothing, [])) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bel", "mokhtar"),
        ("is", "haq"),
        ("mahmoud", "ali"),
        ("بل", "مختار"),
        ("زاده", "ایمانی"),
        ("shah", "rokh"),
        ("ai", "xo"),
    ],
)
def test_two_words_written_together_have_the_units_of_both(one: str, other: str) -> None:
    first, second = word_book(one), word_book(other)
    joined = (*_units(one, FIRST), *_units(other, SECOND))
    assert joined == encode(one + JOINT + other).units
    assert first.words.shape == second.words.shape == (1, FORMS + 7)


def _units(word: str, form: int) -> list[int]:
    book = word_book(word)
    return list(book.units[book.words[0, FORMS + form] : book.words[0, FORMS + form + 1]].tolist())


def test_only_a_group_of_letters_has_a_second_reading() -> None:
    assert word_book("ishaq").words[0, FORMS + SPLIT] < word_book("ishaq").words[0, FORMS + 2 * SPLIT]
    assert word_book("qasem").words[0, FORMS + SPLIT] == word_book("qasem").words[0, FORMS + 2 * SPLIT]


def test_the_compiler_is_loaded_when_names_are_compared_and_not_before() -> None:
    program = "import sys, cablegraph.names as n; assert 'numba' not in sys.modules; n.compare_names('a b', 'a c'); assert 'numba' in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_evidence_names_what_speaks_against_one_person() -> None:
    assert evidence("Rafik Hariri", "سعد الحريري")["conflict_first"] == 1
    assert evidence("سراج نور أحمدوف", "نور أحمدوف")["omit_first"] > 0
    assert tuple(evidence("Qasem", "Qasem")) == FEATURES
