import pytest
import sqlalchemy as sa

from cablegraph.errors import NothingThere
from cablegraph.model import PAGE_BREAK, OtherText, PageText, Reading, Region
from cablegraph.store import documents

from .making import AR, EN, FA, SHA, reading


def test_a_document_comes_back_with_its_pages_and_boxes_where_they_stand(connection: sa.Connection) -> None:
    key = documents.save_reading(connection, SHA["a"], 10, reading(FA, "", AR, EN), language="fa")
    item = documents.load_document(connection, key)
    assert item.text == PAGE_BREAK.join((FA, "", AR, EN))
    assert [item.text[p.start : p.end] for p in item.pages] == [FA, "", AR, EN]
    assert [p.number for p in item.pages] == [1, 2, 3, 4]
    box = item.pages[2].boxes[0]
    assert item.text[box.start : box.end] == AR[:3]
    assert (box.left, box.top, box.right, box.bottom, box.confidence) == (0.1, 0.2, 0.3, 0.4, 0.75)
    assert item.metadata == {"author": "ک. ز."}
    assert documents.load_text(connection, key) == item.text


def test_regions_move_with_their_page_and_other_texts_are_kept_word_for_word(connection: sa.Connection) -> None:
    other = OtherText("آن نامه\x0b", "pypdfium2", "It reads backward.")
    stamp, head = Region("stamp", 0.1, 0.7, 0.3, 0.9), Region("header", 0.1, 0.02, 0.9, 0.05, 0, 4)
    pages = (PageText(FA), PageText(AR, regions=(stamp, head), others=(other,)))
    key = documents.save_reading(
        connection, SHA["a"], 1, Reading("pdf", "application/pdf", "made 1", pages), language="fa"
    )
    item = documents.load_document(connection, key)
    assert (item.pages[0].regions, item.pages[0].others) == ((), ())
    found, moved = item.pages[1].regions
    assert found == stamp
    assert item.text[moved.start : moved.end] == AR[:4]
    assert item.pages[1].others == (other,)
    (light,) = documents.iter_documents(connection, [key])
    assert (light.pages[1].regions, light.pages[1].others) == ((stamp, moved), ())


def test_reading_again_replaces_the_pages(connection: sa.Connection) -> None:
    key = documents.save_reading(connection, SHA["a"], 10, reading(FA, AR, EN), language="fa")
    assert documents.save_reading(connection, SHA["a"], 10, reading(EN), language="en") == key
    item = documents.load_document(connection, key)
    assert (item.text, len(item.pages), item.language) == (EN, 1, "en")


def test_documents_come_in_order_of_id_without_boxes(connection: sa.Connection) -> None:
    keys = [documents.save_reading(connection, SHA[n], 1, reading(n), language="en") for n in "abcd"]
    found = list(documents.iter_documents(connection, keys[1:]))
    assert [d.id for d in found] == sorted(keys[1:])
    assert all(p.boxes == () for d in found for p in d.pages)


def test_what_is_not_there(connection: sa.Connection) -> None:
    with pytest.raises(NothingThere, match="d-none"):
        documents.load_document(connection, "d-none")
    assert documents.load_text(connection, "d-none") == ""
    assert not documents.exists(connection, SHA["a"])
    documents.save_reading(connection, SHA["a"], 1, reading(FA), language="fa")
    assert documents.exists(connection, SHA["a"])


def test_an_error_of_the_database_keeps_the_words_of_documents_to_itself(connection: sa.Connection) -> None:
    with pytest.raises(sa.exc.DBAPIError) as told:
        connection.execute(sa.text("INSERT INTO no_such_table (body) VALUES (:body)"), {"body": "نامه محرمانه"})
    assert "محرمانه" not in str(told.value)
