"""Reference values of the name comparators on 100,000 seeded pairs, by rapidfuzz and jellyfish.

Run in this folder: `python3 comparators.py`. It writes comparators.csv, every 40th pair, and prints the digest over all.
Made with rapidfuzz 3.14.6 and jellyfish 1.3.0. The pairs come from a 64-bit linear congruential generator, so that
any language can draw them again. Regenerate only to add pairs; never to agree with the program.

The first digest is a sum modulo 2^64 over the pairs, from 1 on: pair x (distance x 1000003 + round(similarity x 10^9)). The
second is that of pair x (distance with parts edited again).
"""

import csv

import jellyfish
from rapidfuzz.distance import OSA, DamerauLevenshtein, JaroWinkler

LETTERS = "abcdeilmnorst'é"
state = 20251124


def below(bound):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % bound


def word():
    return [LETTERS[below(len(LETTERS))] for _ in range(1 + below(12))]


def pair():
    first = word()
    if below(4) == 0:
        return first, word()
    second = list(first)
    for _ in range(below(4)):
        kind, place = below(4), below(len(second))
        if kind == 0 and len(second) > 1:
            del second[place]
        elif kind == 1:
            second.insert(place, LETTERS[below(len(LETTERS))])
        elif kind == 2:
            second[place] = LETTERS[below(len(LETTERS))]
        elif place + 1 < len(second):
            second[place], second[place + 1] = second[place + 1], second[place]
    return first, second


digest = digest_of_damerau = 0
with open("comparators.csv", "w", newline="") as out:
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["pair", "first", "second", "alignment", "jaroWinkler", "damerau"])
    for number in range(1, 100_001):
        a, b = ("".join(text) for text in pair())
        distance, similarity = OSA.distance(a, b), JaroWinkler.similarity(a, b)
        assert abs(similarity - jellyfish.jaro_winkler_similarity(a, b)) < 1e-12, (a, b)
        damerau = DamerauLevenshtein.distance(a, b)
        assert damerau == jellyfish.damerau_levenshtein_distance(a, b), (a, b)
        digest_of_damerau = (digest_of_damerau + number * damerau) % 2**64
        digest = (digest + number * (distance * 1_000_003 + round(similarity * 1e9))) % 2**64
        if number % 40 == 0:
            rows.writerow([number, a, b, distance, repr(similarity), damerau])
print(digest, digest_of_damerau)
