#!/usr/bin/env python3
"""Singleout beside DuckDB and Polars on the same file, in one run, with two threads each (needs duckdb and polars).

    python3 compare.py national.csv --tool .build/release/singleout --benchmark .build/release/singleout-benchmark \
        [--sample 40 | --full] [--runs 3] [--json results.json]

Three loads: every combination of the file's fields, one combination of four fields from rows in memory, and three
fields from the CSV file to the answer. Tools take turns (--runs of them), so that a change in the machine's speed meets
all of them; the share of the machine that other processes took is recorded, with a warning above 5 %. Every integer
(classes, k, uniques) that DuckDB or Polars counts is compared with the tool's and with the benchmark's; a difference ends
the comparison. Prints a Markdown table of medians and ratios, and writes JSON with every run, the machine and the commit.
"""
import argparse
import itertools
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import time

THREADS = "2"
os.environ["POLARS_MAX_THREADS"] = THREADS

QUERY = "select count(*), min(c), count(*) filter (c = 1) from (select count(*) c from {source} group by {fields})"
FOUR = ["school,dob,eth,sex", "lsoa,sex,lang,entry", "sex,eth,fsm,sen"]
THREE = "dob,sex,school"

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
POLARS_FROM_FILE = """
import sys, polars as pl
f = sys.argv[2].split(",")
c = pl.scan_csv(sys.argv[1]).group_by(f).len(name="c").select("c").collect(engine="streaming")["c"]
print(c.len(), c.min(), int((c == 1).sum()))
"""
DUCKDB_FROM_FILE = """
import sys, duckdb
con = duckdb.connect(); con.execute("set threads=2")
print(*con.execute(sys.argv[1]).fetchone())
"""


class Company:
    """The share of the machine's processor time that other processes take while a load is measured."""

    LIMIT = 0.05

    def __init__(self):
        self.wall, self.busy, self.own = self.now()

    @staticmethod
    def now():
        with open("/proc/stat") as stat:
            user, nice, system, _, _, interrupts, soft, stolen = map(int, stat.readline().split()[1:9])
        usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        busy = (user + nice + system + interrupts + soft + stolen) / os.sysconf("SC_CLK_TCK")
        return time.perf_counter(), busy, sum(u.ru_utime + u.ru_stime for u in usage)

    def share(self):
        wall, busy, own = self.now()
        others = (busy - self.busy) - (own - self.own)
        return max(0.0, others / ((wall - self.wall) * os.cpu_count()))


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
    ours, whole, duck, peaks, wrong = [], [], [], [], 0
    for turn in range(arguments.runs):
        result = benchmark(arguments, "lattice", "--runs", "3", "--answers")
        ours.append(result["medianSeconds"])
        peaks.append(result["peakBytes"])
        seconds, text = timed(
            [arguments.tool, "combinations", arguments.csv, "-q", ",".join(fields), "--format", "json", "--threads", THREADS])
        whole.append(seconds)
        counted = [integers(result["answers"]), integers(json.loads(text)["combinations"])]
        if counted[0] != counted[1]:
            sys.exit("the tool and the benchmark disagree")
        start = time.perf_counter()
        found = [tuple(con.execute(QUERY.format(source="t", fields=",".join(s))).fetchone())
                 for s in picked[turn::arguments.runs]]
        duck.append(time.perf_counter() - start)
        wrong += sum(counted[0][s] != row for s, row in zip(picked[turn::arguments.runs], found))
    if wrong:
        sys.exit(f"{wrong} of {len(picked)} combinations have other integers")
    scale = len(subsets) / len(picked)
    how = "measured" if len(picked) == len(subsets) else f"extrapolated from {len(picked)}"
    equal = f"{len(picked)} of {len(picked)} equal"
    theirs = {"peerSeconds": sum(duck) * scale, "peerRuns": duck, "integers": equal}
    return [
        {"load": f"all {len(subsets):,} combinations of {len(fields)} fields, rows in memory", "runs": ours,
         "peakBytes": max(peaks), "peer": f"DuckDB, one GROUP BY each, {how}", **theirs},
        {"load": "the same, CSV file to JSON, whole process", "runs": whole,
         "peer": f"DuckDB, rows in memory, {how}", **theirs},
    ]


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
            answers.add(tuple(con.execute(QUERY.format(source="t", fields=fields)).fetchone()))
            repeated.append(time.perf_counter() - start)
        duck.append(statistics.median(repeated))
        seconds, row = json.loads(timed([sys.executable, "-c", POLARS_IN_MEMORY, arguments.csv, fields])[1])
        polars.append(seconds)
        answers.add(tuple(row))
    return beside(f"one combination, {fields}, rows in memory", fields, ours, duck, polars, answers)


def from_file(arguments, fields):
    ours, duck, polars, answers = [], [], [], set()
    quoted = arguments.csv.replace("'", "''")
    query = QUERY.format(source=f"read_csv('{quoted}')", fields=fields)
    for _ in range(arguments.runs):
        seconds, text = timed(
            [arguments.tool, "measure", arguments.csv, "-q", fields, "--format", "json", "--threads", THREADS])
        ours.append(seconds)
        result = json.loads(text)
        answers.add((result["classes"], result["k"], result["uniques"]))
        seconds, text = timed([sys.executable, "-c", DUCKDB_FROM_FILE, query])
        duck.append(seconds)
        answers.add(tuple(map(int, text.split())))
        seconds, text = timed([sys.executable, "-c", POLARS_FROM_FILE, arguments.csv, fields])
        polars.append(seconds)
        answers.add(tuple(map(int, text.split())))
    return beside(f"CSV file to answer, {fields}, whole process", fields, ours, duck, polars, answers)


def beside(load, fields, ours, duck, polars, answers):
    if len(answers) > 1:
        sys.exit(f"{fields}: the tools disagree: {answers}")
    return [{"load": load, "runs": ours, "peer": peer, "peerSeconds": statistics.median(runs), "peerRuns": runs,
             "integers": "equal"} for peer, runs in [("DuckDB", duck), ("Polars", polars)]]


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
    con.execute("create table t as from read_csv(?)", [arguments.csv])
    records = con.execute("select count(*) from t").fetchone()[0]
    fields = [row[0] for row in con.execute("describe t").fetchall()]
    # One line of any report says which machine and which commit.
    report = benchmark(arguments, "combination", "--fields", fields[0], "--runs", "1")
    rows = measured(every_combination, arguments, con, fields)
    for four in FOUR:
        rows += measured(in_memory, arguments, con, four)
    con.close()
    rows += measured(from_file, arguments, THREE)
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
