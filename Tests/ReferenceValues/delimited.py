#!/usr/bin/env python3
"""Writes delimited.json: delimited texts and the rows that Python's csv module reads from them.

The reader is strict (csv.reader(strict=True)) and lines are split as for a file opened with newline='' (LF, CRLF or CR
alone). A line without text is [] to Python; here it is one empty field. `rows` is null where csv refuses the text.
Run again with the same seed to get the same file: python3 delimited.py > delimited.json
"""
import csv
import io
import json
import platform
import random

SEED = 20261124
DELIMITERS = [",", ";", "\t", "|"]


def rows(text, delimiter):
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return [row or [""] for row in read]
    except csv.Error:
        return None


def written(random):
    """A regular table with random quoting and line ends."""
    delimiter = random.choice(DELIMITERS)
    line_end = random.choice(["\n", "\r\n", "\r"])
    columns = random.randint(1, 4)

    def cell():
        content = "".join(random.choice('ab1 é"\n\r,;|\t€😀') for _ in range(random.choice([0, 1, 1, 2, 3, 9, 20])))
        if any(c in content for c in '"\r\n' + delimiter) or random.random() < 0.2:
            return '"' + content.replace('"', '""') + '"'
        return content

    lines = [delimiter.join(f"h{i}" for i in range(columns))]
    lines += [delimiter.join(cell() for _ in range(columns)) for _ in range(random.randint(1, 5))]
    return line_end.join(lines) + random.choice(["", line_end]), delimiter


def scrambled(random):
    """Any sequence of the characters that matter."""
    delimiter = random.choice(DELIMITERS)
    return "h\n" + "".join(random.choice('a"\n\r' + delimiter) for _ in range(random.randint(1, 12))), delimiter


def main():
    source = random.Random(SEED)
    texts = [written(source) for _ in range(150)] + [scrambled(source) for _ in range(350)]
    cases = [{"text": text, "delimiter": delimiter, "rows": rows(text, delimiter)} for text, delimiter in texts]
    about = {"generator": "delimited.py", "seed": SEED, "python": platform.python_version()}
    print(json.dumps({**about, "cases": cases}, ensure_ascii=True, indent=None, separators=(",", ":")).replace('{"text"', '\n{"text"'))


main()
