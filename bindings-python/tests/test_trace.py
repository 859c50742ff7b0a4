"""Rules of origin, custody ledgers, plots and lots. Runs on the installed wheel."""

import json
import unittest

import emitrace as et
from support import ROOT

EXAMPLE = ROOT / "examples" / "fastener"


class Origin(unittest.TestCase):
    def test_the_bolt_of_the_example(self) -> None:
        request = json.loads((EXAMPLE / "origin" / "evfta.json").read_text(encoding="utf-8"))
        answer = et.origin_assess(request, bom=EXAMPLE / "origin" / "bang-ke.csv", locale="vi-VN")
        bolt = answer.result["products"][0]
        self.assertEqual((bolt["verdict"], bolt["non_originating_most"]), ("pass", "805.75"))
        self.assertIn("Không có xuất xứ", answer.report("html", "vi"))
        with self.assertRaises(et.InputError) as caught:
            et.origin_assess({**request, "agreement": "none"})
        self.assertEqual(caught.exception.path, "/agreement")


class Custody(unittest.TestCase):
    def test_a_ledger_with_vietnamese_headers(self) -> None:
        ledger = "Số phiếu;Ngày;Nghiệp vụ;Vật tư;Số lượng;ĐVT;Chứng từ gốc\nPN1;05/01/2026;Nhập;gỗ;1.500,5;kg;TK-1\nPX1;06/01/2026;Xuất;gỗ;2;tấn;\n"
        request = {"scheme": "fsc-coc", "on": "2026-03-31", "unit": "t", "periods": [{"start": "2026-01-01", "end": "2026-04-01"}]}
        answer = et.custody_check(request, ledger=ledger.encode(), locale="vi-VN")
        self.assertEqual([(check["check"], check["amount"]) for check in answer.result["checks"]], [("C1", "0.4995")])
        self.assertFalse(answer.met)
        self.assertIn("C1", answer.report(lang="vi"))


class Eudr(unittest.TestCase):
    def test_plots_are_text_and_never_floats(self) -> None:
        plot = '{"type":"Polygon","coordinates":[[[105.123456,21.123456],[105.133456,21.123456],[105.133456,21.133456],[105.123456,21.123456]]]}'
        answer = et.eudr_check(plot, profile="operator-api-v3", on="2026-12-30")
        self.assertTrue(answer.met)
        self.assertIn("[105.123456,21.123456]", answer.result["geojson"])
        with self.assertRaises(TypeError):
            et.eudr_check(json.loads(plot), profile="operator-api-v3", on="2026-12-30")

    def test_the_page_of_a_lot(self) -> None:
        lot = json.loads((EXAMPLE / "lot" / "lot.json").read_text(encoding="utf-8"))["lot"]
        answer = et.lot_check(lot)
        self.assertTrue(answer.met and answer.result["one_step_back"])
        self.assertIn("Mười dữ liệu bắt buộc", answer.report("html", "vi"))


if __name__ == "__main__":
    unittest.main()
