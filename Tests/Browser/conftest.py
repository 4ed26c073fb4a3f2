"""What every test shares: the server's address, one browser, one crawl, one survey of all pages."""

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import demonstration as demonstrations
from crawl import Crawler, kind
from survey import Surveyor

REPOSITORY = Path(__file__).resolve().parents[2]
SHOWN = 25
DRAWN_OF_A_KIND = 3


def pytest_configure(config):
    for name in ("WEALD_URL", "WEALD"):
        if name not in os.environ:
            raise pytest.UsageError(f"{name} is not set: run scripts/browser-tests")


def pytest_addoption(parser):
    parser.addoption(
        "--part", choices=("plan", "demonstration"),
        help="only the tests of the plan's pages, or only those that need the demonstration")
    parser.addoption(
        "--screenshots", action="store_true", help="take a picture of every kind of page")


def pytest_collection_modifyitems(config, items):
    part = config.getoption("--part")
    if part:
        items[:] = [
            item for item in items
            if ("demonstration" in item.fixturenames) == (part == "demonstration")]


@pytest.fixture(scope="session")
def base():
    return os.environ["WEALD_URL"].rstrip("/")


@pytest.fixture(scope="session")
def browser():
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    assert path, "no Chromium on this machine: run scripts/bootstrap --test"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def tab(browser):
    """A fresh tab of desktop size, with nothing kept from the test before."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    yield context.new_page()
    context.close()


@pytest.fixture
def scriptless(browser):
    """A fresh tab with JavaScript turned off."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="en-GB", java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def site(base):
    return Crawler(base).run()


@pytest.fixture(scope="session")
def survey(site, base, browser):
    """Drawings of a few pages of each kind, of the longest among them."""
    context = browser.new_context(locale="en-GB")
    surveyor = Surveyor(context.new_page(), base)
    longest, counts = sorted(site.html, key=lambda page: -len(page.answer.body)), Counter()
    visits = []
    for page in longest:
        counts[kind(page.path)] += 1
        if counts[kind(page.path)] <= DRAWN_OF_A_KIND:
            visits.append(surveyor.visit(page.path))
    context.close()
    return visits


@pytest.fixture(scope="session")
def export(tmp_path_factory):
    """The plan as a folder of pages that need no server."""
    folder = tmp_path_factory.mktemp("export")
    plan = os.environ.get("PLAN", "Plans/kent-and-medway")
    subprocess.run(
        [os.environ["WEALD"], "assess", plan, "--html", str(folder)],
        cwd=REPOSITORY, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return folder


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """A server of its own, with made-up responses that the tests may add to."""
    folder = tmp_path_factory.mktemp("demonstration") / "data"
    made, server = demonstrations.start(folder)
    yield made
    demonstrations.stop(made, server)


@pytest.fixture(scope="session")
def signed_in(demonstration, browser):
    """The tab of an administrator of the demonstration."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    demonstration.sign_in(page)
    yield page
    context.close()


@pytest.fixture(scope="session")
def nothing_wrong():
    """Fails with the complaints, one a line, when there are any."""

    def check(complaints):
        complaints = list(complaints)
        if complaints:
            lines = complaints[:SHOWN]
            if len(complaints) > SHOWN:
                lines.append(f"and {len(complaints) - SHOWN} more")
            pytest.fail("\n".join(lines), pytrace=False)

    return check
