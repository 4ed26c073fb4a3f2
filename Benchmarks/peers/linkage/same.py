# SPDX-License-Identifier: Apache-2.0
"""Says how many scored pairs two programs share, and how far apart their weights are at most.

usage: same.py OURS.csv THEIRS.csv
"""

import sys

import duckdb

ours, theirs = (f"read_csv('{path}')" for path in sys.argv[1:3])
row = duckdb.sql(
    f"""select count(*) filter (where a.match_weight is not null and b.match_weight is not null),
    count(*) filter (where b.match_weight is null),
    count(*) filter (where a.match_weight is null),
    count(*) filter (where abs(a.match_weight - b.match_weight) > 1e-6),
    max(abs(a.match_weight - b.match_weight))
    from {ours} a full join {theirs} b using (unique_id_l, unique_id_r)"""
).fetchall()[0]
for name, value in zip(("shared", "only-ours", "only-theirs", "apart", "furthest"), row):
    print(name, value)
