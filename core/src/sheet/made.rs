//! Workbooks made for tests: archives of any parts, and sheets of any rows.

use std::io::Write;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A part of an archive, and what its headers claim.
#[derive(Clone)]
pub(crate) struct Piece {
    pub(crate) name: String,
    pub(crate) content: Vec<u8>,
    pub(crate) stored: bool,
    pub(crate) claimed_size: Option<u32>,
    pub(crate) claimed_crc: Option<u32>,
}

impl Piece {
    pub(crate) fn new(name: &str, content: &str) -> Piece {
        let content = content.as_bytes().to_vec();
        Piece { name: name.into(), content, stored: false, claimed_size: None, claimed_crc: None }
    }
}

/// A zip archive of pieces.
pub(crate) fn archive(pieces: &[Piece]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for piece in pieces {
        let mut crc = flate2::Crc::new();
        crc.update(&piece.content);
        let packed = if piece.stored {
            piece.content.clone()
        } else {
            let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
            encoder.write_all(&piece.content).unwrap();
            encoder.finish().unwrap()
        };
        let mut common = Vec::new();
        common.extend(20u16.to_le_bytes());
        common.extend(0u16.to_le_bytes());
        common.extend(if piece.stored { 0u16 } else { 8 }.to_le_bytes());
        common.extend([0; 4]);
        common.extend(piece.claimed_crc.unwrap_or(crc.sum()).to_le_bytes());
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend(piece.claimed_size.unwrap_or(piece.content.len() as u32).to_le_bytes());
        common.extend((piece.name.len() as u16).to_le_bytes());
        common.extend(0u16.to_le_bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend((out.len() as u32).to_le_bytes());
        directory.extend(piece.name.as_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(piece.name.as_bytes());
        out.extend(packed);
    }
    let start = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend((pieces.len() as u16).to_le_bytes());
    out.extend((pieces.len() as u16).to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend(0u16.to_le_bytes());
    out
}

/// The parts of a workbook with these sheets: name, attributes of its entry, content of its `worksheet`.
pub(crate) fn pieces(sheets: &[(&str, &str, &str)], date1904: bool) -> Vec<Piece> {
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let (mut entries, mut relations) = (String::new(), String::new());
    let mut parts = Vec::new();
    for (at, (name, attributes, content)) in (1..).zip(sheets) {
        entries.push_str(&format!("<sheet name=\"{name}\" sheetId=\"{at}\" {attributes} r:id=\"r{at}\"/>"));
        relations.push_str(&relation(&format!("r{at}"), "worksheet", &format!("worksheets/sheet{at}.xml")));
        let content = format!("<worksheet xmlns=\"{MAIN}\">{content}</worksheet>");
        parts.push(Piece::new(&format!("xl/worksheets/sheet{at}.xml"), &content));
    }
    relations.push_str(&relation("s1", "styles", "styles.xml"));
    relations.push_str(&relation("s2", "sharedStrings", "sharedStrings.xml"));
    let head = [
        Piece::new(
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{package}\">{}</Relationships>",
                relation("r1", "officeDocument", "xl/workbook.xml")
            ),
        ),
        Piece::new(
            "xl/workbook.xml",
            &format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">\
                 <workbookPr date1904=\"{date1904}\"/><sheets>{entries}</sheets></workbook>"
            ),
        ),
        Piece::new(
            "xl/_rels/workbook.xml.rels",
            &format!("<Relationships xmlns=\"{package}\">{relations}</Relationships>"),
        ),
        Piece::new(
            "xl/styles.xml",
            &format!(
                "<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        Piece::new("xl/sharedStrings.xml", &format!("<sst xmlns=\"{MAIN}\"><si><t>shared</t></si></sst>")),
    ];
    head.into_iter().chain(parts).collect()
}

/// A workbook with one sheet `data`, whose rows are given as XML.
pub(crate) fn workbook(rows: &str) -> Vec<u8> {
    archive(&pieces(&[("data", "", &format!("<sheetData>{rows}</sheetData>"))], false))
}
