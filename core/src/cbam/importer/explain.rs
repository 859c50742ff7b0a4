//! Why so many certificates: for each line the way down to the meters, what matters most, where default values cost money
//! (METHODS M-115).

use std::collections::BTreeMap;
use std::io::Read as Input;

use super::actual::Place;
use super::choices::Data;
use super::ledger::Line;
use super::plants::digits;
use super::rate::Rater;
use super::{Job, Read};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::number::{Fraction, Ties};
use crate::order::Order;
use crate::wire::v1;

/// Decimals of euro and of per cent.
const CENTS: u32 = 2;

/// Explains what an importer owes: each line from its certificates down to default values or to the meters of the installation's
/// document, what the parts cost, and where own data would cost less than default values.
///
/// # Units
/// Tonnes of CO2 equivalent in the whole quantity of a line, exactly; EUR with two decimals.
///
/// # Method
/// M-115; below a good of a document M-132.
///
/// # Errors
/// As [`declare`](super::declare).
///
/// # Example
/// ```
/// use emitrace::cbam::explain_declaration;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::{CbamImportOptions, CbamImportRequest};
///
/// let imports = "date,cn_code,origin,net_mass,unit\n2026-02-03,7207 11 11,Türkiye,100,t\n";
/// let options = CbamImportOptions { year: "2026".into(), data: "default".into(), ..Default::default() };
/// let request = CbamImportRequest { options, ..Default::default() };
/// let answer = explain_declaration(imports.as_bytes(), &Catalog::bundled()?, &request)?;
/// let rows: Vec<_> = answer.goods[0].rows.iter().map(|row| (&*row.kind, &*row.t_co2e)).collect();
/// assert_eq!(rows[..4], [("certificates", "121.11"), ("embedded", "254.1"), ("default", "231"), ("mark-up", "23.1")]);
/// assert_eq!(answer.defaults[0].of_mark_up_eur, "1740.82");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn explain_declaration<R: Input>(
    imports: R,
    catalog: &Catalog,
    request: &v1::CbamImportRequest,
) -> Result<v1::CbamDeclareExplainAnswer, Error> {
    let job = Job::new(catalog, request)?;
    let read = job.read(imports)?;
    let answer = job.answer(&read)?;
    let mut plants = Vec::with_capacity(request.plants.len());
    for (at, plant) in request.plants.iter().enumerate() {
        let told = super::plants::explain(catalog, plant);
        plants.push(told.map_err(|error| {
            let inner = error.path().to_owned();
            error.at(format!("/plants/{at}/document{inner}"))
        })?);
    }
    let lines: BTreeMap<u64, &Line<'_>> =
        read.imports.lines.iter().map(|line| (line.first.row, line)).collect();
    let (mut goods, mut defaults) = (Vec::new(), Vec::new());
    for shown in &answer.declaration.goods {
        let Some(line) = lines.get(&shown.first_row) else { continue };
        let mut way = Way::new(&job, &read, &plants, (line, shown))?;
        way.certificates()?;
        goods.push(way.explained(&mut defaults)?);
    }
    defaults.order_by(|(a, one), (b, other): &(Fraction, v1::CbamDefaultUse)| {
        b.cmp(a).then_with(|| (one.first_row, &one.path).cmp(&(other.first_row, &other.path)))
    });
    let checked = read.plants.iter().zip(&plants).map(|(plant, told)| v1::CbamPlantChecked {
        installation: plant.installation.clone(),
        completeness: told.completeness.clone(),
    });
    Ok(v1::CbamDeclareExplainAnswer {
        schema: v1::CBAM_DECLARE_EXPLAIN_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: answer.digest.clone(),
        goods,
        defaults: defaults.into_iter().map(|(_, used)| used).collect(),
        plants: checked.collect(),
        answer,
    })
}

/// An exact text of an answer.
fn number(text: &str) -> Result<Fraction, Error> {
    Fraction::parse(text).ok_or_else(|| Error::new(Code::Internal, "a figure of an answer is no number"))
}

/// A line on its way down.
struct Way<'w, 'c> {
    job: &'w Job<'c, 'w>,
    read: &'w Read<'c>,
    plants: &'w [v1::CbamExplainAnswer],
    line: &'w Line<'c>,
    shown: &'w v1::CbamLine,
    quantity: Fraction,
    embedded: Fraction,
    /// EUR for a certificate on average; none while a price is missing.
    price: Option<Fraction>,
    rows: Vec<v1::CbamDueRow>,
    parts: Vec<(Fraction, v1::CbamDuePart)>,
    /// Default values in it: what for, where, what they bring, and what of it is mark-up.
    marked: Vec<(String, String, Fraction, Fraction)>,
}

impl<'w, 'c> Way<'w, 'c> {
    fn new(
        job: &'w Job<'c, 'w>,
        read: &'w Read<'c>,
        plants: &'w [v1::CbamExplainAnswer],
        (line, shown): (&'w Line<'c>, &'w v1::CbamLine),
    ) -> Result<Way<'w, 'c>, Error> {
        let sums = &shown.total;
        let certificates = number(&sums.certificates)?;
        let price = match (certificates.is_zero(), &*sums.certificates_without_price) {
            (true, _) => Some(Fraction::zero()),
            (false, "0") => Some(number(&sums.cost_eur)?.try_div(&certificates)?),
            _ => None,
        };
        let (quantity, embedded) = (number(&shown.quantity)?, number(&sums.embedded_t_co2e)?);
        let (rows, parts, marked) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Way { job, read, plants, line, shown, quantity, embedded, price, rows, parts, marked })
    }

    fn row(
        &mut self,
        level: u32,
        (kind, about, path): (&str, &str, &str),
        value: &Fraction,
        formula: String,
    ) {
        self.rows.push(v1::CbamDueRow {
            level,
            kind: kind.into(),
            about: about.into(),
            path: path.into(),
            t_co2e: value.to_string(),
            formula,
            factors: Vec::new(),
        });
    }

    fn part(
        &mut self,
        (kind, about, path): (&str, &str, &str),
        value: &Fraction,
        (inputs, data): (&[String], &str),
    ) -> Result<(), Error> {
        if value.is_zero() {
            return Ok(());
        }
        let percent = match self.embedded.is_zero() {
            true => Fraction::zero(),
            false => value.try_mul(&Fraction::whole(100))?.try_div(&self.embedded)?,
        };
        let part = v1::CbamDuePart {
            kind: kind.into(),
            about: about.into(),
            path: path.into(),
            t_co2e: value.to_string(),
            percent: percent.rounded(CENTS, Ties::HalfEven),
            eur: self.eur(value)?,
            inputs: inputs.to_vec(),
            data: data.into(),
        };
        self.parts.push((value.clone(), part));
        Ok(())
    }

    /// What so many tonnes cost at the average price of the line.
    fn eur(&self, tonnes: &Fraction) -> Result<String, Error> {
        let eur = self.price.as_ref().map(|price| price.try_mul(tonnes)).transpose()?;
        Ok(eur.map_or_else(String::new, |eur| eur.rounded(CENTS, Ties::HalfEven)))
    }

    /// The certificates, and below them what is embedded and what is taken off.
    fn certificates(&mut self) -> Result<(), Error> {
        let shown = self.shown;
        let (due, embedded) = (number(&shown.total.certificates)?, self.embedded.clone());
        let about = format!("{} {} {}", shown.cn_code, shown.origin, shown.installation);
        let sums = &shown.total;
        let (free, carbon) = (&sums.free_allocation_t_co2e, &sums.carbon_price_t_co2e);
        let formula = format!("max(0, {embedded} − {free} − {carbon})");
        self.row(0, ("certificates", about.trim_end(), ""), &due, formula);
        let formula = format!("{} {} × {} t/{}", shown.quantity, shown.unit, shown.see_t_co2e, shown.unit);
        self.row(1, ("embedded", "", ""), &embedded, formula);
        if shown.data == "default" {
            self.by_default()?
        } else {
            self.by_actual()?
        }
        let free = number(&shown.total.free_allocation_t_co2e)?;
        let formula = format!("{} {} × {} t/{}", shown.quantity, shown.unit, shown.sefa_t_co2e, shown.unit);
        self.row(1, ("free-allocation", "", ""), &free.negated(), formula);
        self.benchmarks()?;
        let carbon = number(&shown.total.carbon_price_t_co2e)?;
        if !carbon.is_zero() {
            let formula = format!("{} EUR/{} ÷ average price × quantity", shown.carbon_price_eur, shown.unit);
            self.row(1, ("carbon-price", &shown.installation, ""), &carbon.negated(), formula);
            self.part(("carbon-price", &shown.installation, ""), &carbon.negated(), (&[], "stated"))?;
        }
        let net = embedded.try_sub(&free)?.try_sub(&carbon)?;
        let rest = due.try_sub(&net)?;
        if !rest.is_zero() {
            let threshold = &self.job_threshold();
            let (kind, why) =
                if shown.exempt { ("exempt", &**threshold) } else { ("floor", "never less than none") };
            self.row(1, (kind, "", ""), &rest, why.into());
        }
        Ok(())
    }

    fn job_threshold(&self) -> String {
        format!("the imports of {} do not exceed the single mass threshold", self.job.choices.year)
    }

    /// A default value and its mark-up.
    fn by_default(&mut self) -> Result<(), Error> {
        let (shown, see) = (self.shown, &self.shown.see);
        let before = number(&see.before_mark_up_t_co2e)?.try_mul(&self.quantity)?;
        let formula = format!(
            "{} {} × {} t/{}; {}",
            shown.quantity, shown.unit, see.before_mark_up_t_co2e, shown.unit, see.cell
        );
        let about = format!("{} {}", shown.cn_code, shown.origin);
        self.row(2, ("default", &about, &see.default_value), &before, formula);
        self.part(("default", &about, &see.default_value), &before, (&[], "default"))?;
        let of_mark_up = before.try_mul(&number(&see.mark_up)?)?;
        let marked = (about.clone(), see.default_value.clone(), self.embedded.clone(), of_mark_up.clone());
        self.marked.push(marked);
        self.row(2, ("mark-up", &about, &see.mark_up_figure), &of_mark_up, format!("× {}", see.mark_up));
        self.part(("mark-up", &about, &see.mark_up_figure), &of_mark_up, (&[], "law"))
    }

    /// Data of the installation: down to its meters if its document is there.
    fn by_actual(&mut self) -> Result<(), Error> {
        let (shown, see) = (self.shown, &self.shown.see);
        let key = &self.line.key;
        let found = self.read.actuals.find(&key.installation, &key.good, key.produced);
        let actual = found.ok().and_then(|at| self.read.actuals.get(at));
        if let Some(Place::Plant(at)) = actual.map(|actual| actual.place) {
            let goods = self.plants.get(at).map(|plant| plant.goods.as_slice()).unwrap_or_default();
            if let Some(good) = goods.iter().find(|good| digits(&good.cn) == digits(&shown.cn_code)) {
                return self.by_plant(at, good);
            }
        }
        let path = actual.map_or_else(String::new, |actual| actual.place.to_string());
        let content = number(&see.content)?.try_mul(&self.quantity)?;
        for (kind, stated) in [("direct", &see.direct_t_co2e), ("indirect", &see.indirect_t_co2e)] {
            let value = number(stated)?.try_mul(&content)?;
            if value.is_zero() {
                continue;
            }
            let formula = format!(
                "{stated} t/{} × {} {}/{} × {} {}",
                see.per, see.content, see.per, shown.unit, shown.quantity, shown.unit
            );
            self.row(2, (kind, &shown.installation, &path), &value, formula);
            self.part((kind, &shown.installation, &path), &value, (&[], "stated"))?;
        }
        Ok(())
    }

    /// The way down within an installation, for the whole quantity.
    fn by_plant(&mut self, at: usize, good: &v1::CbamGoodExplained) -> Result<(), Error> {
        let place = |path: &str| format!("/plants/{at}/document{path}");
        let mut exact = Fraction::zero();
        for row in &good.rows {
            let mut value = String::new();
            if !row.t_co2e_per_t.is_empty() {
                let tonnes = number(&row.t_co2e_per_t)?.try_mul(&self.quantity)?;
                value = tonnes.to_string();
                if row.level == 0 {
                    exact = tonnes;
                }
            }
            self.rows.push(v1::CbamDueRow {
                level: row.level.saturating_add(2),
                kind: row.kind.clone(),
                about: row.about.clone(),
                path: place(&row.path),
                t_co2e: value,
                formula: row.formula.clone(),
                factors: row.factors.clone(),
            });
        }
        for part in &good.parts {
            let value = number(&part.t_co2e_per_t)?.try_mul(&self.quantity)?;
            let path = place(&part.path);
            self.part((&part.kind, &part.about, &path), &value, (&part.inputs, &part.data))?;
            if part.data == "default" {
                let of_mark_up = number(&part.mark_up_t_co2e_per_t)?.try_mul(&self.quantity)?;
                self.marked.push((part.about.clone(), path, value, of_mark_up));
            }
        }
        let rounding = self.embedded.try_sub(&exact)?;
        if !rounding.is_zero() {
            self.row(2, ("rounding", "", ""), &rounding, String::new());
        }
        Ok(())
    }

    /// Free allocation: the good's benchmark, and those of its precursors.
    fn benchmarks(&mut self) -> Result<(), Error> {
        for part in &self.shown.sefa {
            let value = number(&part.sefa_t_co2e)?.try_mul(&self.quantity)?.negated();
            let about = format!("{} {}", part.cn_code, part.installation);
            let formula = match part.note.is_empty() {
                true => format!(
                    "{} × {} × {} t/t (column {}) × {} t/t",
                    part.cbam_factor,
                    part.correction_factor,
                    part.benchmark_t_co2e,
                    part.column,
                    part.t_per_t
                ),
                false => part.note.clone(),
            };
            self.row(2, ("benchmark", about.trim_end(), &part.benchmark), &value, formula);
            self.part(("benchmark", about.trim_end(), &part.benchmark), &value, (&[], "law"))?;
        }
        Ok(())
    }

    /// Certificates of the line by other data; none if there are no such data.
    fn by(&self, data: Data) -> Result<Option<Fraction>, Error> {
        if self.shown.exempt {
            return Ok(None);
        }
        let mut key = self.line.key.clone();
        key.data = data;
        let rater = Rater { choices: &self.job.choices, actuals: &self.read.actuals, shift: 0 };
        let Ok(rate) = rater.rate(&key) else { return Ok(None) };
        let due = rate.see.try_sub(rate.sefa)?.try_sub(rate.carbon)?;
        let due = due.max(crate::number::Ratio::ZERO);
        Ok(Some(number(&due.to_string())?.try_mul(&self.quantity)?))
    }

    /// The line explained; its default values join `defaults`.
    fn explained(
        mut self,
        defaults: &mut Vec<(Fraction, v1::CbamDefaultUse)>,
    ) -> Result<v1::CbamLineExplained, Error> {
        let (shown, line) = (self.shown, self.line);
        let actual = match line.key.installation.is_empty() {
            true => None,
            false => self.by(Data::Actual)?,
        };
        let default = self.by(Data::Default)?;
        let price = match &self.price {
            Some(price) if !price.is_zero() => Some(price.clone()),
            Some(_) => self.first_price()?,
            None => None,
        };
        let saved = match (&actual, &default, price) {
            (Some(actual), Some(default), Some(price)) => {
                default.try_sub(actual)?.try_mul(&price)?.rounded(CENTS, Ties::HalfEven)
            }
            _ => String::new(),
        };
        self.defaults(defaults)?;
        let size = |value: &Fraction| if value.is_negative() { value.negated() } else { value.clone() };
        self.parts
            .order_by(|(a, one), (b, other)| size(b).cmp(&size(a)).then_with(|| one.path.cmp(&other.path)));
        let text = |value: Option<Fraction>| value.map_or_else(String::new, |value| value.to_string());
        Ok(v1::CbamLineExplained {
            cn_code: shown.cn_code.clone(),
            origin: shown.origin.clone(),
            installation: shown.installation.clone(),
            data: shown.data.clone(),
            first_row: shown.first_row,
            quantity: shown.quantity.clone(),
            unit: shown.unit.clone(),
            rows: self.rows,
            parts: self.parts.into_iter().map(|(_, part)| part).collect(),
            certificates_by_default: text(default),
            certificates_by_actual: text(actual),
            saved_by_actual_eur: saved,
        })
    }

    /// The price of the first stretch of days, for a line that owes nothing.
    fn first_price(&self) -> Result<Option<Fraction>, Error> {
        let price = self.shown.slots.first().filter(|slot| !slot.price_eur.is_empty());
        price.map(|slot| number(&slot.price_eur)).transpose()
    }

    /// Default values that stand in the line.
    fn defaults(&self, defaults: &mut Vec<(Fraction, v1::CbamDefaultUse)>) -> Result<(), Error> {
        for (about, path, value, of_mark_up) in &self.marked {
            let used = v1::CbamDefaultUse {
                cn_code: self.shown.cn_code.clone(),
                origin: self.shown.origin.clone(),
                installation: self.shown.installation.clone(),
                first_row: self.shown.first_row,
                about: about.clone(),
                path: path.clone(),
                t_co2e: value.to_string(),
                of_mark_up_t_co2e: of_mark_up.to_string(),
                of_mark_up_eur: self.eur(of_mark_up)?,
            };
            defaults.push((of_mark_up.clone(), used));
        }
        Ok(())
    }
}
