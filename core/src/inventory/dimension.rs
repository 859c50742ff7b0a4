//! What a view divides the result by.

use core::fmt;

use crate::error::{Code, Error};

/// A dimension of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Dimension {
    /// `1`, `2`, `3`, `outside`.
    Scope,
    /// `1.stationary`, `2.electricity`, `3.1` …
    Category,
    /// Category 1 to 6 of ISO 14064-1:2018.
    IsoCategory,
    /// Gas.
    Gas,
    /// Site as the ledger names it.
    Site,
    /// Place code.
    Region,
    /// Supplier as the ledger names it.
    Supplier,
    /// Product as the ledger names it.
    Product,
    /// Month in which the activity starts: `2025-03`.
    Month,
    /// Legal entity of the organisation.
    Entity,
    /// Identifier of the activity.
    Activity,
    /// Identifier of the factor.
    Factor,
}

impl Dimension {
    /// All dimensions.
    pub const ALL: [Dimension; 12] = [
        Dimension::Scope,
        Dimension::Category,
        Dimension::IsoCategory,
        Dimension::Gas,
        Dimension::Site,
        Dimension::Region,
        Dimension::Supplier,
        Dimension::Product,
        Dimension::Month,
        Dimension::Activity,
        Dimension::Factor,
        Dimension::Entity,
    ];

    /// The dimensions that a result has a view by unless views are named: those that need nothing but the ledger.
    pub const USUAL: [Dimension; 11] = [
        Dimension::Scope,
        Dimension::Category,
        Dimension::IsoCategory,
        Dimension::Gas,
        Dimension::Site,
        Dimension::Region,
        Dimension::Supplier,
        Dimension::Product,
        Dimension::Month,
        Dimension::Activity,
        Dimension::Factor,
    ];

    /// The dimension's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Dimension::Scope => "scope",
            Dimension::Category => "category",
            Dimension::IsoCategory => "iso_category",
            Dimension::Gas => "gas",
            Dimension::Site => "site",
            Dimension::Region => "region",
            Dimension::Supplier => "supplier",
            Dimension::Product => "product",
            Dimension::Month => "month",
            Dimension::Entity => "entity",
            Dimension::Activity => "activity",
            Dimension::Factor => "factor",
        }
    }

    /// Reads one view: dimensions separated by commas.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE` for another name, a repeated one or more than four.
    pub fn parse_view(text: &str) -> Result<Vec<Dimension>, Error> {
        let refuse = |message: String| {
            let names: Vec<&str> = Dimension::ALL.iter().map(|dimension| dimension.as_str()).collect();
            Error::new(Code::UnknownValue, message)
                .with_help(format!("use up to four of {}", names.join(", ")))
        };
        let mut view = Vec::new();
        for name in text.split(',').map(str::trim) {
            let known = Dimension::ALL.into_iter().find(|dimension| dimension.as_str() == name);
            let dimension = known.ok_or_else(|| refuse(format!("view `{name}` is not known")))?;
            if view.contains(&dimension) {
                return Err(refuse(format!("`{name}` stands twice in a view")));
            }
            view.push(dimension);
        }
        if view.len() > 4 {
            return Err(refuse("more than four dimensions in one view".into()));
        }
        Ok(view)
    }

    pub(super) fn index(self) -> usize {
        Dimension::ALL.iter().position(|dimension| *dimension == self).unwrap_or(0)
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
