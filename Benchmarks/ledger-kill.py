#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills a program that appends to a ledger, many times over, and looks for what was lost.

Each round starts `ledger-load write` on the same folder, lets it run for a moment that the seed
chooses, and ends it with SIGKILL. Then this program, which shares no code with it, reads the
ledger and checks that every acknowledged event is there under its number, that the chain is whole,
and that every event has the text that it refers to. A killed program shows nothing about a power
cut: for that the disk must keep its promise to flush.

    Benchmarks/ledger-kill.py [--rounds 100] [--seed 1] [--tasks 64] [--program PATH]
"""

import argparse
import hashlib
import json
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading

COLUMNS = "sequence, time, author, role, family, type, version, subject, payload, previous"


def opened(file: pathlib.Path) -> sqlite3.Connection:
    """Opens the ledger for reading only, so that the log of the killed program stays as it is."""
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True)


class Chain:
    """What was read of the chain so far."""

    def __init__(self) -> None:
        self.sequence = 0
        self.digest = "0" * 64
        self.time = ""

    def read_on(self, file: pathlib.Path) -> int:
        """Checks the entries that are new, and says how many there are."""
        database = opened(file)
        rows = database.execute(
            f"SELECT {COLUMNS}, digest FROM entry WHERE sequence > ? ORDER BY sequence",
            (self.sequence,),
        )
        count = 0
        for row in rows:
            self.check(row)
            if row[4] == "load":
                check_text(database, row)
            count += 1
        database.close()
        return count

    def check(self, row: tuple) -> None:
        sequence, time, previous, digest = row[0], row[1], row[9], row[10]
        if sequence != self.sequence + 1:
            raise AssertionError(f"entry {sequence} follows entry {self.sequence}")
        if previous != self.digest:
            raise AssertionError(f"entry {sequence} does not follow from the one before")
        if time < self.time:
            raise AssertionError(f"entry {sequence} is earlier than the one before")
        fields = [str(field).encode() for field in row[:10]]
        text = b"".join(str(len(field)).encode() + b":" + field + b"\n" for field in fields)
        if hashlib.sha256(text).hexdigest() != digest:
            raise AssertionError(f"entry {sequence} is not what its digest says")
        self.sequence, self.time, self.digest = sequence, time, digest


def check_text(database: sqlite3.Connection, row: tuple) -> None:
    reference = json.loads(row[8])["written"]["text"]
    found = database.execute(
        "SELECT salt, text FROM content WHERE id = ?", (reference["id"],)
    ).fetchone()
    if found is None:
        raise AssertionError(f"entry {row[0]} has no text")
    digest = hashlib.sha256(f"{found[0]}\n{found[1]}".encode()).hexdigest()
    if digest != reference["digest"]:
        raise AssertionError(f"entry {row[0]} has another text")


def acknowledged(program: str, folder: str, tasks: int, run: str, seconds: float) -> list[list[str]]:
    """Runs the program for a time, kills it, and gives the whole lines that it had said."""
    process = subprocess.Popen(
        [program, "write", folder, str(tasks), run], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    killer = threading.Timer(seconds, lambda: process.send_signal(signal.SIGKILL))
    killer.start()
    output, errors = process.communicate()
    killer.cancel()
    if process.returncode != -signal.SIGKILL:
        raise AssertionError(f"the program ended by itself: {errors.decode()}")
    return [line.split(" ") for line in output.decode().split("\n")[:-1]]


def check_lines(file: pathlib.Path, lines: list[list[str]]) -> None:
    database = opened(file)
    for sequence, token, text in lines:
        row = database.execute("SELECT sequence FROM entry WHERE token = ?", (token,)).fetchone()
        if row is None or row[0] != int(sequence):
            raise AssertionError(f"{token} was acknowledged as entry {sequence} and is lost")
        if database.execute("SELECT 1 FROM content WHERE id = ?", (text,)).fetchone() is None:
            raise AssertionError(f"the text of {token} is lost")
    database.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tasks", type=int, default=64)
    parser.add_argument("--program", default=".build/release/ledger-load")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    total = unacknowledged = early = 0
    with tempfile.TemporaryDirectory(dir=".") as folder:
        file = pathlib.Path(folder) / "ledger.sqlite"
        chain = Chain()
        lines: list[list[str]] = []
        for round_number in range(1, options.rounds + 1):
            seconds = chance.uniform(0.005, 0.6)
            new = acknowledged(
                options.program, folder, options.tasks, f"run{round_number}", seconds
            )
            if not file.exists():
                early += 1
                continue
            try:
                recorded = chain.read_on(file)
            except sqlite3.OperationalError as problem:
                # Killed before the tables were made, in the first round that came so far.
                if new or "no such table" not in str(problem):
                    raise
                recorded = 0
            check_lines(file, new)
            early += 0 if new else 1
            lines += new
            total += len(new)
            unacknowledged += recorded - len(new)
        check_lines(file, lines)
        Chain().read_on(file)
        verified = subprocess.run([options.program, "verify", folder], capture_output=True, text=True)
        if verified.returncode != 0:
            raise AssertionError(verified.stderr)
        print(f"rounds: {options.rounds}, of which killed before the first event: {early}")
        print(f"acknowledged events: {total}; lost: 0")
        print(f"recorded but killed before they were acknowledged: {unacknowledged}")
        print(f"verified at the end: {verified.stdout.strip()}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        sys.exit(1)
