//! From two tables to the answer of `supply.embedded`.

use super::plan::{Choices, Plan};
use super::read::{Input, OwnColumn, Sheet, Table, read};
use super::say::{Ends, Subject};
use super::{Embedded, Fault, at};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::told::found;
use crate::wire::v1;

/// Embedded emissions of every process of a network (METHODS M-160, M-161).
///
/// # Errors
/// As [`read`], and `PRECISION_EXCEEDED` if amounts need too many digits together.
pub fn embedded(request: &v1::SupplyRequest) -> Result<v1::SupplyAnswer, Error> {
    let processes = Table::of(&request.processes).map_err(|error| error.at("/processes"))?;
    let flows = Table::of(&request.flows).map_err(|error| error.at("/flows"))?;
    embedded_tables(processes, flows, request, &Limits::default())
}

/// The same with tables that are read as streams; those of the request are not looked at.
///
/// # Errors
/// As [`embedded`].
///
/// # Example
/// ```
/// use emitrace::limits::Limits;
/// use emitrace::supply::{Table, embedded_tables};
/// use emitrace::wire::v1::SupplyRequest;
///
/// let stream = |text: &'static str| Table::Stream(Box::new(text.as_bytes()));
/// let processes = stream("process,own_kg_co2e\nore,0.05\nsteel,1.8\n");
/// let flows = stream("consumer,supplier,amount\nsteel,ore,1.6\n");
/// let answer = embedded_tables(processes, flows, &SupplyRequest::default(), &Limits::default())?;
/// assert_eq!(answer.result.processes.unwrap(), ["ore", "steel"]);
/// assert_eq!(answer.result.figures.unwrap(), [["0.05", "1.88"]]);
/// assert_eq!(answer.result.largest_bound, "0.000000000000000001");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn embedded_tables(
    processes: Table<'_>,
    flows: Table<'_>,
    request: &v1::SupplyRequest,
    limits: &Limits,
) -> Result<v1::SupplyAnswer, Error> {
    let mut network = Network::read(processes, flows, request, limits)?;
    let columns = network.evaluate();
    let Network { input, plan } = &network;
    if columns.is_empty() {
        return Err(Error::new(Code::MissingColumn, "no column holds own emissions")
            .with_help("begin its header with `own_`, e.g. `own_kg_co2e`, or name it in `own` of the reading")
            .at("/processes"));
    }
    let mut order: Vec<u32> = (0..u32::try_from(plan.processes()).unwrap_or(u32::MAX)).collect();
    order.sort_unstable_by(|a, b| plan.id(*a).cmp(plan.id(*b)));
    let texts = |text: &dyn Fn(u32) -> String| order.iter().map(|process| text(*process)).collect::<Vec<_>>();
    let figures = columns.iter().map(|column| texts(&|process| column.figure(process).unwrap_or_default()));
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let (loops, largest) = plan.loops();
    let result = v1::SupplyResult {
        options: v1::SupplyOptions {
            credits: request.options.credits,
            repeated_flows: if request.options.repeated_flows == "add" { "add" } else { "refuse" }.into(),
        },
        coverage: v1::SupplyCoverage {
            processes: count(plan.processes()),
            flows: count(plan.flows()),
            loops: count(loops),
            largest_loop: count(largest),
            withheld: columns.iter().fold(0, |sum, column| count(column.withheld()).saturating_add(sum)),
            excluded: input.processes.excluded.saturating_add(input.flows.excluded),
            findings: counts(input),
        },
        rounding: "down".into(),
        step: super::decimal(1, super::PLACES),
        largest_bound: plan.largest_bound(),
        names: input.own.iter().map(|column| figure_name(&column.name)).collect(),
        figures: Some(figures.collect()),
        bounds: request.bounds.then(|| texts(&|process| plan.bound(process).unwrap_or_default())),
        units: (!input.units.is_empty()).then(|| texts(&|process| network.unit(process).to_owned())),
        processes: Some(texts(&|process| plan.id(process).to_owned())),
        csv: None,
    };
    Ok(v1::SupplyAnswer {
        schema: v1::SUPPLY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: v1::canonical_digest(&result)?,
        result,
        tables: network.tables(),
    })
}

/// The name of a column of figures.
pub(super) fn figure_name(own: &str) -> String {
    let plain = own.get(..4).filter(|start| start.eq_ignore_ascii_case("own_")).and_then(|_| own.get(4..));
    format!("embedded_{}", plain.unwrap_or(own))
}

fn counts(input: &Input) -> Vec<v1::FindingCount> {
    let mut all = input.processes.told.counts().clone();
    all.merge(input.flows.told.counts());
    found(&all)
}

fn reading(sheet: &Sheet) -> v1::SupplyTableReading {
    v1::SupplyTableReading {
        table: sheet.name.into(),
        rows: sheet.rows,
        excluded: sheet.excluded,
        columns: sheet.columns.clone(),
        findings: sheet.told.list(),
    }
}

/// Two tables as a planned graph, with what was found while they were read.
///
/// # Example
/// ```
/// use emitrace::limits::Limits;
/// use emitrace::number::Amount;
/// use emitrace::supply::{Network, Table};
/// use emitrace::wire::v1::SupplyRequest;
///
/// let stream = |text: &'static str| Table::Stream(Box::new(text.as_bytes()));
/// let processes = stream("process\nore\nsteel\n");
/// let flows = stream("consumer,supplier,amount\nsteel,ore,1.6\n");
/// let network = Network::read(processes, flows, &SupplyRequest::default(), &Limits::default())?;
/// let july = network.plan().evaluate(&[Amount::parse("0.05")?, Amount::parse("1.8")?]);
/// assert_eq!(july.figure(1).as_deref(), Some("1.88"));
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Debug)]
pub struct Network {
    input: Input,
    plan: Plan,
}

impl Network {
    /// Reads and plans; every fault is told in its table.
    ///
    /// # Errors
    /// As [`read`], and `PRECISION_EXCEEDED` if amounts need too many digits together.
    pub fn read(
        processes: Table<'_>,
        flows: Table<'_>,
        request: &v1::SupplyRequest,
        limits: &Limits,
    ) -> Result<Network, Error> {
        let choices = choices(&request.options)?;
        let mut input = read(processes, flows, &request.reading, limits)?;
        let plan = Plan::new(core::mem::take(&mut input.graph), choices)?;
        tell(&mut input, &plan, plan.faults(), "");
        Ok(Network { input, plan })
    }

    /// The planned graph.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Columns of own emissions of the table of processes.
    pub fn own(&self) -> &[OwnColumn] {
        &self.input.own
    }

    /// The unit of a process; empty if it has none.
    pub fn unit(&self, process: u32) -> &str {
        self.input.units.get(at(process)).map_or("", |unit| unit)
    }

    /// Evaluates each column of own emissions; faults of columns are told in the table of processes.
    pub fn evaluate(&mut self) -> Vec<Embedded> {
        let columns: Vec<Embedded> =
            self.input.own.iter().map(|column| self.plan.evaluate(&column.values)).collect();
        let names: Vec<String> = self.input.own.iter().map(|column| column.name.clone()).collect();
        for (column, name) in columns.iter().zip(&names) {
            tell(&mut self.input, &self.plan, column.faults(), name);
        }
        columns
    }

    /// How `processes` and `flows` were read, and what was found.
    pub fn tables(&self) -> Vec<v1::SupplyTableReading> {
        [&self.input.processes, &self.input.flows].into_iter().map(reading).collect()
    }
}

pub(super) fn choices(options: &v1::SupplyOptions) -> Result<Choices, Error> {
    let add = match &*options.repeated_flows {
        "" | "refuse" => false,
        "add" => true,
        other => {
            return Err(Error::new(
                Code::UnknownValue,
                format!("`{other}` is no way to take repeated flows"),
            )
            .with_help("use refuse or add")
            .at("/options/repeated_flows"));
        }
    };
    Ok(Choices::default().with_credits(options.credits).with_add_repeated(add))
}

/// Turns faults into findings at the rows of their processes and flows.
fn tell(input: &mut Input, plan: &Plan, faults: &[Fault], own: &str) {
    let listed = input.flows.told.lists() || input.processes.told.lists();
    let ends = if listed { plan.ends_of(faults) } else { Ends::new() };
    for fault in faults {
        let (severity, error) = (fault.severity(), plan.told(fault, &ends));
        match fault.subject() {
            Subject::Flow(flow, column) => input.flows.tell(severity, flow, column, &error),
            Subject::Process(process) => input.processes.tell(severity, process, own, &error),
        }
    }
}
