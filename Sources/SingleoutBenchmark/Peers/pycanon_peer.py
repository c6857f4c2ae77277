"""pyCANON on a CSV file: `pycanon_peer.py data.csv dob,sex [sensitive]`. k, or k and every model of the sensitive field."""
import json
import math
import sys

import pandas as pd
from pycanon import anonymity

fields, sensitive = sys.argv[2].split(","), sys.argv[3:]
data = pd.read_csv(sys.argv[1], usecols=fields + sensitive)
if not sensitive:
    answers = {"k": anonymity.k_anonymity(data, fields)}
else:
    given = (data, fields, sensitive)
    alpha, k = anonymity.alpha_k_anonymity(*given)
    c, of = anonymity.recursive_c_l_diversity(*given)
    answers = {
        "k": k, "alpha": alpha, "l": anonymity.l_diversity(*given), "entropy l": anonymity.entropy_l_diversity(*given),
        "t": anonymity.t_closeness(*given), "delta": anonymity.delta_disclosure(*given),
        "beta": anonymity.basic_beta_likeness(*given), "enhanced beta": anonymity.enhanced_beta_likeness(*given),
    }
    if not math.isnan(c):
        answers["recursive c"] = c
print(json.dumps({name: float(value) for name, value in answers.items()}))
