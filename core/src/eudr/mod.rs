//! The deforestation regulation of the EU, Regulation (EU) 2023/1115: plots, due-diligence data, reference numbers.
//!
//! Plots are GeoJSON whose numbers are read as they are written. Positions are whole millionths of a degree from then on, so
//! that crossings, foldings and areas are the same on every machine; what the information system could read in two ways
//! (cutting off or rounding the seventh decimal) is checked both ways. What the system accepts is data (packs of kind
//! `trace-figures`). A check here is no submission.

mod area;
mod check;
mod json;
mod position;
mod references;
mod ring;
mod shape;
mod sine;
mod statement;
mod told;

#[cfg(test)]
mod tests;

pub use check::check;
