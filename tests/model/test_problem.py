import pytest

from cablegraph.model import problem_codes, remedy_for


@pytest.mark.parametrize("code", sorted(problem_codes()))
def test_every_code_says_what_happened_and_what_to_do(code: str) -> None:
    entry = problem_codes()[code]
    assert set(entry) == {"title", "remedy"}
    assert code == code.lower()
    assert entry["title"][0].isupper()
    assert not entry["title"].endswith(".")
    remedy = remedy_for(code)
    assert remedy == entry["remedy"]
    assert remedy[0].isupper()
    assert remedy.endswith((".", ")."))
    assert len(remedy.split()) >= 5


def test_a_code_that_is_not_declared_is_refused() -> None:
    with pytest.raises(KeyError):
        remedy_for("file-haunted")
