"""Figures about families, worked out from a census with dictionaries and no shared code.

    python3 Tests/ReferenceValues/families.py datasets/town > Tests/ReferenceValues/families.json

With a second and third argument, the years of two censuses, it also looks for families that have moved between them:

    python3 Tests/ReferenceValues/families.py REGISTER 2015 2016

Families are inferred from address, and from address and surname; pupils are known by sex and year of birth, families by area.
Python 3.11, standard library only.
"""

import csv
import itertools
import json
import math
import sys
from collections import Counter, defaultdict

ADDRESS = ["sub_building", "building", "street", "town", "postcode"]


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def key(row, number, fields):
    if not (row["sub_building"] or row["building"]) or not (row["street"] or row["postcode"]):
        return ("alone", number)
    if "surname" in fields and not row["surname"]:
        return ("alone", number)
    return tuple(row[field] for field in fields)


def group(rows, fields):
    families = defaultdict(list)
    for number, row in enumerate(rows):
        families[key(row, number, fields)].append(number)
    return list(families.values())


def value(row, fields):
    return tuple(row[f][:4] if f == "date_of_birth" else row[f] for f in fields)


def sets(rows, families, fields):
    return [tuple(sorted(value(rows[r], fields) for r in family)) for family in families]


def pairs(sizes):
    return sum(s * (s - 1) // 2 for s in sizes)


def figures(rows, truth, fields):
    families = group(rows, fields)
    known = ["sex", "date_of_birth", "lsoa"]
    marks = sets(rows, families, known)
    alike = Counter(marks)
    holders = Counter(itertools.chain.from_iterable(set(m) for m in marks))
    couples = Counter(itertools.chain.from_iterable(set(itertools.combinations(m, 2)) for m in marks))
    persons = Counter(value(row, known) for row in rows)
    by_size = defaultdict(lambda: Counter())
    for mark in marks:
        row = by_size[len(mark)]
        one = any(holders[m] == 1 for m in mark)
        row["families"] += 1
        row["unique"] += alike[mark] == 1
        row["givenAwayByOne"] += one
        row["givenAwayByTwo"] += one or any(couples[c] == 1 for c in itertools.combinations(mark, 2))
        row["householdRegisterRisk"] += 1 / alike[mark]
        row["personRegisterRisk"] += 1 - math.prod(1 - 1 / persons[m] for m in mark)
    for row in by_size.values():
        for name in ["householdRegisterRisk", "personRegisterRisk"]:
            row[name] /= row["families"]
    sizes = [len(f) for f in families]
    n, g = sum(sizes), len(sizes)
    reach = sum(s * (s - 1) for s in sizes) / n
    error = math.sqrt(g / (g - 1) * sum((s * (s - 1 - reach)) ** 2 for s in sizes)) / n
    real = Counter(truth[row["pupil_number"]] for row in rows)
    cells = Counter(
        (number, truth[rows[r]["pupil_number"]]) for number, family in enumerate(families) for r in family)
    split = Counter(f for _, f in cells)
    mixed = Counter(number for number, _ in cells)
    combinations = {}
    for area in [["lsoa"], []]:
        for count in range(3):
            for member in itertools.combinations(["sex", "date_of_birth"], count):
                found = Counter(sets(rows, families, list(member) + area))
                name = "+".join(["members", *member, *area])
                combinations[name] = sum(1 for m in found.values() if m == 1)
    return {
        "families": g,
        "unique": sum(1 for c in alike.values() if c == 1),
        "classes": len(alike),
        "pupilsInUnique": sum(len(m) for m in marks if alike[m] == 1),
        "bySize": {str(s): dict(by_size[s]) for s in sorted(by_size)},
        "reach": {"mean": reach, "lower": reach - 1.959963984540054 * error, "upper": reach + 1.959963984540054 * error},
        "combinations": combinations,
        "inference": {
            "inferredPairs": pairs(sizes), "truePairs": pairs(real.values()), "rightPairs": pairs(cells.values()),
            "families": len(real),
            "exact": sum(1 for (i, f), c in cells.items() if c == sizes[i] == real[f]),
            "split": sum(1 for c in split.values() if c > 1),
            "mixed": len({f for i, f in cells if mixed[i] > 1}),
        },
    }


def refinding(earlier, later, fields):
    before, after = group(earlier, fields), group(later, fields)
    where = {row["pupil_number"]: number for number, row in enumerate(later)}
    now = {r: number for number, family in enumerate(after) for r in family}
    index = defaultdict(list)
    for number, mark in enumerate(sets(later, after, ["sex", "date_of_birth"])):
        index[mark].append(number)
    tally = Counter()
    for family, mark in zip(before, sets(earlier, before, ["sex", "date_of_birth"])):
        common = [(r, where[earlier[r]["pupil_number"]]) for r in family if earlier[r]["pupil_number"] in where]
        if not common or any(earlier[a]["lsoa"] == later[b]["lsoa"] for a, b in common):
            continue
        tally["moved"] += 1
        hits = index[mark]
        homes = {now[b] for _, b in common}
        kind = "none" if not hits else "several" if len(hits) > 1 else "found" if hits[0] in homes else "wrong"
        tally[kind] += 1
        same = len(common) == len(family) and len(homes) == 1 and len(after[min(homes)]) == len(family)
        tally["unchanged"] += same
        tally["foundUnchanged"] += same and kind == "found"
    return dict(tally)


def main():
    folder = sys.argv[1]
    year = sys.argv[2] if len(sys.argv) > 2 else "2016"
    rows = read(f"{folder}/census-{year}.csv")
    truth = {row["pupil_number"]: row["family"] for row in read(f"{folder}/truth/families.csv")}
    result = {}
    for name, fields in [("address", ADDRESS), ("address,surname", ADDRESS + ["surname"])]:
        result[name] = figures(rows, truth, fields)
        if len(sys.argv) > 3:
            later = read(f"{folder}/census-{sys.argv[3]}.csv")
            result[name]["refinding"] = refinding(rows, later, fields)
    json.dump(result, sys.stdout, indent=1)
    print()


main()
