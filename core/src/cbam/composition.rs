//! Emission factors of materials by what they are made of: carbonates that go in, oxides that come out, kiln dust
//! (METHODS M-134).

use super::faults::{At, Faults};
use super::law::Law;
use super::read::{self, Base, Factor, Per};
use crate::error::{Code, Error};
use crate::factor::Kind;
use crate::number::Fraction;
use crate::wire::v1;

const RULE: &str = "Implementing Regulation (EU) 2025/2547, Annex II B: process emissions by carbonates (method A) or by alkaline earth oxides (method B)";

/// Whether a stream's emission factor follows from what it is made of.
pub(super) fn asked(given: &v1::CbamStream) -> bool {
    !given.composition.is_empty() || given.kiln_dust.is_some()
}

/// The emission factor that a stream's composition or its kiln dust comes to; none if the stream has neither.
pub(super) fn emission_factor(
    law: &Law<'_>,
    faults: &mut Faults,
    given: &v1::CbamStream,
    at: &At,
) -> Option<Factor> {
    let parts = [("composition", !given.composition.is_empty()), ("kiln_dust", given.kiln_dust.is_some())];
    let mut parts = parts.into_iter().filter(|(_, there)| *there);
    let (name, _) = parts.next()?;
    let at_part = at.key(name);
    let other = parts.next().map(|(name, _)| name);
    let stated = [
        ("emission_factor", given.emission_factor.is_some()),
        ("carbon_content", given.carbon_content.is_some()),
        ("standard", !given.standard.is_empty()),
    ];
    let twice = other.or(stated.into_iter().find(|(_, there)| *there).map(|(name, _)| name));
    if let Some(twice) = twice {
        faults
            .error(
                Code::Contradiction,
                &at_part,
                format!("the emission factor follows from `{name}` and from `{twice}`"),
            )
            .rule(RULE)
            .help("leave one of the two out");
        return None;
    }
    if given.method != "process" {
        faults
            .error(Code::ParameterUnused, &at_part, format!("`{name}` is of process emissions"))
            .rule(RULE)
            .help("use the method `process`");
        return None;
    }
    match &given.kiln_dust {
        Some(dust) => kiln_dust(law, faults, dust, &at_part),
        None => composition(law, faults, &given.composition, &at_part),
    }
}

/// Σ fraction × standard factor of the carbonate or oxide.
fn composition(law: &Law<'_>, faults: &mut Faults, parts: &[v1::CbamComponent], at: &At) -> Option<Factor> {
    let before = faults.errors();
    let (mut sum, mut whole, mut source) = (Fraction::zero(), Fraction::zero(), Vec::new());
    for (index, part) in parts.iter().enumerate() {
        let at = at.index(index);
        let fraction = read::share(faults, &part.fraction, &at.key("fraction"), "the fraction of the mass");
        if !law.knows(&part.standard) {
            let message = format!("no standard factor is named `{}`", super::faults::shown(&part.standard));
            faults
                .error(Code::FactorUnknown, &at.key("standard"), message)
                .rule(RULE)
                .help("name a carbonate or an oxide of the pack eu-standard-fuels: `carbonate-caco3`, `oxide-cao` …");
            continue;
        }
        let factor = law.standard(faults, &part.standard, Kind::Emission, &at.key("standard"));
        let (Some(fraction), Some(factor)) = (fraction, factor) else { continue };
        if factor.per != Per::Base(Base::Mass) {
            faults
                .error(Code::DimensionMismatch, &at.key("standard"), "the standard factor is not for a tonne")
                .help("name a carbonate or an oxide");
            continue;
        }
        let added =
            || Ok::<_, Error>((sum.try_add(&fraction.try_mul(&factor.value)?)?, whole.try_add(&fraction)?));
        (sum, whole) = faults.take(&at, added())?;
        source.push(format!("{fraction} × {} ({})", factor.value, factor.used.source));
    }
    if whole > Fraction::one() {
        faults
            .error(Code::ShareOutOfRange, at, format!("the fractions add up to {whole}, more than the whole"))
            .help("write fractions of the mass of the material: 0.65 for 65 %");
    }
    (faults.errors() == before).then(|| computed(sum, source.join(" + ")))
}

/// Cement kiln dust: the clinker's factor for what of it is calcined; without an analysis the factor of the act.
///
/// ```text
/// EF(dust) = x ÷ (1 − x),   x = EF(clinker) ÷ (1 + EF(clinker)) × d
/// ```
fn kiln_dust(law: &Law<'_>, faults: &mut Faults, dust: &v1::CbamKilnDust, at: &At) -> Option<Factor> {
    let (clinker, degree) = (&dust.clinker_emission_factor, &dust.degree_of_calcination);
    if clinker.is_empty() && degree.is_empty() {
        let least = faults.take(at, law.parameter("cement-kiln-dust-minimum"))?;
        return Some(computed(least, "factor of the act for cement kiln dust".into()));
    }
    let what = "the emission factor of the clinker (t CO2/t)";
    let clinker = read::needed(faults, clinker, &at.key("clinker_emission_factor"), what);
    let degree = read::share(faults, degree, &at.key("degree_of_calcination"), "the degree of calcination");
    let (clinker, degree) = (clinker?, degree?);
    let factor = || {
        let part = clinker.try_div(&clinker.try_add(&Fraction::one())?)?.try_mul(&degree)?;
        part.try_div(&Fraction::one().try_sub(&part)?)
    };
    let source = format!("clinker {clinker} tCO2/t, degree of calcination {degree}");
    Some(computed(faults.take(at, factor())?, source))
}

fn computed(value: Fraction, source: String) -> Factor {
    let used = v1::CbamFactorUse {
        factor: "emission_factor".into(),
        value: value.to_string(),
        unit: "tCO2/t".into(),
        determination: "computed".into(),
        tier: String::new(),
        source,
        confidence: String::new(),
    };
    Factor { value, per: Per::Base(Base::Mass), used }
}
