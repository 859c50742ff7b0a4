//! Evidence, checked: from JSON or from the table that a supplier keeps, with headers of both languages.

use chrono::NaiveDate;

use super::set::KINDS;
use crate::error::{Code, Error};
use crate::factor::fold;
use crate::grid::{Known, Line, Taken, Told, taken};
use crate::limits::Limits;
use crate::number::{Amount, Fraction};
use crate::period::day_at;
use crate::unit::Unit;
use crate::wire::v1;

/// Words for the sorts of evidence, folded.
const KIND_WORDS: [(&str, &str); 12] = [
    ("chứng chỉ", "certificate"),
    ("chứng nhận", "certificate"),
    ("giấy chứng nhận", "certificate"),
    ("giấy phép", "document"),
    ("tài liệu", "document"),
    ("hồ sơ", "document"),
    ("chỉ số", "metric"),
    ("số liệu", "metric"),
    ("cam kết", "declaration"),
    ("bản cam kết", "declaration"),
    ("điểm đánh giá", "audit-score"),
    ("đào tạo", "training"),
];

/// Headers of the column that says whose evidence it is, or who a row is about.
pub(super) const OWNER: &[&str] =
    &["nhà cung cấp", "mã ncc", "mã nhà cung cấp", "mã doanh nghiệp", "mst", "mã số thuế", "supplier id"];

const COLUMNS: &[Known] = &[
    Known { field: "supplier", needed: false, names: OWNER },
    Known {
        field: "id",
        needed: true,
        names: &["mã", "số", "số hiệu", "số chứng chỉ", "số giấy phép", "tên tệp"],
    },
    Known { field: "kind", needed: true, names: &["loại", "loại bằng chứng", "loại hồ sơ"] },
    Known {
        field: "subject",
        needed: true,
        names: &["tiêu chuẩn", "nội dung", "tên hồ sơ", "tên chỉ số", "chỉ số", "standard", "metric"],
    },
    Known { field: "scope", needed: false, names: &["phạm vi"] },
    Known { field: "sites", needed: false, names: &["địa điểm", "cơ sở", "nhà máy", "site"] },
    Known {
        field: "issuer", needed: false, names: &["nơi cấp", "cơ quan cấp", "tổ chức chứng nhận"]
    },
    Known { field: "accreditation", needed: false, names: &["công nhận", "tổ chức công nhận"] },
    Known { field: "issued", needed: false, names: &["ngày cấp", "ngày ban hành", "ngày ký"] },
    Known {
        field: "valid_from", needed: false, names: &["hiệu lực từ", "ngày hiệu lực", "có hiệu lực từ"]
    },
    Known {
        field: "expires",
        needed: false,
        names: &["hết hạn", "ngày hết hạn", "hiệu lực đến", "valid to"],
    },
    Known {
        field: "surveillance_due",
        needed: false,
        names: &["hạn giám sát", "đánh giá giám sát", "ngày giám sát"],
    },
    Known { field: "status", needed: false, names: &["tình trạng", "trạng thái"] },
    Known {
        field: "period_end", needed: false, names: &["cuối kỳ", "kỳ số liệu đến", "đến ngày"]
    },
    Known { field: "value", needed: false, names: &["giá trị", "kết quả", "điểm"] },
    Known { field: "unit", needed: false, names: &["đơn vị", "đơn vị tính", "đvt"] },
    Known { field: "sha256", needed: false, names: &["mã băm"] },
];

/// Whether evidence holds for whoever issued it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Valid,
    Suspended,
    Withdrawn,
    /// Something that it should say is missing in it.
    Incomplete,
}

/// Evidence, checked.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    pub(super) id: String,
    pub(super) kind: &'static str,
    /// What it is about, folded.
    pub(super) subject: String,
    /// What it holds for, folded; empty if nobody says.
    pub(super) scope: String,
    /// Folded; none = the whole firm.
    pub(super) sites: Vec<String>,
    pub(super) accredited: bool,
    pub(super) issued: Option<NaiveDate>,
    pub(super) valid_from: Option<NaiveDate>,
    pub(super) expires: Option<NaiveDate>,
    pub(super) surveillance_due: Option<NaiveDate>,
    pub(super) standing: Standing,
    pub(super) period_end: Option<NaiveDate>,
    pub(super) value: Option<Fraction>,
    pub(super) unit: Option<Unit>,
}

/// Evidence of a request.
///
/// # Errors
/// `MISSING_VALUE`, `UNKNOWN_VALUE`, `PERIOD_REVERSED`, `BAD_DATE` and those of numbers and units, with their field.
pub(super) fn evidence(given: &v1::SupplierEvidence) -> Result<Evidence, Error> {
    for (field, value) in [("id", &given.id), ("subject", &given.subject)] {
        if value.trim().is_empty() {
            return Err(Error::new(Code::MissingValue, format!("`{field}` is empty")).at(format!("/{field}")));
        }
    }
    let said = given.kind.trim().to_lowercase();
    let word = KIND_WORDS.iter().find(|(word, _)| *word == said).map_or(said.as_str(), |(_, kind)| kind);
    let kind = KINDS.into_iter().find(|kind| *kind == word).ok_or_else(|| {
        Error::new(Code::UnknownValue, format!("kind `{}` is not known", given.kind))
            .with_help(format!("use one of {}", KINDS.join(", ")))
            .at("/kind")
    })?;
    let standing = match given.status.trim().to_lowercase().as_str() {
        "" | "valid" | "hiệu lực" | "còn hiệu lực" => Standing::Valid,
        "suspended" | "đình chỉ" | "tạm đình chỉ" => Standing::Suspended,
        "withdrawn" | "thu hồi" | "hủy bỏ" => Standing::Withdrawn,
        "incomplete" | "chưa đầy đủ" | "còn thiếu" => Standing::Incomplete,
        _ => {
            return Err(Error::new(Code::UnknownValue, format!("status `{}` is not known", given.status))
                .with_help(
                    "use valid, suspended, withdrawn or incomplete; whether it has expired is computed",
                )
                .at("/status"));
        }
    };
    let day = |text: &str, field: &str| {
        if text.is_empty() { Ok(None) } else { day_at(text, &format!("/{field}")).map(Some) }
    };
    let (valid_from, expires) = (day(&given.valid_from, "valid_from")?, day(&given.expires, "expires")?);
    if valid_from.zip(expires).is_some_and(|(from, to)| to < from) {
        return Err(Error::new(Code::PeriodReversed, "it expires before it holds").at("/expires"));
    }
    let value = match given.value.as_str() {
        "" => None,
        // An energy account is exact: 1/3 MWh has no decimals that end.
        text if text.contains('/') => Some(Fraction::parse(text).ok_or_else(|| {
            Error::new(Code::BadNumber, format!("`{text}` is no fraction"))
                .with_help("write a decimal, or two whole numbers with `/` between them")
                .at("/value")
        })?),
        text => Some(Amount::parse(text).map_err(|error| error.at("/value"))?.into()),
    };
    if value.is_none() && matches!(kind, "metric" | "audit-score") {
        return Err(
            Error::new(Code::MissingValue, "a metric or score without its value shows nothing").at("/value")
        );
    }
    if !given.sha256.is_empty()
        && (given.sha256.len() != 64 || !given.sha256.bytes().all(|byte| byte.is_ascii_hexdigit()))
    {
        return Err(Error::new(Code::UnknownValue, "that is no SHA-256: it has 64 hexadecimal digits")
            .with_help("print it with `sha256sum FILE`, or leave it empty")
            .at("/sha256"));
    }
    let sites = given.sites.split([';', '|']).map(str::trim).filter(|site| !site.is_empty());
    Ok(Evidence {
        id: given.id.clone(),
        kind,
        subject: fold(&given.subject),
        scope: fold(&given.scope),
        sites: sites.map(fold).collect(),
        accredited: !given.accreditation.trim().is_empty(),
        issued: day(&given.issued, "issued")?,
        valid_from,
        expires,
        surveillance_due: day(&given.surveillance_due, "surveillance_due")?,
        standing,
        period_end: day(&given.period_end, "period_end")?,
        value,
        unit: match given.unit.trim() {
            "" => None,
            text => Some(Unit::parse(text).map_err(|error| error.at("/unit"))?),
        },
    })
}

/// Evidence of a table and whose it is, if the table says so; rows with a fault are told and left out.
///
/// # Errors
/// Those of reading the table.
pub(super) fn evidence_of(
    table: &v1::TableInput,
    limits: &Limits,
    told: &mut Told,
) -> Result<Taken<(String, v1::SupplierEvidence)>, Error> {
    taken(table, COLUMNS, limits, told, row)
}

fn row(line: &Line<'_>, told: &mut Told) -> Option<(String, v1::SupplierEvidence)> {
    let mut sound = true;
    let value = line.amount_text("value", told, &mut sound);
    let mut day = |field: &str| match line.day(field, told) {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(()) => {
            sound = false;
            String::new()
        }
    };
    let text = |field: &str| line.text(field).to_owned();
    let evidence = v1::SupplierEvidence {
        id: text("id"),
        kind: text("kind"),
        subject: text("subject"),
        scope: text("scope"),
        sites: text("sites"),
        issuer: text("issuer"),
        accreditation: text("accreditation"),
        issued: day("issued"),
        valid_from: day("valid_from"),
        expires: day("expires"),
        surveillance_due: day("surveillance_due"),
        status: text("status"),
        period_end: day("period_end"),
        value,
        unit: text("unit"),
        sha256: text("sha256"),
    };
    sound.then(|| (text("supplier"), evidence))
}
