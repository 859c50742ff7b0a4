"""Sustainability reports. Runs on the installed wheel."""

import io
import json
import unittest
import zipfile
from typing import Any

import emitrace as et
from support import ROOT

EXAMPLE = ROOT / "examples" / "fastener"


class Disclosures(unittest.TestCase):
    report: et.Disclosure
    inventory: et.Inventory
    energy: et.EnergyAccount
    request: dict[str, Any]
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
        cls.inventory, cls.request = inventory, request
        cls.energy = et.energy_account(
            EXAMPLE / "ledger.vi.csv",
            profile="ghg-protocol",
            gwp="AR5",
            period="2025-01-01/2025-12-31",
            region="VN",
            locale="vi-VN",
            proxy_years=2,
            proxy_places=["GB"],
            factors=[EXAMPLE / "factors.pack"],
            renewable_instruments=["I-REC"],
        )
        cls.report = et.disclosure_fill(
            request["report"], answers=request["answers"], energy_accounts=[cls.energy], inventories=[inventory]
        )
        cls.digest = inventory.digest

    def test_the_fastener_makers_report_is_complete_and_says_where_figures_come_from(self) -> None:
        self.assertTrue(self.report.valid and self.report.complete, self.report.findings)
        facts = {(fact["concept"], fact["period"], *fact["dimensions"].values()): fact for fact in self.report.report["facts"]}
        scope_1 = facts["vsme:GrossScope1GreenhouseGasEmissions", "2025-01-01/2025-12-31"]
        self.assertEqual((scope_1["value"], scope_1["decimals"], scope_1["sources"][0]["reference"]), ("343.113", "3", self.digest))
        self.assertIn(("vsme:Turnover", "2024-01-01/2024-12-31"), facts)
        # Five rows are not in the inventory, and the energy of twelve of steam is not known.
        partly = [(finding["code"], finding["value"]) for finding in self.report.findings]
        self.assertEqual(partly, [("INVENTORY_PARTLY", "5"), ("INVENTORY_PARTLY", "17")])

    def test_documents(self) -> None:
        page = self.report.ixbrl(lang="vi")
        self.assertIn(">343,113</ix:nonFraction>", page)
        self.assertEqual(len(json.loads(self.report.xbrl_json())["facts"]), self.report.counts["facts"])
        with zipfile.ZipFile(io.BytesIO(self.report.xbri(lang="vi"))) as package:
            self.assertEqual(package.read("report/reports/report.xhtml").decode(), page)
        self.assertIn("Đầy đủ", self.report.table(lang="vi"))
        self.assertTrue(self.report.html().startswith("<!DOCTYPE html>"))

    def test_the_report_is_computed_again_down_to_the_rows_of_the_ledger(self) -> None:
        def verified(ledger: bytes) -> dict[str, Any]:
            return et.disclosure_verify(
                self.report.xbrl_json(),
                self.request["report"],
                answers=self.request["answers"],
                energy_accounts=[self.energy],
                inventories=[self.inventory],
                ledgers=[ledger],
                packs=[(EXAMPLE / "factors.pack").read_text(encoding="utf-8")],
            )

        ledger = (EXAMPLE / "ledger.vi.csv").read_bytes()
        told = verified(ledger)
        self.assertTrue(told["holds"], told["differences"])
        self.assertEqual(told["compared"]["facts"], self.report.counts["facts"])
        told = verified(ledger.replace(b";71.240;kWh;", b";72.240;kWh;"))
        self.assertEqual(told["reasons"], ["facts", "inventories"])
        self.assertIn("E-DA-01", [line["id"] for line in told["inventories"][0]["verified"]["explained"]])

    def test_what_is_wrong_is_refused_as_a_document(self) -> None:
        report = dict(self.report.report, facts=[{"concept": "vsme:Turnover", "value": "1", "unit": "utr:t"}])
        checked = et.disclosure_check(report)
        self.assertFalse(checked.valid)
        with self.assertRaises(et.InputError) as caught:
            checked.xbrl_json()
        self.assertEqual(caught.exception.code, "FACT_VALUE")

    def test_a_page_and_a_package_are_read_back(self) -> None:
        page = self.report.ixbrl(lang="both")
        read = et.disclosure_read(page)
        self.assertEqual((read["form"], len(read["report"]["facts"]), read["findings"]), ("ixbrl", self.report.counts["facts"], []))
        self.assertTrue(all(place["line"] > 1 for place in read["places"]))
        again = et.disclosure_read(self.report.xbri(lang="vi"))
        self.assertEqual(json.loads(again["xbrl_json"])["facts"].keys(), json.loads(self.report.xbrl_json())["facts"].keys())
        made = {"answers": self.request["answers"], "energy_accounts": [self.energy], "inventories": [self.inventory]}
        self.assertTrue(et.disclosure_verify(self.report.xbri(), self.request["report"], **made)["holds"])
        told = et.disclosure_verify(page.replace(">343.113</ix", ">344.113</ix"), self.request["report"], **made)
        self.assertEqual(({one["what"] for one in told["differences"]}, told["reasons"]), ({"value"}, ["facts"]))
        self.assertTrue(all(one["difference"] == "-1" and one["line"] for one in told["differences"]))


if __name__ == "__main__":
    unittest.main()
