"""The list of participants of a conversation says who met; a long list says nothing."""

from cablegraph.extract.conversation import MOST, find_participants
from cablegraph.extract.headers import parse_header
from cablegraph.model.mention import FoundMention

HEAD = (
    "MEMORANDUM OF CONVERSATION\n\nDATE: May 3, 1961\nSUBJECT: Roads\nPARTICIPANTS:\n{}\n\nThe minister said nothing.\n"
)


def meetings(names: list[str], head: str = HEAD) -> list[tuple[str, str, str | None]]:
    text = head.format("\n".join(names))
    mentions = [FoundMention(text.index(n), text.index(n) + len(n), n, "PERSON", 0.9, "test") for n in names]
    return [(r.subject.text, r.object.text, r.first) for r in find_participants(text, parse_header(text), mentions)]


def test_every_pair_met_on_the_day() -> None:
    assert meetings(["Anna Reed", "Omar Haddad"]) == [("Anna Reed", "Omar Haddad", "1961-05-03")]
    assert len(meetings(["Anna Reed", "Omar Haddad", "Lena Voss"])) == 3


def test_a_conference_or_another_kind_of_paper_says_nothing() -> None:
    assert meetings([f"Guest Number{chr(65 + n)}" for n in range(MOST + 1)]) == []
    assert meetings(["Anna Reed", "Omar Haddad"], HEAD.replace("MEMORANDUM OF CONVERSATION", "AIRGRAM")) == []


def people(listed: str, names: list[str]) -> set[str]:
    text = HEAD.format(listed)
    mentions = [FoundMention(text.index(n), text.index(n) + len(n), n, "PERSON", 0.9, "test") for n in names]
    return {p.text for r in find_participants(text, parse_header(text), mentions) for p in (r.subject, r.object)}


def test_only_who_is_listed_was_there() -> None:
    listed = "Anna Reed, Special Representative of King Karim\nOmar Haddad\nLena Voss Chief\nJohn Roe, W\nEl-Nahri"
    found = people(listed, ["Anna Reed", "Karim", "Omar Haddad", "Lena Voss Chief", "John Roe, W", "El"])
    assert found == {"Anna Reed", "Omar Haddad", "Lena Voss", "John Roe"}
