#![doc = include_str!("../README.md")]
// Tests build their own inputs: a failed assertion may panic, an index may be out of range.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        clippy::disallowed_methods,
        clippy::string_slice,
        reason = "tests assert by panicking"
    )
)]
#![cfg_attr(
    not(feature = "every-method"),
    allow(dead_code, unused_imports, reason = "the small build does not answer every method")
)]

pub mod activity;
mod archive;
pub mod call;
pub mod cbam;
pub mod compare;
mod condition;
pub mod custody;
pub mod disclosure;
pub mod epcis;
pub mod error;
pub mod eudr;
pub mod evidence;
pub mod factor;
pub mod footprint;
pub mod framework;
pub mod gas;
mod grid;
pub mod gs1;
pub mod import;
mod intern;
pub mod inventory;
pub mod limits;
pub mod lot;
pub mod method;
mod normal;
pub mod number;
mod order;
pub mod origin;
pub mod period;
pub mod place;
pub mod quality;
pub mod regulation;
pub mod report;
pub mod scope;
pub mod seal;
pub mod sheet;
pub mod supplier;
pub mod supply;
mod told;
pub mod trace;
pub mod uncertainty;
pub mod unit;
pub mod verify;
pub mod wire;

pub use call::call;
pub use error::{Code, Error, Finding, Position, Severity};
