//! The organisation that an inventory is of: approach, legal entities, sites, and what consolidation did.

use serde::{Deserialize, Serialize};

/// Whose emissions are counted, and with which share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Organisation {
    /// `equity-share`, `financial-control` or `operational-control`: one for the whole inventory. Required.
    pub approach: String,
    /// Legal entities; the one without a parent is the reporting company.
    pub entities: Vec<LegalEntity>,
    /// Sites as the ledger names them.
    pub sites: Vec<OrganisationSite>,
    /// The site that rows without a site belong to; else such rows are findings.
    pub default_site: Option<String>,
}

/// A legal entity, for a span of days. An entity whose share or control changes stands there once for each span.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LegalEntity {
    /// Identifier. Required.
    pub id: String,
    /// Name.
    pub name: String,
    /// The entity that holds it; empty for the reporting company.
    pub parent: String,
    /// What the parent holds of it, in per cent: a decimal or a fraction `100/3`; empty = not said.
    pub economic_interest_percent: String,
    /// Whether the parent has financial control: `yes`, `no` or `joint`; empty = not said.
    pub financial_control: String,
    /// Whether the parent has operational control: `yes` or `no`; empty = not said.
    pub operational_control: String,
    /// First day; empty = open.
    pub from: String,
    /// Last day; empty = open.
    pub to: String,
}

/// A site, for a span of days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OrganisationSite {
    /// Identifier: the ledger's own name of the site, or a name of its own. Required.
    pub id: String,
    /// Further names under which the ledger writes the site.
    pub aliases: Vec<String>,
    /// The legal entity that it belongs to. Required.
    pub entity: String,
    /// `leased-in-finance`, `leased-in-operating`, `leased-out-finance`, `leased-out-operating`; empty = not leased.
    pub lease: String,
    /// First day; empty = open.
    pub from: String,
    /// Last day; empty = open.
    pub to: String,
}

/// What consolidation did: the inventory at 100 % beside the consolidated one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Boundary {
    /// The approach.
    pub approach: String,
    /// The whole at 100 %, as if every site were wholly owned: equal to the inventory without an organisation.
    pub at_100_percent: super::Figures,
    /// What stays out because its share is zero, at 100 %.
    pub share_zero_at_100_percent: super::Figures,
    /// Every site and span of days with one share that rows fall into, sorted by site and day.
    pub shares: Vec<BoundaryShare>,
}

/// A site and a span of days with one share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundaryShare {
    /// The site.
    pub site: String,
    /// The legal entity that it belongs to.
    pub entity: String,
    /// The entities from the reporting company down to it.
    pub chain: Vec<String>,
    /// First day; empty = open.
    pub from: String,
    /// Last day; empty = open.
    pub to: String,
    /// The share applied, exactly: a decimal or a fraction.
    pub share: String,
    /// Why the share is what it is: `interest`, `control`, `no control`, `joint control`, `outside the dates`.
    pub because: String,
    /// Where scopes 1 and 2 go because the asset is leased: `3.8` or `3.13`; empty = they stay.
    pub moved_to: String,
    /// Rows that fall into the span, wholly or in part.
    pub lines: u64,
    /// Their figures at 100 %.
    pub at_100_percent: super::Figures,
    /// Their figures with the share.
    pub consolidated: super::Figures,
}

/// Request of the method `organisation`: a file's text, or the organisation itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OrganisationRequest {
    /// The file's text, CSV or JSON.
    pub text: Option<String>,
    /// The organisation.
    pub organisation: Option<Organisation>,
}

/// Answer of the method `organisation`: what it says, and the share of each site and span of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationAnswer {
    /// The organisation, ready for the option `organisation`.
    pub organisation: Organisation,
    /// The shares.
    pub shares: Vec<SiteShare>,
}

/// The share of a site for a span of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteShare {
    /// The site.
    pub site: String,
    /// The legal entity that it belongs to.
    pub entity: String,
    /// The entities from the reporting company down to it.
    pub chain: Vec<String>,
    /// First day; empty = open.
    pub from: String,
    /// Last day; empty = open.
    pub to: String,
    /// The share, exactly: a decimal or a fraction.
    pub share: String,
    /// As in an inventory's boundary.
    pub because: String,
    /// As in an inventory's boundary.
    pub moved_to: String,
}
