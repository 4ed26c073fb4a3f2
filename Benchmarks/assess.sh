#!/usr/bin/env bash
# Times a whole assessment against its peers: reading the plan's files, and starting the program.
# Target: under 150 ms, and under ten times those two together. Prints Markdown.
set -euo pipefail
cd "$(dirname "$0")/.."
source Benchmarks/common.sh

weald="${WEALD:-.build/release/weald}"
plan="${PLAN:-Plans/kent-and-medway}"
runs="${RUNS:-30}"
need_programs "$weald"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Correctness first: a fast wrong answer is worth nothing.
"$weald" assess "$plan" --json >"$work/first.json"
"$weald" assess "$plan" --json >"$work/second.json"
if ! cmp "$work/first.json" "$work/second.json"; then
  echo "Two assessments of $plan differ, so nothing was timed." >&2
  exit 1
fi
if [[ ! -s "$work/first.json" ]] || ! python3 -m json.tool "$work/first.json" >/dev/null; then
  echo "The assessment of $plan is not JSON, so nothing was timed." >&2
  exit 1
fi

# No shell stands between hyperfine and a command, and every output goes to /dev/null.
mapfile -t files < <(find "$plan" -type f | LC_ALL=C sort)
if ! hyperfine --shell=none --warmup 3 --runs "$runs" --style none \
  --export-json "$work/times.json" \
  --command-name cat "cat $(printf '%q ' "${files[@]}")" \
  --command-name start "$weald --version" \
  --command-name assess "$weald assess $plan --json" </dev/null >"$work/hyperfine" 2>&1; then
  cat "$work/hyperfine" >&2
  exit 1
fi

milliseconds() {
  python3 - "$work/times.json" "$1" <<'PYTHON'
import json, sys
results = json.load(open(sys.argv[1]))["results"]
print(next(r["median"] for r in results if r["command"] == sys.argv[2]) * 1000)
PYTHON
}
cat="$(milliseconds cat)"
start="$(milliseconds start)"
assess="$(milliseconds assess)"
ratio="$(calculate %.2f "$assess / (10 * ($cat + $start))")"

verdict() { awk "BEGIN { print ($1) ? \"met\" : \"not met\" }"; }
bytes="$(cat -- "${files[@]}" | wc -c)"

cat <<MARKDOWN
## Assessing the plan

Medians of $runs runs. Two assessments gave the same $(wc -c <"$work/first.json") bytes.

| what | milliseconds |
| --- | ---: |
| \`cat\` of the plan: ${#files[@]} files, $bytes bytes | $(calculate %.1f "$cat") |
| start: \`weald --version\` | $(calculate %.1f "$start") |
| \`weald assess $plan --json\` | $(calculate %.1f "$assess") |

- Under 150 ms: $(verdict "$assess < 150") ($(calculate %.1f "$assess") ms).
- Under ten times reading the files and starting: $(verdict "$ratio < 1") ($ratio of that budget).
MARKDOWN
