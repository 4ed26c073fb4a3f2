"""Everything can be reached, seen and used with the keyboard alone."""

import pytest

HERE = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  const words = (element.textContent || element.name || '').trim().slice(0, 40);
  return {
    index: [...document.querySelectorAll('*')].indexOf(element),
    name: `<${element.tagName.toLowerCase()}> ${words}`,
    href: element.getAttribute('href'),
    inHeader: !!element.closest('header'), inMain: !!element.closest('main'),
    left: box.left, top: box.top, bottom: box.bottom, right: box.right,
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
  };
}"""
FOCUSABLE = """() => [...document.querySelectorAll('*')].flatMap((element, index) => {
  const takesFocus = element.matches('a[href], button, input:not([type=hidden]):not([type=radio]),'
    + 'select, textarea, summary, [tabindex="0"]');
  const isOut = element.matches(':disabled, [tabindex="-1"]');
  const isDrawn = element.checkVisibility({ visibilityProperty: true });
  return takesFocus && isDrawn && !isOut ? [index] : [];
})"""


def stops(page, limit=400):
    """Where Tab leads from the top of the page, until it leaves the page or comes round again."""
    found = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or (found and here["index"] == found[0]["index"]):
            break
        found.append(here)
    return found


def in_reading_order(boxes):
    """Boxes row by row, each row from left to right."""
    rows = []
    for box in sorted(boxes, key=lambda b: (b["top"], b["left"])):
        middle = (box["top"] + box["bottom"]) / 2
        row = next((r for r in rows if r[0]["top"] <= middle <= r[0]["bottom"]), None)
        if row:
            row.append(box)
        else:
            rows.append([box])
    return [box for row in rows for box in sorted(row, key=lambda b: b["left"])]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", ["/", "/money"])
def test_tab_goes_to_the_skip_link_and_then_along_the_header(path, width, base, tab):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(base + path)
    first, second, *rest = stops(tab, limit=40)

    assert (first["href"] or "").startswith("#"), f"the first stop is {first['name']}"
    assert second["inHeader"], f"the second stop is {second['name']}"
    header = [stop for stop in (second, *rest) if stop["inHeader"]]
    assert [s["name"] for s in header] == [s["name"] for s in in_reading_order(header)]


def test_the_skip_link_shows_itself_and_leads_past_the_header(base, tab):
    tab.goto(base + "/money")
    tab.keyboard.press("Tab")
    tab.wait_for_timeout(300)
    link = tab.evaluate(HERE)
    assert link["top"] >= 0 and link["left"] >= 0, "the skip link has focus but is off the page"
    assert link["bottom"] - link["top"] >= 20 and link["right"] - link["left"] >= 20

    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")

    assert tab.evaluate(HERE)["inMain"], "Tab after the skip link does not land in the main part"


@pytest.mark.parametrize("path", ["/", "/money", "/facts", "/search?q=deficit"])
def test_focus_is_always_visible(path, base, tab, nothing_wrong):
    tab.goto(base + path)
    nothing_wrong(
        f"{stop['name']} has no outline when it has focus"
        for stop in stops(tab, limit=60) if not stop["outlined"])


@pytest.mark.parametrize("path", ["/", "/money"])
def test_tab_reaches_everything_and_is_never_trapped(path, base, tab, nothing_wrong):
    tab.goto(base + path)
    reached = {stop["index"] for stop in stops(tab)}
    names = "i => { const e = document.querySelectorAll('*')[i]; return e.outerHTML.slice(0, 80); }"
    nothing_wrong(
        f"Tab never reaches {tab.evaluate(names, index)}"
        for index in tab.evaluate(FOCUSABLE) if index not in reached)


def test_enter_opens_and_closes_what_is_folded(survey, base, tab):
    path = next((visit.path for visit in survey if visit.has_details), None)
    assert path, "no page folds anything"
    tab.goto(base + path)
    details = tab.locator("main details:has(> summary)").first
    was_open = details.evaluate("d => d.open")
    details.locator("> summary").focus()

    tab.keyboard.press("Enter")
    assert details.evaluate("d => d.open") is not was_open

    tab.keyboard.press("Enter")
    assert details.evaluate("d => d.open") is was_open
