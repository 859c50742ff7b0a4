"""Columns in: Arrow streams and Parquet give what the CSV with the same rows gives."""

from __future__ import annotations

import datetime
import io
import unittest
from decimal import Decimal
from typing import Any

import emitrace as et

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError:
    pa = None

CHOICES: dict[str, Any] = {"profile": "ghg-protocol", "gwp": "AR5", "region": "VN"}
CSV = (
    "id,date,activity,quantity,unit,price\n"
    'R1,2023-05-31,electricity,1250.125,kWh,1\n'
    '"R,""2",2023-06-30,electricity,-3,kWh,2\n'
    "R3,2023-06-30,,7,kWh,3\n"
    "R4,,electricity,0.500,kWh,4\n"
).encode()


def table(**changed: Any) -> Any:
    days = [datetime.date(2023, 5, 31), datetime.date(2023, 6, 30), datetime.date(2023, 6, 30), None]
    columns = {
        "id": pa.array(["R1", 'R,"2', "R3", "R4"]),
        "date": pa.array(days, pa.date32()),
        "activity": pa.array(["electricity", "electricity", None, "electricity"]),
        "quantity": pa.array([Decimal("1250.125"), Decimal("-3"), Decimal("7"), Decimal("0.500")], pa.decimal128(20, 3)),
        "unit": pa.array(["kWh"] * 4),
        "price": pa.array([1.5, 2.5, 3.5, None]),
        **changed,
    }
    return pa.table(columns)


def facts(inventory: et.Inventory) -> Any:
    found = [dict(zip(("code", "row", "column"), row)) for row in zip(
        inventory.findings.column("code"), inventory.findings.column("row"), inventory.findings.column("column"))]
    return inventory.total, inventory.coverage, found


@unittest.skipIf(pa is None, "pyarrow is not installed")
class Columns(unittest.TestCase):
    def test_a_stream_is_the_csv_of_its_rows(self) -> None:
        text = et.inventory(CSV, locale="en-US", **CHOICES)
        for locale in (None, "vi-VN", "en-US"):
            self.assertEqual(facts(et.inventory(table(), locale=locale, **CHOICES)), facts(text))
        small = table().to_reader(max_chunksize=1)
        self.assertEqual(facts(et.inventory(small, **CHOICES)), facts(text))

    def test_with_whole_numbers_the_answer_is_the_same_to_the_byte(self) -> None:
        csv = b'"id","date","activity","quantity","unit"\n"R1","2023-05-31","electricity","1250","kWh"\n'
        columns = {"id": ["R1"], "date": [datetime.date(2023, 5, 31)], "activity": ["electricity"], "quantity": [1250],
                   "unit": ["kWh"]}
        self.assertEqual(et.inventory(pa.table(columns), **CHOICES).to_json(), et.inventory(csv, **CHOICES).to_json())

    def test_every_kind_of_text_and_day_is_read(self) -> None:
        want = facts(et.inventory(table(), **CHOICES))
        text = pa.array(["kWh"] * 4)
        days = table().column("date").combine_chunks()
        for changed in (
            {"unit": text.cast(pa.large_string())},
            {"unit": text.dictionary_encode()},
            {"unit": text.cast(pa.string_view())},
            {"date": days.cast(pa.timestamp("us"))},
            {"date": days.cast(pa.date64())},
        ):
            self.assertEqual(facts(et.inventory(table(**changed), **CHOICES)), want, changed)

    def test_a_float_is_refused_where_it_would_count(self) -> None:
        with self.assertRaises(et.InputError) as caught:
            et.inventory(table(quantity=pa.array([1.5, 2.5, 3.5, 4.5])), **CHOICES)
        self.assertEqual((caught.exception.code, caught.exception.path), ("WRONG_TYPE", "/ledger/quantity"))
        zoned = pa.array([datetime.datetime(2023, 5, 31)] * 4, pa.timestamp("s", "Asia/Ho_Chi_Minh"))
        with self.assertRaises(et.InputError):
            et.inventory(table(date=zoned), **CHOICES)

    def test_parquet_is_read_from_paths_and_bytes(self) -> None:
        out = io.BytesIO()
        pq.write_table(table(), out)
        self.assertEqual(facts(et.inventory(out.getvalue(), **CHOICES)), facts(et.inventory(table(), **CHOICES)))

    def test_explain_and_read_take_columns(self) -> None:
        line = et.explain(table(), "R1", **CHOICES)
        self.assertEqual(str(line.quantity), "1250.125")
        read = et.read_ledger(table())
        self.assertEqual((read.count, read.skipped), (4, 2))

    def test_a_missing_column_is_told(self) -> None:
        answer = et.inventory(table().drop_columns(["quantity"]), **CHOICES)
        self.assertIn("MISSING_COLUMN", answer.findings.column("code"))


class Workbooks(unittest.TestCase):
    def test_options_of_workbooks_are_passed_on(self) -> None:
        read = et.read_ledger(b'{"id":"1","date":"2025-03-01","quantity":0.1,"unit":"L"}\n')
        self.assertEqual((read.reading["format"], read.rows.column("quantity")), ("jsonl", ["0.1"]))
        bad = et.read_ledger(b"id,date\n", ledger_format="xlsx")
        self.assertEqual(bad.findings.column("code"), ["BAD_ZIP"])
        for option in ({"sheet": "x"}, {"header_row": 2}):
            told = et.read_ledger(b"id,date,quantity,unit\n", **option)
            self.assertEqual(told.findings.column("code"), ["BAD_REQUEST"])


if __name__ == "__main__":
    unittest.main()
