//! Why a good carries what it carries: the way down to the meters, and what matters most (METHODS M-132).

use std::collections::BTreeMap;

use super::attribute::Term;
use super::chain::{Chain, From};
use super::solve::{Node, Stuck, solve};
use super::source::Source;
use super::{annex, embedded};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::number::{Fraction, Ties};
use crate::order::Order;
use crate::wire::v1;

/// How many processes deep a good is taken apart.
const DEPTH: usize = 12;

/// Explains the goods of an installation: where each tonne comes from, which inputs matter most, what verification misses.
///
/// # Units
/// Tonnes of CO2 equivalent for a tonne (a MWh) of the good, exactly.
///
/// # Method
/// M-132, M-133.
///
/// # Errors
/// As [`embedded`](super::embedded()).
///
/// # Example
/// ```
/// use emitrace::cbam::explain;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::{CbamEmbeddedRequest, CbamMadeGood, CbamInstallation, CbamProcess, CbamStatedEmission};
///
/// let answer = explain(&Catalog::bundled()?, &CbamEmbeddedRequest {
///     installation: CbamInstallation { name: "Mill".into(), country: "VN".into(), ..Default::default() },
///     period: "2026".into(),
///     processes: vec![CbamProcess {
///         id: "mill".into(),
///         goods: vec![CbamMadeGood { cn: "7214 20 00".into(), quantity_t: "1000".into(), ..Default::default() }],
///         direct: vec![CbamStatedEmission { name: "furnace".into(), t_co2e: "60".into(), ..Default::default() }],
///         ..Default::default()
///     }],
///     ..Default::default()
/// })?;
/// assert_eq!(answer.goods[0].parts[0].t_co2e_per_t, "0.06");
/// assert!(answer.completeness.iter().any(|item| item.item == "operator" && item.state == "missing"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn explain(catalog: &Catalog, request: &v1::CbamEmbeddedRequest) -> Result<v1::CbamExplainAnswer, Error> {
    let (answer, goods) = embedded::compute(catalog, request, |chain, sources| {
        let leaves = leaves(chain)?;
        let shares = contributions(chain, &leaves)?;
        let mut goods = Vec::new();
        for (at, process) in chain.processes.iter().enumerate() {
            for index in 0..process.made.len() {
                goods.push(good(chain, sources, (request, &leaves, &shares), (at, index))?);
            }
        }
        Ok(goods)
    })?;
    Ok(v1::CbamExplainAnswer {
        schema: v1::CBAM_EXPLAIN_SCHEMA.into(),
        engine: answer.engine,
        digest: answer.digest,
        goods,
        completeness: annex::completeness(catalog, request),
        report: answer.report,
    })
}

/// Something that emissions begin with: a term of a process, electricity, a batch of a bought precursor.
struct Leaf {
    kind: String,
    about: String,
    path: String,
    /// What it brings to each process, in t CO2e.
    brings: BTreeMap<usize, Fraction>,
    /// Of a default value: mark-up over one and mark-up.
    mark_up: Option<Fraction>,
    data: &'static str,
    source: Option<String>,
}

/// Every leaf that counts; those of a process at the floor bring nothing.
fn leaves(chain: &Chain<'_, '_>) -> Result<Vec<Leaf>, Error> {
    let mut leaves: Vec<Leaf> = Vec::new();
    for (at, (process, attributed)) in chain.processes.iter().zip(chain.attributed).enumerate() {
        let own = attributed.terms.iter().filter(|_| !attributed.floored);
        let counts = process.first().is_some_and(|product| product.indirect());
        let electricity = attributed.electricity.iter().filter(|_| counts);
        for term in own.chain(electricity) {
            let source = (term.shown.term == "source").then(|| term.shown.with.clone());
            let known = leaves.iter_mut().find(|leaf| source.is_some() && leaf.source == source);
            match known {
                Some(leaf) => {
                    let sum = leaf.brings.entry(at).or_insert_with(Fraction::zero);
                    *sum = sum.try_add(&term.t_co2e)?;
                }
                None => leaves.push(leaf(term, (at, source))),
            }
        }
    }
    for (index, bought) in chain.bought.iter().enumerate() {
        for (number, batch) in bought.parts.iter().enumerate() {
            let per_t = batch.see.total()?.try_mul(&batch.quantity)?.try_div(&bought.quantity)?;
            let mut brings = BTreeMap::new();
            for (at, process) in chain.processes.iter().enumerate() {
                let inputs = process.inputs.iter().zip(chain.from.get(at).into_iter().flatten());
                for (input, _) in inputs.filter(|(_, from)| **from == From::Bought(index)) {
                    let sum: &mut Fraction = brings.entry(at).or_insert_with(Fraction::zero);
                    *sum = sum.try_add(&per_t.try_mul(&input.quantity)?)?;
                }
            }
            let shown = bought.shown.batches.get(number);
            let supplier = shown.map_or("", |batch| batch.supplier.as_str());
            leaves.push(Leaf {
                kind: "batch".into(),
                about: if supplier.is_empty() {
                    bought.id.clone()
                } else {
                    format!("{}, {supplier}", bought.id)
                },
                path: bought.at.key("batches").index(number).as_str().into(),
                brings,
                mark_up: batch.mark_up.clone(),
                data: if batch.mark_up.is_some() { "default" } else { "actual" },
                source: None,
            });
        }
    }
    Ok(leaves)
}

fn leaf(term: &Term, (at, source): (usize, Option<String>)) -> Leaf {
    Leaf {
        kind: term.shown.term.clone(),
        about: term.shown.with.clone(),
        path: term.shown.path.clone(),
        brings: BTreeMap::from([(at, term.t_co2e.clone())]),
        mark_up: None,
        data: "stated",
        source,
    }
}

/// What each leaf adds to a base unit of each process: the same system with a column for each leaf.
fn contributions(chain: &Chain<'_, '_>, leaves: &[Leaf]) -> Result<Vec<Vec<Fraction>>, Error> {
    let mut nodes = Vec::new();
    for (at, node) in chain.nodes()?.into_iter().enumerate() {
        let own = leaves.iter().map(|leaf| leaf.brings.get(&at).cloned().unwrap_or_else(Fraction::zero));
        nodes.push(Node { own: own.collect(), ..node });
    }
    solve(&nodes).map_err(|stuck| match stuck {
        Stuck::Number(error) => error,
        _ => Error::new(Code::Internal, "a system that was solved has no solution"),
    })
}

type Found<'r> = (&'r v1::CbamEmbeddedRequest, &'r [Leaf], &'r [Vec<Fraction>]);

/// The way down and the parts of one good.
fn good(
    chain: &Chain<'_, '_>,
    sources: &[Source],
    (request, leaves, shares): Found<'_>,
    (at, index): (usize, usize),
) -> Result<v1::CbamGoodExplained, Error> {
    let missing = || Error::new(Code::Internal, "a good has no process");
    let process = chain.processes.get(at).ok_or_else(missing)?;
    let made = process.made.get(index).ok_or_else(missing)?;
    let see = chain.see.get(at).ok_or_else(missing)?;
    let per_t = &made.product.per_t;
    let total = see.total()?.try_mul(per_t)?;
    let given = request.processes.iter().find(|given| given.id == process.id);
    let name = given.and_then(|given| given.goods.get(index)).map(|good| good.name.clone());
    let cn = made.product.cn.clone();
    let mut way = Way { chain, sources, request, rows: Vec::new() };
    let about = format!("{cn} {}", name.as_deref().unwrap_or_default());
    way.row(0, ("good", about.trim_end(), made.at.as_str()), &total, String::new());
    way.process(1, at, per_t, &mut vec![at])?;

    let market = chain.to_market(at, index)?;
    let mut parts = Vec::new();
    for (leaf, unit) in leaves.iter().zip(shares.get(at).into_iter().flatten()) {
        let tonne = unit.try_mul(per_t)?;
        if !tonne.is_zero() {
            parts.push((tonne.clone(), part(sources, leaf, (&tonne, &total), &market)?));
        }
    }
    let size = |value: &Fraction| if value.is_negative() { value.negated() } else { value.clone() };
    parts.order_by(|(a, one), (b, other)| size(b).cmp(&size(a)).then_with(|| one.path.cmp(&other.path)));
    Ok(v1::CbamGoodExplained {
        process: process.id.clone(),
        cn,
        name: name.unwrap_or_default(),
        rows: way.rows,
        parts: parts.into_iter().map(|(_, part)| part).collect(),
    })
}

/// A part as the answer shows it.
fn part(
    sources: &[Source],
    leaf: &Leaf,
    (tonne, total): (&Fraction, &Fraction),
    market: &Fraction,
) -> Result<v1::CbamPart, Error> {
    let percent = match total.is_zero() {
        true => Fraction::zero(),
        false => tonne.try_mul(&Fraction::whole(100))?.try_div(total)?,
    };
    let source = leaf.source.as_ref().and_then(|id| sources.iter().find(|source| source.id == *id));
    let (mut inputs, mut data) = (Vec::new(), leaf.data);
    if let Some(source) = source {
        inputs.push("activity_data".to_owned());
        inputs.extend(source.shown.factors.iter().map(|factor| factor.factor.clone()));
        let standard = source.shown.factors.iter().any(|factor| factor.determination == "standard");
        data = if standard { "standard" } else { "measured" };
    } else if leaf.kind == "batch" {
        inputs.extend(["quantity_t".to_owned(), "see_per_t".to_owned()]);
    }
    let of_mark_up = leaf.mark_up.as_ref().map(|mark_up| {
        let whole = Fraction::one().try_add(mark_up)?;
        tonne.try_mul(mark_up)?.try_div(&whole)
    });
    let of_mark_up = of_mark_up.transpose()?;
    let to_market = if leaf.mark_up.is_some() {
        tonne.try_mul(market)?.rounded(3, Ties::HalfEven)
    } else {
        String::new()
    };
    Ok(v1::CbamPart {
        kind: leaf.kind.clone(),
        about: leaf.about.clone(),
        path: leaf.path.clone(),
        t_co2e_per_t: tonne.to_string(),
        percent: percent.rounded(2, Ties::HalfEven),
        inputs,
        data: data.into(),
        mark_up_t_co2e_per_t: of_mark_up.map_or_else(String::new, |value| value.to_string()),
        to_market_t_co2e: to_market,
    })
}

/// The rows on the way down.
struct Way<'w, 'd, 'c> {
    chain: &'w Chain<'d, 'c>,
    sources: &'w [Source],
    request: &'w v1::CbamEmbeddedRequest,
    rows: Vec<v1::CbamRow>,
}

impl Way<'_, '_, '_> {
    fn row(
        &mut self,
        level: u32,
        (kind, about, path): (&str, &str, &str),
        value: &Fraction,
        formula: String,
    ) {
        self.rows.push(v1::CbamRow {
            level,
            kind: kind.into(),
            about: about.into(),
            path: path.into(),
            t_co2e_per_t: value.to_string(),
            formula,
            factors: Vec::new(),
        });
    }

    /// A process of which so many base units are in a tonne of the good; `above` are the processes on the way here.
    fn process(
        &mut self,
        level: u32,
        at: usize,
        units: &Fraction,
        above: &mut Vec<usize>,
    ) -> Result<(), Error> {
        let chain = self.chain;
        let (Some(process), Some(attributed)) = (chain.processes.get(at), chain.attributed.get(at)) else {
            return Ok(());
        };
        let below = level.saturating_add(1);
        let scale = units.try_div(&process.level)?;
        let path = process.at.as_str();
        let own = attributed.direct.try_mul(&scale)?;
        let formula = format!("{} t / {} × {units}", attributed.direct, process.level);
        self.row(level, ("direct", &process.id, path), &own, formula);
        for term in attributed.terms.iter().filter(|_| !attributed.floored) {
            self.term(below, term, &scale)?;
        }
        if process.first().is_some_and(|product| product.indirect()) {
            let own = attributed.indirect.try_mul(&scale)?;
            let formula = format!("{} t / {} × {units}", attributed.indirect, process.level);
            self.row(level, ("indirect", &process.id, path), &own, formula);
            for term in &attributed.electricity {
                self.term(below, term, &scale)?;
            }
        }
        for (input, from) in process.inputs.iter().zip(chain.from.get(at).into_iter().flatten()) {
            let Some((cn, see, _)) = chain.precursor(*from)? else { continue };
            let tonnes = input.quantity.try_mul(&scale)?;
            let value = see.total()?.try_mul(&tonnes)?;
            let about = format!("{} ({cn})", input.from);
            let formula = format!("{tonnes} t × {} t/t", see.total()?);
            self.row(level, ("precursor", &about, input.at.as_str()), &value, formula);
            match *from {
                From::Bought(index) => self.batches(below, index, &tonnes)?,
                From::Made(index, _) if above.contains(&index) || above.len() >= DEPTH => {
                    let path = chain.processes.get(index).map_or("", |process| process.at.as_str());
                    self.row(below, ("loop", &input.from, path), &value, "stands above".into());
                }
                From::Made(index, good) => {
                    let Some(per_t) = chain.per_t(index, good) else { continue };
                    above.push(index);
                    self.process(below, index, &tonnes.try_mul(per_t)?, above)?;
                    above.pop();
                }
            }
        }
        Ok(())
    }

    /// A term with what is behind it: of a source readings and factors, of an energy unit its sources.
    fn term(&mut self, level: u32, term: &Term, scale: &Fraction) -> Result<(), Error> {
        let shown = &term.shown;
        let value = term.t_co2e.try_mul(scale)?;
        self.row(level, (&shown.term, &shown.with, &shown.path), &value, shown.formula.clone());
        let deeper = level.saturating_add(1);
        if shown.term == "source" {
            self.source(deeper, &shown.with);
        } else if ["heat-in", "electricity"].contains(&&*shown.term) {
            self.unit(deeper, &shown.with, &value)?;
        }
        Ok(())
    }

    /// The sources of an energy unit, each with its part of what the unit brings here.
    fn unit(&mut self, level: u32, id: &str, value: &Fraction) -> Result<(), Error> {
        let mut parts = Vec::new();
        let mut whole = Fraction::zero();
        if self.request.energy_units.iter().any(|unit| unit.id == id) {
            for source in self.sources {
                for share in source.shares.iter().filter(|share| share.to == id) {
                    let part = source.counted.try_mul(&share.share)?;
                    whole = whole.try_add(&part)?;
                    parts.push((source, part));
                }
            }
        }
        if whole.is_zero() {
            return Ok(());
        }
        for (source, part) in parts {
            let mine = value.try_mul(&part)?.try_div(&whole)?;
            let formula = format!("{part} t of {whole} t");
            self.row(level, ("source", &source.id, source.at.as_str()), &mine, formula);
            self.source(level.saturating_add(1), &source.id);
        }
        Ok(())
    }

    /// Formula and factors of the source in the last row, and below it the readings and stocks that its quantity is from.
    fn source(&mut self, level: u32, id: &str) {
        let Some(source) = self.sources.iter().find(|source| source.id == *id) else { return };
        if let Some(row) = self.rows.last_mut() {
            row.formula = format!("{}; {}", source.shown.formula, row.formula);
            row.factors.clone_from(&source.shown.factors);
        }
        let path = source.at.as_str();
        let Some(stream) = self.request.streams.iter().find(|stream| stream.id == *id) else { return };
        for (index, reading) in stream.readings.iter().enumerate() {
            let run = format!("{} − {}", reading.end, reading.start);
            let run = match reading.multiplier.is_empty() {
                true => run,
                false => format!("({run}) × {}", reading.multiplier),
            };
            self.note(level, &reading.meter, format!("{path}/readings/{index}"), run);
        }
        if let Some(stock) = &stream.stock {
            let zero = |text: &String| if text.is_empty() { "0".to_owned() } else { text.clone() };
            let [delivered, opening, closing, passed_on] =
                [&stock.delivered, &stock.opening, &stock.closing, &stock.passed_on].map(zero);
            let sum = format!("{delivered} + {opening} − {closing} − {passed_on}");
            self.note(level, "stock", format!("{path}/stock"), sum);
        }
    }

    /// A reading: a row without a figure of its own.
    fn note(&mut self, level: u32, about: &str, path: String, formula: String) {
        self.rows.push(v1::CbamRow {
            level,
            kind: "reading".into(),
            about: about.into(),
            path,
            t_co2e_per_t: String::new(),
            formula,
            factors: Vec::new(),
        });
    }

    /// What a bought precursor is the average of.
    fn batches(&mut self, level: u32, index: usize, tonnes: &Fraction) -> Result<(), Error> {
        let Some(bought) = self.chain.bought.get(index) else { return Ok(()) };
        for (number, (batch, shown)) in bought.parts.iter().zip(&bought.shown.batches).enumerate() {
            let part = tonnes.try_mul(&batch.quantity)?.try_div(&bought.quantity)?;
            let value = batch.see.total()?.try_mul(&part)?;
            let path = bought.at.key("batches").index(number);
            let about = format!("{} {} {}", shown.supplier, shown.country, shown.determination);
            let formula = format!("{part} t × {} t/t; {}", batch.see.total()?, shown.source);
            self.row(level, ("batch", about.trim(), path.as_str()), &value, formula);
        }
        Ok(())
    }
}
