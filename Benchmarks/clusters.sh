#!/usr/bin/env bash
# Times the search for clusters against spopt on the same areas, links and distances, and on a made-up
# country. Targets: 44 clusters of 1,065 areas at most 2.30 km from their centre and at least ten times
# faster than AZP; a country of 33,000 areas under a minute. Prints Markdown.
# Usage: Benchmarks/clusters.sh FOLDER, where FOLDER holds km_lsoa11.csv and km_lsoa11_adjacency.csv.
set -euo pipefail
cd "$(dirname "$0")/.."
source Benchmarks/common.sh

bench="${CLUSTERS_BENCH:-.build/release/clusters-bench}"
peer="Benchmarks/peers/clusters/clusters.py"
folder="${1:-}"
echo "## Clusters"
echo
need_programs "$bench"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
value() { awk -v name="$1" '$1 == name { print $2; exit }' "$2"; }
row() {
  echo "| $1 | $2 | $(value groups "$3") | $(value in-band "$3") | $(value in-one-piece "$3") |" \
    "$(calculate %.2f "$(value mean-km "$3")") | $(calculate %.2f "$(value seconds "$3")") |"
}
head() {
  echo "| what | method | groups | in band | in one piece | mean km | processor s |"
  echo "| --- | --- | ---: | ---: | ---: | ---: | ---: |"
}
"$bench" country 33000 1300 >"$work/country"
if [[ -z "$folder" || ! -f "$folder/km_lsoa11.csv" ]]; then
  echo "No folder with real areas was given, so only the made-up country is here."
  echo
  head
  row "made-up country of 33,000 areas" "ours, one start" "$work/country"
  exit 0
fi
units="$folder/km_lsoa11.csv"
links="$folder/km_lsoa11_adjacency.csv"
"$bench" export "$units" >"$work/units.csv"
"$bench" areas "$units" "$links" 20000 60000 44 quick >"$work/quick"
"$bench" areas "$units" "$links" 20000 60000 44 standard >"$work/standard"
"$bench" areas "$units" "$links" 20000 60000 74 standard >"$work/many"
"$bench" areas "$units" "$links" 50000 200000 15 standard >"$work/hubs"

python="${PEER_PYTHON:-}"
if [[ -z "$python" ]]; then
  python3 -m venv "$work/venv" >/dev/null 2>&1 &&
    "$work/venv/bin/pip" install --quiet spopt geopandas networkx pandas >/dev/null 2>&1 &&
    python="$work/venv/bin/python" || true
fi
head
row "1,065 areas into 44" "ours, quick" "$work/quick"
row "1,065 areas into 44" "ours, standard" "$work/standard"
row "1,065 areas into 74" "ours, standard" "$work/many"
row "1,065 areas into 15 hubs" "ours, standard" "$work/hubs"
row "made-up country of 33,000 areas" "ours, one start" "$work/country"
if [[ -z "$python" ]]; then
  echo
  echo "The peers could not be installed, so only our own times are here."
  exit 0
fi
for method in azp ward maxp; do
  if timeout 600 "$python" "$peer" "$method" "$work/units.csv" "$links" 44 20000 60000 \
    >"$work/$method" 2>/dev/null; then
    row "1,065 areas into 44 (MaxP: as many as it makes)" "spopt $method" "$work/$method"
  else
    echo "| 1,065 areas | spopt $method | failed or stopped after 600 s | | | | |"
  fi
done
