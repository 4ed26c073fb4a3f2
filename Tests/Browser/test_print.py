"""A printed page holds the words and leaves out what only a screen can use."""

import pytest


@pytest.mark.parametrize("path", ["/", "/money", "/case-for-change", "/facts"])
def test_print_leaves_out_navigation_and_search(path, base, tab):
    tab.goto(base + path)
    assert tab.locator("header nav").first.is_visible()

    tab.emulate_media(media="print")

    for place in tab.locator('nav, input[name="q"]').all():
        assert not place.is_visible(), place.evaluate("e => e.outerHTML.slice(0, 80)")
    assert tab.locator("h1").is_visible()
    assert tab.locator("main").inner_text().strip()
