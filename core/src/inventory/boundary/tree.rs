//! The tree of legal entities and its sites, as shares by site and span of days.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::activity::Field;
use crate::error::{Code, Error};
use crate::number::{Amount, Ratio};
use crate::order::Order;
use crate::period::Period;
use crate::wire::v1;

/// The consolidation approach: one for the whole inventory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Approach {
    Equity,
    Financial,
    Operational,
}

impl Approach {
    fn parse(text: &str) -> Result<Approach, Error> {
        let help = "name one of equity-share, financial-control, operational-control";
        match text {
            "equity-share" => Ok(Approach::Equity),
            "financial-control" => Ok(Approach::Financial),
            "operational-control" => Ok(Approach::Operational),
            "" => Err(Error::new(Code::ChoiceMissing, "no consolidation approach is named").with_help(help)),
            _ => {
                Err(Error::new(Code::UnknownValue, format!("approach `{text}` is not known")).with_help(help))
            }
        }
    }
}

/// How a site is leased, from the side of the entity that it is listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Lease {
    None,
    InFinance,
    InOperating,
    OutFinance,
    OutOperating,
}

impl Lease {
    fn parse(text: &str) -> Result<Lease, Error> {
        Ok(match text {
            "" => Lease::None,
            "leased-in-finance" => Lease::InFinance,
            "leased-in-operating" => Lease::InOperating,
            "leased-out-finance" => Lease::OutFinance,
            "leased-out-operating" => Lease::OutOperating,
            _ => {
                return Err(Error::new(Code::UnknownValue, format!("lease `{text}` is not known")).with_help(
                    "use leased-in-finance, leased-in-operating, leased-out-finance or leased-out-operating",
                ));
            }
        })
    }

    /// The scope 3 category that scopes 1 and 2 of the asset move to; `None` = they stay.
    ///
    /// # Method
    /// M-52, GHG Protocol Corporate Standard, guidance on leased assets (its appendix F).
    pub(super) fn moves_to(self, approach: Approach) -> Option<&'static str> {
        match (self, approach) {
            // Under operational control the lessee operates what it leases, whatever the kind of lease.
            (Lease::OutFinance | Lease::OutOperating, Approach::Operational) => Some("3.13"),
            (Lease::InOperating, Approach::Equity | Approach::Financial) => Some("3.8"),
            (Lease::OutFinance, Approach::Equity | Approach::Financial) => Some("3.13"),
            _ => None,
        }
    }
}

/// A site's share for a span of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
    pub(crate) entity: Box<str>,
    pub(crate) chain: Vec<Box<str>>,
    pub(crate) share: Ratio,
    pub(crate) because: &'static str,
    pub(crate) moves_to: Option<&'static str>,
}

impl Span {
    /// How many days of a period lie in the span.
    fn days_of(&self, period: Period) -> u32 {
        let start = self.from.map_or(period.start(), |from| from.max(period.start()));
        let end = self.to.map_or(period.end(), |to| to.min(period.end()));
        if end < start {
            return 0;
        }
        u32::try_from(end.signed_duration_since(start).num_days().saturating_add(1)).unwrap_or(0)
    }
}

/// A row's place in the boundary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    /// Position of the site.
    pub(super) site: usize,
    /// Spans that the row's days fall into, with the number of days.
    pub(super) spans: Vec<(usize, u32)>,
    /// The share of the whole row: the mean over its days.
    pub(super) share: Ratio,
}

impl Held {
    /// What the answer for a row depends on, for the memory of answers.
    pub(crate) fn key(&self, key: &mut Vec<u8>) {
        key.extend_from_slice(&self.site.to_le_bytes());
        for number in [self.share.numerator(), self.share.denominator()] {
            key.extend_from_slice(&number.to_le_bytes());
        }
        for (span, _) in &self.spans {
            key.extend_from_slice(&span.to_le_bytes());
        }
    }
}

/// An organisation that was checked: every site has a share for every day.
///
/// # Example
/// ```
/// use emitrace::inventory::Organisation;
/// use emitrace::wire::v1;
///
/// let declared: v1::Organisation = v1::read_json(r#"{
///   "approach": "equity-share",
///   "entities": [{"id": "group"}, {"id": "plant-co", "parent": "group", "economic_interest_percent": "40"}],
///   "sites": [{"id": "Dong Anh", "entity": "plant-co"}]
/// }"#)?;
/// let shares = Organisation::new(&declared)?.shares();
/// assert_eq!((shares[0].site.as_str(), shares[0].share.as_str()), ("Dong Anh", "0.4"));
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Organisation {
    declared: v1::Organisation,
    names: HashMap<Box<str>, usize>,
    default_site: Option<usize>,
    sites: Vec<Site>,
}

#[derive(Clone, Debug)]
struct Site {
    id: Box<str>,
    /// Sorted by day; together they hold every day.
    spans: Vec<Span>,
}

/// A declared span of days of a site.
struct Listed {
    at: usize,
    lease: Lease,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

/// A declared span of days of an entity.
struct Entity<'a> {
    at: usize,
    declared: &'a v1::LegalEntity,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// What the parent consolidates of it.
    share: Ratio,
    because: &'static str,
}

fn placed(path: &str) -> impl Fn(Error) -> Error + '_ {
    move |error| error.at(path)
}

fn bad(path: String, message: String) -> Error {
    Error::new(Code::BadOrganisation, message).at(path)
}

fn day(text: &str) -> Result<Option<NaiveDate>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let period = Period::parse(text)?;
    if period.days() == 1 {
        return Ok(Some(period.start()));
    }
    Err(Error::new(Code::BadDate, format!("`{text}` is not one day")))
}

fn span(path: &str, from: &str, to: &str) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Error> {
    let first = day(from).map_err(|error| error.at(format!("{path}/from")))?;
    let last = day(to).map_err(|error| error.at(format!("{path}/to")))?;
    match (first, last) {
        (Some(first), Some(last)) if last < first => {
            Err(Error::new(Code::PeriodReversed, format!("{last} is before {first}"))
                .at(format!("{path}/to")))
        }
        span => Ok(span),
    }
}

/// Whether two spans of days, open where `None`, have a day in common.
fn overlap(a: (Option<NaiveDate>, Option<NaiveDate>), b: (Option<NaiveDate>, Option<NaiveDate>)) -> bool {
    let starts_before_end = |from: Option<NaiveDate>, to: Option<NaiveDate>| match (from, to) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    };
    starts_before_end(a.0, b.1) && starts_before_end(b.0, a.1)
}

/// Per cent as a share between 0 and 1.
pub(super) fn percent(text: &str) -> Result<Ratio, Error> {
    let value = match text.split_once('/') {
        Some((above, below)) => {
            Ratio::from(Amount::parse(above)?).try_div(Ratio::from(Amount::parse(below)?))?
        }
        None => Ratio::from(Amount::parse(text)?),
    };
    let share = value.try_div(Ratio::whole(100))?;
    if share.is_negative() || share > Ratio::ONE {
        return Err(Error::new(
            Code::NumberOutOfRange,
            format!("`{text}` is not between 0 and 100 per cent"),
        )
        .with_help("write the part that is held in per cent, e.g. 40 or 100/3"));
    }
    Ok(share)
}

impl<'a> Entity<'a> {
    fn new(at: usize, declared: &'a v1::LegalEntity, approach: Approach) -> Result<Entity<'a>, Error> {
        let path = format!("/entities/{at}");
        if declared.id.is_empty() {
            return Err(bad(format!("{path}/id"), "the entity has no identifier".into()));
        }
        let (from, to) = span(&path, &declared.from, &declared.to)?;
        let interest = match declared.economic_interest_percent.as_str() {
            "" => None,
            text => Some(percent(text).map_err(placed(&format!("{path}/economic_interest_percent")))?),
        };
        let control = |field: &str, text: &str, joint: bool| match text {
            "" | "yes" | "no" => Ok(()),
            "joint" if joint => Ok(()),
            _ => Err(Error::new(Code::UnknownValue, format!("`{text}` is not known"))
                .with_help(if joint { "use yes, no or joint" } else { "use yes or no" })
                .at(format!("{path}/{field}"))),
        };
        control("financial_control", &declared.financial_control, true)?;
        control("operational_control", &declared.operational_control, false)?;
        let missing = |field: &str| {
            let message = format!("the approach needs `{field}` of `{}`", declared.id);
            Error::new(Code::ChoiceMissing, message).at(format!("{path}/{field}"))
        };
        let of_interest = || interest.ok_or_else(|| missing("economic_interest_percent"));
        let of_control = |field: &str, text: &str| match text {
            "yes" => Ok((Ratio::ONE, "control")),
            "joint" => Ok((of_interest()?, "joint control")),
            "no" => Ok((Ratio::ZERO, "no control")),
            _ => Err(missing(field)),
        };
        let (share, because) = if declared.parent.is_empty() {
            (Ratio::ONE, "reporting company")
        } else {
            match approach {
                Approach::Equity => (of_interest()?, "interest"),
                Approach::Financial => of_control("financial_control", &declared.financial_control)?,
                Approach::Operational => of_control("operational_control", &declared.operational_control)?,
            }
        };
        Ok(Entity { at, declared, from, to, share, because })
    }

    fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The entities by identifier, checked for overlapping spans, unknown parents and rings.
fn entities<'a>(
    declared: &'a v1::Organisation,
    approach: Approach,
) -> Result<BTreeMap<&'a str, Vec<Entity<'a>>>, Error> {
    let mut by_id: BTreeMap<&str, Vec<Entity<'_>>> = BTreeMap::new();
    for (at, entity) in declared.entities.iter().enumerate() {
        let entity = Entity::new(at, entity, approach)?;
        let spans = by_id.entry(entity.declared.id.as_str()).or_default();
        if spans.iter().any(|other| overlap((other.from, other.to), (entity.from, entity.to))) {
            let message = format!("two spans of `{}` overlap", entity.declared.id);
            return Err(bad(format!("/entities/{at}/from"), message));
        }
        spans.push(entity);
    }
    let roots: BTreeSet<&str> = declared
        .entities
        .iter()
        .filter(|entity| entity.parent.is_empty())
        .map(|entity| entity.id.as_str())
        .collect();
    if roots.len() != 1 {
        let message =
            format!("{} entities have no parent; the reporting company is the only one", roots.len());
        return Err(bad("/entities".into(), message));
    }
    for entity in by_id.values().flatten().filter(|entity| !entity.declared.parent.is_empty()) {
        chain(&by_id, &entity.declared.id, entity.from.or(entity.to).unwrap_or(NaiveDate::MIN))?;
        if !by_id.contains_key(entity.declared.parent.as_str()) {
            let message = format!("the parent `{}` is not an entity", entity.declared.parent);
            return Err(bad(format!("/entities/{}/parent", entity.at), message));
        }
    }
    Ok(by_id)
}

/// Why a link has its share, the one that takes most away last.
const REASONS: [&str; 5] = ["reporting company", "control", "interest", "joint control", "no control"];

/// What a chain of entities comes to on a day.
struct Chain {
    names: Vec<Box<str>>,
    share: Ratio,
    because: &'static str,
}

/// The chain from an entity up to the reporting company on a day; each link's share is multiplied.
fn chain(by_id: &BTreeMap<&str, Vec<Entity<'_>>>, entity: &str, day: NaiveDate) -> Result<Chain, Error> {
    let mut found = Chain { names: Vec::new(), share: Ratio::ONE, because: "reporting company" };
    let mut next = entity;
    while found.names.len() <= by_id.len() {
        found.names.push(next.into());
        let link = by_id.get(next).and_then(|spans| spans.iter().find(|span| span.holds(day)));
        let Some(link) = link else {
            found.names.reverse();
            return Ok(Chain { share: Ratio::ZERO, because: "outside the dates", ..found });
        };
        found.share = found.share.try_mul(link.share).map_err(placed(&format!("/entities/{}", link.at)))?;
        // The link that takes most away tells why the share is what it is.
        let weight = |because: &str| REASONS.iter().position(|known| *known == because);
        if weight(link.because) > weight(found.because) {
            found.because = link.because;
        }
        if link.declared.parent.is_empty() {
            found.names.reverse();
            return Ok(found);
        }
        next = &link.declared.parent;
    }
    Err(bad("/entities".into(), format!("the parents of `{entity}` lead in a ring")))
}

impl Organisation {
    /// Checks what is declared and works out the shares.
    ///
    /// # Method
    /// M-50 (shares of a chain), M-52 (leased assets).
    ///
    /// # Errors
    /// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `BAD_ORGANISATION`, and those of numbers and days, with the path of the field.
    pub fn new(declared: &v1::Organisation) -> Result<Organisation, Error> {
        let approach = Approach::parse(&declared.approach).map_err(placed("/approach"))?;
        let by_id = entities(declared, approach)?;
        let cuts: BTreeSet<NaiveDate> = by_id
            .values()
            .flatten()
            .flat_map(|entity| [entity.from, entity.to.and_then(|to| to.succ_opt())])
            .flatten()
            .collect();
        let mut organisation = Organisation {
            declared: declared.clone(),
            names: HashMap::new(),
            default_site: None,
            sites: Vec::new(),
        };
        let mut listed: BTreeMap<&str, Vec<Listed>> = BTreeMap::new();
        for (at, site) in declared.sites.iter().enumerate() {
            let path = format!("/sites/{at}");
            if site.id.is_empty() {
                return Err(bad(format!("{path}/id"), "the site has no identifier".into()));
            }
            if !by_id.contains_key(site.entity.as_str()) {
                let message = format!("`{}` is not an entity", site.entity);
                return Err(bad(format!("{path}/entity"), message));
            }
            let lease = Lease::parse(&site.lease).map_err(placed(&format!("{path}/lease")))?;
            let (from, to) = span(&path, &site.from, &site.to)?;
            let spans = listed.entry(site.id.as_str()).or_default();
            if spans.iter().any(|other| overlap((other.from, other.to), (from, to))) {
                return Err(bad(
                    format!("{path}/from"),
                    format!("two spans of the site `{}` overlap", site.id),
                ));
            }
            spans.push(Listed { at, lease, from, to });
        }
        for (id, mut spans) in listed {
            spans.order_by_key(|site| site.from);
            let index = organisation.sites.len();
            for Listed { at, .. } in &spans {
                let aliases = declared.sites.get(*at).map_or(&[][..], |site| &site.aliases);
                for name in core::iter::once(id).chain(aliases.iter().map(String::as_str)) {
                    if organisation.names.insert(name.into(), index).is_some_and(|other| other != index) {
                        let message = format!("`{name}` is a name of two sites");
                        return Err(bad(format!("/sites/{at}/aliases"), message));
                    }
                }
            }
            let spans = site_spans(declared, &by_id, &cuts, &spans, approach)?;
            organisation.sites.push(Site { id: id.into(), spans });
        }
        organisation.default_site = match &declared.default_site {
            None => None,
            Some(name) => Some(
                organisation
                    .names
                    .get(name.as_str())
                    .copied()
                    .ok_or_else(|| bad("/default_site".into(), format!("`{name}` is not a site")))?,
            ),
        };
        organisation.tidy();
        Ok(organisation)
    }

    /// The declaration in one order, so that the same organisation is the same choice.
    fn tidy(&mut self) {
        self.declared.entities.order_by(|a, b| (&a.id, &a.from).cmp(&(&b.id, &b.from)));
        self.declared.sites.order_by(|a, b| (&a.id, &a.from).cmp(&(&b.id, &b.from)));
        for site in &mut self.declared.sites {
            site.aliases.order();
            site.aliases.dedup();
        }
    }

    /// What was declared, in one order.
    pub(crate) fn declared(&self) -> &v1::Organisation {
        &self.declared
    }

    /// The share of each site and span of days.
    pub fn shares(&self) -> Vec<v1::SiteShare> {
        let every =
            (0..).zip(&self.sites).flat_map(|(at, site)| (0..site.spans.len()).map(move |span| (at, span)));
        every.filter_map(|(site, span)| self.share(site, span)).collect()
    }

    pub(super) fn share(&self, site: usize, span: usize) -> Option<v1::SiteShare> {
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let (site, span) = self.span(site, span)?;
        Some(v1::SiteShare {
            site: site.to_string(),
            entity: span.entity.to_string(),
            chain: span.chain.iter().map(ToString::to_string).collect(),
            from: day(span.from),
            to: day(span.to),
            share: span.share.to_string(),
            because: span.because.into(),
            moved_to: span.moves_to.unwrap_or_default().into(),
        })
    }

    /// A row's place in the boundary.
    ///
    /// # Errors
    /// `UNKNOWN_SITE` if the organisation does not know the site; `PERIOD_CROSSES_ENTITIES` if the row's days belong to
    /// different entities, or to different categories of a leased asset.
    pub(crate) fn hold(&self, name: &str, period: Period) -> Result<Held, (Field, Error)> {
        let known = if name.is_empty() { self.default_site } else { self.names.get(name).copied() };
        let unknown = || {
            let message = if name.is_empty() {
                "the row names no site, and the organisation has no site for such rows".to_owned()
            } else {
                format!("the organisation has no site `{name}`")
            };
            (Field::Site, Error::new(Code::UnknownSite, message))
        };
        let index = known.ok_or_else(unknown)?;
        let site = self.sites.get(index).ok_or_else(unknown)?;
        let mut held = Held { site: index, spans: Vec::new(), share: Ratio::ZERO };
        let mut first: Option<&Span> = None;
        let overflow = |error| (Field::Site, error);
        for (at, span) in site.spans.iter().enumerate() {
            let days = span.days_of(period);
            if days == 0 {
                continue;
            }
            if first.is_some_and(|first| first.entity != span.entity || first.moves_to != span.moves_to) {
                let message =
                    format!("the days of the row belong to different entities or leases of `{}`", site.id);
                return Err((Field::Site, Error::new(Code::PeriodCrossesEntities, message)));
            }
            first = first.or(Some(span));
            held.spans.push((at, days));
            let part = Ratio::whole(days.into()).try_mul(span.share).map_err(overflow)?;
            held.share = held.share.try_add(part).map_err(overflow)?;
        }
        held.share = held.share.try_div(Ratio::whole(period.days().into())).map_err(overflow)?;
        Ok(held)
    }

    pub(super) fn site(&self, held: &Held) -> &str {
        self.sites.get(held.site).map_or("", |site| &site.id)
    }

    pub(super) fn span(&self, site: usize, span: usize) -> Option<(&str, &Span)> {
        let site = self.sites.get(site)?;
        Some((&site.id, site.spans.get(span)?))
    }

    /// The first span that a row falls into.
    pub(crate) fn first(&self, held: &Held) -> Option<&Span> {
        self.span(held.site, held.spans.first()?.0).map(|(_, span)| span)
    }
}

/// The spans of one share of a site, covering every day.
fn site_spans(
    declared: &v1::Organisation,
    by_id: &BTreeMap<&str, Vec<Entity<'_>>>,
    cuts: &BTreeSet<NaiveDate>,
    listed: &[Listed],
    approach: Approach,
) -> Result<Vec<Span>, Error> {
    let mut starts: BTreeSet<Option<NaiveDate>> = cuts.iter().copied().map(Some).collect();
    starts.insert(None);
    for Listed { from, to, .. } in listed {
        starts.insert(*from);
        starts.extend(to.and_then(|to| to.succ_opt()).map(Some));
    }
    let mut spans: Vec<Span> = Vec::new();
    let starts: Vec<Option<NaiveDate>> = starts.into_iter().collect();
    for (at, from) in starts.iter().enumerate() {
        let to = starts.get(at.saturating_add(1)).copied().flatten().and_then(|next| next.pred_opt());
        // Shares are constant within a span: any of its days tells them.
        let day = from.or(to).unwrap_or(NaiveDate::MIN);
        let on =
            |site: &&Listed| site.from.is_none_or(|from| from <= day) && site.to.is_none_or(|to| day <= to);
        // Days outside of every declared span belong to the nearest one, with no share.
        let inside = listed.iter().find(on);
        let nearest = listed.iter().rev().find(|site| site.from.is_none_or(|from| from <= day));
        let Some(Listed { at: index, lease, .. }) = inside.or(nearest).or(listed.first()) else { continue };
        let entity = declared.sites.get(*index).map_or("", |site| site.entity.as_str());
        let chain = chain(by_id, entity, day)?;
        let (share, because) =
            if inside.is_some() { (chain.share, chain.because) } else { (Ratio::ZERO, "outside the dates") };
        let span = Span {
            from: *from,
            to,
            entity: entity.into(),
            chain: chain.names,
            share,
            because,
            moves_to: lease.moves_to(approach),
        };
        match spans.last_mut() {
            Some(last) if same(last, &span) => last.to = span.to,
            _ => spans.push(span),
        }
    }
    Ok(spans)
}

fn same(a: &Span, b: &Span) -> bool {
    let of = |span: &Span| (span.entity.clone(), span.chain.clone(), span.share, span.because, span.moves_to);
    of(a) == of(b)
}
