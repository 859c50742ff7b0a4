//! What is written is read back to the letter; whatever a report says; and a file from elsewhere loses nothing unsaid.

use crate::factor::shipped;
use proptest::prelude::*;

use super::elements::{Element, Holds, REPORT};
use super::*;
use crate::wire::v1::{
    CbamQuarterlyDirect, CbamQuarterlyEmissions, CbamQuarterlyGood, CbamQuarterlyReport, CbamQuarterlyRequest,
};

fn read(xml: &str) -> Result<v1::CbamQuarterlyReadAnswer, Error> {
    read_quarterly(shipped(), &v1::CbamQuarterlyReadRequest { xml: xml.into() })
}

fn write(report: CbamQuarterlyReport) -> v1::CbamQuarterlyAnswer {
    let request = CbamQuarterlyRequest { report, ..CbamQuarterlyRequest::default() };
    quarterly(None::<&[u8]>, shipped(), &request).unwrap()
}

/// Text with everything that XML has to be told about.
fn text() -> BoxedStrategy<Value> {
    "[a-z<>&\"' \t\n\r\u{85}\u{2028}é😀0-9.]{1,12}".prop_map(Value::String).boxed()
}

/// Whatever fits the shape of a group: any field may be empty, any list up to three long.
fn group(elements: &'static [Element]) -> BoxedStrategy<Map<String, Value>> {
    let mut fields: Vec<BoxedStrategy<Vec<(String, Value)>>> = Vec::new();
    for element in elements {
        let name = element.field.to_owned();
        let named = move |value: Value| vec![(name.clone(), value)];
        fields.push(match &element.holds {
            Holds::Order => continue,
            Holds::Group(inner) if element.field.is_empty() => {
                group(inner).prop_map(|inner| inner.into_iter().collect()).boxed()
            }
            Holds::Group(inner) if element.most > 1 => {
                proptest::collection::vec(group(inner).prop_map(Value::Object), 0..3)
                    .prop_map(move |list| named(Value::Array(list)))
                    .boxed()
            }
            Holds::Group(inner) => group(inner).prop_map(move |inner| named(Value::Object(inner))).boxed(),
            Holds::Flag => proptest::option::of(any::<bool>())
                .prop_map(move |flag| named(flag.map_or(Value::Null, Value::Bool)))
                .boxed(),
            _ => prop_oneof![Just(Value::String(String::new())), text()].prop_map(named).boxed(),
        });
    }
    fields.prop_map(|parts| parts.into_iter().flatten().collect()).boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_written_is_read_back_to_the_letter(fields in group(REPORT)) {
        let report: CbamQuarterlyReport = serde_json::from_value(Value::Object(fields)).unwrap();
        let written = write(report.clone());
        let back = read(&written.xml).unwrap();
        prop_assert_eq!(&back.report, &report);
        // The request made of what was read writes the same file.
        prop_assert_eq!(write(back.report).xml, written.xml);
        prop_assert!(!back.findings.iter().any(|finding| finding.code == "ELEMENT_UNKNOWN"));
    }
}

#[test]
fn every_field_of_a_report_has_its_element_and_the_other_way_round() {
    fn fields(elements: &[Element], found: &mut Vec<String>) {
        for element in elements {
            match &element.holds {
                Holds::Order => {}
                Holds::Group(inner) if element.field.is_empty() => fields(inner, found),
                _ => found.push(element.field.to_owned()),
            }
        }
    }
    /// Walks the default of a struct beside its group; lists are entered through one default entry.
    fn compare(elements: &[Element], object: &Map<String, Value>) {
        let mut named = Vec::new();
        fields(elements, &mut named);
        named.sort();
        let mut held: Vec<String> = object.keys().cloned().collect();
        held.sort();
        assert_eq!(named, held);
    }
    fn default_of<T: Default + serde::Serialize>() -> Map<String, Value> {
        match serde_json::to_value(T::default()).unwrap() {
            Value::Object(fields) => fields,
            other => panic!("{other}"),
        }
    }
    fn find(elements: &'static [Element], name: &str) -> Option<&'static [Element]> {
        elements.iter().find_map(|element| match &element.holds {
            Holds::Group(inner) if element.name == name => Some(*inner),
            Holds::Group(inner) => find(inner, name),
            _ => None,
        })
    }
    let group = |name: &str| find(REPORT, name).unwrap();
    compare(REPORT, &default_of::<CbamQuarterlyReport>());
    compare(group("ImportedGood"), &default_of::<CbamQuarterlyGood>());
    compare(group("GoodsEmissions"), &default_of::<CbamQuarterlyEmissions>());
    compare(group("DirectEmissions"), &default_of::<CbamQuarterlyDirect>());
    compare(group("IndirectEmissions"), &default_of::<v1::CbamQuarterlyIndirect>());
    compare(group("ImportedQuantity"), &default_of::<v1::CbamQuarterlyQuantity>());
    compare(group("InwardProcessingInfo"), &default_of::<v1::CbamQuarterlyInwardProcessing>());
    compare(group("MeasureProcedureImported"), &default_of::<v1::CbamQuarterlyProcedureMeasure>());
    compare(group("MeasureImported"), &default_of::<v1::CbamQuarterlyMeasure>());
    compare(group("SupportingDocuments"), &default_of::<v1::CbamQuarterlyDocument>());
    compare(group("Attachment"), &default_of::<v1::CbamQuarterlyAttachment>());
    compare(group("InstallationOperator"), &default_of::<v1::CbamQuarterlyOperator>());
    compare(group("ContactDetails"), &default_of::<v1::CbamQuarterlyContact>());
    compare(group("Installation"), &default_of::<v1::CbamQuarterlyInstallation>());
    compare(group("ProdMethodQualifyingParams"), &default_of::<v1::CbamQuarterlyProductionMethod>());
    compare(group("DirectQualifyingParameters"), &default_of::<v1::CbamQuarterlyParameter>());
    compare(group("CarbonPriceDue"), &default_of::<v1::CbamQuarterlyCarbonPrice>());
    compare(group("ProductsCovered"), &default_of::<v1::CbamQuarterlyCarbonPriceProduct>());
    compare(group("RemarksEmissions"), &default_of::<v1::CbamQuarterlyRemark>());
    compare(group("Declarant"), &default_of::<v1::CbamQuarterlyDeclarant>());
    compare(group("ActorAddress"), &default_of::<v1::CbamQuarterlyAddress>());
    compare(group("Importer"), &default_of::<v1::CbamQuarterlyParty>());
    compare(group("Signatures"), &default_of::<v1::CbamQuarterlySignature>());
    compare(group("Address"), &default_of::<v1::CbamQuarterlyInstallationAddress>());
}

#[test]
fn what_the_list_does_not_have_is_told_with_its_place() {
    let xml = "<?xml version=\"1.0\"?><v1:QReport xmlns:v1=\"http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1\">\
        <v1:Year>2024</v1:Year><v1:ReportingPeriod>Q3</v1:ReportingPeriod><v1:Year>2025</v1:Year>loose\
        <v1:ImportedGood><v1:ItemNumber>7</v1:ItemNumber><v1:TotalEmissions><v1:TotalDirect>1</v1:TotalDirect></v1:TotalEmissions>\
        <v1:GoodsEmissions/><v1:GoodsEmissions><v1:SequenceNumber>2</v1:SequenceNumber></v1:GoodsEmissions></v1:ImportedGood></v1:QReport>";
    let answer = read(xml).unwrap();
    assert_eq!((&*answer.report.year, &*answer.report.reporting_period), ("2024", "Q3"));
    assert_eq!(answer.report.goods[0].emissions.len(), 2);
    let told = |code: &str, path: &str, words: &str| {
        let found = answer
            .findings
            .iter()
            .any(|finding| finding.code == code && finding.path == path && finding.message.contains(words));
        assert!(found, "{code} {path} {words}: {:#?}", answer.findings);
    };
    told("ELEMENT_UNKNOWN", "/report/goods/0", "TotalEmissions");
    told("ELEMENT_UNKNOWN", "/report", "text stands between");
    told("ELEMENT_MISFIT", "/report", "ReportingPeriod` stands behind");
    told("ELEMENT_MISFIT", "/report", "Year` stands twice");
    told("ELEMENT_MISFIT", "/report/goods/0", "it is numbered 1 anew");
    told("MISSING_VALUE", "/report/declarant", "Declarant");
    told("MISSING_VALUE", "/report/goods/0/cn_code", "CnCode");
    assert!(!answer.complete);
}

#[test]
fn other_documents_and_traps_are_refused() {
    let code = |xml: &str| read(xml).unwrap_err().code();
    assert_eq!(code("<QReport/>"), Code::UnknownValue);
    assert_eq!(code("<a xmlns=\"http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1\"/>"), Code::UnknownValue);
    assert_eq!(code("<!DOCTYPE a [<!ENTITY b \"c\">]><QReport/>"), Code::DtdForbidden);
    assert_eq!(
        code("<QReport xmlns=\"http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1\"><Year>"),
        Code::BadXml
    );
    assert_eq!(code(""), Code::BadXml);
}

#[test]
fn texts_that_do_not_fit_are_told_and_stay() {
    let report = CbamQuarterlyReport {
        submission_date: "2026-01-28".into(),
        report_id: "x".repeat(23),
        year: "2025".into(),
        reporting_period: "Q4".into(),
        goods: vec![CbamQuarterlyGood {
            cn_code: "73181595".into(),
            hs_code: "731816".into(),
            emissions: vec![CbamQuarterlyEmissions {
                direct: CbamQuarterlyDirect {
                    specific_embedded_emissions: "1.12345678".into(),
                    methodology: "bell \u{7}".into(),
                    ..CbamQuarterlyDirect::default()
                },
                ..CbamQuarterlyEmissions::default()
            }],
            ..CbamQuarterlyGood::default()
        }],
        ..CbamQuarterlyReport::default()
    };
    let answer = write(report);
    let misfits: Vec<&str> = answer
        .findings
        .iter()
        .filter(|finding| finding.code == "ELEMENT_MISFIT")
        .map(|finding| &*finding.path)
        .collect();
    assert_eq!(
        misfits,
        [
            "/report/submission_date",
            "/report/report_id",
            "/report/goods/0/emissions/0/direct/methodology",
            "/report/goods/0/emissions/0/direct/specific_embedded_emissions"
        ]
    );
    assert!(answer.findings.iter().any(|finding| finding.code == "BAD_CN_CODE"));
    assert_eq!(answer.due, "2026-01-31");
    // What XML cannot hold is not in it; everything else is.
    assert!(answer.xml.contains("<SpecificEmbeddedEmissions>1.12345678<") && read(&answer.xml).is_ok());
}
