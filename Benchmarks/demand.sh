#!/usr/bin/env bash
# Times the model of demand at row level against the demand model of the New Hospital Programme
# (nhp-model) on one synthetic trust of 800,000 rows, with the same inputs in every run. Targets: 40
# times less processor time a run; 256 runs under 15 s on two threads; a fifth of the memory; time
# linear in rows and runs; two threads at least 1.8 times one. Prints Markdown.
set -euo pipefail
cd "$(dirname "$0")/.."
source Benchmarks/common.sh

bench="${DEMAND_BENCH:-.build/release/demand-bench}"
peer="Benchmarks/peers/demand/peer.py"
peer_runs="${PEER_RUNS:-8}"
echo "## Demand: rows of activity drawn anew in every run"
echo
need_programs "$bench"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$bench" make "$work/trust" 100000 500000 200000 1
"$bench" make "$work/half" 50000 250000 100000 1
"$bench" make "$work/quarter" 25000 125000 50000 1

# One measurement: `measure FOLDER RUNS THREADS NAME` gives the median of five.
measure() {
  for _ in 1 2 3 4 5; do "$bench" time "$work/$1" "$2" "$3" >>"$work/$1.$2.$3"; done
}
value() { awk -v name="$2" '$1 == name { print $2 }' "$work/$1" | median; }
measure trust 256 2
measure trust 32 2
measure trust 32 1
measure trust 16 1
measure half 32 1
measure quarter 32 1

processor="$(value trust.32.1 runs.cpu)"
memory="$(value trust.256.2 peak.mb)"
echo "A synthetic trust: 100,000 spells, 500,000 outpatient rows, 200,000 arrivals. Medians of five."
echo
echo "| what | measured |"
echo "| --- | ---: |"
echo "| processor seconds a run | $(calculate %.4f "$processor") |"
echo "| 256 runs on two threads, seconds by the clock | $(calculate %.1f "$(value trust.256.2 runs.wall)") |"
echo "| one thread over two, by the clock, 32 runs | $(calculate %.2f "$(value trust.32.1 runs.wall) / $(value trust.32.2 runs.wall)") |"
echo "| most memory with 256 runs kept, MB | $memory |"
echo "| reading the files and building the model, processor seconds | $(calculate %.1f "$(value trust.32.1 loading.cpu)") |"
echo "| processor time a run over that of half the rows (2 is linear) | $(calculate %.2f "$processor / $(value half.32.1 runs.cpu)") |"
echo "| … and half over a quarter of them | $(calculate %.2f "$(value half.32.1 runs.cpu) / $(value quarter.32.1 runs.cpu)") |"
echo "| processor time of 32 runs over that of 16 (2 is linear) | $(calculate %.2f "2 * $processor / $(value trust.16.1 runs.cpu)") |"
if [[ "$(value trust.32.1 digest)" != "$(value trust.32.2 digest)" ]]; then
  echo "One and two threads gave different results." >&2
  exit 1
fi
echo

# The peer needs Python 3.12.
python="${PEER_PYTHON:-}"
if [[ -z "$python" ]]; then
  for candidate in python3.13 python3.12 python3; do
    command -v "$candidate" >/dev/null || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 12))' || continue
    "$candidate" -m venv "$work/venv" >/dev/null 2>&1 &&
      "$work/venv/bin/pip" install --quiet -r Benchmarks/peers/demand/requirements.txt >/dev/null 2>&1 &&
      python="$work/venv/bin/python" && break
  done
fi
if [[ -z "$python" ]]; then
  echo "The peer could not be installed (it needs Python 3.12), so only our own times are here."
  exit 0
fi
"$bench" draws "$work/trust" "$peer_runs" >"$work/draws.json"
"$bench" results "$work/trust" 64 >"$work/ours.csv"
"$python" "$peer" convert "$work/trust" "$work/data"
"$python" "$peer" run "$work/trust" "$work/data" "$work/draws.json" "$work/theirs.csv" >"$work/peer" 2>/dev/null
"$python" "$peer" compare "$work/ours.csv" "$work/theirs.csv" >"$work/compared"
peer_value() { awk -v name="$1" '$1 == name { print $2 }' "$work/peer"; }
echo "The peer is \`nhp-model\`, with our draws of every uncertain input in each of $peer_runs runs; the means"
echo "of all $(awk '$1 == "lines" { print $2 }' "$work/compared") lines agree within Monte Carlo error (the worst is $(awk '$1 == "lines" { print $4 }' "$work/compared") standard errors off)."
echo
echo "| what | theirs | ours | ratio |"
echo "| --- | ---: | ---: | ---: |"
echo "| processor seconds a run | $(calculate %.2f "$(peer_value runs.cpu)") | $(calculate %.4f "$processor") | $(calculate %.0f "$(peer_value runs.cpu) / $processor") |"
echo "| most memory, MB | $(peer_value peak.mb) | $memory | $(calculate %.1f "$(peer_value peak.mb) / $memory") |"
