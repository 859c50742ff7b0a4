//! Several threads: one reads the file, the others take its blocks.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Condvar, Mutex, PoisonError};

use super::run::Main;
use super::worker::{Done, Worker};
use crate::activity::{Block, Cutter, Order, Plan};
use crate::error::Error;
use crate::inventory::takers::Lines;
use crate::inventory::tally::Tally;

/// What must be seen in the order of the file, and whose turn it is.
struct Turn<'t> {
    order: &'t mut Order,
    next: u64,
    /// A block met an error: nothing behind it is looked at.
    ended: bool,
}

struct Shared<'t> {
    turn: Mutex<Turn<'t>>,
    changed: Condvar,
    jobs: Mutex<Receiver<Job>>,
}

impl<'t> Shared<'t> {
    /// Waits for the turn of a block, does what is to be done, and passes the turn on; `None` behind an error.
    fn in_turn<T>(
        &self,
        number: u64,
        act: impl FnOnce(&mut Order) -> Result<T, Error>,
    ) -> Option<Result<T, Error>> {
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = |turn: &mut Turn<'t>| turn.next != number;
        let mut turn = self.changed.wait_while(turn, waiting).unwrap_or_else(PoisonError::into_inner);
        let done = (!turn.ended).then(|| act(turn.order));
        turn.ended |= done.as_ref().is_none_or(Result::is_err);
        turn.next = number.saturating_add(1);
        drop(turn);
        self.changed.notify_all();
        done
    }
}

/// A block to be taken, and where to write its lines.
struct Job {
    number: u64,
    block: Block,
    texts: Vec<String>,
}

impl Job {
    fn new(writers: usize) -> Job {
        Job { number: 0, block: Block::default(), texts: vec![String::new(); writers] }
    }
}

/// What a thread says about a block: what became of it, its buffers, how many rows there were until then.
struct Report {
    job: Job,
    done: Result<Done, Error>,
    /// Why nothing behind the block may be read.
    error: Option<Error>,
    rows: u64,
}

pub(super) fn run<R: Read>(
    main: &mut Main<'_, '_, '_>,
    cutter: &mut Cutter<'_, R>,
    (order, lines): (&mut Order, &mut Lines<'_, '_>),
    plan: &Plan,
) -> Result<(), Error> {
    let (catalog, options, rows) = (main.catalog, main.options, main.rows);
    let writers = main.writers();
    let (give, take) = channel::<Job>();
    let shared = Shared {
        turn: Mutex::new(Turn { order, next: 0, ended: false }),
        changed: Condvar::new(),
        jobs: Mutex::new(take),
    };
    let shared = &shared;
    std::thread::scope(|scope| {
        let (tell, told) = channel::<Report>();
        let mut threads = Vec::new();
        for _ in 0..options.threads {
            let tell = tell.clone();
            threads.push(scope.spawn(move || {
                let lines = Lines::written(writers);
                work(shared, Worker::new((catalog, options, rows), plan, lines.wanted()), lines, &tell)
            }));
        }
        drop(tell);
        let ended = feed(main, (cutter, lines), shared, (give, told));
        for thread in threads {
            // A thread that panicked says so here.
            let tally = thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
            main.tally.absorb(&tally)?;
        }
        ended
    })
}

fn work(
    shared: &Shared<'_>,
    mut worker: Worker<'_>,
    mut lines: Lines<'_, '_>,
    tell: &Sender<Report>,
) -> Result<Tally, Error> {
    loop {
        let next = shared.jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(mut job) = next else { return worker.finish() };
        worker.read(&job.block);
        let mut rows = 0;
        let seen = shared.in_turn(job.number, |order| {
            let seen = worker.see(&job.block, order);
            rows = order.rows();
            seen
        });
        let (done, error) = match seen {
            // Behind an error nothing counts.
            None => (Ok(Done::default()), None),
            Some(seen) => (worker.add(&job.block, &mut lines), seen.err()),
        };
        // The buffers of an earlier block come back with the job; what was written now goes with it.
        core::mem::swap(&mut lines.texts, &mut job.texts);
        if tell.send(Report { job, done, error, rows }).is_err() {
            return worker.finish();
        }
    }
}

/// Reads the file and takes the reports in the order of the blocks.
fn feed<R: Read>(
    main: &mut Main<'_, '_, '_>,
    (cutter, lines): (&mut Cutter<'_, R>, &mut Lines<'_, '_>),
    shared: &Shared<'_>,
    (give, told): (Sender<Job>, Receiver<Report>),
) -> Result<(), Error> {
    let most = u64::try_from(main.options.threads).unwrap_or(1).saturating_add(2);
    let (mut given, mut taken) = (0u64, 0u64);
    let mut spare: Vec<Job> = Vec::new();
    let mut early: BTreeMap<u64, Report> = BTreeMap::new();
    loop {
        let mut job = spare.pop().unwrap_or_else(|| Job::new(main.writers().len()));
        let cut = cutter.block(main.options.block_bytes, &mut job.block);
        let wait = if cut { most.saturating_sub(1) } else { 0 };
        if cut {
            // Nobody is there to take it only after a panic, which shows when the threads are joined.
            job.number = given;
            if give.send(job).is_err() {
                return Ok(());
            }
            given = given.saturating_add(1);
        } else {
            spare.push(job);
        }
        while given.saturating_sub(taken) > wait {
            let mut report = match early.remove(&taken) {
                Some(report) => report,
                None => match told.recv() {
                    Ok(report) if report.job.number == taken => report,
                    Ok(report) => {
                        early.insert(report.job.number, report);
                        continue;
                    }
                    Err(_) => return Ok(()),
                },
            };
            taken = taken.saturating_add(1);
            main.take(report.done?, &mut report.job.texts)?;
            if let Some(error) = report.error {
                return Err(error);
            }
            main.tell(report.rows, cutter.bytes(), false)?;
            spare.push(report.job);
        }
        if !cut {
            // All blocks are done: the next row is read here, in its turn.
            let mut rows = 0;
            let read = shared.in_turn(given, |order| {
                let read = main.row(cutter, order, lines);
                rows = order.rows();
                read
            });
            given = given.saturating_add(1);
            taken = given;
            let more = read.unwrap_or(Ok(false))?;
            main.tell(rows, cutter.bytes(), !more)?;
            if !more {
                return Ok(());
            }
        }
    }
}
