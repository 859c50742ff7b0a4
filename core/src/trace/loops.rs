//! Periods that feed themselves: solved in fractions, then shared out in whole units.

use num_bigint::{BigInt, Sign};

use super::content::{Content, overflow};
use super::evaluate::Evaluation;
use super::links::{Edge, NONE, NodeKind, Way};
use crate::error::{Code, Error, Severity};
use crate::number::eliminate;

/// An edge within a loop, with the places of its ends.
type Inner = (usize, usize, Edge);
/// An edge that leaves a loop, with the place where it begins.
type Exit = (usize, Edge);

/// Shares of labels at a node of a loop: whole numbers over a common one.
struct Shares {
    above: Vec<BigInt>,
    below: BigInt,
}

impl Evaluation<'_> {
    /// Solves a loop and leads on what leaves it.
    ///
    /// # Method
    /// M-175: (I − R) x = b in fractions, each node once rounded by largest remainder; what leaves adds up to what came in.
    pub(super) fn solve_loop(&mut self, around: &[u32]) -> Result<(), Error> {
        let place = |node: u32| around.binary_search(&node).ok();
        let mut inner: Vec<Inner> = Vec::new();
        let mut exits: Vec<Exit> = Vec::new();
        let (mut came, mut total) = (Vec::new(), Vec::new());
        let mut open = false;
        for (at, node) in around.iter().enumerate() {
            let inflow = self.inflows.get_mut(super::at(*node)).map(core::mem::take).unwrap_or_default();
            let about = self.book.links.nodes.get(super::at(*node)).copied();
            let run = about.filter(|about| about.kind == NodeKind::Run);
            let run = run.and_then(|about| self.book.runs.get(super::at(about.key)).copied());
            open |= inflow.open || !inflow.by_item.is_empty() || run.is_some_and(|run| run.open);
            let mut content = inflow.content;
            for (_, part) in &inflow.by_item {
                content.add(part)?;
            }
            let carbon =
                content.carbon().checked_add(run.map_or(0, |run| run.carbon)).ok_or_else(overflow)?;
            content.set_carbon(carbon, content.carbon_is_complete());
            total.push(content.quantity());
            came.push(content);
            for number in self.outputs.of(*node) {
                let Some(edge) = self.book.links.get(*number).filter(|edge| edge.way != Way::Possible) else {
                    continue;
                };
                open |= edge.way != Way::Exact;
                match place(edge.to) {
                    Some(to) => inner.push((at, to, edge)),
                    None => exits.push((at, edge)),
                }
            }
        }
        for (_, to, edge) in &inner {
            if let Some(total) = total.get_mut(*to) {
                *total = total.checked_add(edge.amount).ok_or_else(overflow)?;
            }
        }
        let solved = if open || around.len() > self.loop_nodes {
            if !open {
                self.tell(Code::LimitExceeded, Severity::Error, around.first().copied().unwrap_or(NONE), 0);
            }
            None
        } else {
            let solved = shares(&came, &total, &inner);
            if solved.is_none() {
                self.tell(
                    Code::NoExternalSource,
                    Severity::Error,
                    around.first().copied().unwrap_or(NONE),
                    0,
                );
            }
            solved
        };
        match solved {
            Some((labels, shares)) => {
                self.share_out(around, (&labels, &shares), (&came, &total), (&inner, &exits))
            }
            None => self.give_up(around, &came, &total, &exits),
        }
    }

    /// What a loop is made of cannot be said: it is unknown, and what came in is booked as such.
    fn give_up(
        &mut self,
        around: &[u32],
        came: &[Content],
        total: &[i128],
        exits: &[Exit],
    ) -> Result<(), Error> {
        for content in came {
            let mut plain = content.clone();
            plain.set_carbon(0, true);
            self.contents.ends.open.add(&plain)?;
            let ends = &mut self.contents.ends;
            ends.unallocated = ends.unallocated.checked_add(content.carbon()).ok_or_else(overflow)?;
        }
        for (node, total) in around.iter().zip(total) {
            self.keep(*node, Some(Content::of(self.unknown, *total, None)))?;
        }
        for (_, edge) in exits {
            let part = if edge.way == Way::Exact { edge.amount } else { 0 };
            let nowhere = &mut self.contents.ends.from_nowhere;
            *nowhere = nowhere.checked_add(part).ok_or_else(overflow)?;
            self.give(edge, Content::of(self.unknown, part, None))?;
        }
        Ok(())
    }

    fn share_out(
        &mut self,
        around: &[u32],
        (labels, shares): (&[u32], &[Shares]),
        (came, total): (&[Content], &[i128]),
        (inner, exits): (&[Inner], &[Exit]),
    ) -> Result<(), Error> {
        let complete = came.iter().all(Content::carbon_is_complete);
        // Of each label there is what came in; of carbon what came in and what the runs of the loop added.
        let mut pool = Content::default();
        for content in came {
            pool.add(content)?;
        }
        let carbon = pool.carbon();
        let (weights, own) = self.carbon_weights(around, came, total, (inner, exits))?;
        for (((node, shares), total), own) in around.iter().zip(shares).zip(total).zip(own) {
            let units = largest_remainder(*total, &shares.above, &shares.below)?;
            let mut content = Content::default();
            for (label, units) in labels.iter().zip(units) {
                content.add(&Content::of(*label, units, Some(0)))?;
            }
            content.set_carbon(own, complete);
            self.keep(*node, Some(content))?;
        }
        // What stays in a node is the last that leaves it.
        let stays = |at: usize| {
            let all = inner.iter().map(|(from, _, edge)| (*from, edge.amount));
            let out = all.chain(exits.iter().map(|(from, edge)| (*from, edge.amount)));
            let out =
                out.filter(|(from, _)| *from == at).fold(0i128, |sum, (_, units)| sum.saturating_add(units));
            total.get(at).map_or(0, |total| total.saturating_sub(out).max(0))
        };
        let mut leaving: Vec<(usize, i128, Option<Edge>)> =
            exits.iter().map(|(at, edge)| (*at, edge.amount, Some(*edge))).collect();
        leaving.extend((0..around.len()).map(|at| (at, stays(at), None)));
        let sum = weights.iter().fold(BigInt::ZERO, |sum, weight| sum + weight);
        if sum.sign() == Sign::NoSign {
            let ends = &mut self.contents.ends;
            ends.unallocated = ends.unallocated.checked_add(carbon).ok_or_else(overflow)?;
        }
        let carbons = largest_remainder(carbon, &weights, &sum)?;
        for ((at, units, edge), carbon) in leaving.into_iter().zip(carbons) {
            let Some(shares) = shares.get(at) else { continue };
            let wanted = largest_remainder(units, &shares.above, &shares.below)?;
            let mut part = pool.take_of(labels.iter().copied().zip(wanted), units)?;
            part.set_carbon(carbon, complete);
            match edge {
                Some(edge) => self.give(&edge, part)?,
                None => {
                    let run = around.get(at).is_some_and(|node| self.book.links.kind(*node) == NodeKind::Run);
                    let ends = &mut self.contents.ends;
                    if run { ends.lost.add(&part)? } else { ends.in_stock.add(&part)? }
                }
            }
        }
        Ok(())
    }

    /// How much of the carbon of a loop leaves with each exit and stays with each node, as weights; and what flows through each node.
    fn carbon_weights(
        &mut self,
        around: &[u32],
        came: &[Content],
        total: &[i128],
        (inner, exits): (&[Inner], &[Exit]),
    ) -> Result<(Vec<BigInt>, Vec<i128>), Error> {
        // Over what the carbon of a node is shared: a stock over all of it, a run over its outputs alone.
        let out = |at: usize| {
            let all = inner.iter().map(|(from, _, edge)| (*from, edge.amount));
            let all = all.chain(exits.iter().map(|(from, edge)| (*from, edge.amount)));
            all.filter(|(from, _)| *from == at).fold(0i128, |sum, (_, units)| sum.saturating_add(units))
        };
        let over: Vec<i128> = around
            .iter()
            .enumerate()
            .map(|(at, node)| match self.book.links.kind(*node) {
                NodeKind::Run => out(at),
                _ => total.get(at).copied().unwrap_or(0),
            })
            .collect();
        // Unknown: carbon of a node for each of the units over which it is shared.
        let size = around.len();
        let mut rows: Vec<Vec<BigInt>> = Vec::with_capacity(size);
        for (at, content) in came.iter().enumerate() {
            let mut row = vec![BigInt::ZERO; size.saturating_add(1)];
            if let Some(own) = row.get_mut(at) {
                *own = BigInt::from(over.get(at).copied().unwrap_or(0));
            }
            for (from, _, edge) in inner.iter().filter(|(_, to, _)| *to == at) {
                if let Some(value) = row.get_mut(*from) {
                    *value -= BigInt::from(edge.amount);
                }
            }
            if let Some(right) = row.last_mut() {
                *right = BigInt::from(content.carbon());
            }
            rows.push(row);
        }
        let places = exits.len().saturating_add(size);
        if !eliminate(&mut rows, size) {
            return Ok((vec![BigInt::ZERO; places], vec![0; size]));
        }
        // All diagonals are equal after the elimination, up to their sign: the right sides are the weights.
        let each: Vec<BigInt> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let value = row.last().cloned().unwrap_or(BigInt::ZERO);
                let negative = row.get(at).is_some_and(|own| own.sign() == Sign::Minus);
                if negative { -value } else { value }
            })
            .collect();
        let weight =
            |at: usize, units: i128| each.get(at).map_or(BigInt::ZERO, |each| each * BigInt::from(units));
        let mut weights: Vec<BigInt> = exits.iter().map(|(at, edge)| weight(*at, edge.amount)).collect();
        for (at, over) in over.iter().enumerate() {
            let stays = over.saturating_sub(out(at)).max(0);
            weights.push(weight(at, stays));
        }
        // The carbon of a node itself, to the nearest milligram.
        let mut own = Vec::with_capacity(size);
        for (at, (row, over)) in rows.iter().zip(&over).enumerate() {
            let below = row.get(at).map_or(BigInt::from(1), |own| BigInt::from(own.magnitude().clone()));
            let twice = weight(at, *over) * 2 + &below;
            let rounded = twice / (below * 2);
            own.push(i128::try_from(rounded).map_err(|_| overflow())?);
        }
        Ok((weights, own))
    }
}

/// Shares of the labels at every node of a loop; `None` if nothing comes in from outside.
fn shares(came: &[Content], total: &[i128], inner: &[Inner]) -> Option<(Vec<u32>, Vec<Shares>)> {
    let mut labels: Vec<u32> = came.iter().flat_map(Content::parts).map(|(label, _)| *label).collect();
    labels.sort_unstable();
    labels.dedup();
    let size = came.len();
    if labels.is_empty() {
        return None;
    }
    let mut rows: Vec<Vec<BigInt>> = Vec::with_capacity(size);
    for (at, content) in came.iter().enumerate() {
        let mut row = vec![BigInt::ZERO; size];
        if let Some(own) = row.get_mut(at) {
            *own = BigInt::from(total.get(at).copied()?);
        }
        for (from, _, edge) in inner.iter().filter(|(_, to, _)| *to == at) {
            if let Some(value) = row.get_mut(*from) {
                *value -= BigInt::from(edge.amount);
            }
        }
        for label in &labels {
            let units = content.parts().binary_search_by_key(label, |(known, _)| *known);
            let units = units.ok().and_then(|at| content.parts().get(at)).map_or(0, |(_, units)| *units);
            row.push(BigInt::from(units));
        }
        rows.push(row);
    }
    if !eliminate(&mut rows, size) {
        return None;
    }
    let shares = rows.into_iter().enumerate().map(|(at, mut row)| {
        let mut above = row.split_off(size);
        let mut below = row.get(at).cloned().unwrap_or(BigInt::ZERO);
        if below.sign() == Sign::Minus {
            below = -below;
            above = above.into_iter().map(|value| -value).collect();
        }
        Shares { above, below }
    });
    Some((labels, shares.collect()))
}

/// Shares a whole number out by weights over their sum; a negative one as its positive twin. Ties go to the earlier.
fn largest_remainder(total: i128, weights: &[BigInt], sum: &BigInt) -> Result<Vec<i128>, Error> {
    if sum.sign() == Sign::NoSign {
        return Ok(vec![0; weights.len()]);
    }
    let size = BigInt::from(total.unsigned_abs());
    let mut parts = Vec::with_capacity(weights.len());
    let mut left = size.clone();
    for weight in weights {
        let product = &size * weight;
        let (part, rest) = (&product / sum, &product % sum);
        left -= &part;
        parts.push((part, rest));
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| parts.get(*b).map(|part| &part.1).cmp(&parts.get(*a).map(|part| &part.1)));
    let most = usize::try_from(&left).unwrap_or(0);
    for at in order.into_iter().take(most) {
        if let Some((part, _)) = parts.get_mut(at) {
            *part += 1;
        }
    }
    let whole = |part: BigInt| {
        let part = i128::try_from(part).map_err(|_| overflow())?;
        Ok(if total < 0 { part.wrapping_neg() } else { part })
    };
    parts.into_iter().map(|(part, _)| whole(part)).collect()
}
