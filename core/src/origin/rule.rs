//! Conditions of rules: read once, asked of a product and its materials.

use core::cmp::Ordering;

use super::Verdict;
use super::hs::{Span, any_holds, spans};
use super::product::{Material, Met, Product, Status, foreign_value, originating_value};
use super::span::{Missing, Sum, comparison, lacks, percent};
use super::tolerance::tolerated;
use crate::error::{Code, Error};
use crate::factor::Figures;
use crate::number::{Amount, Fraction};
use crate::wire::v1;

/// Formulas of regional value content, with their names.
const FORMULAS: [&str; 4] = ["build-down", "build-up", "focused", "net-cost"];

/// One condition, checked.
#[derive(Clone, Debug)]
pub(super) enum Test {
    Rvc { formula: &'static str, least: Fraction, counted: Vec<Span> },
    ValueLimit { most: Fraction },
    Set { most: Fraction },
    Change { name: &'static str, digits: usize, except: Vec<Span> },
    MadeFrom { headings: Vec<Span>, said: String },
    WhollyObtained,
    Process { says: String, shown: Option<bool> },
}

/// What a condition gave.
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    pub(super) missing: Missing,
    pub(super) told: v1::OriginConditionVerdict,
}

impl Test {
    /// Reads a condition of a request.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`, `CHOICE_MISSING`, `BAD_NUMBER` and the like, with their place; `BAD_PACK`.
    pub(super) fn read(
        given: &v1::OriginCondition,
        figures: &mut Figures<'_>,
        path: &str,
    ) -> Result<Test, Error> {
        let at = |field: &str| format!("{path}/{field}");
        match given.test.as_str() {
            "rvc" => {
                let Some(formula) = FORMULAS.into_iter().find(|formula| *formula == given.formula) else {
                    return Err(unknown("formula", &given.formula, &FORMULAS.join(", ")).at(at("formula")));
                };
                allowed(figures, formula).map_err(|error| error.at(at("formula")))?;
                let counted = spans(&given.headings, &at("headings"))?;
                if formula == "focused" && counted.is_empty() {
                    let message = "focused value needs the headings whose materials count";
                    return Err(Error::new(Code::ChoiceMissing, message).at(at("headings")));
                }
                Ok(Test::Rvc {
                    formula,
                    least: figures_percent(given, "general-percent", figures, path)?,
                    counted,
                })
            }
            "value-limit" => {
                allowed(figures, "value-limit").map_err(|error| error.at(at("test")))?;
                Ok(Test::ValueLimit { most: figures_percent(given, "", figures, path)? })
            }
            "set" => Ok(Test::Set { most: figures_percent(given, "set-percent", figures, path)? }),
            "change" => {
                let (name, digits) = match given.change.as_str() {
                    "CC" => ("CC", 2),
                    "CTH" => ("CTH", 4),
                    "CTSH" => ("CTSH", 6),
                    other => return Err(unknown("change", other, "CC, CTH or CTSH").at(at("change"))),
                };
                Ok(Test::Change { name, digits, except: spans(&given.except_from, &at("except_from"))? })
            }
            "made-from" => {
                let headings = spans(&given.headings, &at("headings"))?;
                Ok(Test::MadeFrom { headings, said: given.headings.join(", ") })
            }
            "wholly-obtained" => Ok(Test::WhollyObtained),
            "process" => Ok(Test::Process { says: given.process.clone(), shown: given.shown }),
            other => {
                let known = "rvc, value-limit, change, made-from, wholly-obtained, process or set";
                Err(unknown("test", other, known).at(at("test")))
            }
        }
    }

    fn name(&self) -> (&'static str, String) {
        match self {
            Test::Rvc { formula, .. } => ("rvc", (*formula).into()),
            Test::ValueLimit { .. } => ("value-limit", "value-limit".into()),
            Test::Set { .. } => ("set", "value-limit".into()),
            Test::Change { name, .. } => ("change", (*name).into()),
            Test::MadeFrom { said, .. } => ("made-from", said.clone()),
            Test::WhollyObtained => ("wholly-obtained", String::new()),
            Test::Process { says, .. } => ("process", says.clone()),
        }
    }

    /// Asks it of a product.
    ///
    /// # Errors
    /// `OVERFLOW`, `BAD_PACK`.
    pub(super) fn judge(
        &self,
        product: &Product,
        materials: &[Material],
        figures: &mut Figures<'_>,
    ) -> Result<Judged, Error> {
        let (test, asks) = self.name();
        let mut told = v1::OriginConditionVerdict { test: test.into(), asks, ..Default::default() };
        let (verdict, mut missing) = match self {
            Test::Rvc { formula, least, counted } => {
                content(formula, (least, counted), product, materials, figures, &mut told)?
            }
            Test::ValueLimit { most } | Test::Set { most } => {
                let sum = foreign_value(materials, |_| Verdict::Pass)?;
                limited(&sum, most, (&product.basis, product.basis_name), product, &mut told)?
            }
            Test::Change { digits, except, .. } => {
                let meets = |material: &Material| {
                    let excepted = not(any_holds(except, &material.code));
                    product.code.differs(&material.code, *digits).min(excepted)
                };
                changed(meets, product, materials, figures, &mut told)?
            }
            Test::MadeFrom { headings, .. } => {
                let meets = |material: &Material| any_holds(headings, &material.code);
                changed(meets, product, materials, figures, &mut told)?
            }
            Test::WhollyObtained => {
                let foreign: Vec<&Material> =
                    materials.iter().filter(|material| material.is_foreign()).collect();
                told.materials = foreign.iter().map(|material| material.name().to_owned()).collect();
                undecided(&foreign)
            }
            Test::Process { says, shown } => match shown {
                Some(true) => (Verdict::Pass, Missing::new()),
                Some(false) => (Verdict::Fail, Missing::new()),
                None => (Verdict::NotProven, [lacks("process", says)].into()),
            },
        };
        if verdict != Verdict::NotProven {
            missing.clear();
        }
        told.verdict = verdict.as_str().into();
        told.missing = missing.iter().cloned().collect();
        Ok(Judged { verdict, missing, told })
    }
}

fn not(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Pass => Verdict::Fail,
        Verdict::Fail => Verdict::Pass,
        Verdict::NotProven => Verdict::NotProven,
    }
}

fn unknown(what: &str, given: &str, known: &str) -> Error {
    Error::new(Code::UnknownValue, format!("{what} `{given}` is not known")).with_help(format!("use {known}"))
}

/// Whether the agreement knows a formula.
fn allowed(figures: &mut Figures<'_>, formula: &str) -> Result<(), Error> {
    let known = figures.words("formulas");
    if known.contains(&formula) {
        return Ok(());
    }
    Err(Error::new(Code::UnknownValue, format!("the agreement has no formula `{formula}`"))
        .with_help(format!("it has {}; of value-limit, the test has the same name", known.join(", "))))
}

/// The percentage of a condition, or the agreement's own.
fn figures_percent(
    given: &v1::OriginCondition,
    usual: &str,
    figures: &mut Figures<'_>,
    path: &str,
) -> Result<Fraction, Error> {
    let path = format!("{path}/percent");
    let percent = match given.percent.as_str() {
        "" => figures.amount(usual)?.ok_or_else(|| {
            Error::new(
                Code::ChoiceMissing,
                "no percentage is given, and the agreement has none for all products",
            )
            .at(path.clone())
        })?,
        text => Amount::parse(text).map_err(|error| error.at(path.clone()))?,
    };
    let hundred = Amount::new(100, 0)?;
    if percent.is_negative() || percent > hundred {
        return Err(Error::new(
            Code::NumberOutOfRange,
            format!("`{percent}` is no percentage from 0 to 100"),
        )
        .at(path));
    }
    Ok(Fraction::from(percent))
}

type Outcome = Result<(Verdict, Missing), Error>;

/// Regional value content (M-190).
fn content(
    formula: &str,
    (least, counted): (&Fraction, &[Span]),
    product: &Product,
    materials: &[Material],
    figures: &mut Figures<'_>,
    told: &mut v1::OriginConditionVerdict,
) -> Outcome {
    told.limit_percent = least.to_string();
    let (whole, name) = match formula {
        "net-cost" => (&product.net_cost, "net-cost"),
        _ => (&product.basis, product.basis_name),
    };
    let Some(whole) = whole else {
        return Ok((Verdict::NotProven, [lacks("basis", &format!("{} {name}", product.given.id))].into()));
    };
    if formula == "build-up" {
        let mut sum = originating_value(materials)?;
        let counts = figures.words("build-up-counts");
        for (name, cost) in product.costs.iter().filter(|(name, _)| counts.contains(name)) {
            told.asks.push_str(" + ");
            told.asks.push_str(name);
            sum.add(cost, Some(cost))?;
        }
        told.percent = percent(&sum.least, whole)?.to_string();
        told.comparison = comparison(&sum.least.to_string(), &sum.least, least, whole, Ordering::Greater)?;
        return Ok((sum.at_least(least, whole)?, sum.missing));
    }
    let sum = match formula {
        "focused" => foreign_value(materials, |material| any_holds(counted, &material.code))?,
        _ => foreign_value(materials, |_| Verdict::Pass)?,
    };
    if let Some(most) = &sum.most {
        let part = whole.try_sub(most)?;
        told.percent = percent(&part, whole)?.to_string();
        told.comparison = comparison(&format!("({whole} - {most})"), &part, least, whole, Ordering::Greater)?;
    }
    // At least so much of the value is ours where at most the rest is not.
    let rest = Fraction::whole(100).try_sub(least)?;
    Ok((sum.at_most(&rest, whole)?, sum.missing))
}

/// At most so much that does not originate (M-191).
fn limited(
    sum: &Sum,
    most: &Fraction,
    (whole, name): (&Option<Fraction>, &str),
    product: &Product,
    told: &mut v1::OriginConditionVerdict,
) -> Outcome {
    told.limit_percent = most.to_string();
    let Some(whole) = whole else {
        return Ok((Verdict::NotProven, [lacks("basis", &format!("{} {name}", product.given.id))].into()));
    };
    if let Some(counted) = &sum.most {
        told.percent = percent(counted, whole)?.to_string();
        told.comparison = comparison(&counted.to_string(), counted, most, whole, Ordering::Less)?;
    }
    Ok((sum.at_most(most, whole)?, sum.missing.clone()))
}

/// The verdict on materials that do not meet something, before any tolerance.
fn undecided(materials: &[&Material]) -> (Verdict, Missing) {
    if materials.is_empty() {
        return (Verdict::Pass, Missing::new());
    }
    if materials.iter().any(|material| material.status == Status::Foreign) {
        return (Verdict::Fail, Missing::new());
    }
    (Verdict::NotProven, materials.iter().flat_map(|material| material.missing.iter().cloned()).collect())
}

/// A change of classification, or a list of headings, asked of every non-originating material (M-192).
fn changed(
    meets: impl Fn(&Material) -> Verdict,
    product: &Product,
    materials: &[Material],
    figures: &mut Figures<'_>,
    told: &mut v1::OriginConditionVerdict,
) -> Outcome {
    let foreign = materials.iter().filter(|material| material.is_foreign()).map(|material| {
        let same = |edition: &str| edition == product.rule_edition;
        if same(material.code.edition()) && same(product.code.edition()) {
            Met { material, meets: meets(material), lacks: "hs-code" }
        } else {
            Met { material, meets: Verdict::NotProven, lacks: "hs-edition" }
        }
    });
    let unmet: Vec<Met<'_>> = foreign.filter(|met| met.meets != Verdict::Pass).collect();
    told.materials = unmet.iter().map(|met| met.material.name().to_owned()).collect();
    let sure: Vec<&Material> =
        unmet.iter().filter(|met| met.meets == Verdict::Fail).map(|met| met.material).collect();
    let (mut verdict, mut missing) = undecided(&sure);
    for met in unmet.iter().filter(|met| met.meets == Verdict::NotProven) {
        verdict = verdict.min(Verdict::NotProven);
        missing.insert(lacks(met.lacks, met.material.name()));
    }
    if verdict == Verdict::Pass {
        return Ok((verdict, missing));
    }
    let (with, tolerances, open) = tolerated(product, &unmet, figures)?;
    told.tolerances = tolerances;
    if with == Verdict::NotProven {
        missing.extend(open);
    }
    Ok((verdict.max(with), missing))
}
