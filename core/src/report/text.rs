//! Which texts a language must have.

use super::Lang;
use super::figure::Marks;

/// All texts of one language.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) lang: Lang,
    pub(super) marks: Marks,
    /// How a day is written: `true` = dd/mm/yyyy, `false` = yyyy-mm-dd.
    pub(super) day_first: bool,

    // ---- head
    pub(super) title: &'static str,
    /// The first sheet of a workbook.
    pub(super) overview: &'static str,
    pub(super) profile: &'static str,
    pub(super) gwp: &'static str,
    pub(super) gwp_years: &'static str,
    pub(super) period: &'static str,
    pub(super) any_period: &'static str,
    pub(super) coverage: &'static str,
    /// With `{counted}`, `{rows}` and `{excluded}`.
    pub(super) coverage_line: &'static str,
    pub(super) ids_checked: &'static str,
    pub(super) ids_not_checked: &'static str,
    pub(super) complete: &'static str,
    pub(super) incomplete: &'static str,

    // ---- sections
    pub(super) summary: &'static str,
    pub(super) by_scope: &'static str,
    pub(super) by_category: &'static str,
    pub(super) by_iso: &'static str,
    pub(super) by_gas: &'static str,
    pub(super) by_site: &'static str,
    pub(super) by_month: &'static str,
    pub(super) by_supplier: &'static str,
    pub(super) top_sources: &'static str,
    pub(super) further_views: &'static str,
    pub(super) boundary: &'static str,
    pub(super) boundary_note: &'static str,
    pub(super) beside: &'static str,
    pub(super) beside_note: &'static str,
    pub(super) notes: &'static str,
    pub(super) findings: &'static str,
    pub(super) no_findings: &'static str,
    pub(super) more_findings: &'static str,
    pub(super) more_rows: &'static str,
    pub(super) factors: &'static str,
    pub(super) packs: &'static str,
    pub(super) choices: &'static str,
    pub(super) reading: &'static str,
    pub(super) proof: &'static str,
    pub(super) proof_note: &'static str,
    pub(super) rounding_note: &'static str,

    // ---- columns
    pub(super) account: &'static str,
    pub(super) gas: &'static str,
    pub(super) tonnes: &'static str,
    pub(super) kilograms: &'static str,
    pub(super) mass: &'static str,
    pub(super) share: &'static str,
    pub(super) share_note: &'static str,
    pub(super) location: &'static str,
    pub(super) market: &'static str,
    pub(super) location_tonnes: &'static str,
    pub(super) market_tonnes: &'static str,
    pub(super) location_kilograms: &'static str,
    pub(super) in_total: &'static str,
    pub(super) yes: &'static str,
    pub(super) no: &'static str,
    pub(super) row: &'static str,
    pub(super) rows: &'static str,
    pub(super) first_row: &'static str,
    pub(super) column: &'static str,
    pub(super) value: &'static str,
    pub(super) severity: &'static str,
    pub(super) what: &'static str,
    pub(super) help: &'static str,
    pub(super) about: &'static str,
    pub(super) factor: &'static str,
    pub(super) place: &'static str,
    pub(super) world: &'static str,
    pub(super) valid: &'static str,
    pub(super) values: &'static str,
    pub(super) cited: &'static str,
    pub(super) lines: &'static str,
    pub(super) pack: &'static str,
    pub(super) publisher: &'static str,
    pub(super) edition: &'static str,
    pub(super) licence: &'static str,
    pub(super) attribution: &'static str,
    pub(super) origin: &'static str,
    pub(super) shipped: &'static str,
    pub(super) from_user: &'static str,
    pub(super) approach: &'static str,
    pub(super) site: &'static str,
    pub(super) entity: &'static str,
    pub(super) share_applied: &'static str,
    pub(super) tonnes_at_100: &'static str,
    pub(super) tonnes_consolidated: &'static str,
    pub(super) region: &'static str,
    pub(super) sources: &'static str,
    pub(super) proxy_years: &'static str,
    pub(super) proxy_places: &'static str,
    pub(super) gases_in_total: &'static str,
    pub(super) rounding: &'static str,
    pub(super) number_format: &'static str,
    pub(super) date_order: &'static str,
    pub(super) delimiter: &'static str,
    pub(super) encoding: &'static str,
    pub(super) bytes: &'static str,
    pub(super) header: &'static str,
    pub(super) field: &'static str,
    pub(super) none: &'static str,
    pub(super) not_stated: &'static str,
    pub(super) not_used: &'static str,
    pub(super) absent: &'static str,
    pub(super) negligible: &'static str,
    pub(super) bar_chart: &'static str,
    pub(super) whole_file: &'static str,

    /// Uncertainty and data quality.
    pub(super) statistics: StatisticsText,
    /// Instruments for bought energy, and matched electricity.
    pub(super) instruments: InstrumentText,

    // ---- names
    /// Scope 1, scope 2 by location, scope 2 by market, scope 3, total by location, total by market.
    pub(super) accounts: [&'static str; 6],
    pub(super) biogenic: &'static str,
    pub(super) outside: &'static str,
    pub(super) offsets: &'static str,
    /// Scope 1, scope 2, scope 3, outside the scopes.
    pub(super) scopes: [&'static str; 4],
    /// Stationary, mobile, process, fugitive, land.
    pub(super) scope_1: [&'static str; 5],
    /// Electricity, steam, heat, cooling.
    pub(super) scope_2: [&'static str; 4],
    /// The fifteen categories of scope 3.
    pub(super) scope_3: [&'static str; 15],
    /// The six categories of ISO 14064-1:2018.
    pub(super) iso: [&'static str; 6],
    /// Error, warning, info.
    pub(super) severities: [&'static str; 3],
    /// Names of the profiles.
    pub(super) profiles: &'static [(&'static str, &'static str)],
    /// Names of the dimensions of a view.
    pub(super) dimensions: &'static [(&'static str, &'static str)],
    /// Codes by subject; empty = the sentences of the answer, which are English.
    pub(super) codes: &'static [&'static [Said]],
}

/// A code, what it means, what to do.
pub(super) type Said = (&'static str, &'static str, &'static str);

const SCOPE_1: [&str; 5] = ["stationary", "mobile", "process", "fugitive", "land"];
const SCOPE_2: [&str; 4] = ["electricity", "steam", "heat", "cooling"];
const SCOPE_3: [&str; 15] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"];
const SCOPES: [&str; 4] = ["1", "2", "3", "outside"];
const SEVERITIES: [&str; 3] = ["error", "warning", "info"];

fn named(keys: &[&str], names: &[&'static str], key: &str) -> Option<&'static str> {
    keys.iter().zip(names).find(|(known, _)| **known == key).map(|(_, name)| *name)
}

fn listed(pairs: &'static [(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    pairs.iter().find(|(known, _)| *known == key).map(|(_, name)| *name)
}

/// Texts about uncertainty and data quality.
#[derive(Debug)]
pub(super) struct StatisticsText {
    pub(super) uncertainty: &'static str,
    pub(super) approach_1: &'static str,
    /// With `{seed}` and `{draws}`.
    pub(super) approach_2: &'static str,
    /// With `{correlation}`.
    pub(super) interval: &'static str,
    pub(super) total: &'static str,
    pub(super) value: &'static str,
    pub(super) below: &'static str,
    pub(super) above: &'static str,
    pub(super) stated: &'static str,
    pub(super) mean: &'static str,
    /// What the marks of a chart mean: intervals by formula; the same with those of a simulation.
    pub(super) band: &'static str,
    pub(super) band_and_line: &'static str,
    pub(super) middle: &'static str,
    pub(super) sources: &'static str,
    pub(super) activity: &'static str,
    pub(super) factor: &'static str,
    pub(super) of_activity: &'static str,
    pub(super) of_factor: &'static str,
    pub(super) both: &'static str,
    pub(super) variance: &'static str,
    pub(super) unstated: &'static str,
    pub(super) quality: &'static str,
    pub(super) weighted: &'static str,
    pub(super) scores: &'static str,
    pub(super) scored: &'static str,
    pub(super) score: &'static str,
    pub(super) criteria: &'static str,
    pub(super) words: &'static str,
    /// Criteria and words about data, as answers and as people write them.
    pub(super) names: &'static [(&'static str, &'static str)],
    /// Remarks by code.
    pub(super) remarks: &'static [(&'static str, &'static str)],
}

impl StatisticsText {
    /// A criterion or a word about data.
    pub(super) fn word<'w>(&self, word: &'w str) -> &'w str {
        self.names.iter().find(|(known, _)| *known == word).map_or(word, |(_, name)| name)
    }
}

/// Texts about instruments for bought energy.
#[derive(Debug)]
pub(super) struct InstrumentText {
    pub(super) section: &'static str,
    pub(super) note: &'static str,
    pub(super) instrument: &'static str,
    pub(super) kind: &'static str,
    pub(super) volume: &'static str,
    pub(super) claimed: &'static str,
    pub(super) available: &'static str,
    pub(super) covered: &'static str,
    pub(super) surplus: &'static str,
    pub(super) state: &'static str,
    /// Certificate, contract, supplier's rate, green tariff.
    pub(super) kinds: [&'static str; 4],
    /// Covered, over-claimed, surplus, unclaimed, not applied.
    pub(super) states: [&'static str; 5],
    // ---- matched electricity
    pub(super) title: &'static str,
    pub(super) matching: &'static str,
    pub(super) interval: &'static str,
    pub(super) intervals: &'static str,
    pub(super) missing: &'static str,
    pub(super) comparison: &'static str,
    pub(super) hourly: &'static str,
    pub(super) annual: &'static str,
    pub(super) difference: &'static str,
    pub(super) load: &'static str,
    pub(super) covered_plain: &'static str,
}

impl InstrumentText {
    /// The name of a kind's key.
    pub(super) fn kind_name<'a>(&self, key: &'a str) -> &'a str {
        let keys = ["certificate", "contract", "supplier-rate", "green-tariff"];
        named(&keys, &self.kinds, key).unwrap_or(key)
    }

    /// The name of a state's key.
    pub(super) fn state_name<'a>(&self, key: &'a str) -> &'a str {
        let keys = ["covered", "over-claimed", "surplus", "unclaimed", "not-applied"];
        named(&keys, &self.states, key).unwrap_or(key)
    }

    /// The name of a rule of matching.
    pub(super) fn rule_name<'a>(&self, key: &'a str) -> &'a str {
        named(&["hourly", "annual"], &[self.hourly, self.annual], key).unwrap_or(key)
    }
}

impl Text {
    /// A remark in this language; with its figures where the language has no sentence of its own.
    pub(super) fn remark<'m>(&self, code: &str, message: &'m str) -> &'m str {
        self.statistics.remarks.iter().find(|(known, _)| *known == code).map_or(message, |(_, text)| text)
    }

    /// `3.1` → `3.1 Purchased goods and services`; a key that is not known stays as it is.
    pub(super) fn category_name(&self, key: &str) -> String {
        let Some((scope, category)) = key.split_once('.') else { return self.scope_name(key) };
        let name = match scope {
            "1" => named(&SCOPE_1, &self.scope_1, category),
            "2" => named(&SCOPE_2, &self.scope_2, category),
            "3" => named(&SCOPE_3, &self.scope_3, category),
            "outside" if category == "offsets" => return self.offsets.to_owned(),
            _ => None,
        };
        match (name, scope) {
            (Some(name), "3") => format!("{key} {name}"),
            (Some(name), _) => format!("{scope} {name}"),
            (None, _) => key.to_owned(),
        }
    }

    /// Where a category stands in a list: by scope, then in the order of its scope.
    pub(super) fn category_rank(key: &str) -> (usize, usize) {
        let place = |keys: &[&str], key: &str| keys.iter().position(|known| *known == key);
        let (scope, category) = key.split_once('.').unwrap_or((key, ""));
        let within = match scope {
            "1" => place(&SCOPE_1, category),
            "2" => place(&SCOPE_2, category),
            _ => place(&SCOPE_3, category),
        };
        (place(&SCOPES, scope).unwrap_or(SCOPE_3.len()), within.unwrap_or(SCOPE_3.len()))
    }

    /// The name of a scope's key.
    pub(super) fn scope_name(&self, key: &str) -> String {
        named(&SCOPES, &self.scopes, key.trim_start_matches("scope_")).unwrap_or(key).to_owned()
    }

    /// The name of an ISO category's key.
    pub(super) fn iso_name(&self, key: &str) -> String {
        match named(&SCOPE_3, &self.iso, key) {
            Some(name) => format!("{key} {name}"),
            None if key == "0" => self.scope_name("outside"),
            None => self.scope_name(key),
        }
    }

    /// The name of an account's key.
    pub(super) fn account_name<'a>(&self, key: &'a str) -> &'a str {
        let keys =
            ["scope_1", "scope_2_location", "scope_2_market", "scope_3", "total_location", "total_market"];
        match key {
            "offsets" => self.offsets,
            "outside" => self.outside,
            "biogenic" => self.biogenic,
            _ => named(&keys, &self.accounts, key).unwrap_or(key),
        }
    }

    /// What a figure with an uncertainty is of: `total`, an account, a category or a gas; with its view where there are two.
    pub(super) fn uncertain_name(&self, of: &str, view: &str) -> String {
        let view = match view {
            "location" => self.location,
            "market" => self.market,
            _ => "",
        };
        let name = match of {
            "total" => self.statistics.total.to_owned(),
            of if of.starts_with("scope_") => return self.account_name(of).to_owned(),
            of if of.contains('.') => self.category_name(of),
            of => of.to_owned(),
        };
        if view.is_empty() { name } else { format!("{name}, {view}") }
    }

    /// The name of a severity.
    pub(super) fn severity_name<'a>(&self, key: &'a str) -> &'a str {
        named(&SEVERITIES, &self.severities, key).unwrap_or(key)
    }

    /// The name of a profile.
    pub(super) fn profile_name<'a>(&self, key: &'a str) -> &'a str {
        listed(self.profiles, key).unwrap_or(key)
    }

    /// The name of a dimension.
    pub(super) fn dimension_name<'a>(&self, key: &'a str) -> &'a str {
        listed(self.dimensions, key).unwrap_or(key)
    }

    /// A place as a factor names it: the whole world, a site, or a code of ISO 3166 or M49.
    pub(super) fn place_name(&self, place: &str) -> String {
        match place.split_once(':') {
            Some(("site", site)) => format!("{}: {site}", self.dimension_name("site")),
            _ if place == "001" => self.world.to_owned(),
            _ => place.to_owned(),
        }
    }

    /// The name of one value of a dimension.
    pub(super) fn key_name(&self, dimension: &str, key: &str) -> String {
        match dimension {
            _ if key.is_empty() => self.not_stated.to_owned(),
            "scope" => self.scope_name(key),
            "category" => self.category_name(key),
            "iso_category" => self.iso_name(key),
            "month" => self.date(key),
            _ => key.to_owned(),
        }
    }

    /// What a code means in this language, and what to do; none where the answer's own sentences serve.
    pub(super) fn code_text(&self, code: &str) -> Option<(&'static str, &'static str)> {
        self.codes
            .iter()
            .copied()
            .flatten()
            .find(|(known, _, _)| *known == code)
            .map(|(_, what, help)| (*what, *help))
    }

    /// `2025-03-01` or `2025-03` as this language writes it.
    pub(super) fn date(&self, iso: &str) -> String {
        if !self.day_first || !iso.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return iso.to_owned();
        }
        iso.split('-').rev().collect::<Vec<_>>().join("/")
    }

    /// `2025-01-01/2025-12-31` as this language writes it.
    pub(super) fn span(&self, period: &str) -> String {
        match period.split_once('/') {
            Some((first, last)) => format!("{} – {}", self.date(first), self.date(last)).trim().to_owned(),
            None => self.date(period),
        }
    }
}
