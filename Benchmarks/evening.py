#!/usr/bin/env python3
"""The last evening of a consultation: many browsers respond at once, and nothing may be lost.

    Benchmarks/evening.py PORT CONSULTATION [--browsers 2000] [--seconds 60] [--think 10]

First one browser after the other goes through the form without haste, so that there is an unloaded
time to compare with. Then all browsers do, each from an address of its own on the loopback range,
each reading a page for some time (exponential, seeded) before it sends the next. Every receipt code
that a browser was shown is written to standard output; what was measured goes to standard error.
Bounded in browsers and in time; it talks to 127.0.0.1 only.
"""

import argparse
import asyncio
import html
import json
import random
import re
import sys
import time
from urllib.parse import urlencode

FORM = re.compile(r'<form method="post" action="([^"]+)"(.*?)</form>', re.S)
FIELD = re.compile(r"<(input|textarea)\b([^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')
RECEIPT = re.compile(r"ANON-[0-9A-Z]{4}-[0-9A-Z]{4}")


class Browser:
    """One respondent: one connection, kept while the server keeps it."""

    def __init__(self, number, port, draws, times):
        self.port, self.draws, self.times = port, draws, times
        self.address = f"127.{1 + number // 62500}.{1 + number // 250 % 250}.{1 + number % 250}"
        self.streams = None

    async def ask(self, path, fields=None):
        """The status, the place to go on to, and the text of an answer."""
        body = urlencode(fields).encode() if fields is not None else b""
        head = [f"{'GET' if fields is None else 'POST'} {path} HTTP/1.1", "Host: 127.0.0.1"]
        if fields is not None:
            head += ["Content-Type: application/x-www-form-urlencoded",
                     f"Content-Length: {len(body)}"]
        start = time.perf_counter()
        for attempt in (1, 2):
            try:
                if self.streams is None:
                    self.streams = await asyncio.open_connection(
                        "127.0.0.1", self.port, local_addr=(self.address, 0))
                reader, writer = self.streams
                writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
                await writer.drain()
                answer = await self.read(reader)
                break
            except (ConnectionError, asyncio.IncompleteReadError):
                self.streams = None
                if attempt == 2:
                    raise
        self.times.append((time.perf_counter() - start, fields is not None))
        return answer

    @staticmethod
    async def read(reader):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        fields = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
        place = next((line[10:] for line in head if line.lower().startswith("location: ")), None)
        length = int(fields.get("content-length", 0))
        text = (await reader.readexactly(length)).decode("utf-8")
        return int(head[0].split()[1]), place, text

    async def think(self, mean):
        await asyncio.sleep(min(self.draws.expovariate(1 / mean), 6 * mean) if mean else 0)

    def filled(self, form):
        """The fields of a form, filled in: a few boxes ticked, a few words, yes to publication."""
        fields, seen = [], set()
        for kind, inside in FIELD.findall(form):
            values = {name: html.unescape(value) for name, value in ATTRIBUTE.findall(inside)}
            name, type_ = values.get("name"), values.get("type", "text")
            if not name:
                continue
            if kind == "textarea":
                fields.append((name, f"Synthetic words {self.draws.randrange(10**9)}"))
            elif type_ == "hidden":
                fields.append((name, values.get("value", "")))
            elif type_ == "radio" and name not in seen:
                seen.add(name)
                fields.append((name, values.get("value", "")))
            elif type_ == "checkbox":
                # Some questions want one box at least, and some three at most.
                ticked = sum(name == other for other, _ in fields)
                if ticked == 0 or (ticked < 3 and self.draws.random() < 0.25):
                    fields.append((name, values.get("value", "")))
        return fields

    async def respond(self, consultation, think):
        """Goes through the whole form and gives the receipt code that was shown."""
        path = f"/consultations/{consultation}"
        status, _, text = await self.ask(path)
        for _ in range(40):
            forms = [form for form in FORM.findall(text)
                     if "respond" in form[0] and "/save" not in form[0]]
            if not forms:
                raise RuntimeError(f"no form at {path}: {status}")
            action, inside = forms[0]
            await self.think(think)
            status, place, text = await self.ask(html.unescape(action), self.filled(inside))
            if status != 303:
                problem = re.search(r"class=\"error[^>]*>(.*?)<", text, re.S)
                raise RuntimeError(f"{status} from {action}: {problem and problem.group(0)}")
            path = place
            status, _, text = await self.ask(path)
            if path.endswith("/done"):
                receipt = RECEIPT.search(text)
                if receipt is None:
                    raise RuntimeError("no receipt code was shown")
                return receipt.group(0)
        raise RuntimeError("the form has no end")


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


async def evening(arguments):
    receipts, failures = [], []
    calm = []
    for number in range(arguments.calm):
        browser = Browser(number, arguments.port, random.Random(number), calm)
        receipts.append(await browser.respond(arguments.consultation, 0))
    busy, end = [], time.monotonic() + arguments.seconds

    async def sit(number):
        draws = random.Random(1000 + number)
        await asyncio.sleep(draws.random() * arguments.think)
        while time.monotonic() < end:
            browser = Browser(number, arguments.port, draws, busy)
            try:
                receipts.append(await browser.respond(arguments.consultation, arguments.think))
            except (RuntimeError, OSError, asyncio.IncompleteReadError) as problem:
                failures.append(str(problem))
                await asyncio.sleep(1)

    start = time.monotonic()
    sitting = [asyncio.create_task(sit(number)) for number in range(arguments.browsers)]
    _, late = await asyncio.wait(sitting, timeout=arguments.seconds + 90)
    for task in late:
        task.cancel()
    took = time.monotonic() - start
    for receipt in receipts:
        print(receipt)
    measured = {
        "browsers": arguments.browsers, "seconds": round(took, 1), "receipts": len(receipts),
        "requests": len(busy), "requests_per_second": round(len(busy) / took, 1),
        "failures": len(failures), "kinds_of_failure": sorted(set(failures))[:5],
        "unloaded_p99_ms": round(1000 * percentile([t for t, _ in calm], 0.99), 1),
        "unloaded_median_ms": round(1000 * percentile([t for t, _ in calm], 0.5), 1),
        "loaded_median_ms": round(1000 * percentile([t for t, _ in busy], 0.5), 1),
        "loaded_p99_ms": round(1000 * percentile([t for t, _ in busy], 0.99), 1),
        "loaded_p99_of_forms_ms": round(1000 * percentile([t for t, sent in busy if sent], 0.99), 1),
    }
    print(json.dumps(measured, indent=2), file=sys.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("port", type=int)
    parser.add_argument("consultation")
    parser.add_argument("--browsers", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=10)
    parser.add_argument("--calm", type=int, default=20)
    asyncio.run(evening(parser.parse_args()))
