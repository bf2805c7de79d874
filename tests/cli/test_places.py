"""Places on the command line."""

import json
from pathlib import Path

from workbench.making import write

from .conftest import Run

LETTER = "LETTER\nDATE: 12 November 2014\n\nKarim Zandi met Omar Haddad in Basra on 3 November 2014. Iraq said nothing. He went to Tripoli.\n"


def test_places_say_where_they_lie_or_that_they_do_not_know(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case"
    run("new", case)
    run("add", case, write(tmp_path / "trove", {"a.txt": LETTER}))
    listed = run("places", case).out
    assert "GeoNames 99532" in listed
    assert "30.509, 47.780" in listed
    assert "Tripoli: undecided" in listed
    assert "perhaps Tripoli, Libya" in listed
    told = run("place", case, "Basra")
    assert told.code == 0
    assert "Karim Zandi met Omar Haddad in Basra" in told.out
    assert json.loads(run("place", case, "Basra", "--json").out)["place"]["choice"]["country"] == "IQ"
    assert run("place", case, "Karim Zandi").code != 0
