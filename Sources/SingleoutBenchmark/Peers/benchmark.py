#!/usr/bin/env python3
"""Singleout beside DuckDB, Polars, pyCANON, sdcMicro and Splink: one table of time, memory and equal answers.

    python3 benchmark.py --tool .build/release/singleout --data .build [--rows 1000000] [--people 1000000] [--runs 3]
        [--only one,linkage] [--sample 40] [--json results.json]

Every run is a process of its own, from the CSV file to the answer, with two threads where a tool has threads. Tools take
turns, so that a change in the machine's speed meets all of them; a tool that took longer than --once seconds runs once.
Every answer that a tool gives is held against Singleout's: integers must be equal, others to nine digits. A difference that
is not known and explained makes the exit status 1. Files that are missing are made, the same every time. sdcMicro takes part
where R has it (R_LIBS is honoured).
"""
import argparse
import importlib.metadata
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

import machine
from loads import Loads, python

SMALL, SPECIAL = 10_000, 100_000


def prepared(folder, rows, people):
    """The files, made when they are not there, with their rows."""
    def made(name, script, *arguments):
        path = os.path.join(folder, name)
        if not os.path.exists(path):
            subprocess.run(python(script, arguments[0], path + ".part", *arguments[1:]), check=True)
            os.rename(path + ".part", path)
        return path

    def national(count):
        return made(f"national-{count}.csv", "national.py", str(count)), count

    linked = os.path.join(folder, f"linkage-{people}")
    if not os.path.exists(os.path.join(linked, "ready")):
        os.makedirs(linked, exist_ok=True)
        subprocess.run(python("linkage_load.py", str(people), *(os.path.join(linked, n) for n in ("people.csv", "queries.csv"))),
                       check=True)
        open(os.path.join(linked, "ready"), "w").close()
    return {"national": national(rows), "small": national(SMALL), "special": national(SPECIAL),
            "survey": (made(f"survey-{rows}.csv", "national.py", str(rows), "--weights"), rows),
            "people": (os.path.join(linked, "people.csv"), people), "queries": (os.path.join(linked, "queries.csv"), 1500)}


def sdcmicro_version():
    """The version of sdcMicro, where R has it."""
    if not shutil.which("Rscript"):
        return None
    asked = 'if (!requireNamespace("sdcMicro", quietly = TRUE)) quit(status = 1); cat(format(packageVersion("sdcMicro")))'
    answer = subprocess.run(["Rscript", "-e", asked], capture_output=True, text=True)
    return answer.stdout.strip() if answer.returncode == 0 else None


def taken_in_turns(load, arguments):
    """The rows of the table for a load."""
    runs = [[] for _ in load.tools]
    answers = [None] * len(load.tools)
    for _ in range(arguments.runs):
        for tool, past, place in zip(load.tools, runs, range(len(runs))):
            if past and past[0]["seconds"] > arguments.once:
                continue
            took, text = machine.run(tool.command)
            found = tool.read(text)
            if "countingSeconds" in found:
                took["seconds"] += found["countingSeconds"] * (tool.scale - 1)
                found = found["answers"]
            if not load.words and answers[place] not in (None, found):
                sys.exit(f"{tool.name} gave two answers to one question")
            answers[place] = found
            past.append(took)
    rows = []
    for tool, past, found in zip(load.tools, runs, answers):
        verdict, wrong = load.verdict(tool, answers[0], found)
        rows.append({"rows": load.rows, "fields": load.fields, "measure": load.measure, "tool": tool.name, "runs": past,
                     "seconds": statistics.median(r["seconds"] for r in past),
                     "peakBytes": max(r["peakBytes"] for r in past),
                     "othersShare": statistics.mean(r["othersShare"] for r in past), "equal": verdict, "wrong": wrong})
        rows[-1]["ratio"] = rows[-1]["seconds"] / rows[0]["seconds"]
    return rows


def printed(row):
    company = " *" if row["othersShare"] > machine.Company.LIMIT else ""
    seconds = f"{row['seconds']:.2f}" if row["seconds"] < 100 else f"{row['seconds']:,.0f}"
    ratio = f"{row['ratio']:.1f}" if row["ratio"] < 10 else f"{row['ratio']:,.0f}"
    print(f"| {row['rows']:,} × {row['fields']} | {row['measure']} | {row['tool']} | {seconds}{company} "
          f"| {row['peakBytes'] / 2**20:,.0f} | {ratio} | {row['equal']} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--once", type=float, default=20)
    parser.add_argument("--sample", type=int, default=0, help="let DuckDB and Polars count only so many combinations")
    parser.add_argument("--only", default="combinations,one,sensitive,risk,special,linkage")
    parser.add_argument("--json")
    arguments = parser.parse_args()
    begun, about = time.time(), machine.described()
    versions = {name: importlib.metadata.version(name) for name in ("duckdb", "polars", "pycanon", "pandas", "splink")}
    versions["singleout"] = subprocess.run([arguments.tool, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    versions["sdcMicro"] = sdcmicro_version()
    every = Loads(arguments.tool, prepared(arguments.data, arguments.rows, arguments.people), versions, arguments.sample,
                  versions["sdcMicro"]).all()
    print("| rows × fields | measure | tool | seconds | peak, MiB | ratio | equal answers |")
    print("| --- | --- | --- | ---: | ---: | ---: | --- |", flush=True)
    rows = []
    for load in (load for name in arguments.only.split(",") for load in every[name]):
        for row in taken_in_turns(load, arguments):
            printed(row)
            rows.append(row)

    date = time.strftime("%-d %B %Y", time.gmtime(begun))
    print(f"\n{about['processor']}, {about['cores']} cores, {about['memoryBytes'] / 2**30:.0f} GiB, {about['system']}; {date}; "
          f"commit {about['commit']}; {machine.THREADS} threads for every tool that has threads; whole processes from the CSV file "
          f"to the answer, medians of {arguments.runs} runs in turns, one run when it takes more than {arguments.once:.0f} s; "
          f"{time.time() - begun:.0f} s in all.")
    if not versions["sdcMicro"]:
        print("\nsdcMicro: not installed")
    most = max(row["othersShare"] for row in rows)
    if most > machine.Company.LIMIT:
        print(f"\n\\* Not a quiet machine: other processes took up to {most:.0%} of its processor time during a load. "
              "Times and ratios so marked are not to be relied on; answers and memory are.")
    if arguments.json:
        with open(arguments.json, "w") as out:
            json.dump({"schema": "singleout.benchmarkTable/1", "date": date, "machine": about, "versions": versions,
                       "threads": int(machine.THREADS), "rows": rows}, out, indent=1)
    sys.exit(1 if any(row["wrong"] for row in rows) else 0)


if __name__ == "__main__":
    main()
