"""Capitals that stand for a name, and those that only look like it."""

import pytest

from cablegraph.names.acronyms import is_acronym_of


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("CSD", "Canal Service Directorate", True),
        ("C.S.D.", "Canal Service Directorate", True),
        ("DOR", "Department of Roads", True),
        ("DR", "Department of Roads", True),
        ("CRA", "the Canal and Roads Agency", True),
        ("CS", "Canal Service Directorate", False),
        ("CSDX", "Canal Service Directorate", False),
        ("SCD", "Canal Service Directorate", False),
        ("csd", "Canal Service Directorate", False),
        ("C SD", "Canal Service Directorate", False),
        ("CS2D", "Canal Service Directorate", False),
        ("V", "Vale", False),
        ("VA", "Vale", False),
        ("OV", "of Vale", False),
        ("CSD", "CANAL SERVICE DIRECTORATE", False),
        ("ABCDEFGHI", "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota", False),
        ("سر", "سازمان رود", False),
        ("NPA", "Nahr Port Authority", True),
        ("N.P.A.", "Nahr Port Authority", True),
        ("MOI", "Ministry of Intelligence", True),
        ("MI", "Ministry of Intelligence", True),
        ("Npa", "Nahr Port Authority", False),
        ("NP", "Nahr Port Authority", False),
        ("N", "Nahr", False),
        ("NPA", "Nahr Authority of the Port", False),
        ("NPA", "", False),
    ],
)
def test_initials(short: str, full: str, is_one: bool) -> None:
    assert is_acronym_of(short, full) is is_one
