"""Documents that leave an installation under CBAM. Runs on the installed wheel."""

import io
import unittest
import zipfile

import emitrace as et
from support import ROOT

PLANT = ROOT / "examples" / "cbam-steel" / "plant.json"
KEY = "07" * 32


class Documents(unittest.TestCase):
    def test_the_report_is_complete_and_comes_in_every_form(self) -> None:
        report = et.cbam_report(PLANT)
        self.assertTrue(report.complete)
        self.assertEqual(report.missing, [])
        self.assertEqual(report.allocations[0]["sefa_t_co2e"], "0.14505504")
        self.assertTrue(report.html(lang="vi").startswith('<!DOCTYPE html>\n<html lang="vi">'))
        self.assertIn("1.1.1", " ".join(item["point"] for item in report.items))
        with zipfile.ZipFile(io.BytesIO(report.xlsx())) as book:
            self.assertIsNone(book.testzip())
            self.assertIn("xl/worksheets/sheet2.xml", book.namelist())

    def test_sealed_figures_are_used_and_changed_ones_are_not(self) -> None:
        figures = et.cbam_figures(PLANT, key=KEY, created="2027-02-01T08:00:00Z")
        name = figures["installation"]
        ledger = f'date,cn_code,origin,net_mass,unit,installation\n2026-02-03,72071114,VN,100,t,"{name}"\n'.encode()
        trusted = [et.seal_key(KEY)]
        owed = et.cbam_declare(ledger, year=2026, data="actual", sealed=[figures], trusted_keys=trusted)
        self.assertTrue(owed.complete)
        self.assertEqual(str(owed.certificates), "29.497496")
        self.assertTrue(owed.html().startswith("<!DOCTYPE html>"))
        figures["installations"][0]["see_direct_t_co2e"] = "0"
        owed = et.cbam_declare(ledger, year=2026, data="actual", sealed=[figures], trusted_keys=trusted)
        self.assertIn("SEAL_BROKEN", [finding["code"] for finding in owed.findings])
        self.assertFalse(owed.complete)


if __name__ == "__main__":
    unittest.main()
