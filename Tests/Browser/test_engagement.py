"""Claims that hold for every page that changes, for a reader and for a member of staff."""

import re
from collections import Counter, defaultdict

import pytest

from demonstration import Reading, is_engagement, kind
from survey import Surveyor
from test_pages import others, without_particulars

PUBLIC_PAGES = 60
PROGRAMME_PAGES = 64
STAFF_PAGES = 104


@pytest.fixture(scope="module")
def public(demonstration):
    def is_wanted(path):
        return is_engagement(path) and not path.startswith(("/desk", "/programme"))

    return Reading(demonstration.base).read("/have-your-say", is_wanted, PUBLIC_PAGES)


@pytest.fixture(scope="module")
def programme(demonstration):
    reading = Reading(demonstration.base)
    return reading.read("/programme", lambda path: path.startswith("/programme"), PROGRAMME_PAGES)


@pytest.fixture(scope="module")
def staff(demonstration, signed_in):
    cookies = "; ".join(f"{c['name']}={c['value']}" for c in signed_in.context.cookies())
    reading = Reading(demonstration.base, cookies)
    return reading.read("/desk", lambda path: path.startswith("/desk"), STAFF_PAGES)


@pytest.fixture(scope="module")
def readings(public, programme, staff):
    return public, programme, staff


@pytest.fixture(scope="module")
def pages(readings):
    return [page for reading in readings for page in reading.html]


@pytest.fixture(scope="module")
def visits(demonstration, browser, public, programme, staff, signed_in):
    """Drawings of one page of each kind: all of a kind come from one template."""
    context = browser.new_context(locale="en-GB")
    stranger, found = context.new_page(), []
    for reading, page in ((public, stranger), (programme, stranger), (staff, signed_in)):
        surveyor = Surveyor(page, demonstration.base)
        first = {kind(path): path for path, _, _ in reversed(reading.html)}
        found += [surveyor.visit(path) for path in first.values()]
    context.close()
    return found


def test_the_crawl_reads_enough_of_all_sides(public, programme, staff):
    assert len(public.html) > 40 and len(programme.html) > 50 and len(staff.html) > 90


def test_every_page_and_link_answers(readings, nothing_wrong):
    nothing_wrong(
        f"{reading.found_on[path]} links to {path}: {status}"
        for reading in readings for path, status in sorted(reading.statuses().items())
        # The door of the staff says that one must sign in.
        if status != 200 and (status, path, reading.cookie) != (401, "/desk", ""))


def test_every_page_has_one_first_heading_and_skips_no_level(pages, nothing_wrong):
    nothing_wrong(
        f"{path} has the headings {outline.headings}"
        for path, _, outline in pages
        if outline.headings.count(1) != 1 or any(
            below > above + 1
            for above, below in zip(outline.headings, outline.headings[1:])))


def test_every_page_says_that_it_is_synthetic(pages, nothing_wrong):
    nothing_wrong(
        f"{path} does not say Synthetic" for path, text, _ in pages if "Synthetic" not in text)


@pytest.mark.parametrize("pattern", [r'\sid="([^"]+)"', r"<caption[^>]*>\s*(.*?)\s*</caption>"])
def test_ids_and_captions_are_unique_on_a_page(pattern, pages, nothing_wrong):
    nothing_wrong(
        f"{path} has {count} times {name!r}"
        for path, text, _ in pages
        for name, count in Counter(re.findall(pattern, text, re.S)).items() if count > 1)


def test_every_table_has_a_caption(pages, nothing_wrong):
    nothing_wrong(
        f"{path} has a table without a caption"
        for path, text, _ in pages if text.count("<table") != text.count("<caption"))


def test_every_input_has_a_label(pages, nothing_wrong):
    nothing_wrong(
        f"{path}: {tag}"
        for path, text, _ in pages
        for tag in re.findall(r"<(?:input|select|textarea)[^>]*>", text)
        if 'type="hidden"' not in tag and "aria-label" not in tag
        and not ((name := re.search(r'\sid="([^"]+)"', tag)) and f'for="{name[1]}"' in text))


@pytest.mark.parametrize("claim", [
    "axe in light", "axe in dark", "console", "policy", "external", "pictures", "sideways",
    "scroll regions", "small text in pictures", "targets on a desktop", "targets on a phone",
])
def test_no_page_of_engagement_breaks_the_claim(claim, visits, nothing_wrong):
    places = defaultdict(list)
    for visit in visits:
        for sentence in visit.wrong.get(claim, []):
            places[without_particulars(sentence)].append((visit.path, sentence))
    nothing_wrong(
        f"{found[0][0]}: {found[0][1]}" + others(len(found), len({path for path, _ in found}))
        for found in places.values())
