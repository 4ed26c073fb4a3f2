"""Claims that hold for every page of the site."""

import re
from collections import Counter, defaultdict

import pytest

from crawl import fetch, kind, statuses

SECTIONS = [
    "/", "/case-for-change", "/money", "/plans", "/options", "/options/stroke", "/options/stroke/elimination",
    "/options/stroke/appraisal", "/flow", "/flow/discharge/day/play", "/stroke-review",
    "/organisations", "/timeline", "/facts",
    "/sources", "/findings", "/validation", "/glossary", "/scenarios", "/about", "/accessibility",
]
KINDS = ["/workstreams/ID", "/facts/ID", "/facts/ID.json", "/facts/ID.csv", "/sources/ID",
         "/scenarios/ID", "/flow/ID", "/flow/ID.csv", "/pictures/ID.svg", "/pictures/ID.csv"]
TYPES = {"json": "application/json", "csv": "text/csv", "svg": "image/svg+xml", "css": "text/css"}


@pytest.mark.parametrize("path", SECTIONS + KINDS)
def test_a_reader_can_click_from_the_first_page_to(path, site):
    reached = site.pages if path in SECTIONS else {kind(p) for p in site.pages}
    assert path in reached, f"no chain of links leads from / to {path}"


def test_every_link_leads_somewhere(site, nothing_wrong):
    nothing_wrong(
        f"{site.found_on[path]} links to {path}: {status}"
        for path, status in sorted(statuses(site).items()) if status != 200)


def test_every_anchor_leads_somewhere(site, nothing_wrong):
    nothing_wrong(
        f"{found_on} links to {path}#{anchor}: no element has that id"
        for found_on, path, anchor in sorted(set(site.anchors))
        if (page := site.pages.get(path)) and page.outline and anchor not in page.outline.ids)


def test_every_file_says_its_type(site, nothing_wrong):
    endings = ((page, kind(path).rsplit(".", 1)[-1]) for path, page in site.pages.items())
    nothing_wrong(
        f"{page.path} says it is {page.answer.headers.get('content-type')}, not {TYPES[ending]}"
        for page, ending in endings
        if ending in TYPES
        and not page.answer.headers.get("content-type", "").startswith(TYPES[ending]))


def test_every_page_has_one_first_heading(site, nothing_wrong):
    nothing_wrong(
        f"{page.path} has {page.outline.headings.count(1)} h1"
        for page in site.html if page.outline.headings.count(1) != 1)


def test_headings_skip_no_level(site, nothing_wrong):
    nothing_wrong(
        f"{page.path} goes from h{above} to h{below}"
        for page in site.html
        for above, below in zip(page.outline.headings, page.outline.headings[1:])
        if below > above + 1)


def test_every_page_has_a_title_of_its_own(site, nothing_wrong):
    plain = [page for page in site.html if "?" not in page.path]
    uses = Counter(page.outline.title.strip() for page in plain)
    nothing_wrong(
        f"{page.path} has the title {page.outline.title.strip()!r}, {count} pages have it"
        for page in plain
        if (count := uses[page.outline.title.strip()]) > 1 or not page.outline.title.strip())


def test_every_page_says_its_language(site, nothing_wrong):
    nothing_wrong(
        f"{page.path} has lang={page.outline.language!r}"
        for page in site.html if not (page.outline.language or "").startswith(("en", "cy")))


def test_the_health_check_answers(base):
    assert fetch(f"{base}/healthz").status == 200


@pytest.mark.parametrize("claim", [
    "axe in light", "axe in dark", "console", "policy", "external", "pictures", "sideways",
    "scroll regions", "small text in pictures", "targets on a desktop", "targets on a phone",
])
def test_no_page_breaks_the_claim(claim, survey, nothing_wrong):
    places = defaultdict(list)
    for visit in survey:
        for sentence in visit.wrong.get(claim, []):
            places[without_particulars(sentence)].append((visit.path, sentence))
    nothing_wrong(
        f"{found[0][0]}: {found[0][1]}" + others(len(found), len({path for path, _ in found}))
        for found in places.values())


def without_particulars(sentence):
    """A complaint less the words and sizes of the one place, so that a hundred alike are one."""
    return re.sub(r'"[^"]*"|\d+|nth-child\([^)]*\)', "", sentence)


def others(places, pages):
    return "" if places == 1 else f" (and the like: {places} places on {pages} pages)"


def test_there_are_pictures(survey):
    assert sum(visit.pictures for visit in survey) > 0, "no page shows a picture"
