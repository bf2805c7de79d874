"""The screens in Debian's Chromium, over the invented cables: each shows its matter, none asks for anything elsewhere, none scrolls sideways."""

import re

import pytest
from playwright.sync_api import expect

from .fake_workbench import FakeWorkbench

pytestmark = pytest.mark.browser

SCREENS = (
    "/", "/search?q=rastegar", "/documents/d-persian?q=rastegar", "/documents/d-arabic", "/documents/d-english", "/entities", "/entities/e1",
    "/network", "/network?view=list", "/network?at=2009-05-12", "/timeline", "/map", "/map?place=e6", "/claims", "/review", "/problems", "/no/such/screen",
)  # fmt: skip


def at(home: str, path: str) -> str:
    return home.split("/?", maxsplit=1)[0] + path


@pytest.mark.parametrize("width", [400, 1280])
def test_no_screen_scrolls_sideways_or_complains(open_page, home, width):
    page = open_page(home, width=width, dark=width == 400)
    for path in SCREENS:
        page.goto(at(home, path))
        page.wait_for_load_state("networkidle")
        expect(page.locator("h1, [role=status]").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path


def test_the_address_loses_its_token(open_page, home):
    page = open_page(home)
    assert page.url == at(home, "/")
    assert page.evaluate("document.cookie") == ""


def test_without_the_token_the_window_says_what_to_do(browser, home):
    page = browser.new_context().new_page()
    page.goto(at(home, "/problems"))
    expect(page.get_by_role("alert")).to_contain_text("cablegraph serve")
    page.context.close()


def test_a_hit_lies_in_its_own_direction_and_says_why(open_page, home):
    page = open_page(at(home, "/search?q=rastegar&" + home.split("?")[1]))
    hit = page.locator("article", has_text="دیدار در بندر")
    expect(hit.locator("mark").first).to_have_text("کاوه رستگار")
    assert hit.locator(".lit").first.evaluate("e => getComputedStyle(e).direction") == "rtl"
    expect(hit).to_contain_text("the name Kaveh Rastegar written")


def test_filters_go_into_the_address_and_back_takes_them_off(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/search"))
    expect(page.get_by_role("status").first).to_contain_text("4 documents")
    page.get_by_role("link", name="Persian 1").click()
    expect(page.get_by_role("status").first).to_contain_text("1 document found")
    assert "language=fa" in page.url
    page.get_by_role("link", name="Remove Persian").click()
    expect(page.get_by_role("status").first).to_contain_text("4 documents")
    page.go_back()
    expect(page.get_by_role("status").first).to_contain_text("1 document found")


def test_a_wrong_query_is_explained(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/search?q=%22open"))
    expect(page.locator(".notice")).to_contain_text("quotation mark is not closed")


def test_a_deep_link_lights_the_passage_past_a_rare_letter(open_page, home, tmp_path):
    text = FakeWorkbench(tmp_path).marked["d-english"].text
    start = text.index("enclosures")
    page = open_page(home)
    page.goto(at(home, f"/documents/d-english?start={start}&end={start + len('enclosures')}"))
    expect(page.locator(".text .lit")).to_have_text("enclosures")
    expect(page.locator(".text .lit")).to_be_in_viewport()


def test_a_name_in_a_text_opens_its_card_and_lights_its_box(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/documents/d-arabic"))
    assert page.locator(".text").evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.locator(".text a.PERSON").first.click()
    expect(page.locator(".selected")).to_contain_text("سمير النوري")
    expect(page.locator(".box")).to_have_count(2)
    box = page.locator(".box").first.bounding_box()
    picture = page.locator("figure img").bounding_box()
    assert picture["x"] <= box["x"] <= picture["x"] + picture["width"]
    page.locator(".selected").get_by_role("link", name="سمير النوري").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("سمير النوري")


def test_regions_lie_over_the_picture_with_their_names(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/documents/d-arabic"))
    expect(page.locator(".region")).to_have_text(["stamp", "header"])
    stamp, picture = page.locator(".region.stamp").bounding_box(), page.locator("figure img").bounding_box()
    assert abs((stamp["x"] - picture["x"]) / picture["width"] - 0.1) < 0.01


def test_the_second_reading_is_shown_on_demand_with_the_reason(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/documents/d-arabic"))
    other = page.get_by_text("محصر لفاء رقم")
    expect(other).to_be_hidden()
    page.get_by_text("Second reading").click()
    expect(other).to_be_visible()
    assert other.evaluate("e => getComputedStyle(e).direction") == "rtl"
    expect(page.locator("details", has=other)).to_contain_text("reads backward")


def test_a_conversation_leads_from_answer_to_question(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/documents/d-comment"))
    thread = page.locator("section", has=page.get_by_role("heading", name="The conversation"))
    expect(thread.locator("li")).to_have_count(2)
    expect(thread.locator(".here")).to_contain_text("Who runs the harbour?")
    thread.get_by_role("link", name="Change of guard").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Change of guard")


def test_references_lead_to_what_is_cited_and_name_what_is_not_there(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/documents/d-arabic"))
    lost = page.locator("section", has=page.get_by_role("heading", name="References that lead nowhere"))
    expect(lost.locator("li")).to_contain_text("STATE 44102")
    expect(lost.locator(".badge")).to_have_text("not in the case")
    cited = page.locator("section", has=page.get_by_role("heading", name="Cables that it cites"))
    cited.get_by_role("link", name="Change of guard").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Change of guard")


def test_signals_are_named_and_lead_to_all_documents_that_have_them(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/documents/d-comment"))
    expect(page.locator(".sheet .badge")).to_have_text("hidden text")
    signals = page.get_by_role("list", name="Worth a look")
    expect(signals.locator("li")).to_have_text(["hidden text", "has-something-new"])
    signals.get_by_role("link", name="hidden text").click()
    expect(page.get_by_role("status").first).to_contain_text("1 document found")
    expect(page.get_by_role("link", name="Remove hidden text")).to_be_visible()


def test_the_screen_that_is_open_stands_in_sight_in_the_menu(open_page, home):
    page = open_page(home, width=400)
    page.goto(at(home, "/problems"))
    expect(page.locator("nav [aria-current]")).to_be_in_viewport(ratio=1)


def test_hits_are_stepped_with_keys(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/documents/d-persian?q=rastegar"))
    expect(page.get_by_text("0 of 2 hits")).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_text("1 of 2 hits")).to_be_visible()
    page.keyboard.press("p")
    expect(page.get_by_text("2 of 2 hits")).to_be_visible()
    expect(page.locator(".text .lit")).to_have_text("رستگار")


def test_a_line_of_the_network_opens_its_sentence(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/network?type=Meeting"))
    point = find_line(page)
    page.mouse.click(*point)
    evidence = page.locator("aside blockquote a").first
    expect(evidence).to_contain_text("دیدار کرد")
    evidence.click()
    expect(page.locator(".text .lit").first).to_be_visible()
    assert re.search(r"/documents/d-persian\?start=\d+&end=\d+", page.url)


def find_line(page) -> tuple[float, float]:
    """A point of the canvas where a line lies: found with the mouse, as a person would."""
    page.wait_for_selector("[data-settled]")
    canvas = page.locator("[data-settled]")
    box = canvas.bounding_box()
    for row in (0.5, 0.4, 0.6, 0.3, 0.7):
        for step in range(0, int(box["width"]), 4):
            x, y = box["x"] + step, box["y"] + box["height"] * row
            page.mouse.move(x, y)
            if canvas.get_attribute("data-hover") == "line":
                return x, y
    raise AssertionError("no line was met on the canvas")


def test_an_instant_shows_less_than_all_time_and_the_list_holds_the_same(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/network?view=list"))
    lines = page.locator("main li button")
    expect(lines).to_have_count(8)
    page.get_by_role("link", name="One day").click()
    expect(page.get_by_role("slider", name="On", exact=True)).to_be_visible()
    page.get_by_label("On", exact=True).and_(page.locator("[type=date]")).fill("2009-05-12")
    page.keyboard.press("Tab")
    page.wait_for_url("**at=2009-05-12**")
    expect(lines).to_have_count(3)


def test_a_denied_relation_is_shown_as_denied(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/documents/d-english"))
    expect(page.locator("article.denied")).to_contain_text("denied")


def test_the_queue_is_worked_with_keys_and_undone(open_page, tmp_path):
    from .browsing import start_server

    bench = FakeWorkbench(tmp_path)
    page = open_page(at(address := start_server(bench), f"/review?{address.split('?')[1]}"))
    expect(page.get_by_text("1 pair to judge")).to_be_visible()
    page.keyboard.press("d")
    expect(page.get_by_text("No pair is waiting")).to_be_visible()
    assert bench.judgements()[0].verdict == "negative"
    page.keyboard.press("z")
    expect(page.get_by_text("1 pair to judge")).to_be_visible()
    assert [j.verdict for j in bench.judgements()] == ["negative", "none"]


def test_a_read_only_case_offers_no_decision(open_page, tmp_path):
    from .browsing import start_server

    address = start_server(FakeWorkbench(tmp_path), read_only=True)
    page = open_page(address)
    page.goto(at(address, "/documents/d-english"))
    expect(page.get_by_text("read-only")).to_be_visible()
    expect(page.locator("article").first).to_be_visible()
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    page.goto(at(address, "/review"))
    expect(page.get_by_role("button", name="Same")).to_be_disabled()


def test_the_theme_is_kept(open_page, home):
    page = open_page(home)
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(colour)
    page.get_by_role("button", name="Change between light and dark").click()
    assert page.evaluate(colour) != before
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(colour) != before


def test_hostile_words_stay_words(open_page, tmp_path):
    from .browsing import start_server

    bench = FakeWorkbench(tmp_path)
    bench.marked["d-comment"].text = (
        "<img src=x onerror=\"document.title='fired'\"><script>document.title='fired'</script>"
        + bench.marked["d-comment"].text
    )
    address = start_server(bench)
    page = open_page(address)
    page.goto(at(address, "/documents/d-comment"))
    expect(page.locator(".text")).to_contain_text("<script>")
    assert page.title() != "fired"


def test_a_post_shows_its_holders_in_order_and_a_day_narrows_them(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/posts"))
    holders = page.locator("section ol li")
    expect(holders).to_have_count(2)
    expect(holders.nth(1)).to_contain_text("after")
    page.get_by_label("On the day").fill("2008-01-01")
    page.get_by_label("On the day").dispatch_event("change")
    expect(holders).to_have_count(1)
    holders.nth(0).locator(".when").click()
    expect(page.locator(".text .lit").first).to_be_visible()


def test_a_place_on_the_map_tells_what_happened_there(open_page, home):
    page = open_page(home)
    page.goto(at(home, "/map"))
    page.locator("svg .place").click()
    expect(page).to_have_url(re.compile("place=e6"))
    expect(page.locator(".told blockquote").first).to_be_visible()
    page.get_by_role("button", name="Closer").click()
    expect(page.locator("svg text")).to_have_text("لیان")
    page.goto(at(home, "/map?from=2015"))
    expect(page.get_by_role("status")).to_contain_text("No place")
