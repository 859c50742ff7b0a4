//! The header line: which column holds which field.

use super::imports::{NEEDED, import_aliases, import_field, import_name};
use super::text::{tone_key, unmarked};
use super::{Field, ReadOptions};
use crate::error::{Code, Finding, Position, Severity};
use crate::normal::nfc;

/// One column of the file: its header as written, and the field that it holds.
pub(super) type Column = (Box<str>, Option<Field>);

impl Field {
    /// The field that a header stands for.
    ///
    /// Compared in composed form (NFC) and lower case; spaces, `_`, `-` and `.` are equal; anything in trailing
    /// brackets is dropped; where the tone mark is written does not matter; headers without any Vietnamese marks
    /// are understood too.
    pub fn from_header(header: &str) -> Option<Field> {
        let plain = plain(header);
        let exact = |field: &Field| {
            plain == field.name().replace('_', " ") || field.aliases().contains(&plain.as_str())
        };
        if let Some(field) = Field::ALL.iter().find(|field| exact(field)) {
            return Some(*field);
        }
        let same: fn(&str) -> String = if plain.is_ascii() { unmarked } else { tone_key };
        let key = same(&plain);
        let close = |field: &Field| field.aliases().iter().any(|alias| same(alias) == key);
        Field::ALL.iter().find(|field| close(field)).copied()
    }
}

/// A header in the form in which headers are compared.
fn plain(header: &str) -> String {
    let mut text = header.trim().trim_end_matches(['*', ':', ' ']);
    // `Số lượng (kWh)`, `Quantity [kWh]`: the bracket says how, not what.
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((before, _)) = text.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)) {
            text = before;
        }
    }
    let lower: String = nfc(text.chars()).flat_map(char::to_lowercase).collect();
    let mut plain = String::with_capacity(lower.len());
    for word in lower.split(|c: char| c.is_whitespace() || matches!(c, '_' | '-' | '.' | '*')) {
        if !word.is_empty() {
            if !plain.is_empty() {
                plain.push(' ');
            }
            plain.push_str(word);
        }
    }
    plain
}

/// How many headers are known, for choosing the delimiter.
pub(super) fn recognised<'a>(headers: impl Iterator<Item = &'a str>, options: &ReadOptions) -> usize {
    headers.filter(|header| own(header, options).is_some() || field_of(header, options).is_some()).count()
}

/// The field that the caller's own mapping gives to a header.
fn own(header: &str, options: &ReadOptions) -> Option<Field> {
    let key = plain(header);
    options.columns.iter().find(|(own, _)| plain(own) == key).map(|(_, field)| *field)
}

/// The field that a name stands for: the caller's own mapping goes before the known names.
pub(super) fn field_of(name: &str, options: &ReadOptions) -> Option<Field> {
    let claimed = |field: &Field| options.columns.iter().any(|(_, own)| own == field);
    let usual = || match (options.imports, options.series) {
        (Some(_), _) => of_imports(name),
        (None, Some(_)) => of_series(name).or_else(|| Field::from_header(name)),
        (None, None) => Field::from_header(name),
    };
    own(name, options).or_else(|| usual().filter(|field| !claimed(field)))
}

/// Headers that mean something in a time series only.
const SERIES: [(Field, &[&str]); 3] = [
    (
        Field::Date,
        &[
            "time",
            "timestamp",
            "datetime",
            "date time",
            "date and time",
            "hour",
            "interval",
            "thời điểm",
            "ngày giờ",
            "ngày và giờ",
            "giờ",
        ],
    ),
    (
        Field::Quantity,
        &[
            "value",
            "load",
            "generation",
            "production",
            "energy",
            "electricity",
            "giá trị",
            "phụ tải",
            "điện năng",
            "điện tiêu thụ",
            "sản lượng điện",
            "sản lượng phát",
        ],
    ),
    (Field::Site, &["meter", "meter id", "metering point", "công tơ", "điểm đo"]),
];

fn of_series(name: &str) -> Option<Field> {
    let plain = plain(name);
    let same: fn(&str) -> String = if plain.is_ascii() { unmarked } else { tone_key };
    let key = same(&plain);
    let known = |aliases: &[&str]| aliases.iter().any(|alias| same(alias) == key);
    SERIES.iter().find(|(_, aliases)| known(aliases)).map(|(field, _)| *field)
}

/// In a ledger of imports a header means a column of imports, or nothing.
fn of_imports(name: &str) -> Option<Field> {
    let plain = plain(name);
    let same: fn(&str) -> String = if plain.is_ascii() { unmarked } else { tone_key };
    let key = same(&plain);
    import_field(&plain.replace(' ', "_")).or_else(|| {
        let known = |field: &Field| import_aliases(*field).iter().any(|alias| same(alias) == key);
        Field::ALL.into_iter().find(known)
    })
}

/// The name of a column in this kind of file.
fn name_of(field: Field, options: &ReadOptions) -> &'static str {
    if options.imports.is_some() { import_name(field) } else { field.name() }
}

/// The columns of a file, with every remark about them.
pub(super) fn columns(
    headers: Vec<String>,
    options: &ReadOptions,
    row: u64,
    line: u64,
) -> (Vec<Column>, Vec<Finding>) {
    let mut findings = Vec::new();
    let position = |field: &str, header: &str| Position::new(row, line, field).with_header(header);
    let claimed = |field: Field| options.columns.iter().any(|(_, own)| *own == field);
    let mut columns: Vec<Column> = Vec::with_capacity(headers.len());
    for header in headers {
        let header: Box<str> = header.trim().into();
        // A field that the caller mapped is not looked for under its usual names.
        let field = field_of(&header, options);
        let first = columns.iter().find(|(_, earlier)| field.is_some() && *earlier == field);
        if let (Some(field), Some((first, _))) = (field, first) {
            findings.push(Finding::new(
                Severity::Error,
                Code::DuplicateColumn,
                position(name_of(field, options), &header),
                &header,
                format!("`{first}` and `{header}` both stand for `{}`", name_of(field, options)),
            ));
        }
        if field.is_none() && !header.is_empty() {
            findings.push(unknown(&header, position("", &header), options));
        }
        columns.push((header, field));
    }
    for (header, field) in &options.columns {
        let key = plain(header);
        if !columns.iter().any(|(written, _)| plain(written) == key) {
            let place = position(name_of(*field, options), "");
            let finding = missing(*field, place, format!("there is no column `{header}`"), options);
            findings.push(finding.with_help("write the header as it is in the file"));
        }
    }
    let has = |field: Field| columns.iter().any(|(_, have)| *have == Some(field));
    for field in required(&has, options) {
        // The caller's own mapping was told already that its header is not there.
        if !has(field) && !claimed(field) {
            let name = name_of(field, options);
            let message = format!("there is no column `{name}`");
            let mut finding = missing(field, position(name, ""), message, options);
            if field == Field::Unit && options.imports.is_none() {
                finding = finding.with_help(unit_help(&columns));
            }
            findings.push(finding);
        }
    }
    (columns, findings)
}

fn required(has: &dyn Fn(Field) -> bool, options: &ReadOptions) -> Vec<Field> {
    if let Some(form) = options.series {
        // An interval is known by its beginning.
        let mut fields = vec![Field::Quantity];
        fields.extend((!form.unit).then_some(Field::Unit));
        fields.extend((!has(Field::Date) && !has(Field::PeriodStart)).then_some(Field::Date));
        return fields;
    }
    if let Some(form) = options.imports {
        let mut fields = NEEDED.to_vec();
        fields.extend((!form.unit).then_some(Field::Unit));
        return fields;
    }
    let mut fields = vec![Field::Quantity, Field::Unit];
    if !has(Field::Date) {
        match (has(Field::PeriodStart), has(Field::PeriodEnd)) {
            (false, false) => fields.push(Field::Date),
            (true, false) => fields.push(Field::PeriodEnd),
            (false, true) => fields.push(Field::PeriodStart),
            (true, true) => {}
        }
    }
    fields
}

fn missing(field: Field, position: Position, message: String, options: &ReadOptions) -> Finding {
    let aliases = if options.imports.is_some() { import_aliases(field) } else { field.aliases() };
    let names: Vec<String> = aliases.iter().take(6).map(|alias| format!("`{alias}`")).collect();
    Finding::new(Severity::Error, Code::MissingColumn, position, "", message).with_help(format!(
        "add the column, or rename the one that holds it: {} are understood",
        names.join(", ")
    ))
}

fn unit_help(columns: &[Column]) -> String {
    let bracket = columns
        .iter()
        .find(|(header, field)| *field == Some(Field::Quantity) && header.ends_with([')', ']']));
    match bracket {
        Some((header, _)) => format!(
            "add a column `unit`: the unit in the header `{header}` is not read, because nothing says that it holds for all rows"
        ),
        None => "add a column `unit` (`đơn vị tính`) with the unit of each row".into(),
    }
}

fn unknown(header: &str, position: Position, options: &ReadOptions) -> Finding {
    let message = format!("`{header}` is no known column; its content is not used");
    let finding = Finding::new(Severity::Info, Code::UnknownColumn, position, header, message);
    match near(header).filter(|_| options.imports.is_none()) {
        Some((field, alias)) => finding.with_help(format!(
            "if `{alias}` is meant, the column holds `{}`: rename it, or name it in the column mapping",
            field.name()
        )),
        None => finding,
    }
}

/// The known header that is a slip of the pen away.
fn near(header: &str) -> Option<(Field, &'static str)> {
    let key = unmarked(&plain(header));
    let length = key.chars().count();
    if !(4..=40).contains(&length) {
        return None;
    }
    let allowed = if length < 8 { 1 } else { 2 };
    let mut best: Option<(usize, Field, &'static str)> = None;
    for field in Field::ALL {
        for alias in field.aliases() {
            let steps = distance(&key, &unmarked(alias));
            if steps <= allowed && best.is_none_or(|(least, ..)| steps < least) {
                best = Some((steps, field, alias));
            }
        }
    }
    best.map(|(_, field, alias)| (field, alias))
}

/// How many letters must be added, dropped or changed to get from one text to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        let mut left = i.saturating_add(1);
        next.push(left);
        for (y, pair) in b.iter().zip(row.windows(2)) {
            let &[diagonal, above] = pair else { continue };
            let change = diagonal.saturating_add(usize::from(x != *y));
            left = change.min(above.saturating_add(1)).min(left.saturating_add(1));
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::imports::IMPORTS;
    use super::*;

    #[test]
    fn every_alias_is_written_as_it_is_compared_and_stands_for_one_field() {
        let mut seen: Vec<(String, Field)> = Vec::new();
        for field in Field::ALL {
            assert_eq!(Field::from_header(field.name()), Some(field));
            for alias in field.aliases() {
                assert_eq!(*alias, plain(alias), "{alias}");
                assert_eq!(Field::from_header(alias), Some(field), "{alias}");
                assert_eq!(
                    Field::from_header(&alias.to_uppercase().replace(' ', "_")),
                    Some(field),
                    "{alias}"
                );
                for key in [unmarked(alias), tone_key(alias)] {
                    if let Some((_, other)) = seen.iter().find(|(text, _)| *text == key) {
                        assert_eq!(*other, field, "`{key}`");
                    }
                    seen.push((key, field));
                }
            }
        }
        assert!(seen.len() > 300);
    }

    #[test]
    fn headers_are_compared_without_case_tone_place_separators_and_brackets() {
        for (header, want) in [
            ("Số lượng (kWh)", Some(Field::Quantity)),
            ("SỐ LƯỢNG", Some(Field::Quantity)),
            ("So\u{302}\u{301} lươ\u{323}ng", Some(Field::Quantity)),
            ("so_luong", Some(Field::Quantity)),
            ("Quantity [t]", Some(Field::Quantity)),
            ("Đơn vị tính*", Some(Field::Unit)),
            ("hoá đơn", Some(Field::Evidence)),
            ("Hóa đơn", Some(Field::Evidence)),
            ("Record-ID", Some(Field::Id)),
            ("record.id", Some(Field::Id)),
            ("  Ngày   chứng\ntừ ", Some(Field::Date)),
            ("STT", None),
            ("số lượn", None),
            ("", None),
            ("()", None),
        ] {
            assert_eq!(Field::from_header(header), want, "{header:?}");
        }
    }

    #[test]
    fn every_alias_of_imports_is_written_as_it_is_compared_and_stands_for_one_column() {
        let mut seen: Vec<(String, Field)> = Vec::new();
        for (field, name, aliases) in IMPORTS {
            assert_eq!(of_imports(name), Some(field));
            for alias in aliases {
                assert_eq!(*alias, plain(alias), "{alias}");
                for key in [unmarked(alias), tone_key(alias)] {
                    if let Some((_, other)) = seen.iter().find(|(text, _)| *text == key) {
                        assert_eq!(*other, field, "`{key}`");
                    }
                    seen.push((key, field));
                }
            }
        }
        assert_eq!(of_imports("Mã HS"), Some(Field::Product));
        assert_eq!(of_imports("Khối lượng tịnh (kg)"), Some(Field::Quantity));
        assert_eq!(of_imports("scope"), None);
    }

    #[test]
    fn a_slip_of_the_pen_is_named() {
        assert_eq!(near("quantitty").map(|(field, _)| field), Some(Field::Quantity));
        assert_eq!(near("Nhà cung câp").map(|(field, _)| field), Some(Field::Supplier));
        assert_eq!(near("price"), None);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
