"""The page on which people look up their own place, on a narrow phone."""

import pytest


@pytest.fixture
def phone(browser):
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, locale="en-GB", java_script_enabled=False)
    yield context.new_page()
    context.close()


def look_up(page, base, words):
    page.goto(base + "/where-i-live")
    page.locator("main input[name=q]").fill(words)
    page.get_by_role("button", name="Show", exact=True).first.click()
    # A click waits for the answer to begin; what is measured needs the style sheet too.
    page.wait_for_load_state("load")


def is_sideways(page):
    return page.locator("html").evaluate("e => e.scrollWidth > e.clientWidth")


@pytest.mark.parametrize("typed", ["CT10", "ct10 1aa", "Margate", "Ashford district"])
def test_a_place_is_found(typed, base, phone):
    look_up(phone, base, typed)
    text = phone.locator("main").inner_text()
    assert "minutes by car" in text and "Stroke units" in text
    assert phone.locator("h1").count() == 1


def test_a_name_of_two_places_asks_which(base, phone):
    look_up(phone, base, "Ashford")
    assert phone.get_by_role("heading", name="Did you mean").count() == 1

    phone.locator("h2", has_text="Did you mean").locator("+ ul a").first.click()
    assert "Ashford" in phone.locator("h1").inner_text()


def test_an_unknown_place_is_told_and_what_was_typed_stays(base, phone):
    look_up(phone, base, "Zzqxj")

    assert "No place here goes by “Zzqxj”." in phone.locator("[role=alert]").inner_text()
    assert phone.locator("main input[name=q]").input_value() == "Zzqxj"


@pytest.mark.parametrize("typed", ["CT10", "Margate", "Zzqxj"])
def test_nothing_scrolls_sideways_at_320_pixels(typed, base, browser):
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="en-GB")
    page = context.new_page()
    look_up(page, base, typed)
    assert not is_sideways(page)
    context.close()
