"""The lab in a browser: assumptions are changed, kept and compared without JavaScript."""

import re

import pytest

from crawl import fetch
from demonstration import Reading
from survey import axe

PAGES = 16


@pytest.fixture(scope="module")
def lab(demonstration):
    if fetch(demonstration.base + "/lab").status == 404:
        pytest.skip("the plan has no demand to project, so the site has no lab")
    return demonstration.base


@pytest.fixture(scope="module")
def reading(lab):
    return Reading(lab).read("/lab", lambda path: path.startswith("/lab"), PAGES)


def width_left_over(page):
    """How far the page can be moved sideways, in pixels."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth")


def change_first(page, base, choice="low"):
    """Sets the first assumption that has a range to one of its presets, and asks."""
    page.goto(base + "/lab")
    page.locator("details.lab-group summary").first.click()
    field = page.locator('select[name^="c."]').first
    field.select_option(choice)
    page.get_by_role("button", name="Work it out").click()
    page.wait_for_url(re.compile(r"/lab\?"))


def test_every_link_of_the_lab_leads_somewhere(reading, nothing_wrong):
    nothing_wrong(
        f"{reading.found_on[path]} links to {path}: {status}"
        for path, status in reading.statuses().items()
        if status != 200 and not (path.startswith("/desk") and status == 401))


def test_the_answer_comes_before_the_form_and_says_its_year(lab, scriptless):
    scriptless.goto(lab + "/lab")
    answer = scriptless.locator("p.answer").first
    assert re.search(r"By 20\d\d-\d\d, .+ in 8 of 10 runs", answer.inner_text())
    assert answer.bounding_box()["y"] < scriptless.locator(".lab-form").bounding_box()["y"]


def test_a_change_needs_no_javascript_and_has_an_address_to_send(lab, scriptless, browser):
    change_first(scriptless, lab)
    address = scriptless.url
    assert len(address) < len(lab) + 100, "the address holds what was not changed"
    assert scriptless.get_by_role("heading", name="What you changed").count() == 1
    sent = scriptless.locator("p.answer").first.inner_text()
    other = browser.new_context(java_script_enabled=False).new_page()
    other.goto(address)
    assert other.locator("p.answer").first.inner_text() == sent
    other.context.close()


def test_what_cannot_be_read_comes_back_with_what_was_typed(lab, scriptless):
    scriptless.goto(lab + "/lab")
    scriptless.locator("details.lab-group summary").first.click()
    scriptless.locator('input[name^="v."]').first.fill("rather a lot")
    scriptless.get_by_role("button", name="Work it out").click()
    assert scriptless.get_by_role("alert").count() == 1
    box = scriptless.locator('input[name^="v."]').first
    assert box.input_value() == "rather a lot" and box.is_visible()
    scriptless.get_by_role("alert").get_by_role("link").first.click()
    assert scriptless.url.split("#")[1].startswith("v.")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_screen(lab, reading, browser, width, nothing_wrong):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for path, _, _ in reading.html:
        page.goto(lab + path)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        if width_left_over(page) > 0:
            wide.append(f"{path} is {width_left_over(page)} pixels too wide at {width}")
    context.close()
    nothing_wrong(wide)


def test_every_page_passes_axe_with_everything_open(lab, reading, browser, nothing_wrong):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    wrong = []
    for path, _, _ in reading.html:
        page.goto(lab + path)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        wrong += [f"{path}: {line}" for line in axe(page)]
    context.close()
    nothing_wrong(wrong)


def test_every_picture_has_a_table_and_its_figures(lab, scriptless):
    scriptless.goto(lab + "/lab")
    figures = scriptless.locator("figure.drawn")
    assert figures.count() >= 4
    assert figures.count() == scriptless.locator("figure.drawn table").count()
    for place in range(figures.count()):
        assert re.search(r"\d|No figures", figures.nth(place).locator("tbody").text_content())


def test_an_assumption_is_changed_with_the_keyboard_alone(lab, tab):
    tab.goto(lab + "/lab")
    tab.locator("details.lab-group summary").first.focus()
    tab.keyboard.press("Enter")
    tab.locator('input[name^="v."]').first.focus()
    hint = tab.locator('input[name^="v."]').first.get_attribute("aria-describedby").split()[0]
    low = re.search(r"between (\u2212?[\d.,]+)", tab.locator(f'[id="{hint}"]').inner_text())[1]
    tab.keyboard.type(low)
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/lab\?"))
    assert tab.get_by_role("heading", name="What you changed").count() == 1


def test_what_is_made_up_says_so_on_top(lab, reading):
    pages = [text for path, text, _ in reading.html if path.split("?")[0] == "/lab"]
    assert pages and all("Synthetic" in text for text in pages)


def test_an_analyst_keeps_a_scenario_and_compares_it(demonstration, lab, signed_in):
    change_first(signed_in, lab, "high")
    signed_in.get_by_role("link", name="Keep as a scenario").click()
    signed_in.get_by_label("Name").fill("What the browser asked")
    signed_in.get_by_label("Why would anybody look at it?").fill("To see that it can be kept.")
    signed_in.get_by_role("button", name="Keep it").click()
    signed_in.wait_for_url("**/lab/scenarios/what-the-browser-asked")
    signed_in.get_by_role("link", name="Compare with the plan as it stands").click()
    assert signed_in.locator(".lab-column").count() == 2
    assert re.search(r"Better|Worse|the same", signed_in.locator(".lab-verdict").inner_text())


def test_results_and_scenario_are_files(lab):
    results = fetch(lab + "/lab/results.csv")
    assert results.headers["content-type"].startswith("text/csv")
    assert results.text.startswith("measure,label,unit,future,year,")
    assert fetch(lab + "/lab?assumption.none=1").status == 422
