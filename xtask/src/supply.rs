//! What the supply graph is measured on, the same bytes on every machine; and how long each step takes.
//!
//! Processes have one to seven suppliers that stand within a fifth of the list before them, in a shuffled order of
//! identifiers; one in fifty is raw material; of one supplier in 500 some scrap comes back from a consumer. With `giant`,
//! two flows for every hundred processes go anywhere, so that most processes are in one loop, as electricity and markets
//! make it in life-cycle databases.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use emitrace::limits::Limits;
use emitrace::number::Amount;
use emitrace::supply::{Choices, Graph, Plan, Table, read};
use emitrace::wire::v1::SupplyReading;

use crate::Done;

/// Pseudo-random numbers (Weyl sequence with the mixing of SplitMix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to before `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        u64::try_from(u128::from(self.next()).wrapping_mul(u128::from(end)) >> 64).unwrap_or(0)
    }
}

/// Consumer, supplier, amount in hundred thousandths.
type Flow = (u64, u64, u64);

fn flows(count: u64, giant: bool) -> Vec<Flow> {
    let mut dice = Dice(2026);
    let mut names: Vec<u64> = (0..count).collect();
    for at in (1..names.len()).rev() {
        let other = dice.below(u64::try_from(at).unwrap_or(0).saturating_add(1));
        names.swap(at, usize::try_from(other).unwrap_or(0));
    }
    let name = |at: u64| usize::try_from(at).ok().and_then(|at| names.get(at)).copied().unwrap_or(0);
    let mut flows: Vec<Flow> = Vec::new();
    let mut first_consumer: Vec<Option<u64>> = names.iter().map(|_| None).collect();
    let reach = (count / 5).saturating_add(50);
    for at in (count / 50).saturating_add(1)..count {
        let weights: Vec<u64> =
            (0..dice.below(7).saturating_add(1)).map(|_| dice.below(1_000).saturating_add(50)).collect();
        let together = weights.iter().fold(0_u64, |sum, weight| sum.saturating_add(*weight));
        let total = dice.below(30_000).saturating_add(85_000);
        let mut used = Vec::new();
        for weight in weights {
            let from = at.saturating_sub(reach);
            let supplier = from.saturating_add(dice.below(at.saturating_sub(from)));
            let amount = weight.saturating_mul(total).checked_div(together).unwrap_or(0);
            if amount > 0 && !used.contains(&supplier) {
                used.push(supplier);
                flows.push((name(at), name(supplier), amount));
                if let Some(first @ None) =
                    usize::try_from(supplier).ok().and_then(|at| first_consumer.get_mut(at))
                {
                    *first = Some(at);
                }
            }
        }
    }
    for (supplier, consumer) in (0..count).zip(&first_consumer) {
        if let Some(consumer) = consumer.filter(|_| dice.below(500) == 0) {
            flows.push((name(supplier), name(consumer), dice.below(20_000).saturating_add(2_000)));
        }
    }
    if giant {
        let known: std::collections::BTreeSet<(u64, u64)> = flows.iter().map(|(c, s, _)| (*c, *s)).collect();
        let mut more = std::collections::BTreeSet::new();
        for _ in 0..count / 50 {
            let pair = (dice.below(count), dice.below(count));
            if pair.0 != pair.1 && !known.contains(&pair) && more.insert(pair) {
                flows.push((pair.0, pair.1, dice.below(5_000).saturating_add(1_000)));
            }
        }
    }
    flows
}

/// Writes `processes.csv` and `flows.csv` of a graph of so many processes into a folder.
pub(crate) fn write(count: u64, folder: &Path, giant: bool) -> Done {
    let done = || -> std::io::Result<usize> {
        fs::create_dir_all(folder)?;
        let mut out = BufWriter::new(File::create(folder.join("processes.csv"))?);
        writeln!(out, "process,own_kg_co2e")?;
        let mut dice = Dice(7);
        for process in 0..count {
            let own = dice.below(1_000).saturating_mul(dice.below(1_000)).saturating_mul(3) / 100;
            writeln!(out, "{process},{}.{:04}", own / 10_000, own % 10_000)?;
        }
        out.flush()?;
        let flows = flows(count, giant);
        let mut out = BufWriter::new(File::create(folder.join("flows.csv"))?);
        writeln!(out, "consumer,supplier,amount")?;
        for (consumer, supplier, amount) in &flows {
            writeln!(out, "{consumer},{supplier},{}.{:05}", amount / 100_000, amount % 100_000)?;
        }
        out.flush()?;
        Ok(flows.len())
    };
    match done() {
        Ok(flows) => Ok(format!("{count} processes and {flows} flows in {}", folder.display())),
        Err(error) => Err(vec![format!("{}: {error}", folder.display())]),
    }
}

/// Measures reading, planning and evaluating the graph of a folder: CPU seconds, the best, the median and the mean of `times`
/// runs. Systems count CPU time in steps of some milliseconds: what is quicker shows in the mean of many runs.
pub(crate) fn measure(folder: &Path, times: u64) -> Done {
    let complain = |error: emitrace::Error| vec![format!("{error}")];
    let stream = |name: &str| -> Result<Table<'static>, Vec<String>> {
        let file = File::open(folder.join(name)).map_err(|error| vec![format!("{name}: {error}")])?;
        Ok(Table::Stream(Box::new(file)))
    };
    let mut steps = [const { Vec::new() }; 4];
    let (mut digest, mut said) = (0_i128, String::new());
    for _ in 0..times.max(1) {
        let mut clock = Clock::start();
        let input = read(
            stream("processes.csv")?,
            stream("flows.csv")?,
            &SupplyReading::default(),
            &Limits::default(),
        );
        let input = input.map_err(complain)?;
        let mut took = vec![clock.lap()];
        let own: Vec<Amount> = input.own.into_iter().next().map(|own| own.values).unwrap_or_default();
        let graph: Graph = input.graph;
        clock.lap();
        let plan = Plan::new(graph, Choices::default()).map_err(complain)?;
        took.push(clock.lap());
        let first = plan.evaluate(&own);
        took.push(clock.lap());
        drop(first);
        clock.lap();
        let again = plan.evaluate(&own);
        took.push(clock.lap());
        steps.iter_mut().zip(took).for_each(|(step, took)| step.push(took));
        digest = again.counts().iter().fold(0, |sum: i128, count| sum.wrapping_mul(31).wrapping_add(*count));
        let (loops, largest) = plan.loops();
        said = format!(
            "{} processes, {} flows, {loops} loops (largest {largest}), {} faults, bound {}",
            plan.processes(),
            plan.flows(),
            plan.faults().len(),
            plan.largest_bound()
        );
    }
    let mut lines = vec![said];
    for (name, mut took) in ["read", "plan", "evaluate", "evaluate again"].into_iter().zip(steps) {
        took.sort_unstable();
        let sum = took.iter().fold(0_u64, |sum, one| sum.saturating_add(*one));
        let mean = sum.checked_div(u64::try_from(took.len()).unwrap_or(1)).unwrap_or(0);
        let [best, median] = [0, took.len() / 2].map(|at| took.get(at).copied().unwrap_or(0));
        let seconds = |time: u64| format!("{}.{:06} s", time / 1_000_000_000, time / 1_000 % 1_000_000);
        let [best, median, mean] = [best, median, mean].map(seconds);
        lines.push(format!("{name:14} best {best}, median {median}, mean {mean}"));
    }
    lines.push(format!("digest {digest:x}, memory {}", memory()));
    Ok(lines.join("\n"))
}

/// CPU time of this process where the system tells it, else time that passed, in nanoseconds.
pub(crate) struct Clock {
    start: Instant,
    last: u64,
}

impl Clock {
    pub(crate) fn start() -> Clock {
        let mut clock = Clock { start: Instant::now(), last: 0 };
        clock.lap();
        clock
    }

    pub(crate) fn lap(&mut self) -> u64 {
        let told = fs::read_to_string("/proc/self/schedstat").ok();
        let cpu = told.and_then(|text| Some(crate::whole(text.split(' ').next()?)));
        let passed = || u64::try_from(self.start.elapsed().as_nanos()).unwrap_or(u64::MAX);
        let now = cpu.unwrap_or_else(passed);
        let lap = now.saturating_sub(self.last);
        self.last = now;
        lap
    }
}

/// The most memory that this process has held.
pub(crate) fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("not told", str::trim).to_owned()
}
