import pytest

from cablegraph.model import Region, find_apart

REGIONS = (
    Region("table", 0.0, 0.0, 1.0, 1.0, 0, 90),
    Region("deleted", 0.0, 0.0, 0.0, 0.0, 10, 20),
    Region("notes", 0.0, 0.0, 0.0, 0.0, 50, 60),
)


@pytest.mark.parametrize(
    ("start", "end", "kind"), [(0, 10, ""), (9, 11, "deleted"), (20, 50, ""), (55, 90, "notes"), (12, 55, "deleted")]
)
def test_words_that_a_document_does_not_show_are_known_by_their_span(start, end, kind):
    assert find_apart(REGIONS, start, end) == kind
