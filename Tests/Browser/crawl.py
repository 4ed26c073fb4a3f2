"""Reads the site over plain HTTP, as a search engine would: breadth first, from the first page.

What only a form leads to is read as well: each page in each scenario, a search that finds something
and a search that does not.
"""

import gzip
import urllib.error
import urllib.request
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote, urldefrag, urljoin, urlsplit

SAMPLE = 12
FEW = 4
STARTS = ("/", "/search?q=deficit", "/search?q=zzqxj")
FORMATS = ("json", "csv", "svg", "xlsx", "css", "js")


@dataclass
class Answer:
    """One answer of the server, its body as it came and as it reads."""

    url: str
    status: int
    headers: dict
    raw: bytes

    @property
    def body(self):
        zipped = self.headers.get("content-encoding") == "gzip"
        return gzip.decompress(self.raw) if zipped else self.raw

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def is_page(self):
        return self.headers.get("content-type", "").startswith("text/html")


def fetch(url, **headers):
    """Asks for an address and gives the answer, whatever its status; follows redirections."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, headers=named)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return _answer(answer, answer.status)
    except urllib.error.HTTPError as answer:
        return _answer(answer, answer.code)


def _answer(answer, status):
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return Answer(answer.geturl(), status, headers, answer.read())


class Outline(HTMLParser):
    """What a page says of itself in its HTML: language, title, headings, links, ids, forms."""

    def __init__(self, text):
        super().__init__()
        self.language, self.title = None, ""
        self.headings, self.links, self.assets = [], [], []
        self.ids, self.fields, self.actions, self.scenarios = set(), set(), [], []
        self._in_title = self._in_svg = self._in_scenarios = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            self.ids.add(values["id"])
        if tag == "html":
            self.language = values.get("lang")
        elif tag == "svg":
            self._in_svg = True
        elif tag == "title" and not self._in_svg:
            self._in_title = True
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.headings.append(int(tag[1]))
        elif tag == "a" and values.get("href") is not None:
            self.links.append(values["href"])
        elif tag == "form":
            self.actions.append(values.get("action") or "")
        for name in ("src", "href") if tag in ("img", "script", "link", "source") else ():
            if values.get(name):
                self.assets.append(values[name])
        if tag in ("input", "select", "button", "textarea") and values.get("name"):
            self.fields.add(values["name"])
            self._in_scenarios = tag == "select" and values["name"] == "scenario"
        if values.get("name") == "scenario" or (tag == "option" and self._in_scenarios):
            self.scenarios += [values["value"]] if values.get("value") else []

    def handle_endtag(self, tag):
        if tag == "title":
            self._in_title = False
        elif tag == "svg":
            self._in_svg = False

    def handle_data(self, data):
        if self._in_title:
            self.title += data


@dataclass
class Page:
    """One address of the site: where it was found, what it answered, what it says of itself."""

    path: str
    answer: Answer
    outline: Outline | None


@dataclass
class Site:
    """What the crawl read, and every link it met with the page that it met it on."""

    base: str
    pages: dict = field(default_factory=dict)
    found_on: dict = field(default_factory=dict)
    anchors: list = field(default_factory=list)

    @property
    def html(self):
        return [p for p in self.pages.values() if p.outline is not None and p.answer.status == 200]


def kind(path):
    """The kind of page an address is of: `/facts/a.b?scenario=low` is `/facts/ID?scenario`."""
    parts = urlsplit(path)
    segments = [s for s in parts.path.split("/") if s]
    if len(segments) > 1:
        ending = segments[-1].rsplit(".", 1)[-1] if "." in segments[-1] else ""
        segments[1:] = ["ID" + (f".{ending}" if ending in FORMATS else "")]
    query = ",".join(sorted(parse_qs(parts.query, keep_blank_values=True)))
    return "/" + "/".join(segments) + (f"?{query}" if query else "")


def sampled_group(path):
    """The group that an address is sampled with, or nothing when every one of its kind is read."""
    parts = urlsplit(path)
    if "scenario" in parse_qs(parts.query, keep_blank_values=True):
        return "?scenario"
    if parts.query or parts.path.startswith(("/facts/", "/sources/", "/where-i-live/")):
        return kind(path)
    segments = parts.path.split("/")
    # Every set of sites has a page, and every two of them a comparison: there are thousands.
    if len(segments) > 4 and segments[1] == "options":
        return "/options/ID/" + segments[3]
    return None


def spread(paths, count):
    """The same few of many, every time: evenly spaced in alphabetical order."""
    ordered = sorted(paths)
    if len(ordered) <= count:
        return ordered
    return [ordered[i * (len(ordered) - 1) // (count - 1)] for i in range(count)]


class Crawler:
    """Reads all pages but those that are sampled, then the samples, until nothing new turns up."""

    def __init__(self, base):
        self.site = Site(base)
        self.waiting = list(STARTS)
        self.candidates = defaultdict(set)
        self.site.found_on.update(dict.fromkeys(STARTS, "the start"))

    def run(self):
        sampled = set()
        while True:
            while self.waiting:
                self.read(self.waiting.pop(0))
            group = next((g for g in sorted(self.candidates) if g not in sampled), None)
            if group is None:
                return self.site
            sampled.add(group)
            count = FEW if group.startswith(("/options/", "/where-i-live/")) else SAMPLE
            self.waiting.extend(spread(self.candidates[group], count))

    def read(self, path):
        if path in self.site.pages:
            return
        answer = fetch(self.site.base + path)
        outline = Outline(answer.text) if answer.is_page else None
        self.site.pages[path] = Page(path, answer, outline)
        if outline is None:
            return
        for link in outline.links + outline.assets:
            self.meet(link, path)
        # Each scenario simulates patient flow again, which is tested in Swift.
        for scenario in [] if path.startswith("/flow") else outline.scenarios:
            self.meet(f"{urlsplit(path).path}?scenario={scenario}", path)

    def meet(self, link, found_on):
        absolute, anchor = urldefrag(urljoin(self.site.base + found_on, link))
        if not absolute.startswith(self.site.base):
            return
        path = absolute[len(self.site.base):] or "/"
        if anchor:
            self.site.anchors.append((found_on, path, unquote(anchor)))
        if path in self.site.found_on:
            return
        self.site.found_on[path] = found_on
        group = sampled_group(path)
        if group is None:
            self.waiting.append(path)
        else:
            self.candidates[group].add(path)


def statuses(site):
    """The status of every address met, asking only for those that the crawl left out."""
    known = {path: page.answer.status for path, page in site.pages.items()}
    left = sorted(p for p in site.found_on if p not in known and "?" not in p)
    sets = [p for p in left if (sampled_group(p) or "").startswith("/options/")]
    left = [p for p in left if p not in set(sets)] + spread(sets, 5 * SAMPLE)
    with ThreadPoolExecutor(max_workers=4) as pool:
        known.update(zip(left, pool.map(lambda p: fetch(site.base + p).status, left)))
    return known
