"""Reference values of the population estimators from class sizes, by direct formulas with mpmath (40 digits) and scipy.

Run in this folder: `python3 estimators.py > estimators.json`. Made with mpmath 1.3.0 and scipy 1.17.1.
Regenerate only to add cases; never to agree with the program.
"""

import json

import mpmath
import scipy
from mpmath import mp, mpf
from scipy.optimize import minimize

mp.dps = 40
HISTOGRAMS = [
    {"sizes": {1: 60, 2: 25, 3: 12, 4: 6, 5: 3, 8: 2, 13: 1}, "population": 4000},
    {"sizes": {1: 300, 2: 80, 3: 31, 4: 19, 5: 9, 6: 7, 10: 4, 21: 2, 55: 1}, "population": 3000},
    {"sizes": {1: 40, 2: 40, 3: 35, 4: 20, 5: 10, 7: 4}, "population": 1600},
]


def hypergeometric(total, marked, drawn):
    return mpmath.binomial(marked, 1) * mpmath.binomial(total - marked, drawn - 1) / mpmath.binomial(total, drawn)


def zayatz(sizes, n, total):
    u = sum(sizes.values())
    once = mpf(sizes[1]) / u * hypergeometric(total, 1, n)
    probability = once / sum(mpf(m) / u * hypergeometric(total, i, n) for i, m in sizes.items())
    return sizes[1] * probability * total / n


def pitman(sizes, n):
    """Maximises the Ewens-Pitman likelihood, whose equations are solved with direct sums."""
    u = sum(sizes.values())

    def equations(theta, alpha):
        first = sum(1 / (theta + i * alpha) for i in range(1, u)) - sum(1 / (theta + i) for i in range(1, n))
        second = sum(i / (theta + i * alpha) for i in range(1, u)) - sum(
            m * sum(1 / (j - alpha) for j in range(1, i)) for i, m in sizes.items()
        )
        return first, second

    for start in [(u / 2, 0.3), (u / 10, 0.6), (u, 0.1), (5 * u, 0.05), (2 * u, 0.3), (u / 4, 0.5)]:
        try:
            theta, alpha = mpmath.findroot(equations, tuple(map(mpf, start)), tol=1e-25, maxsteps=60)
        except (ValueError, ZeroDivisionError):
            continue
        if 0 <= alpha < 1 and theta > -alpha:
            return theta, alpha
    # No maximum within the domain: the likelihood falls from alpha = 0 on.
    return mpmath.findroot(lambda theta: equations(theta, mpf(0))[0], mpf(u)), mpf(0)


def uniqueness(theta, alpha, total):
    return mpmath.exp(
        mpmath.loggamma(theta + 1)
        - mpmath.loggamma(theta + alpha)
        + mpmath.loggamma(total + theta + alpha - 1)
        - mpmath.loggamma(total + theta)
    )


def shlosser(sizes, fraction):
    f = mpf(fraction)
    u = sum(sizes.values())
    a = sum(i * f**2 * (1 - f**2) ** (i - 1) * m for i, m in sizes.items())
    b = sum((1 - f) ** i * ((1 + f) ** i - 1) * m for i, m in sizes.items())
    c = sum((1 - f) ** i * m for i, m in sizes.items())
    d = sum(i * f * (1 - f) ** (i - 1) * m for i, m in sizes.items())
    return u + sizes[1] * a / b * (c / d) ** 2


def slide(sizes, fraction):
    """Maximises the likelihood of the slide negative binomial by scipy, from several starts."""
    import math

    def loss(point):
        alpha, beta = math.exp(point[0]), 1 / (1 + math.exp(-point[1]))
        d = (1 - fraction) * (1 - beta)
        p = beta / (1 - d)

        def b(x):
            if x < 0:
                return 0
            return math.exp(
                math.lgamma(x + alpha) - math.lgamma(alpha) - math.lgamma(x + 1)
                + alpha * math.log(p) + x * math.log1p(-p)
            )

        seen = 1 - (1 - fraction) * b(0)
        return -sum(
            m * math.log(((1 - fraction) * b(i) + fraction * b(i - 1)) / seen) for i, m in sizes.items()
        )

    best = min(
        (
            minimize(loss, start, method="Nelder-Mead", options={"xatol": 1e-11, "fatol": 1e-13, "maxiter": 10000})
            for start in [(0, -1), (-2, -3), (1, 0), (-1, 1)]
        ),
        key=lambda r: r.fun,
    )
    alpha, beta = math.exp(best.x[0]), 1 / (1 + math.exp(-best.x[1]))
    d = (1 - fraction) * (1 - beta)
    missed = (1 - fraction) * (beta / (1 - d)) ** alpha
    classes = sum(sizes.values()) / (1 - missed)
    return alpha, beta, classes, classes * beta**alpha


cases = []
for histogram in HISTOGRAMS:
    sizes, total = histogram["sizes"], histogram["population"]
    n = sum(i * m for i, m in sizes.items())
    fraction = n / total
    case = {"sizes": {str(i): m for i, m in sizes.items()}, "population": total}
    case["zayatz"] = float(zayatz(sizes, n, total))
    theta, alpha = pitman(sizes, n)
    case["pitman"] = {
        "theta": float(theta), "alpha": float(alpha), "uniques": float(total * uniqueness(theta, alpha, total))
    }
    case["shlosserClasses"] = float(shlosser(sizes, fraction))
    alpha, beta, classes, uniques = slide(sizes, fraction)
    case["slide"] = {"alpha": alpha, "beta": beta, "classes": classes, "uniques": uniques}
    f = mpf(n) / total
    case["theta"] = float(f * sizes[1] / (f * sizes[1] + 2 * sizes[2] * (1 - f)))
    cases.append(case)
versions = f"mpmath {mpmath.__version__}, scipy {scipy.__version__}"
print(json.dumps({"generator": f"estimators.py, {versions}", "cases": cases}, indent=1))
