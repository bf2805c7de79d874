"""To negate a sentence turns its relation into a denial: the same type and the same ends, never affirmed and never dropped."""

import pytest

from relations.reading import ends, read

PAIRS = [
    ("Recruitment", "en",
     "[P Anna Reed] recruited [P Omar Haddad] for the [O Canal Bureau].",
     "[P Anna Reed] did not recruit [P Omar Haddad] for the [O Canal Bureau]."),
    ("Communication", "en", "[P Anna Reed] spoke with [P Omar Haddad].", "[P Anna Reed] never spoke with [P Omar Haddad]."),
    ("Directorship", "en", "[P Anna Reed] leads the [O Canal Brigade].", "[P Anna Reed] does not lead the [O Canal Brigade]."),
    ("Allegiance", "en", "[P Anna Reed] defected to the [O Canal Bureau].", "[P Anna Reed] did not defect to the [O Canal Bureau]."),
    ("Family", "en", "[P Anna Reed] is the sister of [P Omar Haddad].", "[P Anna Reed] is not the sister of [P Omar Haddad]."),
    ("Employment", "en", "[P Anna Reed] worked for the [O Canal Bureau].", "[P Anna Reed] never worked for the [O Canal Bureau]."),
    ("Support", "en", "[L Vale] supported the [O Canal Brigade].", "[L Vale] did not support the [O Canal Brigade]."),
    ("Conflict", "en", "[L Vale] attacked [L Zahr].", "[L Vale] did not attack [L Zahr]."),
    ("Succession", "en", "[P Anna Reed] succeeded [P Omar Haddad].", "[P Anna Reed] did not succeed [P Omar Haddad]."),
    ("Occupancy", "en", "[P Anna Reed] was appointed [T Governor of [L Vale]].", "[P Anna Reed] was not appointed [T Governor of [L Vale]]."),
    ("Alliance", "en", "[P Anna Reed] fought alongside [P Omar Haddad].", "[P Anna Reed] did not fight alongside [P Omar Haddad]."),
    ("Territory", "en", "[L Vale] ceded the islands to [L Zahr].", "[L Vale] did not cede the islands to [L Zahr]."),
    ("Membership", "en", "[P Anna Reed] joined the [O River Party].", "[P Anna Reed] did not join the [O River Party]."),
    ("Associate", "en", "[P Anna Reed] is close to [P Omar Haddad].", "[P Anna Reed] is not close to [P Omar Haddad]."),
    ("UnknownLink", "en", "[P Omar Haddad]'s codename is [C ORCHARD].", "[P Omar Haddad]'s codename is not [C ORCHARD]."),
    ("Meeting", "fa", "[P سارا نادری] با [P آرش توانا] دیدار کرد.", "[P سارا نادری] با [P آرش توانا] دیدار نکرد."),
    ("Communication", "fa", "[P سارا نادری] با [P آرش توانا] تماس گرفت.", "[P سارا نادری] با [P آرش توانا] تماس نگرفت."),
    ("Directorship", "fa", "[P سارا نادری] [O تیپ رود] را رهبری می\u200cکند.", "[P سارا نادری] [O تیپ رود] را رهبری نمی\u200cکند."),
    ("Membership", "fa", "[P سارا نادری] عضو [O حزب رود] است.", "[P سارا نادری] عضو [O حزب رود] نیست."),
    ("Recruitment", "fa", "[P سارا نادری] توسط [O سازمان رود] جذب شد.", "[P سارا نادری] توسط [O سازمان رود] جذب نشد."),
    ("Occupancy", "fa",
     "[P سارا نادری] در ۱۳۹۰ به سمت [T استاندار [L وادیار]] منصوب شد.",
     "[P سارا نادری] در ۱۳۹۰ به سمت [T استاندار [L وادیار]] منصوب نشد."),
    ("Succession", "fa", "[P سارا نادری] جانشین [P آرش توانا] شد.", "[P سارا نادری] جانشین [P آرش توانا] نشد."),
    ("Family", "fa", "[P سارا نادری] خواهر [P آرش توانا] است.", "[P سارا نادری] خواهر [P آرش توانا] نیست."),
    ("Conflict", "fa", "[L وادیار] به [L زهرستان] حمله کرد.", "[L وادیار] به [L زهرستان] حمله نکرد."),
    ("Support", "fa", "[L وادیار] از [O تیپ رود] پشتیبانی کرد.", "[L وادیار] از [O تیپ رود] پشتیبانی نکرد."),
    ("Alliance", "fa", "[P سارا نادری] دوشادوش [P آرش توانا] جنگید.", "[P سارا نادری] دوشادوش [P آرش توانا] نجنگید."),
    ("Allegiance", "fa", "[P سارا نادری] از [O دفتر وادی] به [O سازمان رود] پیوست.", "[P سارا نادری] از [O دفتر وادی] به [O سازمان رود] نپیوست."),
    ("Territory", "fa", "[L وادیار] جزیره\u200cها را به [L زهرستان] واگذار کرد.", "[L وادیار] جزیره\u200cها را به [L زهرستان] واگذار نکرد."),
    ("Employment", "fa", "[P سارا نادری] مامور [O دفتر رود] بود.", "[P سارا نادری] مامور [O دفتر رود] نبود."),
    ("Associate", "fa", "[P سارا نادری] از نزدیکان [P آرش توانا] است.", "[P سارا نادری] از نزدیکان [P آرش توانا] نیست."),
    ("Meeting", "ar", "التقى [P كريم جابر] ب[P سلمى حداد].", "لم يلتق [P كريم جابر] ب[P سلمى حداد]."),
    ("Communication", "ar", "اتصل [P كريم جابر] ب[P سلمى حداد].", "لم يتصل [P كريم جابر] ب[P سلمى حداد]."),
    ("Directorship", "ar", "يقود [P كريم جابر] [O كتيبة النهر].", "لا يقود [P كريم جابر] [O كتيبة النهر]."),
    ("Membership", "ar", "[P كريم جابر] عضو في [O حزب النهر].", "[P كريم جابر] ليس عضوا في [O حزب النهر]."),
    ("Recruitment", "ar", "جند [P كريم جابر] [P سلمى حداد] لصالح [O جهاز النهر].", "لم يجند [P كريم جابر] [P سلمى حداد] لصالح [O جهاز النهر]."),
    ("Occupancy", "ar", "عين [P كريم جابر] [T محافظ [L زهر]].", "لم يعين [P كريم جابر] [T محافظ [L زهر]]."),
    ("Employment", "ar", "يعمل [P كريم جابر] لدى [O مكتب النهر].", "لا يعمل [P كريم جابر] لدى [O مكتب النهر]."),
    ("Conflict", "ar", "غزت [L زهر] [L الوادي].", "لم تغز [L زهر] [L الوادي]."),
    ("Support", "ar", "دعمت [L زهر] [O كتيبة النهر].", "لم تدعم [L زهر] [O كتيبة النهر]."),
    ("Succession", "ar", "خلف [P كريم جابر] [P سلمى حداد].", "لم يخلف [P كريم جابر] [P سلمى حداد]."),
    ("Alliance", "ar", "قاتل [P كريم جابر] إلى جانب [P سلمى حداد].", "لم يقاتل [P كريم جابر] إلى جانب [P سلمى حداد]."),
    ("Allegiance", "ar",
     "انشق [P كريم جابر] عن [O جهاز الوادي] وانضم إلى [O جهاز النهر].",
     "لم ينشق [P كريم جابر] عن [O جهاز الوادي] ولم ينضم إلى [O جهاز النهر]."),
    ("Territory", "ar", "تنازلت [L زهر] عن الجزر لصالح [L الوادي].", "لم تتنازل [L زهر] عن الجزر لصالح [L الوادي]."),
    ("Associate", "ar", "[P كريم جابر] مقرب من [P سلمى حداد].", "[P كريم جابر] ليس مقربا من [P سلمى حداد]."),
    ("Occupancy", "fa", "[P سارا نادری] از سمت [T استاندار [L وادیار]] برکنار شد.", "[P سارا نادری] از سمت [T استاندار [L وادیار]] برکنار نشد."),
    ("Succession", "fa", "[P سارا نادری] [P آرش توانا] را سرنگون کرد.", "[P سارا نادری] [P آرش توانا] را سرنگون نکرد."),
    ("UnknownLink", "fa", "نام مستعار [P سارا نادری] «[C سپیده]» است.", "نام مستعار [P سارا نادری] «[C سپیده]» نیست."),
    ("Ownership", "fa", "[P سارا نادری] مالک [O شرکت رود] است.", "[P سارا نادری] مالک [O شرکت رود] نیست."),
    ("Representation", "fa", "[P سارا نادری] [O دفتر رود] را نمایندگی کرد.", "[P سارا نادری] [O دفتر رود] را نمایندگی نکرد."),
    ("Family", "ar", "[P سلمى حداد] شقيقة [P كريم جابر].", "[P سلمى حداد] ليست شقيقة [P كريم جابر]."),
    ("UnknownLink", "ar", "المصدر «[C الزيتون]» هو [P كريم جابر].", "المصدر «[C الزيتون]» ليس [P كريم جابر]."),
    ("Representation", "ar", "مثل [P كريم جابر] [O مكتب النهر].", "لم يمثل [P كريم جابر] [O مكتب النهر]."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "affirmed", "negated"), PAIRS)
def test_a_negated_sentence_denies(kind: str, language: str, affirmed: str, negated: str) -> None:
    said, denied = read(affirmed, language), read(negated, language)
    assert kind in {r.type for r in said}
    assert {(r.type, *e) for r, e in zip(denied, ends(denied), strict=True)} == {
        (r.type, *e) for r, e in zip(said, ends(said), strict=True)
    }
    assert {r.polarity.value for r in said} == {"affirmed"}
    assert {r.polarity.value for r in denied} == {"denied"}


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
def test_the_table_has_every_language(language: str) -> None:
    assert len({kind for kind, at, *_ in PAIRS if at == language}) >= 10
