//! From a request's words to typed choices of the statistics; every fault names its field.

use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::{Catalog, Factor};
use crate::gas::Gas;
use crate::number::{Amount, NumberFormat};
use crate::scope::Category;
use crate::uncertainty::{Correlation, Distribution, Spread, checked_draws};
use crate::wire::v1;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Activity,
    Factor,
}

/// A rule of the request.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    of: Of,
    category: Option<Category>,
    activity: Box<str>,
    factor: Box<str>,
    pack: Box<str>,
    gas: Option<Gas>,
    pub(super) spread: Option<Spread>,
    pub(super) distribution: Option<Distribution>,
}

/// What a rule is held against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'s> {
    pub(super) of: Of,
    pub(super) category: Category,
    pub(super) activity: &'s str,
    pub(super) factor: &'s Factor,
    pub(super) gas: Option<Gas>,
}

impl Rule {
    pub(super) fn fits(&self, catalog: &Catalog, subject: &Subject<'_>) -> bool {
        let pack = || catalog.pack_of(subject.factor).map_or("", |pack| &*pack.id);
        self.of == subject.of
            && self.category.is_none_or(|category| category == subject.category)
            && (self.activity.is_empty() || *self.activity == *subject.activity)
            && (self.factor.is_empty() || *self.factor == *subject.factor.id)
            && (self.gas.is_none() || self.gas == subject.gas)
            && (self.pack.is_empty() || *self.pack == *pack())
    }
}

/// The choices of the statistics.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) correlation: Correlation,
    pub(super) basic_factor: Option<Amount>,
    pub(super) rules: Vec<Rule>,
    /// Seed and draws; none for approach 1.
    pub(super) simulation: Option<(u32, u32)>,
}

impl Settings {
    pub(super) fn from_request(
        request: &v1::UncertaintyOptions,
        catalog: &Catalog,
    ) -> Result<Settings, Error> {
        let at = |field: &str| format!("/uncertainty/{field}");
        let correlation = Correlation::parse(request.activity_correlation.as_deref().unwrap_or(""))
            .map_err(|error| error.at(at("activity_correlation")))?;
        let basic_factor = request.pedigree_basic_factor.as_deref().map(Amount::parse).transpose();
        let basic_factor = basic_factor.map_err(|error| error.at(at("pedigree_basic_factor")))?;
        if let Some(basic) = basic_factor {
            let best = crate::quality::Scores::new([1; 5])?;
            crate::uncertainty::pedigree(best, basic)
                .map_err(|error| error.at(at("pedigree_basic_factor")))?;
        }
        let simulation = match request.approach.as_str() {
            "1" => None,
            "2" => {
                let missing = |what: &str| {
                    Error::new(Code::ChoiceMissing, format!("approach 2 needs {what}")).at(at(what))
                };
                let seed = request.seed.ok_or_else(|| missing("seed"))?;
                let draws = request.draws.ok_or_else(|| missing("draws"))?;
                correlation.for_simulation().map_err(|error| error.at(at("activity_correlation")))?;
                Some(checked_draws(seed, draws).map_err(|error| error.at(at("draws")))?)
            }
            other => {
                let code = if other.is_empty() { Code::ChoiceMissing } else { Code::UnknownValue };
                return Err(Error::new(code, format!("approach `{other}` is not 1 or 2"))
                    .with_help("name 1 (propagation of error) or 2 (Monte Carlo beside it)")
                    .at(at("approach")));
            }
        };
        let rules = request.rules.iter().enumerate().map(|(index, rule)| {
            rule_of(rule, catalog).map_err(|error| {
                let path = at(&format!("rules/{index}/{}", error.path()));
                error.at(path)
            })
        });
        Ok(Settings { correlation, basic_factor, rules: rules.collect::<Result<_, _>>()?, simulation })
    }

    /// The first rule that fits and says something of a kind.
    pub(super) fn find<T>(
        &self,
        catalog: &Catalog,
        subject: &Subject<'_>,
        says: impl Fn(&Rule) -> Option<T>,
    ) -> Option<(usize, T)> {
        self.rules
            .iter()
            .enumerate()
            .filter(|(_, rule)| rule.fits(catalog, subject))
            .find_map(|(at, rule)| says(rule).map(|said| (at, said)))
    }
}

/// A rule; the path of an error is the field within it.
fn rule_of(rule: &v1::UncertaintyRule, catalog: &Catalog) -> Result<Rule, Error> {
    let filled = |text: &'_ str| !text.is_empty();
    let of = match rule.of.as_str() {
        "activity" => Of::Activity,
        "factor" => Of::Factor,
        other => {
            return Err(Error::new(Code::UnknownValue, format!("`{other}` is not activity or factor"))
                .with_help("say whether the rule is of the activity or of the factor")
                .at("of"));
        }
    };
    let unknown = |what: &str, value: &str, path: &str| {
        Error::new(Code::UnknownValue, format!("{what} `{value}` is not known"))
            .with_help("a rule that fits nothing is a slip: check the name")
            .at(path.to_owned())
    };
    let category = filled(&rule.category).then(|| Category::parse(&rule.category, None)).transpose();
    if filled(&rule.activity) && catalog.activity(&rule.activity).is_none() {
        return Err(unknown("activity", &rule.activity, "activity"));
    }
    if filled(&rule.factor) && catalog.find(&rule.factor).is_none() {
        return Err(unknown("factor", &rule.factor, "factor"));
    }
    if filled(&rule.pack) && !catalog.packs().iter().any(|pack| *pack.id == *rule.pack) {
        return Err(unknown("pack", &rule.pack, "pack"));
    }
    let gas = match rule.gas.as_str() {
        "" => None,
        name => Some(catalog.gases().find(name).ok_or_else(|| unknown("gas", name, "gas"))?),
    };
    let spread = filled(&rule.uncertainty)
        .then(|| Spread::parse(&rule.uncertainty, NumberFormat::Point, Amount::ONE))
        .transpose()
        .map_err(|error| error.at(Field::Uncertainty.name()))?;
    let distribution =
        filled(&rule.distribution).then(|| Distribution::parse(&rule.distribution)).transpose();
    let distribution = distribution.map_err(|error| error.at("distribution"))?;
    if spread.is_none() && distribution.is_none() {
        return Err(Error::new(Code::BadRequest, "the rule says neither an uncertainty nor a distribution")
            .at("uncertainty"));
    }
    Ok(Rule {
        of,
        category: category.map_err(|error| error.at("category"))?,
        activity: rule.activity.as_str().into(),
        factor: rule.factor.as_str().into(),
        pack: rule.pack.as_str().into(),
        gas,
        spread,
        distribution,
    })
}
