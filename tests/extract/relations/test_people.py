"""Whom 'he', 'I' and a verb without its subject mean, and who only owns the one who acts."""

import pytest

from relations.reading import ends, read

SIGNED = "\n\n[P سارا نادری]"
SIGNED_AR = "\n\n[P كريم جابر]"


@pytest.mark.parametrize(
    ("marked", "language", "want"),
    [
        # a pronoun, or a subject left to the verb, is the one person of the sentence before
        ("[P Anna Reed] came. She met [P Omar Haddad].", "en", [("Anna Reed", "Omar Haddad")]),
        ("[P سارا نادری] آمد. وی با [P آرش توانا] دیدار کرد.", "fa", [("سارا نادری", "آرش توانا")]),
        ("[P سارا نادری] آمد. سپس با [P آرش توانا] دیدار کرد.", "fa", [("سارا نادری", "آرش توانا")]),
        ("[P سارا نادری] آمد. در ۱۰ تیر ۱۳۹۳ با [P آرش توانا] دیدار کرد.", "fa", [("سارا نادری", "آرش توانا")]),
        ("وصل [P كريم جابر]. والتقى ب[P سلمى حداد].", "ar", [("كريم جابر", "سلمى حداد")]),
        ("وصلت [P ليلى صباح]. اجتمعت مع [P سلمى حداد].", "ar", [("ليلى صباح", "سلمى حداد")]),
        # two people leave it open
        ("[P Anna Reed] wrote to [P Lena Voss]. She met [P Omar Haddad].", "en", []),
        ("[P سارا نادری] و [P لیلا ثابت] آمدند. وی با [P آرش توانا] دیدار کرد.", "fa", []),
        ("[P سارا نادری] و [P لیلا ثابت] آمدند. سپس با [P آرش توانا] دیدار کرد.", "fa", []),
        ("وصل [P كريم جابر] و[P عمر صباح]. والتقى ب[P سلمى حداد].", "ar", []),
        # a subject that comes late is no missing one, nor is a plural verb one person's
        ("[P لیلا ثابت] آمد. در وادیار [P سارا نادری] با [P آرش توانا] دیدار کرد.", "fa", [("سارا نادری", "آرش توانا")]),
        ("[P لیلا ثابت] آمد. با [P آرش توانا] دیدار کردند.", "fa", []),
        # the writer
        ("I met [P Omar Haddad].\n\n[P Anna Reed]", "en", [("Anna Reed", "Omar Haddad")]),
        (f"با [P آرش توانا] دیدار کردم.{SIGNED}", "fa", [("سارا نادری", "آرش توانا")]),
        (f"من با [P آرش توانا] دیدار کردم.{SIGNED}", "fa", [("سارا نادری", "آرش توانا")]),
        (f"التقيت ب[P سلمى حداد] أمس.{SIGNED_AR}", "ar", [("كريم جابر", "سلمى حداد")]),
        (f"اجتمعت مع [P سلمى حداد].{SIGNED_AR}", "ar", [("كريم جابر", "سلمى حداد")]),
        ("با [P آرش توانا] دیدار کردم.", "fa", []),
        # within quotation marks the speaker is 'I'
        ('[P Lena Voss] said: "I met [P Omar Haddad]."\n\n[P Anna Reed]', "en", [("Lena Voss", "Omar Haddad")]),
        (f"[P لیلا ثابت] گفت: «من با [P آرش توانا] دیدار کردم.»{SIGNED}", "fa", [("لیلا ثابت", "آرش توانا")]),
        # a namesake in another clause, and the owner of who acts
        ("The brother of [P Anna Reed] met [P Omar Haddad].", "en", []),
        ("[P Anna Reed]'s brother met [P Omar Haddad].", "en", []),
        ("[P Anna Reed] met the aide of [P Omar Haddad].", "en", []),
        ("[P Lena Voss], the daughter of [P Anna Reed], left; [P Lena Voss] met [P Omar Haddad].", "en", [("Lena Voss", "Omar Haddad")]),
        ("برادر [P سارا نادری] با [P آرش توانا] دیدار کرد.", "fa", []),
        ("[P سارا نادری] با همسر [P آرش توانا] دیدار کرد.", "fa", []),
        ("التقى شقيق [P كريم جابر] ب[P سلمى حداد].", "ar", []),
        ("التقى [P كريم جابر] بشقيق [P سلمى حداد].", "ar", []),
    ],
)  # fmt: skip
def test_who_met_whom(marked: str, language: str, want: list[tuple[str, str]]) -> None:
    assert ends(read(marked, language, "Meeting")) == want


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("Former [O Canal Bureau] men founded the [O Dawn Front].", "en"),
        ("Leaders of the [O Canal Bureau] attacked the [O Dawn Front].", "en"),
        ("ماموران پیشین [O دفتر رود] [O جبهه سحر] را بنیان نهادند.", "fa"),
        ("أسس ضباط سابقون في [O مكتب النهر] [O جبهة الفجر].", "ar"),
        ("The [O Canal Bureau] offered [P Anna Reed] work.", "en"),
        ("[O سازمان رود] به [P سارا نادری] پیشنهاد همکاری داد.", "fa"),
        ("عرض [O جهاز النهر] على [P سلمى حداد] العمل.", "ar"),
    ],
)
def test_what_somebody_else_did_is_not_done_by_the_name(marked: str, language: str) -> None:
    assert read(marked, language) == []


def test_one_list_states_a_relation_for_each_member() -> None:
    marked = "The [O Canal League], which met in [L Vale], includes [L Zahr], [L Ostra], the [L Nahr], [L Wadi] and [L Basin]."
    assert [subject for subject, _ in ends(read(marked, "en", "Membership"))] == [
        "Zahr",
        "Ostra",
        "Nahr",
        "Wadi",
        "Basin",
    ]
