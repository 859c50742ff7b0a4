//! The sums as an answer.

use super::super::answer::packs_used;
use super::super::explain::write_step;
use super::{Cell, Missing, Same, Sum, Sums, Way};
use crate::error::{Error, Severity};
use crate::factor::{Catalog, FactorIndex, Step};
use crate::inventory::dimension::Dimension;
use crate::number::Fraction;
use crate::unit::CalorificBasis;
use crate::wire::v1::{self, canonical_digest};

pub(super) fn answer(
    catalog: &Catalog,
    renewable_instruments: &[String],
    views: Vec<Vec<Dimension>>,
    sums: Sums,
    inventory: v1::InventoryAnswer,
) -> Result<v1::EnergyAccountAnswer, Error> {
    let Sums { rows, total, cells, views: seen, sources, missing, elsewhere, unproven } = sums;
    let mut used: Vec<&str> = Vec::new();
    for index in sources.values().flat_map(|(way, _)| way.steps.iter().filter_map(property)) {
        used.extend(catalog.pack_of(catalog.factor(index)).map(|pack| &*pack.id));
    }
    let mut findings = inventory.findings;
    findings.extend(unproven.into_iter().map(|(named, (row, error))| v1::Finding {
        row,
        ..v1::Finding::from(&crate::error::Finding {
            severity: Severity::Warning,
            ..crate::error::Finding::from_error(&error, at(row), &named)
        })
    }));
    let mut by: Vec<v1::EnergyView> = views
        .iter()
        .map(|view| v1::EnergyView {
            by: view.iter().map(|dimension| dimension.as_str().into()).collect(),
            cells: Vec::new(),
        })
        .collect();
    for ((at, key, (carrier, renewable)), sum) in seen {
        let Some(view) = by.get_mut(at) else { continue };
        let (carrier, renewable) = (carrier.into(), renewable.into());
        view.cells.push(v1::EnergyViewCell { key, carrier, renewable, figure: figure(&sum)? });
    }
    let result = v1::EnergyAccount {
        period: inventory.inventory.choices.period,
        profile: inventory.inventory.choices.profile,
        inventory: inventory.digest,
        renewable_instruments: renewable_instruments.to_vec(),
        rows,
        coverage: inventory.inventory.coverage,
        total: figure(&total)?,
        cells: cells.iter().map(|(cell, sum)| of_cell(*cell, sum)).collect::<Result<_, _>>()?,
        views: by,
        packs: packs_used(catalog, |pack| used.contains(&&*pack.id)),
        sources: sources.iter().map(|one| source(catalog, one)).collect::<Result<_, _>>()?,
        missing: missing.iter().map(|(key, one)| lacking(catalog, key, one)).collect(),
        not_energy: elsewhere
            .iter()
            .map(|(category, lines)| v1::EnergyElsewhere { category: (*category).into(), lines: *lines })
            .collect(),
        findings,
    };
    Ok(v1::EnergyAccountAnswer {
        schema: v1::ENERGY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
    })
}

fn at(row: u64) -> crate::error::Position {
    crate::error::Position { row, column: "instrument".into(), ..crate::error::Position::default() }
}

/// The record of a pack that a step rests on.
fn property(step: &Step) -> Option<FactorIndex> {
    match step {
        Step::Property { factor, .. } => Some(*factor),
        Step::Term { factor, .. } | Step::Move { factor, .. } => *factor,
        Step::Unit { .. } | Step::Measured { .. } => None,
    }
}

/// Megawatt hours, and gigajoules: 3.6 for each.
fn figure(sum: &Sum) -> Result<v1::EnergyFigure, Error> {
    let gigajoules = sum.amount.try_mul(&Fraction::whole(18))?.try_div(&Fraction::whole(5))?;
    Ok(v1::EnergyFigure { mwh: sum.amount.to_string(), gj: gigajoules.to_string(), lines: sum.lines })
}

fn of_cell((carrier, renewable): Cell, sum: &Sum) -> Result<v1::EnergyCell, Error> {
    Ok(v1::EnergyCell { carrier: carrier.into(), renewable: renewable.into(), figure: figure(sum)? })
}

fn source(
    catalog: &Catalog,
    (((carrier, renewable), activity, unit, _), (way, quantity)): (&Same, &(std::rc::Rc<Way>, Sum)),
) -> Result<v1::EnergySource, Error> {
    let (name_en, name_vi) = names(catalog, activity);
    let energy = Sum { amount: quantity.amount.try_mul(&Fraction::from(way.ratio))?, lines: quantity.lines };
    Ok(v1::EnergySource {
        carrier: (*carrier).into(),
        renewable: (*renewable).into(),
        activity: activity.clone(),
        name_en,
        name_vi,
        quantity: quantity.amount.to_string(),
        unit: unit.clone(),
        basis: way.basis.map_or("", CalorificBasis::as_str).into(),
        mwh_per_unit: way.ratio.to_string(),
        steps: way.steps.iter().map(|step| write_step(catalog, step)).collect::<Result<_, _>>()?,
        figure: figure(&energy)?,
    })
}

fn lacking(
    catalog: &Catalog,
    (carrier, activity, unit, message): &(&'static str, String, String, String),
    one: &Missing,
) -> v1::EnergyMissing {
    let (name_en, name_vi) = names(catalog, activity);
    v1::EnergyMissing {
        carrier: (*carrier).into(),
        activity: activity.clone(),
        name_en,
        name_vi,
        quantity: one.quantity.amount.to_string(),
        unit: unit.clone(),
        code: one.error.code().as_str().into(),
        message: message.clone(),
        help: one.error.help().into(),
        lines: one.quantity.lines,
        first_row: one.first_row,
    }
}

fn names(catalog: &Catalog, activity: &str) -> (String, String) {
    catalog
        .activity(activity)
        .map_or_else(Default::default, |known| (known.name_en.to_string(), known.name_vi.to_string()))
}
