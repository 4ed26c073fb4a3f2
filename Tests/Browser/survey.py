"""Draws every page once in a real browser and notes all that the claims about pages ask for."""

import importlib.resources
from dataclasses import dataclass, field
from pathlib import Path

from crawl import kind

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
PROBES = (Path(__file__).parent / "probes.js").read_text("utf-8")
WATCH_POLICY = """
window.policyViolations = [];
document.addEventListener('securitypolicyviolation', (event) => window.policyViolations.push(
  `${event.violatedDirective} refused ${event.blockedURI} ${event.sample || ''}`));
"""
# The rows of a table are alike, and to compare the colours of all takes most of the time of a visit.
RUN_AXE = """async (rules) => {
  const alike = [...document.querySelectorAll('tbody tr:nth-child(n+13):not([hidden])')];
  alike.forEach((row) => { row.hidden = true; });
  const found = await axe.run(document, {
    runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'], iframes: false,
  });
  alike.forEach((row) => { row.hidden = false; });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => {
    const [, reason] = (node.failureSummary || '').split('\\n');
    return `${rule.id}: ${node.target.join(' ')}: ${(reason || rule.help).trim()}`;
  }));
}"""


@dataclass
class Visit:
    """What one page showed: sentences about what is wrong, by the claim that they break."""

    path: str
    kind: str
    wrong: dict = field(default_factory=dict)
    pictures: int = 0
    has_details: bool = False


def axe(page):
    """Violations that axe-core finds in the page as it is drawn now, one line a place."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    return page.evaluate(RUN_AXE, RULES)


class Watcher:
    """Listens to a page: what its console says, what fails, what it asks other hosts for."""

    def __init__(self, page, is_own):
        self.is_own = is_own
        self.console, self.external = [], []
        page.add_init_script(WATCH_POLICY)
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.console.append(f"script error: {error}"))
        page.on("request", self.see)

    def hear(self, message):
        if message.type in ("error", "warning"):
            self.console.append(f"{message.type}: {message.text}")

    def see(self, request):
        if not self.is_own(request.url) and not request.url.startswith(("data:", "blob:")):
            self.external.append(request.url)

    def take(self):
        taken = self.console, self.external
        self.console, self.external = [], []
        return taken


class Surveyor:
    """Visits pages in one tab, each once, at the sizes that the claims are about."""

    def __init__(self, page, base):
        self.page, self.base = page, base
        self.watcher = Watcher(page, lambda url: url.startswith(base + "/"))
        self.seen_dark = set()

    def visit(self, path):
        page, visit = self.page, Visit(path, kind(path))
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(self.base + path, wait_until="load")
        visit.wrong["policy"] = page.evaluate("window.policyViolations")
        visit.wrong["console"], visit.wrong["external"] = self.watcher.take()
        visit.has_details = page.locator("main details > summary").count() > 0

        page.evaluate(PROBES)
        page.evaluate("probes.openDetails()")
        visit.pictures = page.evaluate("probes.pictures()")
        visit.wrong["pictures"] = page.evaluate("probes.barePictures()")
        visit.wrong["targets on a desktop"] = page.evaluate("probes.smallTargets()")
        visit.wrong["axe in light"] = axe(page)
        if visit.kind not in self.seen_dark:
            self.seen_dark.add(visit.kind)
            page.emulate_media(color_scheme="dark")
            visit.wrong["axe in dark"] = axe(page)

        page.set_viewport_size({"width": 360, "height": 740})
        visit.wrong["small text in pictures"] = page.evaluate("probes.smallText()")
        page.set_viewport_size({"width": 320, "height": 640})
        visit.wrong["sideways"] = page.evaluate("probes.sideways()")
        visit.wrong["scroll regions"] = page.evaluate("probes.unmarkedScrollers()")
        visit.wrong["targets on a phone"] = page.evaluate("probes.smallTargets()")
        self.watcher.take()
        return visit
