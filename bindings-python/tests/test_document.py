"""Documents of answers, on the installed package; workbooks are read with nothing but the standard library."""

import io
import json
import unittest
import zipfile
from xml.etree import ElementTree

import emitrace as et

LEDGER = (
    b"id,date,activity,quantity,unit,site\n"
    b"1,2023-05-31,electricity,1250,kWh,=1+1\n"
    b"2,2023-06-30,electricity,1000.123456789,kWh,Hu\xe1\xba\xbf\n"
)
CHOICES = {"profile": "ghg-protocol", "gwp": "AR5", "region": "VN"}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def inventory() -> et.Inventory:
    return et.inventory(LEDGER, profile="ghg-protocol", gwp="AR5", region="VN")


class Documents(unittest.TestCase):
    def test_a_workbook_has_formulas_over_its_lines_and_texts_that_are_texts(self) -> None:
        book = et.workbook(inventory(), ledger=LEDGER, lang="vi", **CHOICES)
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            names = [sheet.get("name") for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
            totals = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
            lines = archive.read(f"xl/worksheets/sheet{names.index('Từng dòng') + 1}.xml").decode()
        formulas = {cell.findtext(f"{MAIN}f"): cell.findtext(f"{MAIN}v") for cell in totals.iter(f"{MAIN}c") if cell.find(f"{MAIN}f") is not None}
        summed = [value for formula, value in formulas.items() if formula and formula.startswith("SUMIFS") and "scope_2_location" in formula]
        # The 15 digits that a spreadsheet keeps of 1483.281382715309.
        self.assertEqual(summed, ["1483.28138271531"])
        self.assertIn('t="inlineStr"><is><t xml:space="preserve">=1+1</t>', lines)
        self.assertNotIn("<f>=1+1", lines)

    def test_a_workbook_of_another_ledger_is_refused(self) -> None:
        with self.assertRaises(et.InputError) as caught:
            et.workbook(inventory(), ledger=LEDGER.replace(b"1250", b"1251"), **CHOICES)
        self.assertEqual(caught.exception.path, "/ledger")

    def test_lots_and_paths_are_workbooks(self) -> None:
        cards = {
            "name": "kho.csv",
            "text": "kind,date,item,lot,quantity,unit,run,supplier\nreceipt,2026-01-05,wire,H1,1000,kg,,S1\n"
            "use,2026-01-06,wire,H1,400,kg,R1,\noutput,2026-01-06,bolt,B1,390,kg,R1,\n",
        }
        lots = et.trace(cards, locale="en-US")
        for answer in (lots, lots.back("B1"), lots.forward("H1")):
            with zipfile.ZipFile(io.BytesIO(et.workbook(answer, lang="vi"))) as archive:
                self.assertIn("xl/workbook.xml", archive.namelist())
                self.assertIsNone(archive.testzip())

    def test_a_report_is_verified_in_each_form(self) -> None:
        self.assertTrue(et.verify_report(inventory(), LEDGER).holds)
        for report in (inventory().to_csv().encode(), inventory().to_xlsx("vi")):
            self.assertTrue(et.verify_report(report, LEDGER, **CHOICES).holds)
        told = et.verify_report(inventory(), LEDGER.replace(b"1250", b"1251"), earlier=LEDGER)
        self.assertEqual([line["row"] for line in told.explained], [2])
        assert told.changes is not None
        self.assertEqual(told.changes["changes"][0]["causes"][0]["what"], "quantity")
        self.assertIn("0.6592", told.table())
        self.assertIn("<html", told.html(lang="vi"))

    def test_charts_and_markdown(self) -> None:
        chart = et.chart_data("scopes-by-year", inventory(), inventory(), years=[2022, 2023], base_year=2022, lang="vi")
        self.assertEqual(chart["layer"][2]["data"]["values"][0]["says"], "Năm cơ sở 2022")
        self.assertTrue(inventory().to_markdown("vi").startswith("# Kiểm kê khí nhà kính"))
        self.assertEqual(json.loads(inventory().to_json())["digest"], inventory().digest)

    def test_a_pdf_needs_typst_and_says_so(self) -> None:
        try:
            import typst  # noqa: F401
        except ImportError:
            with self.assertRaises(et.InputError) as caught:
                inventory().to_pdf()
            self.assertEqual(caught.exception.code, "CHOICE_MISSING")
        else:
            self.assertTrue(inventory().to_pdf(lang="vi").startswith(b"%PDF-"))


if __name__ == "__main__":
    unittest.main()
