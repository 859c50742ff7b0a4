//! The columns of a ledger.

use crate::method::Parameter;

/// A column of the ledger.
///
/// # Example
/// ```
/// use emitrace::activity::Field;
///
/// assert_eq!(Field::from_header("Số lượng (kWh)"), Some(Field::Quantity));
/// assert_eq!(Field::from_header("so luong"), Some(Field::Quantity));
/// assert_eq!(Field::Id.name(), "id");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Field {
    /// Identifier of the record; equal identifiers are counted once.
    Id,
    /// The day (or month) of the activity.
    Date,
    /// First day that the quantity covers.
    PeriodStart,
    /// Last day that the quantity covers.
    PeriodEnd,
    /// Where in the organisation: plant, branch, workshop.
    Site,
    /// What was done or used: `electricity`, `diesel-stationary`.
    Activity,
    /// How much, as a number.
    Quantity,
    /// The unit of the quantity.
    Unit,
    /// Country or region, ISO 3166.
    Region,
    /// Scope 1, 2 or 3.
    Scope,
    /// Category within the scope.
    Category,
    /// Who supplied it.
    Supplier,
    /// The product that the activity belongs to.
    Product,
    /// Location-based or market-based, where a row is meant for one only.
    View,
    /// Contractual instrument: certificate, green tariff, direct contract.
    Instrument,
    /// The emission factor to use, as `pack/factor`.
    Factor,
    /// Quality of the data; `correction` allows a negative quantity.
    Quality,
    /// Uncertainty of the quantity.
    Uncertainty,
    /// Invoice, meter reading or other document.
    Evidence,
    /// Free text.
    Note,
    /// GS1 trade item number.
    Gtin,
    /// Calorific value of the fuel, as a number.
    CalorificValue,
    /// Unit of the calorific value.
    CalorificUnit,
    /// Whether the calorific value is net (lower) or gross (higher).
    CalorificBasis,
    /// Calculation method, where the row is more than quantity × factor.
    Method,
    /// A number or word that the method reads.
    Parameter(Parameter),
}

/// How many fields there are beside the parameters of methods.
pub(super) const COUNT: usize = 25;

/// How many fields there are.
const ALL: usize = COUNT.saturating_add(Parameter::ALL.len());

impl Field {
    /// Every field, in the order of their definition.
    pub const ALL: [Field; ALL] = Field::with_parameters([
        Field::Id,
        Field::Date,
        Field::PeriodStart,
        Field::PeriodEnd,
        Field::Site,
        Field::Activity,
        Field::Quantity,
        Field::Unit,
        Field::Region,
        Field::Scope,
        Field::Category,
        Field::Supplier,
        Field::Product,
        Field::View,
        Field::Instrument,
        Field::Factor,
        Field::Quality,
        Field::Uncertainty,
        Field::Evidence,
        Field::Note,
        Field::Gtin,
        Field::CalorificValue,
        Field::CalorificUnit,
        Field::CalorificBasis,
        Field::Method,
    ]);

    /// The fields of [`Field::ALL`], worked out by the compiler: a wrong index would not compile.
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "evaluated at compile time only"
    )]
    const fn with_parameters(own: [Field; COUNT]) -> [Field; ALL] {
        let mut all = [Field::Id; ALL];
        let mut at = 0;
        while at < ALL {
            all[at] = if at < COUNT { own[at] } else { Field::Parameter(Parameter::ALL[at - COUNT]) };
            at += 1;
        }
        all
    }

    /// The canonical column name, e.g. `quantity`: the same in files, findings and every language.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Date => "date",
            Field::PeriodStart => "period_start",
            Field::PeriodEnd => "period_end",
            Field::Site => "site",
            Field::Activity => "activity",
            Field::Quantity => "quantity",
            Field::Unit => "unit",
            Field::Region => "region",
            Field::Scope => "scope",
            Field::Category => "category",
            Field::Supplier => "supplier",
            Field::Product => "product",
            Field::View => "view",
            Field::Instrument => "instrument",
            Field::Factor => "factor",
            Field::Quality => "quality",
            Field::Uncertainty => "uncertainty",
            Field::Evidence => "evidence",
            Field::Note => "note",
            Field::Gtin => "gtin",
            Field::CalorificValue => "calorific_value",
            Field::CalorificUnit => "calorific_unit",
            Field::CalorificBasis => "calorific_basis",
            Field::Method => "method",
            Field::Parameter(parameter) => parameter.name(),
        }
    }

    /// Position in [`Field::ALL`] of what is no parameter.
    pub(super) const fn index(self) -> usize {
        match self {
            Field::Id => 0,
            Field::Date => 1,
            Field::PeriodStart => 2,
            Field::PeriodEnd => 3,
            Field::Site => 4,
            Field::Activity => 5,
            Field::Quantity => 6,
            Field::Unit => 7,
            Field::Region => 8,
            Field::Scope => 9,
            Field::Category => 10,
            Field::Supplier => 11,
            Field::Product => 12,
            Field::View => 13,
            Field::Instrument => 14,
            Field::Factor => 15,
            Field::Quality => 16,
            Field::Uncertainty => 17,
            Field::Evidence => 18,
            Field::Note => 19,
            Field::Gtin => 20,
            Field::CalorificValue => 21,
            Field::CalorificUnit => 22,
            Field::CalorificBasis => 23,
            Field::Method => 24,
            // Kept apart in a record: few rows have any.
            Field::Parameter(_) => COUNT,
        }
    }
}
