//! The choices of a finished inventory, as a caller would have to make them again.

use crate::activity::{Encoding, Field};
use crate::factor::{Catalog, PackKind};
use crate::wire::v1::{Column, InventoryAnswer, InventoryOptions};

/// Choices and declarations of an answer.
pub(super) fn of(answer: &InventoryAnswer, catalog: &Catalog) -> InventoryOptions {
    let (choices, reading) = (&answer.inventory.choices, &answer.reading);
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let locale = match reading.number_format.as_str() {
        "comma" => Some("vi-VN"),
        "point" => Some("en-US"),
        "space" => Some("fr-FR"),
        "lakh" => Some("en-IN"),
        _ => None,
    };
    // Packs of one's own come first by themselves.
    let own = |id: &String| {
        let mut packs = catalog.packs().iter();
        packs.any(|pack| !pack.shipped && pack.kind == PackKind::Factors && *pack.id == **id)
    };
    let known = |column: &&Column| Field::ALL.iter().any(|field| field.name() == column.field);
    InventoryOptions {
        profile: choices.profile.clone(),
        gwp: choices.gwp.clone(),
        period: some(&choices.period),
        region: some(&choices.region),
        locale: locale.map(str::to_owned),
        date_order: some(&reading.date_order).filter(|order| order != "undeclared"),
        delimiter: some(&reading.delimiter),
        encoding: some(&reading.encoding).filter(|name| Encoding::from_name(name).is_ok()),
        columns: reading.columns.iter().filter(known).cloned().collect(),
        ledger_format: some(&reading.format),
        sheet: some(&reading.sheet),
        header_row: u32::try_from(reading.header_row).ok().filter(|row| *row > 0),
        sheet_numbers: some(&reading.sheet_numbers),
        sources: Some(choices.sources.iter().filter(|id| !own(id)).cloned().collect()),
        proxy_years: choices.proxy_years,
        proxy_places: choices.proxy_places.clone(),
        by: Some(answer.inventory.views.iter().map(|view| view.by.join(",")).collect()),
        instruments: choices.instruments.clone(),
        upstream: choices.upstream,
        organisation: choices.organisation.clone(),
        ..InventoryOptions::default()
    }
}
