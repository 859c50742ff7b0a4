//! Many suppliers and their evidence, from JSON and from two tables.

use std::collections::BTreeMap;

use super::asked::{Profile, Supplier};
use super::evidence::{Evidence, OWNER, evidence, evidence_of};
use crate::error::{Code, Error, Finding, Position};
use crate::factor::fold;
use crate::grid::{Known, Line, Told, taken};
use crate::limits::Limits;
use crate::wire::v1;

const COLUMNS: &[Known] = &[
    Known { field: "id", needed: true, names: OWNER },
    Known {
        field: "name",
        needed: false,
        names: &["tên", "tên nhà cung cấp", "tên doanh nghiệp", "doanh nghiệp", "công ty", "company"],
    },
    Known { field: "sites", needed: false, names: &["địa điểm", "cơ sở", "nhà máy", "site"] },
];

/// Vietnamese headers of facts that the shipped sets ask for, and of those that suppliers are grouped by.
const FACTS: [(&str, &str); 16] = [
    ("số_lao_động", "employees"),
    ("lao_động", "employees"),
    ("số_nhân_viên", "employees"),
    ("ngành", "sector"),
    ("ngành_nghề", "sector"),
    ("khu_vực", "region"),
    ("địa_bàn", "region"),
    ("tỉnh_thành", "region"),
    ("quận_huyện", "district"),
    ("phường_xã", "ward"),
    ("quy_mô", "size"),
    ("xuất_khẩu", "exports"),
    ("năng_lượng_toe", "energy_toe"),
    ("chất_thải_nguy_hại", "hazardous_waste"),
    ("khoáng_sản_3tg", "uses_3tg"),
    ("kho_lạnh", "chilled"),
];

/// One of many suppliers.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) facts: Vec<v1::ProfileFact>,
    pub(super) supplier: Supplier,
    /// Where it stands in a table; none if it stands in the request.
    pub(super) position: Option<Position>,
    /// Its place among those of the request.
    pub(super) number: usize,
}

/// All of them.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) entries: Vec<Entry>,
    pub(super) excluded: u64,
    /// Of the table of suppliers, and of that of evidence.
    pub(super) columns: (Vec<v1::Column>, Vec<v1::Column>),
}

/// Reads suppliers and evidence; faults of rows are told, faults of the request are errors.
///
/// # Errors
/// `MISSING_VALUE`, `DUPLICATE_RECORD` and those of profiles, evidence and tables, with their place.
pub(super) fn entries(
    request: &v1::SupplierBaseRequest,
    limits: &Limits,
    told: &mut Told,
    of_evidence: &mut Told,
) -> Result<Read, Error> {
    let mut read = Read { entries: Vec::new(), excluded: 0, columns: (Vec::new(), Vec::new()) };
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    for (at, given) in request.suppliers.iter().enumerate() {
        let placed = |error: Error| {
            let path = format!("/suppliers/{at}{}", error.path());
            error.at(path)
        };
        let entry = Entry { number: at, ..entry(given).map_err(placed)? };
        read.add(entry, &mut numbers).map_err(placed)?;
    }
    if let Some(table) = &request.table {
        let (rows, left, columns) =
            taken(table, COLUMNS, limits, told, row).map_err(|error| below(error, "/table"))?;
        (read.excluded, read.columns.0) = (left, columns);
        for (number, (position, given)) in rows {
            let added = entry(&given).and_then(|entry| {
                read.add(Entry { position: Some(position.clone()), ..entry }, &mut numbers)
            });
            if let Err(error) = added {
                let field = error.path().split('/').nth(1).unwrap_or_default().to_owned();
                told.tell(Finding::from_error(&error, Position::new(number, number, field), &given.id));
                read.excluded = read.excluded.saturating_add(1);
            }
        }
    }
    if let Some(table) = &request.evidence {
        let (rows, left, columns) =
            evidence_of(table, limits, of_evidence).map_err(|error| below(error, "/evidence"))?;
        read.excluded = read.excluded.saturating_add(left);
        read.columns.1 = columns;
        for (number, (owner, given)) in rows {
            let place = numbers.get(owner.trim()).and_then(|at| read.entries.get_mut(*at));
            let held = match place {
                Some(entry) => evidence(&given).map(|one| entry.supplier.held.push(one)),
                None if owner.is_empty() => {
                    Err(Error::new(Code::MissingValue, "the row does not say whose evidence it is")
                        .at("/supplier"))
                }
                None => Err(Error::new(Code::UnknownValue, format!("no supplier is `{owner}`"))
                    .with_help("list the supplier, or write its identifier as the list does")
                    .at("/supplier")),
            };
            if let Err(error) = held {
                let field = error.path().trim_start_matches('/').to_owned();
                of_evidence.tell(Finding::from_error(&error, Position::new(number, number, field), &owner));
                read.excluded = read.excluded.saturating_add(1);
            }
        }
    }
    Ok(read)
}

fn below(error: Error, place: &str) -> Error {
    let path = format!("{place}{}", error.path());
    error.at(path)
}

impl Read {
    fn add(&mut self, entry: Entry, numbers: &mut BTreeMap<String, usize>) -> Result<(), Error> {
        if numbers.contains_key(&entry.id) {
            let message = format!("two suppliers are called `{}`", entry.id);
            return Err(Error::new(Code::DuplicateRecord, message).at("/id"));
        }
        numbers.insert(entry.id.clone(), self.entries.len());
        self.entries.push(entry);
        Ok(())
    }
}

fn entry(given: &v1::SupplierEntry) -> Result<Entry, Error> {
    if given.id.trim().is_empty() {
        return Err(Error::new(Code::MissingValue, "`id` is empty").at("/id"));
    }
    let held = given
        .evidence
        .iter()
        .enumerate()
        .map(|(at, one)| evidence(one).map_err(|error| below(error, &format!("/evidence/{at}"))));
    let held: Vec<Evidence> = held.collect::<Result<_, _>>()?;
    Ok(Entry {
        id: given.id.trim().to_owned(),
        name: given.name.clone(),
        facts: given.profile.clone(),
        supplier: Supplier {
            profile: Profile::read(&given.profile)?,
            sites: given.sites.iter().map(|site| (site.clone(), fold(site))).collect(),
            held,
        },
        position: None,
        number: 0,
    })
}

fn row(line: &Line<'_>, told: &mut Told) -> Option<(Position, v1::SupplierEntry)> {
    let mut sound = true;
    let facts = line.others(told, &mut sound).into_iter().map(|(name, value)| v1::ProfileFact {
        name: FACTS.iter().find(|(word, _)| *word == name).map_or(name, |(_, fact)| fact).to_owned(),
        value: match fold(&value).as_str() {
            "có" => "yes".to_owned(),
            "không" => "no".to_owned(),
            _ => value,
        },
    });
    let profile = facts.collect();
    let id = line.needed("id", told)?.to_owned();
    let sites = line.text("sites").split([';', '|']).map(str::trim).filter(|site| !site.is_empty());
    let entry = v1::SupplierEntry {
        id,
        name: line.text("name").to_owned(),
        profile,
        sites: sites.map(str::to_owned).collect(),
        evidence: Vec::new(),
    };
    sound.then(|| (line.position("id"), entry))
}
