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


class Events(unittest.TestCase):
    XML = """<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:1" schemaVersion="1.2" creationDate="2026-03-01T08:00:00Z"><EPCISBody><EventList>
      <extension><TransformationEvent><eventTime>2026-03-01T08:00:00+07:00</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>
        <inputQuantityList><quantityElement><epcClass>urn:epc:class:lgtin:4012345.012345.H1</epcClass><quantity>100</quantity><uom>KGM</uom></quantityElement></inputQuantityList>
        <outputEPCList><epc>urn:epc:id:sgtin:4012345.012345.1</epc></outputEPCList><bizStep>urn:epcglobal:cbv:bizstep:transforming</bizStep>
        <bizLocation><id>urn:epc:id:sgln:4012345.00011.0</id></bizLocation></TransformationEvent></extension>
      <AggregationEvent><eventTime>2026-03-01T09:00:00+07:00</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset><parentID>urn:epc:id:sscc:4012345.0000000111</parentID>
        <childEPCs><epc>urn:epc:id:sgtin:4012345.012345.1</epc></childEPCs><action>ADD</action></AggregationEvent></EventList></EPCISBody></e:EPCISDocument>"""

    def test_xml_becomes_a_signed_credential_and_comes_back(self) -> None:
        told = {"id": "urn:uuid:1", "issuer": "did:web:a.example", "issuer_name": "A", "name": "Bolts"}
        made = et.read_events(
            self.XML.encode(), write="untp-0.7", created="2026-03-02T00:00:00Z", credential=told,
            names={"https://id.gs1.org/414/4012345000115": "Xưởng 1"},
        )
        lost = [loss["path"] for loss in made["losses"] if loss["severity"] == "warning"]
        self.assertEqual(lost, ["/EPCISDocument/EPCISBody/EventList/AggregationEvent[1]"])
        token = et.credential_sign(json.loads(made["document"]), "07" * 32)
        credential = et.credential_verify(token)["credential"]
        self.assertEqual(credential["credentialSubject"][0]["madeAtFacility"]["name"], "Xưởng 1")
        self.assertEqual(et.event_hashes(credential), et.event_hashes(self.XML.encode())[:1])

    def test_text_that_is_not_utf_8_is_refused(self) -> None:
        with self.assertRaises(et.InputError) as caught:
            et.read_events(self.XML.encode("utf-16"))
        self.assertEqual(caught.exception.code, "INVALID_UTF8")


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
