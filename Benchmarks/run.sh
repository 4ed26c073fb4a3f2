#!/usr/bin/env bash
# Builds Weald for release, measures it against its peers and writes Benchmarks/results.md.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/bootstrap --bench
if [[ -z "${WEALD:-}" ]]; then
  swift build -c release --product weald
  swift build -c release --product hello-server
  swift build -c release --product places
  swift build -c release --product schedule-bench
  swift build -c release --product demand-bench
  swift build -c release --product patient-flow-bench
  swift build -c release --product clusters-bench
  swift build -c release --product linkage-bench
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
echo "Timing the assessment" >&2
bash Benchmarks/assess.sh >"$work/assess.md"
echo "Loading the server" >&2
bash Benchmarks/serve.sh >"$work/serve.md"
echo "Timing the engines about places" >&2
bash Benchmarks/places.sh >"$work/places.md"
echo "Timing the timeline" >&2
bash Benchmarks/schedule.sh >"$work/schedule.md"
echo "Timing the model of demand" >&2
bash Benchmarks/demand.sh >"$work/demand.md"
echo "Timing the simulation of patient flow" >&2
bash Benchmarks/patient-flow.sh >"$work/patient-flow.md"
echo "Timing the search for clusters" >&2
bash Benchmarks/clusters.sh "${PEOPLE_DATA:-}" >"$work/clusters.md"
echo "Timing the linkage of records" >&2
bash Benchmarks/linkage.sh >"$work/linkage.md"

cores="$(getconf _NPROCESSORS_ONLN)"
processor="$(sed -nE '/^model name/ { s/^[^:]*: //p; q }' /proc/cpuinfo 2>/dev/null || true)"
memory="$(awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo 2>/dev/null || true)"
compiler="$(swift --version 2>/dev/null | sed -nE 's/.*(Swift version [^ ]+).*/\1/p')"
{
  echo "# Benchmark results"
  echo
  echo "Written by \`make bench\` on $(date -u +%Y-%m-%d)."
  echo "Ratios travel between machines; times do not."
  echo
  echo "- Machine: $cores cores, ${processor:-unknown processor}, ${memory:-unknown memory}"
  echo "- ${compiler:-Swift of unknown version}, release build"
  echo
  cat "$work/assess.md"
  echo
  cat "$work/serve.md"
  echo
  cat "$work/places.md"
  echo
  cat "$work/schedule.md"
  echo
  cat "$work/demand.md"
  echo
  cat "$work/patient-flow.md"
  echo
  cat "$work/clusters.md"
  echo
  cat "$work/linkage.md"
} >"$work/results.md"
mv "$work/results.md" Benchmarks/results.md
cat Benchmarks/results.md
