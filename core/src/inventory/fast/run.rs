//! The run: blocks in the order of the file, single rows between them.

use core::ops::ControlFlow;
use std::io::Read;

use super::lines::worked_out;
use super::worker::{Done, FIRST, Worker, fields};
use crate::activity::{Block, Cutter, Field, Ledger, Order, Plan, Record, Rows};
use crate::error::{Code, Error, Position};
use crate::factor::Catalog;
use crate::gas::Gas;
use crate::inventory::answer::{Answered, answer};
use crate::inventory::compute::{Counted, Progress, REPORT_EVERY, count, reading, shifted, twice};
use crate::inventory::guard::Guard;
use crate::inventory::options::Options;
use crate::inventory::resolve::Resolver;
#[cfg(not(target_arch = "wasm32"))]
use crate::inventory::takers::WriteLine;
use crate::inventory::takers::{Lines, Takers, Texts};
use crate::inventory::tally::Tally;
use crate::number::Mass;

/// What the run tells while it goes on.
pub(super) type Tell<'t> = dyn FnMut(Progress) -> ControlFlow<()> + 't;

/// Computes the inventory of a ledger.
pub(in crate::inventory) fn run<'a, R: Read + 'a>(
    mut ledger: Ledger<'a, R>,
    catalog: &Catalog,
    options: &Options,
    takers: Takers<'_, '_>,
    progress: &mut Tell<'_>,
) -> Result<Answered, Error> {
    let mut tally = Tally::new(&options.views, &options.limits);
    let offset = options.row_offset;
    let Some(reader) = ledger.text() else { return Err(Error::new(Code::Io, "the ledger is no text")) };
    let (mut lines, texts) = takers.parts();
    let plan = reader.plan(&fields(catalog));
    let (mut cutter, rows, order) = reader.parts(&mut |finding| tally.find(shifted(finding, FIRST, offset)));
    let mut main = Main {
        catalog,
        options,
        rows,
        tally,
        resolver: Resolver::new(catalog, options),
        record: Record::new(),
        masses: Vec::new(),
        excluded: 0,
        guard: Guard::new(&options.limits),
        texts,
        next_report: REPORT_EVERY,
        progress,
    };
    let plan = plan.as_ref();
    #[cfg(not(target_arch = "wasm32"))]
    let ended = match plan {
        Some(plan) if options.threads > 1 && !lines.one_by_one() => {
            super::threads::run(&mut main, &mut cutter, (order, &mut lines), plan)
        }
        _ => one_thread(&mut main, &mut cutter, (order, &mut lines), plan),
    };
    #[cfg(target_arch = "wasm32")]
    let ended = one_thread(&mut main, &mut cutter, (order, &mut lines), plan);
    let Main { tally, excluded, .. } = main;
    // What was added before an error may be more than allowed: that came first.
    tally.within_limit()?;
    ended?;
    let rows = (ledger.rows(), ledger.skipped().saturating_add(excluded));
    let reading = reading(&ledger, options);
    answer(catalog, options, tally, rows, reading)
}

/// What belongs to the thread that reads the file.
pub(super) struct Main<'m, 'p, 't> {
    pub(super) catalog: &'m Catalog,
    pub(super) options: &'m Options,
    pub(super) rows: &'m Rows,
    pub(super) tally: Tally,
    resolver: Resolver<'m>,
    record: Record,
    masses: Vec<(u16, Gas, Mass)>,
    excluded: u64,
    guard: Guard,
    texts: Option<Texts<'t>>,
    next_report: u64,
    progress: &'m mut Tell<'p>,
}

impl<'t> Main<'_, '_, 't> {
    /// The writers of lines, of which each thread has its own.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn writers(&self) -> &'t [&'t dyn WriteLine] {
        self.texts.as_ref().map_or(&[], Texts::writers)
    }

    /// Takes what became of a block, and its texts; blocks come in their order.
    pub(super) fn take(&mut self, mut done: Done, texts: &mut [String]) -> Result<(), Error> {
        self.excluded = self.excluded.saturating_add(done.excluded);
        let twice = done.documents.compare(&mut self.guard, self.rows);
        if !twice.is_empty() {
            // Behind all else that is said of the same row.
            done.findings.extend(twice);
            done.findings.sort_by_key(|(row, _)| *row);
        }
        done.findings.into_iter().for_each(|(_, finding)| self.tally.find(finding));
        self.texts.as_mut().map_or(Ok(()), |taker| taker.take(texts))
    }

    /// Reads one row by itself; false at the end of the file.
    pub(super) fn row<R: Read>(
        &mut self,
        cutter: &mut Cutter<'_, R>,
        order: &mut Order,
        lines: &mut Lines<'_, '_>,
    ) -> Result<bool, Error> {
        let (tally, offset) = (&mut self.tally, self.options.row_offset);
        let read = cutter.row((self.rows, order), &mut self.record, &mut |finding| {
            tally.find(shifted(finding, FIRST, offset));
        })?;
        match read {
            None => return Ok(false),
            Some(false) => return Ok(true),
            Some(true) => {}
        }
        let row = self.record.row().saturating_add(offset);
        let counted = count(
            &mut self.resolver,
            (&self.record, row),
            &mut self.masses,
            &|record, field| self.rows.position(record, field),
            &mut |finding| tally.find(finding),
        );
        match counted {
            Counted::Line(resolved) => {
                let own = self.masses.iter().map(|(_, _, mass)| *mass);
                if let Some(error) = self.guard.see(&self.record, row, &resolved, own)? {
                    let position = Position { row, ..self.rows.position(&self.record, Field::Evidence) };
                    tally.find(twice(&error, position, self.record.get(Field::Evidence)));
                }
                worked_out(lines, (&self.record, row), &resolved, self.catalog, &self.masses)?;
                tally.add(self.catalog, &self.record, row, &resolved, &self.masses)?;
                if let Some(taker) = &mut self.texts {
                    taker.take(&mut lines.texts)?;
                }
            }
            Counted::Excluded => self.excluded = self.excluded.saturating_add(1),
        }
        Ok(true)
    }

    /// Tells how far the run is, now and then and at the end.
    pub(super) fn tell(&mut self, rows: u64, bytes: u64, last: bool) -> Result<(), Error> {
        if rows < self.next_report && !last {
            return Ok(());
        }
        self.next_report = rows.saturating_add(REPORT_EVERY);
        match (self.progress)(Progress { rows, bytes }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Error::new(Code::Io, "the run was stopped by its caller")),
        }
    }
}

fn one_thread<R: Read>(
    main: &mut Main<'_, '_, '_>,
    cutter: &mut Cutter<'_, R>,
    (order, lines): (&mut Order, &mut Lines<'_, '_>),
    plan: Option<&Plan>,
) -> Result<(), Error> {
    let given = (main.catalog, main.options, main.rows);
    let mut worker = plan.map(|plan| Worker::new(given, plan, lines.wanted()));
    let mut block = Block::default();
    let mut go = || loop {
        let more = match worker.as_mut().filter(|_| cutter.block(main.options.block_bytes, &mut block)) {
            Some(worker) => {
                worker.read(&block);
                let seen = worker.see(&block, order);
                main.take(worker.add(&block, lines)?, &mut lines.texts)?;
                seen.map(|()| true)?
            }
            None => main.row(cutter, order, lines)?,
        };
        main.tell(order.rows(), cutter.bytes(), !more)?;
        if !more {
            return Ok(());
        }
    };
    let ended: Result<(), Error> = go();
    if let Some(worker) = worker {
        main.tally.absorb(&worker.finish()?)?;
    }
    ended
}
