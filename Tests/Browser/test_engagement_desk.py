"""What staff and visitors do besides: tablets, paper, moderation, coding, results, events, mail."""

import re

import pytest

from demonstration import CLOSED, OPEN


@pytest.fixture
def staff(signed_in):
    return signed_in


@pytest.fixture
def leaving(browser, demonstration):
    """An administrator with a session of their own, who may sign out."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    demonstration.sign_in(page)
    yield page
    context.close()


def answer_on_tablet(page, words):
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_label("Workforce", exact=True).check()
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator("textarea").first.fill(words)
    page.locator("button.main-action").click()
    page.get_by_label("No, count them and do not publish them").check()
    page.get_by_role("button", name="Send your response").click()
    address = page.url
    page.get_by_role("button", name="Finish, and clear for the next person").click()
    return address


def test_two_people_on_one_tablet_count_two_and_cannot_read_each_other(
        demonstration, leaving, signed_in):
    before = demonstration.responses(signed_in)
    leaving.goto(demonstration.base + "/desk/kiosk")
    leaving.get_by_label("Consultation", exact=True).select_option(OPEN)
    leaving.get_by_label("Place or event").fill("Example Library")
    leaving.get_by_role("button", name="Start and sign out here").click()
    assert "/kiosk/" in leaving.url

    first = answer_on_tablet(leaving, "The first person.")
    answer_on_tablet(leaving, "The second person.")

    assert demonstration.responses(signed_in) == before + 2
    assert leaving.goto(first).status == 404
    assert "first person" not in leaving.content()
    assert leaving.goto(demonstration.base + "/desk").status == 401, "staff are still signed in"


def test_a_paper_form_is_keyed(demonstration, staff):
    before = demonstration.responses(staff)
    staff.goto(demonstration.base + "/desk/capture")
    form = staff.get_by_label("Consultation and version of the form")
    form.select_option(next(
        value for option in form.locator("option").all()
        if (value := option.get_attribute("value")).startswith(OPEN)))
    staff.get_by_label("Name of the bundle").fill("Bundle of the test")
    staff.get_by_role("button", name="Start keying").click()
    staff.locator("textarea").first.fill("Written with a pencil.")
    for group in staff.locator("fieldset", has_text="publish").all():
        group.locator("input").last.check()
    staff.locator("button.main-action").click()

    assert "Saved as" in staff.locator(".done").inner_text()
    assert demonstration.responses(staff) == before + 1


def open_moderation(demonstration, page):
    """The first answer that waits: its response, its question and its words."""
    page.goto(demonstration.base + "/desk/moderation?consultation=" + CLOSED)
    page.get_by_role("link", name="Remove words or withhold").first.click()
    copy = page.locator("textarea[name=copy]").input_value()
    return page.url.split("/")[-2], copy


def published(demonstration, page, response):
    page.goto(f"{demonstration.base}/consultations/{CLOSED}/responses/{response}")
    return page.locator("main").inner_text()


def test_an_answer_that_is_published_shows_on_the_public_page_and_in_the_log(
        demonstration, staff, tab):
    response, words = open_moderation(demonstration, staff)
    staff.get_by_label("All of it, as it was written").check()
    staff.get_by_role("button", name="Record the decision").click()

    assert words.split(".")[0] in published(demonstration, tab, response)
    tab.goto(f"{demonstration.base}/consultations/{CLOSED}/log")
    assert response in tab.locator("main").inner_text()


def test_words_that_are_marked_are_removed_from_what_the_public_sees(demonstration, staff, tab):
    response, words = open_moderation(demonstration, staff)
    last = re.findall(r"\S+", words)[-1]
    staff.get_by_label("All but the parts marked below").check()
    hint = staff.locator("#copy-hint").inner_text()
    opening, closing = ("[[", "]]") if "[[" in hint else ("[", "]")
    start = words.rstrip()[:-len(last)]
    staff.locator("textarea[name=copy]").fill(start + opening + last + closing)
    reason = staff.locator("select[name=reason]")
    reason.select_option(index=1)
    staff.get_by_role("button", name="Record the decision").click()

    text = published(demonstration, tab, response)
    assert "[removed" in text and words.strip() not in text


def test_a_comment_is_coded(demonstration, staff):
    staff.goto(f"{demonstration.base}/desk/coding/{CLOSED}")
    staff.locator(".coding-words a").first.click()
    address = staff.url
    staff.get_by_role("group", name="Give these codes").get_by_label("Ambulances").check()
    staff.get_by_role("group", name="Stance").get_by_label("Neutral").check()
    staff.get_by_role("button", name="Save", exact=True).click()

    staff.goto(address)
    text = staff.locator("main").inner_text()
    assert "Ambulances" in text and "Neutral" in text.title()


def test_results_are_public_once_they_are_released(demonstration, staff, tab):
    public = f"{demonstration.base}/consultations/{OPEN}/results"
    tab.goto(public)
    assert tab.locator('main a[href*="/results/"]').count() == 0

    staff.goto(f"{demonstration.base}/desk/results/{OPEN}")
    staff.get_by_role("button", name="Release the results").click()
    tab.goto(public)
    assert tab.locator('main a[href*="/results/"]').count() > 5


@pytest.mark.parametrize("label, ending", [
    ("CSV tables with a data package", ".zip"), ("Workbook (XLSX)", ".xlsx")])
def test_an_export_is_downloaded(label, ending, demonstration, staff):
    staff.goto(f"{demonstration.base}/desk/exports/{CLOSED}")
    staff.get_by_label(label).check()
    staff.get_by_label("Only what was published").check()
    with staff.expect_download() as download:
        staff.get_by_role("button", name="Make the export").click()

    assert download.value.suggested_filename.endswith(ending)
    assert download.value.path().read_bytes()[:2] == b"PK"


def test_a_place_at_an_event_is_booked(demonstration, scriptless):
    scriptless.goto(demonstration.base + "/events")
    scriptless.get_by_role("link", name="Listening event at Example Hall").first.click()
    event = scriptless.url
    scriptless.locator('main a[href$="/book"]').click()
    scriptless.get_by_label("Your name").fill("Synthetic Visitor")
    scriptless.get_by_role("button", name="Book", exact=True).click()
    assert scriptless.locator(".problems").count() == 0
    scriptless.goto(event)
    assert "3 places left" in scriptless.locator("main").inner_text()


def test_the_newsletter_is_confirmed_with_the_button_in_the_mail(
        demonstration, staff, scriptless):
    scriptless.goto(demonstration.base + "/newsletter")
    scriptless.get_by_label("Digital", exact=True).check()
    scriptless.get_by_label("Your email address").fill("not an address")
    scriptless.get_by_role("button", name="Send me the link").click()
    assert scriptless.locator(".problems a").count() == 2
    assert scriptless.get_by_label("Digital", exact=True).is_checked()
    assert scriptless.get_by_label("Your email address").input_value() == "not an address"

    scriptless.get_by_label("Your email address").fill("visitor@example.org")
    scriptless.locator("input[name=consent]").check()
    scriptless.get_by_role("button", name="Send me the link").click()
    mails = " ".join(demonstration.mails(staff))
    link = re.search(r"(/newsletter/confirm/\S+)", mails)[1]
    scriptless.goto(demonstration.base + link)
    scriptless.get_by_role("button", name="Yes, send me the newsletter").click()
    assert "/newsletter/preferences/" in scriptless.url


def test_an_enquiry_comes_back_when_it_is_wrong_and_gets_a_reference(demonstration, scriptless):
    scriptless.goto(demonstration.base + "/contact")
    scriptless.get_by_label("Question or comment").check()
    scriptless.get_by_label("Your name").fill("Synthetic Visitor")
    scriptless.get_by_role("button", name="Send", exact=True).click()
    assert scriptless.locator('.problems a[href="#message"]').count() == 1
    assert scriptless.get_by_label("Your name").input_value() == "Synthetic Visitor"

    scriptless.get_by_label("Your message").fill("When does the bus run?")
    scriptless.get_by_label("Your email address").fill("visitor@example.org")
    scriptless.get_by_role("button", name="Send", exact=True).click()
    assert "eference" in scriptless.locator("main").inner_text()


def test_after_signing_out_the_desk_is_closed(demonstration, leaving):
    leaving.get_by_role("button", name="Sign out", exact=True).click()

    answer = leaving.goto(demonstration.base + "/desk/consultations")
    assert answer.status == 401
    assert leaving.get_by_label("Password").count() == 1
