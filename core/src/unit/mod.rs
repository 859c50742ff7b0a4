//! Units and dimensions: reading what people write, and converting exactly.
//!
//! A [`Unit`] is read from text and converts to another by an exact fraction, or says why it does not:
//!
//! ```
//! use emitrace::unit::Unit;
//!
//! let delivered = Unit::parse("tấn")?;
//! let factor = Unit::parse("short ton")?;
//! assert_eq!(delivered.ratio_to(&factor)?.to_string(), "50000000/45359237");
//! # Ok::<(), emitrace::Error>(())
//! ```
//!
//! # What is read
//! [`Unit::parse`] reads the spellings of [`all`], everyday English and Vietnamese words (`tonnes`, `tấn`,
//! `số điện`, `mét khối`, `triệu đồng`) and UCUM codes (`kW.h`, `[lb_av]`). Products are joined by `.`,
//! quotients by `/` and read from left to right: `kg/t.km` is kilograms times kilometres per tonne, write
//! `kg/(t.km)` or `kg/t/km` for the other.
//!
//! # What is refused
//! | Text | Because |
//! |---|---|
//! | `ton`, `tons` | tonne, short ton or long ton |
//! | `MT`, `Mt`, `T` | metric ton, megatonne, tesla |
//! | `gal`, `gallon`, `quart`, `pint`, `fl oz` | United States or imperial |
//! | `mwh`, `mWh`, `mj`, `pj` | mega or milli, peta or pico |
//! | `MBtu` | a thousand or a million |
//! | `nm3` | normal cubic metre or cubic nanometre |
//! | `gr`, `lt`, `KGS`, `pc`, `unit` | gram or grain, litre or long ton, kilograms or a currency … |
//! | `year`, `month`, `năm`, `tháng` | no fixed length; UCUM's `a` is 8766 h and `mo` 730.5 h |
//! | `lạng`, `cân`, `sào`, `mẫu`, `công` | sizes differ by region or ware |
//! | `103 m3` | 10³ m³ that lost its form |
//! | `kgCO2e`, `tC` | the gas belongs to the factor, not to the unit |
//!
//! # What a unit says besides its size
//! * Energy of fuels: `{net}` or `{gross}`. Net never meets gross, and neither meets an energy that does not
//!   say; energies that do not say (electricity) convert freely.
//! * Volumes of gas: a state such as `Nm3`, `Sm3`, `scf` or `m3{25Cel_100kPa}`.
//! * Masses: `{dry}` or `{wet}`.
//! * Money: currency, `{year}` and `{year:level}`; see [`Currency`].
//! * Counted things: passengers, vehicles, items, room-nights, FTE and TEU are dimensions of their own.
//! * `toe` is a unit of energy of 41.868 GJ that says it is [administrative](Unit::is_administrative).
//!
//! # What is left out
//! Scales that are not a straight line through zero (°C, pH, dB), arbitrary units of laboratories (`[iU]`),
//! multiples of π (`deg`). °C occurs in gas states only.

mod aliases;
mod atom;
mod convert;
mod dimension;
mod display;
mod everyday;
mod gas_state;
mod grammar;
mod named;
mod named_table;
mod nearest;
mod qualifier;
mod ucum;
mod ucum_table;
#[expect(
    clippy::module_inception,
    reason = "the module is named after its subject, and so is the file of the type"
)]
mod unit;

pub use dimension::Dimension;
pub use gas_state::GasState;
pub use named::{UnitInfo, all};
pub use qualifier::{CalorificBasis, Currency, PriceLevel};
pub use unit::Unit;
