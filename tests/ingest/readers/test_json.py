import json


def test_values_stand_under_their_keys(read):
    value = {
        "نام": "رستگار",
        "posts": [{"post": "سفیر", "from": 2014}, {"post": "وزير", "from": None}],
        "tags": ["a", "b"],
        "ok": True,
    }
    for escaped in (True, False):
        reading = read(json.dumps(value, ensure_ascii=escaped).encode(), "a.json")
        assert reading.kind == "json"
        assert reading.pages[0].text == (
            "نام: رستگار\nposts:\n  post: سفیر\n  from: 2014\n\n  post: وزير\n  from:\ntags:\n  a\n  b\nok: true"
        )


def test_each_line_of_json_lines_is_a_record(read, codes):
    reading = read('{"a": "یک"}\nno json\n{"a": "دو"}\n'.encode(), "a.jsonl")
    assert reading.pages[0].text == "a: یک\n\nno json\n\na: دو"
    assert codes(reading) == ["file-damaged"]


def test_numbers_and_doubles_stay_as_written(read):
    reading = read(b'{"n": 1.50, "n": ' + b"9" * 6000 + b"}", "a.json")
    assert reading.pages[0].text == "n: 1.50\nn: " + "9" * 6000


def test_a_long_list_is_cut_into_pages(read):
    reading = read(json.dumps([{"n": n} for n in range(450)]).encode(), "a.json")
    assert len(reading.pages) == 3
    assert reading.pages[2].text.endswith("n: 449")


def test_depth_harms_nothing(read):
    for depth in (900, 100_000):
        reading = read(b"[" * depth + b'"bottom"' + b"]" * depth, "a.json")
        assert "bottom" in reading.pages[0].text


def test_json_cut_short_stands_as_it_is(read, codes):
    reading = read('{"name": "رستگار", "post": "سف'.encode(), "a.json")
    assert "رستگار" in reading.pages[0].text
    assert codes(reading) == ["file-damaged"]
