//! The organisational boundary: what was consolidated, beside the figures at 100 %.

use super::figure;
use super::text::Text;
use crate::wire::v1::{Boundary, Figures};

/// The columns of the table, and whether they hold numbers.
pub(super) fn columns(text: &Text) -> [(&'static str, bool); 6] {
    [
        (text.site, false),
        (text.entity, false),
        (text.valid, false),
        (text.share_applied, true),
        (text.tonnes_at_100, true),
        (text.tonnes_consolidated, true),
    ]
}

/// The rows: every site and span of days with one share, location-based.
pub(super) fn rows(text: &Text, boundary: &Boundary, decimals: usize) -> Vec<[String; 6]> {
    let tonnes = |figures: &Figures| figure::tonnes(&figures.total_location_kg_co2e, decimals, text.marks);
    let row = |share: &crate::wire::v1::BoundaryShare| {
        let days = if share.from.is_empty() && share.to.is_empty() {
            String::new()
        } else {
            format!("{}/{}", share.from, share.to)
        };
        let applied = if share.moved_to.is_empty() {
            share.share.clone()
        } else {
            format!("{} → {}", share.share, share.moved_to)
        };
        [
            share.site.clone(),
            share.chain.join(" › "),
            days,
            applied,
            tonnes(&share.at_100_percent),
            tonnes(&share.consolidated),
        ]
    };
    boundary.shares.iter().map(row).collect()
}
