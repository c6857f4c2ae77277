"""DuckDB counts combinations of a CSV file: `duckdb_peer.py data.csv [["dob", "sex"], ...]`, two threads.

One combination is counted straight from the file; for several the file is read into a table first. One GROUP BY each:
GROUPING SETS of 4 and of 16 combinations took longer.
"""
import json
import sys
import time

import duckdb

combinations = json.loads(sys.argv[2])
con = duckdb.connect()
con.execute("set threads=2")
source = "read_csv('{}')".format(sys.argv[1].replace("'", "''"))
if len(combinations) > 1:
    con.execute(f"create table t as from {source}")
    source = "t"
start = time.perf_counter()
answers = {}
for fields in combinations:
    names = ",".join(fields)
    answers[names] = con.execute("select count(*), min(c), count(*) filter (c = 1) from "
                                 f"(select count(*) c from {source} group by {names})").fetchone()
print(json.dumps({"answers": answers, "countingSeconds": time.perf_counter() - start}))
