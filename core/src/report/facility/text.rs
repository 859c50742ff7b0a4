//! Which texts a language must have for the report of a facility.

/// All texts of one language.
#[derive(Debug)]
pub(super) struct Text {
    /// The two lines at the head of an official paper; empty where the language is not that of the office.
    pub(super) state: [&'static str; 2],
    pub(super) report: &'static str,
    /// With `{years}`.
    pub(super) title: &'static str,
    pub(super) and: &'static str,
    pub(super) form: &'static str,
    pub(super) complete: &'static str,
    /// With `{open}`.
    pub(super) incomplete: &'static str,
    pub(super) law_of: &'static str,
    pub(super) parts: [&'static str; 3],
    pub(super) steps: &'static str,
    pub(super) step: &'static str,
    pub(super) state_column: &'static str,
    pub(super) legal_basis: &'static str,
    pub(super) source: &'static str,
    pub(super) year: &'static str,
    pub(super) difference: &'static str,
    pub(super) unit_tonnes: &'static str,
    /// `direct`, `indirect`, `total`.
    pub(super) totals: [&'static str; 3],
    pub(super) total_of_year: &'static str,
    pub(super) results: &'static str,
    pub(super) detail: &'static str,
    pub(super) gases: &'static str,
    pub(super) gas_mass: &'static str,
    pub(super) effect: &'static str,
    pub(super) activity: &'static str,
    pub(super) activity_data: &'static str,
    pub(super) unit: &'static str,
    pub(super) factors: &'static str,
    pub(super) factor: &'static str,
    pub(super) tier: &'static str,
    pub(super) tier_meaning: &'static str,
    pub(super) values: &'static str,
    pub(super) proxy: &'static str,
    pub(super) gwp: &'static str,
    pub(super) collection: &'static str,
    pub(super) name: &'static str,
    pub(super) address: &'static str,
    pub(super) licence: &'static str,
    pub(super) sources: &'static str,
    pub(super) sinks: &'static str,
    pub(super) removals: &'static str,
    pub(super) removals_note: &'static str,
    pub(super) data_system: &'static str,
    pub(super) limitations: &'static str,
    pub(super) uncertainty: &'static str,
    pub(super) statement: &'static str,
    pub(super) words: &'static str,
    pub(super) checks: &'static str,
    pub(super) check: &'static str,
    pub(super) automatic: &'static str,
    pub(super) done_by: &'static str,
    pub(super) date: &'static str,
    pub(super) remark: &'static str,
    pub(super) coverage: &'static str,
    pub(super) rows: &'static str,
    pub(super) counted: &'static str,
    pub(super) excluded: &'static str,
    pub(super) biogenic: &'static str,
    pub(super) recalculation: &'static str,
    pub(super) trigger: &'static str,
    pub(super) outside: &'static str,
    pub(super) form_sections: &'static str,
    pub(super) section: &'static str,
    pub(super) missing: &'static str,
    pub(super) findings: &'static str,
    pub(super) finding: &'static str,
    pub(super) not_declared: &'static str,
    pub(super) signature: &'static str,
    pub(super) proof: &'static str,
    pub(super) confidence_note: &'static str,
    pub(super) rounding_note: &'static str,
    /// Words of states, by key.
    pub(super) states: &'static [(&'static str, &'static str)],
}

impl Text {
    /// The word of a state; a key that is not known stays as it is.
    pub(super) fn state<'a>(&self, key: &'a str) -> &'a str {
        self.states.iter().find(|(known, _)| *known == key).map_or(key, |(_, word)| word)
    }

    /// `2024`, or `2024 and 2025`.
    pub(super) fn years(&self, years: &[String]) -> String {
        years.join(self.and)
    }

    /// The name of a total.
    pub(super) fn total<'a>(&self, key: &'a str) -> &'a str {
        let names = ["direct", "indirect", "total"].iter().zip(self.totals);
        names.into_iter().find(|(known, _)| **known == key).map_or(key, |(_, name)| name)
    }
}
