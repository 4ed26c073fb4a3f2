"""What the server says beside its pages: policy, caching, compression, errors."""

import csv
import io
import json
import re

import pytest

from crawl import Outline, fetch, kind
from survey import axe

PAGES = ["/", "/money", "/facts", "/search?q=deficit", "/style.css", "/no-such-page"]


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_lets_no_foreign_or_inline_code_run(path, base):
    policy = fetch(base + path).headers.get("content-security-policy", "")
    directives = {d.split()[0]: d.split()[1:] for d in policy.split(";") if d.strip()}
    scripts = directives.get("script-src", directives.get("default-src"))
    styles = directives.get("style-src", directives.get("default-src"))
    assert scripts is not None and styles is not None, f"no policy for both: {policy!r}"
    for word in ("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:"):
        assert word not in scripts + styles, f"{word} in {policy!r}"


@pytest.mark.parametrize("path", PAGES)
def test_types_are_not_guessed_and_addresses_not_leaked(path, base):
    headers = fetch(base + path).headers
    assert headers.get("x-content-type-options") == "nosniff"
    assert headers.get("referrer-policy") in (
        "no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")


@pytest.mark.parametrize("path", ["/", "/money", "/style.css"])
def test_an_unchanged_page_is_not_sent_again(path, base):
    first = fetch(base + path)
    tag = first.headers.get("etag")
    assert tag, "no ETag"

    again = fetch(base + path, If_None_Match=tag)
    other = fetch(base + path, If_None_Match='"another"')

    assert (again.status, again.raw) == (304, b"")
    assert (other.status, other.raw) == (200, first.raw)


@pytest.mark.parametrize("path", ["/", "/money", "/facts", "/style.css"])
def test_a_page_can_be_had_compressed(path, base):
    plain = fetch(base + path, Accept_Encoding="identity")
    zipped = fetch(base + path, Accept_Encoding="gzip")

    assert "content-encoding" not in plain.headers
    assert zipped.headers.get("content-encoding") == "gzip"
    assert "accept-encoding" in zipped.headers.get("vary", "").lower()
    assert len(zipped.raw) < len(plain.raw)
    assert zipped.body == plain.body


def test_a_figure_can_be_had_as_data(site):
    tables = [p for p in site.pages.values() if kind(p.path) == "/facts/ID.csv"]
    records = [p for p in site.pages.values() if kind(p.path) == "/facts/ID.json"]
    assert tables and records
    for page in records:
        figure = page.path.removeprefix("/facts/").removesuffix(".json")
        assert f'"{figure}"' in json.dumps(json.loads(page.answer.text)), page.path
    for page in tables:
        header, *rows = csv.reader(io.StringIO(page.answer.text))
        assert rows and all(len(row) == len(header) for row in rows), page.path


def test_a_picture_is_whole_on_its_own(site):
    pictures = [p for p in site.pages.values() if kind(p.path) == "/pictures/ID.svg"]
    assert pictures
    for page in pictures:
        assert re.search(r"<svg\b[^>]*xmlns=", page.answer.text), page.path
        assert re.search(r"<title[^>]*>[^<]", page.answer.text), page.path
        assert re.search(r"<desc[^>]*>[^<]", page.answer.text), page.path


@pytest.mark.parametrize(
    "path", ["/no-such-page", "/facts/no-such-figure", "/sources/no-such-paper"])
def test_a_wrong_address_is_told_what_to_do(path, base, tab, nothing_wrong):
    answer = fetch(base + path)
    assert answer.status == 404
    outline = Outline(answer.text)
    assert outline.headings.count(1) == 1 and outline.title.strip() and outline.language
    assert "/" in outline.links or "q" in outline.fields, "neither a way home nor a search"

    tab.goto(base + path)
    nothing_wrong(axe(tab))
