#!/usr/bin/env python3
"""Writes a file per text of delimited.json, and two compressed ones, as seeds for ReaderFuzzer: fuzz_seeds.py FOLDER

The first two bytes of a seed choose the reader's settings (see Sources/ReaderFuzzer).
"""
import gzip
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
cases = json.loads(pathlib.Path(__file__).with_name("delimited.json").read_text())["cases"]
for number, case in enumerate(cases):
    settings = bytes([number * 37 % 256, 0])
    (folder / f"text{number}").write_bytes(settings + case["text"].encode("utf-8", "surrogatepass"))
(folder / "gzip").write_bytes(bytes([0, 0]) + gzip.compress(b"a,b\n1,2\n", mtime=0))
(folder / "mark").write_bytes(bytes([0, 0]) + b"\xef\xbb\xbfa,b\r\n1,2\r\n")
