"""A server of made-up responses, events and news, for the tests of public engagement."""

import json
import os
import re
import socket
import subprocess
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from crawl import FORMATS, Answer, Outline, fetch

REPOSITORY = Path(__file__).resolve().parents[2]
OPEN = "summer-update-2017"
CLOSED = "stroke-2018"
RESPONSES = 300
OF_A_KIND = 2

# What stands after one of these in an address is the name of a thing, and so is what follows it.
COLLECTIONS = {
    "bulletins": 1, "campaigns": 1, "checklist": 1, "coding": 1, "comments": 2,
    "considered": 1, "consultations": 1, "contact-log": 1, "differences": 2, "documents": 1,
    "editions": 1, "enquiries": 1, "events": 1, "flags": 1, "forms": 1, "frame": 1, "groups": 1,
    "moderation": 2, "news": 1, "outbox": 1, "people": 1, "questions": 1, "read": 2,
    "responses": 1, "results": 1, "sample": 1, "samples": 1, "sections": 1,
    "staff-conversations": 1, "themes": 1, "versions": 1,
    "actions": 1, "activities": 1, "benefits": 1, "bodies": 1, "decisions": 1, "gates": 2,
    "handshake": 2, "issued": 1, "measures": 1, "meetings": 1, "minutes": 1, "papers": 1,
    "productivity": 1, "registers": 2, "resourcing": 1, "risks": 1, "scenarios": 1, "schemes": 1,
    "updates": 1,
    "workstreams": 1,
}
NAMED = {"new", "considered", "requests", "booklet", "preview", "text", "ics", "desk"}
# The pages of the plan are read by the other tests.
PARTS = {
    "ask", "bulletins", "consultations", "contact", "desk", "documents", "events", "groups",
    "have-your-say", "news", "newsletter", "respond", "staff-conversations", "themes",
    "you-said-we-did", "you-said", "kiosk", "lab", "news.atom", "events.ics", "enquiries", "programme",
}


@dataclass
class Demonstration:
    """A running server, its data folder, and a password for each role."""

    base: str
    data: Path
    accounts: dict

    def sign_in(self, page, role="administrator"):
        """Signs in as somebody with the role, and ends on the desk."""
        account = self.accounts[role]
        page.goto(self.base + "/desk/sign-in")
        page.get_by_label("E-mail address").fill(account["email"])
        page.get_by_label("Password").fill(account["password"])
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(self.base + "/desk")

    def responses(self, staff):
        """How many responses the desk counts in the open consultation."""
        staff.goto(f"{self.base}/desk/consultations/{OPEN}")
        return int(re.search(r"(\d+) responses?", staff.locator("main").inner_text())[1])

    def mails(self, staff):
        """The texts of the mails that wait for an administrator."""
        staff.goto(self.base + "/desk/outbox")
        return staff.locator("main section .as-written").all_inner_texts()


def start(data):
    """Fills the folder with a demonstration and serves it; gives it and its process."""
    weald, plan = os.environ["WEALD"], os.environ.get("PLAN", "Plans/kent-and-medway")
    made = subprocess.run(
        [weald, "demo", plan, "--data", str(data), "--responses", str(RESPONSES), "--no-serve",
         "--json"], cwd=REPOSITORY, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    accounts = {account["role"]: account for account in json.loads(made.stdout)}
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with open(words_of(data), "w") as words:
        server = subprocess.Popen(
            [weald, "serve", plan, "--data", str(data), "--port", str(port)], cwd=REPOSITORY,
            stdin=subprocess.DEVNULL, stdout=words, stderr=words)
    demonstration = Demonstration(f"http://127.0.0.1:{port}", data, accounts)
    _wait(demonstration.base, server)
    return demonstration, server


def _wait(base, server):
    for _ in range(240):
        assert server.poll() is None, "the server of the demonstration ended"
        try:
            if fetch(base + "/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("the server of the demonstration did not start")


def words_of(data):
    """The file of what the server said."""
    return data.parent / "server.log"


def stop(demonstration, server):
    """Ends the server; complains when it had ended by itself."""
    words = words_of(demonstration.data).read_text("utf-8")[-2_000:]
    assert server.poll() is None, f"the server ended with {server.returncode}. It said: {words}"
    server.terminate()
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()


def is_engagement(path):
    return urlsplit(path).path.split("/")[1] in PARTS


def kind(path):
    """The kind of page an address is of: `/consultations/a/responses/b?page=2` is
    `/consultations/ID/responses/ID?page`."""
    parts = urlsplit(path)
    named, left = [], 0
    for segment in parts.path.split("/"):
        ending = segment.rsplit(".", 1)[-1] if "." in segment else ""
        if left and segment not in NAMED:
            segment, left = "ID" + (f".{ending}" if ending in (*FORMATS, "ics") else ""), left - 1
        else:
            left = COLLECTIONS.get(segment, 0)
        named.append(segment)
    asked = sorted(pair.split("=")[0] for pair in parts.query.split("&") if pair)
    return "/".join(named) + (f"?{','.join(asked)}" if asked else "")


@dataclass
class Reading:
    """What a reader with these cookies met: pages read, and where each address was found."""

    base: str
    cookie: str = ""
    pages: dict = field(default_factory=dict)
    found_on: dict = field(default_factory=dict)

    def ask(self, path) -> Answer:
        return fetch(self.base + path, **({"cookie": self.cookie} if self.cookie else {}))

    def read(self, start_path, is_wanted, most):
        """Breadth first, at most so many pages, and few of each kind."""
        waiting, counts = [start_path], defaultdict(int)
        self.found_on[start_path] = "the start"
        while waiting and len(self.pages) < most:
            path = waiting.pop(0)
            if counts[kind(path)] == OF_A_KIND:
                continue
            counts[kind(path)] += 1
            answer = self.ask(path)
            outline = Outline(answer.text) if answer.is_page else None
            self.pages[path] = (answer, outline)
            waiting += self._met(path, outline.links if outline else [], is_wanted)
        return self

    def _met(self, found_on, links, is_wanted):
        for link in links:
            absolute = urldefrag(urljoin(self.base + found_on, link))[0]
            if not absolute.startswith(self.base):
                continue
            path = absolute[len(self.base):] or "/"
            if path not in self.found_on:
                self.found_on[path] = found_on
                if is_wanted(path):
                    yield path

    @property
    def html(self):
        """The pages that were read: address, text and outline."""
        return [(path, answer.text, outline)
                for path, (answer, outline) in self.pages.items() if outline]

    def statuses(self, of_a_kind=4):
        """The status of what was read, and of a few of each kind of what was only met."""
        known = {path: answer.status for path, (answer, _) in self.pages.items()}
        counts = defaultdict(int)
        for path in sorted(self.found_on):
            if path in known or counts[kind(path)] == of_a_kind:
                continue
            counts[kind(path)] += 1
            known[path] = self.ask(path).status
        return known
