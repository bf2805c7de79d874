import pytest
import sqlalchemy as sa

from cablegraph.errors import NothingThere
from cablegraph.model import Entity, Extraction, Header, Link
from cablegraph.store import documents, entities, facts

from .making import AR, FA, SHA, extraction, reading


@pytest.fixture
def letter(connection: sa.Connection) -> tuple[sa.Connection, str, Extraction]:
    """A document with one of every fact."""
    key = documents.save_reading(connection, SHA["a"], 1, reading(FA), language="fa")
    found = extraction(key, FA)
    facts.save_extraction(connection, key, found)
    return connection, key, found


def test_every_fact_comes_back_as_it_was(letter: tuple[sa.Connection, str, Extraction]) -> None:
    connection, key, found = letter
    assert facts.load_header(connection, key) == found.header
    assert facts.load_mentions(connection, [key]) == list(found.mentions)
    assert facts.load_dates(connection, key) == list(found.dates)
    assert tuple(facts.iter_referents(connection)) == found.referents
    assert tuple(facts.iter_relations(connection)) == found.relations
    assert tuple(facts.iter_relations(connection, documents=["d-other"])) == ()
    assert facts.load_header(connection, "d-other") == Header()


def test_every_fact_has_a_citation_that_holds(letter: tuple[sa.Connection, str, Extraction]) -> None:
    connection, key, _ = letter
    citations = list(facts.iter_citations(connection, key))
    assert len(citations) == 4
    text = documents.load_text(connection, key)
    assert all(c.holds(text) for c in citations)
    assert not any(c.holds("x" + text) for c in citations)


def test_extracting_again_replaces_what_was_known(letter: tuple[sa.Connection, str, Extraction]) -> None:
    connection, key, found = letter
    facts.save_extraction(connection, key, found)
    assert len(facts.load_mentions(connection, [key])) == 2
    facts.save_extraction(connection, key, Extraction(Header(), (), (), (), ()))
    assert list(facts.iter_citations(connection, key)) == []
    assert list(facts.iter_referents(connection)) == []


def test_entities_count_their_documents_and_mentions_and_an_older_resolution_goes(
    letter: tuple[sa.Connection, str, Extraction],
) -> None:
    connection, _, _ = letter
    other = documents.save_reading(connection, SHA["b"], 1, reading(AR), language="ar")
    proof = extraction(other, AR)
    from dataclasses import replace

    facts.save_extraction(
        connection,
        other,
        replace(
            proof,
            referents=(replace(proof.referents[1], id="r-9"),),
            mentions=(replace(proof.mentions[1], referent="r-9"),),
            relations=(),
        ),
    )
    old = Entity("r-1", "Organization", "old", ("old",), ("r-1",))
    entities.save_resolution(
        connection, [old], [("r-1", Link("r-1", "r-1", 1.0, "first"))], [Link("r-1", "r-2", 0.5, "?")]
    )
    person = Entity("r-2", "Person", "كريم زندي", ("كريم زندي", "Karim Zandi"), ("r-2", "r-9"), 0.9)
    links = [("r-2", Link("r-2", "r-2", 1.0, "first")), ("r-2", Link("r-9", "r-2", 0.9, "same name"))]
    entities.save_resolution(connection, [person], links, [])
    rows = entities.load_entities(connection)
    assert list(rows) == ["r-2"]
    assert (rows["r-2"].documents, rows["r-2"].mentions, rows["r-2"].names) == (2, 2, ["كريم زندي", "Karim Zandi"])
    assert entities.entity_of(connection) == {"r-2": "r-2", "r-9": "r-2"}
    assert entities.current_id(connection, "r-9") == "r-2"
    with pytest.raises(NothingThere, match="r-1"):
        entities.current_id(connection, "r-1")
