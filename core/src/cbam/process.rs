//! Production processes as the document writes them: goods, flows across their boundaries, precursors.

use super::Tables;
use super::faults::{At, Faults};
use super::product::{Base, Named, Product};
use super::{covered, nickel, read};
use crate::error::Code;
use crate::number::Fraction;
use crate::wire::v1;

/// A process, read.
#[derive(Clone, Debug)]
pub(super) struct Process<'c> {
    pub(super) id: String,
    pub(super) at: At,
    pub(super) made: Vec<Made<'c>>,
    /// Activity level, in base units.
    pub(super) level: Fraction,
    pub(super) stated: Vec<Amounted>,
    pub(super) heat: Vec<Exchange>,
    pub(super) waste_gas: Vec<Exchange>,
    pub(super) electricity: Vec<Exchange>,
    /// Electricity made within the process, with its factor.
    pub(super) generated: Vec<Exchange>,
    pub(super) inputs: Vec<Input>,
}

/// A good and how much of it was made.
#[derive(Clone, Debug)]
pub(super) struct Made<'c> {
    pub(super) at: At,
    pub(super) product: Product<'c>,
    /// In t, electricity in MWh.
    pub(super) quantity: Fraction,
}

/// Emissions that are stated.
#[derive(Clone, Debug)]
pub(super) struct Amounted {
    pub(super) at: At,
    pub(super) name: String,
    pub(super) t_co2e: Fraction,
}

/// Energy across a boundary: heat and waste gas in TJ, electricity in MWh.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    pub(super) at: At,
    pub(super) out: bool,
    pub(super) with: String,
    pub(super) quantity: Fraction,
    pub(super) factor: Option<Fraction>,
    pub(super) basis: String,
}

/// A precursor in use.
#[derive(Clone, Debug)]
pub(super) struct Input {
    pub(super) at: At,
    pub(super) from: String,
    pub(super) cn: String,
    /// In t.
    pub(super) quantity: Fraction,
}

impl<'c> Made<'c> {
    /// Aggregated goods category.
    pub(super) fn category(&self) -> &'c str {
        self.product.category()
    }
}

impl Process<'_> {
    /// What activity levels are counted in.
    pub(super) fn first(&self) -> Option<&Product<'_>> {
        self.made.first().map(|made| &made.product)
    }
}

/// A process of the document; `None` if its goods leave nothing to compute with.
pub(super) fn process<'c>(
    tables: Tables<'c>,
    faults: &mut Faults,
    given: &v1::CbamProcess,
    at: &At,
) -> Option<Process<'c>> {
    let before = faults.errors();
    let made = goods(tables, faults, given, at);
    for (index, by_product) in given.by_products.iter().enumerate() {
        let at = at.key("by_products").index(index);
        let kinds = ["scrap", "by-product", "residue"];
        read::word(faults, &by_product.kind, &kinds, &at.key("kind"), "the kind");
        read::needed(faults, &by_product.quantity_t, &at.key("quantity_t"), "the quantity (t)");
    }
    let mut process = Process {
        id: given.id.clone(),
        at: at.clone(),
        made: Vec::new(),
        level: Fraction::zero(),
        stated: stated(faults, given, at),
        heat: heat(faults, given, at),
        waste_gas: waste_gas(faults, given, at),
        electricity: electricity(faults, given, at),
        generated: generated(faults, given, at),
        inputs: inputs(faults, given, at),
    };
    covered::check(tables, faults, given, at);
    let (made, level) = made?;
    process.made = made;
    process.level = level;
    (faults.errors() == before).then_some(process)
}

/// The goods of a process and its activity level.
fn goods<'c>(
    tables: Tables<'c>,
    faults: &mut Faults,
    given: &v1::CbamProcess,
    at: &At,
) -> Option<(Vec<Made<'c>>, Fraction)> {
    let before = faults.errors();
    let mut made: Vec<Made<'c>> = Vec::new();
    let mut level = Fraction::zero();
    for (index, good) in given.goods.iter().enumerate() {
        let at = at.key("goods").index(index);
        let named = Named { cn: &good.cn, category: &good.category, content: &good.content };
        let product = Product::read(tables, faults, named, true, &at);
        let Some(product) = product else { continue };
        nickel::check(faults, &product, &good.parameters, &at);
        let quantity = match product.base {
            Base::Energy => read::needed(
                faults,
                &good.quantity_mwh,
                &at.key("quantity_mwh"),
                "the electricity made (MWh)",
            ),
            _ => read::needed(faults, &good.quantity_t, &at.key("quantity_t"), "the quantity made (t)"),
        };
        let Some(quantity) = quantity else { continue };
        level = faults.take(&at, quantity.try_mul(&product.per_t).and_then(|units| level.try_add(&units)))?;
        made.push(Made { at, product, quantity });
    }
    if faults.errors() > before {
        return None;
    }
    let Some(first) = made.first().map(|made| made.product.clone()) else {
        faults
            .error(Code::OutputMissing, &at.key("goods"), "the process makes nothing")
            .help("name each good with its code and quantity; attribute what makes no good to `outside`");
        return None;
    };
    for other in &made {
        one_process(faults, &first, other, &given.covers);
    }
    if level.is_zero() && faults.errors() == before {
        faults
            .error(Code::OutputMissing, &at.key("goods"), "the activity level is zero")
            .help("a process that made nothing in the period is left out; its emissions go to `outside`");
        return None;
    }
    (faults.errors() == before).then_some((made, level))
}

/// Whether a good can share a process with the first one.
fn one_process(faults: &mut Faults, first: &Product<'_>, other: &Made<'_>, covers: &[String]) {
    let product = &other.product;
    if product.base != first.base {
        let message = format!(
            "`{}` is counted in {}, `{}` in {}",
            product.called(),
            product.unit(),
            first.called(),
            first.unit()
        );
        faults
            .error(Code::ProcessMixed, &other.at.key("cn"), message)
            .rule("Implementing Regulation (EU) 2025/2547, Article 4: a production process has one functional unit")
            .help("make a process of its own for it");
    } else if product.category() != first.category() && !covers.iter().any(|name| name == product.category())
    {
        let message = format!(
            "`{}` is of {}, `{}` of {}",
            product.called(),
            product.category(),
            first.called(),
            first.category()
        );
        faults
            .error(Code::ProcessMixed, &other.at.key("cn"), message)
            .rule("Implementing Regulation (EU) 2025/2547, Article 4(9): goods of several categories share a process only if it is joint and no precursor leaves it")
            .help("make a process of its own for it, or name the category in `covers`");
    } else if product.indirect() != first.indirect() {
        let message = format!(
            "indirect emissions count for only one of `{}` and `{}`",
            product.called(),
            first.called()
        );
        faults
            .error(Code::ProcessMixed, &other.at.key("cn"), message)
            .rule("Regulation (EU) 2023/956, Article 7(1) and Annex II")
            .help("make a process of its own for it");
    }
}

fn stated(faults: &mut Faults, given: &v1::CbamProcess, at: &At) -> Vec<Amounted> {
    let read = given.direct.iter().enumerate().filter_map(|(index, entry)| {
        let at = at.key("direct").index(index);
        let t_co2e = read::needed(faults, &entry.t_co2e, &at.key("t_co2e"), "the emission (t CO2e)")?;
        Some(Amounted { at, name: entry.name.clone(), t_co2e })
    });
    read.collect()
}

fn heat(faults: &mut Faults, given: &v1::CbamProcess, at: &At) -> Vec<Exchange> {
    let read = given.heat.iter().enumerate().filter_map(|(index, entry)| {
        let at = at.key("heat").index(index);
        let way = read::word(faults, &entry.direction, &["in", "out"], &at.key("direction"), "the direction");
        let quantity = read::needed(faults, &entry.tj, &at.key("tj"), "the heat (TJ)");
        let factor = read::optional(faults, &entry.t_co2e_per_tj, &at.key("t_co2e_per_tj"));
        let with = entry.with.clone();
        Some(Exchange { out: way? == "out", with, quantity: quantity?, factor, basis: String::new(), at })
    });
    read.collect()
}

fn waste_gas(faults: &mut Faults, given: &v1::CbamProcess, at: &At) -> Vec<Exchange> {
    let read = given.waste_gas.iter().enumerate().filter_map(|(index, entry)| {
        let at = at.key("waste_gas").index(index);
        let way = read::word(faults, &entry.direction, &["in", "out"], &at.key("direction"), "the direction");
        let quantity = match (entry.tj.is_empty(), entry.knm3.is_empty() && entry.gj_per_knm3.is_empty()) {
            (false, true) => read::needed(faults, &entry.tj, &at.key("tj"), "the energy (TJ)"),
            (true, _) => {
                let volume = read::needed(faults, &entry.knm3, &at.key("knm3"), "the volume (1000 Nm3)");
                let calorific = &entry.gj_per_knm3;
                let what = "the net calorific value (GJ/1000 Nm3)";
                let calorific = read::needed(faults, calorific, &at.key("gj_per_knm3"), what);
                let energy = volume.zip(calorific).map(|(volume, calorific)| {
                    volume.try_mul(&calorific).and_then(|gj| gj.try_div(&Fraction::whole(1000)))
                });
                energy.and_then(|energy| faults.take(&at, energy))
            }
            (false, false) => {
                faults
                    .error(Code::ParameterUnused, &at.key("tj"), "the energy is stated twice")
                    .help("give either `tj`, or `knm3` and `gj_per_knm3`");
                None
            }
        };
        let with = entry.with.clone();
        Some(Exchange {
            out: way? == "out",
            with,
            quantity: quantity?,
            factor: None,
            basis: String::new(),
            at,
        })
    });
    read.collect()
}

fn electricity(faults: &mut Faults, given: &v1::CbamProcess, at: &At) -> Vec<Exchange> {
    let read = given.electricity.iter().enumerate().filter_map(|(index, entry)| {
        let at = at.key("electricity").index(index);
        if entry.from.is_empty() {
            faults
                .error(Code::MissingValue, &at.key("from"), "it is not stated where the electricity is from")
                .help("name an energy unit of the document, or the supplier, e.g. `grid`");
        }
        let quantity = read::needed(faults, &entry.mwh, &at.key("mwh"), "the electricity (MWh)");
        let factor = read::optional(faults, &entry.t_co2e_per_mwh, &at.key("t_co2e_per_mwh"));
        let (with, basis) = (entry.from.clone(), entry.basis.clone());
        Some(Exchange { out: false, with, quantity: quantity?, factor, basis, at })
    });
    read.collect()
}

fn generated(faults: &mut Faults, given: &v1::CbamProcess, at: &At) -> Vec<Exchange> {
    let read = given.electricity_produced.iter().enumerate().filter_map(|(index, entry)| {
        let at = at.key("electricity_produced").index(index);
        let quantity = read::needed(faults, &entry.mwh, &at.key("mwh"), "the electricity produced (MWh)");
        let what = "the emission factor (t CO2e/MWh)";
        let factor = read::needed(faults, &entry.t_co2e_per_mwh, &at.key("t_co2e_per_mwh"), what);
        let with = String::new();
        Some(Exchange {
            out: true,
            with,
            quantity: quantity?,
            factor: Some(factor?),
            basis: String::new(),
            at,
        })
    });
    read.collect()
}

fn inputs(faults: &mut Faults, given: &v1::CbamProcess, at: &At) -> Vec<Input> {
    let read = given.inputs.iter().enumerate().filter_map(|(index, entry)| {
        let at = at.key("inputs").index(index);
        let quantity =
            read::needed(faults, &entry.quantity_t, &at.key("quantity_t"), "the quantity used (t)")?;
        Some(Input { from: entry.from.clone(), cn: entry.cn.clone(), quantity, at })
    });
    read.collect()
}
