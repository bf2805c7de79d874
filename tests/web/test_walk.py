"""The walk of a reporter over the demo case, in the browser: from a Latin spelling to the Persian sentence and from a line to its proof."""

import re

import pytest
from playwright.sync_api import expect

from cablegraph.workbench import Workbench

from .browsing import start_server, why_not
from .test_browser import at, find_line

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(request):
    reason = why_not()
    if reason:
        pytest.skip(reason)
    bench = Workbench.open(request.getfixturevalue("demo_case"), read_only=True)
    yield start_server(bench, read_only=True)
    bench.close()


SPELLING = "Nikpour"
FAMILY = "نیک"


def test_from_a_latin_spelling_to_the_persian_sentence_and_from_a_line_to_its_proof(open_page, address):
    page = open_page(address)
    page.goto(at(address, "/"))
    page.get_by_role("searchbox").fill(SPELLING)
    page.keyboard.press("Enter")

    persian = (
        page.locator("article", has=page.locator(".lit[dir=rtl] mark", has_text=FAMILY))
        .filter(has_text="Persian")
        .first
    )
    expect(persian).to_contain_text("written")
    persian.locator("h3 a").click()

    lit = page.locator(".text .lit").first
    expect(lit).to_contain_text(FAMILY)
    expect(lit).to_be_in_viewport()
    assert page.locator(".text").first.evaluate("e => getComputedStyle(e).direction") == "rtl"

    page.locator(".text a.mention", has_text=FAMILY).first.click()
    page.locator(".selected a[href^='/entities/']").first.click()
    expect(page.get_by_role("heading", name="Names as they are written")).to_be_visible()
    names = page.locator("aside")
    expect(names).to_contain_text("Arabic script")
    expect(names).to_contain_text(SPELLING)

    page.locator("main").get_by_role("link", name="Network").click()
    page.mouse.click(*find_line(page))
    passage = page.locator("aside blockquote a").first
    quote = passage.locator(".quote").inner_text()
    passage.click()

    page.wait_for_url(re.compile(r"/documents/.+[?]start=\d+&end=\d+"))
    expect(page.locator(".text .lit").first).to_be_in_viewport()
    sentence = "".join(page.locator(".text .lit").all_inner_texts())
    assert "".join(sentence.split()) == "".join(quote.split())
