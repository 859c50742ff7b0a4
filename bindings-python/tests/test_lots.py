"""Lots from stock cards: mass origin, possible origin, recall, findings, reports."""

import tempfile
import unittest
from pathlib import Path

import emitrace as et

NOTES = (
    "Ngày;Số CT;Loại phiếu;Mã hàng;Số lô;Số lượng;ĐVT;Lệnh SX;Khách hàng;Xuất xứ\n"
    "02/01/2026;PNK1;Nhập mua;THÉP;C1;600;kg;;;VN\n"
    "02/01/2026;PNK2;Nhập mua;THÉP;C2;400;kg;;;CN\n"
    "05/01/2026;PXK1;Xuất sản xuất;THÉP;C1;600;kg;LSX1;;\n"
    "05/01/2026;PXK2;Xuất sản xuất;THÉP;C2;400;kg;LSX1;;\n"
    "06/01/2026;PNK3;Nhập thành phẩm;BU LÔNG;T1;50.000;cái;LSX1;;\n"
    "09/01/2026;PGH1;Xuất bán;BU LÔNG;T1;20.000;cái;;Osaka;\n"
)
BOLT = {"item": "BU LÔNG", "unit": "cái", "kg": "0.0185"}


class Trace(unittest.TestCase):
    def setUp(self) -> None:
        self.books = et.trace(NOTES.encode(), items=[BOLT], locale="vi-VN")

    def test_a_box_goes_back_to_its_coils(self) -> None:
        self.assertTrue(self.books.complete)
        back = self.books.back("T1")
        self.assertEqual([(share["label"], share["percent"]) for share in back.countries], [("CN", "40"), ("VN", "60")])
        self.assertEqual([source["lot"] for source in back.sources], ["C1", "C2"])
        self.assertEqual((back.possible["countries"], back.nearest), (["CN", "VN"], ["C1", "C2"]))
        self.assertEqual(self.books.ancestors("T1"), ["C1", "C2"])
        self.assertIn("└─", back.report("tree"))
        self.assertIn("flowchart LR", back.report("mermaid"))
        self.assertIn("Nguồn gốc", back.report("html", lang="vi"))
        self.assertEqual(self.books.back(document="PGH1").countries[1]["quantity"], "222")

    def test_a_coil_is_recalled_from_customers(self) -> None:
        forward = self.books.forward("C2")
        (delivery,) = forward.deliveries
        self.assertEqual((delivery["customer"], delivery["quantity"], delivery["holds"]), ("Osaka", "370", "148"))
        self.assertEqual(self.books.descendants("C2"), ["T1"])

    def test_paths_and_records_are_read_too(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "phieu.csv"
            file.write_text(NOTES, encoding="utf-8")
            records = [{"kind": "ship", "date": "2026-01-10", "item": "BU LÔNG", "lot": "T1", "quantity": "40000", "unit": "cái"}]
            books = et.trace([file], records=records, items=[BOLT], locale="vi-VN")
        self.assertFalse(books.complete)
        self.assertEqual([(found["code"], found["row"], found["quantity"]) for found in books.findings], [("ABOVE_STOCK", 1, "185")])
        self.assertIn("ABOVE_STOCK", books.report(view="gaps"))
        self.assertTrue(books.report("csv").startswith("item,lot,store"))

    def test_what_is_not_there_is_told(self) -> None:
        with self.assertRaises(et.InputError) as caught:
            self.books.back("T9")
        self.assertEqual(caught.exception.code, "NOT_IN_TRACE")
        with self.assertRaises(et.InputError):
            et.trace(options={"policy": "best"})
        with self.assertRaises(TypeError):
            et.Trace(None)  # type: ignore[arg-type]


if __name__ == "__main__":
    unittest.main()
