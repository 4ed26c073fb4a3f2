#!/usr/bin/env bash
# The last evening of a consultation, from beginning to end: made-up data, a server, 2,000 browsers,
# then every receipt that was shown is looked for in the ledger, and the chain is verified.
set -euo pipefail
cd "$(dirname "$0")/.."

weald=${WEALD:-.build/release/weald}
plan=${PLAN:-Plans/kent-and-medway}
folder=$(mktemp -d)
port=${PORT:-8093}
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
ulimit -n 8192

"$weald" demo "$plan" --data "$folder/data" --responses 500 --no-serve >/dev/null 2>&1
"$weald" serve "$plan" --data "$folder/data" --port "$port" >/dev/null 2>&1 &
server=$!
for _ in $(seq 60); do
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
  sleep 0.5
done

python3 Benchmarks/evening.py "$port" summer-update-2017 "$@" >"$folder/receipts"
kill "$server"
wait "$server" 2>/dev/null || true
python3 - "$folder" <<'PYTHON'
import sqlite3, sys
folder = sys.argv[1]
shown = set(open(f"{folder}/receipts").read().split())
ledger = sqlite3.connect(f"{folder}/data/ledger.sqlite")
known = "".join(row[0] for row in ledger.execute(
    "SELECT payload FROM entry WHERE family = 'response' AND type = 'submitted'"))
lost = [receipt for receipt in shown if receipt not in known]
print(f"receipts shown: {len(shown)}; lost: {len(lost)}")
sys.exit(1 if lost else 0)
PYTHON
"$weald" ledger verify "$folder/data"
