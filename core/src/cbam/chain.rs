//! From attributed emissions and precursors to the goods: flows between processes, the system, the results (METHODS M-130).

use std::collections::BTreeMap;

use super::attribute::Attributed;
use super::bought::Bought;
use super::faults::{Faults, shown};
use super::process::{Made, Process};
use super::solve::{Node, Stuck, solve};
use super::specific::Specific;
use super::{Tables, boundary};
use crate::error::{Code, Error};
use crate::number::{Fraction, Ties};
use crate::order::Order;
use crate::wire::v1;

/// Decimals of the part that default values make up.
const SHARE_DECIMALS: u32 = 6;

/// Where an input comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// A process, and which of its goods.
    Made(usize, usize),
    /// A bought precursor.
    Bought(usize),
}

/// What is used of a good of a process, in t.
type UsedGoods = BTreeMap<(usize, usize), Fraction>;

/// The processes with their inputs resolved and the system solved.
pub(super) struct Chain<'d, 'c> {
    pub(super) processes: &'d [Process<'c>],
    pub(super) attributed: &'d [Attributed],
    pub(super) bought: &'d [Bought<'c>],
    /// Of each process, where each of its inputs comes from.
    pub(super) from: Vec<Vec<From>>,
    /// Specific embedded emissions of each process for a base unit.
    pub(super) see: Vec<Specific>,
    /// What processes use of each good of each process, and of each bought precursor, in t.
    used: UsedGoods,
    used_bought: BTreeMap<usize, Fraction>,
}

/// Resolves, checks and solves; `None` if a fault keeps the result out.
pub(super) fn chain<'d, 'c>(
    tables: Tables<'_>,
    faults: &mut Faults,
    requested: &[v1::CbamProcess],
    (processes, attributed, bought): (&'d [Process<'c>], &'d [Attributed], &'d [Bought<'c>]),
) -> Option<Chain<'d, 'c>> {
    let before = faults.errors();
    once(tables, faults, processes, requested);
    let mut from = Vec::new();
    let (mut used, mut used_bought) = (BTreeMap::new(), BTreeMap::new());
    for (index, process) in processes.iter().enumerate() {
        let covers =
            requested.iter().find(|given| given.id == process.id).map(|given| given.covers.as_slice());
        let allowed = relevant(tables, faults, process, covers.unwrap_or_default());
        let mut mine = Vec::new();
        for input in &process.inputs {
            let Some(found) = resolve(faults, (processes, bought), index, input) else { continue };
            let category = match found {
                From::Made(at, good) => product(processes, at, good).map(Made::category),
                From::Bought(at) => bought.get(at).map(|bought| bought.product.category()),
            };
            if let (Some(first), Some(category)) = (process.first(), category) {
                let allowed: Vec<&str> = allowed.iter().map(|name| &**name).collect();
                let covers: Vec<&str> = covers.unwrap_or_default().iter().map(String::as_str).collect();
                boundary::precursor(
                    faults,
                    (first.category(), &covers),
                    (category, &allowed),
                    &input.at.key("from"),
                );
            }
            let sum = match found {
                From::Made(at, good) => used.entry((at, good)).or_insert_with(Fraction::zero),
                From::Bought(at) => used_bought.entry(at).or_insert_with(Fraction::zero),
            };
            *sum = faults.take(&input.at, sum.try_add(&input.quantity))?;
            mine.push(found);
        }
        from.push(mine);
    }
    overdrawn(faults, processes, bought, (&used, &used_bought));
    if faults.errors() > before {
        return None;
    }
    let mut chain = Chain { processes, attributed, bought, from, see: Vec::new(), used, used_bought };
    let nodes = faults.take(&super::faults::At::root().key("processes"), chain.nodes())?;
    match solve(&nodes) {
        Ok(columns) => chain.see = columns.iter().map(|columns| Specific::from_columns(columns)).collect(),
        Err(stuck) => {
            unsolved(faults, processes, &stuck);
            return None;
        }
    }
    Some(chain)
}

fn product<'p, 'c>(processes: &'p [Process<'c>], at: usize, good: usize) -> Option<&'p Made<'c>> {
    processes.get(at).and_then(|process| process.made.get(good))
}

/// The same good is made in one process, by all routes.
fn once(tables: Tables<'_>, faults: &mut Faults, processes: &[Process<'_>], requested: &[v1::CbamProcess]) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for process in processes {
        let reason =
            requested.iter().find(|given| given.id == process.id).map(|given| given.split_reason.trim());
        for made in &process.made {
            let cn = made.product.cn.clone();
            if cn.is_empty() {
                continue;
            }
            let Some(other) = seen.insert(cn.clone(), &process.id).filter(|other| *other != process.id)
            else {
                continue;
            };
            let message = format!("`{cn}` is made in `{}` and in `{}`", shown(other), shown(&process.id));
            let refused = reason.unwrap_or_default().is_empty() && !tables.regime.is_transitional();
            let said = match refused {
                true => faults.error(Code::ProcessSplit, &made.at.key("cn"), message),
                false => faults.warning(Code::ProcessSplit, &made.at.key("cn"), message),
            };
            said.rule("Implementing Regulation (EU) 2025/2547, Article 4(6) and (7): all routes of one functional unit in an installation form one production process; a split needs a genuine business reason")
                .help("make one process of the two, or state the reason in `split_reason` of the later one");
        }
    }
}

/// Categories of the relevant precursors of what a process makes, the covered ones included.
fn relevant(
    tables: Tables<'_>,
    faults: &mut Faults,
    process: &Process<'_>,
    covers: &[String],
) -> Vec<Box<str>> {
    let mut names: Vec<&str> = process.made.iter().map(Made::category).collect();
    names.extend(covers.iter().map(String::as_str));
    let mut relevant = Vec::new();
    for name in names {
        let found = faults.take(&process.at.key("covers"), tables.category(name));
        relevant.extend(found.into_iter().flat_map(|(_, row)| row.precursors.iter().cloned()));
    }
    relevant.order();
    relevant.dedup();
    relevant
}

/// What an input names.
fn resolve(
    faults: &mut Faults,
    (processes, bought): (&[Process<'_>], &[Bought<'_>]),
    index: usize,
    input: &super::process::Input,
) -> Option<From> {
    let place = input.at.key("from");
    if let Some(at) = bought.iter().position(|bought| bought.id == input.from) {
        return Some(From::Bought(at));
    }
    let Some(at) = processes.iter().position(|process| process.id == input.from) else {
        let message =
            format!("`{}` is no process and no bought precursor of the document", shown(&input.from));
        faults
            .error(Code::UnknownReference, &place, message)
            .help("name a process or an entry of `precursors`");
        return None;
    };
    if at == index {
        faults
            .error(Code::UnknownReference, &place, "a process does not feed itself")
            .help("leave what circulates within the process out; its goods are what leaves it");
        return None;
    }
    let goods = processes.get(at).map(|process| process.made.as_slice()).unwrap_or_default();
    let code = |made: &Made<'_>| made.product.cn.clone();
    let wanted: String = input.cn.chars().filter(char::is_ascii_digit).collect();
    let good = match (goods.len(), input.cn.is_empty()) {
        (1, true) => Some(0),
        (_, true) => None,
        _ => goods.iter().position(|made| code(made) == wanted),
    };
    if good.is_none() {
        let codes: Vec<String> = goods.iter().map(code).collect();
        let message = format!("it is not clear which good of `{}` is used", shown(&input.from));
        faults
            .error(Code::UnknownReference, &input.at.key("cn"), message)
            .help(format!("name one of its codes: {}", codes.join(", ")));
    }
    good.map(|good| From::Made(at, good))
}

/// Nobody uses more than there is.
fn overdrawn(
    faults: &mut Faults,
    processes: &[Process<'_>],
    bought: &[Bought<'_>],
    (used, used_bought): (&UsedGoods, &BTreeMap<usize, Fraction>),
) {
    let help = "correct the quantities; what comes from stock or from elsewhere is bought, with its own data";
    for (&(at, good), quantity) in used {
        let Some(made) = product(processes, at, good) else { continue };
        if *quantity > made.quantity {
            let message = format!(
                "{quantity} t of `{}` are used, and {} t are made",
                made.product.called(),
                made.quantity
            );
            faults.error(Code::FlowsExceedOutput, &made.at, message).help(help);
        }
    }
    for (&at, quantity) in used_bought {
        let Some(bought) = bought.get(at) else { continue };
        if *quantity > bought.quantity {
            let message = format!(
                "{quantity} t of `{}` are used, and {} t are bought",
                shown(&bought.id),
                bought.quantity
            );
            faults.error(Code::FlowsExceedOutput, &bought.at, message).help(help);
        }
    }
}

fn unsolved(faults: &mut Faults, processes: &[Process<'_>], stuck: &Stuck) {
    let at = |members: &[usize]| {
        let first = members.first().and_then(|index| processes.get(*index));
        first.map_or_else(super::faults::At::root, |process| process.at.key("inputs"))
    };
    let names = |members: &[usize]| {
        let ids = members.iter().filter_map(|index| processes.get(*index)).map(|process| shown(&process.id));
        ids.collect::<Vec<_>>().join(", ")
    };
    match stuck {
        Stuck::Singular(members) => {
            let message = format!("everything that the loop of {} makes goes back into it", names(members));
            faults.error(Code::LoopWithoutOutput, &at(members), message).help(
                "a loop of processes must sell or pass on something; check the quantities used and made",
            );
        }
        Stuck::TooLarge(members) => {
            let message = format!("{} processes feed each other in one loop", members.len());
            faults
                .error(Code::LimitExceeded, &at(members), message)
                .help("make joint processes of those that only feed each other");
        }
        Stuck::Number(error) => {
            faults
                .error(error.code(), &super::faults::At::root().key("processes"), error.message())
                .help(error.help());
        }
    }
}

impl Chain<'_, '_> {
    /// The system: activity level × specific = own + precursors.
    pub(super) fn nodes(&self) -> Result<Vec<Node>, Error> {
        let mut nodes = Vec::new();
        for (at, (process, attributed)) in self.processes.iter().zip(self.attributed).enumerate() {
            let counts = process.first().is_some_and(|product| product.indirect());
            let mut own = Specific {
                direct: attributed.direct.clone(),
                indirect: if counts { attributed.indirect.clone() } else { Fraction::zero() },
                indirect_all: attributed.indirect.clone(),
                from_defaults: Fraction::zero(),
                mwh: attributed.mwh.clone(),
            };
            let mut inputs = Vec::new();
            for (input, from) in process.inputs.iter().zip(self.from.get(at).into_iter().flatten()) {
                match *from {
                    From::Bought(index) => {
                        let Some(bought) = self.bought.get(index) else { continue };
                        own = own.plus(&bought.see.times(&input.quantity)?)?;
                    }
                    From::Made(index, good) => {
                        let Some(made) = product(self.processes, index, good) else { continue };
                        inputs.push((index, input.quantity.try_mul(&made.product.per_t)?));
                    }
                }
            }
            nodes.push(Node { level: process.level.clone(), own: own.columns().to_vec(), inputs });
        }
        Ok(nodes)
    }

    /// Specific embedded emissions of a tonne of what an input uses, with code and the rule on its indirect emissions.
    pub(super) fn precursor(&self, from: From) -> Result<Option<(String, Specific, bool)>, Error> {
        let found = match from {
            From::Bought(index) => {
                self.bought.get(index).map(|bought| (&bought.product, Ok(bought.see.clone())))
            }
            From::Made(index, good) => {
                let see = self.see.get(index);
                let made = product(self.processes, index, good);
                made.zip(see).map(|(made, see)| (&made.product, see.times(&made.product.per_t)))
            }
        };
        let Some((product, see)) = found else { return Ok(None) };
        Ok(Some((product.cn.clone(), see?, product.indirect())))
    }

    /// Base units in a tonne of a good.
    pub(super) fn per_t(&self, at: usize, good: usize) -> Option<&Fraction> {
        product(self.processes, at, good).map(|made| &made.product.per_t)
    }

    /// What no process of the installation used of a good, in t (electricity in MWh).
    pub(super) fn to_market(&self, at: usize, good: usize) -> Result<Fraction, Error> {
        let zero = Fraction::zero();
        let made = product(self.processes, at, good).map_or(&zero, |made| &made.quantity);
        made.try_sub(self.used.get(&(at, good)).unwrap_or(&zero))
    }

    /// The processes as the answer shows them.
    pub(super) fn shown_processes(
        &self,
        requested: &[v1::CbamProcess],
    ) -> Result<Vec<v1::CbamProcessResult>, Error> {
        let mut all = Vec::new();
        for (at, (process, attributed)) in self.processes.iter().zip(self.attributed).enumerate() {
            let (Some(first), Some(see)) = (process.first(), self.see.get(at)) else { continue };
            let units = process.level.try_mul(&first.per_base)?;
            let mut inputs = Vec::new();
            for (input, from) in process.inputs.iter().zip(self.from.get(at).into_iter().flatten()) {
                let Some((cn, see, counts)) = self.precursor(*from)? else { continue };
                inputs.push(v1::CbamInputResult {
                    from: input.from.clone(),
                    cn,
                    quantity_t: input.quantity.to_string(),
                    t_per_functional_unit: input.quantity.try_div(&units)?.to_string(),
                    see_per_t: see.shown(),
                    indirect_counts: counts,
                });
            }
            let name = requested.iter().find(|given| given.id == process.id).map(|given| given.name.clone());
            all.push(v1::CbamProcessResult {
                id: process.id.clone(),
                name: name.unwrap_or_default(),
                path: process.at.as_str().into(),
                category: first.category().into(),
                functional_unit: first.unit().into(),
                activity_level: units.to_string(),
                terms: attributed
                    .terms
                    .iter()
                    .chain(&attributed.electricity)
                    .map(|term| term.shown.clone())
                    .collect(),
                direct_t_co2e: attributed.direct.to_string(),
                floored: attributed.floored,
                electricity_mwh: attributed.mwh.to_string(),
                indirect_t_co2e: attributed.indirect.to_string(),
                indirect_counts: first.indirect(),
                attributed_direct: attributed.direct.try_div(&units)?.to_string(),
                attributed_indirect: attributed.indirect.try_div(&units)?.to_string(),
                inputs,
                see: see.over(&first.per_base)?.shown(),
            });
        }
        Ok(all)
    }

    /// The goods as the answer shows them.
    pub(super) fn goods(
        &self,
        requested: &[v1::CbamProcess],
        (decimals, ties): (u32, Ties),
    ) -> Result<Vec<v1::CbamGoodResult>, Error> {
        let mut all = Vec::new();
        for (at, (process, see)) in self.processes.iter().zip(&self.see).enumerate() {
            for (index, made) in process.made.iter().enumerate() {
                let product = &made.product;
                let (unit, tonne) = (see.over(&product.per_base)?, see.times(&product.per_t)?);
                let total = tonne.total()?;
                let share =
                    if total.is_zero() { Fraction::zero() } else { tonne.from_defaults.try_div(&total)? };
                let round = |value: &Fraction| value.rounded(decimals, ties);
                let given = requested.iter().find(|given| given.id == process.id);
                let name = given.and_then(|given| given.goods.get(index)).map(|good| good.name.clone());
                all.push(v1::CbamGoodResult {
                    process: process.id.clone(),
                    cn: product.cn.clone(),
                    name: name.unwrap_or_default(),
                    category: product.category().into(),
                    functional_unit: product.unit().into(),
                    functional_units_per_t: product.per_t.try_mul(&product.per_base)?.to_string(),
                    quantity: made.quantity.to_string(),
                    to_market: self.to_market(at, index)?.to_string(),
                    indirect_counts: product.indirect(),
                    see_direct: round(&unit.direct),
                    see_indirect: round(&unit.indirect),
                    see_total: round(&unit.total()?),
                    see_direct_per_t: round(&tonne.direct),
                    see_indirect_per_t: round(&tonne.indirect),
                    see_total_per_t: round(&total),
                    exact_per_t: tonne.shown(),
                    default_share: share.rounded(SHARE_DECIMALS, Ties::HalfEven),
                });
            }
        }
        Ok(all)
    }

    /// The bought precursors as the answer shows them.
    pub(super) fn precursors(&self) -> Vec<v1::CbamPrecursorResult> {
        let zero = Fraction::zero();
        let shown = |(at, bought): (usize, &Bought<'_>)| {
            let used = self.used_bought.get(&at).unwrap_or(&zero);
            v1::CbamPrecursorResult { used_t: used.to_string(), ..bought.shown.clone() }
        };
        self.bought.iter().enumerate().map(shown).collect()
    }
}
