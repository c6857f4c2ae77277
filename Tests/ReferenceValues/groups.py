#!/usr/bin/env python3
"""Writes groups.json: risk by group with intervals, and adjusted odds ratios, of a small made-up file.

Means by group, Wilson intervals with the effective number of records and ratios to the whole: numpy, from the formulas of survey
sampling over clusters. Odds ratios: statsmodels, a binomial GLM with scores clustered by class and the correction C/(C-1).
python3 groups.py > groups.json
"""
import json
import platform

import numpy as np
import statsmodels
import statsmodels.api as sm

generator = np.random.default_rng(7)
records = 500
ethnicity = generator.choice(4, records, p=[0.4, 0.3, 0.18, 0.12])
meals = (generator.random(records) < 0.15 + 0.1 * ethnicity).astype(int)
school = generator.choice(6, records, p=[0.3, 0.2, 0.16, 0.14, 0.12, 0.08])
year = generator.choice(9, records)
keys = [f"{e}.{s}.{y}" for e, s, y in zip(ethnicity, school, year)]
names = {key: number for number, key in enumerate(dict.fromkeys(keys))}
cluster = np.array([names[key] for key in keys])
sizes = np.bincount(cluster)
f = sizes[cluster]
threshold = 0.35
outcomes = {"risk": 1 / f, "atRisk": (1 / f > threshold).astype(float), "unique": (f == 1).astype(float)}
z = 1.959963984540054


def totals(values):
    return np.bincount(cluster, values, minlength=len(sizes))


def linear(inside, y):
    """The mean of y over the records inside and its linearised value of each cluster."""
    n = inside.sum()
    mean = y[inside].sum() / n
    scores = totals(inside * (y - mean)) / n
    return mean, scores, len(np.unique(cluster[inside]))


def wilson(mean, variance, clusters):
    n = mean * (1 - mean) / variance if variance > 1e-24 and 0 < mean < 1 else clusters
    centre = (mean * n + z * z / 2) / (n + z * z)
    half = z / (n + z * z) * np.sqrt(n * mean * (1 - mean) + z * z / 4)
    return [max(0, centre - half), min(1, centre + half)]


def figures(inside, y):
    everyone = np.ones(records, bool)
    mean, scores, clusters = linear(inside, y)
    whole, whole_scores, whole_clusters = linear(everyone, y)
    c, c_whole = clusters / (clusters - 1), whole_clusters / (whole_clusters - 1)
    variance = c * (scores ** 2).sum()
    answer = {"value": mean, "interval": wilson(mean, variance, clusters), "ratio": mean / whole}
    if mean > 0:
        spread = (variance / mean ** 2 + c_whole * (whole_scores ** 2).sum() / whole ** 2
                  - 2 * np.sqrt(c * c_whole) * (scores * whole_scores).sum() / (mean * whole))
        factor = np.exp(z * np.sqrt(max(spread, 0)))
        answer["ratioInterval"] = [mean / whole / factor, mean / whole * factor]
    return answer


def dummies(values):
    counts = np.bincount(values)
    reference = counts.argmax()
    return [level for level in range(len(counts)) if level != reference]


columns = [(name, values, level) for name, values in [("ethnicity", ethnicity), ("meals", meals), ("school", school)]
           for level in dummies(values)]
design = sm.add_constant(np.column_stack([(values == level).astype(float) for _, values, level in columns]))
adjusted = {}
for outcome in ["unique", "atRisk"]:
    y = outcomes[outcome]
    fit = sm.GLM(y, design, family=sm.families.Binomial()).fit(
        tol=1e-13, maxiter=100, cov_type="cluster", cov_kwds={"groups": cluster, "use_correction": False})
    clusters = len(sizes)
    errors = fit.bse * np.sqrt(clusters / (clusters - 1))
    adjusted[outcome] = {
        "deviance": fit.deviance,
        "levels": [{"field": name, "level": str(level), "oddsRatio": float(np.exp(fit.params[i + 1])),
                    "lower": float(np.exp(fit.params[i + 1] - z * errors[i + 1])),
                    "upper": float(np.exp(fit.params[i + 1] + z * errors[i + 1]))}
                   for i, (name, _, level) in enumerate(columns)]}

answer = {
    "generator": "groups.py", "python": platform.python_version(), "numpy": np.__version__,
    "statsmodels": statsmodels.__version__, "threshold": threshold,
    "ethnicity": ethnicity.tolist(), "meals": meals.tolist(), "school": school.tolist(), "year": year.tolist(),
    "groups": [[figures(ethnicity == group, y) for y in outcomes.values()] for group in range(4)],
    "whole": [figures(np.ones(records, bool), y)["value"] for y in outcomes.values()],
    "adjusted": adjusted}
print(json.dumps(answer, default=float).replace('], "', '],\n"').replace('}, {', '},\n{'))
