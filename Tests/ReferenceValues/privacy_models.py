#!/usr/bin/env python3
"""Writes privacy_models.json: levels of attribute disclosure of random classes, computed apart from the package.

t-closeness is solved as the transport problem that defines it (scipy.optimize.linprog, HiGHS) over the matrix of distances
between values; Grassberger's G(n) comes from its definition by digamma functions (mpmath, 40 digits); the thresholds of the
estimated k-map from scipy's Poisson quantiles. Run again with the same seed to get the same file:
python3 privacy_models.py > privacy_models.json (needs numpy, scipy and mpmath).
"""
import json
import math
import platform
import random

import mpmath
import numpy
import scipy
from scipy.optimize import linprog
from scipy.stats import poisson

SEED = 20261124
mpmath.mp.dps = 40


def transport(q, p, distance):
    """The least cost of turning q into p."""
    m = len(p)
    sources = numpy.zeros((m, m * m))
    targets = numpy.zeros((m, m * m))
    for i in range(m):
        sources[i, i * m:(i + 1) * m] = 1
        targets[i, i::m] = 1
    result = linprog(
        numpy.array(distance).reshape(-1), A_eq=numpy.vstack([sources, targets])[:-1], b_eq=numpy.concatenate([q, p])[:-1],
        bounds=(0, None), method="highs")
    assert result.status == 0
    return result.fun


def grassberger(n):
    n = mpmath.mpf(int(n))
    return mpmath.digamma(n) + (-1) ** int(n) * (mpmath.digamma((n + 1) / 2) - mpmath.digamma(n / 2)) / 2


def levels(classes, paths):
    """classes: counts of each value, class by class; paths: the groups of each value, from its own up to the root."""
    m = len(paths)
    totals = numpy.sum(classes, axis=0)
    p = totals / totals.sum()
    height = len(paths[0])
    ordered = [[abs(i - j) / max(m - 1, 1) for j in range(m)] for i in range(m)]
    equal = [[float(i != j) for j in range(m)] for i in range(m)]
    tree = [
        [0.0 if i == j else (next(level for level in range(height) if paths[i][level] == paths[j][level]) + 1) / height
         for j in range(m)] for i in range(m)]
    each = []
    for counts in classes:
        counts = numpy.array(counts)
        q = counts / counts.sum()
        present = counts[counts > 0]
        gain = (q - p) / p
        entropy = -sum(mpmath.mpf(int(c)) / int(counts.sum()) * mpmath.log(mpmath.mpf(int(c)) / int(counts.sum())) for c in present)
        g = grassberger(counts.sum()) - sum(int(c) * grassberger(c) for c in present) / int(counts.sum())
        descending = sorted(present.tolist(), reverse=True)
        each.append({
            "distinct": len(present), "shannon": float(mpmath.exp(entropy)), "grassberger": float(mpmath.exp(g)),
            "recursive": [descending[0] / sum(descending[l - 1:]) if len(present) >= l else None for l in range(2, 6)],
            "alpha": descending[0] / int(counts.sum()),
            "equal": transport(q, p, equal), "ordered": transport(q, p, ordered), "hierarchical": transport(q, p, tree),
            "delta": max(abs(math.log(q[i] / p[i])) for i in range(m) if q[i] > 0),
            "beta": max(0.0, gain.max()), "exceeds": bool(any(gain[i] > 0 and gain[i] > -math.log(p[i]) for i in range(m)))})
    worst = {
        key: (min if key in ("distinct", "shannon", "grassberger") else max)(level[key] for level in each)
        for key in each[0] if key not in ("recursive", "exceeds")}
    worst["recursive"] = [
        None if any(level["recursive"][l] is None for level in each) else max(level["recursive"][l] for level in each)
        for l in range(4)]
    worst["enhancedMet"] = not any(level["exceeds"] for level in each)
    worst["enhancedBound"] = float(min(worst["beta"], -math.log(p.min())))
    return worst


def case(source):
    m = source.randint(1, 9)
    height = source.randint(1, 3)
    groups = [[0] * m]
    for level in range(height - 1):
        groups.insert(0, [source.randint(0, 3) for _ in range(m)])
    # Groups of one level belong to one group of the next: a path of the group at the higher levels is part of its name.
    paths = [["/".join(str(groups[l][i]) for l in range(level, height)) for level in range(height)] for i in range(m)]
    scale = source.choice([1, 3, 40])
    classes = [[source.choice([0, 1, source.randint(0, scale)]) for _ in range(m)] for _ in range(source.randint(1, 6))]
    classes = [counts for counts in classes if sum(counts)] or [[1] * m]
    used = [i for i in range(m) if any(counts[i] for counts in classes)]
    classes = [[counts[i] for i in used] for counts in classes]
    paths = [paths[i] for i in used]
    return {"classes": classes, "paths": paths, "levels": levels(classes, paths)}


def thresholds():
    rows = []
    for k in [1, 2, 3, 5, 10, 20, 50, 100, 1000, 20000]:
        for fraction in [0.001, 0.01, 0.05, 0.1, 0.5, 1.0]:
            for significance in [0.05, 0.01, 0.001]:
                mean = k * fraction
                n = 10 ** 6
                plain = int(poisson.ppf(1 - significance, mean)) + 2
                c = 1
                while (poisson.cdf(c, mean) - poisson.cdf(0, mean)) / -math.expm1(-mean) < 1 - significance:
                    c += 1
                rows.append({
                    "k": k, "fraction": fraction, "significance": significance, "poisson": min(k, n, plain),
                    "zeroTruncated": min(k, n, c + 1)})
    return rows


def main():
    source = random.Random(SEED)
    about = {
        "generator": "privacy_models.py", "seed": SEED, "python": platform.python_version(), "scipy": scipy.__version__,
        "numpy": numpy.__version__, "mpmath": mpmath.__version__}
    cases = ",\n".join(json.dumps(case(source), separators=(",", ":")) for _ in range(120))
    rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in thresholds())
    print(json.dumps(about)[:-1] + ',\n"cases":[\n' + cases + '],\n"thresholds":[\n' + rows + "]}")


main()
