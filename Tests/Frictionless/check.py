"""Validates a plan against the Data Package standard with the standard's own software.

Usage: python check.py PLAN...

Weald reads a plan with its own code. This reads the same plan with somebody else's, so that "a
valid Frictionless Data Package" is not only our own opinion.
"""

import json
import sys
from pathlib import Path

from frictionless import validate

STANDARD = "https://datapackage.org/profiles/2.0/datapackage.json"
SHOWN = 20


def problems_of_descriptor(plan):
    """What must hold before validating means anything: a file, the standard's version, tables."""
    path = plan / "datapackage.json"
    if not path.is_file():
        return [f"{path}: the file is missing"]
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    problems = []
    if descriptor.get("$schema") != STANDARD:
        problems.append(f'{path}: "$schema" is {descriptor.get("$schema")!r}, not {STANDARD}')
    tables = [r for r in descriptor.get("resources", []) if "schema" in r]
    if not tables:
        problems.append(f"{path}: no resource has a schema, so there is nothing to validate")
    return problems


def problems_of_data(plan):
    """What the standard's software says, one line a problem, with the count of tables it read."""
    report = validate(str(plan / "datapackage.json"), type="package")
    problems = [f"{plan}/datapackage.json: {error.message}" for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            row = getattr(error, "row_number", None)
            where = f"{plan}/{task.place}" + (f":{row}" if row else "")
            problems.append(f"{where}: {error.message}")
    return problems, len(report.tasks)


def main(arguments):
    if not arguments:
        print("usage: check.py PLAN...", file=sys.stderr)
        return 2
    failed = 0
    for plan in map(Path, arguments):
        problems, resources = problems_of_descriptor(plan), 0
        if not problems:
            problems, resources = problems_of_data(plan)
        for problem in problems[:SHOWN]:
            print(problem, file=sys.stderr)
        if len(problems) > SHOWN:
            print(f"and {len(problems) - SHOWN} more", file=sys.stderr)
        print(f"frictionless: {plan}: {resources} resources, {len(problems)} problems")
        failed += bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
