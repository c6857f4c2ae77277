#!/usr/bin/env python3
"""Singleout's `link` beside Splink on the same files, in one run, with two threads each (needs numpy, splink and pandas).

    python3 linkage.py people.csv queries.csv --tool .build/release/singleout [--matrix] [--runs 3] [--json results.json]

The files come from linkage_load.py: 1,500 damaged queries, 500 of them about nobody in the file. Every run is a process of
its own, from the CSV files to the scored result, and the tools take turns, so that a change in the machine's speed meets all
of them. Beside the elapsed time stands the processor time, which other processes disturb less. Precision and recall are at
the probability from which a match is clear, and the highest recall of all thresholds at a precision of at least 0.99.
With --matrix the search without keys takes its turn too, and its rate is compared with the machine's `sgemm` (numpy, two
threads, matrices of 2,048 rows), measured beside it. Prints a Markdown table and writes JSON with every run.
"""
import argparse
import json
import os
import statistics
import sys
import time

from machine import HERE, THREADS, Company, run

COMPARE = "forename:name,surname:name,date_of_birth:date,postcode:postcode"
COLUMNS = 128


def singleout_command(tool, queries, people, search):
    return [tool, "link", queries, people, "--compare", COMPARE, "--truth-field", "truth=id", "--search", search, "--format", "json",
            "--threads", THREADS]


def singleout_answers(found):
    return {"precision": found["precision"], "recall": found["recall"], "bestRecall": best_recall(found["curve"]),
            "candidateRecall": found["candidateRecall"], "queries": found["queries"], "register": found["register"]}


def splink_command(queries, people):
    return [sys.executable, os.path.join(HERE, "splink_baseline.py"), people, queries]


def splink_answers(found):
    return {"precision": found["at_0.9"]["precision"], "recall": found["at_0.9"]["recall"],
            "bestRecall": best_recall(value for key, value in found.items() if key.startswith("at_")), "candidateRecall": None}


def best_recall(points):
    """The highest recall of all thresholds at a precision of at least 0.99."""
    return max((p["recall"] for p in points if p["precision"] and p["precision"] >= 0.99), default=None)


def measured(command, answers):
    took, text = run(command)
    return {**took, **answers(json.loads(text))}


def sgemm_rate():
    import numpy as np

    a = np.ones((2048, 2048), dtype=np.float32)
    best = min(timed_product(a) for _ in range(3))
    return 2 * 2048**3 / best


def timed_product(a):
    start = time.perf_counter()
    a @ a
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people")
    parser.add_argument("queries")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--matrix", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json")
    arguments = parser.parse_args()
    searches = ["auto", "keys"] + (["matrix"] if arguments.matrix else [])
    runs = {name: [] for name in [*searches, "Splink"]}
    rates, company = [], Company()
    for _ in range(arguments.runs):
        for search in searches:
            if search == "matrix":
                rates.append(sgemm_rate())
            runs[search].append(measured(
                singleout_command(arguments.tool, arguments.queries, arguments.people, search), singleout_answers))
        runs["Splink"].append(measured(splink_command(arguments.queries, arguments.people), splink_answers))
    others = company.share()
    for search in searches:
        first = runs[search][0]
        if any((r["precision"], r["recall"]) != (first["precision"], first["recall"]) for r in runs[search]):
            sys.exit(f"{search}: the runs disagree")

    def median(name, key):
        return statistics.median(r[key] for r in runs[name])

    import splink as peer

    print(f"{runs['auto'][0]['queries']:,} queries, {runs['auto'][0]['register']:,} people; Splink {peer.__version__}; "
          f"{THREADS} threads each; CSV files to scored result, medians of {arguments.runs}\n")
    print("| tool | elapsed, s | processor, s | peak, MiB | precision | recall | best recall at precision .99 "
          "| candidate recall | Splink takes times as long, processor |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")

    def figure(value):
        return "" if value is None else f"{value:.3f}"

    for name in runs:
        first = runs[name][0]
        ratios = [median("Splink", key) / median(name, key) for key in ("seconds", "processorSeconds")]
        print(f"| {name} | {median(name, 'seconds'):.2f} | {median(name, 'processorSeconds'):.2f} "
              f"| {median(name, 'peakBytes') / 2**20:.0f} | {figure(first['precision'])} | {figure(first['recall'])} "
              f"| {figure(first['bestRecall'])} | {figure(first['candidateRecall'])} "
              f"| {ratios[0]:.1f}, {ratios[1]:.1f} |")
    if rates:
        work = 2.0 * runs["matrix"][0]["queries"] * runs["matrix"][0]["register"] * COLUMNS
        rate = work / (median("matrix", "seconds") - median("keys", "seconds"))
        print(f"\nThe search by products ran at {rate / 1e9:.0f} GFLOP/s, {rate / statistics.median(rates):.0%} of the "
              f"{statistics.median(rates) / 1e9:.0f} GFLOP/s of sgemm.")
    if others > Company.LIMIT:
        print(f"\nNot a quiet machine: other processes took {others:.0%} of its processor time. Elapsed times are not to be "
              "relied on; processor times are better.")
    if arguments.json:
        with open(arguments.json, "w") as out:
            json.dump({"schema": "singleout.linkageComparison/1", "runs": runs, "sgemmRates": rates, "othersShare": others},
                      out, indent=1)


if __name__ == "__main__":
    main()
