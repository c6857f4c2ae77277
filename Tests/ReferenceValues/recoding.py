"""Compares the single changes of `singleout recode` with DuckDB, count by count, on a census of the synthetic register.

Usage: python3 recoding.py SINGLEOUT CENSUS.csv. Nothing is written; it ends with an error at the first difference.
Made with DuckDB 2.0.1; last run on 200,000 pupils (seed 1, 2016): 24 of 24 changes equal.
"""

import json
import subprocess
import sys

import duckdb

tool, path = sys.argv[1], sys.argv[2]
q = "date_of_birth,sex,postcode,lsoa,year_group,ethnicity,first_language,sessions_missed_autumn"
out = json.loads(subprocess.run([tool, "recode", path, "-q", q, "--format", "json"], capture_output=True, text=True, check=True).stdout)
con = duckdb.connect()
con.execute(f"create table t as select {','.join('coalesce('+f+','+chr(39)*2+') as '+f for f in q.split(','))}, la, region from read_csv('{path}', all_varchar=true)")
stage = "case when year_group in ('N1','N2','R') then 'EY' when year_group='X' then 'X' when try_cast(year_group as int)<=2 then '1' when try_cast(year_group as int)<=6 then '2' when try_cast(year_group as int)<=9 then '3' when try_cast(year_group as int)<=11 then '4' else '5' end"
dob = "date_of_birth"
m = f"cast(substr({dob},6,2) as int)"
expr = {
 ("date_of_birth","month"): f"substr({dob},1,7)",
 ("date_of_birth","term"): f"substr({dob},1,4)||case when {m}<=3 then 'a' when {m}<=8 then 'b' else 'c' end",
 ("date_of_birth","year"): f"substr({dob},1,4)",
 ("postcode","sector"): "case when postcode='' then '' else substr(postcode,1,length(postcode)-2) end",
 ("postcode","district"): "split_part(postcode,' ',1)",
 ("postcode","area"): "regexp_extract(postcode,'^[A-Z]+')",
 ("lsoa","la"): "la", ("lsoa","region"): "region",
 ("year_group","key stage"): stage,
 ("ethnicity","major group"): "case when ethnicity in ('REFU','NOBT','') then case when ethnicity='' then '' else 'u' end when ethnicity='CHNE' then 'C' when ethnicity='OOTH' then 'O' else substr(ethnicity,1,1) end",
 ("first_language","English or other"): "case when first_language in ('ENG','ENB') then 'E' when first_language in ('REF','NOT','ZZZ') then 'u' when first_language='' then '' else 'o' end",
}
def count(exprs):
    g = ",".join(exprs)
    return con.execute(f"select sum((f=1)::int), count(*), min(f), sum(f*f) from (select count(*) f from t group by {g})").fetchone()
fields = q.split(",")
base = count(fields)
b = out["before"]
assert (b["uniques"], b["classes"], b["k"], b["discernibility"]) == tuple(int(x) for x in base), (b, base)
ent = lambda e: con.execute(f"select entropy({e}) from t").fetchone()[0]
same = 0
for c in out["changes"]:
    f, name = c["field"], c["name"]
    if name == "dropped":
        e = "'*'"
    elif (f, name) in expr:
        e = expr[(f, name)]
    elif name.startswith("top "):
        p = int(name.split()[1])/100
        cut = con.execute(f"with v as (select cast(sessions_missed_autumn as int) x, count(*) n from t group by 1), s as (select x, sum(n) over (order by x desc) a, (select count(*) from t) n from v) select min(x) from s where a<={p}*n").fetchone()[0]
        e = f"least(cast({f} as int),{cut})"
    else:
        raise SystemExit(f"no expression for {f} {name}")
    got = (c["uniques"], c["classes"], c["k"], c["discernibility"])
    want = tuple(int(x) for x in count([e if x==f else x for x in fields]))
    assert got == want, (f, name, got, want)
    assert abs(c["bitsLost"] - (ent(f) - (0 if name=="dropped" else ent(e)))) < 1e-9, (f,name)
    same += 1
print("equal:", same, "changes;", out["records"], "records,", out["before"]["uniques"], "unique before")
