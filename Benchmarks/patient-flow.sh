#!/usr/bin/env bash
# Times the simulation of patient flow against SimPy, Ciw and simmer, after checking that all answers
# agree with the exact ones. Targets: five servers, a million customers, on one thread: at least 60
# times SimPy, 100 times Ciw and 40 times simmer; the stroke capacity model, 150 replications: at
# least 50 times SimPy written for speed; two threads at least 1.8 times one; a year of a whole
# system, about five million events, in about a second. Prints Markdown.
set -euo pipefail
cd "$(dirname "$0")/.."
source Benchmarks/common.sh

bench="${PATIENT_FLOW_BENCH:-.build/release/patient-flow-bench}"
peers="Benchmarks/peers/patient-flow"
repeats="${REPEATS:-5}"
echo "## Patient flow: queues, wards and a year"
echo
need_programs "$bench"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# A number of a line of JSON: `value NAME FILE`, for every line of the file.
value() { sed -nE "s/.*\"$1\": ([-+.0-9e]+).*/\1/p" "$2"; }
# The median of a number over the lines of a file.
middle() { value "$1" "$2" | median; }
# Runs a command several times: `measure NAME COMMAND...`.
measure() {
  local name="$1"
  shift
  for _ in $(seq "$repeats"); do "$@" >>"$work/$name"; done
}
measure mm5 "$bench" mm5
measure stroke "$bench" stroke 150 1
measure one "$bench" stroke 1500 1
measure two "$bench" stroke 1500 2
measure year "$bench" year

echo "Medians of $repeats."
echo
echo "| what | measured |"
echo "| --- | ---: |"
echo "| five servers, a million customers, processor seconds | $(calculate %.3f "$(middle cpu "$work/mm5")") |"
echo "| stroke capacity model, 150 replications of eight years, processor seconds | $(calculate %.3f "$(middle cpu "$work/stroke")") |"
echo "| one thread over two, by the clock, 1,500 replications | $(calculate %.2f "$(middle wall "$work/one") / $(middle wall "$work/two")") |"
echo "| a made-up county for 425 days, $(middle events "$work/year" | sed -E 's/\..*//') events, processor seconds | $(calculate %.2f "$(middle cpu "$work/year")") |"
echo

python="${PEER_PYTHON:-}"
if [[ -z "$python" ]]; then
  python3 -m venv "$work/venv" >/dev/null 2>&1 &&
    "$work/venv/bin/pip" install --quiet -r "$peers/requirements.txt" >/dev/null 2>&1 &&
    python="$work/venv/bin/python" || true
fi
if [[ -z "$python" ]]; then
  echo "The peers could not be installed, so only our own times are here."
  exit 0
fi
measure mm5.simpy "$python" "$peers/five_servers_simpy.py"
measure mm5.ciw "$python" "$peers/five_servers_ciw.py"
measure stroke.simpy "$python" "$peers/stroke_simpy.py"
"$python" "$peers/compare.py" five "$work/mm5" "$work/mm5.simpy"
"$python" "$peers/compare.py" five "$work/mm5" "$work/mm5.ciw"
"$python" "$peers/compare.py" stroke "$work/stroke" "$work/stroke.simpy"
if command -v Rscript >/dev/null && Rscript -e 'library(simmer)' >/dev/null 2>&1; then
  measure mm5.simmer Rscript "$peers/five_servers_simmer.R"
  "$python" "$peers/compare.py" five "$work/mm5" "$work/mm5.simmer"
fi
echo "Processor seconds on one thread, medians of $repeats. All answers agree with the exact ones:"
echo "the mean wait and the chance of waiting of five servers, and the chance of delay of every number"
echo "of stroke beds within four standard deviations of 150 replications."
echo
echo "| what | peer | theirs | ours | ratio |"
echo "| --- | --- | ---: | ---: | ---: |"
row() {
  local theirs ours
  [[ -e "$work/$3" ]] || return 0
  theirs="$(middle cpu "$work/$3")"
  ours="$(middle cpu "$work/$4")"
  echo "| $1 | $2 | $(calculate %.2f "$theirs") | $(calculate %.3f "$ours") | $(calculate %.0f "$theirs / $ours") |"
}
row "five servers, a million customers" "SimPy 4.1.2" mm5.simpy mm5
row "five servers, a million customers" "Ciw 3.2.7" mm5.ciw mm5
row "five servers, a million customers" "simmer, no monitors" mm5.simmer mm5
row "stroke, 150 replications" "SimPy 4.1.2, written for speed" stroke.simpy stroke
