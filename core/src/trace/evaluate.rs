//! What each node is made of: every node once, after all that flows into it.

use super::book::{Book, Gap};
use super::choices::Rule;
use super::content::{Content, overflow};
use super::links::{ByEnd, Edge, NONE, NOWHERE, Node, NodeKind, Way};
use super::tally::Tally;
use crate::error::{Code, Error, Severity};
use crate::limits::Limits;
use crate::number::{Ratio, apportion};

/// What flows into a node before it is looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Inflow {
    pub(super) content: Content,
    /// What came of which item, where a composition is declared.
    pub(super) by_item: Vec<(u32, Content)>,
    /// Something came in of which nobody knows how much.
    pub(super) open: bool,
}

/// Where quantities are at the end: nothing is lost between them, which tests hold against what came in.
#[derive(Clone, Debug, Default)]
pub(super) struct Ends {
    pub(super) in_stock: Tally,
    pub(super) gone: Tally,
    pub(super) lost: Tally,
    pub(super) in_process: Tally,
    /// In lots of which nobody knows how much they are.
    pub(super) open: Tally,
    /// Carbon of runs whose allocation is not declared.
    pub(super) unallocated: i128,
    /// Base units that came from nowhere while contents were worked out.
    pub(super) from_nowhere: i128,
}

/// Contents of all nodes.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    /// By node: as it was when everything had come in; `None` = nobody knows how much it is.
    pub(super) nodes: Vec<Option<Content>>,
    /// The node of each label; `NOWHERE` is that of what is unknown.
    pub(super) labels: Vec<u32>,
    pub(super) ends: Ends,
}

pub(super) struct Evaluation<'b> {
    pub(super) book: &'b Book,
    pub(super) inputs: &'b ByEnd,
    pub(super) outputs: &'b ByEnd,
    pub(super) inflows: Vec<Inflow>,
    pub(super) contents: Contents,
    label_of: Vec<u32>,
    pub(super) unknown: u32,
    entries: usize,
    most: usize,
    pub(super) loop_nodes: usize,
    gaps: Vec<Gap>,
    /// Loops in the order in which they can be solved, once something goes in circles.
    loops: Option<std::vec::IntoIter<Vec<u32>>>,
    focus: bool,
}

/// Works out what every node is made of; with a focus, how much of the nodes in focus is in every node.
///
/// # Method
/// M-170 to M-176.
///
/// # Errors
/// `OVERFLOW`, `LIMIT_EXCEEDED`.
pub(super) fn evaluate(
    book: &Book,
    (inputs, outputs): (&ByEnd, &ByEnd),
    limits: &Limits,
    focus: &[u32],
) -> Result<(Contents, Vec<Gap>), Error> {
    let nodes = book.links.nodes.len();
    let (labels, label_of) = if focus.is_empty() { labels(book) } else { focused(book, focus) };
    let unknown = label_of.first().copied().unwrap_or(0);
    let mut evaluation = Evaluation {
        inputs,
        outputs,
        inflows: vec![Inflow::default(); nodes],
        contents: Contents { nodes: vec![None; nodes], labels, ends: Ends::default() },
        label_of,
        unknown,
        entries: 0,
        most: limits.trace_parts,
        loop_nodes: limits.loop_processes,
        gaps: Vec::new(),
        loops: None,
        focus: !focus.is_empty(),
        book,
    };
    evaluation.run()?;
    let Evaluation { contents, mut gaps, .. } = evaluation;
    gaps.sort_unstable();
    Ok((contents, gaps))
}

/// Label of what is in focus, where only that is asked for; everything else is `REST`.
pub(super) const FOCUS: u32 = 1;
const REST: u32 = 2;

/// Labels where all that is asked is how much of some nodes is in others.
fn focused(book: &Book, focus: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut label_of = vec![REST; book.links.nodes.len()];
    for node in focus {
        if let Some(slot) = label_of.get_mut(super::at(*node)) {
            *slot = FOCUS;
        }
    }
    if let Some(nowhere) = label_of.first_mut() {
        *nowhere = 0;
    }
    (vec![NOWHERE], label_of)
}

/// Labels in the order of their texts, and the label of each node. What is unknown is a label among them.
fn labels(book: &Book) -> (Vec<u32>, Vec<u32>) {
    let links = &book.links;
    let text = |number| book.movements.text(number);
    let key = |node: &u32| {
        let record = links.nodes.get(super::at(*node)).and_then(|node| book.record(node.record));
        let Some(record) = record.filter(|_| *node != NOWHERE) else {
            return ["UNKNOWN", "", "", "", "", "", "", ""].map(str::to_owned);
        };
        let about = book.movements.about(&record);
        let words = [
            record.lot,
            record.item,
            record.store,
            about.country,
            about.party,
            about.heat,
            about.document,
            about.plot,
        ];
        words.map(|number| text(number).to_owned())
    };
    let mut labels: Vec<u32> = vec![NOWHERE];
    let sources = (0u32..).zip(&links.nodes).filter(|(_, node)| node.kind == NodeKind::Source);
    labels.extend(sources.map(|(number, _)| number));
    let time = |node: &u32| {
        let record = links.nodes.get(super::at(*node)).and_then(|node| book.record(node.record));
        record.map_or((0, 0, 0), |record| {
            (record.time, record.quantity.unwrap_or(0), record.carbon.unwrap_or(0))
        })
    };
    labels.sort_by_cached_key(|node| (key(node), time(node), *node));
    let mut label_of = vec![NONE; links.nodes.len()];
    for (label, node) in (0u32..).zip(&labels) {
        if let Some(slot) = label_of.get_mut(super::at(*node)) {
            *slot = label;
        }
    }
    (labels, label_of)
}

impl Evaluation<'_> {
    fn run(&mut self) -> Result<(), Error> {
        let links = &self.book.links;
        let mut waits = vec![0u32; links.nodes.len()];
        for edge in links.edges().filter(|edge| edge.way != Way::Possible && edge.from != NOWHERE) {
            if let Some(count) = waits.get_mut(super::at(edge.to)) {
                *count = count.saturating_add(1);
            }
        }
        for number in self.outputs.of(NOWHERE).to_vec() {
            if let Some(edge) = self.book.links.get(number) {
                let content = Content::of(self.unknown, edge.amount, None);
                self.give(&edge, content)?;
            }
        }
        let mut ready: Vec<u32> = (1u32..)
            .zip(waits.iter().skip(1))
            .filter(|(_, count)| **count == 0)
            .map(|(node, _)| node)
            .collect();
        ready.reverse();
        let mut done = super::reach::Set::new(waits.len());
        done.insert(NOWHERE);
        loop {
            while let Some(node) = ready.pop() {
                done.insert(node);
                self.node(node)?;
                self.release(node, &mut waits, &mut ready, &done);
            }
            // What is left goes in circles, or waits for one.
            let loops = match self.loops.take() {
                Some(loops) => loops,
                None => super::circles::circles(&self.book.links, self.inputs, &done).into_iter(),
            };
            let around = self.loops.insert(loops).next();
            let Some(around) = around else { return Ok(()) };
            for node in &around {
                done.insert(*node);
            }
            self.solve_loop(&around)?;
            for node in &around {
                self.release(*node, &mut waits, &mut ready, &done);
            }
        }
    }

    /// Counts down what waits for a node that is done.
    fn release(&self, node: u32, waits: &mut [u32], ready: &mut Vec<u32>, done: &super::reach::Set) {
        for number in self.outputs.of(node) {
            let Some(edge) = self.book.links.get(*number).filter(|edge| edge.way != Way::Possible) else {
                continue;
            };
            if let Some(count) = waits.get_mut(super::at(edge.to)).filter(|_| !done.has(edge.to)) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    ready.push(edge.to);
                }
            }
        }
    }

    pub(super) fn tell(&mut self, code: Code, severity: Severity, node: u32, amount: i128) {
        let record = self.book.links.nodes.get(super::at(node)).map_or(NONE, |node| node.record);
        self.gaps.push(Gap { record, code, severity, node, amount });
    }

    /// Leads a content along an edge.
    pub(super) fn give(&mut self, edge: &Edge, content: Content) -> Result<(), Error> {
        let composed = self.composition(edge.to).is_some();
        let item = self.book.record(edge.record).map_or(0, |record| record.item);
        let Some(inflow) = self.inflows.get_mut(super::at(edge.to)) else { return Ok(()) };
        match edge.way {
            Way::Exact if composed => inflow.by_item.push((item, content)),
            Way::Exact => inflow.content.add(&content)?,
            Way::Foreign => {
                inflow.open = true;
                let carbon = inflow.content.carbon().checked_add(content.carbon()).ok_or_else(overflow)?;
                let complete = inflow.content.carbon_is_complete() && content.carbon_is_complete();
                inflow.content.set_carbon(carbon, complete);
                let mut open = content;
                open.set_carbon(0, true);
                self.contents.ends.open.add(&open)?;
            }
            Way::Unknown => {
                inflow.open = true;
                inflow.content.set_carbon(inflow.content.carbon(), false);
            }
            Way::Possible => {}
        }
        Ok(())
    }

    /// The rule of a run that says which input ends in which output.
    fn composition(&self, node: u32) -> Option<&Rule> {
        self.rule(node).filter(|rule| !rule.composition.is_empty())
    }

    fn rule(&self, node: u32) -> Option<&Rule> {
        let node = self.book.links.nodes.get(super::at(node)).filter(|node| node.kind == NodeKind::Run)?;
        let run = self.book.runs.get(super::at(node.key))?;
        let rules = &self.book.choices.rules;
        rules.get(self.book.movements.text(run.process)).or_else(|| rules.get(""))
    }

    fn node(&mut self, node: u32) -> Result<(), Error> {
        let Some(about) = self.book.links.nodes.get(super::at(node)).copied() else { return Ok(()) };
        let inflow = self.inflows.get_mut(super::at(node)).map(core::mem::take).unwrap_or_default();
        match about.kind {
            NodeKind::Nowhere | NodeKind::Container => Ok(()),
            NodeKind::Source => {
                let record = self.book.record(about.record);
                let label = self.label_of.get(super::at(node)).copied().unwrap_or(self.unknown);
                let content = record.and_then(|record| {
                    record.quantity.map(|quantity| Content::of(label, quantity, record.carbon))
                });
                self.stock(node, content)
            }
            NodeKind::Stock => {
                let content = self.known(inflow)?;
                self.stock(node, content)
            }
            NodeKind::Sink => {
                let content = self.known(inflow)?;
                if let Some(content) = &content {
                    self.contents.ends.gone.add(content)?;
                }
                self.keep(node, content)
            }
            NodeKind::Run => self.transform(node, &about, inflow),
        }
    }

    /// A mixture with something of unknown quantity in it is of unknown quantity.
    fn known(&mut self, inflow: Inflow) -> Result<Option<Content>, Error> {
        if !inflow.open {
            return Ok(Some(inflow.content));
        }
        self.contents.ends.open.add(&inflow.content)?;
        Ok(None)
    }

    /// Remembers a content, within bounds.
    pub(super) fn keep(&mut self, node: u32, content: Option<Content>) -> Result<(), Error> {
        let parts = content.as_ref().map_or(0, |content| content.parts().len());
        self.entries = self.entries.saturating_add(parts);
        if self.entries > self.most {
            let message = format!("lots are made of more than {} parts together", self.most);
            return Err(Error::new(Code::LimitExceeded, message)
                .with_help("trace a shorter period, or raise the limit `trace_parts` if memory allows"));
        }
        if let Some(slot) = self.contents.nodes.get_mut(super::at(node)) {
            *slot = content;
        }
        Ok(())
    }

    /// A version of a lot: everything is taken from it in the order of the records.
    fn stock(&mut self, node: u32, content: Option<Content>) -> Result<(), Error> {
        let mine = self.focus && self.label_of.get(super::at(node)) == Some(&FOCUS);
        let content = match content {
            Some(content) if mine => Some(Content::of(FOCUS, content.quantity(), Some(0))),
            content => content,
        };
        self.keep(node, content.clone())?;
        let mut left = content;
        for number in self.outputs.of(node).to_vec() {
            let Some(edge) = self.book.links.get(number) else { continue };
            let part = self.part(&mut left, &edge)?;
            self.give(&edge, part)?;
        }
        if let Some(left) = left {
            self.contents.ends.in_stock.add(&left)?;
        }
        Ok(())
    }

    /// What goes along an edge out of a content.
    fn part(&mut self, left: &mut Option<Content>, edge: &Edge) -> Result<Content, Error> {
        match (left, edge.way) {
            (_, Way::Unknown | Way::Possible) => Ok(Content::default()),
            (Some(left), _) => left.take(edge.amount),
            (None, _) => {
                let nowhere = &mut self.contents.ends.from_nowhere;
                *nowhere = nowhere.checked_add(edge.amount).ok_or_else(overflow)?;
                Ok(Content::of(self.unknown, edge.amount, None))
            }
        }
    }

    /// A run: what went in comes out in the shares of the whole, or as a declared composition says.
    fn transform(&mut self, node: u32, about: &Node, mut inflow: Inflow) -> Result<(), Error> {
        let Some(run) = self.book.runs.get(super::at(about.key)).copied() else { return Ok(()) };
        let mut carbon = inflow.content.carbon();
        let mut complete = inflow.content.carbon_is_complete();
        for (_, content) in &inflow.by_item {
            carbon = carbon.checked_add(content.carbon()).ok_or_else(overflow)?;
            complete &= content.carbon_is_complete();
        }
        carbon = carbon.checked_add(run.carbon).ok_or_else(overflow)?;
        let edges: Vec<Edge> =
            self.outputs.of(node).iter().filter_map(|number| self.book.links.get(*number)).collect();
        let mut whole = inflow.content.clone();
        for (_, content) in &inflow.by_item {
            whole.add(content)?;
        }
        whole.set_carbon(carbon, complete);
        if run.open {
            // Nobody can say how much of what is known is in it: it counts as unknown.
            self.contents.ends.open.add(&without_carbon(&whole))?;
            let given = given(&edges)?.checked_add(run.lost).ok_or_else(overflow)?;
            let nowhere = &mut self.contents.ends.from_nowhere;
            *nowhere = nowhere.checked_add(given).ok_or_else(overflow)?;
            inflow.content = Content::of(self.unknown, given, None);
            inflow.by_item.clear();
            whole = inflow.content.clone();
            whole.set_carbon(carbon, false);
        }
        self.keep(node, Some(whole))?;
        if edges.is_empty() {
            let mut left = inflow.content;
            for (_, content) in &inflow.by_item {
                left.add(content)?;
            }
            left.set_carbon(carbon, complete);
            return self.contents.ends.in_process.add(&left);
        }
        let shares = self.carbon_shares(node, carbon, &edges)?;
        let (parts, lost) = match inflow.by_item.is_empty() {
            true => homogeneous(inflow.content, &edges)?,
            false => match self.composed(node, &inflow, &edges)? {
                Some(parts) => parts,
                None => self.not_composed(node, &inflow, &edges)?,
            },
        };
        let mut allocated: i128 = 0;
        for ((edge, mut part), share) in edges.iter().zip(parts).zip(shares) {
            match share {
                Some(share) => {
                    part.set_carbon(share, complete && !run.open_outputs);
                    allocated = allocated.checked_add(share).ok_or_else(overflow)?;
                }
                None => part.set_carbon(0, false),
            }
            self.give(edge, part)?;
        }
        let left = carbon.checked_sub(allocated).ok_or_else(overflow)?;
        let ends = &mut self.contents.ends;
        ends.unallocated = ends.unallocated.checked_add(left).ok_or_else(overflow)?;
        let bucket = if run.open_outputs { &mut ends.open } else { &mut ends.lost };
        bucket.add(&without_carbon(&lost))
    }

    /// The carbon of each output by the declared allocation; `None` where nothing is declared.
    ///
    /// # Method
    /// M-174: the weight of an output is its quantity times what its item weighs.
    pub(super) fn carbon_shares(
        &mut self,
        node: u32,
        carbon: i128,
        edges: &[Edge],
    ) -> Result<Vec<Option<i128>>, Error> {
        let rule = self.rule(node);
        let items: Vec<&str> = edges
            .iter()
            .map(|edge| {
                self.book.record(edge.record).map_or("", |record| self.book.movements.text(record.item))
            })
            .collect();
        let one = items.iter().all(|item| Some(item) == items.first());
        let weight = |item: &str| match rule {
            _ if one => Some(Ratio::ONE),
            Some(rule) => rule.weights.get(item).copied().or(rule.other),
            None => None,
        };
        let mut weights = Vec::with_capacity(edges.len());
        for (edge, item) in edges.iter().zip(&items) {
            let Some(weight) = weight(item) else {
                let nothing = vec![None; edges.len()];
                self.tell(Code::AllocationMissing, Severity::Error, node, carbon);
                return Ok(nothing);
            };
            let units = if edge.way == Way::Exact { edge.amount } else { 0 };
            weights.push(Ratio::new(units, 1)?.try_mul(weight)?);
        }
        let counted = edges.iter().all(|edge| matches!(edge.way, Way::Exact | Way::Possible));
        if !counted || weights.iter().all(|weight| weight.is_zero()) {
            return Ok(vec![None; edges.len()]);
        }
        Ok(apportion(carbon, &weights)?.into_iter().map(Some).collect())
    }

    /// Outputs as the declared composition says; `None` if it does not fit the quantities.
    ///
    /// # Method
    /// M-173: each input is shared over outputs and loss by its shares, then every output takes from what it got.
    fn composed(
        &self,
        node: u32,
        inflow: &Inflow,
        edges: &[Edge],
    ) -> Result<Option<(Vec<Content>, Content)>, Error> {
        let Some(rule) = self.composition(node) else { return Ok(None) };
        let item_of = |edge: &Edge| self.book.record(edge.record).map_or(0, |record| record.item);
        let mut items: Vec<u32> = Vec::new();
        for edge in edges {
            if !items.contains(&item_of(edge)) {
                items.push(item_of(edge));
            }
        }
        let mut pools = vec![Content::default(); items.len()];
        let mut lost = inflow.content.clone();
        let text = |item| self.book.movements.text(item);
        for (input, content) in &inflow.by_item {
            let share = |output: &u32| {
                let found = rule
                    .composition
                    .iter()
                    .find(|(from, into, _)| from == text(*input) && into == text(*output));
                found.map_or(Ratio::ZERO, |(.., share)| *share)
            };
            let mut shares: Vec<Ratio> = items.iter().map(share).collect();
            let all = shares.iter().try_fold(Ratio::ZERO, |sum, share| sum.try_add(*share))?;
            shares.push(Ratio::ONE.try_sub(all)?);
            let amounts = apportion(content.quantity(), &shares)?;
            let mut left = content.clone();
            for (pool, amount) in pools.iter_mut().zip(amounts) {
                pool.add(&left.take(amount)?)?;
            }
            lost.add(&left)?;
        }
        // Each input may be a unit off in each output.
        let units = i128::try_from(inflow.by_item.len()).unwrap_or(i128::MAX);
        let mut wanted = Vec::with_capacity(items.len());
        for (pool, item) in pools.iter_mut().zip(&items) {
            let own =
                given(&edges.iter().filter(|edge| item_of(edge) == *item).copied().collect::<Vec<_>>())?;
            let off = pool.quantity().saturating_sub(own);
            if off.saturating_abs() > units {
                return Ok(None);
            }
            if off > 0 {
                lost.add(&pool.take(off)?)?;
            }
            wanted.push(own);
        }
        for (pool, own) in pools.iter_mut().zip(wanted) {
            let short = own.saturating_sub(pool.quantity());
            if short > lost.quantity() {
                return Ok(None);
            }
            pool.add(&lost.take(short)?)?;
        }
        let mut parts = Vec::with_capacity(edges.len());
        for edge in edges {
            let pool = items.iter().position(|item| *item == item_of(edge)).and_then(|at| pools.get_mut(at));
            parts.push(match pool {
                Some(pool) if edge.way == Way::Exact => pool.take(edge.amount)?,
                _ => Content::default(),
            });
        }
        Ok(Some((parts, lost)))
    }

    /// A composition that does not fit: what is in the outputs is unknown.
    fn not_composed(
        &mut self,
        node: u32,
        inflow: &Inflow,
        edges: &[Edge],
    ) -> Result<(Vec<Content>, Content), Error> {
        self.tell(Code::CompositionUnbalanced, Severity::Error, node, 0);
        let mut lost = inflow.content.clone();
        for (_, content) in &inflow.by_item {
            lost.add(content)?;
        }
        let mut parts = Vec::new();
        for edge in edges {
            let part = if edge.way == Way::Exact { edge.amount } else { 0 };
            let nowhere = &mut self.contents.ends.from_nowhere;
            *nowhere = nowhere.checked_add(part).ok_or_else(overflow)?;
            parts.push(Content::of(self.unknown, part, None));
        }
        self.contents.ends.open.add(&without_carbon(&lost))?;
        Ok((parts, Content::default()))
    }
}

fn without_carbon(content: &Content) -> Content {
    let mut plain = content.clone();
    plain.set_carbon(0, true);
    plain
}

/// Base units of edges together.
pub(super) fn given(edges: &[Edge]) -> Result<i128, Error> {
    let exact = edges.iter().filter(|edge| edge.way == Way::Exact);
    exact.map(|edge| edge.amount).try_fold(0i128, i128::checked_add).ok_or_else(overflow)
}

/// Every output takes from the same whole, in their order; what is left is the loss.
///
/// # Method
/// M-172.
fn homogeneous(mut whole: Content, edges: &[Edge]) -> Result<(Vec<Content>, Content), Error> {
    let mut parts = Vec::with_capacity(edges.len());
    for edge in edges {
        parts.push(match edge.way {
            Way::Exact => whole.take(edge.amount)?,
            _ => Content::default(),
        });
    }
    Ok((parts, whole))
}
