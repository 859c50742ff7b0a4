//! From a request to products and materials, with every fault at its place.

use super::hs::HsCode;
use super::product::{Material, Product, Status};
use super::span::{Missing, lacks};
use crate::error::{Code, Error};
use crate::factor::Figures;
use crate::grid::{Known, Line, Taken, Told, taken};
use crate::limits::Limits;
use crate::number::{Amount, Fraction};
use crate::wire::v1;

/// Columns of a bill of materials, with the headers that people write.
const COLUMNS: &[Known] = &[
    Known {
        field: "product", needed: false, names: &["sản phẩm", "mã sản phẩm", "mã hàng", "thành phẩm"]
    },
    Known {
        field: "material",
        needed: true,
        names: &["id", "mã nguyên liệu", "mã npl", "mã vật tư", "mã nguyên phụ liệu", "mã nvl"],
    },
    Known {
        field: "name",
        needed: false,
        names: &[
            "tên nguyên liệu",
            "tên npl",
            "nguyên liệu",
            "tên nguyên phụ liệu",
            "tên vật tư",
            "nguyên phụ liệu",
        ],
    },
    Known { field: "hs_code", needed: false, names: &["hs", "hs code", "mã hs", "mã số hs"] },
    Known { field: "hs_edition", needed: false, names: &["phiên bản hs"] },
    Known { field: "quantity", needed: false, names: &["lượng", "số lượng", "định mức"] },
    Known { field: "unit", needed: false, names: &["đơn vị", "đơn vị tính", "đvt", "uom"] },
    Known { field: "value", needed: true, names: &["trị giá", "giá trị", "thành tiền"] },
    Known { field: "weight_kg", needed: false, names: &["trọng lượng", "khối lượng", "weight"] },
    Known {
        field: "country", needed: false, names: &["nước xuất xứ", "xuất xứ", "country of origin"]
    },
    Known {
        field: "status",
        needed: false,
        names: &["tình trạng xuất xứ", "tiêu chí xuất xứ", "origin status"],
    },
    Known {
        field: "evidence",
        needed: false,
        names: &["chứng từ", "số c/o", "chứng từ xuất xứ", "giấy chứng nhận xuất xứ", "proof of origin"],
    },
    Known { field: "cumulation", needed: false, names: &["cộng gộp"] },
    Known {
        field: "originating_percent",
        needed: false,
        names: &["tỷ lệ có xuất xứ", "hàm lượng có xuất xứ"],
    },
    Known { field: "made_as", needed: false, names: &["bán thành phẩm", "sản xuất tại chỗ"] },
];

/// Words for a status, and the word of requests.
const STATUSES: [(&str, Status); 8] = [
    ("originating", Status::Originating),
    ("có xuất xứ", Status::Originating),
    ("có", Status::Originating),
    ("non-originating", Status::Foreign),
    ("non originating", Status::Foreign),
    ("không có xuất xứ", Status::Foreign),
    ("không", Status::Foreign),
    ("không xuất xứ", Status::Foreign),
];

const CUMULATIONS: [&str; 5] = ["bilateral", "diagonal", "regional", "full", "partial"];

/// What the materials of a request have in common.
pub(super) struct Common<'r> {
    pub(super) request: &'r v1::OriginRequest,
    pub(super) cumulations: Vec<String>,
    /// From and below which content a material counts in part.
    pub(super) partial: Option<(Fraction, Fraction)>,
}

fn optional(text: &str, path: &str) -> Result<Option<Fraction>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let amount = Amount::parse(text).map_err(|error| error.at(path.to_owned()))?;
    if amount.is_negative() {
        return Err(Error::new(Code::NegativeQuantity, format!("`{text}` is below zero"))
            .with_help("write zero or more")
            .at(path.to_owned()));
    }
    Ok(Some(Fraction::from(amount)))
}

fn or<'a>(text: &'a str, usual: &'a str) -> &'a str {
    if text.is_empty() { usual } else { text }
}

/// A product of a request.
///
/// # Errors
/// `UNKNOWN_VALUE`, `CHOICE_MISSING`, `NUMBER_OUT_OF_RANGE` and those of numbers, with their place.
pub(super) fn product(
    given: &v1::OriginProduct,
    request: &v1::OriginRequest,
    figures: &mut Figures<'_>,
    path: &str,
) -> Result<Product, Error> {
    let at = |field: &str| format!("{path}/{field}");
    let missing =
        |field: &str, message: &str| Error::new(Code::ChoiceMissing, message.to_owned()).at(at(field));
    if given.id.is_empty() {
        return Err(missing("id", "the product has no identifier"));
    }
    if given.rule.source.is_empty() {
        return Err(missing("rule/source", "the rule does not say where it stands"));
    }
    if given.rule.any.is_empty() || given.rule.any.iter().any(|alternative| alternative.all.is_empty()) {
        return Err(missing("rule/any", "the rule has no condition"));
    }
    let code = HsCode::read(&given.hs_code, or(&given.hs_edition, &request.hs_edition))
        .map_err(|error| error.at(at("hs_code")))?;
    let basis_name = match figures.word("value-basis") {
        "fob" => "fob",
        "exw" => "exw",
        "transaction-value" => "transaction_value",
        other => {
            return Err(Error::new(Code::BadPack, format!("`{other}` is no value that a product has")));
        }
    };
    let basis = match basis_name {
        "fob" => &given.fob,
        "exw" => &given.exw,
        _ => &given.transaction_value,
    };
    let basis = optional(basis, &at(basis_name))?;
    let net_cost = optional(&given.net_cost, &at("net_cost"))?;
    let weight = optional(&given.weight_kg, &at("weight_kg"))?;
    for (name, whole) in [(basis_name, &basis), ("net_cost", &net_cost), ("weight_kg", &weight)] {
        if whole.as_ref().is_some_and(Fraction::is_zero) {
            return Err(Error::new(
                Code::NumberOutOfRange,
                "the value is zero: nothing is a percentage of it",
            )
            .with_help("give the value of the product, or leave it out if it is not known")
            .at(at(name)));
        }
    }
    let mut costs = Vec::new();
    for (name, text) in [
        ("labour", &given.labour),
        ("overhead", &given.overhead),
        ("profit", &given.profit),
        ("other", &given.other),
    ] {
        costs.extend(optional(text, &at(name))?.map(|cost| (name, cost)));
    }
    let rule_edition = or(&given.rule.hs_edition, &request.hs_edition).to_owned();
    Ok(Product { given: given.clone(), code, basis, basis_name, net_cost, weight, costs, rule_edition })
}

impl Common<'_> {
    /// A material of a request; one that was made as another product has the status of that later.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`, `NEGATIVE_QUANTITY` and those of numbers, with their field.
    pub(super) fn material(&self, given: &v1::OriginMaterial) -> Result<Material, Error> {
        let code = HsCode::read(&given.hs_code, or(&given.hs_edition, &self.request.hs_edition))
            .map_err(|error| error.at("/hs_code"))?;
        let said = given.status.trim().to_lowercase();
        let status = match STATUSES.iter().find(|(word, _)| *word == said) {
            Some((_, status)) => *status,
            None if said.is_empty() => Status::Undetermined,
            None => {
                return Err(Error::new(
                    Code::UnknownValue,
                    format!("status `{}` is not known", given.status),
                )
                .with_help("use originating, non-originating, or leave it empty where it is not determined")
                .at("/status"));
            }
        };
        if !given.cumulation.is_empty() && !CUMULATIONS.contains(&given.cumulation.as_str()) {
            return Err(Error::new(
                Code::UnknownValue,
                format!("cumulation `{}` is not known", given.cumulation),
            )
            .with_help(format!("use one of {}", CUMULATIONS.join(", ")))
            .at("/cumulation"));
        }
        let value = optional(&given.value, "/value")?;
        let weight = optional(&given.weight_kg, "/weight_kg")?;
        let percent = optional(&given.originating_percent, "/originating_percent")?;
        if percent.as_ref().is_some_and(|percent| *percent > Fraction::whole(100)) {
            return Err(
                Error::new(Code::NumberOutOfRange, "more than 100 per cent").at("/originating_percent")
            );
        }
        let mut material = Material {
            given: given.clone(),
            code,
            value,
            weight,
            status,
            share: Fraction::zero(),
            because: "stated",
            missing: Missing::new(),
            cumulated: false,
        };
        self.decide(&mut material, percent)?;
        Ok(material)
    }

    /// What its status comes to (M-194).
    fn decide(&self, material: &mut Material, percent: Option<Fraction>) -> Result<(), Error> {
        let name = material.name().to_owned();
        let given = &material.given;
        let (at_home, kind) = (given.country == self.request.country, given.cumulation.as_str());
        let permitted = self.cumulations.iter().any(|known| known == kind);
        match material.status {
            Status::Undetermined => {
                material.because = "not-determined";
                material.missing.insert(lacks("origin", &name));
            }
            // Production in a party counts, or content of a party, although the material itself does not originate.
            Status::Foreign if matches!(kind, "full" | "partial") && permitted => {
                let content = percent.unwrap_or_else(Fraction::zero);
                let counts = match (kind, &self.partial) {
                    ("partial", Some((from, below))) => content >= *from && content < *below,
                    _ => true,
                };
                if counts && given.evidence.is_empty() {
                    material.because = "no-evidence";
                } else if counts {
                    material.share = content.try_div(&Fraction::whole(100))?;
                    (material.because, material.cumulated) = ("cumulation", true);
                }
            }
            Status::Foreign => {}
            Status::Originating if !at_home && (kind.is_empty() || !permitted) => {
                material.status = Status::Foreign;
                material.because = "no-cumulation";
            }
            Status::Originating if given.evidence.is_empty() => {
                material.status = Status::Undetermined;
                material.because = "no-evidence";
                material.missing.insert(lacks("evidence", &name));
            }
            Status::Originating => {
                material.cumulated = !at_home;
                material.because = if at_home { "evidence" } else { "cumulation" };
            }
        }
        Ok(())
    }
}

/// The materials of a table; rows with a fault are told and left out.
///
/// # Errors
/// Those of reading the table.
pub(super) fn materials_of(
    table: &v1::TableInput,
    limits: &Limits,
    told: &mut Told,
) -> Result<Taken<v1::OriginMaterial>, Error> {
    taken(table, COLUMNS, limits, told, row)
}

fn row(line: &Line<'_>, told: &mut Told) -> Option<v1::OriginMaterial> {
    let id = line.needed("material", told).map(str::to_owned);
    let mut sound = true;
    let mut number = |field: &str| line.amount_text(field, told, &mut sound);
    let (quantity, value) = (number("quantity"), number("value"));
    let (weight_kg, originating_percent) = (number("weight_kg"), number("originating_percent"));
    let text = |field: &str| line.text(field).to_owned();
    let material = v1::OriginMaterial {
        product: text("product"),
        id: id?,
        name: text("name"),
        hs_code: text("hs_code"),
        hs_edition: text("hs_edition"),
        quantity,
        unit: text("unit"),
        value,
        weight_kg,
        country: text("country"),
        status: text("status"),
        evidence: text("evidence"),
        cumulation: text("cumulation"),
        originating_percent,
        made_as: text("made_as"),
    };
    sound.then_some(material)
}
