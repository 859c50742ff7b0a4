"""Sustainability reports. Runs on the installed wheel."""

import io
import json
import unittest
import zipfile

import emitrace as et
from support import ROOT

EXAMPLE = ROOT / "examples" / "fastener"


class Disclosures(unittest.TestCase):
    report: et.Disclosure
    digest: str

    @classmethod
    def setUpClass(cls) -> None:
        request = json.loads((EXAMPLE / "vsme" / "answers.json").read_text(encoding="utf-8"))
        inventory = et.inventory(
            EXAMPLE / "ledger.vi.csv",
            profile="ghg-protocol",
            gwp="AR5",
            period="2025-01-01/2025-12-31",
            region="VN",
            locale="vi-VN",
            proxy_years=2,
            proxy_places=["GB"],
            factors=[EXAMPLE / "factors.pack"],
        )
        cls.report = et.disclosure_fill(request["report"], answers=request["answers"], energy=request["energy"], inventories=[inventory])
        cls.digest = inventory.digest

    def test_the_fastener_makers_report_is_complete_and_says_where_figures_come_from(self) -> None:
        self.assertTrue(self.report.valid and self.report.complete, self.report.findings)
        facts = {(fact["concept"], fact["period"], *fact["dimensions"].values()): fact for fact in self.report.report["facts"]}
        scope_1 = facts["vsme:GrossScope1GreenhouseGasEmissions", "2025-01-01/2025-12-31"]
        self.assertEqual((scope_1["value"], scope_1["decimals"], scope_1["sources"][0]["reference"]), ("343.113", "3", self.digest))
        self.assertIn(("vsme:Turnover", "2024-01-01/2024-12-31"), facts)
        self.assertEqual([finding["code"] for finding in self.report.findings], ["INVENTORY_PARTLY"])

    def test_documents(self) -> None:
        page = self.report.ixbrl(lang="vi")
        self.assertIn(">343,113</ix:nonFraction>", page)
        self.assertEqual(len(json.loads(self.report.xbrl_json())["facts"]), self.report.counts["facts"])
        with zipfile.ZipFile(io.BytesIO(self.report.xbri(lang="vi"))) as package:
            self.assertEqual(package.read("report/reports/report.xhtml").decode(), page)
        self.assertIn("Đầy đủ", self.report.table(lang="vi"))
        self.assertTrue(self.report.html().startswith("<!DOCTYPE html>"))

    def test_what_is_wrong_is_refused_as_a_document(self) -> None:
        report = dict(self.report.report, facts=[{"concept": "vsme:Turnover", "value": "1", "unit": "utr:t"}])
        checked = et.disclosure_check(report)
        self.assertFalse(checked.valid)
        with self.assertRaises(et.InputError) as caught:
            checked.xbrl_json()
        self.assertEqual(caught.exception.code, "FACT_VALUE")


if __name__ == "__main__":
    unittest.main()
