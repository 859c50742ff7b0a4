#!/usr/bin/env python3
"""The race in DuckDB: FOLDER float|decimal|lines. Two threads; the factors are expanded to one equi-join beforehand."""
import sys

import duckdb

folder, kind = sys.argv[1], sys.argv[2]
decimal = kind == "decimal"
quantity, size, value = ("DECIMAL(13,4)", "DECIMAL(16,9)", "DECIMAL(14,10)") if decimal else ("DOUBLE",) * 3
gases = ["co2", "ch4", "n2o"]

con = duckdb.connect()
con.execute("SET threads=2")
con.execute("SET preserve_insertion_order=false")
table = lambda name: f"read_csv('{folder}/{name}.csv', all_varchar=true, header=true)"
ledger = f"""read_csv('{folder}/ledger.csv', header=true, auto_detect=false, delim=',', quote='"', escape='"', columns={{
    'id': 'VARCHAR', 'supplier': 'VARCHAR', 'site': 'VARCHAR', 'date': 'DATE', 'activity': 'VARCHAR',
    'quantity': '{quantity}', 'unit': 'VARCHAR', 'region': 'VARCHAR', 'currency': 'VARCHAR', 'data_quality': 'TINYINT'}})"""
con.execute(f"CREATE TEMP TABLE units AS SELECT unit, CAST(to_canonical AS {size}) size FROM {table('units')}")
con.execute(
    f"""CREATE TEMP TABLE factors AS SELECT factor_id, factor_key, region, CAST(valid_from AS DATE) valid_from,
    CAST(valid_to AS DATE) valid_to, scope, category, {', '.join(f'CAST({gas} AS {value}) {gas}' for gas in gases)}
    FROM {table('factors')}"""
)
con.execute(f"CREATE TEMP TABLE places AS SELECT DISTINCT region FROM {ledger}")
con.execute(
    """CREATE TEMP TABLE everywhere AS
    SELECT * FROM factors WHERE region <> '001' UNION ALL
    SELECT w.* REPLACE (p.region AS region) FROM factors w CROSS JOIN places p WHERE w.region = '001' AND NOT EXISTS (
        SELECT 1 FROM factors o WHERE o.factor_key = w.factor_key AND o.region = p.region AND o.valid_from = w.valid_from)"""
)
source = f"""{ledger} l JOIN units u USING (unit) LEFT JOIN everywhere f
    ON f.factor_key = l.activity AND f.region = l.region AND l.date BETWEEN f.valid_from AND f.valid_to"""
if kind == "lines":
    masses = ", ".join(f"quantity * size * {gas} AS kg_{gas}" for gas in gases)
    con.execute(f"COPY (SELECT id, factor_id, scope, category, {masses} FROM {source}) TO '{folder}/lines-duckdb.csv' (HEADER)")
    sys.exit()


def mass(gas: str) -> str:
    if not decimal:
        return f"sum(quantity * size * {gas})"
    # The widest products that stay below 38 digits and leave room for a sum.
    amount = "CAST(CAST(quantity AS DECIMAL(19,4)) * size AS DECIMAL(22,8))"
    return f"sum(CAST({amount} * CAST({gas} AS DECIMAL(14,10)) AS DECIMAL(38,15)))"


con.execute(
    f"""CREATE TEMP TABLE groups AS SELECT supplier, scope, category, {', '.join(f'{mass(gas)} {gas}' for gas in gases)},
    count(*) AS lines FROM {source} GROUP BY ALL"""
)
con.execute(f"COPY (SELECT * FROM groups WHERE scope IS NOT NULL ORDER BY ALL) TO '{folder}/groups-duckdb.csv' (HEADER)")
print(con.execute("SELECT coalesce(sum(lines), 0) FROM groups WHERE scope IS NULL").fetchone()[0])
