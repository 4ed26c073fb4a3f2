"""The plan as a folder of files: it opens from a disk, with no server and no network."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from crawl import Outline, spread
from survey import Watcher, axe


def pages_of(folder):
    return sorted(folder.rglob("*.html"))


def complaint(page, link, folder, ids):
    """What is wrong with a link of an exported page, or nothing."""
    parts = urlsplit(link)
    if parts.scheme in ("http", "https", "mailto", "data"):
        return None
    if parts.path.startswith("/") or parts.scheme or parts.netloc:
        return "only works on a server"
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_file():
        return "there is no such file"
    if not target.is_relative_to(folder):
        return "leads out of the folder"
    anchor = unquote(parts.fragment)
    if anchor and target in ids and anchor not in ids[target]:
        return "no element has that id"
    return None


def test_every_link_of_the_folder_leads_somewhere(export, nothing_wrong):
    folder = export.resolve()
    outlines = {page: Outline(page.read_text("utf-8")) for page in pages_of(folder)}
    assert folder / "index.html" in outlines, "the folder has no index.html"
    ids = {page: outline.ids for page, outline in outlines.items()}
    nothing_wrong(
        f"{page.relative_to(folder)} links to {link}: {problem}"
        for page, outline in outlines.items()
        for link in dict.fromkeys(outline.links + outline.assets + outline.actions)
        if (problem := complaint(page, link, folder, ids)))


def test_the_folder_opens_without_a_server(export, tab):
    watcher = Watcher(tab, lambda url: url.startswith("file:"))
    failed = []
    tab.on("requestfailed", lambda request: failed.append(request.url))
    tab.goto((export / "index.html").as_uri())
    assert tab.evaluate("[...document.styleSheets].length") > 0, "the pages lost their stylesheet"

    tab.locator("header nav a[href]").last.click()
    tab.wait_for_load_state("load")

    assert Path(unquote(urlsplit(tab.url).path)).is_file()
    assert tab.locator("h1").count() == 1
    assert (watcher.console, watcher.external, failed) == ([], [], [])


def test_exported_pages_are_accessible(export, tab, nothing_wrong):
    complaints = []
    for page in spread(pages_of(export), 5):
        tab.goto(page.as_uri())
        complaints += [f"{page.relative_to(export)}: {found}" for found in axe(tab)]
    nothing_wrong(complaints)
