"""The site works in full with JavaScript turned off."""

from urllib.parse import parse_qs, urlsplit


def asked(page):
    return parse_qs(urlsplit(page.url).query)


def search(page, base, words):
    """Searches from the first page, and gives how many links to figures the answer holds."""
    page.goto(base + "/")
    page.locator('input[name="q"]').first.fill(words)
    page.locator('input[name="q"]').first.press("Enter")
    page.wait_for_url("**/search?**")
    assert asked(page)["q"] == [words]
    return page.locator('main a[href^="/facts/"]').count()


def test_search_finds_figures(base, scriptless):
    by_chance = search(scriptless, base, "zzqxj")

    assert search(scriptless, base, "deficit") > by_chance


def test_search_that_finds_nothing_says_what_to_try(base, scriptless):
    search(scriptless, base, "zzqxj")

    assert "zzqxj" in scriptless.content()
    assert scriptless.locator("main a[href]").count() > 0


def test_a_figure_leads_to_where_it_comes_from(base, scriptless):
    scriptless.goto(base + "/money")
    figure = scriptless.locator('main a[href^="/facts/"]').first
    address = figure.get_attribute("href")
    with scriptless.expect_navigation() as navigation:
        figure.click()

    assert navigation.value.status == 200
    assert scriptless.url.split("#")[0] == base + address.split("#")[0]
    assert scriptless.locator("h1").count() == 1


def test_the_scenario_is_switched_by_a_form(site, base, scriptless):
    path = next((page.path for page in site.html if "scenario" in page.outline.fields), None)
    assert path, "no page has a form to switch the scenario"
    scriptless.goto(base + path)
    form = scriptless.locator('form:has([name="scenario"])').first
    chosen = choose_last(form)

    assert asked(scriptless)["scenario"] == [chosen]
    assert scriptless.locator("h1").count() == 1
    shown = scriptless.locator('form:has([name="scenario"])').first
    if shown.locator("select").count():
        assert shown.locator('select[name="scenario"]').input_value() == chosen


def choose_last(form):
    """Chooses the last scenario of a list, of radio buttons or of buttons, and sends the form."""
    page = form.page
    fields = form.locator('[name="scenario"]')
    if form.locator('select[name="scenario"]').count():
        value = fields.first.locator("option").last.get_attribute("value")
        fields.first.select_option(value)
    else:
        value = fields.last.get_attribute("value")
        if fields.last.get_attribute("type") == "radio":
            fields.last.check()
        else:
            fields.last.click()
            page.wait_for_url("**scenario=**")
            return value
    form.locator('button:not([type="button"]), input[type="submit"]').first.click()
    page.wait_for_url("**scenario=**")
    return value
