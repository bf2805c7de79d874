from cablegraph.extract.mentions.spread import spread_names
from cablegraph.model.mention import FoundMention


def at(text: str, part: str, label: str, confidence: float) -> FoundMention:
    start = text.index(part)
    return FoundMention(start, start + len(part), part, label, confidence, "tagger:en")


def test_a_sure_name_is_passed_to_its_other_occurrences() -> None:
    text = "Qarani arrived. We saw QARANI and Qarani, not Qaranis."
    found = spread_names(text, [at(text, "Qarani", "PERSON", 0.98)])
    assert [(m.start, m.text, m.origin) for m in found][1:] == [(34, "Qarani", "spread")]
    assert found[1].confidence < 0.98


def test_an_unsure_or_two_faced_name_is_not_passed_on() -> None:
    text = "Brown met Brown in Brown."
    assert len(spread_names(text, [at(text, "Brown", "PERSON", 0.6)])) == 1
    both = [at(text, "Brown", "PERSON", 0.99), FoundMention(10, 15, "Brown", "PLACE", 0.99, "tagger:en")]
    assert len(spread_names(text, both)) == 2


def test_a_name_inside_a_longer_one_is_left_to_it() -> None:
    text = "Basra is far. The Basra Oil Company pays."
    company = at(text, "Basra Oil Company", "ORG", 0.95)
    assert len(spread_names(text, [at(text, "Basra", "PLACE", 0.99), company])) == 2


def test_a_name_joined_to_another_word_is_another_word() -> None:
    text = "ایران گفت که ایران‌خودرو و ایرانی نه."
    assert len(spread_names(text, [at(text, "ایران", "PLACE", 0.99)])) == 1
