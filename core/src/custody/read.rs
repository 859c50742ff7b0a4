//! From a request to a ledger: days, exact quantities in one unit, words of both languages.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Model;
use crate::error::{Code, Error};
use crate::grid::{Known, Line, Taken, Told, taken};
use crate::limits::Limits;
use crate::number::{Amount, Fraction};
use crate::period::day_at as day;
use crate::unit::Unit;
use crate::wire::v1;

/// What an entry does; the order is that within a day: what comes before what goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    In,
    Adjust,
    Transfer,
    Convert,
    Out,
    Expire,
}

const KINDS: [(&str, Kind); 14] = [
    ("in", Kind::In),
    ("nhập", Kind::In),
    ("nhập kho", Kind::In),
    ("out", Kind::Out),
    ("xuất", Kind::Out),
    ("xuất kho", Kind::Out),
    ("convert", Kind::Convert),
    ("chuyển đổi", Kind::Convert),
    ("transfer", Kind::Transfer),
    ("điều chuyển", Kind::Transfer),
    ("expire", Kind::Expire),
    ("hết hạn", Kind::Expire),
    ("adjust", Kind::Adjust),
    ("điều chỉnh", Kind::Adjust),
];

const COLUMNS: &[Known] = &[
    Known { field: "id", needed: true, names: &["mã", "số phiếu", "số chứng từ", "entry"] },
    Known { field: "date", needed: true, names: &["ngày", "ngày tháng", "ngày ghi sổ"] },
    Known {
        field: "kind", needed: true, names: &["loại", "nghiệp vụ", "nhập/xuất", "nhập xuất"]
    },
    Known { field: "site", needed: false, names: &["địa điểm", "nhà máy", "kho", "cơ sở"] },
    Known {
        field: "material",
        needed: true,
        names: &["nguyên liệu", "vật tư", "hàng hóa", "nhóm nguyên liệu"],
    },
    Known { field: "quantity", needed: true, names: &["số lượng", "lượng", "khối lượng"] },
    Known { field: "unit", needed: false, names: &["đơn vị", "đơn vị tính", "đvt", "uom"] },
    Known { field: "attributes", needed: false, names: &["thuộc tính"] },
    Known {
        field: "evidence", needed: false, names: &["bằng chứng", "chứng từ gốc", "tờ khai bền vững"]
    },
    Known {
        field: "certificate", needed: false, names: &["chứng chỉ", "số chứng chỉ", "giấy chứng nhận"]
    },
    Known { field: "model", needed: false, names: &["mô hình", "mô hình chuỗi hành trình"] },
    Known { field: "to_material", needed: false, names: &["thành phẩm", "chuyển thành"] },
    Known {
        field: "conversion_factor", needed: false, names: &["hệ số chuyển đổi", "hệ số quy đổi"]
    },
    Known {
        field: "counter_site", needed: false, names: &["địa điểm đối ứng", "kho đối ứng"]
    },
    Known {
        field: "physical_quantity", needed: false, names: &["lượng thực xuất", "khối lượng thực"]
    },
    Known { field: "claim", needed: false, names: &["tuyên bố"] },
    Known { field: "claims_for", needed: false, names: &["dùng cho"] },
    Known {
        field: "kg_co2e_per_unit", needed: false, names: &["kg co2e/đơn vị", "kg co2tđ/đơn vị"]
    },
];

/// An entry, checked.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) date: NaiveDate,
    pub(super) kind: Kind,
    pub(super) site: String,
    pub(super) material: String,
    pub(super) quantity: Fraction,
    pub(super) attributes: BTreeSet<String>,
    pub(super) evidence: String,
    pub(super) certificate: String,
    pub(super) model: Option<Model>,
    pub(super) to_material: String,
    pub(super) factor: Option<Fraction>,
    pub(super) counter_site: String,
    pub(super) physical: Option<Fraction>,
    pub(super) certified: bool,
    pub(super) claims_for: String,
    pub(super) carbon: Option<Fraction>,
}

/// A period, checked.
#[derive(Clone, Debug)]
pub(super) struct Period {
    pub(super) start: NaiveDate,
    pub(super) end: NaiveDate,
    pub(super) stocks: Vec<(String, String, Fraction)>,
}

/// A number that is not negative; `None` where it is empty.
pub(super) fn positive(text: &str, path: &str) -> Result<Option<Fraction>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let amount = Amount::parse(text).map_err(|error| error.at(path.to_owned()))?;
    if amount.is_negative() {
        return Err(Error::new(Code::NegativeQuantity, format!("`{text}` is below zero"))
            .with_help("write zero or more")
            .at(path.to_owned()));
    }
    Ok(Some(amount.into()))
}

/// Attributes as a set: order and spaces do not matter.
pub(super) fn attributes(text: &str) -> BTreeSet<String> {
    text.split([';', '|']).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

pub(super) fn periods(request: &v1::CustodyRequest) -> Result<Vec<Period>, Error> {
    let mut periods: Vec<Period> = Vec::new();
    for (at, given) in request.periods.iter().enumerate() {
        let path = format!("/periods/{at}");
        let (start, end) =
            (day(&given.start, &format!("{path}/start"))?, day(&given.end, &format!("{path}/end"))?);
        if end <= start || periods.last().is_some_and(|before| start < before.end) {
            let message = "a period ends after it starts, and none starts before the one before it ends";
            return Err(Error::new(Code::PeriodReversed, message)
                .with_help("give the periods in their order; `end` is the day after the last")
                .at(path));
        }
        let mut stocks = Vec::new();
        for (number, stock) in given.stocks.iter().enumerate() {
            let path = format!("{path}/stocks/{number}/quantity");
            let quantity = positive(&stock.quantity, &path)?
                .ok_or_else(|| Error::new(Code::MissingValue, "the stock is empty").at(path))?;
            stocks.push((stock.site.clone(), stock.material.clone(), quantity));
        }
        periods.push(Period { start, end, stocks });
    }
    if periods.is_empty() {
        return Err(Error::new(Code::ChoiceMissing, "no period is given").at("/periods"));
    }
    Ok(periods)
}

/// An entry of a request.
///
/// # Errors
/// `UNKNOWN_VALUE`, `MISSING_VALUE`, `NEGATIVE_QUANTITY`, `BAD_DATE` and those of numbers and units, with their field.
pub(super) fn entry(given: &v1::CustodyEntry, unit: &Unit) -> Result<Entry, Error> {
    let missing =
        |field: &str| Error::new(Code::MissingValue, format!("`{field}` is empty")).at(format!("/{field}"));
    for (field, value) in [("id", &given.id), ("material", &given.material), ("quantity", &given.quantity)] {
        if value.is_empty() {
            return Err(missing(field));
        }
    }
    let said = given.kind.trim().to_lowercase();
    let kind = KINDS.iter().find(|(word, _)| *word == said).map(|(_, kind)| *kind).ok_or_else(|| {
        Error::new(Code::UnknownValue, format!("kind `{}` is not known", given.kind))
            .with_help("use in, out, convert, transfer, expire or adjust")
            .at("/kind")
    })?;
    let quantity = Amount::parse(&given.quantity).map_err(|error| error.at("/quantity"))?;
    if quantity.is_negative() && !matches!(kind, Kind::Transfer | Kind::Adjust) {
        return Err(Error::new(Code::NegativeQuantity, format!("`{}` is below zero", given.quantity))
            .with_help("the kind says the direction; only transfers and adjustments have a sign")
            .at("/quantity"));
    }
    let scale = match given.unit.as_str() {
        "" => Fraction::one(),
        text => {
            let theirs = Unit::parse(text).map_err(|error| error.at("/unit"))?;
            theirs.ratio_to(unit).map_err(|error| error.at("/unit"))?.into()
        }
    };
    let certified = match given.claim.trim().to_lowercase().as_str() {
        "" | "certified" | "có chứng nhận" => true,
        "uncertified" | "không chứng nhận" | "không có chứng nhận" => false,
        _ => {
            return Err(Error::new(Code::UnknownValue, format!("claim `{}` is not known", given.claim))
                .with_help("use certified or uncertified")
                .at("/claim"));
        }
    };
    if kind == Kind::Convert && given.to_material.is_empty() {
        return Err(missing("to_material"));
    }
    if matches!(kind, Kind::In | Kind::Transfer) && given.evidence.is_empty() {
        return Err(missing("evidence"));
    }
    let carbon = match given.kg_co2e_per_unit.as_str() {
        "" => None,
        text => {
            let stated = Amount::parse(text).map_err(|error| error.at("/kg_co2e_per_unit"))?;
            // Stated for one unit of the entry; carried for one unit of the account.
            Some(Fraction::from(stated).try_div(&scale)?)
        }
    };
    let scaled = |field: &str, value: Option<Fraction>| {
        value.map(|value| value.try_mul(&scale)).transpose().map_err(|error| error.at(format!("/{field}")))
    };
    Ok(Entry {
        id: given.id.clone(),
        date: day(&given.date, "/date")?,
        kind,
        site: given.site.clone(),
        material: given.material.clone(),
        quantity: Fraction::from(quantity).try_mul(&scale)?,
        attributes: attributes(&given.attributes),
        evidence: given.evidence.clone(),
        certificate: given.certificate.clone(),
        model: Model::parse(&given.model).map_err(|error| error.at("/model"))?,
        to_material: given.to_material.clone(),
        factor: positive(&given.conversion_factor, "/conversion_factor")?,
        counter_site: given.counter_site.clone(),
        physical: scaled("physical_quantity", positive(&given.physical_quantity, "/physical_quantity")?)?,
        certified,
        claims_for: given.claims_for.trim().to_lowercase(),
        carbon,
    })
}

/// The entries of a table; rows with a fault are told and left out.
///
/// # Errors
/// Those of reading the table.
pub(super) fn entries_of(
    table: &v1::TableInput,
    limits: &Limits,
    told: &mut Told,
) -> Result<Taken<v1::CustodyEntry>, Error> {
    taken(table, COLUMNS, limits, told, row)
}

fn row(line: &Line<'_>, told: &mut Told) -> Option<v1::CustodyEntry> {
    let mut sound = true;
    let mut number = |field: &str, told: &mut Told| line.amount_text(field, told, &mut sound);
    let quantity = number("quantity", told);
    let conversion_factor = number("conversion_factor", told);
    let physical_quantity = number("physical_quantity", told);
    let kg_co2e_per_unit = number("kg_co2e_per_unit", told);
    let date = match line.day("date", told) {
        Ok(Some(day)) => day.to_string(),
        Ok(None) => {
            line.needed("date", told);
            return None;
        }
        Err(()) => return None,
    };
    let text = |field: &str| line.text(field).to_owned();
    let entry = v1::CustodyEntry {
        id: text("id"),
        date,
        kind: text("kind"),
        site: text("site"),
        material: text("material"),
        quantity,
        unit: text("unit"),
        attributes: text("attributes"),
        evidence: text("evidence"),
        certificate: text("certificate"),
        model: text("model"),
        to_material: text("to_material"),
        conversion_factor,
        counter_site: text("counter_site"),
        physical_quantity,
        claim: text("claim"),
        claims_for: text("claims_for"),
        kg_co2e_per_unit,
    };
    sound.then_some(entry)
}
