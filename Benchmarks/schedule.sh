#!/usr/bin/env bash
# Times the critical path against networkx and the simulation against numpy, on the same networks.
# Targets: 5,000 items with 20,000 links under 50 ms; 10,000 schedules of the worked example under
# one second. Prints Markdown.
set -euo pipefail
cd "$(dirname "$0")/.."
source Benchmarks/common.sh

bench="${SCHEDULE_BENCH:-.build/release/schedule-bench}"
peer="Benchmarks/peers/schedule.py"
echo "## Timeline: critical path and chance"
echo
need_programs "$bench"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$bench" make 5000 20000 2017 >"$work/large"
python3 "$peer" example Plans/kent-and-medway >"$work/example"
"$bench" path "$work/large" >"$work/path.ours"
"$bench" chance "$work/example" 10000 >"$work/chance.ours"

python="${PEER_PYTHON:-}"
if [[ -z "$python" ]]; then
  python3 -m venv "$work/venv" >/dev/null 2>&1 &&
    "$work/venv/bin/pip" install --quiet networkx numpy >/dev/null 2>&1 &&
    python="$work/venv/bin/python" || true
fi
if [[ -z "$python" ]]; then
  echo "The peers could not be installed, so only our own times are here."
  echo
  echo '```'
  grep -v '^item' "$work/path.ours"
  cat "$work/chance.ours"
  echo '```'
  exit 0
fi
"$python" "$peer" path "$work/large" >"$work/path.theirs"
"$python" "$peer" chance "$work/example" 10000 >"$work/chance.theirs"
"$python" - "$work" <<'CHECK'
import sys
folder = sys.argv[1]
def dates(name):
    rows = (line.split() for line in open(f"{folder}/{name}"))
    return {row[1]: (float(row[2]), float(row[3])) for row in rows if row[0] == "item"}
ours, theirs = dates("path.ours"), dates("path.theirs")
assert len(ours) == 5000 and ours == theirs, "finishes or floats differ"
def values(name):
    rows = (line.split() for line in open(f"{folder}/{name}"))
    return {row[0]: float(row[1]) for row in rows if row[0] in ("mean", "variance", "p80")}
a, b = values("chance.ours"), values("chance.theirs")
# Five standard errors of the difference of two means of 10,000.
band = 5 * ((a["variance"] + b["variance"]) / 10000) ** 0.5
assert abs(a["mean"] - b["mean"]) < band, (a, b)
CHECK
value() { awk -v name="$1" '$1 == name { print $2; exit }' "$2"; }
echo "Medians in processor seconds. All 5,000 finishes and floats agree exactly; the means of the"
echo "simulations agree within five standard errors."
echo
echo "| what | peer | theirs | ours | ratio |"
echo "| --- | --- | ---: | ---: | ---: |"
row() { echo "| $1 | $2 | $(calculate %.4f "$3") | $(calculate %.4f "$4") | $(calculate %.1f "$3 / $4") |"; }
row "critical path and floats, 5,000 items, 20,000 links, from ids" "networkx, \`schedule.py\`" \
  "$(value seconds "$work/path.theirs")" "$(value seconds "$work/path.ours")"
row "10,000 schedules of the worked example, with what decides its end" "numpy, \`schedule.py\` (finishes only)" \
  "$(value seconds "$work/chance.theirs")" "$(value seconds "$work/chance.ours")"
