#!/usr/bin/env python3
"""Writes the seeds of the fuzzers, a folder for each: fuzz_seeds.py FOLDER

ReaderFuzzer: a file per text of delimited.json, and two compressed ones; the first two bytes of a seed choose the reader's
settings (see Sources/ReaderFuzzer). ReleaseFuzzer: the shipped release files and the documented example.
HierarchyFuzzer: small hierarchies. CInterfaceFuzzer: calls, a release file and a data file (see Sources/CInterfaceFuzzer).
ForeignFuzzer: files of SPSS, Stata and SAS, written by ReadStat, behind a byte for the format (see Sources/ForeignFuzzer).
"""
import ctypes
import ctypes.util
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

doubled = "".join(f"x{line}: &x{line} [*x{line - 1}, *x{line - 1}]\n" for line in range(1, 30))
(releases / "aliases").write_text(f"schema: singleout.release/1\nx0: &x0 [a, a]\n{doubled}? *x29\n: 1\n")
(releases / "nested").write_text("schema: singleout.release/1\ngroups: " + "[" * 600 + "]" * 600 + "\n")
(releases / "anchor").write_text("schema: singleout.release/1\ngroups: &a [a, b]\nordered: *a\n")

hierarchies = top / "HierarchyFuzzer"
hierarchies.mkdir(parents=True, exist_ok=True)
for number, text in enumerate([
    "value,group\na,x\nb,x\nc,y\n", "value,group,all\na,x,all\nb,x,all\nc,y,all\n", "value\na\nb\n",
    "v;g\n1;\n2;low\n3;low\n", 'v,g\n"a,b",x\n"c""d",x\n,y\n', "a,b\nx,1\nx,2\n",
]):
    (hierarchies / f"hierarchy{number}").write_text(text)

def name(letter):
    return bytes([ord(letter) - ord("a")])


# What is called, as Session.swift tells its bytes apart; a place for a message wherever a call has one.
OPEN, COUNT, COUNT_ALL, LOOK, LOOK_AT_COMBINATION, CHECK, CHECK_RELEASE, CHECK_AS_RELEASE, NOTHING, FREE = range(1, 11)
whole = bytes([OPEN, 0, 0, 0, 0, 0, 0, 0])
two_fields, three_fields, all_fields = bytes([1, 0]), bytes([2, 0]), bytes([8, 0])
programs = {
    "count": whole + bytes([COUNT]) + two_fields + bytes([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) + bytes([LOOK]),
    "exclude": whole + bytes([COUNT]) + three_fields + bytes([1, 1] + [0] * 12) + bytes([FREE, 0, LOOK]),
    "fields": bytes([OPEN, 0, 1, 1, 1]) + name("b") + name("a") + bytes([1]) + name("e") + bytes([1]),
    "all": whole + bytes([COUNT_ALL]) + three_fields + bytes([0, 0, 0] + [0] * 60) + bytes([LOOK_AT_COMBINATION, 2]),
    "many": whole + bytes([COUNT_ALL]) + all_fields + bytes([0, 1, 2] + [0] * 60) + bytes([LOOK_AT_COMBINATION, 9]),
    "too-many": whole + bytes([COUNT_ALL]) + all_fields + bytes([0, 0, 0, 0]),
    "check": whole + bytes([CHECK]) + two_fields + bytes([0, 0, 1, 1, 1, 0] + [0] * 8),
    "release": bytes([CHECK_RELEASE, 0, 0]),
    "same": whole + bytes([CHECK_AS_RELEASE]) + two_fields + bytes([1, 2, 1, 1, 0, 0]),
    "nothing": whole + b"".join(bytes([NOTHING, call, 0]) for call in range(12)),
    "folder": bytes([OPEN, 6, 0, 0, 0, 0, 0, 0]),
    "not-utf8": bytes([OPEN, 10, 0, 0, 0, CHECK_RELEASE, 8, 0]),
}
data = {
    "few": b"a,b,c\n1,x,\n1,y,Secret\n2,x,Secret\n2,x,Secret\n",
    "wide": b",".join(bytes([97 + field]) for field in range(20)) + b"\n" + b"\n".join(
        b",".join(str((record * field) % 3).encode() for field in range(20)) for record in range(5)) + b"\n",
    "ragged": b"a;b\n1;2\nSecret\n",
    "damaged": b"\x1f\x8b\0\0",
    "gzip": gzip.compress(b"a\tb\n1\t2\n1\t\n", mtime=0),
}
release = b"""schema: singleout.release/1
data: f.csv
fields:
  quasiIdentifiers: [a, b]
missing: {values: [x], semantics: exclude}
policy: {minK: 2, maxUniqueness: 0.2, maxRisk: 0.5}
"""
calls = top / "CInterfaceFuzzer"
calls.mkdir(parents=True, exist_ok=True)
for program, steps in programs.items():
    for kind, text in data.items():
        (calls / f"{program}-{kind}").write_bytes(steps + b"\xff" + release + b"\xff" + text)
for path in releases.iterdir():
    (calls / f"release-{path.name}").write_bytes(programs["release"] + b"\xff" + path.read_bytes() + b"\xff" + data["few"])

readstat = ctypes.CDLL(ctypes.util.find_library("readstat"))
WRITE = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)
for function in ["writer_init", "add_variable", "add_label_set", "get_variable"]:
    getattr(readstat, "readstat_" + function).restype = ctypes.c_void_p
TEXT, INT32, FLOAT, DOUBLE = 0, 3, 4, 5


def written(format, version=0, compression=0, records=5):
    """A file with a labelled number, a labelled text, a date, a single-precision number and a long text."""
    stream = bytearray()

    def take(bytes, count, _):
        stream.extend(ctypes.string_at(bytes, count))
        return count

    writer = ctypes.c_void_p(readstat.readstat_writer_init())
    taking = WRITE(take)
    readstat.readstat_set_data_writer(writer, taking)
    if version:
        readstat.readstat_writer_set_file_format_version(writer, version)
    readstat.readstat_writer_set_compression(writer, compression)
    is_stata = format == "dta"

    def variable(name, kind, width, shown=None):
        made = ctypes.c_void_p(readstat.readstat_add_variable(writer, name, kind, ctypes.c_size_t(width)))
        if shown:
            readstat.readstat_variable_set_format(made, shown)
        return made

    code = variable(b"code", INT32 if is_stata else DOUBLE, 8)
    sort = variable(b"sort", TEXT, 4)
    born = variable(b"born", DOUBLE, 8, {"sav": b"DATE11", "dta": b"%td", "sas7bdat": b"DATE9"}[format])
    score = variable(b"score", FLOAT if is_stata else DOUBLE, 8)
    text = variable(b"text", TEXT, 300 if format == "sav" else 40)
    if format != "sas7bdat":
        codes = ctypes.c_void_p(readstat.readstat_add_label_set(writer, INT32 if is_stata else DOUBLE, b"codes"))
        label = readstat.readstat_label_int32_value if is_stata else readstat.readstat_label_double_value
        for value, name in [(1, b"one"), (2, b"two"), (3, b"1"), (9, b"")]:
            label(codes, ctypes.c_int32(value) if is_stata else ctypes.c_double(value), name)
        readstat.readstat_variable_set_label_set(code, codes)
    if format == "sav":
        sorts = ctypes.c_void_p(readstat.readstat_add_label_set(writer, TEXT, b"sorts"))
        readstat.readstat_label_string_value(sorts, b"a", b"first sort")
        readstat.readstat_label_string_value(sorts, b"b", b"a")
        readstat.readstat_variable_set_label_set(sort, sorts)
        readstat.readstat_variable_add_missing_double_value(score, ctypes.c_double(9))
        readstat.readstat_variable_add_missing_double_range(code, ctypes.c_double(-9), ctypes.c_double(-1))
    begun = getattr(readstat, "readstat_begin_writing_" + format)(writer, None, ctypes.c_long(records))
    assert begun == 0, (format, version, begun)
    for record in range(records):
        readstat.readstat_begin_row(writer)
        if is_stata:
            readstat.readstat_insert_int32_value(writer, code, ctypes.c_int32(record % 4))
            readstat.readstat_insert_float_value(writer, score, ctypes.c_float(record / 3))
        else:
            readstat.readstat_insert_double_value(writer, code, ctypes.c_double(record % 4))
            readstat.readstat_insert_double_value(writer, score, ctypes.c_double(9 - record))
        readstat.readstat_insert_string_value(writer, sort, [b"a", b"b", b"c"][record % 3])
        readstat.readstat_insert_double_value(writer, born, ctypes.c_double(1e4 + record))
        readstat.readstat_insert_string_value(writer, text, b'Zo\xc3\xab, "x"' * (record + 1))
        readstat.readstat_end_row(writer)
    assert readstat.readstat_end_writing(writer) == 0, format
    readstat.readstat_writer_free(writer)
    return bytes(stream)


foreign = top / "ForeignFuzzer"
foreign.mkdir(parents=True, exist_ok=True)
for name, number, arguments in [
    ("sav", 0, ("sav",)), ("rows", 0, ("sav", 2, 1)), ("zsav", 1, ("sav", 3, 2)), ("sas", 3, ("sas7bdat",)), ("sas-rows", 3, ("sas7bdat", 0, 1)),
] + [(f"dta{version}", 2, ("dta", version)) for version in [104, 105, 108, 110, 111, 114, 117, 118, 119]]:
    (foreign / name).write_bytes(bytes([number]) + written(*arguments))
