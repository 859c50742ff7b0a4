//! What datapoints take from answers of the engine: figures in tonnes, exactly, and words.

use std::collections::BTreeMap;

use crate::error::{Code, Error};
use crate::number::Fraction;
use crate::wire::v1::{self, DatapointValue};

/// Tonnes of a text in kilograms.
fn tonnes(kilograms: &str) -> Result<Fraction, Error> {
    let read = Fraction::parse(kilograms).ok_or_else(|| {
        Error::new(Code::BadNumber, format!("`{kilograms}` is no number of kilograms")).at("/inventory")
    })?;
    read.try_div(&Fraction::whole(1000))
}

/// What is known besides the statements of people.
pub(super) struct Known<'r> {
    pub(super) inventory: &'r v1::InventoryAnswer,
    /// That of the period before.
    pub(super) previous: Option<&'r v1::InventoryAnswer>,
    pub(super) energy: Option<&'r v1::EnergyAccountAnswer>,
    pub(super) intensity: Option<&'r v1::IntensityAnswer>,
    pub(super) base_year: Option<&'r v1::BaseYearAnswer>,
    pub(super) uncertainty: Option<&'r v1::UncertaintyAnswer>,
}

/// A value before it is said which answer it is from.
struct Found {
    part: String,
    value: String,
    place: String,
    lines: u64,
}

impl Known<'_> {
    /// The values of a source; none if the answers do not say them (M-290).
    ///
    /// # Errors
    /// `UNKNOWN_VALUE` for a source that is not known, `BAD_NUMBER` for an altered answer.
    pub(super) fn values(&self, source: &str, unit: &str) -> Result<Vec<DatapointValue>, Error> {
        if let Some((origin, reference, found)) = self.beside(source)? {
            return Ok(found
                .into_iter()
                .map(|(part, value, unit, place)| DatapointValue {
                    part,
                    value,
                    unit,
                    previous: String::new(),
                    source: origin.into(),
                    reference: reference.clone(),
                    place,
                    lines: 0,
                })
                .collect());
        }
        let (found, mut before) = match figures(self.inventory, source)? {
            Some(found) => (found, self.before(source)?),
            None => (self.words(source)?, BTreeMap::new()),
        };
        let value = |found: Found| DatapointValue {
            previous: before.remove(&found.part).unwrap_or_default(),
            part: found.part,
            value: found.value,
            unit: unit.into(),
            source: "inventory".into(),
            reference: self.inventory.digest.clone(),
            place: found.place,
            lines: found.lines,
        };
        let mut values: Vec<DatapointValue> = found.into_iter().map(value).collect();
        // What there was before and is no more; where there is nothing at all, the datapoint is missing.
        if values.is_empty() {
            return Ok(values);
        }
        values.extend(before.into_iter().map(|(part, previous)| DatapointValue {
            part,
            previous,
            unit: unit.into(),
            source: "inventory".into(),
            reference: self.previous.map(|before| before.digest.clone()).unwrap_or_default(),
            ..DatapointValue::default()
        }));
        Ok(values)
    }

    /// Figures of the period before, by part.
    fn before(&self, source: &str) -> Result<BTreeMap<String, String>, Error> {
        let Some(previous) = self.previous else { return Ok(BTreeMap::new()) };
        let found = figures(previous, source)?.unwrap_or_default();
        Ok(found.into_iter().map(|one| (one.part, one.value)).collect())
    }
    /// Words of the inventory: how it was made.
    fn words(&self, source: &str) -> Result<Vec<Found>, Error> {
        let inventory = &self.inventory.inventory;
        let choices = &inventory.choices;
        let said = |value: &str, place: &str| match value {
            "" => Vec::new(),
            value => vec![Found { part: String::new(), value: value.into(), place: place.into(), lines: 0 }],
        };
        Ok(match source {
            "asked" => Vec::new(),
            "period" => said(&choices.period, "/inventory/choices/period"),
            "gwp" => said(&choices.gwp, "/inventory/choices/gwp"),
            "consolidation" => {
                let approach = inventory.boundary.as_ref().map(|boundary| boundary.approach.as_str());
                said(approach.unwrap_or_default(), "/inventory/boundary/approach")
            }
            "methods" => {
                let mut found = said(&choices.profile, "/inventory/choices/profile");
                found.extend(said(&choices.rounding, "/inventory/choices/rounding"));
                found.iter_mut().zip(["profile", "rounding"]).for_each(|(one, part)| one.part = part.into());
                found
            }
            "factor-sources" => {
                let pack = |(at, pack): (usize, &v1::PackUse)| Found {
                    part: pack.id.clone(),
                    value: format!("{}, {} ({})", pack.title, pack.edition, pack.publisher),
                    place: format!("/inventory/packs/{at}"),
                    lines: 0,
                };
                inventory.packs.iter().enumerate().map(pack).collect()
            }
            "operational-boundary" => {
                let view = inventory.views.iter().enumerate().find(|(_, view)| view.by == ["category"]);
                let categories = |(at, view): (usize, &v1::View)| {
                    let keys: Vec<String> = view.cells.iter().map(|cell| cell.key.concat()).collect();
                    said(&keys.join(", "), &format!("/inventory/views/{at}"))
                };
                view.map(categories).unwrap_or_default()
            }
            "instruments" => {
                let mut found = Vec::new();
                for (at, used) in inventory.instruments.iter().flatten().enumerate() {
                    found.push(Found {
                        part: used.id.clone(),
                        // Kilowatt hours, like kilograms, are a thousandth of what is shown.
                        value: tonnes(&used.covered_kwh)?.to_string(),
                        place: format!("/inventory/instruments/{at}"),
                        lines: 0,
                    });
                }
                found
            }
            other => {
                return Err(Error::new(Code::UnknownValue, format!("a datapoint has no source `{other}`"))
                    .with_help("write `asked` for what people state")
                    .at("/packs"));
            }
        })
    }

    /// What other answers say: which answer, its digest, and parts with value, unit and place.
    #[allow(clippy::type_complexity, reason = "a tuple that is taken apart at once")]
    fn beside(
        &self,
        source: &str,
    ) -> Result<Option<(&'static str, String, Vec<(String, String, String, String)>)>, Error> {
        Ok(match source {
            "energy-total" | "energy-electricity" | "energy-fuels" => Some(match self.energy {
                None => ("energy", String::new(), Vec::new()),
                Some(answer) => ("energy", answer.digest.clone(), energies(answer, source)),
            }),
            "intensity" => Some(match self.intensity {
                None => ("intensity", String::new(), Vec::new()),
                Some(answer) => {
                    ("intensity", answer.digest.clone(), intensities(answer, &self.inventory.digest))
                }
            }),
            "base-year" | "base-year-period" | "recalculation" => {
                let Some(answer) = self.base_year else {
                    return Ok(Some(("base-year", String::new(), Vec::new())));
                };
                let text = |value: String, place: &str| {
                    vec![(String::new(), value, "text".to_owned(), place.to_owned())]
                };
                let found = match source {
                    "base-year-period" => match answer.reported.choices.period.as_str() {
                        "" => Vec::new(),
                        period => text(period.into(), "/reported/choices/period"),
                    },
                    "recalculation" => {
                        let percent = format!("{} %", answer.threshold_percent);
                        let recalculated = if answer.recalculate { "recalculate" } else { "keep" };
                        text(
                            [&answer.policy, &percent, recalculated, &answer.because]
                                .map(|part| part.to_string())
                                .join("; "),
                            "/recalculate",
                        )
                    }
                    _ => {
                        let mut found = Vec::new();
                        for (at, amount) in answer.base.iter().enumerate() {
                            let value = tonnes(&amount.kg_co2e)?.to_string();
                            found.push((
                                amount.account.clone(),
                                value,
                                "tCO2e".into(),
                                format!("/base/{at}"),
                            ));
                        }
                        found
                    }
                };
                Some(("base-year", answer.digest.clone(), found))
            }
            "uncertainty" => Some(match self.uncertainty {
                None => ("uncertainty", String::new(), Vec::new()),
                // The answer has no digest of its own; it names that of the inventory.
                Some(answer) => ("uncertainty", answer.inventory_digest.clone(), bounds(answer)),
            }),
            _ => None,
        })
    }
}

/// Megawatt hours of an account: all of it, or those of a carrier, renewable and not.
fn energies(answer: &v1::EnergyAccountAnswer, source: &str) -> Vec<(String, String, String, String)> {
    let account = &answer.result;
    let unit = || "MWh".to_owned();
    let Some(carrier) = source.strip_prefix("energy-").filter(|carrier| *carrier != "total") else {
        return vec![(String::new(), account.total.mwh.clone(), unit(), "/result/total".into())];
    };
    let cells = account.cells.iter().enumerate().filter(|(_, cell)| cell.carrier == carrier);
    cells
        .map(|(at, cell)| {
            (cell.renewable.clone(), cell.figure.mwh.clone(), unit(), format!("/result/cells/{at}"))
        })
        .collect()
}

/// The intensities of the year of this inventory.
fn intensities(answer: &v1::IntensityAnswer, inventory: &str) -> Vec<(String, String, String, String)> {
    let mut found = Vec::new();
    for (at, year) in answer.years.iter().enumerate().filter(|(_, year)| year.inventory == inventory) {
        for (one_at, one) in year.intensities.iter().enumerate() {
            let exact = if one.exact_kg_co2e_per_unit.is_empty() {
                &one.kg_co2e_per_unit
            } else {
                &one.exact_kg_co2e_per_unit
            };
            let place = format!("/years/{at}/intensities/{one_at}");
            found.push((one.name.clone(), exact.clone(), format!("kgCO2e/{}", one.per), place));
        }
    }
    found
}

/// Lower and upper bounds of the totals, in per cent.
fn bounds(answer: &v1::UncertaintyAnswer) -> Vec<(String, String, String, String)> {
    let mut found = Vec::new();
    for (at, figure) in answer.total.iter().enumerate() {
        if let (Some(lower), Some(upper)) = (&figure.lower_percent, &figure.upper_percent) {
            for (end, value) in [("lower", lower), ("upper", upper)] {
                let place = format!("/total/{at}/{end}_percent");
                let part =
                    [figure.of.as_str(), &figure.view, end].into_iter().filter(|word| !word.is_empty());
                found.push((part.collect::<Vec<_>>().join(" "), value.clone(), "%".into(), place));
            }
        }
    }
    found
}

/// Figures of an inventory.
fn figures(inventory: &v1::InventoryAnswer, source: &str) -> Result<Option<Vec<Found>>, Error> {
    let total = &inventory.inventory.total;
    let one = |scopes: &[&str], parts: &[(&str, &String)]| -> Result<Option<Vec<Found>>, Error> {
        // A scope without a line is not zero: nothing is known of it.
        let lines = match scopes {
            [] => Some(total.lines),
            scopes => scopes
                .iter()
                .try_fold(0_u64, |sum, scope| Some(sum.saturating_add(lines_of(inventory, scope)?))),
        };
        let Some(lines) = lines else { return Ok(Some(Vec::new())) };
        let mut sum = Fraction::zero();
        for (_, kilograms) in parts {
            sum = sum.try_add(&tonnes(kilograms)?)?;
        }
        // Where a figure is a sum of two, the place is that of the sums.
        let place = match parts {
            [(field, _)] => format!("/inventory/total/{field}"),
            _ => "/inventory/total".into(),
        };
        Ok(Some(vec![Found { part: String::new(), value: sum.to_string(), place, lines }]))
    };
    let scope_1 = ("scope_1_kg_co2e", &total.scope_1_kg_co2e);
    let location = ("scope_2_location_kg_co2e", &total.scope_2_location_kg_co2e);
    let market = ("scope_2_market_kg_co2e", &total.scope_2_market_kg_co2e);
    match source {
        "scope-1" => one(&["1"], &[scope_1]),
        "scope-2-location" => one(&["2"], &[location]),
        "scope-2-market" => one(&["2"], &[market]),
        "scope-1-2-location" => one(&["1", "2"], &[scope_1, location]),
        "scope-1-2-market" => one(&["1", "2"], &[scope_1, market]),
        "scope-3" => one(&["3"], &[("scope_3_kg_co2e", &total.scope_3_kg_co2e)]),
        "total-location" => one(&[], &[("total_location_kg_co2e", &total.total_location_kg_co2e)]),
        "total-market" => one(&[], &[("total_market_kg_co2e", &total.total_market_kg_co2e)]),
        "biogenic" => one(&[], &[("biogenic_kg_co2", &total.biogenic_kg_co2)]),
        "outside" => one(&[], &[("outside_kg_co2e", &total.outside_kg_co2e)]),
        "offsets" => one(&[], &[("offsets_kg_co2e", &total.offsets_kg_co2e)]),
        "scope-1-gases" => gases(inventory, |gas| {
            let effect = gas.kg_co2e.as_ref().filter(|_| gas.account == "scope_1" && gas.in_total);
            effect.map(|effect| (gas.gas.clone(), effect))
        }),
        "gas-masses" => gases(inventory, |gas| {
            let own = gas.account != "offsets" && !gas.gas.starts_with("CO2e");
            own.then(|| (format!("{} {}", gas.account, gas.gas), &gas.kg))
        }),
        "scope-3-categories" => {
            view(inventory, "category", |key| key.starts_with("3."), |figures| &figures.scope_3_kg_co2e)
        }
        // Category 2 stands by location; the market-based figure is a datapoint of its own.
        "iso-categories" => {
            view(inventory, "iso_category", |key| key != "0", |figures| &figures.total_location_kg_co2e)
        }
        "sites" => view(inventory, "site", |_| true, |figures| &figures.total_location_kg_co2e),
        _ => Ok(None),
    }
}

/// How many lines are in a scope; none if it has no cell.
fn lines_of(inventory: &v1::InventoryAnswer, scope: &str) -> Option<u64> {
    let view = inventory.inventory.views.iter().find(|view| view.by == ["scope"])?;
    let cell = view.cells.iter().find(|cell| cell.key == [scope])?;
    Some(cell.figures.lines)
}

fn gases<'g>(
    inventory: &'g v1::InventoryAnswer,
    of: impl Fn(&'g v1::GasFigure) -> Option<(String, &'g String)>,
) -> Result<Option<Vec<Found>>, Error> {
    let mut found = Vec::new();
    for (at, gas) in inventory.inventory.total.gases.iter().enumerate() {
        if let Some((part, kilograms)) = of(gas) {
            let place = format!("/inventory/total/gases/{at}");
            found.push(Found { part, value: tonnes(kilograms)?.to_string(), place, lines: 0 });
        }
    }
    Ok(Some(found))
}

/// The cells of the view by one dimension.
fn view(
    inventory: &v1::InventoryAnswer,
    by: &str,
    counts: impl Fn(&str) -> bool,
    of: impl Fn(&v1::Figures) -> &String,
) -> Result<Option<Vec<Found>>, Error> {
    let mut found = Vec::new();
    for (at, view) in inventory.inventory.views.iter().enumerate().filter(|(_, view)| view.by == [by]) {
        for (cell_at, cell) in view.cells.iter().enumerate() {
            let part = cell.key.concat();
            if counts(&part) {
                found.push(Found {
                    part,
                    value: tonnes(of(&cell.figures))?.to_string(),
                    place: format!("/inventory/views/{at}/cells/{cell_at}"),
                    lines: cell.figures.lines,
                });
            }
        }
    }
    Ok(Some(found))
}
