"""Writes excluded_names.csv: generated names that spell a listed one; checks that all generated names differ.

    python3 exclusions.py ../tables
"""
import csv
import sys

tables = sys.argv[1]


def rows(name):
    return list(csv.DictReader(line for line in open(f"{tables}/{name}.csv") if not line.startswith("#")))


naming = rows("naming")
groups = list(dict.fromkeys(row["group"] for row in naming))
pieces = {(row["part"], row["kind"], row["group"]): row["pieces"].split() for row in rows("syllables")}
listed = {kind: set() for kind in "FMS"}
for row in rows("forenames"):
    listed[row["sex"]].add(row["name"].lower())
for row in rows("surnames"):
    listed["S"].add(row["name"].lower())
for row in rows("heads"):
    listed[row["kind"]] |= set(row["names"].lower().split())


def scrambled(number, bits):
    """The permutation of NamePieces.swift."""
    mask = (1 << bits) - 1
    mixed = number * 0x9e3779b1 & mask
    mixed ^= mixed >> bits // 2
    mixed = mixed * 0x85ebca6b & mask
    return mixed ^ mixed >> bits // 2


excluded = []
for kind in "FMS":
    seen = set()
    count = 0
    for row in naming:
        if row["kind"] != kind:
            continue
        group = row["group"]
        model = "FMS".index(kind) * len(groups) + groups.index(group)
        onset, vowel, medial = (pieces[part, "-", group] for part in ("onset", "vowel", "medial"))
        ending = pieces["ending", kind, group]
        middle = int(row["middle_names"])
        bits = [(len(part) - 1).bit_length() for part in (onset, vowel, medial)]
        short_bits, long_bits = bits[0] + bits[1] + 5, bits[0] + bits[1] + bits[2] + bits[1] + 5
        numbers = [(True, rank) if rank % 2 == 1 or rank // 2 >= 1 << short_bits else (False, rank // 2)
                   for rank in range(middle)]
        rare = sum(int(row[f"band{band}_names"]) for band in (1, 2, 3))
        assert middle + rare <= 1 << long_bits, (kind, group)
        numbers += [(True, middle + number) for number in range(rare)]
        for long, number in numbers:
            choice = scrambled(number, long_bits if long else short_bits)
            name = ""
            for part in (onset, vowel, medial, vowel, ending) if long else (onset, vowel, ending):
                name += part[choice & len(part) - 1]
                choice >>= (len(part) - 1).bit_length()
            seen.add(name)
            count += 1
            if name in listed[kind]:
                excluded.append(1 << 31 | model << 26 | long << 25 | number)
    assert len(seen) == count, (kind, count - len(seen))
    print(kind, count, "names, all different", file=sys.stderr)
with open(f"{tables}/excluded_names.csv", "w") as file:
    file.write("# Codes of generated names that are never drawn, because they spell a listed name of their kind.\n"
               "# Source: derivation/exclusions.py, from the other tables.\ncode\n")
    file.writelines(f"{code}\n" for code in sorted(excluded))
