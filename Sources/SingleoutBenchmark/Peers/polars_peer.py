"""Polars counts combinations of a CSV file: `polars_peer.py data.csv [["dob", "sex"], ...]`; POLARS_MAX_THREADS says how many threads.

The streaming engine, the faster one for both loads. One combination is counted straight from the file; for several the
file is read into memory first.
"""
import json
import sys
import time

import polars as pl

combinations = json.loads(sys.argv[2])
table = pl.scan_csv(sys.argv[1]) if len(combinations) == 1 else pl.read_csv(sys.argv[1]).lazy()
size = pl.col("size")
start = time.perf_counter()
answers = {}
for fields in combinations:
    counted = table.group_by(fields).len(name="size").select(
        pl.len().alias("classes"), size.min().alias("k"), (size == 1).sum().alias("uniques"))
    answers[",".join(fields)] = list(map(int, counted.collect(engine="streaming").row(0)))
print(json.dumps({"answers": answers, "countingSeconds": time.perf_counter() - start}))
