#!/usr/bin/env python3
"""The race in Polars: FOLDER float|decimal|lines. Two threads; the fast form of the job, an equi-join."""
import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"
import polars as pl  # noqa: E402

folder, kind = sys.argv[1], sys.argv[2]
decimal = kind == "decimal"
number = (lambda places: pl.Decimal(38, places)) if decimal else (lambda places: pl.Float64)
gases = ["co2", "ch4", "n2o"]

ledger = pl.scan_csv(
    f"{folder}/ledger.csv",
    schema={
        "id": pl.String, "supplier": pl.String, "site": pl.String, "date": pl.Date, "activity": pl.String,
        "quantity": pl.String if decimal else pl.Float64, "unit": pl.String, "region": pl.String,
        "currency": pl.String, "data_quality": pl.Int8,
    },
)
if decimal:
    ledger = ledger.with_columns(pl.col("quantity").str.to_decimal(scale=4))
units = pl.read_csv(f"{folder}/units.csv", infer_schema=False)
units = units.select("unit", size=pl.col("to_canonical").cast(number(9)))
factors = pl.read_csv(f"{folder}/factors.csv", infer_schema=False).with_columns(
    pl.col("valid_from").str.to_date(), pl.col(gases).cast(number(10))
)
factors = factors.select("factor_id", "factor_key", "region", "valid_from", "scope", "category", *gases)
# The world's factors are written out for every place that has none of its own.
places = ledger.select("region").unique().collect()
world = factors.filter(pl.col("region") == "001").drop("region").join(places, how="cross")
own = factors.filter(pl.col("region") != "001")
rest = world.join(own, on=["factor_key", "region", "valid_from"], how="anti").select(own.columns)
factors = pl.concat([own, rest])
starts = sorted(factors["valid_from"].unique().to_list())
period = pl.lit(starts[0])
for start in starts[1:]:
    period = pl.when(pl.col("date") >= start).then(pl.lit(start)).otherwise(period)
joined = ledger.join(units.lazy(), on="unit").with_columns(period=period).join(
    factors.lazy(), left_on=["activity", "region", "period"], right_on=["factor_key", "region", "valid_from"], how="left"
)
amount = pl.col("quantity") * pl.col("size")
if decimal:
    amount = amount.cast(pl.Decimal(38, 8))
if kind == "lines":
    lines = joined.select("id", "factor_id", "scope", "category", *[(amount * pl.col(gas)).alias(f"kg_{gas}") for gas in gases])
    lines.sink_csv(f"{folder}/lines-polars.csv")
    sys.exit()
masses = [((amount * pl.col(gas)).cast(pl.Decimal(38, 15)) if decimal else amount * pl.col(gas)).sum().alias(gas) for gas in gases]
groups = joined.group_by("supplier", "scope", "category").agg(*masses, lines=pl.len())
groups = groups.collect(engine="in-memory" if decimal else "streaming")
print(groups.filter(pl.col("scope").is_null())["lines"].sum())
groups.filter(pl.col("scope").is_not_null()).sort("supplier", "scope", "category").write_csv(f"{folder}/groups-polars.csv")
