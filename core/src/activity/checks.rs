//! What a row must be to count: its numbers, dates and characters.

use super::header::Column;
use super::options::SeriesForm;
use super::text::odd;
use super::{Field, ReadOptions, Record};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::number::{Amount, NumberFormat};
use crate::period::{DateOrder, DateSystem, Period, parse_day_or_span, parse_moment};
use crate::quality::Quality;
use crate::uncertainty::Spread;

/// Takes the remarks about one row and remembers whether it stays good.
pub(super) struct Report<'a> {
    pub(super) row: u64,
    pub(super) line: u64,
    pub(super) columns: &'a [Column],
    pub(super) sink: &'a mut dyn FnMut(Finding),
    pub(super) good: bool,
}

impl Report<'_> {
    /// The place of a field in this row.
    pub(super) fn position(&self, field: Field) -> Position {
        let header = self.columns.iter().find(|(_, have)| *have == Some(field));
        Position::new(self.row, self.line, field.name()).with_header(header.map_or("", |(header, _)| header))
    }

    /// The place of a column, by its number from 0.
    pub(super) fn column(&self, column: usize) -> Position {
        let (header, field) = match self.columns.get(column) {
            Some((header, field)) => (&**header, field.map_or("", Field::name)),
            None => ("", ""),
        };
        Position::new(self.row, self.line, field).with_header(header)
    }

    /// The row as a whole.
    pub(super) fn whole(&self) -> Position {
        Position::new(self.row, self.line, "")
    }

    pub(super) fn add(&mut self, finding: Finding) {
        self.good &= finding.severity != Severity::Error;
        (self.sink)(finding);
    }

    fn error(&mut self, field: Field, error: &Error, value: &str) {
        let position = self.position(field);
        self.add(Finding::from_error(error, position, value));
    }

    /// What somebody should look at; the row counts all the same.
    fn warning(&mut self, field: Field, error: &Error, value: &str) {
        let position = self.position(field);
        self.add(Finding { severity: Severity::Warning, ..Finding::from_error(error, position, value) });
    }
}

/// Which numbers of a row are written as every program reads them, whatever is declared for the rest.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Plain {
    pub(super) quantity: bool,
    pub(super) calorific_value: bool,
}

/// What was declared, as far as rows are judged by it.
#[derive(Debug)]
pub(super) struct Rules {
    number_format: NumberFormat,
    pub(super) plain: Plain,
    date_order: DateOrder,
    date_system: DateSystem,
    period: Option<Period>,
    series: Option<SeriesForm>,
    unit_is_declared: bool,
    has_date: bool,
    has_period: bool,
    has_calorific_value: bool,
    has_quality: bool,
    has_uncertainty: bool,
}

impl Rules {
    pub(super) fn new(options: &ReadOptions, columns: &[Column]) -> Rules {
        let has = |field: Field| columns.iter().any(|(_, have)| *have == Some(field));
        Rules {
            number_format: options.number_format,
            plain: Plain::default(),
            date_order: options.date_order,
            date_system: options.date_system,
            period: options.period,
            series: options.series,
            unit_is_declared: options.unit_is_declared(),
            has_date: has(Field::Date),
            has_period: has(Field::PeriodStart) && has(Field::PeriodEnd),
            has_calorific_value: has(Field::CalorificValue),
            has_quality: has(Field::Quality),
            has_uncertainty: has(Field::Uncertainty),
        }
    }

    /// How numbers are written.
    pub(super) fn number_format(&self) -> NumberFormat {
        self.number_format
    }

    /// The days of a row that says nothing else, if there is nothing to remark about them.
    pub(super) fn days(&self, record: &Record, columns: &[Column]) -> Option<Period> {
        let mut report = Report { row: 0, line: 0, columns, sink: &mut |_| {}, good: true };
        let period = self.period_of(record, &mut report)?;
        self.inside(period, &mut report);
        report.good.then_some(period)
    }

    /// Reads the row's numbers and dates into the record; every fault is reported.
    pub(super) fn check(&self, record: &mut Record, report: &mut Report<'_>) {
        match self.number(self.plain.quantity, record.get(Field::Quantity)) {
            Ok(quantity) => {
                // Of a series it is told where the series is known.
                if quantity.is_negative() && self.series.is_none() && !self.is_correction(record) {
                    let error = Error::new(Code::NegativeQuantity, "the quantity is negative");
                    report.error(Field::Quantity, &error, record.get(Field::Quantity));
                }
                record.set_quantity(quantity);
            }
            Err(error) => report.error(Field::Quantity, &error, record.get(Field::Quantity)),
        }
        if record.get(Field::Unit).is_empty() && !self.unit_is_declared {
            report.error(Field::Unit, &empty("unit").with_help("write the unit of the quantity"), "");
        }
        if let Some(period) = self.period_of(record, report) {
            record.set_period(period);
            self.inside(period, report);
        }
        if self.has_calorific_value {
            self.calorific_value(record, report);
        }
        self.quality_and_uncertainty(record, report);
    }

    /// What is said about the quality of a row changes none of its figures, so a slip there never costs the row.
    fn quality_and_uncertainty(&self, record: &Record, report: &mut Report<'_>) {
        let quality = record.get(Field::Quality);
        if self.has_quality
            && !quality.is_empty()
            && let Err(error) = Quality::parse(quality)
        {
            report.warning(Field::Quality, &error, quality);
        }
        let uncertainty = record.get(Field::Uncertainty);
        if self.has_uncertainty
            && !uncertainty.is_empty()
            // The ends of an interval say nothing beside a quantity that could not be read.
            && (report.good || !uncertainty.contains(".."))
            && let Err(error) = Spread::parse(uncertainty, self.number_format, record.quantity())
        {
            report.warning(Field::Uncertainty, &error, uncertainty);
        }
    }

    /// Whether the row says that it corrects earlier ones.
    fn is_correction(&self, record: &Record) -> bool {
        self.has_quality && Quality::parse(record.get(Field::Quality)).is_ok_and(Quality::is_correction)
    }

    fn number(&self, plain: bool, text: &str) -> Result<Amount, Error> {
        if plain { Amount::parse(text) } else { number_of(self.number_format, text) }
    }

    fn period_of(&self, record: &Record, report: &mut Report<'_>) -> Option<Period> {
        if self.series.is_some() {
            // The end is looked at for its own faults; what it has to be, the series knows.
            if !record.get(Field::PeriodEnd).is_empty() {
                self.date(Field::PeriodEnd, record, report)?;
            }
            let start = !record.get(Field::PeriodStart).is_empty();
            return self.date(if start { Field::PeriodStart } else { Field::Date }, record, report);
        }
        let filled = !record.get(Field::PeriodStart).is_empty() || !record.get(Field::PeriodEnd).is_empty();
        if !self.has_period || (self.has_date && !filled) {
            return self.date(Field::Date, record, report);
        }
        // Both ends are read before either is given up: a row tells all its faults.
        let start = self.date(Field::PeriodStart, record, report);
        let end = self.date(Field::PeriodEnd, record, report);
        match start?.until(end?) {
            Ok(period) => Some(period),
            Err(error) => {
                report.error(Field::PeriodEnd, &error, record.get(Field::PeriodEnd));
                None
            }
        }
    }

    fn date(&self, field: Field, record: &Record, report: &mut Report<'_>) -> Option<Period> {
        let text = record.get(field);
        let read = match self.series {
            Some(form) => {
                parse_moment(text, self.date_order, form.offset).and_then(|(_, day)| Period::day(day))
            }
            None => parse_day_or_span(text, self.date_order, self.date_system),
        };
        match read {
            Ok(period) => Some(period),
            Err(error) if error.code() == Code::MissingValue => {
                report.error(field, &empty(field.name()).with_help("write the day, as 2025-03-01"), text);
                None
            }
            Err(error) => {
                report.error(field, &error, text);
                None
            }
        }
    }

    /// A row that reaches out of the reporting period is not counted in part.
    fn inside(&self, period: Period, report: &mut Report<'_>) {
        let Some(whole) = self.period.filter(|whole| !whole.covers(period)) else { return };
        let field = if self.has_period && !self.has_date { Field::PeriodStart } else { Field::Date };
        let message = format!("{period} is not inside the reporting period {whole}");
        report.error(field, &Error::new(Code::DateOutsidePeriod, message), &period.to_string());
    }

    fn calorific_value(&self, record: &mut Record, report: &mut Report<'_>) {
        record.set_calorific_value(None);
        let text = record.get(Field::CalorificValue);
        if text.is_empty() {
            return;
        }
        if record.get(Field::CalorificBasis).is_empty() {
            let error = Error::new(Code::MissingCvBasis, "a calorific value without its basis");
            report.error(Field::CalorificBasis, &error, "");
        }
        if record.get(Field::CalorificUnit).is_empty() {
            let error =
                empty("unit of the calorific value").with_help("write it as `MJ/kg`, `GJ/t`, `MJ/Nm3` …");
            report.error(Field::CalorificUnit, &error, "");
        }
        match self.number(self.plain.calorific_value, text) {
            Ok(value) if value.is_negative() || value.is_zero() => {
                let error = Error::new(Code::NumberOutOfRange, "a calorific value is above zero");
                report.error(Field::CalorificValue, &error, text);
            }
            Ok(value) => record.set_calorific_value(Some(value)),
            Err(error) => report.error(Field::CalorificValue, &error, text),
        }
    }
}

/// Reads a number. One point with other than three digits behind it is a decimal point whatever was declared or
/// not, and the declared format reads it faster than the undeclared one, which weighs both readings.
pub(super) fn number_of(format: NumberFormat, text: &str) -> Result<Amount, Error> {
    let plain = format == NumberFormat::Undeclared
        && text.split_once('.').is_some_and(|(whole, fraction)| {
            let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            fraction.len() != 3 && digits(whole) && digits(fraction)
        });
    if plain { NumberFormat::Point.parse(text) } else { format.parse(text) }
}

fn empty(what: &str) -> Error {
    Error::new(Code::MissingValue, format!("the {what} is empty"))
}

/// Reports characters that do not show or that turn the text around, in the fields that are used.
pub(super) fn characters(record: &Record, mapped: &[(Field, usize)], report: &mut Report<'_>) {
    for &(field, _) in mapped {
        let Some(odd) = odd(record.get(field)) else { continue };
        let severity = if odd.refused { Severity::Error } else { Severity::Warning };
        let message = format!("the cell holds U+{:04X}, which does not show", u32::from(odd.character));
        // The value repeats the text without what does not show, so that a finding can be printed safely.
        let shown: String = record
            .get(field)
            .chars()
            .filter(|c| super::text::odd(c.encode_utf8(&mut [0; 4])).is_none())
            .collect();
        report.add(Finding::new(severity, odd.code, report.position(field), &shown, message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_quick_way_reads_what_the_format_reads(text in "-?[0-9]{0,30}[.,]?[0-9]{0,30}") {
            for format in [NumberFormat::Undeclared, NumberFormat::Point, NumberFormat::Comma] {
                prop_assert_eq!(number_of(format, &text), format.parse(&text));
            }
        }
    }
}
