//! Which accounts are added up, and amounts by account.

use std::collections::BTreeMap;

use crate::error::{Code, Error};
use crate::number::{Amount, Co2e, Coefficient, Ratio};
use crate::order::Order;
use crate::scope::Account;
use crate::wire::v1;

/// Decimals of a kilogram of CO2 equivalent.
pub(super) const KG_DECIMALS: u32 = 15;

/// Sums by account.
pub(super) type Amounts = BTreeMap<Account, Co2e>;

/// The accounts that the caller adds up: none is a default, because each changes the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen(Vec<Account>);

impl Chosen {
    /// Reads the names: each once, at most one view of scope 2, no offsets.
    pub(super) fn parse(names: &[String], path: &str) -> Result<Chosen, Error> {
        let help = "name scope_1, scope_2_location or scope_2_market, scope_3 as far as they count";
        if names.is_empty() {
            return Err(Error::new(Code::ChoiceMissing, "no account is named").with_help(help).at(path));
        }
        let mut chosen: Vec<Account> = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let refuse = |code: Code, message: String| {
                Err(Error::new(code, message).with_help(help).at(format!("{path}/{at}")))
            };
            match Account::parse(name) {
                None => return refuse(Code::UnknownValue, format!("account `{name}` is not known")),
                Some(Account::Offsets) => {
                    return refuse(Code::UnknownValue, "offsets are never part of a total".into());
                }
                Some(account) if chosen.contains(&account) => {
                    return refuse(Code::UnknownValue, format!("`{name}` stands twice"));
                }
                Some(account) => chosen.push(account),
            }
        }
        if chosen.contains(&Account::Scope2Location) && chosen.contains(&Account::Scope2Market) {
            let message = "both views of scope 2 would count the same energy twice";
            return Err(Error::new(Code::UnknownValue, message).with_help(help).at(path));
        }
        chosen.order();
        Ok(Chosen(chosen))
    }

    pub(super) fn sum(&self, amounts: &Amounts) -> Result<Co2e, Error> {
        self.0.iter().try_fold(Co2e::ZERO, |sum, account| {
            sum.try_add(amounts.get(account).copied().unwrap_or_default())
        })
    }

    pub(super) fn has(&self, account: Account) -> bool {
        self.0.contains(&account)
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.0.iter().map(|account| account.as_str().to_owned()).collect()
    }
}

/// The sums of an inventory or a cell, by account; offsets too, which no choice adds.
pub(super) fn of_figures(figures: &v1::Figures) -> Result<Amounts, Error> {
    let texts = [
        (Account::Scope1, &figures.scope_1_kg_co2e),
        (Account::Scope2Location, &figures.scope_2_location_kg_co2e),
        (Account::Scope2Market, &figures.scope_2_market_kg_co2e),
        (Account::Scope3, &figures.scope_3_kg_co2e),
        (Account::Offsets, &figures.offsets_kg_co2e),
    ];
    texts.into_iter().map(|(account, text)| Ok((account, Co2e::parse(text)?))).collect()
}

/// Amounts as a caller states them.
pub(super) fn stated(list: &[v1::AccountAmount], path: &str, signed: bool) -> Result<Amounts, Error> {
    let mut amounts = Amounts::new();
    for (at, item) in list.iter().enumerate() {
        let place = |name: &str| format!("{path}/{at}/{name}");
        let account = Account::parse(&item.account).filter(|account| *account != Account::Offsets);
        let account = account.ok_or_else(|| {
            let message = format!("account `{}` is not known", item.account);
            Error::new(Code::UnknownValue, message)
                .with_help("use scope_1, scope_2_location, scope_2_market or scope_3")
                .at(place("account"))
        })?;
        let amount = Amount::parse(&item.kg_co2e).map_err(|error| error.at(place("kg_co2e")))?;
        if amount.is_negative() && !signed {
            let message = format!("`{amount}` is below zero");
            return Err(Error::new(Code::NegativeQuantity, message)
                .with_help("state emissions as they are; what they do to the base year follows from the kind")
                .at(place("kg_co2e")));
        }
        let value = kilograms(amount).map_err(|error| error.at(place("kg_co2e")))?;
        if amounts.insert(account, value).is_some() {
            let message = format!("`{}` stands twice", item.account);
            return Err(Error::new(Code::UnknownValue, message).at(place("account")));
        }
    }
    Ok(amounts)
}

/// A decimal number of kilograms.
pub(super) fn kilograms(amount: Amount) -> Result<Co2e, Error> {
    let power = KG_DECIMALS.checked_sub(amount.scale()).and_then(|places| 10i128.checked_pow(places));
    let units = power.and_then(|power| amount.mantissa().checked_mul(power));
    units.map(Co2e::from_units).ok_or_else(|| {
        Error::new(Code::PrecisionExceeded, format!("`{amount}` has more than {KG_DECIMALS} decimals"))
    })
}

/// The kilograms as a decimal number.
pub(super) fn amount(value: Co2e) -> Result<Amount, Error> {
    Amount::new(value.units(), KG_DECIMALS)
}

/// As answers list amounts.
pub(super) fn write(amounts: &Amounts) -> Vec<v1::AccountAmount> {
    let kept = amounts.iter().filter(|(account, _)| **account != Account::Offsets);
    kept.map(|(account, value)| v1::AccountAmount {
        account: account.as_str().into(),
        kg_co2e: value.to_string(),
    })
    .collect()
}

/// `left + right`, account by account.
pub(super) fn add(left: &Amounts, right: &Amounts) -> Result<Amounts, Error> {
    let mut sum = left.clone();
    for (account, value) in right {
        let slot = sum.entry(*account).or_default();
        *slot = slot.try_add(*value)?;
    }
    Ok(sum)
}

/// Every amount through a function.
pub(super) fn map(amounts: &Amounts, change: impl Fn(Co2e) -> Result<Co2e, Error>) -> Result<Amounts, Error> {
    amounts.iter().map(|(account, value)| Ok((*account, change(*value)?))).collect()
}

/// `part` in per cent of `whole`, rounded half-even; nothing where the whole is zero.
pub(super) fn percent(part: Amount, whole: Amount, decimals: u32) -> Result<Option<Amount>, Error> {
    if whole.is_zero() {
        return Ok(None);
    }
    let hundred = Coefficient::ONE.times(Ratio::whole(100))?;
    let exact = hundred.times(Ratio::from(part))?.times(Ratio::from(whole).inverse()?)?;
    exact.round_half_even(decimals).map(Some)
}
