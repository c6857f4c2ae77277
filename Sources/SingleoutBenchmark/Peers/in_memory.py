#!/usr/bin/env python3
"""Singleout's counting beside DuckDB's and Polars' on rows in memory, in one run, with two threads each (needs duckdb and polars).

    python3 in_memory.py national.csv --benchmark .build/release/singleout-benchmark \
        [--sample 40 | --full] [--runs 3] [--json results.json]

Two loads: every combination of the file's fields, and one combination of four fields; whole processes are measured by
benchmark.py. Tools take turns (--runs of them), so that a change in the machine's speed meets all of them; the share of the
machine that other processes took is recorded, with a warning above 5 %. Every integer (classes, k, uniques) that DuckDB or
Polars counts is compared; a difference ends the comparison. Prints a Markdown table of medians and ratios, and writes JSON
with every run, the machine and the commit.
"""
import argparse
import itertools
import json
import platform
import random
import statistics
import subprocess
import sys
import time

from machine import THREADS, Company

QUERY = "select count(*), min(c), count(*) filter (c = 1) from (select count(*) c from t group by {fields})"
FOUR = ["school,dob,eth,sex", "lsoa,sex,lang,entry", "sex,eth,fsm,sen"]

# Polars has two engines; the better one counts. Like the benchmark, it is timed by the middle of three runs in one process.
POLARS_IN_MEMORY = """
import json, statistics, sys, time, polars as pl
t = pl.read_csv(sys.argv[1]); best = []
for engine in ["in-memory", "streaming"]:
    out = []
    for _ in range(3):
        s = time.perf_counter()
        c = t.lazy().group_by(sys.argv[2].split(",")).len(name="c").select("c").collect(engine=engine)["c"]
        r = (c.len(), c.min(), int((c == 1).sum()))
        out.append(time.perf_counter() - s)
    best.append(statistics.median(out))
print(json.dumps([min(best), r]))
"""


def measured(load, *arguments):
    company = Company()
    rows = load(*arguments)
    share = company.share()
    for row in rows:
        row["othersShare"] = share
    return rows


def timed(command):
    start = time.perf_counter()
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return time.perf_counter() - start, output


def benchmark(arguments, *case):
    return json.loads(timed([arguments.benchmark, *case, "--data", arguments.csv, "--threads", THREADS])[1])


def every_combination(arguments, con, fields):
    subsets = [s for size in range(1, len(fields) + 1) for s in itertools.combinations(fields, size)]
    picked = subsets if arguments.full else random.Random(1).sample(subsets, min(arguments.sample, len(subsets)))
    ours, duck, peaks, wrong = [], [], [], 0
    for turn in range(arguments.runs):
        result = benchmark(arguments, "lattice", "--runs", "3", "--answers")
        ours.append(result["medianSeconds"])
        peaks.append(result["peakBytes"])
        counted = integers(result["answers"])
        start = time.perf_counter()
        found = [tuple(con.execute(QUERY.format(fields=",".join(s))).fetchone())
                 for s in picked[turn::arguments.runs]]
        duck.append(time.perf_counter() - start)
        wrong += sum(counted[s] != row for s, row in zip(picked[turn::arguments.runs], found))
    if wrong:
        sys.exit(f"{wrong} of {len(picked)} combinations have other integers")
    scale = len(subsets) / len(picked)
    how = "measured" if len(picked) == len(subsets) else f"extrapolated from {len(picked)}"
    return [{"load": f"all {len(subsets):,} combinations of {len(fields)} fields", "runs": ours, "peakBytes": max(peaks),
             "peer": f"DuckDB, one GROUP BY each, {how}", "peerSeconds": sum(duck) * scale, "peerRuns": duck,
             "integers": f"{len(picked)} of {len(picked)} equal"}]


def integers(rows):
    return {tuple(row["fields"]): (row["classes"], row["k"], row["uniques"]) for row in rows}


def in_memory(arguments, con, fields):
    ours, duck, polars, answers = [], [], [], set()
    for _ in range(arguments.runs):
        result = benchmark(arguments, "combination", "--fields", fields, "--runs", "3")
        ours.append(result["medianSeconds"])
        answers.update(integers(result["answers"]).values())
        repeated = []
        for _ in range(3):
            start = time.perf_counter()
            answers.add(tuple(con.execute(QUERY.format(fields=fields)).fetchone()))
            repeated.append(time.perf_counter() - start)
        duck.append(statistics.median(repeated))
        seconds, row = json.loads(timed([sys.executable, "-c", POLARS_IN_MEMORY, arguments.csv, fields])[1])
        polars.append(seconds)
        answers.add(tuple(row))
    return beside(f"one combination, {fields}", fields, ours, duck, polars, answers)


def beside(load, fields, ours, duck, polars, answers):
    if len(answers) > 1:
        sys.exit(f"{fields}: the tools disagree: {answers}")
    return [{"load": load, "runs": ours, "peer": peer, "peerSeconds": statistics.median(runs), "peerRuns": runs,
             "integers": "equal"} for peer, runs in [("DuckDB", duck), ("Polars", polars)]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("csv")
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
    con.execute("create table t as from read_csv(?)", [arguments.csv])
    records = con.execute("select count(*) from t").fetchone()[0]
    fields = [row[0] for row in con.execute("describe t").fetchall()]
    # One line of any report says which machine and which commit.
    report = benchmark(arguments, "combination", "--fields", fields[0], "--runs", "1")
    rows = measured(every_combination, arguments, con, fields)
    for four in FOUR:
        rows += measured(in_memory, arguments, con, four)
    con.close()
    for row in rows:
        row["seconds"] = statistics.median(row["runs"])
        row["ratio"] = row["peerSeconds"] / row["seconds"]

    machine = report["machine"]
    print(f"{records:,} rows; DuckDB {duckdb.__version__}, Polars {polars.__version__}; {THREADS} threads each; "
          f"{machine['processor']}, {machine['cores']} cores, {machine['memoryBytes'] / 2**30:.1f} GiB, "
          f"{machine['system']}; commit {report['commit']}\n")
    print("| load | Singleout, s | peak, MiB | peer | peer, s | times as fast | integers |")
    print("| --- | ---: | ---: | --- | ---: | ---: | --- |")
    for row in rows:
        peak = f"{row['peakBytes'] / 2**20:.0f}" if "peakBytes" in row else ""
        print(f"| {row['load']} | {row['seconds']:.3f} | {peak} | {row['peer']} | {row['peerSeconds']:.3f} "
              f"| {row['ratio']:.1f} | {row['integers']} |")
    most = max(row["othersShare"] for row in rows)
    if most > Company.LIMIT:
        print(f"\nNot a quiet machine: other processes took up to {most:.0%} of its processor time during a load. "
              "Times and ratios are not to be relied on; the integers are.")
    if arguments.json:
        with open(arguments.json, "w") as out:
            json.dump({"schema": "singleout.comparison/1", "records": records, "threads": int(THREADS),
                       "machine": machine, "commit": report["commit"], "date": report["date"],
                       "versions": {"duckdb": duckdb.__version__, "polars": polars.__version__,
                                    "python": platform.python_version()},
                       "rows": rows}, out, indent=1)


if __name__ == "__main__":
    main()
