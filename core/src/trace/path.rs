//! Backward and forward: what may be in a lot, what it may be in, and how much of it is known to be there.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Traced, carbon_text, day_text, is_open, not_in_trace, percents, quantity_text};
use super::content::Content;
use super::evaluate::{Contents, FOCUS, evaluate};
use super::links::{NOWHERE, NodeKind, Way};
use super::reach::Set;
use super::record::{Base, Kind};
use super::say::unit_name;
use crate::error::Error;
use crate::wire::v1;

/// Steps that an answer lists unless it is asked for more.
const MOST: u32 = 1_000;

/// What is asked about: nodes of lots with their version, or of deliveries.
struct Asked {
    nodes: Vec<u32>,
    versions: Vec<v1::TraceLot>,
}

impl Traced {
    /// What may be in a lot or delivery, and where its mass comes from.
    ///
    /// # Method
    /// M-179 (reachability) and M-178.
    ///
    /// # Errors
    /// `NOT_IN_TRACE`, `OVERFLOW`.
    pub fn back(&self, ask: &v1::TraceAsk) -> Result<v1::TracePath, Error> {
        let asked = self.asked(ask)?;
        let (found, set) = self.flow.reach.back(&asked.nodes);
        let mut path = self.path(ask, "back", asked, &found, &set)?;
        let (content, base) = self.asked_content(ask)?;
        path.carbon_kg_co2e = carbon_text(content.as_ref().map_or(0, Content::carbon));
        path.carbon_complete = content.as_ref().is_some_and(Content::carbon_is_complete);
        path.countries = self.shares(content.as_ref(), base, |about| about.country)?;
        path.suppliers = self.shares(content.as_ref(), base, |about| about.party)?;
        path.heats = self.shares(content.as_ref(), base, |about| about.heat)?;
        path.sources = self.sources(&found, content.as_ref(), base)?;
        path.possible = self.possible(&found, &set);
        Ok(path)
    }

    /// What a lot may be in, and how much of it is known to be there.
    ///
    /// # Method
    /// M-179 (reachability); quantities as in M-178, with the lot as the only label.
    ///
    /// # Errors
    /// `NOT_IN_TRACE`, `OVERFLOW`, `LIMIT_EXCEEDED`.
    pub fn forward(&self, ask: &v1::TraceAsk) -> Result<v1::TracePath, Error> {
        let asked = self.asked(ask)?;
        let (found, set) = self.flow.reach.forward(&asked.nodes);
        let nodes = asked.nodes.clone();
        let most = listed(ask);
        let mut path = self.path(ask, "forward", asked, &found, &set)?;
        let focus = self.focus(&nodes)?;
        let held = |node: u32| self.held(&focus, &nodes, node);
        let own: BTreeSet<u32> = nodes.iter().copied().collect();
        for node in found.iter().filter(|node| !own.contains(node)) {
            let kind = self.flow.book.links.kind(*node);
            let (lots, deliveries) = (path.lots.len(), path.deliveries.len());
            match kind {
                NodeKind::Source | NodeKind::Stock if lots < most => {
                    let version = self.version(*node);
                    let lot = self.lot(*node, version)?;
                    let base = self.flow.base(*node);
                    let (holds, at_most) = held(*node);
                    path.lots.push(v1::TraceHolding {
                        lot: lot.lot,
                        item: lot.item,
                        store: lot.store,
                        version,
                        date: lot.date,
                        quantity: lot.quantity,
                        unit: lot.unit,
                        holds: quantity_text(holds, base),
                        holds_at_most: at_most.map_or_else(String::new, |units| quantity_text(units, base)),
                        in_stock: lot.in_stock,
                    });
                }
                NodeKind::Sink if deliveries < most => {
                    path.deliveries.push(self.delivery(*node, held(*node)))
                }
                _ => {}
            }
        }
        path.lots.sort_by(|a, b| {
            (&a.date, &a.item, &a.lot, a.version).cmp(&(&b.date, &b.item, &b.lot, b.version))
        });
        path.deliveries.sort_by(|a, b| (&a.date, &a.document, &a.lot).cmp(&(&b.date, &b.document, &b.lot)));
        let content = self.content(&self.flow.contents, nodes.iter().copied().max().unwrap_or(NOWHERE));
        path.carbon_kg_co2e = carbon_text(content.map_or(0, Content::carbon));
        path.carbon_complete = content.is_some_and(Content::carbon_is_complete);
        Ok(path)
    }

    fn delivery(&self, node: u32, (holds, at_most): (i128, Option<i128>)) -> v1::TraceDelivery {
        let record = self.record(node);
        let base = self.flow.base(node);
        let about = record.map(|record| self.flow.book.movements.about(&record)).unwrap_or_default();
        let text = |number: Option<u32>| number.map_or_else(String::new, |number| self.text(number));
        let quantity = record.and_then(|record| record.quantity);
        v1::TraceDelivery {
            kind: record.map_or("", |record| record.kind.as_str()).into(),
            lot: self.lots_into(node),
            item: text(record.map(|record| record.item)),
            customer: self.text(about.party),
            document: self.text(about.document),
            date: record.map_or_else(String::new, |record| day_text(record.time)),
            quantity: quantity.map_or_else(String::new, |units| quantity_text(units, base)),
            unit: unit_name(base).into(),
            holds: quantity_text(holds, base),
            holds_at_most: at_most.map_or_else(String::new, |units| quantity_text(units, base)),
        }
    }

    /// The lots that a delivery is taken from.
    fn lots_into(&self, node: u32) -> String {
        let record = self.record(node);
        if let Some(record) = record.filter(|record| record.lot != 0) {
            return self.text(record.lot);
        }
        let lots: BTreeSet<&str> =
            self.flow.reach.parents(node).iter().map(|parent| self.flow.lot_text(*parent)).collect();
        lots.into_iter().filter(|lot| !lot.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn asked(&self, ask: &v1::TraceAsk) -> Result<Asked, Error> {
        let mut asked = Asked { nodes: Vec::new(), versions: Vec::new() };
        // An identifier whose GTIN is read as a code of the cards stands for that item and the lot alone.
        let one = self.same.one(&ask.lot);
        let (item, alone) = self.same.item_and_lot(&one);
        let (lot, item) = match self.flow.find(&ask.lot) {
            Some(_) => (&*ask.lot, ""),
            None if self.flow.find(&one).is_some() => (&*one, ""),
            None => (&*alone, item),
        };
        let wanted_store = self.same.one(&ask.store);
        for key in self.flow.keys(lot) {
            let Some(lot) = self.flow.book.lots.get(super::at(key)) else { continue };
            let fits =
                |wanted: &str, own: u32| wanted.is_empty() || wanted == self.flow.book.movements.text(own);
            if !fits(item, lot.item) {
                continue;
            }
            if !fits(&ask.item, lot.item) && !fits(&self.same.one(&ask.item), lot.item) {
                continue;
            }
            for (version, node) in (1u32..).zip(self.flow.versions(key)) {
                let here = [self.store_of(node), self.text(lot.store)];
                if !ask.store.is_empty() && here.iter().all(|own| *own != ask.store && *own != wanted_store) {
                    continue;
                }
                asked.nodes.push(node);
                asked.versions.push(self.lot(node, version)?);
            }
        }
        if ask.lot.is_empty() && !ask.document.is_empty() {
            asked.nodes = self.deliveries_of(&ask.document);
        }
        if asked.nodes.is_empty() {
            return Err(not_in_trace(ask));
        }
        Ok(asked)
    }

    fn deliveries_of(&self, document: &str) -> Vec<u32> {
        let Some(number) = self.flow.book.movements.names.number(document) else { return Vec::new() };
        let nodes = (0u32..).zip(&self.flow.book.links.nodes).filter(|(_, node)| node.kind == NodeKind::Sink);
        let by = |record| self.flow.book.movements.about(&record).document == number;
        nodes
            .filter(|(_, node)| self.flow.book.record(node.record).is_some_and(by))
            .map(|(node, _)| node)
            .collect()
    }

    /// What is asked about as one content: the last version of a lot, or all that left by a document.
    fn asked_content(&self, ask: &v1::TraceAsk) -> Result<(Option<Content>, Base), Error> {
        let asked = self.asked(ask)?;
        let nodes: Vec<u32> = if ask.lot.is_empty() {
            asked.nodes
        } else {
            asked.nodes.iter().copied().max().into_iter().collect()
        };
        let is_box = |node: &&u32| self.flow.book.links.kind(**node) == NodeKind::Container;
        let base = nodes.first().map_or(Base::Mass, |node| self.flow.base(*node));
        let mut sum = Content::default();
        for node in &nodes {
            if is_box(&node) {
                for parent in self.flow.reach.parents(*node) {
                    // Kilograms and pieces have no sum.
                    if self.flow.base(*parent).way() != base.way() {
                        return Ok((None, base));
                    }
                    let Some(content) = self.content(&self.flow.contents, *parent) else {
                        return Ok((None, base));
                    };
                    sum.add(content)?;
                }
                continue;
            }
            let Some(content) = self.content(&self.flow.contents, *node) else { return Ok((None, base)) };
            sum.add(content)?;
        }
        Ok((Some(sum), base))
    }

    /// Which version of its lot a node is, from 1.
    fn version(&self, node: u32) -> u32 {
        let key = self.flow.book.links.nodes.get(super::at(node)).map_or(0, |node| node.key);
        let place = self.flow.versions(key).position(|known| known == node);
        place.and_then(|place| u32::try_from(place).ok()).unwrap_or(0).saturating_add(1)
    }

    fn path(
        &self,
        ask: &v1::TraceAsk,
        direction: &str,
        asked: Asked,
        found: &[u32],
        set: &Set,
    ) -> Result<v1::TracePath, Error> {
        let back = direction == "back";
        let neighbours =
            |node: u32| if back { self.flow.reach.parents(node) } else { self.flow.reach.children(node) };
        // How far away, and the numbers of the steps that are listed.
        let mut depths: BTreeMap<u32, u32> = asked.nodes.iter().map(|node| (*node, 0)).collect();
        let listed: Vec<u32> = found.iter().copied().take(listed(ask)).collect();
        for node in &listed {
            let depth = depths.get(node).copied().unwrap_or(0).saturating_add(1);
            for other in neighbours(*node).iter().filter(|_| *node != NOWHERE) {
                depths.entry(*other).or_insert(depth);
            }
        }
        let numbers: BTreeMap<u32, u32> = listed.iter().copied().zip(1u32..).collect();
        let mut steps = Vec::with_capacity(listed.len());
        for (node, number) in listed.iter().zip(1u32..) {
            steps.push(self.step(*node, number, depths.get(node).copied().unwrap_or(0)));
        }
        let mut links: BTreeMap<(u32, u32), (Way, i128, Base)> = BTreeMap::new();
        for node in &listed {
            for edge in self.flow.inputs.of(*node).iter().filter_map(|edge| self.flow.book.links.get(*edge)) {
                let ends = numbers.get(&edge.from).zip(numbers.get(&edge.to));
                let Some((from, to)) = ends.map(|(from, to)| (*from, *to)) else { continue };
                let stock =
                    matches!(self.flow.book.links.kind(edge.from), NodeKind::Source | NodeKind::Stock);
                let base = if stock { self.flow.base(edge.from) } else { self.flow.base(edge.to) };
                let link = links.entry((from, to)).or_insert((edge.way, 0, base));
                link.1 = link.1.saturating_add(edge.amount);
                if !matches!(edge.way, Way::Exact | Way::Foreign) {
                    link.0 = edge.way;
                }
            }
        }
        let links = links.into_iter().map(|((from, to), (way, units, base))| {
            let certainty = match way {
                Way::Exact | Way::Foreign => "exact",
                Way::Unknown => "unknown",
                Way::Possible => "possible",
            };
            let quantity = if certainty == "exact" { quantity_text(units, base) } else { String::new() };
            v1::TraceLink { from, to, quantity, certainty: certainty.into() }
        });
        let gaps = self.flow.gaps.iter().filter(|gap| is_open(gap) && set.has(gap.node));
        let gaps: Vec<v1::TraceFinding> =
            gaps.take(MOST.try_into().unwrap_or(usize::MAX)).map(|gap| self.gap(gap)).collect();
        let nearest = self.nearest(&asked.nodes, back);
        let count = found.iter().filter(|node| **node != NOWHERE).count().saturating_sub(asked.nodes.len());
        Ok(v1::TracePath {
            schema: v1::TRACE_PATH_SCHEMA.into(),
            engine: env!("CARGO_PKG_VERSION").into(),
            ask: ask.clone(),
            direction: direction.into(),
            versions: asked.versions,
            nearest,
            found: u64::try_from(count).unwrap_or(u64::MAX),
            links: links.collect(),
            steps,
            gaps,
            ..v1::TracePath::default()
        })
    }

    fn step(&self, node: u32, number: u32, depth: u32) -> v1::TraceStep {
        let Some(about) = self.flow.book.links.nodes.get(super::at(node)) else {
            return v1::TraceStep::default();
        };
        let record = self.flow.book.record(about.record);
        let said = record.map(|record| self.flow.book.movements.about(&record)).unwrap_or_default();
        let base = self.flow.base(node);
        let content = self.content(&self.flow.contents, node);
        let lot = self.flow.book.lots.get(super::at(about.key));
        let run = self.flow.book.runs.get(super::at(about.key));
        let text = |number: Option<u32>| number.map_or_else(String::new, |number| self.text(number));
        let source = about.kind == NodeKind::Source;
        let (kind, name, item, store) = match about.kind {
            NodeKind::Nowhere => ("unknown", super::UNKNOWN.to_owned(), String::new(), String::new()),
            NodeKind::Run => {
                ("run", text(run.map(|run| run.name)), text(run.map(|run| run.process)), String::new())
            }
            NodeKind::Sink => {
                let lot = self.lots_into(node);
                let name = if said.document == 0 { lot } else { self.text(said.document) };
                (
                    "delivery",
                    name,
                    text(record.map(|record| record.item)),
                    if said.place == 0 {
                        text(record.map(|record| record.store))
                    } else {
                        self.store_of(node)
                    },
                )
            }
            NodeKind::Container => ("container", text(lot.map(|lot| lot.lot)), String::new(), String::new()),
            NodeKind::Source | NodeKind::Stock => (
                if source { "source" } else { "lot" },
                text(lot.map(|lot| lot.lot)),
                text(lot.map(|lot| lot.item)),
                self.store_of(node),
            ),
        };
        let party = matches!(about.kind, NodeKind::Source | NodeKind::Sink);
        v1::TraceStep {
            number,
            depth,
            kind: kind.into(),
            name,
            item,
            store,
            party: if party { self.text(said.party) } else { String::new() },
            country: if source { self.text(said.country) } else { String::new() },
            date: record.map_or_else(String::new, |record| day_text(record.time)),
            quantity: content.map_or_else(String::new, |content| quantity_text(content.quantity(), base)),
            unit: unit_name(base).into(),
        }
    }

    /// Lots one step away: through runs, containers and other versions of the same lot.
    fn nearest(&self, asked: &[u32], back: bool) -> Vec<String> {
        let own: BTreeSet<&str> = asked.iter().map(|node| self.flow.lot_text(*node)).collect();
        let mut seen: BTreeSet<u32> = asked.iter().copied().collect();
        let (mut todo, mut lots) = (asked.to_vec(), BTreeSet::new());
        while let Some(node) = todo.pop() {
            let next = if back { self.flow.reach.parents(node) } else { self.flow.reach.children(node) };
            for other in next.iter().filter(|other| **other != NOWHERE) {
                let text = self.flow.lot_text(*other);
                let through = text.is_empty()
                    || own.contains(text)
                    || self.flow.book.links.kind(*other) == NodeKind::Container;
                if !through {
                    lots.insert(text.to_owned());
                } else if seen.insert(*other) {
                    todo.push(*other);
                }
            }
        }
        lots.into_iter().collect()
    }

    fn sources(
        &self,
        found: &[u32],
        content: Option<&Content>,
        base: Base,
    ) -> Result<Vec<v1::TraceSource>, Error> {
        let mut units: BTreeMap<u32, i128> = BTreeMap::new();
        for (label, part) in content.map(Content::parts).unwrap_or_default() {
            let node = self.flow.contents.labels.get(super::at(*label)).copied().unwrap_or(NOWHERE);
            units.insert(node, *part);
        }
        for node in found {
            if *node == NOWHERE || self.flow.book.links.kind(*node) == NodeKind::Source {
                units.entry(*node).or_insert(0);
            }
        }
        let parts: Vec<i128> = units.values().copied().collect();
        let percents = percents(&parts)?;
        let mut sources = Vec::with_capacity(parts.len());
        for ((node, units), percent) in units.into_iter().zip(percents) {
            let quantity = if content.is_some() { quantity_text(units, base) } else { String::new() };
            let Some(record) = self.record(node).filter(|_| node != NOWHERE) else {
                let lot = super::UNKNOWN.into();
                sources.push(v1::TraceSource { lot, quantity, percent, ..v1::TraceSource::default() });
                continue;
            };
            let about = self.flow.book.movements.about(&record);
            sources.push(v1::TraceSource {
                lot: self.text(record.lot),
                item: self.text(record.item),
                supplier: self.text(about.party),
                country: self.text(about.country),
                heat: self.text(about.heat),
                plot: self.text(about.plot),
                document: self.text(about.document),
                date: day_text(record.time),
                file: self.files.get(super::at(record.evidence.file)).cloned().unwrap_or_default(),
                row: record.evidence.row.into(),
                quantity,
                percent,
            });
        }
        sources.sort_by(|a, b| (&a.date, &a.lot, &a.file, a.row).cmp(&(&b.date, &b.lot, &b.file, b.row)));
        Ok(sources)
    }

    fn possible(&self, found: &[u32], set: &Set) -> v1::TracePossible {
        let mut sets: [BTreeSet<u32>; 5] = Default::default();
        let mut unknown = set.has(NOWHERE);
        for node in found.iter().filter(|node| self.flow.book.links.kind(**node) == NodeKind::Source) {
            let Some(record) = self.record(*node) else { continue };
            unknown |= !matches!(record.kind, Kind::Opening | Kind::Receive);
            let about = self.flow.book.movements.about(&record);
            let [countries, suppliers, heats, plots, documents] = &mut sets;
            for (list, number) in [
                (countries, about.country),
                (suppliers, about.party),
                (heats, about.heat),
                (plots, about.plot),
                (documents, about.document),
            ] {
                list.insert(number);
            }
        }
        let texts = |numbers: &BTreeSet<u32>, tells: bool| {
            let named = numbers.iter().filter(|number| **number != 0).map(|number| self.text(*number));
            let mut texts: Vec<String> = named.collect();
            // A source that does not say its country or supplier can be of any.
            texts.extend((tells && numbers.contains(&0)).then(|| super::UNKNOWN.to_owned()));
            texts.sort_unstable();
            texts
        };
        let [countries, suppliers, heats, plots, documents] = &sets;
        v1::TracePossible {
            unknown,
            countries: texts(countries, true),
            suppliers: texts(suppliers, true),
            heats: texts(heats, false),
            plots: texts(plots, false),
            documents: texts(documents, false),
        }
    }

    /// Contents in which the asked nodes can be told apart: those that are there if all are sources.
    fn focus(&self, nodes: &[u32]) -> Result<Option<Contents>, Error> {
        if nodes.iter().all(|node| self.flow.book.links.kind(*node) == NodeKind::Source) {
            return Ok(None);
        }
        let ends = (&self.flow.inputs, &self.flow.outputs);
        Ok(Some(evaluate(&self.flow.book, ends, &self.flow.limits, nodes)?.0))
    }

    /// How much of the asked nodes is known to be in a node, and how much may be; `None` = nobody knows how large it is.
    fn held(&self, focus: &Option<Contents>, asked: &[u32], node: u32) -> (i128, Option<i128>) {
        let contents = focus.as_ref().unwrap_or(&self.flow.contents);
        let Some(content) = self.content(contents, node) else { return (0, None) };
        let (mut known, mut unknown) = (0i128, 0i128);
        for (label, units) in content.parts() {
            let of = match focus {
                Some(_) => *label == FOCUS,
                None => {
                    self.flow.contents.labels.get(super::at(*label)).is_some_and(|node| asked.contains(node))
                }
            };
            let nowhere = match focus {
                Some(_) => *label == 0,
                None => self.flow.contents.labels.get(super::at(*label)) == Some(&NOWHERE),
            };
            if of {
                known = known.saturating_add(*units);
            } else if nowhere {
                unknown = unknown.saturating_add(*units);
            }
        }
        (known, Some(known.saturating_add(unknown)))
    }
}

fn listed(ask: &v1::TraceAsk) -> usize {
    super::at(if ask.most == 0 { MOST } else { ask.most })
}
