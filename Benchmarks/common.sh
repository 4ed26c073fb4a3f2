# shellcheck shell=bash
# What both measurements use. Sourced, not run.

# The middle of the numbers on standard input, one a line.
median() {
  sort -n | awk '{ value[NR] = $1 }
    END {
      if (NR == 0) { print "nan"; exit }
      middle = int((NR + 1) / 2)
      print (NR % 2) ? value[middle] : (value[middle] + value[middle + 1]) / 2
    }'
}

# A sum: `calculate '%.2f' '3 / 2'`.
calculate() {
  awk "BEGIN { printf \"$1\", $2 }"
}

# Fails with a sentence unless each program is there.
need_programs() {
  local program
  for program in "$@"; do
    if [[ ! -x "$program" ]]; then
      echo "There is no $program. Run: make bench" >&2
      exit 1
    fi
  done
}
