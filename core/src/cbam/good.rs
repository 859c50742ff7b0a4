//! From a code to the good: category, gases, functional unit, whether indirect emissions count.

use super::{CnCode, Tables, range};
use crate::error::{Code, Error};
use crate::factor::Pack;
use crate::factor::rows::{CategoryRow, GoodRow};
use crate::order::Order;

/// A good of the mechanism.
#[derive(Clone, Copy, Debug)]
pub struct Good<'c> {
    /// The code as it was asked for.
    pub code: CnCode,
    /// What Annex I and the acts on methods say about it.
    pub row: &'c GoodRow,
    /// The pack of the row.
    pub pack: &'c Pack,
}

impl<'c> Tables<'c> {
    /// The good of a code.
    ///
    /// # Errors
    /// `BAD_CN_CODE`, `GOOD_NOT_IN_SCOPE`; those of packs.
    ///
    /// # Example
    /// ```
    /// use emitrace::cbam::Tables;
    /// use emitrace::factor::Catalog;
    ///
    /// let catalog = Catalog::bundled()?;
    /// let tables = Tables::new(&catalog);
    /// let cement = tables.good("2523 29 00")?;
    /// assert_eq!(cement.row.functional_unit.as_str(), "t-clinker");
    /// assert!(cement.row.indirect);
    /// assert_eq!(tables.good("7204 21 10").unwrap_err().code().as_str(), "GOOD_NOT_IN_SCOPE");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn good(&self, code: &str) -> Result<Good<'c>, Error> {
        self.good_of(CnCode::parse(code)?)
    }

    /// The good of a code that was read.
    ///
    /// # Errors
    /// `GOOD_NOT_IN_SCOPE`; those of packs.
    pub fn good_of(&self, code: CnCode) -> Result<Good<'c>, Error> {
        let tables = self.catalog.cbam_goods()?;
        for (pack, rows) in &tables {
            if let Some(row) = range(rows, |row| (*row.cn).cmp(code.as_str())).first() {
                return Ok(Good { code, row, pack });
            }
        }
        let near = |length: usize| -> Vec<&str> {
            let Some(start) = code.as_str().get(..length) else { return Vec::new() };
            let rows = tables.iter().flat_map(|(_, rows)| rows.iter());
            rows.map(|row| &*row.cn).filter(|cn| cn.starts_with(start)).take(6).collect()
        };
        let near = [6, 4].into_iter().map(near).find(|found| !found.is_empty()).unwrap_or_default();
        let error = Error::new(Code::GoodNotInScope, format!("`{code}` is not in Annex I"));
        Err(if near.is_empty() {
            error
        } else {
            error.with_help(format!(
                "check the code: {} are in Annex I; leave the row out if the good is really another one",
                near.join(", ")
            ))
        })
    }

    /// Every good, by code; of a code that several packs hold, the youngest.
    ///
    /// # Errors
    /// Those of packs.
    pub fn goods(&self) -> Result<Vec<Good<'c>>, Error> {
        let mut all = Vec::new();
        for (pack, rows) in self.catalog.cbam_goods()? {
            for row in rows {
                all.push(Good { code: CnCode::parse(&row.cn)?, row, pack });
            }
        }
        // The sort is stable: the row of the younger pack stays before the older one.
        all.order_by_key(|good| good.code);
        all.dedup_by_key(|good| good.code);
        Ok(all)
    }

    /// An aggregated goods category, with its pack.
    ///
    /// # Errors
    /// `UNKNOWN_CATEGORY`; those of packs.
    pub fn category(&self, name: &str) -> Result<(&'c Pack, &'c CategoryRow), Error> {
        let tables = self.catalog.cbam_categories()?;
        let mut rows = tables.iter().flat_map(|(pack, rows)| rows.iter().map(|row| (*pack, row)));
        rows.find(|(_, row)| *row.category == *name).ok_or_else(|| {
            let known = tables.iter().flat_map(|(_, rows)| rows.iter().map(|row| &*row.category));
            let known: Vec<&str> = known.collect();
            Error::new(Code::UnknownCategory, format!("`{name}` is no aggregated goods category"))
                .with_help(format!("use one of {}", known.join(", ")))
        })
    }
}
