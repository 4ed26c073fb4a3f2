#!/usr/bin/env bash
# Times linkage against Splink: the same records, blocking rules, comparisons and training, in one run, and
# asks both for the weights of one model. Targets: at least 5 times faster than Splink at training, scoring
# and clustering a million records, 12 times with two wide rules more, 3 times at 50,000; less than half its
# memory; the same weights to a millionth. Prints Markdown.
# Every figure is the median of five runs, or of RUNS.
# Usage: LINKAGE_DATA=FOLDER Benchmarks/linkage.sh, where FOLDER holds kid1m.csv, kid50k.csv and
# historical_50k.csv, as far as it has them; PEER_PYTHON names a Python that has Splink.
set -euo pipefail
cd "$(dirname "$0")/.."
source Benchmarks/common.sh

bench="${LINKAGE_BENCH:-.build/release/linkage-bench}"
peer="Benchmarks/peers/linkage/peer.py"
same="Benchmarks/peers/linkage/same.py"
folder="${LINKAGE_DATA:-}"
echo "## Linkage"
echo
need_programs "$bench"
if [[ -z "$folder" || ! -d "$folder" ]]; then
  echo "No folder with records was given in LINKAGE_DATA, so nothing was timed."
  exit 0
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python="${PEER_PYTHON:-}"
if [[ -z "$python" ]]; then
  python3 -m venv "$work/venv" >/dev/null 2>&1 &&
    "$work/venv/bin/pip" install --quiet -r Benchmarks/peers/linkage/requirements.txt \
      >/dev/null 2>&1 && python="$work/venv/bin/python" || true
fi
value() { awk -v name="$1" '$1 == name { print $2; exit }' "$2"; }
row() {
  echo "| $1 | $2 | $(value train-processor "$3") | $(value predict-processor "$3") |" \
    "$(value cluster-processor "$3") | $(value work-processor "$3") | $(value work-wall "$3") |" \
    "$(value peak-mb "$3") | $(value pairwise-f1 "$3") | $(value cluster-f1 "$3") |"
}
quotient() { calculate %.1f "$(value "$1" "$2") / $(value "$1" "$3")"; }
ratio() {
  echo "| $1 | ratio | | | | $(quotient work-processor "$2" "$3") |" \
    "$(quotient work-wall "$2" "$3") | $(quotient peak-mb "$2" "$3") | | |"
}
echo "| records | program | train, processor s | predict | cluster | all | all, wall s | MB |" \
  "pairs' F1 | clusters' F1 |"
echo "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
compared=""
runs="${RUNS:-5}"
# The median of each value over the runs of one program.
medians() {
  cat "$1".[0-9]* | sort -k1,1 -k2,2g | awk '
    $1 != name { if (name != "") print name, values[int((count + 1) / 2)]; name = $1; count = 0 }
    { values[++count] = $2 }
    END { print name, values[int((count + 1) / 2)] }' >"$1"
}
measure() {
  local what="$1" settings="$2" file="$folder/$3" name="$4"
  shift 4
  [[ -f "$file" ]] || return 0
  for run in $(seq "$runs"); do "$bench" "$settings" "$file" "$@" >"$work/$name.ours.$run"; done
  medians "$work/$name.ours"
  row "$what" ours "$work/$name.ours"
  [[ -n "$python" ]] || return 0
  for run in $(seq "$runs"); do
    if ! timeout 1800 "$python" "$peer" "$settings" "$file" "$@" --model "$work/$name.json" \
      --pairs "$work/$name.theirs.csv" >"$work/$name.theirs.$run" 2>/dev/null; then
      echo "| $what | Splink | failed or stopped after 1,800 s | | | | | | | |"
      return 0
    fi
  done
  medians "$work/$name.theirs"
  row "$what" Splink "$work/$name.theirs"
  ratio "$what" "$work/$name.theirs" "$work/$name.ours"
  # Rows are numbered from 0 in the made-up tables, so that both name a pair alike.
  [[ "$settings" == scale ]] || return 0
  "$bench" "$settings" "$file" "$@" --model "$work/$name.json" \
    --pairs "$work/$name.ours.csv" >/dev/null
  "$python" "$same" "$work/$name.ours.csv" "$work/$name.theirs.csv" >"$work/$name.same"
  compared+="- $what: $(value shared "$work/$name.same") pairs in both,"
  compared+=" $(value only-ours "$work/$name.same") in ours alone,"
  compared+=" $(value only-theirs "$work/$name.same") in Splink's alone; weights differ by at most"
  compared+=" $(value furthest "$work/$name.same")"$'\n'
}
measure "historical, 50,578" historical historical_50k.csv history
measure "made up, 50,000" scale kid50k.csv small
measure "made up, 1,000,000" scale kid1m.csv large
measure "made up, 1,000,000, loose" scale kid1m.csv loose --loose
echo
echo "Weights of the model that Splink trained, by both:"
echo
echo -n "$compared"
if [[ -z "$python" ]]; then
  echo "Splink could not be installed, so only our own times are here."
fi
