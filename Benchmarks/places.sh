#!/usr/bin/env bash
# Times the engines about places against the numpy and HiGHS peers, on the England stroke data.
# Targets: every subset of 20 sites at least 4 times faster than numpy; a proved p-median at least 3
# times faster than the reference with HiGHS. Prints Markdown; skips without the shared data.
set -euo pipefail
cd "$(dirname "$0")/.."
source Benchmarks/common.sh

shared="${WEALD_SHARED:-../shared}"
places="${PLACES:-.build/release/places}"
echo "## Places: every subset, one switch, the best sites"
echo
if [[ ! -d "$shared/data/stroke" || ! -d "$shared/peers/location" ]]; then
  echo "Skipped: there is no shared data beside this checkout."
  exit 0
fi
need_programs "$places"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
for file in england_lsoa.csv england_time_u16_tenths.bin; do
  xz -dc "$shared/data/stroke/$file.xz" >"$work/$file"
done
cp "$shared/data/stroke/england_units.csv" "$work/"
"$places" "$work" >"$work/ours"
ours() { awk -v name="$1" '$1 == name { print $2 }' "$work/ours"; }

python="${PEER_PYTHON:-}"
if [[ -z "$python" ]]; then
  python3 -m venv "$work/venv" >/dev/null 2>&1 &&
    "$work/venv/bin/pip" install --quiet numpy pandas scipy highspy >/dev/null 2>&1 &&
    python="$work/venv/bin/python" || true
fi
if [[ -z "$python" ]]; then
  echo "The peers could not be installed, so only our own times are here."
  echo
  echo '```'
  cat "$work/ours"
  echo '```'
  exit 0
fi

data="$(cd "$shared/data/stroke" && pwd)/"
peers="$(cd "$shared/peers/location" && pwd)"
field() { python3 -c "import json,sys; print(json.loads(sys.argv[1])[sys.argv[2]])" "$1" "$2"; }
for _ in 1 2 3 4 5; do
  line="$(cd "$work" && STROKE_DATA="$data" RESULTS="$work/zeta.jsonl" "$python" \
    "$peers/bench_zeta.py" region20 --check 5 2>/dev/null | grep '^{' | head -1)"
  field "$line" cpu_s >>"$work/zeta"
  field "$line" numpy_eval_us >>"$work/evaluate"
done
zeta="$(median <"$work/zeta")"
mean="$(cd "$work" && STROKE_DATA="$data" PYTHONPATH="$peers" "$python" -c '
from common import *
p = region(20); print(repr(evaluate(p.T, p.w, np.ones(20, bool))[1]))
e = england(); m = np.zeros(127, bool); m[:85] = True
print(repr(evaluate(e.T, e.w, m)[1]))
import time
t = sorted((lambda s: (evaluate(e.T, e.w, m), time.process_time() - s)[1])(time.process_time()) for _ in range(7))
print(t[3])' | sed -E 's/np.float64\((.*)\)/\1/')"
theirs=($mean)
agree() { awk "BEGIN { exit (($1) - ($2) < 1e-6 && ($2) - ($1) < 1e-6) ? 0 : 1 }"; }
agree "$(ours enumeration.mean.all-open)" "${theirs[0]}" || { echo "The means of all 20 sites differ."; exit 1; }
agree "$(ours evaluation.mean)" "${theirs[1]}" || { echo "The means of 85 units differ."; exit 1; }
agree "$(ours flip.mean)" "${theirs[1]}" || { echo "The mean after 254 switches differs."; exit 1; }

echo "Medians of at least five runs, in processor seconds; the means agreed to a millionth first."
echo
echo "| what | peer | theirs | ours | ratio |"
echo "| --- | --- | ---: | ---: | ---: |"
row() { echo "| $1 | $2 | $(calculate %.6f "$3") | $(calculate %.6f "$4") | $(calculate %.1f "$3 / $4") |"; }
row "all 1,048,575 subsets of 20 sites" "numpy, \`bench_zeta.py\`" "$zeta" "$(ours enumeration.seconds)"
row "13 measures of one configuration of England, 85 units" "numpy, \`evaluate\`" "${theirs[2]}" \
  "$(ours evaluation.seconds)"
row "the same after one switch" "numpy, \`evaluate\`" "${theirs[2]}" "$(ours flip.seconds)"
for count in 25 50 75 85 100; do
  line="$(cd "$work" && STROKE_DATA="$data" RESULTS="$work/exact.jsonl" "$python" \
    "$peers/exact.py" england --models pmedian --p "$count" 2>/dev/null | grep '^{' | head -1)"
  read -r seconds best < <(python3 -c '
import json, sys
r = json.loads(sys.argv[1])
print(r["heur_cpu"] + r["lagr_cpu"] + r.get("mip_cpu", 0), r.get("mip_opt", r["swap"]))' "$line")
  awk "BEGIN { d = $best - $(ours "p-median.$count.objective"); exit (d < 1e-4 && d > -1e-4) ? 0 : 1 }" ||
    { echo "The optima for $count units differ."; exit 1; }
  row "p-median of England, $count units, proved" "numpy and HiGHS, \`exact.py\`, one run" "$seconds" \
    "$(ours "p-median.$count.seconds")"
done
