"""Tables in the libraries that people use. Which of them ran is printed; those in EMITRACE_FRAMES must run."""

import importlib.util
import os
import sys
import unittest
from decimal import Decimal
from typing import Any, ClassVar

import emitrace as et
from support import ENGLISH, YEAR

ASKED = os.environ.get("EMITRACE_FRAMES", "").split()
NAMES = ("pyarrow", "polars", "pandas", "duckdb")
SUM = "total_location_kg_co2e"


def there(name: str) -> bool:
    return name in ASKED or importlib.util.find_spec(name) is not None


def setUpModule() -> None:
    ran = [name for name in NAMES if there(name)]
    left = [name for name in NAMES if name not in ran]
    print(f"frames: {', '.join(ran) or 'none'} tested; {', '.join(left) or 'none'} not installed", file=sys.stderr)


class Frames(unittest.TestCase):
    year: ClassVar[et.Inventory]

    @classmethod
    def setUpClass(cls) -> None:
        cls.year = et.inventory(ENGLISH, lines=True, **YEAR)
        cls.site = cls.year.by("site")
        cls.kg = sum((gas.kg for gas in cls.year.total.gases), Decimal(0))

    site: ClassVar[et.Table]
    kg: ClassVar[Decimal]

    @unittest.skipUnless(there("pyarrow"), "pyarrow is not installed")
    def test_pyarrow(self) -> None:
        import pyarrow
        import pyarrow.compute

        table = pyarrow.table(self.site)
        self.assertEqual(table.schema.field("site").type, pyarrow.string())
        self.assertEqual(table.schema.field("lines").type, pyarrow.uint64())
        self.assertEqual(table.schema.field(SUM).type, pyarrow.decimal128(38, 15))
        self.assertEqual(table.schema.field("biogenic_kg_co2").type, pyarrow.decimal128(38, 12))
        self.assertEqual(pyarrow.compute.sum(table[SUM]).as_py(), self.year.total_location_kg_co2e)
        self.assertEqual(pyarrow.schema(self.site), table.schema)
        lines = self.year.lines.to_arrow()
        lines.validate(full=True)
        self.assertEqual(lines.schema.field("kg").type, pyarrow.decimal128(38, 12))
        self.assertEqual(lines.schema.field("start").type, pyarrow.date32())
        self.assertEqual(pyarrow.compute.sum(lines["kg"]).as_py(), self.kg)
        self.assertEqual(lines.to_pylist(), self.year.lines.to_pylist())
        for table in (self.year.gases, self.year.findings, self.year.notes, self.year.factors, self.year.packs):
            table.to_arrow().validate(full=True)

    @unittest.skipUnless(there("polars"), "polars is not installed")
    def test_polars(self) -> None:
        import polars

        frame = polars.DataFrame(self.site)
        self.assertEqual(frame.schema[SUM], polars.Decimal(38, 15))
        self.assertEqual(frame[SUM].sum(), self.year.total_location_kg_co2e)
        lines = self.year.lines.to_polars()
        self.assertEqual(lines["kg"].sum(), self.kg)
        self.assertEqual(lines["start"].dtype, polars.Date)

    @unittest.skipUnless(there("pandas") and there("pyarrow"), "pandas or pyarrow is not installed")
    def test_pandas(self) -> None:
        import pandas

        frame = self.site.to_pandas()
        self.assertEqual(frame[SUM].sum(), self.year.total_location_kg_co2e)
        by_gas = self.year.lines.to_pandas().groupby(["account", "gas"])["kg"].sum()
        self.assertEqual(
            {key: Decimal(value) for key, value in by_gas.items()},
            {(gas.account, gas.gas): gas.kg for gas in self.year.total.gases},
        )
        if hasattr(pandas.DataFrame, "from_arrow"):
            direct: Any = pandas.DataFrame.from_arrow(self.site)
            self.assertEqual(list(direct.columns), list(self.site.columns))

    @unittest.skipUnless(there("duckdb"), "duckdb is not installed")
    def test_duckdb(self) -> None:
        import duckdb

        lines = self.year.lines
        with duckdb.connect() as database:
            database.register("lines", lines)
            count, kg = database.sql("select count(*), sum(kg) from lines").fetchall()[0]
        self.assertEqual((count, kg), (len(lines), self.kg))


if __name__ == "__main__":
    unittest.main()
