//! What a figure is made of: own emissions and suppliers, step by step, adding up to the last digit (METHODS M-162).

use num_bigint::{BigInt, Sign};

use super::answer::{Network, figure_name};
use super::plan::Plan;
use super::read::Table;
use super::weights::Sizes;
use super::{Embedded, PLACES, at, decimal};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::{Amount, Fraction, Ties};
use crate::wire::v1;

/// Suppliers that are named at each step, if nothing else is asked for.
const TOP: u32 = 10;
/// Most suppliers at each step, and most steps.
const MOST: [u32; 2] = [1_000, 12];
/// Most suppliers that are named over all steps.
const PARTS: usize = 20_000;

/// The figure of a process: its own emissions, its suppliers by what they contribute, and what its rounding took away.
///
/// # Errors
/// As [`embedded`](super::embedded); `UNKNOWN_REFERENCE` for a process or column that is not there, `FIGURE_MISSING` for a
/// process whose figure is withheld, `LIMIT_EXCEEDED` if too many suppliers would be named.
///
/// # Example
/// ```
/// use emitrace::supply::explain;
/// use emitrace::wire::v1::{SupplyExplainRequest, SupplyRequest, SupplyTable};
///
/// let table = |text: &str| SupplyTable { text: Some(text.into()), columns: None };
/// let request = SupplyRequest {
///     processes: table("process,own_kg_co2e\nore,0.05\nsteel,1.8\n"),
///     flows: table("consumer,supplier,amount\nsteel,ore,1.6\n"),
///     ..SupplyRequest::default()
/// };
/// let asked = SupplyExplainRequest { process: "steel".into(), request, ..SupplyExplainRequest::default() };
/// let part = explain(&asked)?.process;
/// assert_eq!((&*part.figure, &*part.own), ("1.88", "1.8"));
/// assert_eq!((&*part.inputs[0].supplier, &*part.inputs[0].contribution), ("ore", "0.08"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn explain(asked: &v1::SupplyExplainRequest) -> Result<v1::SupplyExplanation, Error> {
    let placed = |error: Error| {
        let path = format!("/request{}", error.path());
        error.at(path)
    };
    let processes = Table::of(&asked.request.processes).map_err(|error| placed(error.at("/processes")))?;
    let flows = Table::of(&asked.request.flows).map_err(|error| placed(error.at("/flows")))?;
    explain_tables(processes, flows, asked, &Limits::default())
        .map_err(|error| if matches!(error.path(), "/process" | "/own") { error } else { placed(error) })
}

/// The same with tables that are read as streams; those of the request are not looked at.
///
/// # Errors
/// As [`explain`].
pub fn explain_tables(
    processes: Table<'_>,
    flows: Table<'_>,
    asked: &v1::SupplyExplainRequest,
    limits: &Limits,
) -> Result<v1::SupplyExplanation, Error> {
    let mut network = Network::read(processes, flows, &asked.request, limits)?;
    let columns = network.evaluate();
    let plan = network.plan();
    let mut named = columns.iter().zip(network.own());
    let found = named.find(|(_, column)| asked.own.is_empty() || column.name == asked.own);
    let (figures, column) = found.ok_or_else(|| {
        Error::new(Code::UnknownReference, format!("there is no column `{}` of own emissions", asked.own))
            .with_help("name a column of the table of processes that holds own emissions")
            .at("/own")
    })?;
    let process = plan.process(&asked.process).ok_or_else(|| {
        Error::new(Code::UnknownReference, format!("there is no process `{}`", asked.process))
            .with_help("name a process of the table of processes, spelled as it is there")
            .at("/process")
    })?;
    let [top, depth] =
        [(asked.top, TOP), (asked.depth, 1)].map(|(asked, usual)| if asked == 0 { usual } else { asked });
    let [most_top, most_depth] = MOST;
    let mut tree =
        Tree { network: &network, plan, figures, own: &column.values, top: at(top.min(most_top)), parts: 0 };
    let mut above = Vec::new();
    let part = tree.part(process, depth.min(most_depth), &mut above)?;
    Ok(v1::SupplyExplanation {
        engine: env!("CARGO_PKG_VERSION").into(),
        name: figure_name(&column.name),
        process: part,
    })
}

struct Tree<'a> {
    network: &'a Network,
    plan: &'a Plan,
    figures: &'a Embedded,
    own: &'a [Amount],
    top: usize,
    parts: usize,
}

/// A supplier with its amount (a count of the scale of amounts) and contribution (of that scale and of figures).
struct Input {
    supplier: u32,
    amount: BigInt,
    contribution: BigInt,
}

impl Tree<'_> {
    /// A process and its suppliers, `depth` steps down; `above` are the processes on the way to it.
    fn part(&mut self, process: u32, depth: u32, above: &mut Vec<u32>) -> Result<v1::SupplyPart, Error> {
        let figure = self.figures.count(process).ok_or_else(|| {
            let message = format!("the figure of `{}` is withheld", self.plan.id(process));
            Error::new(Code::FigureMissing, message)
                .with_help(
                    "mend what the findings of `supply.embedded` say of it and of what it is made from",
                )
                .at("/process")
        })?;
        let own = self.own.get(at(process)).copied().unwrap_or(Amount::ZERO);
        let places = self.plan.weights.scale.places().saturating_add(PLACES);
        let one = BigInt::from(10).pow(self.plan.weights.scale.places());
        let mut inputs = self.inputs(process);
        let whole = BigInt::from(figure) * &one;
        let mut rounded_off = Fraction::from(own).try_sub(&decimal_of(&whole, places)?)?;
        for input in &inputs {
            rounded_off = rounded_off.try_add(&decimal_of(&input.contribution, places)?)?;
        }
        // The largest first, whatever its sign; equal ones by identifier.
        inputs.sort_by(|a, b| {
            let by_size = b.contribution.magnitude().cmp(a.contribution.magnitude());
            by_size.then_with(|| self.plan.id(a.supplier).cmp(self.plan.id(b.supplier)))
        });
        let rest = inputs.split_off(self.top.min(inputs.len()));
        self.parts = self.parts.saturating_add(inputs.len());
        if self.parts > PARTS {
            return Err(Error::new(
                Code::LimitExceeded,
                format!("more than {PARTS} suppliers would be named"),
            )
            .with_help("ask for fewer steps, or for fewer suppliers at each"));
        }
        let mut named = Vec::new();
        above.push(process);
        for input in &inputs {
            let deeper = depth > 1 && !above.contains(&input.supplier);
            let below =
                if deeper { Some(self.part(input.supplier, depth.saturating_sub(1), above)?) } else { None };
            named.push(v1::SupplyInput {
                amount: decimal_of(&input.amount, places.saturating_sub(PLACES))?.to_string(),
                contribution: decimal_of(&input.contribution, places)?.to_string(),
                percent: percent(&input.contribution, &whole)?,
                supplier: self.plan.id(input.supplier).into(),
                process: below,
            });
        }
        above.pop();
        let together = rest.iter().fold(BigInt::ZERO, |sum, input| sum + &input.contribution);
        Ok(v1::SupplyPart {
            process: self.plan.id(process).into(),
            unit: self.network.unit(process).into(),
            figure: decimal(figure, PLACES),
            bound: self.plan.bound(process).unwrap_or_default(),
            own: own.to_string(),
            inputs: named,
            rest_inputs: u64::try_from(rest.len()).unwrap_or(u64::MAX),
            rest: decimal_of(&together, places)?.to_string(),
            rounded_off: rounded_off.to_string(),
        })
    }

    /// The suppliers of a process, flows between the same two taken together.
    fn inputs(&self, process: u32) -> Vec<Input> {
        let topology = &self.plan.topology;
        let place = topology.places.get(at(process)).map_or(usize::MAX, |place| at(*place));
        let slots = topology.row(place);
        let mut inputs: Vec<Input> = Vec::new();
        for slot in slots {
            let supplier = topology.suppliers.get(slot).and_then(|place| topology.order.get(at(*place)));
            let Some(&supplier) = supplier else { continue };
            let size = match &self.plan.weights.sizes {
                Sizes::Narrow(sizes) => sizes.get(slot).map(|size| BigInt::from(*size)),
                Sizes::Wide(sizes) => sizes.get(slot).map(|size| BigInt::from(*size)),
            };
            let credit = self.plan.weights.credits.get(slot) == Some(&true);
            let size = size.unwrap_or(BigInt::ZERO);
            let amount = if credit { -size } else { size };
            let contribution = &amount * BigInt::from(self.figures.count(supplier).unwrap_or(0));
            inputs.push(Input { supplier, amount, contribution });
        }
        inputs.sort_by_key(|input| input.supplier);
        inputs.dedup_by(|next, first| {
            let same = next.supplier == first.supplier;
            if same {
                first.amount += &next.amount;
                first.contribution += &next.contribution;
            }
            same
        });
        inputs
    }
}

fn decimal_of(count: &BigInt, places: u32) -> Result<Fraction, Error> {
    Fraction::new(count.clone(), BigInt::from(10).pow(places))
}

fn percent(part: &BigInt, whole: &BigInt) -> Result<String, Error> {
    if whole.sign() == Sign::NoSign {
        return Ok(String::new());
    }
    let share = Fraction::new(part * BigInt::from(100), whole.clone())?;
    Ok(share.rounded(4, Ties::HalfEven))
}
