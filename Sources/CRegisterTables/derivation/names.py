"""Writes forenames.csv, heads.csv, surnames.csv, affinities.csv and naming.csv; prints the spectra that follow from them.

    python3 names.py REFERENCE ../tables

REFERENCE holds forenames_ew_top150.csv and forename_spectrum.csv (ONS births by forename, England and Wales, by way of
ukbabynames, CC0) and surnames_uk_top500.csv (sdglinkage, MIT; frequencies provided by the ONS).
"""
import csv
import sys

import numpy
from scipy.optimize import brentq

from name_lists import AFFINITY, CLASS, DROPPED_SURNAMES, GROUPS, HEADS, SURNAME_PARTS

KNOTS = [1997, 1999, 2001, 2003, 2005, 2007, 2009, 2011, 2012, 2021]
# Live births, England and Wales, thousands (boys, girls); 2012 exact (ONS), the others approximate.
BIRTHS = {1997: (329.6, 313.5), 1999: (319.2, 302.7), 2001: (304.6, 290.0), 2003: (318.4, 303.0), 2005: (331.0, 314.8),
          2007: (353.5, 336.5), 2009: (361.9, 344.3), 2011: (370.7, 353.2), 2012: (374.346, 355.328),
          2021: (320.6, 304.2)}
# Published for 2012: births outside the list of names used three times or more. 2021: extrapolated.
RARE = {("M", 2012): 0.069, ("F", 2012): 0.094, ("M", 2021): 0.081, ("F", 2021): 0.108}
# Top 10, top 100 and effective number among listed births where the spectrum file has none: 2012 published (top 10 and
# effective number), 2021 extrapolated.
SPECTRUM = {("M", 2012): (0.0213, 0.157, 0.582, 181), ("F", 2012): (0.0152, 0.128, 0.496, 259),
            ("M", 2021): (0.0165, 0.120, 0.500, 260), ("F", 2021): (0.0135, 0.097, 0.425, 390)}

reference, output = sys.argv[1:3]


def rows(path):
    return list(csv.DictReader(line for line in open(path) if not line.startswith("#")))


weights = dict.fromkeys(GROUPS, 0.0)
for row in rows(f"{output}/origins.csv"):
    weights[row["naming"]] += float(row["share"])
W = numpy.array([weights[group] for group in GROUPS])
W /= W.sum()

births = {}
for row in rows(f"{reference}/forenames_ew_top150.csv"):
    births[row["sex"], int(row["birth_year"]), row["name"]] = int(row["births"])
for row in rows(f"{reference}/forename_spectrum.csv"):
    sex, year = row["sex"], int(row["birth_year"])
    SPECTRUM[sex, year] = tuple(float(row[key]) for key in ("top1", "top10", "top100", "effective_number"))
    RARE[sex, year] = 1 - int(row["births_listed"]) / (BIRTHS[year]["MF".index(sex)] * 1000)


def raw_births(sex, name, year):
    """Births of a name in a year without a list: geometric between the lists and, damped, beyond them."""
    known = []
    for listed in (1999, 2005, 2011):
        floor = min(n for (s, y, _), n in births.items() if (s, y) == (sex, listed))
        known.append(births.get((sex, listed, name), 0.5 * floor))
    logs = numpy.log(known)
    if year <= 1999:
        return numpy.exp(logs[0] + numpy.clip((logs[0] - logs[1]) / 6, -0.1, 0.1) * (1999 - year))
    if year >= 2011:
        return numpy.exp(logs[2] + numpy.clip((logs[2] - logs[1]) / 6, -0.12, 0.12) * 0.6 * (year - 2011))
    return numpy.exp(numpy.interp(year, (1999, 2005, 2011), logs))


def calibrated(sex, year, names, correction=1.0):
    """Shares of listed births: ranks 1-10 and 11-100 raised to powers and scaled, so that the spectrum holds."""
    top1, top10, top100, effective = SPECTRUM[sex, year]
    effective *= correction
    raw = numpy.array([raw_births(sex, name, year) for name in names])
    order = numpy.argsort(-raw, kind="stable")
    sorted_raw = raw[order]
    first = sorted_raw[:10]

    def head(power):
        return first ** power / (first ** power).sum() * top10
    low, high = 0.05, 4.0
    power = brentq(lambda a: head(a)[0] - top1, low, high) if (head(low)[0] - top1) * (head(high)[0] - top1) < 0 else 1
    shares = head(power)

    def rest(power):
        body = sorted_raw[10:100] ** power
        return body / body.sum() * (top100 - top10)

    def whole(power):
        body = rest(power)
        tail = sorted_raw[100:] / sorted_raw[99] * body[-1]
        return numpy.concatenate([shares, body, tail])

    def miss(power):
        return 1 / (whole(power) ** 2).sum() - effective
    power = brentq(miss, 0.6, 1.8) if miss(0.6) * miss(1.8) < 0 else 1
    result = numpy.empty(len(names))
    result[order] = whole(power)
    return result


def zipf(count, offset, quarters):
    """Weights 1 / (rank + offset)^(quarters / 4), rank from 0: square roots only."""
    rank = numpy.arange(count) + offset
    return rank ** (-quarters / 4)


def class_of(sex, name):
    for key, names in CLASS[sex].items():
        if name in names.split():
            return key
    return "english"


# Per group: use of rare names relative to the average; how the mass that is neither listed nationally nor rare falls to
# the group's own head; shape of its middle tail (names, offset, quarters of the exponent); middle names: none, two.
PARAMETERS = {
    #                    rare  head_f head_m middle offset q4  none  two  rare_s head_s middle_s offset_s q4_s
    "british":          (0.80, 0.34, 0.36, 3500, 60, 6, 0.16, 0.12, 0.095, 0.13, 10500, 1000, 6),
    "southAsianMuslim": (1.10, 0.62, 0.66, 1400, 60, 6, 0.62, 0.03, 0.10, 0.76, 900, 60, 6),
    "indian":           (1.30, 0.62, 0.66, 1200, 60, 6, 0.55, 0.04, 0.11, 0.74, 1000, 60, 6),
    "westAfrican":      (2.10, 0.56, 0.58, 1400, 60, 5, 0.22, 0.22, 0.20, 0.64, 1500, 60, 5),
    "arabSomali":       (1.50, 0.64, 0.68, 1000, 60, 6, 0.52, 0.06, 0.13, 0.76, 900, 60, 5),
    "turkishPersian":   (1.50, 0.66, 0.68, 800, 60, 6, 0.74, 0.03, 0.15, 0.64, 900, 60, 5),
    "eastEuropean":     (1.20, 0.66, 0.68, 900, 60, 6, 0.66, 0.03, 0.22, 0.46, 2500, 60, 5),
    "latin":            (1.40, 0.64, 0.66, 800, 60, 6, 0.42, 0.12, 0.14, 0.70, 1200, 60, 5),
    "eastAsian":        (1.60, 0.62, 0.64, 600, 60, 6, 0.55, 0.08, 0.05, 0.90, 200, 40, 6),
    "filipino":         (1.70, 0.64, 0.66, 500, 60, 6, 0.35, 0.20, 0.14, 0.66, 500, 40, 5),
}
HYPHENATED = 0.015  # of British families
# Rare names: bands of (part of the rare mass, names per group at an equal share of births, names of the largest group).
RARE_BANDS = {"F": [(0.62, 60000), (0.38, 700000)], "M": [(0.62, 45000), (0.38, 500000)],
              "S": [(0.45, 28000), (0.40, 260000), (0.15, 1000000)]}
MIDDLE = {"F": (2.8, 4.0), "M": (2.0, 3.0)}
HEAD_SHAPES = {"british": (40, 4), "southAsianMuslim": (30, 4), "westAfrican": (20, 4), "indian": (14, 4),
               "eastEuropean": (14, 4)}
SURNAME_HEAD_SHAPES = {"british": (400, 4), "southAsianMuslim": (22, 4)}  # offset, quarters


def bands(kind, group):
    factor = PARAMETERS[group][0 if kind != "S" else 8]
    mean = sum(PARAMETERS[g][0 if kind != "S" else 8] * weights[g] for g in GROUPS)
    return [(part, max(200, int(round(size * weights[group] * factor / mean, -2)))) for part, size in RARE_BANDS[kind]]


national = {}
for sex in "FM":
    names = sorted({n for (s, _, n) in births if s == sex})
    national[sex] = names, {year: calibrated(sex, year, names) * (1 - RARE[sex, year]) for year in KNOTS}


def poisson_rare(p, n):
    """The expected share of births with a name that fewer than three of n births have."""
    return p * numpy.exp(-n * p) * (1 + n * p)


def forename_model(sex, year, rare_rate):
    """National probabilities: listed, and the anonymous rest as (probability, how many names)."""
    names, shares = national[sex]
    p = shares[year]
    affinity = numpy.array([AFFINITY[class_of(sex, name)] for name in names])
    by_group = p[:, None] * affinity / (affinity @ W)[:, None]
    listed = by_group.sum(0)
    index = {name: i for i, name in enumerate(names)}
    total = p.copy()
    rest = []
    extra = {}
    for g, group in enumerate(GROUPS):
        rare = rare_rate * PARAMETERS[group][0] / sum(PARAMETERS[x][0] * weights[x] for x in GROUPS)
        left = 1 - listed[g] - rare
        assert left > 0.02, (sex, year, group, listed[g], rare)
        head = [n for n in dict.fromkeys(HEADS[sex, group].split()) if n not in index]
        part = PARAMETERS[group][1 if sex == "F" else 2]
        shape = zipf(len(head), *head_shape(group))
        for name, share in zip(head, shape / shape.sum() * left * part * W[g]):
            extra[name] = extra.get(name, 0) + share
        shape = zipf(int(PARAMETERS[group][3] * MIDDLE[sex][0]), PARAMETERS[group][4] * MIDDLE[sex][1], PARAMETERS[group][5])
        rest += [(x, 1) for x in shape / shape.sum() * left * (1 - part) * W[g]]
        rest += [(W[g] * rare * fraction / size, size) for fraction, size in bands(sex, group)]
    p = numpy.concatenate([total, list(extra.values()), [x for x, _ in rest]])
    count = numpy.concatenate([numpy.ones(len(total) + len(extra)), [c for _, c in rest]])
    return p, count, listed


def head_shape(group):
    return HEAD_SHAPES.get(group, (8, 4))


def surname_head_shape(group):
    return SURNAME_HEAD_SHAPES.get(group, (12, 4))


def expand(p, count, top):
    order = numpy.argsort(-p)
    values, counts = p[order], count[order]
    cumulative = numpy.cumsum(counts)
    i = numpy.searchsorted(cumulative, top)
    before = cumulative[i - 1] if i else 0
    return (values[:i] * counts[:i]).sum() + values[i] * (top - before)


rare_rates = {}
corrections = dict.fromkeys(SPECTRUM, 1.0)
print("sex year  rare: goal model | top1 top10 top100 top1000 goal/model | effective goal model | names>=3")
for sex in "FM":
    published1000 = {(r["sex"], int(r["birth_year"])): (float(r["top1000"]), int(r["names_with_3_or_more"]))
                     for r in rows(f"{reference}/forename_spectrum.csv")}
    for year in KNOTS:
        n = BIRTHS[year]["MF".index(sex)] * 1000
        goal = RARE[sex, year]

        def model_rare(rate):
            p, count, _ = forename_model(sex, year, rate)
            return (poisson_rare(p, n) * count).sum()
        for _ in range(3):
            rate = 0.9 * goal
            p, count, _ = forename_model(sex, year, rate)
            corrections[sex, year] *= SPECTRUM[sex, year][3] * (p ** 2 * count).sum() / (1 - goal) ** 2
            names, shares = national[sex]
            shares[year] = calibrated(sex, year, names, corrections[sex, year]) * (1 - goal)
        rate = brentq(lambda r: model_rare(r) - goal, 0.002, goal * 0.72)
        rare_rates[sex, year] = rate
        p, count, listed = forename_model(sex, year, rate)
        assert abs((p * count).sum() - 1) < 1e-9
        mean = n * p
        at_least_3 = 1 - numpy.exp(-mean) * (1 + mean + mean ** 2 / 2)
        squares = (p ** 2 * count).sum()
        tops = [expand(p, count, t) / (1 - goal) for t in (1, 10, 100, 1000)]
        day = (p * count * numpy.exp(-p * 947)).sum()
        print(sex, year, f"{goal:.4f} {rate:.4f} | {tops[0]:.4f} {SPECTRUM[sex, year][0]:.4f}  {tops[1]:.4f} {SPECTRUM[sex, year][1]:.4f}"
              f"  {tops[2]:.4f} {SPECTRUM[sex, year][2]:.4f}  {tops[3]:.4f} {published1000.get((sex, year), (0,))[0]:.4f} | "
              f"{(1 - goal) ** 2 / squares:.1f} {SPECTRUM[sex, year][3]:.1f} | {(at_least_3 * count).sum():.0f} "
              f"{published1000.get((sex, year), (0, 0))[1]} | day {day:.3f} | " + " ".join(f"{x:.2f}" for x in listed))


# Surnames: the listed ones keep their national share; each group's own fill what is left.
def written(name):
    if name.startswith("mc"):
        return "Mc" + name[2:].capitalize()
    if name in ("oneill", "obrien", "oconnor"):
        return "O'" + name[1:].capitalize()
    return {"mackenzie": "Mackenzie"}.get(name, name.capitalize())


surnames = {}
for row in rows(f"{reference}/surnames_uk_top500.csv"):
    if row["surname"] not in DROPPED_SURNAMES:
        name = written(row["surname"])
        surnames[name] = surnames.get(name, 0) + float(row["share"])


def parts(name):
    words = SURNAME_PARTS.get(name, "british 100").split()
    return {group: int(percent) / 100 for group, percent in zip(words[::2], words[1::2])}


listed = dict.fromkeys(GROUPS, 0.0)
own = {}
for name, share in surnames.items():
    assert abs(sum(parts(name).values()) - 1) < 1e-9, name
    for group, part in parts(name).items():
        listed[group] += share * part / weights[group]
        own.setdefault(group, {})[name] = share * part / weights[group]
surname_model = {}
for group in GROUPS:
    rare = PARAMETERS[group][8]
    pairs = HYPHENATED if group == "british" else 0
    left = 1 - listed[group] - rare - pairs
    assert left > 0.05, (group, listed[group], left)
    head = [n for n in dict.fromkeys(HEADS["S", group].split()) if n not in surnames]
    shape = zipf(len(head), *surname_head_shape(group))
    for name, share in zip(head, shape / shape.sum() * left * PARAMETERS[group][9]):
        own.setdefault(group, {})[name] = share
    shape = zipf(PARAMETERS[group][10], PARAMETERS[group][11], PARAMETERS[group][12])
    surname_model[group] = (own[group], shape / shape.sum() * left * (1 - PARAMETERS[group][9]),
                            [(rare * part, size) for part, size in bands("S", group)], pairs)
    print(group, f"listed {listed[group]:.3f} rare {rare} left {left:.3f}", [size for _, size in bands("S", group)])
total = {}
anonymous = []
for group in GROUPS:
    known, middle, rest, pairs = surname_model[group]
    for name, share in known.items():
        total[name] = total.get(name, 0) + share * weights[group]
    anonymous += [(x * weights[group], 1) for x in middle] + [(m * weights[group] / s, s) for m, s in rest]
british = numpy.array([x for x in surname_model["british"][0].values()])
british /= british.sum()
pair_p = numpy.outer(british, british).ravel() * HYPHENATED * weights["british"]
p = numpy.concatenate([list(total.values()), [x for x, _ in anonymous], pair_p])
count = numpy.concatenate([numpy.ones(len(total)), [c for _, c in anonymous], numpy.ones(len(pair_p))])
rare_total = sum(m * weights[g] for g in GROUPS for m, _ in surname_model[g][2])
print("surnames", (p * count).sum(), "tops", [round(float(expand(p, count, t)), 4) for t in (10, 100, 500, 1000, 8432, 32457)],
      "effective", 1 / (p ** 2 * count).sum(), "sum p2", (p ** 2 * count).sum(), "rare", rare_total,
      "day", (p * count * numpy.exp(-947 * p)).sum(), "median head", sorted(total.items(), key=lambda x: -x[1])[:12])


def write(name, comments, header, lines):
    with open(f"{output}/{name}.csv", "w") as file:
        file.writelines(f"# {comment}\n" for comment in comments)
        file.write(header + "\n")
        file.writelines(line + "\n" for line in lines)


write("forenames", [
    "Forenames that birth statistics list: births per million of the sex, by birth year; other years are interpolated.",
    "Source: ONS baby names, England and Wales (Open Government Licence v3), by way of ukbabynames (CC0): lists of 1999, 2005",
    "and 2011, calibrated to the published spectrum of 1997 to 2012. 2021 is extrapolated: an assumption.",
    "class: how naming groups use the name, see affinities.csv."],
    "sex,name,class," + ",".join(map(str, KNOTS)),
    [f"{sex},{name},{class_of(sex, name)}," + ",".join(str(round(national[sex][1][year][i] * 1e6)) for year in KNOTS)
     for sex in "FM" for i, name in enumerate(national[sex][0])])
write("affinities", [
    "How much naming groups use a class of forenames, relative to each other.",
    "Source: assumption. The national frequency of every name holds whatever the numbers here."],
    "class," + ",".join(GROUPS), [f"{key}," + ",".join(f"{x:g}" for x in values) for key, values in AFFINITY.items()])
write("rare_forenames", [
    "Share of births with a name of the rare tail, by sex and birth year; other years are interpolated.",
    "Source: fitted, so that names used fewer than three times in a national birth cohort are the published share of births",
    "(ONS, by way of ukbabynames: 6.9 % of boys, 9.4 % of girls in 2012; other years from births listed and live births)."],
    "sex,year,share", [f"{sex},{year},{rare_rates[sex, year]:.5f}" for sex in "FM" for year in KNOTS])
write("heads", [
    "Names in use by naming group beyond the nationally listed ones, most frequent first. F, M: forenames; S: surnames.",
    "Source: popular-names-by-country-dataset (CC0), romanised, accents dropped; for groups and countries that it lacks,",
    "names of general knowledge, their order an assumption."],
    "kind,group,names",
    [f"{kind},{group},{' '.join(n for n in dict.fromkeys(HEADS[kind, group].split()) if n not in listed_names)}"
     for kind in "FMS" for listed_names in [set(surnames) if kind == "S" else set(national[kind][0])] for group in GROUPS])
write("surnames", [
    "Surnames that are common nationally: bearers per million, and the parts of them by naming group in per cent.",
    "Source: sdglinkage (MIT), frequencies provided by the ONS; parts by group are assumptions.",
    "Where no part is given, all are British."],
    "name,per_million,parts",
    [f"{name},{round(share * 1e6)},{SURNAME_PARTS.get(name, 'british 100')}" for name, share in surnames.items()])


def naming_row(kind, group):
    values = PARAMETERS[group]
    if kind == "S":
        rare, head, middle, quarters = values[8], values[9], values[10:12], values[12]
        shape = surname_head_shape(group)
    else:
        rare = values[0] / sum(PARAMETERS[x][0] * weights[x] for x in GROUPS)
        head, quarters, shape = values[1 if kind == "F" else 2], values[5], head_shape(group)
        middle = int(values[3] * MIDDLE[kind][0]), values[4] * MIDDLE[kind][1]
    sizes = bands(kind, group)
    sizes += [(0, 0)] * (3 - len(sizes))
    hyphenated = HYPHENATED if kind == "S" and group == "british" else 0
    return (f"{kind},{group},{rare:.5f},{hyphenated},{head},{shape[0]:g},{shape[1]},{middle[0]},{middle[1]:g},{quarters},"
            + ",".join(f"{part},{size}" for part, size in sizes))


write("naming", [
    "How the names of a group that are not listed nationally are spread. rare: share of the rare tail (S), or use of it relative",
    "to the average (F, M). hyphenated: share of double surnames. head: part of what is left that the names of heads.csv have;",
    "generated names have the rest. Frequencies fall with 1 / (rank + offset)^(quarters / 4). band: part of the rare tail, and",
    "over how many generated names it is spread evenly.",
    "Source: fitted together to the spectra of forenames.csv, rare_forenames.csv and, for surnames, to the frequencies of",
    "sdglinkage (MIT) and a tail of several hundred thousand surnames (AHRC); the split by group is an assumption."],
    "kind,group,rare,hyphenated,head,head_offset,head_quarters,middle_names,middle_offset,middle_quarters,"
    "band1,band1_names,band2,band2_names,band3,band3_names",
    [naming_row(kind, group) for kind in "FMS" for group in GROUPS])
write("middle_names", [
    "Share of pupils with no middle name and with two, by naming group; the others have one.",
    "Source: assumption."],
    "group,none,two", [f"{group},{PARAMETERS[group][6]},{PARAMETERS[group][7]}" for group in GROUPS])
