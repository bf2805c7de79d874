"""Denials, plans, hedges, conditions and questions in three languages: what a sentence says of a meeting or a recruitment, and what it does not."""

import pytest

from relations.reading import read


@pytest.mark.parametrize(
    ("marked", "language", "kind", "polarity", "modality"),
    [
        ("[P Anna Reed] denied having met [P Omar Haddad].", "en", "Meeting", "denied", "report"),
        ("[P سارا نادری] دیدار با [P آرش توانا] را تکذیب کرد.", "fa", "Meeting", "denied", "report"),
        ("نفى [P كريم جابر] لقاءه ب[P سلمى حداد].", "ar", "Meeting", "denied", "report"),
        ("The [O Canal Bureau] offered to recruit [P Anna Reed].", "en", "Recruitment", "affirmed", "plan"),
        ("[O سازمان رود] قصد دارد [P سارا نادری] را جذب کند.", "fa", "Recruitment", "affirmed", "plan"),
        ("يعتزم [O جهاز النهر] تجنيد [P سلمى حداد].", "ar", "Recruitment", "affirmed", "plan"),
        ("[P Anna Reed] will meet [P Omar Haddad].", "en", "Meeting", "affirmed", "plan"),
        ("قرار است [P سارا نادری] با [P آرش توانا] دیدار کند.", "fa", "Meeting", "affirmed", "plan"),
        ("سيلتقي [P كريم جابر] ب[P سلمى حداد].", "ar", "Meeting", "affirmed", "plan"),
        ("[P Anna Reed] allegedly met [P Omar Haddad].", "en", "Meeting", "affirmed", "allegation"),
        ("گویا [P سارا نادری] با [P آرش توانا] دیدار کرده است.", "fa", "Meeting", "affirmed", "allegation"),
        ("ربما التقى [P كريم جابر] ب[P سلمى حداد].", "ar", "Meeting", "affirmed", "allegation"),
        ("[P Anna Reed] is said to have met [P Omar Haddad].", "en", "Meeting", "affirmed", "report"),
        ("گفته می‌شود [P سارا نادری] با [P آرش توانا] دیدار کرده است.", "fa", "Meeting", "affirmed", "report"),
        ("يقال إن [P كريم جابر] التقى [P سلمى حداد].", "ar", "Meeting", "affirmed", "report"),
        ("The press has not reported the fact that [P Anna Reed] met [P Omar Haddad].", "en", "Meeting", "affirmed", "fact"),
    ],
)  # fmt: skip
def test_how_a_sentence_puts_it(marked: str, language: str, kind: str, polarity: str, modality: str) -> None:
    (relation,) = read(marked, language, kind)
    assert (relation.polarity.value, relation.modality.value) == (polarity, modality)


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("If [P Anna Reed] met [P Omar Haddad], we would know.", "en"),
        ("In the event that [P Anna Reed] met [P Omar Haddad], we would leave.", "en"),
        ("Did [P Anna Reed] meet [P Omar Haddad]?", "en"),
        ("We do not know whether [P Anna Reed] met [P Omar Haddad].", "en"),
        ("اگر [P سارا نادری] با [P آرش توانا] دیدار کند، آگاه می‌شویم.", "fa"),
        ("آیا [P سارا نادری] با [P آرش توانا] دیدار کرد؟", "fa"),
        ("چنانچه [P سارا نادری] با [P آرش توانا] دیدار کند، می‌رویم.", "fa"),
        ("إذا التقى [P كريم جابر] ب[P سلمى حداد] فسنعلم.", "ar"),
        ("هل التقى [P كريم جابر] ب[P سلمى حداد]؟", "ar"),
        ("لو التقى [P كريم جابر] ب[P سلمى حداد] لعلمنا.", "ar"),
    ],
)
def test_what_is_only_asked_or_supposed_is_not_stated(marked: str, language: str) -> None:
    assert read(marked, language) == []
