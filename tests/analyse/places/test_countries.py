"""Countries by name in four languages."""

import pytest

from cablegraph.analyse.places.countries import countries, find_country


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Iraq", "IQ"), ("العراق", "IQ"), ("عراق", "IQ"), ("عێراق", "IQ"), ("Iran", "IR"), ("Islamic Republic of Iran", "IR"), ("ایران", "IR"), ("إيران", "IR"),
        ("U.S.", "US"), ("USA", "US"), ("ایالات متحده", "US"), ("الولايات المتحدة", "US"), ("آمریکا", "US"), ("امریکا", "US"), ("انگلیس", "GB"),
        ("Syria", "SY"), ("سوریه", "SY"), ("سوريا", "SY"), ("Palestine", "PS"), ("السعودية", "SA"), ("ترکیه", "TR"), ("افغانستان", "AF"),
    ],
)  # fmt: skip
def test_a_country_is_known_in_its_languages(name: str, code: str) -> None:
    land = find_country(name)
    assert land is not None
    assert land.code == code


@pytest.mark.parametrize("name", ["Baghdad", "تهران", "Middle East", "us them", "", "خلیج فارس"])
def test_what_is_no_country_is_none(name: str) -> None:
    assert find_country(name) is None


def test_a_country_has_its_number_and_its_capital() -> None:
    assert (countries()["IQ"].geonames, countries()["IQ"].capital) == (99237, "Baghdad")
