//! Factors, prices, shares and days: the row that is in force on a day.

use chrono::NaiveDate;

use super::Tables;
use crate::error::{Code, Error};
use crate::factor::Pack;
use crate::factor::rows::FigureRow;
use crate::number::Amount;
use crate::order::Order;

/// What is asked for: the name of the figure and what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject<'s> {
    /// `cbam-factor`, `cscf`, `price`, `mark-up`, `threshold`, `holding-share` …
    pub figure: &'s str,
    /// A sector, an indicator; may be empty.
    pub about: &'s str,
}

/// A row in force.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'c> {
    /// The row.
    pub row: &'c FigureRow,
    /// Its pack.
    pub pack: &'c Pack,
}

impl Figure<'_> {
    /// The row by name: `eu-cbam-figures/mark-up/cement/2026-01-01`.
    pub fn id(&self) -> String {
        let mut id = format!("{}/{}", self.pack.id, self.row.figure);
        if !self.row.subject.is_empty() {
            id.push('/');
            id.push_str(&self.row.subject);
        }
        if let Some(from) = self.row.from {
            id.push('/');
            id.push_str(&from.to_string());
        }
        id
    }

    /// The number.
    ///
    /// # Errors
    /// `BAD_PACK` for a row whose value is no number.
    pub fn amount(&self) -> Result<Amount, Error> {
        self.row.amount.ok_or_else(|| {
            Error::new(Code::BadPack, format!("`{}` holds `{}`, no number", self.id(), self.row.value))
        })
    }
}

impl<'c> Tables<'c> {
    /// The figure for an import of a day; of several in force the one that began last, a younger pack first.
    ///
    /// # Errors
    /// `FIGURE_MISSING`; those of packs.
    ///
    /// # Example
    /// ```
    /// use chrono::NaiveDate;
    /// use emitrace::cbam::{Subject, Tables};
    /// use emitrace::factor::Catalog;
    ///
    /// let catalog = Catalog::bundled()?;
    /// let day = NaiveDate::from_ymd_opt(2027, 5, 3).ok_or(emitrace::Error::new(emitrace::Code::BadDate, "day"))?;
    /// let factor = Tables::new(&catalog).figure(Subject { figure: "cbam-factor", about: "" }, day)?;
    /// assert_eq!(factor.amount()?.to_string(), "0.95");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn figure(&self, subject: Subject<'_>, day: NaiveDate) -> Result<Figure<'c>, Error> {
        for (pack, rows) in self.catalog.cbam_figures()? {
            let fits = rows.iter().filter(|row| {
                *row.figure == *subject.figure && *row.subject == *subject.about && row.holds_on(day)
            });
            if let Some(row) = fits.max_by_key(|row| row.from) {
                return Ok(Figure { row, pack });
            }
        }
        let about = if subject.about.is_empty() { String::new() } else { format!(" of `{}`", subject.about) };
        let message = format!("no loaded pack has the `{}`{about} for imports of {day}", subject.figure);
        Err(Error::new(Code::FigureMissing, message))
    }

    /// All rows of a figure, whatever the day; a younger pack's row takes the place of an older one that begins with it.
    ///
    /// # Errors
    /// Those of packs.
    pub fn figures(&self, figure: &str) -> Result<Vec<Figure<'c>>, Error> {
        let mut all: Vec<Figure<'c>> = Vec::new();
        for (pack, rows) in self.catalog.cbam_figures()? {
            for row in rows.iter().filter(|row| *row.figure == *figure) {
                let same =
                    |known: &Figure<'_>| known.row.subject == row.subject && known.row.from == row.from;
                if !all.iter().any(same) {
                    all.push(Figure { row, pack });
                }
            }
        }
        all.order_by(|a, b| (&a.row.subject, a.row.from).cmp(&(&b.row.subject, b.row.from)));
        Ok(all)
    }
}
