"""What the law asks of a facility. Runs on the installed wheel."""

import json
import unittest

import emitrace as et
from support import ROOT

EXAMPLE = ROOT / "examples" / "facility-vn"


class Facility(unittest.TestCase):
    def report(self, gwp: str = "AR5") -> et.FacilityReport:
        return et.facility_report(
            {year: EXAMPLE / f"so-lieu-{year}.csv" for year in (2024, 2025)},
            json.loads((EXAMPLE / "khai-bao.json").read_text(encoding="utf-8")),
            on="2026-11-22",
            gwp=gwp,
            factors=[EXAMPLE / "nhiet-tri.pack", EXAMPLE / "hoi.pack"],
            locale="vi-VN",
            proxy_years=2,
        )

    def test_two_years_side_by_side(self) -> None:
        made = self.report()
        self.assertTrue(made.complete)
        total = made.report["totals"][2]["years"]
        self.assertEqual([year["kg_co2e"] for year in total], ["1924733.723452941176", "2218108.095798235294"])
        self.assertIn("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", made.document())
        self.assertIn("1,924.734", made.document("table", lang="en"))
        self.assertIn("FacilityReport: 2024, 2025", repr(made))
        self.assertEqual(made.to_dict()["digest"], made.digest)
        self.assertNotEqual(self.report("AR4").digest, made.digest)

    def test_faults_name_their_place(self) -> None:
        with self.assertRaises(et.InputError) as caught:
            et.facility_report({2022: b"x", 2024: b"x"}, {}, on="2026-11-22", gwp="AR5")
        self.assertEqual((caught.exception.code, caught.exception.path), ("CANNOT_REPORT", "/years"))
        with self.assertRaises(TypeError):
            et.toe([("LPG", 1.5, "t")], on="2026-11-22")  # type: ignore[list-item]


if __name__ == "__main__":
    unittest.main()
