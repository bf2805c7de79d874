"""The questions to the network over HTTP."""

import pytest


def ask(client, path, **params):
    answer = client.get(f"/api/{path}", params=params)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def test_the_capture_map_of_a_body_by_a_power(client):
    found = ask(client, "capture", body="دفتر هفتم", power="Harbour Front")
    (post,) = found["posts"]
    assert [h["relation"]["id"] for h in post["holders"]] == ["r1", "r2"]
    assert [h["strongest"] for h in post["holders"]] == ["contact", ""]
    assert (found["first"], found["months"][0]["posts"]) == ("2007-03", 1)
    assert all(m["certain"] <= m["possible"] <= m["posts"] for m in found["months"])
    both = ask(client, "capture", body=["دفتر هفتم", "لیان"], power=["Harbour Front", "e8"])
    assert len(both["posts"]) == 1


@pytest.mark.parametrize(
    ("path", "params", "length"),
    [
        ("switches", {}, 1), ("switches", {"to": "2008"}, 0), ("handlers", {}, 1), ("handlers", {"handler": "کاوه رستگار"}, 1),
        ("contradictions", {}, 0),
    ],
)  # fmt: skip
def test_lists_are_asked_for_by_name_and_time(client, path, params, length):
    assert len(ask(client, path, **params)) == length


def test_a_change_of_sides_names_both_and_who_says_so(client):
    (found,) = ask(client, "switches")
    assert (found["former"]["entity"], found["side"]["entity"], found["told"][0]["asserted_by"]) == (
        "e4",
        "e8",
        "a source",
    )
    assert found["told"][0]["citations"]


def test_who_met_whom_and_who_stands_between(client):
    met = ask(client, "meetings", who="e1", whom="سمير النوري")
    assert [m["relation"]["id"] for m in met["meetings"]] == ["r4"]
    between = ask(client, "between", service="Harbour Front", body="دفتر هفتم")
    assert [(b["person"]["entity"], [r["holder"]["entity"] for r in b["reaches"]]) for b in between["between"]] == [
        ("e2", ["e1"])
    ]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("capture", 400), ("capture?body=e4", 400), ("capture?body=nobody&power=e4", 404), ("between?service=e4", 400), ("switches?from=spring", 400),
        ("handlers?handler=nobody", 404),
    ],
)  # fmt: skip
def test_what_is_not_asked_rightly_is_told(client, path, status):
    assert client.get(f"/api/{path}").status_code == status
