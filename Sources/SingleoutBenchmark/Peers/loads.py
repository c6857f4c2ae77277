"""The loads of the benchmark table: which tools answer which question on which file, and where their answers differ and why."""
import dataclasses
import itertools
import json
import math
import os
import random
import sys
import typing

import linkage
from machine import HERE, THREADS

ONE = "dob,sex,school"
MANY_CLASSES = "dob,sex,fsm"
SENSITIVE = {"sex,fsm,sen": "eth", MANY_CLASSES: "sen"}
SPECIAL = "sex,lsoa,eth,lang,fsm,sen,nat,entry"
FRACTION = "0.05"
# What is known to deviate, why, and by what rule the deviating answer follows from the right one. pyCANON sorts the counts of
# a class upwards and takes the first for the largest; sdcMicro holds the share of right matches in a 32-bit number.
PYCANON = {"entropy l": ("rounds down", lambda mine, value: math.floor(mine) == value),
           "recursive c": ("takes the rarest value for the most frequent", lambda mine, value: mine is None)}
SDCMICRO = {"dis": ("32-bit numbers", lambda mine, value: math.isclose(mine, value, rel_tol=1e-6))}


@dataclasses.dataclass
class Tool:
    """A tool, how it is run, how its answers are read, and which of them are known to deviate, and by what rule."""

    name: str
    command: list[str]
    read: typing.Callable[[str], dict]
    deviations: dict = dataclasses.field(default_factory=dict)
    scale: float = 1


@dataclasses.dataclass
class Load:
    """One question on one file; the first of the tools is Singleout, whose answers the others are held against."""

    rows: int
    fields: int
    measure: str
    tools: list[Tool]
    words: typing.Callable[[dict], str] | None = None

    def verdict(self, tool, ours, theirs):
        """What the table says of a tool's answers, and whether it is bad news."""
        if self.words:
            return self.words(theirs), False
        if tool is self.tools[0]:
            return "", False
        wrong, known = [], []
        for name, value in theirs.items():
            mine = ours.get(name)
            if same(mine, value):
                continue
            reason, follows = tool.deviations.get(name, (None, None))
            text = f"{name} {shown(value)}" + ("" if mine is None else f" for {shown(mine)}")
            if reason and follows(mine, value):
                known.append(f"{text}: {reason}")
            else:
                wrong.append(text)
        if wrong:
            return f"NO: {len(wrong)} of {len(theirs)}: " + "; ".join(wrong[:3]), True
        if known:
            return f"{len(theirs) - len(known)} of {len(theirs)}; " + "; ".join(known), False
        return f"yes, {len(theirs):,} combinations" if len(theirs) > 100 or tool.scale > 1 else "yes", False


def same(mine, value):
    if mine is None or value is None:
        return False
    if isinstance(mine, list):
        return mine == value
    return math.isclose(mine, value, rel_tol=1e-9, abs_tol=1e-12)


def shown(value):
    return f"{value:.9g}" if isinstance(value, (int, float)) else str(value)


def counts(rows):
    return {",".join(row["fields"]): [row["classes"], row["k"], row["uniques"]] for row in rows}


def python(script, *arguments):
    return [sys.executable, os.path.join(HERE, script), *arguments]


class Loads:
    """The loads, given the tool, the files, the versions of the peers, and whether R has sdcMicro."""

    def __init__(self, tool, files, versions, sample, sdcmicro):
        self.tool, self.files, self.versions, self.sample, self.sdcmicro = tool, files, versions, sample, sdcmicro

    def singleout(self, read, *arguments):
        return Tool(f"Singleout {self.versions['singleout']}",
                    [self.tool, *arguments, "--format", "json", "--threads", THREADS], lambda text: read(json.loads(text)))

    def counting(self, name, path, combinations, scale=1):
        return Tool(f"{name} {self.versions[name.lower()]}",
                    python(f"{name.lower()}_peer.py", path, json.dumps([c.split(",") for c in combinations])), json.loads,
                    scale=scale)

    def r(self, calls, *arguments):
        if not self.sdcmicro:
            return []
        return [Tool(f"sdcMicro {self.sdcmicro}, {calls}", ["Rscript", os.path.join(HERE, "sdcmicro_peer.R"), *arguments],
                     json.loads, SDCMICRO)]

    def pycanon(self, calls, *arguments):
        return Tool(f"pyCANON {self.versions['pycanon']}, {calls}", python("pycanon_peer.py", *arguments), json.loads,
                    PYCANON)

    def combinations(self):
        path, rows = self.files["national"]
        with open(path) as data:
            fields = data.readline().strip().split(",")
        every = [",".join(s) for size in range(1, len(fields) + 1) for s in itertools.combinations(fields, size)]
        picked = random.Random(1).sample(every, min(self.sample, len(every))) if self.sample else every
        scale = len(every) / len(picked)
        peers = [self.counting(name, path, picked, scale) for name in ("DuckDB", "Polars")]
        for peer in peers:
            peer.name += ", one by one" + (f", extrapolated from {len(picked)}" if scale > 1 else "")
        ours = self.singleout(lambda found: counts(found["combinations"]), "combinations", path, "-q", ",".join(fields))
        return Load(rows, len(fields), f"all {len(every):,} combinations: k, uniques, classes of each", [ours, *peers])

    def one(self):
        path, rows = self.files["national"]

        def read(found):
            answers = {name: found[name] for name in ("classes", "k", "uniques")}
            return {**answers, ONE: list(answers.values())}

        return Load(rows, 3, "one combination: k, uniques, classes", [
            self.singleout(read, "measure", path, "-q", ONE), self.counting("DuckDB", path, [ONE]),
            self.counting("Polars", path, [ONE]), *self.r("`freqCalc`", "classes", path, ONE),
            self.pycanon("`k_anonymity` only", path, ONE)])

    def sensitive(self, file, fields):
        path, rows = self.files[file]
        field = SENSITIVE[fields]

        def read(found):
            s = found["sensitive"][field]
            within = [int(l) for l, c in s["recursiveC"].items() if l.isdigit() and c is not None and c < 2]
            return {"k": found["k"], "classes": found["classes"], "alpha": s["alpha"], "l": s["distinctL"],
                    "entropy l": s["entropyL"], "recursive l": max(within, default=1), "t": s["tCloseness"]["t"],
                    "delta": s["deltaDisclosure"], "beta": s["beta"], "enhanced beta": s["enhancedBeta"]}

        ours = self.singleout(read, "measure", path, "-q", fields, "--sensitive", field, "--ordered", field)
        classes = "few large classes" if file == "national" else "many small classes"
        return Load(rows, 4, f"l-diversity, alpha, t, delta, beta; {classes}", [
            ours, self.pycanon("9 models", path, fields, field),
            *self.r("`ldiversity` only", "diversity", path, fields, field)])

    def risk(self):
        path, rows = self.files["survey"]

        def read(found):
            return {"expected": found["individual"]["expectedReidentifications"],
                    "highest": found["individual"]["highestRisk"]}

        ours = self.singleout(read, "measure", path, "-q", "dob,eth", "--weight", "weight", "--approximate")
        return Load(rows, 3, "individual risk in a sample (Benedetti-Franconi)",
                    [ours, *self.r("`freqCalc`, `indivRisk`", "risk", path, "dob,eth", "weight")])

    def special(self):
        path, rows = self.files["special"]

        def read(found):
            return {"special": found["specialRecords"], "total": found["scoreTotal"], "highest": found["scoreHighest"],
                    "dis": found["dis"]["highest"], **{f"share of {f}": share for f, share in found["contributions"].items()}}

        ours = self.singleout(read, "suda", path, "-q", SPECIAL, "--sampling-fraction", FRACTION)
        return Load(rows, 8, "special uniques: SUDA scores, DIS-SUDA",
                    [ours, *self.r("`suda2`", "suda", path, SPECIAL, FRACTION)])

    def linkage(self):
        (people, rows), (queries, _) = self.files["people"], self.files["queries"]

        def tool(name, command, read):
            return Tool(f"{name} {self.versions[name.lower()]}", command, lambda text: read(json.loads(text)))

        return Load(rows, 4, "record linkage of 1,500 damaged queries", [
            tool("Singleout", linkage.singleout_command(self.tool, queries, people, "auto"), linkage.singleout_answers),
            tool("Splink", linkage.splink_command(queries, people), linkage.splink_answers)],
            words=lambda answers: f"not comparable: recall {answers['bestRecall'] or 0:.3f} at precision ≥ .99")

    def all(self):
        return {"combinations": [self.combinations()], "one": [self.one()],
                "sensitive": [self.sensitive("national", "sex,fsm,sen"), self.sensitive("small", MANY_CLASSES)],
                "risk": [self.risk()], "special": [self.special()], "linkage": [self.linkage()]}
