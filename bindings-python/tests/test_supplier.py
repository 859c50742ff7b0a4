"""Readiness of suppliers. Runs on the installed wheel."""

import json
import unittest
from typing import Any

import emitrace as et
from support import ROOT

SUPPLIERS = ROOT / "examples" / "suppliers"
EVIDENCE = ROOT / "examples" / "fastener" / "supplier" / "bang-chung.csv"


class Supplier(unittest.TestCase):
    def test_the_fastener_maker_and_its_list_of_certificates(self) -> None:
        assessment = et.supplier_assess(
            "supplier-electronics-example",
            as_of="2026-11-21",
            profile={"employees": 80, "energy_toe": 220, "uses_3tg": "no"},
            sites=["Đông Anh", "Thường Tín"],
            evidence=EVIDENCE,
            locale="vi-VN",
        )
        states = {state["id"]: state["status"] for state in assessment.requirements}
        self.assertEqual((states["q.iso9001"], states["e.iso14001"], states["b.minerals"]), ("met_expiring_soon", "expired", "not_applicable"))
        self.assertEqual((assessment.score["low_percent"], assessment.score["high_percent"]), ("68.75", "75"))
        self.assertEqual([finding["code"] for finding in assessment.findings], ["BAD_DATE"])
        self.assertFalse(assessment.ready)
        self.assertIn("chưa sẵn sàng", assessment.table(lang="vi"))
        self.assertIn("<html", assessment.html(lang="vi"))

    def test_answers_are_evidence_of_what_they_show(self) -> None:
        ledger = b"date,activity,quantity,unit\n2025-05-31,electricity,1250,kWh\n"
        inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN", period="2025-01-01/2025-12-31", proxy_years=2)
        for answer in (inventory, inventory.to_json()):
            assessment = et.supplier_assess("supplier-vsme-basic", as_of="2026-11-21", answers=[answer])
            states = {state["id"]: state["status"] for state in assessment.requirements}
            self.assertEqual((states["v.scope2"], states["v.scope1"]), ("met", "unknown"))
            self.assertEqual([one["sha256"] for one in assessment.documents], [inventory.digest])
        changed = inventory.to_json().replace('"rows":1', '"rows":2')
        with self.assertRaises(et.InputError) as caught:
            et.supplier_assess("supplier-vsme-basic", as_of="2026-11-21", answers=[changed])
        self.assertEqual((caught.exception.code, caught.exception.path), ("ANSWER_CHANGED", "/answers/0/digest"))

    def test_a_set_of_ones_own_and_its_faults(self) -> None:
        own = next(one for one in et.supplier_sets() if one["id"] == "supplier-automotive-example")
        own["requirements"][0]["applies_if"] = "employees >="
        with self.assertRaises(et.InputError) as caught:
            et.supplier_assess(own, as_of="2026-11-21")
        self.assertEqual((caught.exception.code, caught.exception.path), ("BAD_CONDITION", "/requirements/requirements/0/applies_if"))

    def test_size_and_audit(self) -> None:
        self.assertEqual(et.supplier_size("B", 100, revenue_vnd=300_000_000_000)["size"], "medium")
        audit = et.supplier_vda63([{"element": "P7", "question": "7.1", "points": "4", "star": True}])
        self.assertEqual((audit["overall_percent"], audit["grade"]), ("40", "C"))
        audit = et.supplier_rba_vap(conformance=72, risk=2, findings={"priority": 1, "major": 4, "minor": 3}, audited="2026-03-01")
        self.assertEqual((audit["score"], audit["colour"], audit["last_day"]), ("136.6098", "red", "2028-03-01"))
        themes = {"environment": 70, "labor_and_human_rights": 60, "ethics": 29, "sustainable_procurement": 40}
        card = et.supplier_ecovadis_medal(96, themes, published="2026-03-01", as_of="2026-11-21")
        self.assertEqual((card["medal"], card["reasons"]), ("", [{"code": "theme-below-30", "detail": "ethics"}]))
        with self.assertRaises(et.InputError) as caught:
            et.supplier_ecovadis_medal("", themes, published="2026-03-01", as_of="2026-11-21", score=72)
        self.assertEqual((caught.exception.code, caught.exception.path), ("MISSING_VALUE", "/percentile"))

    def test_many_suppliers_by_name_and_in_numbers(self) -> None:
        tables: dict[str, Any] = {"suppliers": SUPPLIERS / "nha-cung-cap.csv", "evidence": SUPPLIERS / "bang-chung.csv", "locale": "vi-VN", "group_by": ["region"]}
        base = et.supplier_base("supplier-electronics-example", as_of="2026-11-21", wanted="exports == EU", **tables)
        self.assertEqual([one["code"] for one in base.evidence_findings], ["UNKNOWN_VALUE", "BAD_DATE"])
        self.assertEqual(base.total["suppliers"], sum(one["fits"] == "yes" for one in base.ranking))
        self.assertIn("Xưởng ví dụ", base.html(lang="vi"))
        region = et.supplier_region("supplier-electronics-example", as_of="2026-11-21", min_group=8, **tables)
        self.assertEqual(region.total["suppliers"], 60)
        self.assertTrue(all(one["suppliers"] >= 8 for one in [*region.groups, region.withheld]))
        self.assertNotIn("Xưởng ví dụ", json.dumps(region.to_dict(), ensure_ascii=False) + region.html())
        with self.assertRaises(et.InputError) as caught:
            et.supplier_region("supplier-electronics-example", as_of="2026-11-21", min_group=100, **tables)
        self.assertEqual(caught.exception.code, "GROUP_TOO_SMALL")


if __name__ == "__main__":
    unittest.main()
