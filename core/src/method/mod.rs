//! Calculation methods as data: what a row of the ledger says beside its quantity, and how it is multiplied.
//!
//! A [`Method`] is an entry of one table: the terms that its [`Parameter`]s bring, the unit that it takes and the one
//! that it gives, the categories in which it may stand. The engine multiplies the terms into the coefficient of the
//! line, so that a line with a method is as exact as one without, and is rounded once (METHODS M-01, M-20).

mod direct;
mod movement;
mod parameter;
mod products;
mod purchases;
mod table;
mod term;

pub use parameter::{Parameter, Range};
pub use table::{METHODS, Method, Source};
pub use term::{Move, Op, Term};

use crate::normal::nfc;

/// The form in which the words of methods are compared: NFC, lower case, spaces, `_`, `-` and `.` as one `-`.
pub(crate) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in nfc(text.trim().chars()) {
        if c.is_whitespace() || matches!(c, '_' | '-' | '.') {
            if !key.ends_with('-') {
                key.push('-');
            }
        } else {
            key.extend(c.to_lowercase());
        }
    }
    key
}
