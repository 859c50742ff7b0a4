"""Reporting frameworks. Runs on the installed wheel."""

import json
import unittest
from typing import Any

import emitrace as et
from support import ROOT

EXAMPLE = ROOT / "examples" / "fastener"


class Frameworks(unittest.TestCase):
    inventory: et.Inventory
    known: dict[str, Any]

    @classmethod
    def setUpClass(cls) -> None:
        cls.inventory = et.inventory(
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
        cls.known = json.loads((EXAMPLE / "frameworks" / "statements.json").read_text(encoding="utf-8"))

    def test_the_table_has_exact_figures_with_codes_and_shares_of_customers(self) -> None:
        table = et.framework_table(self.inventory, frameworks=["gri"], **self.known)
        scope_1 = table["ghg.scope1"]
        self.assertEqual(scope_1["values"][0]["value"], "343.1127300757929")
        self.assertEqual(scope_1["values"][0]["reference"], self.inventory.digest)
        self.assertEqual(scope_1["codes"][0]["framework"], "gri-2016")
        self.assertEqual(table.customers[0]["share"], "0.25")
        self.assertEqual(table.csv().splitlines()[0].split(",")[9], "gri-2016")
        self.assertIn("305-1 a", table.table(lang="vi"))

    def test_figures_stand_beside_those_of_the_period_before(self) -> None:
        choices: dict[str, Any] = {"profile": "ghg-protocol", "gwp": "AR5", "region": "VN", "proxy_years": 2}
        header = b"date,activity,quantity,unit\n"
        before = et.inventory(header + b"2024-05-31,electricity,2500,kWh\n", period="2024-01-01/2024-12-31", **choices)
        now = et.inventory(header + b"2025-05-31,electricity,1250,kWh\n", period="2025-01-01/2025-12-31", **choices)
        table = et.framework_table(now, frameworks=["ifrs-s2"], previous=before)
        value = table["ghg.scope2.lb"]["values"][0]
        self.assertEqual((value["value"], value["previous"]), ("0.824", "1.648"))
        self.assertIn("01/01/2024 – 31/12/2024", table.table(lang="vi"))

    def test_a_report_says_what_it_misses(self) -> None:
        report = et.framework_report("iso-14064-1", self.inventory, **self.known)
        items = {item["code"]: item["state"] for section in report.sections for item in section["items"]}
        self.assertEqual([items[letter] for letter in "afhs"], ["filled", "filled", "not-applicable", "missing"])
        self.assertFalse(report.complete)
        self.assertIn("CHƯA ĐẦY ĐỦ", report.html(lang="vi"))

    def test_a_report_is_computed_again_from_the_ledger(self) -> None:
        report = et.framework_report("iso-14064-1", self.inventory, **self.known)
        request = self.known | {"report": "iso-14064-1", "inventory": self.inventory}
        kept = (EXAMPLE / "ledger.vi.csv").read_bytes()

        def again(ledger: bytes) -> et.AnswerVerification:
            ledgers = {"/inventory": ledger}
            return et.verify_answer(report, "framework.report", request, ledgers=ledgers, factors=[EXAMPLE / "factors.pack"])

        self.assertTrue(again(kept).holds)
        told = again(kept.replace(b"71.240", b"71.250", 1))
        self.assertEqual(told.reasons, ["inventories", "figures"])
        self.assertEqual([line["id"] for line in told.answers[0]["verified"]["explained"]], ["E-DA-01"])
        self.assertIn("Kết quả không khớp", told.html(lang="vi"))

    def test_names_that_are_not_known_are_refused(self) -> None:
        table = et.framework_table(self.inventory, frameworks=["vsme"], statements={"organisation": {"value": "x"}})
        self.assertEqual([finding["code"] for finding in table.findings][-1], "UNKNOWN_REFERENCE")
        with self.assertRaises(et.InputError) as caught:
            et.framework_table(self.inventory, frameworks=["gri"])
        self.assertEqual((caught.exception.code, caught.exception.path), ("CHOICE_MISSING", "/on"))


if __name__ == "__main__":
    unittest.main()
