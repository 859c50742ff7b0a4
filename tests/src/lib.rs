//! One set of cases for every surface of emitrace.
//!
//! A case is a file `cases/<area>/<id>.json`. [`case::requests`] turns all of them into a list of requests
//! without expectations; each surface answers the list ([`run`] does so for the core and the command);
//! [`compare`] is the only place that knows what is expected.

pub mod canonical;
pub mod case;
pub mod compare;
pub mod laws;
pub mod line;
pub mod pattern;
pub mod run;
