"""Readiness of suppliers. Runs on the installed wheel."""

import unittest

import emitrace as et
from support import ROOT

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


if __name__ == "__main__":
    unittest.main()
