"""Pictures of every kind of page, for people to look at; nothing is compared.

Only when asked for: `scripts/browser-tests --part plan --screenshots`.
"""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "screenshots"
TALLEST = 4000
LOOKS = {
    "360": dict(width=360),
    "768": dict(width=768),
    "1280": dict(width=1280),
    "dark": dict(width=1280, color_scheme="dark"),
    "print": dict(width=794, media="print"),
}


@pytest.fixture(scope="module")
def folder():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    return FOLDER


def test_every_kind_of_page_has_its_picture_taken(request):
    if not request.config.getoption("--screenshots"):
        pytest.skip("pictures are taken with --screenshots only")
    survey, base, tab, folder = map(
        request.getfixturevalue, ("survey", "base", "tab", "folder"))
    examples = {}
    for visit in survey:
        examples.setdefault(visit.kind, visit.path)
    examples["/no-such-page"] = "/no-such-page"
    for kind, path in examples.items():
        tab.goto(base + path)
        for look, settings in LOOKS.items():
            take(tab, folder / f"{file_name(kind)}.{look}.png", **settings)
    assert len(list(folder.glob("*.png"))) == len(examples) * len(LOOKS)


def file_name(kind):
    words = kind.strip("/").replace("?", "-with-")
    return words.replace("/", "-").replace(",", "-") or "first-page"


def take(tab, path, width, color_scheme="light", media="screen"):
    tab.emulate_media(media=media, color_scheme=color_scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    height = tab.evaluate("document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
    tab.screenshot(path=path, full_page=True, clip=clip)
