#!/usr/bin/env python3
"""Writes the seeds of the fuzzers, a folder for each: fuzz_seeds.py FOLDER

ReaderFuzzer: a file per text of delimited.json, and two compressed ones; the first two bytes of a seed choose the reader's
settings (see Sources/ReaderFuzzer). ReleaseFuzzer: the shipped release files and the documented example.
HierarchyFuzzer: small hierarchies.
"""
import gzip
import json
import pathlib
import sys

top = pathlib.Path(sys.argv[1])
folder = top / "ReaderFuzzer"
folder.mkdir(parents=True, exist_ok=True)
cases = json.loads(pathlib.Path(__file__).with_name("delimited.json").read_text())["cases"]
for number, case in enumerate(cases):
    settings = bytes([number * 37 % 256, 0])
    (folder / f"text{number}").write_bytes(settings + case["text"].encode("utf-8", "surrogatepass"))
(folder / "gzip").write_bytes(bytes([0, 0]) + gzip.compress(b"a,b\n1,2\n", mtime=0))
(folder / "mark").write_bytes(bytes([0, 0]) + b"\xef\xbb\xbfa,b\r\n1,2\r\n")

root = pathlib.Path(__file__).resolve().parents[2]
releases = top / "ReleaseFuzzer"
releases.mkdir(parents=True, exist_ok=True)
for path in (root / "datasets" / "releases").glob("*.yml"):
    (releases / path.stem).write_bytes(path.read_bytes())
example = (root / "notebooks-text" / "release-file.md").read_text().split("```yaml\n")[1].split("```")[0]
(releases / "example").write_text(example)
for number, section in enumerate(example.split("\n\n")):
    (releases / f"section{number}").write_text("schema: singleout.release/1\n" + section + "\n")

hierarchies = top / "HierarchyFuzzer"
hierarchies.mkdir(parents=True, exist_ok=True)
for number, text in enumerate([
    "value,group\na,x\nb,x\nc,y\n", "value,group,all\na,x,all\nb,x,all\nc,y,all\n", "value\na\nb\n",
    "v;g\n1;\n2;low\n3;low\n", 'v,g\n"a,b",x\n"c""d",x\n,y\n', "a,b\nx,1\nx,2\n",
]):
    (hierarchies / f"hierarchy{number}").write_text(text)
