//! Default values: the table of the country, else the whole row of other countries, in the edition that corrects last.

use super::{Good, Tables, Variant, range};
use crate::error::{Code, Error};
use crate::factor::Pack;
use crate::factor::rows::DefaultRow;
use crate::number::Amount;

/// The table of other countries and territories.
const OTHER: &str = "ZZ";
/// The table for a country that is not known.
pub(super) const UNKNOWN: &str = "XX";

/// Why a value is not that of the country's own table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fallback {
    /// The country has no table.
    NoTable,
    /// The country's table has no row for the good.
    NoRow,
    /// The country's table has the row, and prints no value in it.
    Blank,
}

impl Fallback {
    /// `no-table`, `no-row`, `blank`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Fallback::NoTable => "no-table",
            Fallback::NoRow => "no-row",
            Fallback::Blank => "blank",
        }
    }
}

/// A default value with the row that it comes from.
#[derive(Clone, Copy, Debug)]
pub struct DefaultValue<'c> {
    /// Tonnes of CO2 equivalent for a tonne of the good, without mark-up.
    pub total: Amount,
    /// The row.
    pub row: &'c DefaultRow,
    /// The edition that the row is of.
    pub pack: &'c Pack,
    /// Why the row is not of the country's own table.
    pub fallback: Option<Fallback>,
    /// Whether the row is in the youngest edition; else it was never compared with the correction.
    pub compared: bool,
}

impl DefaultValue<'_> {
    /// The row by name: `eu-cbam-defaults-2026-1740/TR/7207 11 14`.
    pub fn id(&self) -> String {
        let variant = if self.row.variant.is_empty() { "" } else { "-" };
        format!("{}/{}/{}{variant}{}", self.pack.id, self.row.country, self.row.cn, self.row.variant)
    }

    /// Where the value stands in the act.
    pub fn cell(&self) -> String {
        match &*self.row.country {
            UNKNOWN => format!("Annex IV, row {}", self.row.cn),
            OTHER => format!("Annex I, table of other countries and territories, row {}", self.row.cn),
            country => format!("Annex I, table of {country}, row {}", self.row.cn),
        }
    }
}

impl<'c> Tables<'c> {
    /// The default value of a good from a country (`ZZ`, `XX` as in the tables), of one edition or of the youngest.
    ///
    /// A correction takes the place of the rows that it holds. An edition is named by its pack.
    ///
    /// # Units
    /// Tonnes of CO2 equivalent for a tonne of the good.
    ///
    /// # Method
    /// M-101: the longest beginning of the code that the country's table holds; a blank total takes the whole row of other
    /// countries.
    ///
    /// # Errors
    /// `DEFAULT_MISSING`; `CHOICE_MISSING` for clinker that is neither grey nor white; `UNKNOWN_VALUE` for an edition; those
    /// of packs.
    ///
    /// # Example
    /// ```
    /// use emitrace::cbam::Tables;
    /// use emitrace::factor::Catalog;
    ///
    /// let catalog = Catalog::bundled()?;
    /// let tables = Tables::new(&catalog);
    /// let coil = tables.default_value(&tables.good("7208 10 00")?, "CN", None, None)?;
    /// assert_eq!((coil.total.to_string().as_str(), &*coil.row.route), ("3.187", "C"));
    /// assert_eq!(coil.id(), "eu-cbam-defaults-2026-1740/CN/7208");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn default_value(
        &self,
        good: &Good<'_>,
        country: &str,
        variant: Option<Variant>,
        edition: Option<&str>,
    ) -> Result<DefaultValue<'c>, Error> {
        let mut editions = self.catalog.cbam_defaults()?;
        if let Some(edition) = edition {
            let known: Vec<&str> = editions.iter().map(|(pack, _)| &*pack.id).collect();
            if !known.contains(&edition) {
                let message = format!("no loaded pack of default values is called `{edition}`");
                let help = format!("use one of {}", known.join(", "));
                return Err(Error::new(Code::UnknownValue, message).with_help(help));
            }
            editions.retain(|(pack, _)| *pack.id == *edition);
        }
        let variant = good.code.variant().or(variant);
        let own = find(&editions, good, country, variant)?;
        let (found, fallback) = match own {
            Some(found) if found.1.total.is_some() => (Some(found), None),
            // Nothing stands behind the highest values, nor behind the table of other countries.
            _ if [UNKNOWN, OTHER].contains(&country) => (None, None),
            Some(_) => (find(&editions, good, OTHER, variant)?, Some(Fallback::Blank)),
            None => {
                let listed = editions
                    .iter()
                    .any(|(_, rows)| !range(rows, |row| (*row.country).cmp(country)).is_empty());
                let why = if listed { Fallback::NoRow } else { Fallback::NoTable };
                (find(&editions, good, OTHER, variant)?, Some(why))
            }
        };
        let missing = || {
            let message = format!("there is no default value for `{}` from `{country}`", good.code);
            let error = Error::new(Code::DefaultMissing, message);
            if good.row.note.is_empty() { error } else { error.with_help(good.row.note.clone()) }
        };
        let (pack, row) = found.ok_or_else(missing)?;
        // A user's own pack is an edition of its own; of the shipped ones the first holds the correction.
        let youngest = editions.iter().map(|(pack, _)| *pack).find(|pack| pack.shipped);
        let compared = !pack.shipped || youngest.is_none_or(|youngest| youngest.id == pack.id);
        Ok(DefaultValue { total: row.total.ok_or_else(missing)?, row, pack, fallback, compared })
    }
}

/// The row with the longest beginning of the code; of several editions the one that stands first.
fn find<'c>(
    editions: &[(&'c Pack, &'c [DefaultRow])],
    good: &Good<'_>,
    country: &str,
    variant: Option<Variant>,
) -> Result<Option<(&'c Pack, &'c DefaultRow)>, Error> {
    for length in [8, 6, 4] {
        let Some(start) = good.code.as_str().get(..length) else { continue };
        for (pack, rows) in editions {
            let here = range(rows, |row| (&*row.country, &*row.cn).cmp(&(country, start)));
            if let (None, Some(_)) = (variant, here.iter().find(|row| !row.variant.is_empty())) {
                let message = format!("`{}` has values for grey and for white", good.code);
                return Err(Error::new(Code::ChoiceMissing, message).with_help(
                    "fill the column `variant` with grey or white, or write the ten digits of the TARIC code",
                ));
            }
            let fits = |row: &&DefaultRow| {
                row.variant.is_empty() || variant.is_some_and(|variant| *row.variant == *variant.as_str())
            };
            if let Some(row) = here.iter().find(fits) {
                return Ok(Some((*pack, row)));
            }
        }
    }
    Ok(None)
}
