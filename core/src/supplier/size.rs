//! Size classes of Vietnamese enterprises.

use crate::error::{Code, Error};
use crate::factor::{Catalog, ParameterRow};
use crate::inventory::packs_used;
use crate::number::Amount;
use crate::wire::v1;

const SIZES: [&str; 3] = ["micro", "small", "medium"];

/// Says whether an enterprise is micro, small, medium or large.
///
/// # Method
/// M-229: employees at most the limit, and revenue or capital at most theirs; Decree 80/2021/ND-CP, Article 5. What is not given is not
/// taken for zero: if it could decide, the class is empty and `missing` says what to give.
///
/// # Units
/// Persons, VND.
///
/// # Errors
/// `UNKNOWN_VALUE`, `MISSING_VALUE`, `NEGATIVE_QUANTITY` and those of numbers, with their field.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::SupplierSizeRequest;
///
/// let request = SupplierSizeRequest {
///     group: "A".into(),
///     employees: "80".into(),
///     revenue_vnd: "45000000000".into(),
///     ..Default::default()
/// };
/// assert_eq!(emitrace::supplier::size(&Catalog::bundled()?, &request)?.size, "small");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn size(catalog: &Catalog, request: &v1::SupplierSizeRequest) -> Result<v1::SupplierSizeAnswer, Error> {
    let group = match request.group.trim() {
        group @ ("A" | "B") => group,
        other => {
            return Err(Error::new(Code::UnknownValue, format!("group `{other}` is not known"))
                .with_help("use A (agriculture, industry, construction) or B (trade, services)")
                .at("/group"));
        }
    };
    let number = |text: &str, field: &str| -> Result<Option<Amount>, Error> {
        if text.is_empty() {
            return Ok(None);
        }
        let amount = Amount::parse(text).map_err(|error| error.at(format!("/{field}")))?;
        if amount.is_negative() {
            let message = format!("`{text}` is below zero");
            return Err(Error::new(Code::NegativeQuantity, message).at(format!("/{field}")));
        }
        Ok(Some(amount))
    };
    let employees = number(&request.employees, "employees")?.ok_or_else(|| {
        Error::new(Code::MissingValue, "the number of employees is missing").at("/employees")
    })?;
    let revenue = number(&request.revenue_vnd, "revenue_vnd")?;
    let capital = number(&request.capital_vnd, "capital_vnd")?;
    let mut rows: Vec<&ParameterRow> = Vec::new();
    let mut limit = |size: &str, what: &str| -> Result<Amount, Error> {
        let name = format!("vn-size/{size}/{group}/{what}");
        let row = catalog.parameter(&name).ok_or_else(|| {
            Error::new(Code::BadPack, format!("no loaded pack has the parameter `{name}`"))
                .with_help("load the pack `vn-enterprise-size`")
        })?;
        rows.push(row);
        Ok(row.value)
    };
    let (mut class, mut missing) = (Some("large"), Vec::new());
    for size in SIZES {
        if employees > limit(size, "employees")? {
            continue;
        }
        let (most_revenue, most_capital) = (limit(size, "revenue_vnd")?, limit(size, "capital_vnd")?);
        let fits = [(revenue, most_revenue), (capital, most_capital)]
            .map(|(given, most)| given.map(|given| given <= most));
        match fits {
            [Some(true), _] | [_, Some(true)] => {
                class = Some(size);
                break;
            }
            [Some(false), Some(false)] => {}
            [revenue, capital] => {
                class = None;
                let open = [("revenue_vnd", revenue), ("capital_vnd", capital)];
                missing = open
                    .into_iter()
                    .filter(|(_, known)| known.is_none())
                    .map(|(name, _)| name.to_owned())
                    .collect();
                break;
            }
        }
    }
    let packs = packs_used(catalog, |pack| rows.iter().any(|row| *row.pack == *pack.id));
    let source = rows.first().map_or_else(String::new, |row| format!("{}, {}", row.document, row.clause));
    Ok(v1::SupplierSizeAnswer { size: class.unwrap_or_default().into(), missing, source, packs })
}
