"""Explanations, ledgers as read, factors, units and numbers. Runs on the installed wheel."""

import copy
import io
import json
import pickle
import unittest
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import emitrace as et
from support import ENGLISH, SMALL, VIETNAMESE, YEAR


class Explain(unittest.TestCase):
    def test_a_line_by_identifier_row_and_name(self) -> None:
        line = et.explain(ENGLISH, "E-DA-01", **YEAR)
        self.assertEqual((line.row, line.quantity, line.unit), (2, Decimal("71240"), "kWh"))
        self.assertEqual(line.fields["supplier"], "Điện lực Đông Anh")
        leg = line.legs[0]
        self.assertEqual((leg.account, leg.factor["id"]), ("scope_2_location", "vn-grid/electricity-2023"))
        self.assertEqual(leg.gases[0].kg, Decimal("46961.408"))
        self.assertEqual(leg.gases[0].exact_kg, Decimal("46961.408"))
        self.assertTrue(any(note.startswith("PROXY_YEAR") for note in line.notes))
        for name in (2, "row:2", "2"):
            self.assertEqual(et.explain(ENGLISH, name, **YEAR), line)
        with ENGLISH.open("rb") as file:
            self.assertEqual(et.explain(file, 2, **YEAR).digest, line.digest)
        self.assertEqual(et.explain(io.BytesIO(ENGLISH.read_bytes()), "2", **YEAR).digest, line.digest)
        self.assertEqual(json.loads(line.to_json())["legs"], line.to_dict()["legs"])
        self.assertIn("46961.408", line._repr_html_())
        self.assertEqual(pickle.loads(pickle.dumps(line)), line)
        self.assertEqual(hash(copy.copy(line)), hash(line))

    def test_lines_that_are_not_there(self) -> None:
        with self.assertRaises(et.InputError) as caught:
            et.explain(ENGLISH, "no-such-line", **YEAR)
        self.assertEqual((caught.exception.code, caught.exception.path), ("LINE_NOT_FOUND", "/line"))
        with self.assertRaises(et.UnitError) as unit:
            et.explain(ENGLISH, 253, **YEAR)
        self.assertEqual(unit.exception.code, "AMBIGUOUS_UNIT")
        with self.assertRaises(TypeError):
            et.explain(ENGLISH, 2.0, **YEAR)  # type: ignore[arg-type]
        with self.assertRaises(FileNotFoundError):
            et.explain("no-such-file.csv", 2, **SMALL)


class Ledger(unittest.TestCase):
    def test_both_languages_are_read_the_same(self) -> None:
        english, vietnamese = et.read_ledger(ENGLISH), et.read_ledger(VIETNAMESE, locale="vi-VN")
        self.assertEqual((english.count, english.skipped), (vietnamese.count, vietnamese.skipped))
        for name in ("row", "quantity", "start", "end", "site", "supplier"):
            self.assertEqual(english.rows.column(name), vietnamese.rows.column(name))
        self.assertEqual(vietnamese.reading["delimiter"], ";")
        codes = set(english.findings.column("code"))
        self.assertIn("DUPLICATE_RECORD", codes)
        self.assertEqual(len(et.read_ledger(ENGLISH, rows=3).rows), 3)
        self.assertIn("256 rows", repr(english))
        self.assertIn("<table", english._repr_html_())


class Factors(unittest.TestCase):
    def test_search_and_show(self) -> None:
        table = et.search_factors("điện VN 2023", limit=5)
        self.assertEqual(table.column("id")[0], "vn-grid/electricity-2023")
        shown = et.show_factor("vn-grid/electricity-2023")
        self.assertEqual(shown["factor"]["values"][0]["value"], "0.6592")
        self.assertTrue(shown["pack"]["licence"])
        with self.assertRaises(et.FactorMissing) as caught:
            et.show_factor("vn-grid/no-such-factor")
        self.assertEqual((caught.exception.code, caught.exception.path), ("FACTOR_UNKNOWN", "/id"))
        with self.assertRaises(ValueError):
            et.search_factors("x", limit=0)

    def test_own_packs_are_there(self) -> None:
        own = YEAR["factors"]
        self.assertIn("song-hong-2025", et.packs(factors=own).column("id"))
        self.assertNotIn("song-hong-2025", et.packs().column("id"))
        self.assertEqual(et.show_factor("song-hong-2025/zinc-ingot", factors=own)["pack"]["shipped"], False)
        self.assertEqual(len(et.search_factors("zinc-ingot", factors=own)), 1)

    def test_a_pack_is_checked(self) -> None:
        text = Path(YEAR["factors"][0]).read_text("utf-8")
        self.assertEqual(et.check_pack(YEAR["factors"][0]).to_pylist(), [])
        self.assertEqual(et.check_pack(text).to_pylist(), [])
        broken = et.check_pack(text.replace("zinc-ingot,zinc,emission", "zinc-ingot,zinc,emision"))
        self.assertGreater(len(broken), 0)
        self.assertTrue(all(row["code"] and row["help"] for row in broken))


class Numbers(unittest.TestCase):
    def test_units_are_converted_exactly(self) -> None:
        self.assertEqual(et.convert("12.5", "tấn", "kg"), Decimal(12500))
        self.assertEqual(et.convert(Decimal("0.1"), "kg", "g"), Decimal(100))
        third = et.convert(1, "MJ", "kWh")
        self.assertEqual(third, Fraction(5, 18))
        self.assertIs(type(third), Fraction)
        with self.assertRaisesRegex(TypeError, "float"):
            et.convert(12.5, "t", "kg")  # type: ignore[arg-type]
        with self.assertRaises(et.UnitError) as caught:
            et.convert(1, "kWh", "kg")
        self.assertEqual((caught.exception.code, caught.exception.path), ("DIMENSION_MISMATCH", "/to"))

    def test_nothing_is_lost_when_shared_out(self) -> None:
        self.assertEqual(et.apportion(100, [1, 1, 1]), [34, 33, 33])
        self.assertEqual(et.apportion("-7", ["0.5", Decimal("0.25"), Fraction(1, 4)]), [-3, -2, -2])
        with self.assertRaisesRegex(TypeError, "float"):
            et.apportion(100, [0.5])  # type: ignore[list-item]
        with self.assertRaises(et.InputError) as caught:
            et.apportion(100, [])
        self.assertEqual(caught.exception.path, "/weights")

    def test_capabilities(self) -> None:
        self.assertIn("inventory", et.capabilities()["methods"])
        self.assertEqual(et.capabilities()["engine"], et.__version__)


if __name__ == "__main__":
    unittest.main()
