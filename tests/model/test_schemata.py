import pytest

from cablegraph.model import LABELS, entity_schema, relation_schemata, stated_interval

DESIGNED = {
    "Occupancy", "Membership", "Directorship", "Employment", "Representation", "Ownership", "Family", "Associate", "UnknownLink", "Recruitment",
    "Allegiance", "Meeting", "Communication", "Alliance", "Support", "Conflict", "Succession", "Territory",
}  # fmt: skip

# The two ends of FollowTheMoney's interval schemata, after its documentation.
ENDS_IN_FTM = {
    "Occupancy": ("holder", "post"),
    "Membership": ("member", "organization"),
    "Directorship": ("director", "organization"),
    "Employment": ("employee", "employer"),
    "Representation": ("agent", "client"),
    "Ownership": ("owner", "asset"),
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "UnknownLink": ("subject", "object"),
}


def test_every_designed_relation_is_there_with_the_words_of_followthemoney() -> None:
    assert set(relation_schemata()) == DESIGNED
    for schema in relation_schemata().values():
        assert schema.label
        assert ENDS_IN_FTM[schema.ftm] == (schema.subject, schema.object)


@pytest.mark.parametrize(
    ("name", "directed", "instant"),
    [
        ("Meeting", False, True),
        ("Family", False, False),
        ("Occupancy", True, False),
        ("Recruitment", True, True),
        ("Support", True, False),
        ("Communication", False, True),
    ],
)
def test_how_a_relation_behaves(name: str, directed: bool, instant: bool) -> None:
    schema = relation_schemata()[name]
    assert (schema.directed, schema.instant) == (directed, instant)


def test_every_label_but_a_nationality_means_an_entity() -> None:
    meant = {label: entity_schema(label) for label in LABELS}
    assert meant == {
        "PERSON": "Person",
        "ORG": "Organization",
        "PLACE": "Address",
        "POST": "Position",
        "CODENAME": "Person",
        "NATIONALITY": None,
    }
    assert entity_schema("no such label") is None


@pytest.mark.parametrize(
    ("kind", "stated", "interval"),
    [
        ("Meeting", ("2014-11-05", None), ("2014-11-05", "2014-11-05")),
        ("Meeting", (None, "2014-11"), ("2014-11", "2014-11")),
        ("Meeting", ("2014-11-05", "2014-11-07"), ("2014-11-05", "2014-11-07")),
        ("Meeting", (None, None), (None, None)),
        ("Occupancy", ("2005", None), ("2005", None)),
        ("Occupancy", (None, "2008"), (None, "2008")),
    ],
)
def test_what_happens_once_does_not_go_on_and_what_lasts_stays_open(
    kind: str, stated: tuple[str | None, str | None], interval: tuple[str | None, str | None]
) -> None:
    assert stated_interval(kind, *stated) == interval
