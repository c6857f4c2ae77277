#!/usr/bin/env python3
"""Writes individual_risk.json: Benedetti and Franconi's risk of a record, by the hypergeometric function with 50 digits.

r = (p^f / f) 2F1(f, f; f+1; q), p = f/F, q = 1 - p (mpmath). python3 individual_risk.py > individual_risk.json
"""
import json
import platform

import mpmath

mpmath.mp.dps = 50


def risk(f, F):
    f, F = mpmath.mpf(f), mpmath.mpf(F)
    p = f / F
    return float(p ** f / f * mpmath.hyp2f1(f, f, f + 1, 1 - p))


sizes = ["1", "2", "3", "4", "7", "10", "11", "25", "100", "1000", "1.5", "1.01", "2.25", "9.5", "40.75"]
ratios = ["1.0001", "1.1", "1.9", "2", "2.1", "3", "10", "71.5", "1000", "100000", "3000000"]
values = [
    {"size": float(f), "weight": float(mpmath.mpf(f) * mpmath.mpf(ratio)),
     "risk": risk(f, float(mpmath.mpf(f) * mpmath.mpf(ratio)))} for f in sizes for ratio in ratios]
print(json.dumps({"generator": "individual_risk.py", "python": platform.python_version(), "mpmath": mpmath.__version__})[:-1]
      + ',\n"values":[\n' + ",\n".join(json.dumps(value) for value in values) + "]}")
