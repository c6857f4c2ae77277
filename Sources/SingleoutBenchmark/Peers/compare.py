#!/usr/bin/env python3
"""Singleout beside DuckDB and Polars on the same file, in one run, with two threads each (needs duckdb and polars).

    python3 compare.py national.csv --tool .build/release/singleout --benchmark .build/release/singleout-benchmark \
        [--sample 40 | --full] [--runs 3] [--json results.json]

Three loads: every combination of the file's fields, one combination of four fields from rows in memory, and three fields from
the CSV file to the answer. Tools take turns, so that a change in the machine's speed meets all of them. Every counted integer
(classes, k, uniques) of the combinations that DuckDB counts is compared. Prints a Markdown table of medians and ratios.
"""
import argparse
import itertools
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import time

THREADS = "2"
os.environ["POLARS_MAX_THREADS"] = THREADS

QUERY = "select count(*), min(c), count(*) filter (c = 1) from (select count(*) c from {source} group by {fields})"
FOUR = ["school,dob,eth,sex", "lsoa,sex,lang,entry", "sex,eth,fsm,sen"]
THREE = "dob,sex,school"

POLARS_IN_MEMORY = """
import json, sys, time, polars as pl
t = pl.read_csv(sys.argv[1]); out = []
for _ in range(int(sys.argv[3])):
    s = time.perf_counter()
    c = t.group_by(sys.argv[2].split(",")).len(name="c")["c"]
    r = (c.len(), c.min(), int((c == 1).sum()))
    out.append(time.perf_counter() - s)
print(json.dumps([out, r]))
"""
POLARS_FROM_FILE = """
import sys, polars as pl
f = sys.argv[2].split(",")
c = pl.scan_csv(sys.argv[1]).group_by(f).len(name="c").select("c").collect()["c"]
print(c.len(), c.min(), int((c == 1).sum()))
"""
DUCKDB_FROM_FILE = """
import sys, duckdb
con = duckdb.connect(); con.execute("set threads=2")
print(*con.execute(sys.argv[1]).fetchone())
"""


def timed(command):
    start = time.perf_counter()
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return time.perf_counter() - start, output


def benchmark(arguments, *case):
    return json.loads(timed([arguments.benchmark, *case, "--data", arguments.csv, "--threads", THREADS])[1])


def every_combination(arguments, con, fields):
    subsets = [s for size in range(1, len(fields) + 1) for s in itertools.combinations(fields, size)]
    picked = subsets if arguments.full else random.Random(1).sample(subsets, min(arguments.sample, len(subsets)))
    seconds, text = timed(
        [arguments.tool, "combinations", arguments.csv, "-q", ",".join(fields), "--format", "json", "--threads", THREADS])
    ours = {tuple(r["fields"]): (r["classes"], r["k"], r["uniques"]) for r in json.loads(text)["combinations"]}
    in_memory = benchmark(arguments, "lattice", "--runs", str(arguments.runs))
    equal = 0
    start = time.perf_counter()
    for subset in picked:
        row = con.execute(QUERY.format(source="t", fields=",".join(subset))).fetchone()
        equal += tuple(row) == ours[subset]
    theirs = (time.perf_counter() - start) / len(picked) * len(subsets)
    how = "measured" if len(picked) == len(subsets) else f"extrapolated from {len(picked)}"
    if equal < len(picked):
        sys.exit(f"only {equal} of {len(picked)} combinations have the same integers")
    return [
        (f"all {len(subsets)} combinations of {len(fields)} fields, rows in memory", in_memory["medianSeconds"],
         in_memory["peakBytes"], theirs, f"DuckDB, {how}", f"{equal} of {len(picked)} equal"),
        (f"the same, CSV file to JSON, whole process", seconds, None, theirs, f"DuckDB without reading, {how}",
         f"{equal} of {len(picked)} equal"),
    ]


def in_memory(arguments, con, fields):
    ours, duck, polars, answers = [], [], [], set()
    for _ in range(arguments.runs):
        result = benchmark(arguments, "combination", "--fields", fields, "--runs", "3")
        ours.append(result["medianSeconds"])
        start = time.perf_counter()
        answers.add(tuple(con.execute(QUERY.format(source="t", fields=fields)).fetchone()))
        duck.append(time.perf_counter() - start)
        seconds, row = json.loads(
            timed([sys.executable, "-c", POLARS_IN_MEMORY, arguments.csv, fields, "2"])[1])
        polars.append(min(seconds))
        answers.add(tuple(row))
    same = equal_to_ours(arguments, fields, answers)
    what = f"one combination, {fields}, rows in memory"
    mine = statistics.median(ours)
    return [(what, mine, None, statistics.median(duck), "DuckDB", same),
            (what, mine, None, statistics.median(polars), "Polars", same)]


def from_file(arguments, fields):
    ours, duck, polars, answers = [], [], [], set()
    query = QUERY.format(source=f"read_csv('{arguments.csv}')", fields=fields)
    for _ in range(arguments.runs):
        ours.append(timed([arguments.tool, "measure", arguments.csv, "-q", fields, "--threads", THREADS])[0])
        seconds, text = timed([sys.executable, "-c", DUCKDB_FROM_FILE, query])
        duck.append(seconds)
        answers.add(tuple(map(int, text.split())))
        seconds, text = timed([sys.executable, "-c", POLARS_FROM_FILE, arguments.csv, fields])
        polars.append(seconds)
        answers.add(tuple(map(int, text.split())))
    same = equal_to_ours(arguments, fields, answers)
    what = f"CSV file to answer, {fields}, whole process"
    mine = statistics.median(ours)
    return [(what, mine, None, statistics.median(duck), "DuckDB", same),
            (what, mine, None, statistics.median(polars), "Polars", same)]


def equal_to_ours(arguments, fields, answers):
    result = json.loads(timed([arguments.tool, "measure", arguments.csv, "-q", fields, "--format", "json"])[1])
    answers.add((result["classes"], result["k"], result["uniques"]))
    if len(answers) > 1:
        sys.exit(f"{fields}: the tools disagree: {answers}")
    return "equal"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("csv")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json")
    arguments = parser.parse_args()

    import duckdb
    import polars

    con = duckdb.connect()
    con.execute(f"set threads={THREADS}")
    con.execute(f"create table t as from read_csv('{arguments.csv}')")
    records = con.execute("select count(*) from t").fetchone()[0]
    fields = [row[0] for row in con.execute("describe t").fetchall()]
    rows = every_combination(arguments, con, fields)
    for four in FOUR:
        rows += in_memory(arguments, con, four)
    con.close()
    rows += from_file(arguments, THREE)

    print(f"{records:,} rows; DuckDB {duckdb.__version__}, Polars {polars.__version__}; {THREADS} threads; "
          f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores\n")
    print("| load | Singleout, s | peer | peer, s | times as fast | integers |\n| --- | ---: | --- | ---: | ---: | --- |")
    for what, mine, _, theirs, peer, same in rows:
        print(f"| {what} | {mine:.3f} | {peer} | {theirs:.3f} | {theirs / mine:.1f} | {same} |")
    if arguments.json:
        keys = ["load", "seconds", "peakBytes", "peerSeconds", "peer", "integers"]
        with open(arguments.json, "w") as out:
            json.dump({"schema": "singleout.comparison/1", "records": records, "date": time.strftime("%Y-%m-%d"),
                       "rows": [dict(zip(keys, row)) for row in rows]}, out, indent=1)


if __name__ == "__main__":
    main()
