#!/usr/bin/env bash
# Loads the pages and, as the peer, one bare route of the same web framework; each in turn, several
# times over, so that a busy moment of the machine falls on all alike. Prints Markdown.
set -euo pipefail
cd "$(dirname "$0")/.."
source Benchmarks/common.sh

weald="${WEALD:-.build/release/weald}"
hello="${HELLO:-.build/release/hello-server}"
plan="${PLAN:-Plans/kent-and-medway}"
rounds="${ROUNDS:-5}"
seconds="${SECONDS_EACH:-5}"
paths=(/ /money /facts/finance.gap.do-nothing.2020-21)
expected=486
need_programs "$weald" "$hello"

work="$(mktemp -d)"
servers=()
stop() {
  if (( ${#servers[@]} > 0 )); then scripts/stop "${servers[@]}"; fi
  rm -rf "$work"
}
trap stop EXIT

page() {
  python3 - "$1" <<'PYTHON'
import sys, urllib.request
print(urllib.request.urlopen(sys.argv[1], timeout=5).read().decode())
PYTHON
}

wait_for() {
  for _ in {1..100}; do
    if page "$1" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  echo "Nothing answers at $1:" >&2
  cat "$work"/*.log >&2
  exit 1
}

weald_url="http://127.0.0.1:$(scripts/free-port)"
"$weald" serve "$plan" --port "${weald_url##*:}" </dev/null >"$work/weald.log" 2>&1 &
servers+=($!)
hello_url="http://127.0.0.1:$(scripts/free-port)"
"$hello" --port "${hello_url##*:}" </dev/null >"$work/hello.log" 2>&1 &
servers+=($!)
wait_for "$weald_url/healthz"
wait_for "$hello_url/"

# Correctness first: every page answers 200 (anything else ends here) and holds the figure.
for path in "${paths[@]}"; do
  if ! page "$weald_url$path" >"$work/page" 2>/dev/null \
    || ! grep --quiet --fixed-strings "$expected" "$work/page"; then
    echo "$path does not answer with a page that holds $expected, so nothing was timed." >&2
    exit 1
  fi
done

# Requests a second of one address. An answer that is not a success makes the run worth nothing.
load() {
  wrk --threads 1 --connections 16 --duration "${seconds}s" "$1" >"$work/wrk"
  if grep --quiet -E 'Non-2xx|Socket errors' "$work/wrk"; then
    echo "$1 failed under load:" >&2
    cat "$work/wrk" >&2
    exit 1
  fi
  awk '/^Requests\/sec:/ { print $2 }' "$work/wrk"
}

wrk --threads 1 --connections 16 --duration 1s "$hello_url/" >/dev/null
wrk --threads 1 --connections 16 --duration 1s "$weald_url/" >/dev/null
for (( round = 1; round <= rounds; round++ )); do
  load "$hello_url/" >>"$work/hello"
  for index in "${!paths[@]}"; do
    load "$weald_url${paths[index]}" >>"$work/path-$index"
  done
done

peer="$(median <"$work/hello")"
row() { echo "| $1 | $(calculate %.0f "$2") | $(calculate %.2f "$2 / $peer") |"; }

cat <<MARKDOWN
## Serving the pages

Requests a second: medians of $rounds runs of $seconds seconds each, taken in turn; one thread of
\`wrk\`, 16 connections, on the machine that serves. Before timing, each page answered 200 and held
$expected.

| what | requests a second | of the bare route |
| --- | ---: | ---: |
$(row "a bare Hummingbird route" "$peer")
$(for index in "${!paths[@]}"; do
  row "\`${paths[index]}\`" "$(median <"$work/path-$index")"
done)
MARKDOWN
