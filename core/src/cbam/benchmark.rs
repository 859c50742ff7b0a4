//! Benchmarks: the column, the production route, the year of production.

use chrono::NaiveDate;

use super::{DefaultValue, Good, Subject, Tables, Variant, range};
use crate::error::{Code, Error};
use crate::factor::Pack;
use crate::factor::rows::BenchmarkRow;
use crate::number::Amount;

/// Which of the two columns of benchmarks is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Column A, BM*: the production process alone, for actual data.
    A,
    /// Column B, BM: the good with everything in it, for default values.
    B,
}

impl Column {
    /// `A`, `B`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Column::A => "A",
            Column::B => "B",
        }
    }
}

/// A benchmark with the row that it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Benchmark<'c> {
    /// Tonnes of CO2 equivalent for a tonne of the good.
    pub value: Amount,
    /// The row.
    pub row: &'c BenchmarkRow,
    /// The edition that the row is of.
    pub pack: &'c Pack,
    /// Whether the indicator of the production route was read for the grade of the good.
    pub route_read: bool,
}

impl Benchmark<'_> {
    /// The row by name: `eu-cbam-benchmarks-2025-2620/72071111/B/C`.
    pub fn id(&self) -> String {
        let mut id = format!("{}/{}/{}", self.pack.id, self.row.cn, self.row.column);
        for part in [&self.row.route, &self.row.period].into_iter().filter(|part| !part.is_empty()) {
            id.push('/');
            id.push_str(part);
        }
        id
    }
}

/// Indicators of one and the same production route: carbon steel, low alloy steel. High alloy steel has one route only.
const GRADES: [[&str; 2]; 3] = [["C", "F"], ["D", "G"], ["E", "H"]];

impl<'c> Tables<'c> {
    /// The benchmark of a good, for a production route (an indicator, several joined by `/`, or empty) and a year of
    /// production.
    ///
    /// An indicator of another grade of steel is read for the grade of the good, and says so in `route_read`: the
    /// original act prints some that the correction mended in this way.
    ///
    /// # Units
    /// Tonnes of CO2 equivalent for a tonne of the good.
    ///
    /// # Method
    /// M-102.
    ///
    /// # Errors
    /// `BENCHMARK_MISSING`, `ROUTE_MISSING`; those of packs.
    ///
    /// # Example
    /// ```
    /// use emitrace::cbam::{Column, Tables};
    /// use emitrace::factor::Catalog;
    ///
    /// let catalog = Catalog::bundled()?;
    /// let tables = Tables::new(&catalog);
    /// let billet = tables.good("7207 11 11")?;
    /// assert_eq!(tables.benchmark(&billet, Column::B, "C", 2026)?.value.to_string(), "1.364");
    /// assert_eq!(tables.benchmark(&billet, Column::A, "", 2026).unwrap_err().code().as_str(), "ROUTE_MISSING");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn benchmark(
        &self,
        good: &Good<'_>,
        column: Column,
        route: &str,
        produced: i32,
    ) -> Result<Benchmark<'c>, Error> {
        let missing = |message: String| Error::new(Code::BenchmarkMissing, message);
        let of_column = |row: &&BenchmarkRow| *row.column == *column.as_str();
        let of_good = |rows: &'c [BenchmarkRow]| range(rows, |row| (*row.cn).cmp(good.code.as_str()));
        let tables = self.catalog.cbam_benchmarks()?;
        let Some((pack, rows)) =
            tables.into_iter().find(|(_, rows)| of_good(rows).iter().any(|row| of_column(&row)))
        else {
            let message = format!("`{}` has no benchmark in column {}", good.code, column.as_str());
            return Err(missing(message));
        };
        let mut fits: Vec<&BenchmarkRow> = Vec::new();
        for row in of_good(rows).iter().filter(of_column) {
            if row.period.is_empty() || self.is_in_period(&row.period, produced)? {
                fits.push(row);
            }
        }
        if fits.is_empty() {
            let message =
                format!("the benchmarks of `{}` do not reach to production in {produced}", good.code);
            return Err(missing(message));
        }
        let found =
            |row: &'c BenchmarkRow, route_read| Ok(Benchmark { value: row.value, row, pack, route_read });
        if let Some(row) = fits.iter().find(|row| row.route.is_empty()) {
            return found(row, false);
        }
        let words: Vec<&str> = route.split('/').map(str::trim).filter(|word| !word.is_empty()).collect();
        if let Some(row) = highest(&fits, |known| words.contains(&known)) {
            return found(row, false);
        }
        let other_grade = |known: &str| {
            GRADES.iter().any(|pair| pair.contains(&known) && words.iter().any(|word| pair.contains(word)))
        };
        if let Some(row) = highest(&fits, other_grade) {
            return found(row, true);
        }
        let known: Vec<&str> = fits.iter().map(|row| &*row.route).collect();
        let known = known.join(", ");
        let message = match route {
            "" => format!("the benchmark of `{}` depends on the production route: {known}", good.code),
            _ => format!(
                "`{}` has no benchmark for the production route `{route}`, only for {known}",
                good.code
            ),
        };
        let mut help =
            String::from("state it as `route` (in the document of an installation `benchmark_route`):");
        for row in &fits {
            let day = NaiveDate::from_ymd_opt(produced, 1, 1).unwrap_or_default();
            if let Ok(meaning) = self.figure(Subject { figure: "route", about: &row.route }, day) {
                help.push_str(&format!(" {} = {};", row.route, meaning.row.value));
            }
        }
        Err(Error::new(Code::RouteMissing, message).with_help(help.trim_end_matches(';')))
    }

    /// The benchmark in column B of a good with a default value: the route is the one that the row of the value prints,
    /// unless another one is given; of clinker the variant says it.
    ///
    /// # Errors
    /// As [`benchmark`](Tables::benchmark).
    pub fn benchmark_of_default(
        &self,
        good: &Good<'_>,
        value: &DefaultValue<'_>,
        route: &str,
        produced: i32,
    ) -> Result<Benchmark<'c>, Error> {
        let of_variant = match &*value.row.variant {
            word if word == Variant::Grey.as_str() => "A",
            word if word == Variant::White.as_str() => "B",
            _ => "",
        };
        let route = [route, &value.row.route, of_variant].into_iter().find(|route| !route.is_empty());
        self.benchmark(good, Column::B, route.unwrap_or_default(), produced)
    }

    /// Whether a year is of the years of production that an indicator means.
    fn is_in_period(&self, indicator: &str, year: i32) -> Result<bool, Error> {
        let Some(day) = NaiveDate::from_ymd_opt(year, 1, 1) else { return Ok(false) };
        let periods = self.figures("benchmark-period")?;
        Ok(periods.iter().any(|period| *period.row.subject == *indicator && period.row.holds_on(day)))
    }
}

/// The row with the highest value among those whose route fits.
fn highest<'c>(rows: &[&'c BenchmarkRow], fits: impl Fn(&str) -> bool) -> Option<&'c BenchmarkRow> {
    rows.iter().copied().filter(|row| fits(&row.route)).max_by_key(|row| row.value)
}
