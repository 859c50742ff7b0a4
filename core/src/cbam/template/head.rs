//! Sheet A: who, where, when, which categories and processes; remarks of other sheets.

use super::cells::{Cells, Place, at};
use super::map::{CATEGORIES, ONLY_DIRECT, REMARKS, Sheet, VERSION};
use crate::cbam::Tables;
use crate::error::Code;
use crate::period::{Period, parse_serial};
use crate::wire::v1;

/// A production process of the template.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// Its number in the template, from 1.
    pub(super) number: u32,
    /// Its place in the document.
    pub(super) index: usize,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) category: &'static str,
}

/// The version, and whether its cells are those of the map.
pub(super) fn version(cells: &mut Cells) -> (String, bool) {
    let versions = cells.column(Sheet::Versions, "E");
    let last = versions.into_iter().rfind(|(place, _)| place.row >= 9);
    let Some((place, text)) = last else {
        let place = at(Sheet::Versions, "E", 9);
        cells.say(("error", Code::TemplateVersion), place, "the sheet names no version", "");
        return (String::new(), false);
    };
    let mut known = text == VERSION;
    if !known {
        let message = format!("version {text} is not the one whose cells are known, {VERSION}");
        cells.say(("error", Code::TemplateVersion), place, &message, "");
    }
    let language = at(Sheet::Language, "B", 5);
    if !["", "English"].contains(&cells.peek(language)) {
        cells.say(
            ("error", Code::TemplateVersion),
            language,
            "only the words of the English template are known",
            "",
        );
        known = false;
    }
    (text, known)
}

/// The reporting period: a calendar year, or two days.
pub(super) fn period(cells: &mut Cells) -> String {
    let mut day = |column: &str| -> Option<Period> {
        let place = at(Sheet::Installation, column, 9);
        if !cells.is_filled(place) {
            cells.bad(place, "the reporting period is not stated", "enter its first and its last day");
            return None;
        }
        let read = parse_serial(cells.peek(place), cells.dates()).ok();
        match read {
            Some(_) => cells.take(place, "/period"),
            None => cells.bad(place, "no date stands here", "enter the day as a date"),
        }
        read
    };
    let (first, last) = (day("I"), day("L"));
    let Some(period) = first.zip(last).and_then(|(first, last)| first.until(last).ok()) else {
        return String::new();
    };
    let text = period.to_string();
    let year: String = text.chars().take(4).collect();
    if Period::parse(&year).ok() == Some(period) { year } else { text }
}

/// Name, address, coordinates, contact.
pub(super) fn installation(cells: &mut Cells, tables: Tables<'_>) -> v1::CbamInstallation {
    let mut text = |row: u32, field: &str| {
        cells.text(at(Sheet::Installation, "I", row), &format!("/installation/{field}"))
    };
    let (own, english) = (text(19, "name"), text(20, "name"));
    let address =
        joined([text(21, "address"), text(24, "address"), text(23, "address"), text(25, "address")]);
    let economic_activity = text(22, "economic_activity");
    let unlocode = text(27, "unlocode");
    let (latitude, longitude) = (text(28, "latitude"), text(29, "longitude"));
    let contact = joined([text(30, "contact"), text(31, "contact"), text(32, "contact"), String::new()]);
    let name = match (english.is_empty(), own.is_empty() || own == english) {
        (true, _) => own,
        (false, true) => english,
        (false, false) => format!("{english} ({own})"),
    };
    let country = country(cells, tables);
    v1::CbamInstallation {
        name,
        operator: String::new(),
        country,
        address,
        unlocode,
        latitude,
        longitude,
        economic_activity,
        contact,
    }
}

fn joined(parts: [String; 4]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// The code of the country, by the list in the template, else by name.
fn country(cells: &mut Cells, tables: Tables<'_>) -> String {
    let place = at(Sheet::Installation, "I", 26);
    let name = cells.text(place, "/installation/country");
    if name.is_empty() {
        return name;
    }
    let listed = cells.column(Sheet::Countries, "G").into_iter().find(|(_, known)| *known == name);
    let code = listed.map(|(found, _)| cells.peek(at(Sheet::Countries, "F", found.row)).to_owned());
    let code = code.filter(|code| !code.is_empty());
    let code = code.or_else(|| tables.origin(&name).ok().map(|origin| origin.country.to_string()));
    code.unwrap_or_else(|| {
        cells.bad(place, "no country is known by this name", "choose a name of the list in c_CodeLists");
        String::new()
    })
}

/// Who verified the report, if anything is said.
pub(super) fn verifier(cells: &mut Cells) -> Option<v1::CbamVerifier> {
    let mut text =
        |row: u32, field: &str| cells.text(at(Sheet::Installation, "I", row), &format!("/verifier/{field}"));
    let verifier = v1::CbamVerifier {
        name: text(37, "name"),
        address: joined([text(38, "address"), text(40, "address"), text(39, "address"), String::new()]),
        country: text(41, "country"),
        contact: joined([text(45, "contact"), text(46, "contact"), text(47, "contact"), text(48, "contact")]),
        accreditation_country: text(51, "accreditation_country"),
        accreditation_body: text(52, "accreditation_body"),
        accreditation_number: text(53, "accreditation_number"),
    };
    (verifier != v1::CbamVerifier::default()).then_some(verifier)
}

/// The production processes, with what each covers.
pub(super) fn processes(cells: &mut Cells) -> (Vec<Slot>, Vec<v1::CbamProcess>) {
    let (mut slots, mut processes) = (Vec::new(), Vec::new());
    for (number, row) in (1_u32..).zip(83..=92) {
        let place = at(Sheet::Installation, "E", row);
        if !cells.is_filled(place) {
            continue;
        }
        let index = processes.len();
        let here = format!("/processes/{index}");
        let category = cells.word(place, &format!("{here}/goods/0"), CATEGORIES);
        let id = format!("P{number}");
        let given = cells.text(at(Sheet::Installation, "L", row), &format!("{here}/name"));
        let name = if given.is_empty() { format!("{id} - {}", cells.peek(place)) } else { given };
        let mut covers: Vec<String> = Vec::new();
        for column in ["F", "G", "H", "I", "J", "K"] {
            let place = at(Sheet::Installation, column, row);
            if cells.peek(place) == ONLY_DIRECT {
                cells.take(place, &format!("{here}/covers"));
                continue;
            }
            let covered = cells.word(place, &format!("{here}/covers/{}", covers.len()), CATEGORIES);
            if !covered.is_empty() {
                covers.push(covered.into());
            }
        }
        processes.push(v1::CbamProcess {
            id: id.clone(),
            name: name.clone(),
            covers,
            ..v1::CbamProcess::default()
        });
        slots.push(Slot { number, index, id, name, category });
    }
    (slots, processes)
}

/// Routes of the categories, each for the process that makes or covers it.
pub(super) fn routes(cells: &mut Cells, slots: &[Slot], processes: &mut [v1::CbamProcess]) {
    for row in 62..=71 {
        let place = at(Sheet::Installation, "E", row);
        if !cells.is_filled(place) {
            continue;
        }
        let category = cells.word(place, "", CATEGORIES);
        let makers: Vec<usize> = slots
            .iter()
            .filter(|slot| {
                let covers =
                    processes.get(slot.index).map(|process| process.covers.as_slice()).unwrap_or_default();
                slot.category == category || covers.iter().any(|covered| covered == category)
            })
            .map(|slot| slot.index)
            .collect();
        let Some(first) = makers.first() else {
            if !category.is_empty() {
                cells.unused(
                    place,
                    "no production process makes or covers this category",
                    "name it in table 4(b)",
                );
            }
            continue;
        };
        cells.take(place, &format!("/processes/{first}"));
        for column in ["I", "J", "K", "L", "M", "N"] {
            let place = at(Sheet::Installation, column, row);
            let route = cells.text(place, &format!("/processes/{first}/routes"));
            for index in &makers {
                if let Some(process) = processes.get_mut(*index)
                    && !route.is_empty()
                    && !process.routes.contains(&route)
                {
                    process.routes.push(route.clone());
                }
            }
        }
    }
}

/// What the document keeps as it is said.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    pub(super) list: Vec<v1::CbamParameter>,
}

impl Remarks {
    /// Keeps the text of a cell under a name.
    pub(super) fn keep(&mut self, cells: &mut Cells, place: Place, name: &str) {
        let value = cells.text(place, &format!("/remarks/{}/value", self.list.len()));
        if !value.is_empty() {
            self.list.push(v1::CbamParameter { name: name.into(), value });
        }
    }

    /// Keeps what the map names.
    pub(super) fn keep_all(&mut self, cells: &mut Cells) {
        for (sheet, column, row, name) in REMARKS {
            self.keep(cells, at(*sheet, column, *row), name);
        }
    }
}
