"""Reference values of the special functions, with 50 digits by mpmath and rounded to doubles.

Run in this folder: `python3 special_functions.py > special_functions.json`. Made with mpmath 1.3.0.
Regenerate only to add points; never to agree with the program.
"""

import json

import mpmath
from mpmath import mp, mpf

mp.dps = 50


def number(value):
    return float(value)


def rows(function, points):
    return [{"arguments": list(point), "value": number(function(*[mpf(x) for x in point]))} for point in points]


def incomplete_beta(x, a, b):
    return mpmath.betainc(a, b, 0, x, regularized=True)


def choose(n, k):
    return mpmath.binomial(int(n), int(k))


arguments = [1e-8, 0.001, 0.1, 0.5, 0.9, 1.0, 1.4616321449683622, 2.0, 2.5, 10.0, 33.3, 1000.0, 1e6, 1e9]
result = {
    "generator": "special_functions.py, mpmath " + mpmath.__version__,
    "logGamma": rows(mpmath.loggamma, [(x,) for x in arguments]),
    "digamma": rows(mpmath.digamma, [(x,) for x in arguments]),
    "trigamma": rows(lambda x: mpmath.polygamma(1, x), [(x,) for x in arguments]),
    "gammaRatio": rows(
        lambda x, d: mpmath.exp(mpmath.loggamma(x) - mpmath.loggamma(x + d)),
        [(1e-3, 0.5), (0.7, 0.3), (5.0, -0.25), (100.0, 2.0), (12345.0, -0.5), (1e6, 0.3), (1e9, -0.7), (9e9, 1.5)],
    ),
    "lowerGamma": rows(
        lambda a, x: mpmath.gammainc(a, 0, x, regularized=True),
        [(0.1, 0.01), (0.5, 1.0), (1.0, 2.0), (5.0, 3.0), (100.0, 90.0), (1000.0, 1050.0), (1e5, 99900.0)],
    ),
    "upperGamma": rows(
        lambda a, x: mpmath.gammainc(a, x, mpmath.inf, regularized=True),
        [(0.1, 0.01), (0.5, 1.0), (1.0, 40.0), (5.0, 30.0), (100.0, 150.0), (1000.0, 1050.0)],
    ),
    "incompleteBeta": rows(
        incomplete_beta,
        [(0.3, 0.5, 0.5), (0.1, 2.0, 5.0), (0.9, 2.0, 5.0), (0.01, 0.1, 20.0), (0.5, 100.0, 101.0), (0.2, 30.0, 100.0)],
    ),
    "incompleteBetaComplement": rows(
        lambda x, a, b: 1 - incomplete_beta(x, a, b),
        [(0.3, 0.5, 0.5), (0.9, 2.0, 5.0), (0.99, 2.0, 8.0), (0.5, 100.0, 101.0)],
    ),
    "normalCumulative": rows(mpmath.ncdf, [(x,) for x in [-30.0, -8.0, -3.0, -1.0, 0.0, 0.5, 2.0, 6.0]]),
    "normalQuantile": rows(
        lambda p: -mpmath.sqrt(2) * mpmath.erfinv(1 - 2 * p),
        [(x,) for x in [1e-12, 0.001, 0.025, 0.3, 0.75, 0.975, 0.999]],
    ),
    "hypergeometric": rows(
        lambda total, marked, drawn, x: choose(marked, x) * choose(total - marked, drawn - x) / choose(total, drawn),
        [(10, 4, 3, 0), (10, 4, 3, 2), (100, 7, 20, 1), (5000, 12, 250, 3), (100000, 40, 5000, 1)],
    ),
    "negativeBinomial": rows(
        lambda r, p, x: mpmath.gamma(x + r) / mpmath.gamma(r) / mpmath.factorial(x) * p**r * (1 - p) ** x,
        [(0.5, 0.2, 0), (0.5, 0.2, 1), (0.5, 0.2, 30), (2.0, 0.5, 3), (12.5, 0.9, 2), (0.01, 0.001, 5000)],
    ),
    "negativeBinomialCumulative": rows(
        lambda r, p, x: incomplete_beta(p, r, x + 1),
        [(0.5, 0.2, 0), (0.5, 0.2, 3), (2.0, 0.5, 3), (12.5, 0.9, 2)],
    ),
}
print(json.dumps(result, indent=1))
