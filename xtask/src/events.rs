//! Events of a made-up chain of eleven tiers, the same bytes on every machine; and how long following them takes.
//!
//! Raw lots are commissioned; in each further tier one to four lots of the tier before that stand near each other become one or two
//! new ones. After each step the last lot is shipped and received, half of the time on a pallet that is packed before and unpacked
//! behind. One event a line, with all that EPCIS 2.0 asks for.

#![allow(clippy::arithmetic_side_effects, reason = "small numbers of a generator")]

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use emitrace::limits::Limits;
use emitrace::trace::Traced;
use emitrace::wire::v1::{TraceCard, TraceReading, TraceRequest};

use crate::Done;
use crate::supply::{Clock, Dice, memory};

/// Tiers from raw lots to the last product.
const TIERS: usize = 11;

/// Seconds; months of 28 days, so that a later second never has an earlier date.
const DAY: u64 = 86_400;
const MONTH: u64 = 28 * DAY;

fn lot(number: u64) -> String {
    let (company, item) = (4_000_000 + number % 997, 100_000 + number % 10_007);
    format!("urn:epc:id:sgtin:{company:07}.{item:06}.{number}")
}

fn pallet(number: u64) -> String {
    format!("urn:epc:id:sscc:{:07}.1{number:09}", 4_000_000 + number % 997)
}

fn site(number: u64) -> String {
    format!("urn:epc:id:sgln:{:07}.{:05}.0", 4_000_000 + number % 997, number % 100_000)
}

struct Writer {
    out: BufWriter<File>,
    events: u64,
    clock: u64,
}

impl Writer {
    /// Writes an event: its kind, what it says at the beginning and at the end, seconds behind the present step.
    fn event(&mut self, kind: &str, later: u64, says: &str) -> std::io::Result<()> {
        let (number, time) = (self.events, self.clock + later);
        let day = format!("2025-{:02}-{:02}", 1 + time / MONTH % 12, 1 + time / DAY % 28);
        let hour = format!("{:02}:{:02}:{:02}", time / 3_600 % 24, time / 60 % 60, time % 60);
        self.events += 1;
        writeln!(
            self.out,
            "{{\"@context\":\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\",\"type\":\"{kind}\",\
             \"eventID\":\"urn:uuid:{number:08x}-0000-4000-8000-{number:012x}\",\"eventTime\":\"{day}T{hour}.000Z\",\
             \"eventTimeZoneOffset\":\"+00:00\",{says}}}"
        )
    }

    fn commission(&mut self, number: u64) -> std::io::Result<()> {
        let says = format!(
            "\"action\":\"ADD\",\"bizStep\":\"commissioning\",\"disposition\":\"active\",\"epcList\":[\"{}\"],\"readPoint\":{{\"id\":\"{place}\"}},\
             \"bizLocation\":{{\"id\":\"{place}\"}},\"ilmd\":{{\"cbvmda:countryOfOrigin\":\"DE\",\"cbvmda:lotNumber\":\"L{number}\"}}",
            lot(number),
            place = site(number)
        );
        self.event("ObjectEvent", 0, &says)
    }

    fn transform(&mut self, inputs: &[u64], outputs: &[u64]) -> std::io::Result<()> {
        let list =
            |lots: &[u64]| lots.iter().map(|one| format!("\"{}\"", lot(*one))).collect::<Vec<_>>().join(",");
        let number = self.events;
        let says = format!(
            "\"transformationID\":\"urn:epc:id:gdti:4000001.{:05}.{number}\",\"bizStep\":\"transforming\",\"inputEPCList\":[{}],\
             \"outputEPCList\":[{}],\"readPoint\":{{\"id\":\"{}\"}}",
            number % 100_000,
            list(inputs),
            list(outputs),
            site(number)
        );
        self.event("TransformationEvent", 0, &says)
    }

    fn pack(&mut self, outer: &str, inner: u64, add: bool) -> std::io::Result<()> {
        let (action, step, later) = if add { ("ADD", "packing", 1) } else { ("DELETE", "unpacking", 5) };
        let says = format!(
            "\"action\":\"{action}\",\"bizStep\":\"{step}\",\"parentID\":\"{outer}\",\"childEPCs\":[\"{}\"],\"readPoint\":{{\"id\":\"{}\"}}",
            lot(inner),
            site(self.events)
        );
        self.event("AggregationEvent", later, &says)
    }

    fn send(&mut self, what: &str) -> std::io::Result<()> {
        for (step, state, later) in [("shipping", "in_transit", 2), ("receiving", "in_progress", 3)] {
            let says = format!(
                "\"action\":\"OBSERVE\",\"bizStep\":\"{step}\",\"disposition\":\"{state}\",\"epcList\":[\"{what}\"],\"readPoint\":{{\"id\":\"{}\"}},\
                 \"bizTransactionList\":[{{\"type\":\"po\",\"bizTransaction\":\"urn:epcglobal:cbv:bt:4000001:{}\"}}]",
                site(self.events),
                self.events
            );
            self.event("ObjectEvent", later, &says)?;
        }
        Ok(())
    }
}

/// Writes about so many events into a file.
pub(crate) fn write(count: u64, file: &Path) -> Done {
    let done = || -> std::io::Result<String> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut writer =
            Writer { out: BufWriter::with_capacity(1 << 20, File::create(file)?), events: 0, clock: 0 };
        let mut dice = Dice(11);
        let (mut lots, mut pallets) = (0u64, 0u64);
        let mut before: Vec<u64> = Vec::new();
        let mut asked = 0;
        for tier in 0..TIERS {
            let mut made: Vec<u64> = Vec::new();
            for _ in 0..count / 44 {
                writer.clock += 20;
                let fresh = if tier == 0 { 1 } else { 1 + dice.below(2) };
                let outputs: Vec<u64> = (lots..lots + fresh).collect();
                lots += fresh;
                if tier == 0 {
                    writer.commission(*outputs.first().unwrap_or(&0))?;
                } else {
                    let length = u64::try_from(before.len()).unwrap_or(1);
                    let (wanted, from) = (1 + dice.below(4), dice.below(length));
                    let mut inputs: Vec<u64> = Vec::new();
                    for at in 0..wanted {
                        let place = (from + at * at * 7 + dice.below(50)) % length;
                        let input = usize::try_from(place).ok().and_then(|place| before.get(place)).copied();
                        inputs.extend(input.filter(|input| !inputs.contains(input)));
                    }
                    writer.transform(&inputs, &outputs)?;
                }
                let last = *outputs.last().unwrap_or(&0);
                made.extend(outputs);
                if dice.below(2) == 0 {
                    let outer = pallet(pallets);
                    pallets += 1;
                    writer.pack(&outer, last, true)?;
                    writer.send(&outer)?;
                    writer.pack(&outer, last, false)?;
                } else {
                    writer.send(&lot(last))?;
                }
            }
            if tier == 0 {
                asked = made.get(made.len() / 2).copied().unwrap_or(0);
            }
            before = made;
        }
        writer.out.flush()?;
        let last = before.last().copied().unwrap_or(0);
        Ok(format!(
            "{} events, {lots} lots, {pallets} pallets; ask back {} and forward {}",
            writer.events,
            lot(last),
            lot(asked)
        ))
    };
    done().map_err(|error| vec![format!("{}: {error}", file.display())])
}

/// Reads and follows the events of a file and asks for one lot back and one forward, `times` times: CPU seconds, of questions the time that passed.
pub(crate) fn measure(file: &Path, back: &str, forward: &str, times: u64) -> Done {
    let complain = |error: emitrace::Error| vec![format!("{error}")];
    let mut steps = [const { Vec::new() }; 4];
    let mut said = String::new();
    for _ in 0..times.max(1) {
        let mut clock = Clock::start();
        let text = fs::read_to_string(file).map_err(|error| vec![format!("{}: {error}", file.display())])?;
        let mut took = vec![clock.lap()];
        let card = TraceCard { name: "events".into(), text: Some(text), ..TraceCard::default() };
        let request = TraceRequest {
            cards: vec![card],
            reading: TraceReading { findings: Some(10), ..TraceReading::default() },
            ..TraceRequest::default()
        };
        clock.lap();
        let traced = Traced::new(&request, &Limits::default()).map_err(complain)?;
        took.push(clock.lap());
        let flow = traced.flow();
        for (lot, ahead) in [(back, false), (forward, true)] {
            let mut asked: Vec<u64> = Vec::new();
            let mut found = 0;
            // A question is shorter than what the clock of the processor tells apart.
            for _ in 0..21 {
                let start = Instant::now();
                found = flow.count(lot, ahead);
                asked.push(u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX));
            }
            asked.sort_unstable();
            took.push(asked.get(10).copied().unwrap_or(0));
            let lots = if ahead { flow.descendants(lot) } else { flow.ancestors(lot) };
            said = format!(
                "{said}{} {found} nodes, {} lots; ",
                if ahead { "forward" } else { "back" },
                lots.len()
            );
        }
        steps.iter_mut().zip(took).for_each(|(step, took)| step.push(took));
        said = if steps.first().is_some_and(|step| step.len() > 1) {
            said
        } else {
            format!("{said}memory {}", memory())
        };
    }
    let mut lines = vec![said];
    for (name, mut took) in ["read", "follow", "back", "forward"].into_iter().zip(steps) {
        took.sort_unstable();
        let [best, median] = [0, took.len() / 2].map(|at| took.get(at).copied().unwrap_or(0));
        let seconds = |time: u64| format!("{}.{:06} s", time / 1_000_000_000, time / 1_000 % 1_000_000);
        lines.push(format!("{name:8} best {}, median {}", seconds(best), seconds(median)));
    }
    Ok(lines.join("\n"))
}
