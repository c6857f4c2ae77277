#!/usr/bin/env python3
"""Writes histories.json: how few events of the town's enrolments single a pupil out, by listing every set of events.

An event is a school and the first `precision` characters of the entry date. python3 histories.py > histories.json
"""
import csv
import itertools
import json
import math
import pathlib
import platform
from collections import Counter, defaultdict

path = pathlib.Path(__file__).parents[2] / "datasets/town/enrolments.csv"
with open(path, newline="") as file:
    rows = list(csv.DictReader(file))


def figures(precision, matching):
    histories = defaultdict(list)
    # Python's sort keeps the order of rows with the same date.
    for row in sorted(rows, key=lambda row: row["from"]):
        histories[row["pupil_number"]].append((row["school"], row["from"][:precision]))
    if matching == "set":
        histories = {pupil: sorted(history) for pupil, history in histories.items()}
    known = []
    for size in range(1, 5):
        owners = Counter()
        for history in histories.values():
            # A pupil with fewer events is known by all of them, and every set counts everybody who fits it.
            owners.update({part for some in range(1, size + 1) for part in itertools.combinations(history, some)})
        shares, risks = [], []
        for history in histories.values():
            parts = list(itertools.combinations(history, min(size, len(history))))
            shares.append(sum(owners[part] == 1 for part in parts) / len(parts))
            risks.append(1 / min(owners[part] for part in parts))
        known.append({"events": size, "share": math.fsum(shares) / len(shares), "uniques": risks.count(1.0),
                      "meanRisk": math.fsum(risks) / len(risks)})
    whole = list(Counter(map(tuple, histories.values())).values()).count(1)
    return {"precision": precision, "matching": matching, "pupils": len(histories), "whole": whole, "known": known}


values = [figures(precision, matching) for precision in (10, 7, 4) for matching in ("set", "order")]
print(json.dumps({"generator": "histories.py", "python": platform.python_version()})[:-1]
      + ',\n"values":[\n' + ",\n".join(json.dumps(value) for value in values) + "]}")
