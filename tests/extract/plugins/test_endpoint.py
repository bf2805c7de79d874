"""A language model as a tagger: what it may say, what it may not, and what documents cannot make it do."""

import json
from pathlib import Path

import pytest
import yaml

from cablegraph.errors import UsageFault
from cablegraph.extract.plugins import TaggerConfig, hear, make_tagger, merge_mentions
from cablegraph.extract.plugins.endpoint import NO_ANSWER, REFUSED, TASK, TOO_LARGE, UNREADABLE, is_loopback
from cablegraph.model.mention import FoundMention

from .conftest import Model

INJECTIONS = yaml.safe_load((Path(__file__).parent / "injections.yml").read_text(encoding="utf-8"))


def config(url: str, **more: object) -> TaggerConfig:
    return TaggerConfig("llm", "endpoint", url=url, model="tiny", **more)


def told(*pairs: tuple[str, str]) -> str:
    return json.dumps({"mentions": [{"quote": quote, "label": label} for quote, label in pairs]})


@pytest.mark.parametrize("case", INJECTIONS, ids=[c["name"] for c in INJECTIONS])
def test_a_model_that_obeys_the_document_changes_nothing(model: Model, case: dict) -> None:
    model.answer = lambda document: case["answer"]
    settings = config(model.url)
    heard = hear(make_tagger(settings), settings, case["text"], None)
    assert [m.text for m in heard.mentions] == case["kept"]
    assert all(case["text"][m.start : m.end] == m.text for m in heard.mentions)
    assert heard.dropped == case["dropped"]
    own = [FoundMention(0, 4, case["text"][:4], "PERSON", 0.4, "tagger:en")]
    merged = merge_mentions(own, heard.mentions)
    assert (0, 4, "PERSON") in [(m.start, m.end, m.label) for m in merged], "what is there stays"


@pytest.mark.parametrize("case", INJECTIONS, ids=[c["name"] for c in INJECTIONS])
def test_the_document_goes_as_data_and_the_task_is_always_the_same(model: Model, case: dict) -> None:
    settings = config(model.url)
    hear(make_tagger(settings), settings, case["text"], None)
    (question,) = model.asked
    system, user = question["messages"]
    assert system == {"role": "system", "content": TASK}
    assert json.loads(user["content"]) == {"document": case["text"].strip()}
    assert set(question) == {"model", "temperature", "stream", "messages", "response_format"}
    assert question["response_format"]["json_schema"]["strict"] is True
    assert "Authorization" not in model.headers[0]


def test_every_place_of_a_quote(model: Model) -> None:
    model.answer = lambda document: told(("Reed", "PERSON"))
    settings = config(model.url)
    heard = hear(make_tagger(settings), settings, "Reed came. Then Reed left the Reedlands.", "en")
    assert [(m.start, m.end) for m in heard.mentions] == [(0, 4), (16, 20)]
    assert {m.origin for m in heard.mentions} == {"plugin:llm@tiny"}


def test_a_long_text_goes_in_pieces_and_a_bad_piece_does_not_lose_the_others(model: Model) -> None:
    sentences = [f"Anna Reed came to the town of Vale{'x' * (n % 3)} on day {n}. " for n in range(40)]
    model.answer = lambda document: "no" if "day 20." in document else told(("Anna Reed", "PERSON"))
    settings = config(model.url, chunk=300)
    text = "".join(sentences)
    heard = hear(make_tagger(settings), settings, text, "en")
    documents = [json.loads(q["messages"][1]["content"])["document"] for q in model.asked]
    assert all(len(d) <= 300 for d in documents)
    assert sum(d.count("Anna Reed") for d in documents) == 40
    assert heard.dropped == {UNREADABLE: 1}
    assert len(heard.mentions) == 40, "a name told of one piece is meant wherever it stands"


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"status": 500}, REFUSED),
        ({"status": 302}, REFUSED),
        ({"raw": b"not json"}, UNREADABLE),
        ({"raw": b'{"choices": []}'}, UNREADABLE),
        ({"raw": b"[" * 100_000}, UNREADABLE),
        ({"raw": b" " * (5 * 2**20)}, TOO_LARGE),
        ({"slow": 0.6}, NO_ANSWER),
    ],
    ids=["fails", "sends elsewhere", "no json", "no choice", "nested", "flood", "silent"],
)
def test_a_server_that_misbehaves_is_counted(model: Model, change: dict, cause: str) -> None:
    for name, value in change.items():
        setattr(model, name, value)
    settings = config(model.url, seconds=0.2 if "slow" in change else 20.0)
    assert hear(make_tagger(settings), settings, "Anna Reed came.", None).dropped == {cause: 1}


def test_no_server_at_all() -> None:
    settings = config("http://127.0.0.1:9/v1", seconds=2.0)
    assert hear(make_tagger(settings), settings, "Anna Reed came.", None).dropped == {NO_ANSWER: 1}


def test_another_language_is_not_asked(model: Model) -> None:
    settings = config(model.url, languages=("en",))
    assert hear(make_tagger(settings), settings, "آنا رید آمد.", "fa").mentions == ()
    assert model.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://192.0.2.7:8080/v1",
        "https://models.example.org/v1",
        "http://127.0.0.1.example.org/v1",
        "http://[2001:db8::1]/v1",
        "http://10.0.0.5/v1",
    ],
)
def test_another_machine_is_refused_unless_allowed(url: str) -> None:
    with pytest.raises(UsageFault, match="Nothing was sent"):
        make_tagger(config(url))
    assert make_tagger(config(url, allow_remote=True)).name == "llm"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "127.0.0.1:8080", "ftp://127.0.0.1/", ""])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(UsageFault, match="which is none"):
        make_tagger(config(url))


def test_what_is_this_machine() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.8.9.1", "::1", "localhost"))
    assert not any(is_loopback(host) for host in ("0.0.0.0", "192.168.1.1", "localhost.example.org", "2130706433"))


def test_a_key_comes_from_the_environment_only(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUR_KEY", "k-1")
    settings = config(model.url, key_variable="OUR_KEY")
    hear(make_tagger(settings), settings, "Anna Reed came.", None)
    assert model.headers[0]["Authorization"] == "Bearer k-1"


def test_a_proxy_of_the_environment_is_not_used(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    settings = config(model.url)
    assert hear(make_tagger(settings), settings, "Anna Reed came.", None).dropped == {}
