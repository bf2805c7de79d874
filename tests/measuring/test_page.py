"""The quality page says what was not measured and hides no peer that is absent."""

from bench.page import quality_page

HEAD = {"version": "0", "python": "3.11", "cores": 2}
ABSENT = {"title": "some peer", "absent": "not installed here"}


def test_a_peer_that_is_not_there_is_named_with_the_reason():
    page = quality_page(HEAD | {"peers": {"names": [ABSENT], "dates": [ABSENT]}})
    assert page.count("some peer was not measured: not installed here.") == 3


def test_in_sample_names_are_called_so():
    page = quality_page(HEAD | {"scores": {"same-name": {"f1": 0.98}}})
    assert "in-sample" in page
    assert "Unseen material" in page


def test_an_empty_result_shows_only_what_was_written_down():
    assert "| must |" not in quality_page(HEAD)
