"""Bought electricity matched by the hour. Runs on the installed wheel."""

import unittest
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import emitrace as et

PPA = {
    "id": "PPA",
    "kind": "contract",
    "market": "VN",
    "volume": "400",
    "volume_unit": "kWh",
    "sites": ["A"],
    "gases": [{"gas": "CO2", "kg_per_kwh": "0.1"}],
}
LOAD = "Thời điểm;Điện năng\n" + "".join(f"01/07/2023 {hour:02}:00;1,5\n" for hour in range(24))
SUN = b"time,value\n2023-07-01 11:00,1\n2023-07-01 12:00,9\n"


class Hourly(unittest.TestCase):
    def matched(self, **more: Any) -> et.HourlyMatching:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "phụ tải.csv"
            file.write_text(LOAD, encoding="utf-8")
            return et.hourly_matching(
                [{"file": file, "id": "A", "unit": "kWh"}],
                [{"file": SUN, "id": "PPA", "unit": "kWh"}],
                **{
                    "profile": "ghg-protocol",
                    "gwp": "AR5",
                    "period": "2023-07-01",
                    "utc_offset": "+07:00",
                    "region": "VN",
                    "matching": "hourly",
                    "instruments": {"register": [PPA]},
                    "locale": "vi-VN",
                    **more,
                },
            )

    def test_hours_and_the_year_stand_side_by_side(self) -> None:
        made = self.matched()
        self.assertEqual((made.load_kwh, made.matched_kwh, made.unmatched_kwh), (36, Decimal("2.5"), Decimal("33.5")))
        self.assertEqual(made.market_kg_co2e, Decimal("0.25") + Decimal("33.5") * Decimal("0.6592"))
        self.assertEqual(made.result["comparison"]["annual"]["matched_kwh"], "36")
        self.assertTrue(made.complete)
        self.assertEqual({count["severity"] for count in made.result["coverage"]["findings"]}, {"warning"})
        self.assertIn("theo giờ", made.document(lang="vi"))
        self.assertTrue(made.document("csv").startswith("view,start,site,instrument"))
        self.assertIn("6.944444 % matched (hourly), complete", repr(made))
        self.assertIn("<table", made._repr_html_())
        self.assertEqual(self.matched(matching="annual").matched_kwh, 36)
        self.assertEqual(len(self.matched(each_interval=True).result["intervals"]), 24)

    def test_choices_are_asked_for(self) -> None:
        with self.assertRaises(et.InputError) as caught:
            self.matched(matching="")
        self.assertEqual((caught.exception.code, caught.exception.path), ("CHOICE_MISSING", "/hourly/matching"))
        with self.assertRaises(TypeError):
            self.matched(factor_series=["grid.csv"])

    def test_uncertainty_and_quality_read_for_instruments_first(self) -> None:
        ledger = b"id,date,site,activity,quantity,unit,quality\n1,2023-05-31,A,electricity,1000,kWh,2-2-2-2-2\n"
        choices: dict[str, Any] = {
            "profile": "ghg-protocol",
            "gwp": "AR5",
            "region": "VN",
            "instruments": {"register": [PPA]},
        }
        sure = et.uncertainty(ledger, approach=1, **choices)
        self.assertEqual([figure.kg_co2e for figure in sure.total], [Decimal("659.2"), Decimal("435.52")])
        self.assertEqual(et.quality(ledger, **choices).total[1]["score"]["exact"], "2")


if __name__ == "__main__":
    unittest.main()
