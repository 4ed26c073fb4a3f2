"""Checks that answers agree before times are compared.

Usage: compare.py five OURS THEIRS, or compare.py stroke OURS THEIRS; files of one line of JSON."""
import json
import sys

kind, ours, theirs = sys.argv[1], *(json.loads(open(name).readline()) for name in sys.argv[2:4])
EXACT = {"meanWait": 0.5541125541125543, "probabilityOfWaiting": 0.5541125541125543}
# Exact answers of reading A, and the standard deviation of 150 replications.
STROKE = {
    "acute9": (0.1807, 0.00145), "acute10": (0.1283, 0.00118), "acute11": (0.0868, 0.00090),
    "acute12": (0.0556, 0.00079), "acute13": (0.0337, 0.00059), "acute14": (0.0192, 0.00040),
    "acute15": (0.0103, 0.00031), "rehabilitation10": (0.2016, 0.0025),
    "rehabilitation12": (0.1091, 0.0019), "rehabilitation13": (0.0754, 0.0015),
    "rehabilitation14": (0.0497, 0.0012), "rehabilitation15": (0.0312, 0.0009),
    "rehabilitation16": (0.0186, 0.0007)}
problems = []
if kind == "five":
    # A million customers, or a fifth of it: bands of about five standard errors.
    for name, width in (("meanWait", 0.035), ("probabilityOfWaiting", 0.01)):
        for who, found in (("ours", ours), ("theirs", theirs)):
            if abs(found[name] - EXACT[name]) > width:
                problems.append(f"{name} of {who} is {found[name]}, exactly {EXACT[name]}")
else:
    for name, (exact, deviation) in STROKE.items():
        for who, found in (("ours", ours), ("theirs", theirs)):
            if abs(found[name] - exact) > 4 * deviation:
                problems.append(f"{name} of {who} is {found[name]}, exactly {exact}")
for problem in problems:
    print(problem, file=sys.stderr)
sys.exit(1 if problems else 0)
