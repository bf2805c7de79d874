"""The place of an event, and the places that are none of its own."""

import pytest

from relations.reading import read


@pytest.mark.parametrize(
    ("marked", "language", "place"),
    [
        ("[P Anna Reed] met [P Omar Haddad] in [L Vale] on 3 May 2011.", "en", "Vale"),
        ("In [L Zahr], [P Anna Reed] met [P Omar Haddad].", "en", None),
        ("[P Anna Reed] met [P Omar Haddad], who lives in [L Vale].", "en", None),
        ("[P Anna Reed] met [P Omar Haddad] in [L Vale] and in [L Zahr].", "en", None),
        ("[P Anna Reed] met [P Omar Haddad].", "en", None),
        ("[P سارا نادری] در [L وادیار] با [P آرش توانا] دیدار کرد.", "fa", "وادیار"),
        ("التقى [P كريم جابر] ب[P سلمى حداد] في [L زهر].", "ar", "زهر"),
    ],
)
def test_where_they_met(marked: str, language: str, place: str | None) -> None:
    (relation,) = read(marked, language, "Meeting")
    assert relation.place == place
