"""Differences, base years, intensities and targets. Runs on the installed wheel."""

import unittest
from decimal import Decimal
from fractions import Fraction
from typing import Any

import emitrace as et
from support import ENGLISH, YEAR

HEADER = b"id,date,site,activity,quantity,unit\n"
OPTIONS = {"profile": "ghg-protocol", "gwp": "AR5", "region": "VN"}


class Compare(unittest.TestCase):
    def test_two_ledgers_line_by_line(self) -> None:
        old = HEADER + b"A,2023-05-31,Hanoi,electricity,1250,kWh\nB,2023-05-31,Vinh,electricity,10,kWh\n"
        new = HEADER + b"A,2023-05-31,Hanoi,electricity,1500,kWh\n"
        change = et.diff(old, new, options=OPTIONS, structure=["Vinh"], by=["site"])
        total = change.total["total_location"]
        self.assertEqual(total["change_kg_co2e"], sum(total["effects"].values()))
        self.assertEqual(total["effects"]["structure_kg_co2e"], Decimal("-6.592"))
        self.assertEqual((change.lines or {})["disappeared"], 1)
        self.assertEqual([cell["key"] for cell in change.by("site")], [["Hanoi"], ["Vinh"]])
        self.assertEqual(change.waterfall()[-1]["end_kg_co2e"], Decimal("988.8"))
        self.assertEqual(change.to_vega_lite()["mark"], "bar")
        self.assertIn("So sánh", change.to_text("vi"))
        self.assertIn("Trước", change.chart(lang="vi").svg)
        self.assertIn('<th scope="col"', change._repr_html_())
        with self.assertRaises(KeyError):
            change.by("gas")

    def test_equal_inventories_do_not_differ(self) -> None:
        year = et.inventory(ENGLISH, **YEAR)
        same = et.diff(year, year)
        self.assertIsNone(same.lines)
        self.assertTrue(all(not cells for cells in (same.by("site"), same.by("gas"))))
        self.assertIn("The two do not differ.", same.to_text())

    def test_another_gwp_set_for_the_ledger_after(self) -> None:
        ledger = HEADER + b"A,2023-05-31,Hanoi,R-410A,10,kg\n"
        change = et.diff(ledger, ledger, options=OPTIONS, after_options={"gwp": "AR6"})
        self.assertEqual(change.total["scope_1"]["effects"]["gwp_kg_co2e"], Decimal("3320"))

    def test_a_base_year(self) -> None:
        base = et.inventory(ENGLISH, **YEAR)
        grown = et.base_year(base, base, policy="sbti", accounts=["scope_1"], events=[{"kind": "organic-growth"}])
        self.assertFalse(grown.recalculate)
        self.assertEqual(grown.base_kg_co2e, base.scope_1_kg_co2e)
        bought = {"kind": "acquisition", "entity": base}
        again = et.base_year(base, policy="ghg-protocol", threshold_percent=5, accounts=["scope_1"], events=[bought])
        self.assertTrue(again.recalculate)
        self.assertEqual(again.base_kg_co2e, 2 * base.scope_1_kg_co2e)
        self.assertIn("recalculated", again.to_text())
        self.assertIn("the base year recalculated", again._repr_html_())
        change = et.base_year(base, base, policy="sbti", accounts=["scope_1"])
        self.assertIn("<svg", change.chart().svg)
        with self.assertRaises(et.InputError) as caught:
            et.base_year(base, policy="ghg-protocol", accounts=["scope_1"])
        self.assertEqual(caught.exception.path, "/policy/threshold_percent")

    def test_intensities_and_targets(self) -> None:
        emissions: Any = {2023: {"scope_1": 5000}, 2024: {"scope_1": "4500"}}
        steel: Any = {2023: {"steel": (3, "t")}, 2024: {"steel": ("3000", "kg")}}
        years = et.intensity(emissions, steel, accounts=["scope_1"]).years
        self.assertEqual(years[0]["intensities"][0]["exact_kg_co2e_per_unit"], Fraction(5000, 3))
        self.assertEqual(years[1]["intensities"][0]["change_percent"], Decimal("-10"))
        target = {"name": "n", "accounts": ["scope_1"], "target_year": 2030, "pathway": "sbti-1.5c"}
        result = et.targets(emissions, [target])
        self.assertTrue(result.targets[0]["path"][1]["on_track"])
        self.assertEqual(len(result.to_vega_lite()["vconcat"]), 1)
        self.assertIn("Actual: 4,500", result.chart().svg)
        self.assertIn("4790", result._repr_html_())
        self.assertIn("1666.667", et.intensity(emissions, steel, accounts=["scope_1"])._repr_html_())
        wrong: Any = {2023: {"scope_1": 0.5}}
        with self.assertRaises(TypeError):
            et.intensity(wrong, {}, accounts=["scope_1"])


if __name__ == "__main__":
    unittest.main()
