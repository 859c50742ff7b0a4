//! From sums to the plain answer: CO2 equivalent under the named set, sorted, with sources.

use super::dimension::Dimension;
use super::effects::{Effects, Part};
use super::merge::sort_gases;
use super::options::Options;
use super::tally::{Key, Tally, View};
use crate::error::{Code, Error, Severity};
use crate::factor::{Catalog, Factor, FactorIndex, Pack, PackKind};
use crate::gas::{Family, Gas};
use crate::number::Mass;
use crate::order::Order;
use crate::scope::{Account, Category};
use crate::told::found;
use crate::wire::v1::{self, canonical, canonical_digest, hex_sha256};

/// Name of the one rounding (METHODS M-01).
pub(crate) const ROUNDING: &str = "M-01: half-even to 0.000000000001 kg, once per line and gas";

/// An answer, and the canonical JSON of its inventory: it was written for the digest, and may be as long as the ledger.
pub(super) struct Answered {
    pub(super) answer: v1::InventoryAnswer,
    inventory: String,
}

impl Answered {
    /// The answer with its canonical JSON.
    ///
    /// # Errors
    /// As [`canonical`].
    pub(super) fn written(self) -> Result<(v1::InventoryAnswer, String), Error> {
        let Answered { answer, inventory: mut text } = self;
        let (before, behind) = answer.around()?;
        text.reserve(before.len().saturating_add(behind.len()));
        text.insert_str(0, &before);
        text.push_str(&behind);
        Ok((answer, text))
    }
}

/// The answer of a run.
pub(super) fn answer(
    catalog: &Catalog,
    options: &Options,
    tally: Tally,
    (rows, excluded): (u64, u64),
    reading: v1::Reading,
) -> Result<Answered, Error> {
    let total = figures(catalog, options, tally.total.lines, tally.total.masses(&tally.slots))?;
    let views =
        tally.views.iter().map(|cells| view(catalog, options, &tally, cells)).collect::<Result<_, _>>()?;
    let inventory = v1::Inventory {
        choices: choices(catalog, options),
        coverage: v1::Coverage {
            rows,
            counted: tally.counted,
            excluded,
            findings: found(&tally.finding_counts),
        },
        total,
        views,
        notes: notes(&tally),
        activities: activities(catalog, &tally),
        factors: factors(catalog, &tally)?,
        packs: packs(catalog, &tally),
        instruments: tally.instruments.answer(options)?,
        boundary: tally.boundary.answer(catalog, options)?,
    };
    let mut findings = tally.findings;
    findings.order();
    let text = canonical(&inventory)?;
    let answer = v1::InventoryAnswer {
        schema: v1::INVENTORY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: hex_sha256(text.as_bytes()),
        inventory,
        reading,
        findings: findings.iter().map(v1::Finding::from).collect(),
    };
    Ok(Answered { answer, inventory: text })
}

pub(super) fn choices(catalog: &Catalog, options: &Options) -> v1::Choices {
    let own = catalog
        .packs()
        .iter()
        .filter(|pack| !pack.shipped && pack.kind == PackKind::Factors)
        .map(|pack| pack.id.to_string());
    let counted = [Family::Co2, Family::Ch4, Family::N2o, Family::Hfc, Family::Pfc, Family::Sf6, Family::Nf3];
    let families = counted.iter().chain(options.profile.also_counts());
    v1::Choices {
        profile: options.profile.as_str().into(),
        gwp: options.gwp.as_str().into(),
        period: options.read.period.map_or_else(String::new, |period| period.to_string()),
        region: options.region.as_ref().map_or_else(String::new, |place| place.as_str().into()),
        sources: own.chain(options.policy.sources.iter().map(|id| id.to_string())).collect(),
        proxy_years: options.policy.proxy_years,
        proxy_places: options.policy.proxy_places.iter().map(|place| place.as_str().into()).collect(),
        gases_in_total: families.map(|family| family.as_str().into()).collect(),
        rounding: ROUNDING.into(),
        instruments: options.instruments.as_ref().map(|register| register.declared().clone()),
        upstream: options.upstream,
        organisation: options.organisation.as_ref().map(|organisation| organisation.declared().clone()),
    }
}

/// Sums to figures.
pub(super) fn figures(
    catalog: &Catalog,
    options: &Options,
    lines: u64,
    masses: impl Iterator<Item = (Account, Gas, Mass)>,
) -> Result<v1::Figures, Error> {
    let mut effects = Effects::default();
    let mut gases = Vec::new();
    for (account, gas, mass) in masses {
        let part = Part::new(account, gas, catalog.gases(), options);
        effects.add(part, mass)?;
        gases.push(v1::GasFigure {
            account: account.as_str().into(),
            gas: catalog.gases().info(gas).name.to_string(),
            kg: mass.to_string(),
            kg_co2e: part.co2e(mass)?.map(|effect| effect.to_string()),
            in_total: part.in_total(),
        });
    }
    sort_gases(&mut gases);
    Ok(v1::Figures {
        lines,
        scope_1_kg_co2e: effects.scope_1.to_string(),
        scope_2_location_kg_co2e: effects.scope_2_location.to_string(),
        scope_2_market_kg_co2e: effects.scope_2_market.to_string(),
        scope_3_kg_co2e: effects.scope_3.to_string(),
        total_location_kg_co2e: effects.total_location()?.to_string(),
        total_market_kg_co2e: effects.total_market()?.to_string(),
        biogenic_kg_co2: effects.biogenic.to_string(),
        outside_kg_co2e: effects.outside.to_string(),
        offsets_kg_co2e: effects.offsets.to_string(),
        gases,
    })
}

fn view(catalog: &Catalog, options: &Options, tally: &Tally, view: &View) -> Result<v1::View, Error> {
    let mut cells = view
        .sums
        .iter()
        .map(|(key, sums)| {
            Ok(v1::Cell {
                key: texts(catalog, tally, &view.by, key),
                figures: figures(catalog, options, sums.lines, sums.masses(&tally.slots))?,
            })
        })
        .collect::<Result<Vec<v1::Cell>, Error>>()?;
    sort_cells(&view.by, &mut cells);
    Ok(v1::View { by: view.by.iter().map(|dimension| dimension.as_str().into()).collect(), cells })
}

/// Sorts cells by key: categories in the order of the scopes, everything else as text.
pub(super) fn sort_cells(by: &[Dimension], cells: &mut [v1::Cell]) {
    let rank = |cell: &v1::Cell| -> Vec<(usize, String)> {
        let place = |(dimension, text): (&Dimension, &String)| match dimension {
            Dimension::Category => (
                Category::all().position(|category| category.key() == text).unwrap_or(usize::MAX),
                String::new(),
            ),
            _ => (0, text.clone()),
        };
        by.iter().zip(&cell.key).map(place).collect()
    };
    cells.order_by_key(rank);
}

fn texts(catalog: &Catalog, tally: &Tally, by: &[Dimension], key: &Key) -> Vec<String> {
    let text = |(dimension, value): (&Dimension, &u32)| match dimension {
        Dimension::Month => {
            let (year, month) =
                (value.checked_div(12).unwrap_or(0), value.checked_rem(12).unwrap_or(0).saturating_add(1));
            format!("{year:04}-{month:02}")
        }
        Dimension::Gas => {
            let gas = catalog.gases().iter().nth(usize::try_from(*value).unwrap_or(usize::MAX));
            gas.map_or_else(String::new, |(_, info)| info.name.to_string())
        }
        _ => tally.words.text(*value).to_string(),
    };
    by.iter().zip(key).map(text).collect()
}

fn notes(tally: &Tally) -> Vec<v1::Note> {
    let used = tally.notes.iter().filter(|note| note.rows > 0);
    let mut notes: Vec<v1::Note> = used
        .map(|note| v1::Note {
            code: note.text.code.as_str().into(),
            about: note.text.about.to_string(),
            rows: note.rows,
            first_row: note.first_row,
            message: note.text.message.to_string(),
            help: note.text.code.help().into(),
        })
        .collect();
    notes.order_by(|a, b| (&a.code, &a.about, &a.message).cmp(&(&b.code, &b.about, &b.message)));
    notes
}

fn activities(catalog: &Catalog, tally: &Tally) -> Vec<v1::ActivityName> {
    let name = |id: &str| {
        let known = catalog.activity(id);
        v1::ActivityName {
            id: id.into(),
            name_en: known.map_or_else(String::new, |known| known.name_en.to_string()),
            name_vi: known.map_or_else(String::new, |known| known.name_vi.to_string()),
        }
    };
    tally.activities.iter().map(|id| name(id)).collect()
}

fn factors(catalog: &Catalog, tally: &Tally) -> Result<Vec<v1::FactorUse>, Error> {
    let used = tally.factors.iter().map(|(index, lines)| factor_use(catalog, *index, *lines));
    let mut factors = used.collect::<Result<Vec<_>, _>>()?;
    factors.order_by(|a, b| a.id.cmp(&b.id));
    Ok(factors)
}

/// A factor as results show it.
pub(crate) fn factor_use(catalog: &Catalog, index: FactorIndex, lines: u64) -> Result<v1::FactorUse, Error> {
    let factor = catalog.factor(index);
    let mut shown = v1::FactorUse {
        id: factor.id.to_string(),
        activity: factor.activity.to_string(),
        kind: factor.kind.as_str().into(),
        lines: 0,
        place: factor.place.to_string(),
        valid: factor.validity(),
        values: factor.values.iter().map(|value| factor_value(catalog, factor, value)).collect(),
        digest: String::new(),
    };
    // The digest is of the record itself: neither the number of lines nor the digest is part of it.
    shown.digest = canonical_digest(&shown)?;
    shown.lines = lines;
    Ok(shown)
}

fn factor_value(catalog: &Catalog, factor: &Factor, value: &crate::factor::Value) -> v1::FactorValue {
    let number = value.state == crate::factor::State::Value;
    v1::FactorValue {
        gas: value.gas.map_or_else(String::new, |gas| catalog.gases().info(gas).name.to_string()),
        value: if number { value.amount.to_string() } else { String::new() },
        unit: format!("{}/{}", value.unit_text, factor.per_text),
        state: value.state.as_str().into(),
        cell: value.cell.to_string(),
        confidence: value.confidence.to_string(),
    }
}

/// The packs that numbers came from: those of the factors used, and the GWP values.
fn packs(catalog: &Catalog, tally: &Tally) -> Vec<v1::PackUse> {
    let used = |id: &str| {
        tally
            .factors
            .keys()
            .any(|index| catalog.pack_of(catalog.factor(*index)).is_some_and(|pack| *pack.id == *id))
    };
    packs_used(catalog, |pack| pack.kind == PackKind::Gwp || used(&pack.id))
}

/// The packs that a result rests on, by identifier.
pub(crate) fn packs_used(catalog: &Catalog, used: impl Fn(&Pack) -> bool) -> Vec<v1::PackUse> {
    let mut packs: Vec<v1::PackUse> =
        catalog.packs().iter().filter(|pack| used(pack)).map(pack_use).collect();
    packs.order_by(|a, b| a.id.cmp(&b.id));
    packs
}

/// A pack as results show it.
pub(crate) fn pack_use(pack: &Pack) -> v1::PackUse {
    v1::PackUse {
        id: pack.id.to_string(),
        title: pack.title.to_string(),
        publisher: pack.publisher.to_string(),
        edition: pack.edition.to_string(),
        licence: pack.licence.to_string(),
        attribution: pack.attribution.to_string(),
        sha256: pack.sha256.to_string(),
        shipped: pack.shipped,
    }
}

impl From<&crate::error::Finding> for v1::Finding {
    fn from(finding: &crate::error::Finding) -> v1::Finding {
        v1::Finding {
            severity: finding.severity.as_str().into(),
            code: finding.code.as_str().into(),
            row: finding.position.row,
            line: finding.position.line,
            column: finding.position.column.to_string(),
            header: finding.position.header.to_string(),
            cell: finding.position.cell.to_string(),
            value: finding.value.to_string(),
            message: finding.message.to_string(),
            help: finding.help.to_string(),
        }
    }
}

impl v1::InventoryAnswer {
    /// True if every row of the ledger is in the result.
    pub fn is_complete(&self) -> bool {
        let error = Severity::Error.as_str();
        self.inventory.coverage.excluded == 0
            && !self.inventory.coverage.findings.iter().any(|count| count.severity == error)
    }

    /// The view by the named dimensions, in this order.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE` if it was not computed.
    pub fn view(&self, by: &[impl AsRef<str>]) -> Result<&v1::View, Error> {
        let is = |view: &&v1::View| view.by.iter().map(String::as_str).eq(by.iter().map(AsRef::as_ref));
        self.inventory.views.iter().find(is).ok_or_else(|| {
            let wanted = by.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(",");
            let there: Vec<String> =
                self.inventory.views.iter().map(|view| format!("`{}`", view.by.join(","))).collect();
            Error::new(
                Code::UnknownValue,
                format!("the view `{wanted}` was not computed; there are {}", there.join(", ")),
            )
            .with_help(format!("ask for it with the option `by`: by=[\"{wanted}\"]"))
            .at("/by")
        })
    }
}
