"""Questions and the capture map in the browser: asked with the keyboard, each cell opens its sentence, and a small window holds them."""

import pytest
from playwright.sync_api import expect


def at(home: str, path: str) -> str:
    return home.split("/?", maxsplit=1)[0] + path


def test_a_question_is_chosen_filled_in_and_answered_with_the_keyboard(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/questions"))
    page.get_by_role("link", name="Who met whom, and where were both?").press("Enter")
    page.get_by_label("Who", exact=True).fill("سمير النوري")
    page.get_by_label("Who", exact=True).press("Enter")
    expect(page.locator("article")).to_have_count(1)
    assert "who=" in page.url
    page.locator("article blockquote a").first.click()
    expect(page.locator(".text .lit").first).to_be_visible()


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ask=connections&one=e1&other=e8", "steps"), ("ask=between&service=e8&body=e4", "Tied to the service"), ("ask=switches", "Who says so"),
        ("ask=handlers", "1 agent"), ("ask=changes&from=2007&to=2011", "Began"), ("ask=contradictions", "nothing"), ("ask=measures", "Betweenness"),
        ("ask=onlyIn&dataset=liyan", "Farhad Adib"), ("ask=connections", "For example"),
    ],
)  # fmt: skip
def test_every_question_shows_its_answer_and_no_window_is_too_narrow(open_page, home, query, text):
    page = open_page(home, width=400, dark=True)
    page.goto(at(home, f"/questions?{query}"))
    expect(page.locator(".answer")).to_contain_text(text)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_cell_of_a_capture_map_opens_its_sentence(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/capture?body=e4&power=e8"))
    holders = page.locator(".posts li")
    expect(holders).to_have_count(2)
    expect(holders.nth(0)).to_contain_text("met its people")
    expect(holders.nth(1)).to_contain_text("no tie known")
    expect(page.locator("figure path.possible")).to_have_count(1)
    holders.nth(0).get_by_role("button", name="1 tie").press("Enter")
    expect(holders.nth(0).locator("article").first).to_be_visible()
    for cell in (".when", ".tie a"):
        page.goto(at(home, "/capture?body=e4&power=e8"))
        holders.nth(0).locator(cell).first.click()
        expect(page.locator(".text .lit").first).to_be_visible()
