"""Somebody answers an open consultation: with and without JavaScript, by keyboard, twice, later."""

import re

import pytest

from demonstration import OPEN

WORDS = "Buses at night, and a ward clerk who answers the telephone."
AREA = "Where do you live?"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def reader(request, browser):
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="en-GB",
        java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def begin(page, base, *parts):
    """Starts a response and ticks the parts to be asked."""
    page.goto(f"{base}/consultations/{OPEN}")
    page.get_by_role("button", name="Answer now").click()
    for part in parts:
        page.get_by_label(part, exact=True).check()
    page.get_by_role("button", name="Start", exact=True).click()


def go_on(page):
    page.locator("button.main-action", has_text="Save and go on").click()


def ready(page, base):
    """A response with answers on the page where they are checked."""
    begin(page, base, "Workforce", "About you")
    page.locator("textarea").first.fill(WORDS)
    go_on(page)
    page.get_by_role("group", name=AREA).get_by_label("Thanet", exact=True).check()
    go_on(page)
    assert page.url.endswith("/check")


def send(page):
    page.get_by_label("No, count them and do not publish them").check()
    page.get_by_role("button", name="Send your response").click()
    return page.locator(".done .code").inner_text()


def test_answers_go_back_and_forth_and_end_in_a_receipt(reader, demonstration, signed_in):
    before = demonstration.responses(signed_in)
    base = demonstration.base
    begin(reader, base, "Workforce", "About you")
    reader.locator("textarea").first.fill(WORDS)
    go_on(reader)
    reader.get_by_role("button", name="Back", exact=True).click()
    assert reader.locator("textarea").first.input_value() == WORDS

    go_on(reader)
    reader.get_by_role("group", name=AREA).get_by_label("Thanet", exact=True).check()
    go_on(reader)
    assert WORDS in reader.locator("#answers").inner_text()
    assert "Thanet" in reader.locator("#answers").inner_text()

    code = send(reader)
    assert re.fullmatch(r"ANON-\w{4}-\w{4}", code)
    assert demonstration.responses(signed_in) == before + 1

    reader.goto(base + "/respond/receipt")
    reader.locator("main input[name=code]").fill(code.lower())
    reader.get_by_role("button", name="Look it up").click()
    assert code in reader.locator(".done").inner_text()


def test_refresh_double_sending_and_two_tabs_count_once(reader, demonstration, signed_in):
    before = demonstration.responses(signed_in)
    ready(reader, demonstration.base)
    other = reader.context.new_page()
    other.goto(reader.url)

    code = send(reader)
    reader.reload()
    assert code in reader.content()
    reader.go_back()
    reader.reload()
    assert code in reader.content(), "the page to send from is shown again"
    assert send(other) == code
    assert demonstration.responses(signed_in) == before + 1


def test_a_change_replaces_the_response_and_counts_once(reader, demonstration, signed_in):
    before = demonstration.responses(signed_in)
    ready(reader, demonstration.base)
    code = send(reader)
    reader.get_by_role("button", name="Change my answers").click()
    reader.locator("#answers a").first.click()
    reader.locator("textarea").first.fill("Something else.")
    go_on(reader)
    reader.get_by_role("button", name="Send your changes").click()

    assert reader.locator(".done .code").inner_text() == code
    assert demonstration.responses(signed_in) == before + 1


def test_to_choose_no_part_is_a_mistake_that_is_explained(reader, demonstration):
    begin(reader, demonstration.base)

    reader.locator(".problems").get_by_role("link", name="Tick at least one part.").click()
    assert reader.url.endswith("#chosen")
    assert reader.locator("#chosen.wrong .error").count() == 1
    assert reader.title().startswith("Problem: ")


def test_to_send_without_a_choice_about_publishing_keeps_the_answers(reader, demonstration):
    ready(reader, demonstration.base)
    reader.get_by_role("button", name="Send your response").click()

    assert reader.locator('.problems a[href="#publish"]').count() == 1
    assert WORDS in reader.locator("#answers").inner_text()
    assert "ANON-" in send(reader)


def test_an_answer_that_is_too_long_keeps_its_beginning_and_all_else(reader, demonstration):
    begin(reader, demonstration.base, "Workforce")
    boxes = reader.locator("textarea")
    long = "word " * 5_000  # 20,000 characters are kept
    boxes.nth(0).fill(long)
    boxes.nth(1).fill(WORDS)
    go_on(reader)

    assert reader.locator(".problems a").count() == 1
    assert "We kept the beginning." in reader.locator(".problems").inner_text()
    assert boxes.nth(0).input_value() == long[:20_000]
    assert boxes.nth(1).input_value() == WORDS


def test_answers_are_saved_and_found_again_with_a_code(reader, demonstration, tab):
    begin(reader, demonstration.base, "Workforce", "About you")
    reader.locator("textarea").first.fill(WORDS)
    reader.get_by_role("button", name="Save and come back later").click()
    code = reader.locator(".done .code").inner_text()

    tab.goto(demonstration.base + "/respond")
    tab.get_by_label("Your code").fill(code.lower().replace("-", " "))
    tab.get_by_role("button", name="Open my answers").click()
    tab.get_by_role("button", name="Start", exact=True).click()
    assert tab.locator("textarea").first.input_value() == WORDS


def test_a_mistyped_code_says_so(reader, demonstration):
    reader.goto(demonstration.base + "/respond")
    reader.get_by_label("Your code").fill("abcd efgh")
    reader.get_by_role("button", name="Open my answers").click()

    assert reader.locator(".problems a").count() == 1
    assert reader.get_by_label("Your code").input_value() == "abcd efgh"


def test_the_questions_about_equality_are_sent_apart(reader, demonstration):
    ready(reader, demonstration.base)
    send(reader)
    reader.get_by_role("link", name="Answer questions about you").click()
    reader.get_by_role("group", name="How old are you?").get_by_label("85 or over").check()
    reader.get_by_role("group", name="ethnic group").get_by_label("White", exact=True).check()
    reader.get_by_role("button", name="Send these answers").click()
    assert reader.locator("h1").inner_text() == "Ethnic background"
    reader.get_by_role("button", name="Send these answers").click()

    assert "kept apart" in reader.locator("main").inner_text()
    assert "ANON-" not in reader.content()


def reach(page, target, limit=80):
    """Presses Tab until the element has focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {target}")


def test_a_response_is_written_and_sent_with_the_keyboard_alone(demonstration, tab):
    tab.goto(f"{demonstration.base}/consultations/{OPEN}")
    reach(tab, tab.get_by_role("button", name="Answer now"))
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/respond/*")
    reach(tab, tab.get_by_label("Workforce", exact=True))
    tab.keyboard.press("Space")
    reach(tab, tab.get_by_role("button", name="Start", exact=True))
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/workforce")
    reach(tab, tab.locator("textarea").first)
    tab.keyboard.type(WORDS)
    reach(tab, tab.locator("button.main-action"))
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/check")
    reach(tab, tab.get_by_label("Yes, you may publish them"))
    tab.keyboard.press("Space")
    reach(tab, tab.get_by_role("button", name="Send your response"))
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/done")

    assert tab.locator(".done .code").inner_text().startswith("ANON-")
