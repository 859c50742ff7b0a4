//! What a change is made of: counts of 10⁻¹⁵ kg that add up to it, whatever they are added by.

use crate::error::Error;
use crate::number::Co2e;
use crate::scope::Account;
use crate::wire::v1;

/// A part of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Effect {
    /// More or less was done or used.
    Activity,
    /// Other factors, editions, calorific values or conversions.
    Factor,
    /// Another GWP set.
    Gwp,
    /// Another method, activity or profile.
    Method,
    /// Sites that a structural change brought or took.
    Structure,
    /// Rows that a finding keeps out of one of the two.
    Coverage,
    /// Activity and factor together, where they cannot be told apart.
    Unseparated,
    /// Moved between accounts or cells without a change of its own.
    Moved,
}

impl Effect {
    /// All effects, in the order in which results list them.
    pub const ALL: [Effect; 8] = [
        Effect::Activity,
        Effect::Factor,
        Effect::Gwp,
        Effect::Method,
        Effect::Structure,
        Effect::Coverage,
        Effect::Unseparated,
        Effect::Moved,
    ];

    /// The effect's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Effect::Activity => "activity",
            Effect::Factor => "factor",
            Effect::Gwp => "gwp",
            Effect::Method => "method",
            Effect::Structure => "structure",
            Effect::Coverage => "coverage",
            Effect::Unseparated => "unseparated",
            Effect::Moved => "moved",
        }
    }

    const fn index(self) -> usize {
        match self {
            Effect::Activity => 0,
            Effect::Factor => 1,
            Effect::Gwp => 2,
            Effect::Method => 3,
            Effect::Structure => 4,
            Effect::Coverage => 5,
            Effect::Unseparated => 6,
            Effect::Moved => 7,
        }
    }
}

/// A sum before and after, with the effects between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    pub(super) before: Co2e,
    pub(super) after: Co2e,
    effects: [Co2e; 8],
}

impl Flow {
    /// From one sum to another, with nothing said yet about what is between.
    pub(super) fn between(before: Co2e, after: Co2e) -> Flow {
        Flow { before, after, ..Flow::default() }
    }

    pub(super) fn effect(&self, effect: Effect) -> Co2e {
        self.effects.get(effect.index()).copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, effect: Effect, value: Co2e) -> Result<(), Error> {
        if let Some(sum) = self.effects.get_mut(effect.index()) {
            *sum = sum.try_add(value)?;
        }
        Ok(())
    }

    pub(super) fn add_flow(&mut self, other: &Flow) -> Result<(), Error> {
        self.before = self.before.try_add(other.before)?;
        self.after = self.after.try_add(other.after)?;
        Effect::ALL.into_iter().try_for_each(|effect| self.add(effect, other.effect(effect)))
    }

    /// Everything of the change is one effect.
    pub(super) fn whole(before: Co2e, after: Co2e, effect: Effect) -> Result<Flow, Error> {
        let mut flow = Flow::between(before, after);
        flow.add(effect, after.try_sub(before)?)?;
        Ok(flow)
    }

    pub(super) fn change(&self) -> Result<Co2e, Error> {
        self.after.try_sub(self.before)
    }

    /// Whether nothing is different, not even in parts that cancel.
    pub(super) fn is_still(&self) -> bool {
        self.before == self.after && self.effects.iter().all(|effect| *effect == Co2e::ZERO)
    }

    pub(super) fn write(&self, account: &str) -> Result<v1::AccountChange, Error> {
        let text = |effect| self.effect(effect).to_string();
        Ok(v1::AccountChange {
            account: account.into(),
            before_kg_co2e: self.before.to_string(),
            after_kg_co2e: self.after.to_string(),
            change_kg_co2e: self.change()?.to_string(),
            effects: v1::Effects {
                activity_kg_co2e: text(Effect::Activity),
                factor_kg_co2e: text(Effect::Factor),
                gwp_kg_co2e: text(Effect::Gwp),
                method_kg_co2e: text(Effect::Method),
                structure_kg_co2e: text(Effect::Structure),
                coverage_kg_co2e: text(Effect::Coverage),
                unseparated_kg_co2e: text(Effect::Unseparated),
                moved_kg_co2e: text(Effect::Moved),
            },
        })
    }
}

/// Flows by account.
#[derive(Clone, Debug, Default)]
pub(super) struct Book(Vec<(Account, Flow)>);

impl Book {
    pub(super) fn flow(&mut self, account: Account) -> &mut Flow {
        let at = match self.0.iter().position(|(known, _)| *known == account) {
            Some(at) => at,
            None => {
                self.0.push((account, Flow::default()));
                self.0.len().saturating_sub(1)
            }
        };
        // The position was found or made above.
        #[expect(clippy::indexing_slicing, reason = "the position was found or made above")]
        &mut self.0[at].1
    }

    pub(super) fn of(&self, account: Account) -> Flow {
        self.0.iter().find(|(known, _)| *known == account).map_or_else(Flow::default, |(_, flow)| *flow)
    }

    pub(super) fn add(&mut self, other: &Book) -> Result<(), Error> {
        other.0.iter().try_for_each(|(account, flow)| self.flow(*account).add_flow(flow))
    }

    /// The total by location or by market: without offsets, and with one view of scope 2.
    pub(super) fn total(&self, scope_2: Account) -> Result<Flow, Error> {
        let mut total = Flow::default();
        for account in [Account::Scope1, scope_2, Account::Scope3] {
            total.add_flow(&self.of(account))?;
        }
        Ok(total)
    }

    pub(super) fn is_still(&self) -> bool {
        self.0.iter().all(|(_, flow)| flow.is_still())
    }

    /// How much is different, for ordering lines: the sizes of all accounts' changes together.
    pub(super) fn size(&self) -> u128 {
        self.0.iter().fold(0u128, |size, (_, flow)| {
            let change = flow.after.units().saturating_sub(flow.before.units());
            size.saturating_add(change.unsigned_abs())
        })
    }

    /// The accounts in which something is, in their order.
    pub(super) fn accounts(&self) -> Result<Vec<v1::AccountChange>, Error> {
        let there = |account: &Account| self.0.iter().any(|(known, _)| known == account);
        let accounts = Account::ALL.into_iter().filter(there);
        accounts.map(|account| self.of(account).write(account.as_str())).collect()
    }

    /// The accounts in which something is, then both totals.
    pub(super) fn write(&self) -> Result<Vec<v1::AccountChange>, Error> {
        let mut written = self.accounts()?;
        for (name, scope_2) in TOTALS {
            written.push(self.total(scope_2)?.write(name)?);
        }
        Ok(written)
    }
}

/// The two totals, with their view of scope 2.
pub(super) const TOTALS: [(&str, Account); 2] =
    [("total_location", Account::Scope2Location), ("total_market", Account::Scope2Market)];
