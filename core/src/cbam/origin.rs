//! Countries of origin, as the tables and as people write them.

use super::Tables;
use crate::error::{Code, Error};
use crate::factor::Pack;
use crate::factor::fold;
use crate::factor::rows::{CountryRow, CountryStatus};
use crate::place::Place;

/// A country of origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin<'c> {
    /// ISO 3166-1 code; `ZZ` for other countries and territories, `XX` where the country is not known.
    pub country: Box<str>,
    /// What the packs say about it; a country without a row has no table of its own.
    pub row: Option<(&'c Pack, &'c CountryRow)>,
}

impl Origin<'_> {
    /// How the country stands to the mechanism.
    pub fn status(&self) -> Option<CountryStatus> {
        self.row.map(|(_, row)| row.status)
    }

    /// Whether goods of the origin have no obligation: Union or Annex III.
    pub fn is_exempt(&self) -> bool {
        matches!(self.status(), Some(CountryStatus::Union | CountryStatus::Exempt))
    }
}

impl<'c> Tables<'c> {
    /// The country that a code or a name stands for.
    ///
    /// Codes of ISO 3166-1, the names of the acts, and usual other names are understood; `unknown` is a country that is
    /// not known, which has the highest values, and is never taken unsaid.
    ///
    /// # Errors
    /// `MISSING_VALUE`, `UNKNOWN_PLACE`; those of packs.
    ///
    /// # Example
    /// ```
    /// use emitrace::cbam::Tables;
    /// use emitrace::factor::Catalog;
    ///
    /// let catalog = Catalog::bundled()?;
    /// let tables = Tables::new(&catalog);
    /// for name in ["TR", "Türkiye", "turkey", "Thổ Nhĩ Kỳ"] {
    ///     assert_eq!(&*tables.origin(name)?.country, "TR");
    /// }
    /// assert!(tables.origin("Switzerland")?.is_exempt());
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn origin(&self, text: &str) -> Result<Origin<'c>, Error> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Error::new(Code::MissingValue, "the country of origin is empty").with_help(
                "write the country as its ISO 3166-1 code; `unknown` if it is not known, which has the highest values",
            ));
        }
        let tables = self.catalog.cbam_countries()?;
        let rows = || tables.iter().flat_map(|(pack, rows)| rows.iter().map(|row| (*pack, row)));
        let by_code = |code: &str| rows().find(|(_, row)| *row.country == *code);
        let name = fold(text);
        let named = rows().find(|(_, row)| {
            row.country.eq_ignore_ascii_case(text)
                || fold(&row.name) == name
                || row.aliases.iter().any(|alias| fold(alias) == name)
        });
        if let Some(found) = named {
            return Ok(Origin { country: found.1.country.clone(), row: Some(found) });
        }
        let place = Place::parse(text)?;
        let country = place.as_str().split('-').next().unwrap_or_default();
        if country.len() != 2 {
            return Err(Error::new(Code::UnknownPlace, format!("`{text}` is a region, not a country"))
                .with_help("write the country of origin as its ISO 3166-1 code"));
        }
        Ok(Origin { country: country.into(), row: by_code(country) })
    }
}
