//! From a request to its answers: `trace.follow`, and the handle that `trace.back` and `trace.forward` are asked of.

use std::collections::BTreeMap;

use chrono::DateTime;

use super::book::Gap;
use super::card;
use super::choices::{Choices, Policy, Rule, Span};
use super::content::Content;
use super::evaluate::Contents;
use super::events::Places;
use super::flow::Flow;
use super::links::{NONE, NodeKind};
use super::record::{Base, Kind, Record};
use super::same::Same;
use super::say::unit_name;
use super::stock::State;
use crate::error::{Code, Error, FindingCounts, Severity};
use crate::limits::Limits;
use crate::number::{Amount, Ratio, apportion};
use crate::told::found;
use crate::wire::v1;

/// Base units as text: kilograms, pieces, litres, metres or square metres, exactly.
pub(super) fn quantity_text(units: i128, base: Base) -> String {
    crate::supply::decimal(units, if base.way() == Base::Pieces.way() { 0 } else { 6 })
}

/// Milligrams of CO2e as kilograms.
pub(super) fn carbon_text(milligrams: i128) -> String {
    crate::supply::decimal(milligrams, 6)
}

pub(super) fn day_text(time: i64) -> String {
    DateTime::from_timestamp_millis(time).map_or_else(String::new, |moment| moment.date_naive().to_string())
}

/// Cards and records of a request, read and followed: asked as often as one likes.
#[derive(Clone, Debug)]
pub struct Traced {
    pub(super) flow: Flow,
    pub(super) files: Vec<String>,
    told: Vec<v1::TraceFinding>,
    counts: FindingCounts,
    tables: Vec<v1::TraceTable>,
    options: v1::TraceOptions,
    records: u64,
    excluded: u64,
    most: usize,
    /// What is left of a version, by its node; `None` = not known.
    rests: BTreeMap<u32, Option<i128>>,
    /// Where events stand in their files.
    places: Vec<(u32, Places)>,
    voided: u64,
    pub(super) same: Same,
}

/// Follows the lots of a request.
///
/// # Errors
/// Those of [`Traced::new`].
///
/// # Example
/// ```
/// use emitrace::trace::follow;
/// use emitrace::wire::v1::{TraceCard, TraceReading, TraceRequest};
///
/// let text = "Ngày;Loại phiếu;Mã hàng;Số lô;Số lượng;ĐVT;Lệnh SX;Xuất xứ\n\
///     02/01/2026;nhập mua;THEP;C1;600;kg;;CN\n\
///     02/01/2026;nhập mua;THEP;C2;400;kg;;VN\n\
///     05/01/2026;xuất sản xuất;THEP;C1;600;kg;LSX1;\n\
///     05/01/2026;xuất sản xuất;THEP;C2;400;kg;LSX1;\n\
///     06/01/2026;nhập thành phẩm;DAY;D1;1.000,00;kg;LSX1;\n";
/// let request = TraceRequest {
///     cards: vec![TraceCard { text: Some(text.into()), ..TraceCard::default() }],
///     reading: TraceReading { locale: Some("vi-VN".into()), ..TraceReading::default() },
///     ..TraceRequest::default()
/// };
/// let answer = follow(&request)?;
/// let wire = answer.result.lots.iter().find(|lot| lot.lot == "D1").unwrap();
/// let shares: Vec<_> = wire.origin.iter().map(|share| (&*share.label, &*share.percent)).collect();
/// assert_eq!(shares, [("CN", "60"), ("VN", "40")]);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn follow(request: &v1::TraceRequest) -> Result<v1::TraceAnswer, Error> {
    Traced::new(request, &Limits::default())?.answer()
}

impl Traced {
    /// Reads and follows cards and records. What is wrong with rows is told in the answer.
    ///
    /// # Errors
    /// What is wrong with the request as a whole: `BAD_REQUEST`, `UNKNOWN_VALUE`, numbers of the options; `LIMIT_EXCEEDED`,
    /// `OVERFLOW`.
    pub fn new(request: &v1::TraceRequest, limits: &Limits) -> Result<Traced, Error> {
        let choices = choices(&request.options)?;
        let card::Read { intake, tables, places } = card::read(request, limits)?;
        let flow = Flow::new(intake.movements, choices, limits)?;
        let mut counts = intake.counts;
        for gap in &flow.gaps {
            counts.add(gap.code, gap.severity);
        }
        let rests = flow.book.layers.iter().map(|layer| {
            let rest = match layer.state {
                State::Known => Some(layer.rest),
                State::Loose | State::Open => None,
            };
            (layer.node, rest)
        });
        let rests = rests.collect();
        let skipped = u64::try_from(flow.book.skipped.len()).unwrap_or(u64::MAX);
        Ok(Traced {
            flow,
            files: intake.files,
            told: intake.told,
            counts,
            tables,
            options: request.options.clone(),
            records: intake.records,
            excluded: intake.excluded.saturating_add(skipped),
            most: intake.most,
            rests,
            places,
            voided: intake.voided,
            same: intake.same,
        })
    }

    /// The followed records.
    pub fn flow(&self) -> &Flow {
        &self.flow
    }

    /// All lots, balances and open questions.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn answer(&self) -> Result<v1::TraceAnswer, Error> {
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let mut lots = Vec::new();
        for (key, _) in (0u32..).zip(&self.flow.book.lots) {
            for (version, node) in (1u32..).zip(self.flow.versions(key)) {
                if self.flow.book.links.kind(node) != NodeKind::Container {
                    lots.push(self.lot(node, version)?);
                }
            }
        }
        lots.sort_by(|a, b| {
            let key =
                |lot: &v1::TraceLot| (lot.item.clone(), lot.lot.clone(), lot.store.clone(), lot.version);
            key(a).cmp(&key(b))
        });
        let mut findings = self.told.clone();
        let room = self.most.saturating_sub(findings.len());
        findings.extend(self.flow.gaps.iter().take(room).map(|gap| self.gap(gap)));
        findings.sort();
        let result = v1::TraceResult {
            options: self.options.clone(),
            rounding: "largest-remainder".into(),
            coverage: v1::TraceCoverage {
                records: self.records,
                excluded: self.excluded,
                voided: self.flow.book.voided.saturating_add(self.voided),
                lots: count(lots.len()),
                runs: count(self.flow.book.runs.len()),
                findings: found(&self.counts),
            },
            lots,
            items: self.balances(),
            findings,
        };
        Ok(v1::TraceAnswer {
            schema: v1::TRACE_SCHEMA.into(),
            engine: env!("CARGO_PKG_VERSION").into(),
            digest: v1::canonical_digest(&result)?,
            result,
            tables: self.tables.clone(),
        })
    }

    fn balances(&self) -> Vec<v1::TraceBalance> {
        let movements = &self.flow.book.movements;
        let mut balances: Vec<v1::TraceBalance> = Vec::new();
        for (item, sums) in &self.flow.book.sums {
            let Some(base) = sums.base else { continue };
            let text = |kind| quantity_text(sums.of(kind), base);
            let seldom = |kind| if sums.of(kind) == 0 { String::new() } else { text(kind) };
            let came = [Kind::Opening, Kind::Receive, Kind::Produce, Kind::Return, Kind::Gain];
            let went = [Kind::Consume, Kind::Ship, Kind::SendBack, Kind::Scrap, Kind::Shrink];
            let came = came.into_iter().fold(sums.missing, |sum, kind| sum.saturating_add(sums.of(kind)));
            let went = went.into_iter().fold(0i128, |sum, kind| sum.saturating_add(sums.of(kind)));
            balances.push(v1::TraceBalance {
                item: movements.text(*item).into(),
                unit: unit_name(base).into(),
                opening: text(Kind::Opening),
                received: text(Kind::Receive),
                produced: text(Kind::Produce),
                gained: text(Kind::Gain),
                consumed: text(Kind::Consume),
                shipped: text(Kind::Ship),
                returned: seldom(Kind::Return),
                sent_back: seldom(Kind::SendBack),
                scrapped: text(Kind::Scrap),
                shrunk: text(Kind::Shrink),
                missing: quantity_text(sums.missing, base),
                in_stock: quantity_text(came.saturating_sub(went), base),
                unknown_records: sums.unknown,
            });
        }
        balances.sort_by(|a, b| a.item.cmp(&b.item));
        balances
    }

    pub(super) fn record(&self, node: u32) -> Option<Record> {
        let node = self.flow.book.links.nodes.get(super::at(node))?;
        self.flow.book.record(node.record)
    }

    pub(super) fn text(&self, number: u32) -> String {
        self.flow.book.movements.text(number).to_owned()
    }

    pub(super) fn content<'c>(&self, contents: &'c Contents, node: u32) -> Option<&'c Content> {
        contents.nodes.get(super::at(node)).and_then(Option::as_ref)
    }

    pub(super) fn rest(&self, node: u32, base: Base) -> String {
        match self.rests.get(&node) {
            Some(Some(units)) => quantity_text(*units, base),
            Some(None) => String::new(),
            None => "0".into(),
        }
    }

    /// A version of a lot.
    pub(super) fn lot(&self, node: u32, version: u32) -> Result<v1::TraceLot, Error> {
        let key = self.flow.book.links.nodes.get(super::at(node)).map_or(NONE, |node| node.key);
        let lot = self.flow.book.lots.get(super::at(key)).copied();
        let record = self.record(node);
        let base = self.flow.base(node);
        let about = record.map(|record| self.flow.book.movements.about(&record)).unwrap_or_default();
        let content = self.content(&self.flow.contents, node);
        let text = |number: Option<u32>| number.map_or_else(String::new, |number| self.text(number));
        let produced = record.filter(|record| record.kind == Kind::Produce);
        Ok(v1::TraceLot {
            lot: text(lot.map(|lot| lot.lot)),
            item: text(lot.map(|lot| lot.item)),
            store: self.store_of(node),
            version,
            date: record.map_or_else(String::new, |record| day_text(record.time)),
            kind: record.map_or("", |record| record.kind.as_str()).into(),
            run: text(produced.map(|record| record.run)),
            document: self.text(about.document),
            quantity: content.map_or_else(String::new, |content| quantity_text(content.quantity(), base)),
            unit: unit_name(base).into(),
            in_stock: self.rest(node, base),
            origin: self.shares(content, base, |about| about.country)?,
            carbon_kg_co2e: carbon_text(content.map_or(0, Content::carbon)),
            carbon_complete: content.is_some_and(Content::carbon_is_complete),
        })
    }

    /// Shares of a content by what is said of its sources.
    ///
    /// # Method
    /// M-178: units of the sources added up; per cent by largest remainder over four decimals.
    pub(super) fn shares(
        &self,
        content: Option<&Content>,
        base: Base,
        of: impl Fn(super::record::About) -> u32,
    ) -> Result<Vec<v1::TraceShare>, Error> {
        let Some(content) = content.filter(|content| content.quantity() > 0) else { return Ok(Vec::new()) };
        let mut by: BTreeMap<String, i128> = BTreeMap::new();
        for (label, units) in content.parts() {
            let text =
                self.source_record(*label).map_or(0, |record| of(self.flow.book.movements.about(&record)));
            let label = if text == 0 { super::UNKNOWN.to_owned() } else { self.text(text) };
            let sum = by.entry(label).or_insert(0);
            *sum = sum.saturating_add(*units);
        }
        let unknown = by.get(super::UNKNOWN).copied().unwrap_or(0);
        let list: Vec<(String, i128)> = by.into_iter().collect();
        let percents = percents(&list.iter().map(|(_, units)| *units).collect::<Vec<_>>())?;
        let shares = list.into_iter().zip(percents).map(|((label, units), percent)| {
            let most = if label == super::UNKNOWN { units } else { units.saturating_add(unknown) };
            v1::TraceShare {
                label,
                quantity: quantity_text(units, base),
                percent,
                most: quantity_text(most, base),
            }
        });
        Ok(shares.collect())
    }

    /// The record of the source behind a label; none for what is unknown.
    pub(super) fn source_record(&self, label: u32) -> Option<Record> {
        let node = self.flow.contents.labels.get(super::at(label)).copied().filter(|node| *node != 0)?;
        // What came out of production without inputs has no origin that is known.
        self.record(node).filter(|record| matches!(record.kind, Kind::Opening | Kind::Receive))
    }

    pub(super) fn gap(&self, gap: &Gap) -> v1::TraceFinding {
        let mut finding = self.flow.finding(gap, &self.files);
        let place = self.flow.book.record(gap.record).map(|record| record.evidence).unwrap_or_default();
        let list = self.places.iter().find(|(file, _)| *file == place.file).map(|(_, list)| list);
        if let Some(path) = list.and_then(|list| list.path(place.row)) {
            finding.column = path;
        }
        finding
    }

    /// Where a node's goods are: the place that an event tells, else their store.
    pub(super) fn store_of(&self, node: u32) -> String {
        let place = self.record(node).map_or(0, |record| self.flow.book.movements.about(&record).place);
        if place != 0 {
            return self.same.one(self.flow.book.movements.text(place)).into_owned();
        }
        let node = self.flow.book.links.nodes.get(super::at(node));
        let key = node.and_then(|node| self.flow.book.lots.get(super::at(node.key)));
        self.text(key.map_or(0, |lot| lot.store))
    }
}

/// Per cent by largest remainder to four decimals.
pub(super) fn percents(units: &[i128]) -> Result<Vec<String>, Error> {
    let weights = units.iter().map(|units| Ratio::new(*units, 1)).collect::<Result<Vec<_>, Error>>()?;
    if weights.iter().all(|weight| weight.is_zero()) {
        return Ok(vec![String::new(); units.len()]);
    }
    let parts = apportion(1_000_000, &weights)?;
    Ok(parts.into_iter().map(|part| crate::supply::decimal(part, 4)).collect())
}

/// The choices of a request, checked.
fn choices(options: &v1::TraceOptions) -> Result<Choices, Error> {
    let policy = |name: &str, path: String| match name {
        "" => Ok(Policy::Specific),
        name => Policy::ALL.into_iter().find(|policy| policy.as_str() == name).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("stock policy `{name}` is not known"))
                .with_help("use specific, fifo, lifo, average or period-average")
                .at(path)
        }),
    };
    let by_name = |list: &[v1::TracePolicy], path: &str| -> Result<BTreeMap<String, Policy>, Error> {
        let each = list.iter().enumerate().map(|(at, own)| {
            Ok((own.name.clone(), policy(&own.policy, format!("/options/{path}/{at}/policy"))?))
        });
        each.collect()
    };
    let mut rules = BTreeMap::new();
    for (at, process) in options.processes.iter().enumerate() {
        let path = format!("/options/processes/{at}");
        if rules.insert(process.process.clone(), rule(process, &path)?).is_some() {
            let message = format!("process `{}` is declared twice", process.process);
            return Err(Error::new(Code::BadRequest, message).at(format!("{path}/process")));
        }
    }
    Ok(Choices {
        policy: policy(&options.policy, "/options/policy".into())?,
        stores: by_name(&options.stores, "stores")?,
        items: by_name(&options.items, "items")?,
        span: match options.period.as_str() {
            "" | "month" => Span::Month,
            "quarter" => Span::Quarter,
            "year" => Span::Year,
            other => {
                return Err(Error::new(Code::UnknownValue, format!("period `{other}` is not known"))
                    .with_help("use month, quarter or year")
                    .at("/options/period"));
            }
        },
        rules,
    })
}

fn rule(process: &v1::TraceProcess, path: &str) -> Result<Rule, Error> {
    let other = match process.allocation.as_str() {
        "" => None,
        "mass" => Some(Ratio::ONE),
        "weights" => None,
        other => {
            return Err(Error::new(Code::UnknownValue, format!("allocation `{other}` is not known"))
                .with_help("use mass, or weights with a weight for each item")
                .at(format!("{path}/allocation")));
        }
    };
    let mut rule = Rule { other, ..Rule::default() };
    for (at, own) in process.weights.iter().enumerate() {
        let weight =
            share(&own.weight, false).map_err(|error| error.at(format!("{path}/weights/{at}/weight")))?;
        rule.weights.insert(own.item.clone(), weight);
    }
    let mut sums: BTreeMap<&str, Ratio> = BTreeMap::new();
    for (at, own) in process.composition.iter().enumerate() {
        let part =
            share(&own.share, true).map_err(|error| error.at(format!("{path}/composition/{at}/share")))?;
        let sum = sums.entry(&own.input).or_insert(Ratio::ZERO);
        *sum = sum.try_add(part)?;
        if *sum > Ratio::ONE {
            let message = format!("more than all of `{}` goes into outputs", own.input);
            return Err(
                Error::new(Code::NumberOutOfRange, message).at(format!("{path}/composition/{at}/share"))
            );
        }
        rule.composition.push((own.input.clone(), own.output.clone(), part));
    }
    Ok(rule)
}

/// A number of zero or more; a share is at most one, and may be written as a fraction.
fn share(text: &str, of_one: bool) -> Result<Ratio, Error> {
    let ratio = match text.split_once('/') {
        Some((above, below)) => {
            Ratio::from(Amount::parse(above)?).try_div(Ratio::from(Amount::parse(below)?))?
        }
        None => Ratio::from(Amount::parse(text)?),
    };
    if ratio.is_negative() || (of_one && ratio > Ratio::ONE) {
        return Err(Error::new(Code::NumberOutOfRange, format!("`{text}` is no weight or share"))
            .with_help("give a weight of zero or more, a share between 0 and 1"));
    }
    Ok(ratio)
}

/// An error where a lot is not among the records.
pub(super) fn not_in_trace(ask: &v1::TraceAsk) -> Error {
    let (message, path) = match ask.lot.as_str() {
        "" if ask.document.is_empty() => ("neither a lot nor a document is asked for".to_owned(), "/ask/lot"),
        "" => (format!("nothing left by document `{}`", ask.document), "/ask/document"),
        lot => (format!("there is no lot `{lot}`"), "/ask/lot"),
    };
    Error::new(Code::NotInTrace, message).at(path)
}

/// Whether a finding keeps an answer from being sure.
pub(super) fn is_open(gap: &Gap) -> bool {
    gap.severity != Severity::Info || matches!(gap.code, Code::RunWithoutOutput)
}
