//! The report put together: sources, totals, activity data, factors, steps, sections of the form.

use std::collections::{BTreeMap, BTreeSet};

use super::quality;
use super::words::{self, BOUNDARY, CALCULATION, DATA, FACTORS, Findings, REPORT};
use super::year::YearData;
use crate::error::{Code, Error, Severity};
use crate::factor::{Rule, Topic};
use crate::number::{Amount, Co2e};
use crate::regulation::rules::{Book, lowest};
use crate::wire::v1;

/// The body of the report; everything that is missing is a finding in it.
pub(super) fn body(
    book: &Book<'_>,
    (country, on): (&str, &str),
    years: &[YearData],
    declarations: &v1::FacilityDeclarations,
) -> Result<v1::FacilityBody, Error> {
    let mut findings = Findings::default();
    if years.len() == 1 {
        let message = "the law asks for the results of two years that follow each other".to_owned();
        findings.add(Severity::Warning, Code::DeclarationMissing, REPORT, ("/years", "second year"), message);
    }
    let activities = activities(book, years, declarations, &mut findings)?;
    let sources = sources(book, years, declarations, &activities, &mut findings)?;
    let totals = totals(years, &sources)?;
    let activity_data = activity_data(book, years, declarations);
    let factors = factors(book, years, declarations, &mut findings);
    calculation(years, &mut findings);
    removals(declarations, &mut findings);
    let checks = quality::checks(book, years, declarations, &mut findings);
    let statements = quality::statements(book, declarations, &mut findings);
    let triggers = quality::triggers(book, declarations, &mut findings);
    let there = |part: &str| match part {
        "@sources" => activities.iter().any(|line| !line.source.is_empty()),
        "@factors" => !factors.is_empty(),
        "@activity-data" => !activity_data.is_empty(),
        "@results" => years.iter().all(|data| data.answer.inventory.coverage.counted > 0),
        "@statements" => statements.iter().all(|statement| !statement.text.is_empty()),
        "@checks" => checks.iter().all(|check| matches!(&*check.state, "pass" | "explained")),
        _ => false,
    };
    let form = form(book, declarations, &there, &mut findings);
    let steps = steps(book, &findings)?;
    let (lines, outside) = activities.into_iter().partition(|line| !line.source.is_empty());
    let inventory = years.first().map(|data| &data.answer.inventory);
    let info = Severity::Info.as_str();
    let mut packs: BTreeMap<String, v1::PackUse> = BTreeMap::new();
    let used = years.iter().flat_map(|data| data.answer.inventory.packs.iter().cloned());
    for pack in used.chain(book.packs(topics(book).map(|rule| rule.pack))) {
        packs.insert(pack.id.clone(), pack);
    }
    Ok(v1::FacilityBody {
        country: country.into(),
        on: on.into(),
        profile: inventory.map_or_else(String::new, |inventory| inventory.choices.profile.clone()),
        gwp: inventory.map_or_else(String::new, |inventory| inventory.choices.gwp.clone()),
        years: years.iter().map(|data| data.year.to_string()).collect(),
        complete: findings.all.iter().all(|finding| finding.severity == info),
        steps,
        declarations: declarations.clone(),
        sources,
        totals,
        lines,
        activity_data,
        factors,
        checks,
        statements,
        triggers,
        form,
        outside,
        inventories: years.iter().map(inventory_year).collect(),
        findings: findings.all,
        confidence: lowest(topics(book).map(|rule| &*rule.confidence)),
        packs: packs.into_values().collect(),
    })
}

/// The rules that a report rests on.
fn topics<'b>(book: &'b Book<'_>) -> impl Iterator<Item = &'b Rule> {
    [
        Topic::Step,
        Topic::SourceType,
        Topic::CategoryType,
        Topic::FactorOrder,
        Topic::Check,
        Topic::Statement,
        Topic::Trigger,
        Topic::Form,
    ]
    .into_iter()
    .flat_map(|topic| book.on(topic))
}

/// The kind of source of an activity in a category: as declared, else by the first rule that fits; empty if none does.
fn source_of(
    book: &Book<'_>,
    declarations: &v1::FacilityDeclarations,
    category: &str,
    activity: &str,
) -> String {
    if let Some(named) = declarations.activity_sources.iter().find(|named| named.activity == activity) {
        return named.source.clone();
    }
    let place = format!("{category}/{activity}");
    let fits = |rule: &&Rule| {
        place == *rule.measure
            || *category == *rule.measure
            || (rule.measure.contains('/') && place.starts_with(&*rule.measure))
    };
    book.on(Topic::CategoryType).find(fits).map_or_else(String::new, |rule| rule.value.to_string())
}

/// English and Vietnamese name of an activity, from the inventories.
fn names(years: &[YearData], activity: &str) -> (String, String) {
    let all = years.iter().flat_map(|data| &data.answer.inventory.activities);
    all.into_iter()
        .find(|name| name.id == activity)
        .map_or_else(Default::default, |name| (name.name_en.clone(), name.name_vi.clone()))
}

/// The part of a cell's figures that the report counts: direct, or indirect by the grid of the place.
fn counted(category: &str, figures: &v1::Figures) -> (String, &'static str) {
    match category.split('.').next() {
        Some("1") => (figures.scope_1_kg_co2e.clone(), "scope_1"),
        Some("2") => (figures.scope_2_location_kg_co2e.clone(), "scope_2_location"),
        Some("3") => (figures.scope_3_kg_co2e.clone(), "scope_3"),
        _ => (figures.offsets_kg_co2e.clone(), "offsets"),
    }
}

/// Every activity with its figures of each year, by kind of source in the order of the law, those outside last.
fn activities(
    book: &Book<'_>,
    years: &[YearData],
    declarations: &v1::FacilityDeclarations,
    findings: &mut Findings,
) -> Result<Vec<v1::ActivityYears>, Error> {
    let known: Vec<&str> = book.on(Topic::SourceType).map(|rule| &*rule.measure).collect();
    for (index, named) in declarations.activity_sources.iter().enumerate() {
        if !known.contains(&&*named.source) {
            let path = format!("/declarations/activity_sources/{index}/source");
            let message = format!("there is no kind of source `{}`", named.source);
            findings.add(Severity::Warning, Code::UnknownValue, BOUNDARY, (&path, &named.source), message);
        }
    }
    let mut cells: BTreeMap<(usize, String, String), v1::ActivityYears> = BTreeMap::new();
    for (position, data) in years.iter().enumerate() {
        for cell in &data.answer.view(&["category", "activity"])?.cells {
            let [category, activity] = cell.key.as_slice() else { continue };
            let source = source_of(book, declarations, category, activity);
            let rank = known.iter().position(|name| **name == *source);
            let source = if rank.is_some() { source } else { String::new() };
            let (name_en, name_vi) = names(years, activity);
            let entry = cells
                .entry((rank.unwrap_or(known.len()), category.clone(), activity.clone()))
                .or_insert_with(|| v1::ActivityYears {
                    source,
                    category: category.clone(),
                    activity: activity.clone(),
                    name_en,
                    name_vi,
                    years: years.iter().map(|data| no_figure(data.year)).collect(),
                    gases: years.iter().map(|data| no_gases(data.year)).collect(),
                });
            let (kg_co2e, account) = counted(category, &cell.figures);
            if let Some(figure) = entry.years.get_mut(position) {
                *figure = v1::YearFigure { kg_co2e, lines: cell.figures.lines, ..figure.clone() };
            }
            if let Some(year) = entry.gases.get_mut(position) {
                let of_account = cell.figures.gases.iter().filter(|gas| gas.account == account);
                year.gases = of_account.cloned().collect();
            }
        }
    }
    for line in cells.values().filter(|line| line.source.is_empty()) {
        let message = format!("`{}` ({}) is no kind of source of this report", line.activity, line.category);
        findings.add(Severity::Info, Code::OutsideReport, BOUNDARY, ("/years", &line.activity), message);
    }
    Ok(cells.into_values().collect())
}

fn no_figure(year: u16) -> v1::YearFigure {
    v1::YearFigure { year: year.to_string(), lines: 0, kg_co2e: "0".into() }
}

fn no_gases(year: u16) -> v1::YearGases {
    v1::YearGases { year: year.to_string(), gases: Vec::new() }
}

/// The last year minus the first; empty for one year.
fn difference(years: &[v1::YearFigure]) -> Result<String, Error> {
    let [first, second] = years else { return Ok(String::new()) };
    let (before, after) = (Co2e::parse(&first.kg_co2e)?, Co2e::parse(&second.kg_co2e)?);
    let units = after.units().checked_sub(before.units());
    units
        .map(|units| Co2e::from_units(units).to_string())
        .ok_or_else(|| Error::new(Code::Overflow, "a difference"))
}

/// Adds figures of the same years.
fn add(sum: &mut [v1::YearFigure], part: &[v1::YearFigure]) -> Result<(), Error> {
    for (sum, part) in sum.iter_mut().zip(part) {
        sum.lines = sum.lines.saturating_add(part.lines);
        sum.kg_co2e = Co2e::parse(&sum.kg_co2e)?.try_add(Co2e::parse(&part.kg_co2e)?)?.to_string();
    }
    Ok(())
}

/// The kinds of source that the law tells apart, each with its figures, and whether it was looked at.
fn sources(
    book: &Book<'_>,
    years: &[YearData],
    declarations: &v1::FacilityDeclarations,
    activities: &[v1::ActivityYears],
    findings: &mut Findings,
) -> Result<Vec<v1::SourceYears>, Error> {
    let mut rows = Vec::new();
    for rule in book.on(Topic::SourceType) {
        let mut sums: Vec<v1::YearFigure> = years.iter().map(|data| no_figure(data.year)).collect();
        let mut present = false;
        for line in activities.iter().filter(|line| *line.source == *rule.measure) {
            add(&mut sums, &line.years)?;
            present = true;
        }
        let absent = declarations.sources_absent.iter().any(|name| **name == *rule.measure);
        let state = match (present, absent) {
            (true, _) => "present",
            (false, true) => "declared-absent",
            (false, false) => "not-stated",
        };
        let path = "/declarations/sources_absent";
        if present && absent {
            let message = format!("`{}` is declared absent, and the ledger has rows of it", rule.measure);
            findings.add(Severity::Error, Code::DeclarationMissing, BOUNDARY, (path, &rule.measure), message);
        } else if state == "not-stated" {
            let message = format!("no row of `{}`, and it is not declared absent", rule.measure);
            findings.add(
                Severity::Warning,
                Code::DeclarationMissing,
                BOUNDARY,
                (path, &rule.measure),
                message,
            );
        }
        rows.push(v1::SourceYears {
            source: rule.measure.to_string(),
            kind: rule.status.first().map_or_else(String::new, ToString::to_string),
            state: state.into(),
            difference_kg_co2e: difference(&sums)?,
            years: sums,
            rule: book.show(rule),
        });
    }
    Ok(rows)
}

/// Direct, indirect and both.
fn totals(years: &[YearData], sources: &[v1::SourceYears]) -> Result<Vec<v1::TotalYears>, Error> {
    let mut rows = Vec::new();
    for name in ["direct", "indirect", "total"] {
        let mut sums: Vec<v1::YearFigure> = years.iter().map(|data| no_figure(data.year)).collect();
        for source in sources.iter().filter(|source| name == "total" || source.kind == name) {
            add(&mut sums, &source.years)?;
        }
        rows.push(v1::TotalYears { name: name.into(), difference_kg_co2e: difference(&sums)?, years: sums });
    }
    Ok(rows)
}

/// How much of each activity there was, in the units of the ledger.
fn activity_data(
    book: &Book<'_>,
    years: &[YearData],
    declarations: &v1::FacilityDeclarations,
) -> Vec<v1::ActivityData> {
    let order: Vec<&str> = book.on(Topic::SourceType).map(|rule| &*rule.measure).collect();
    let mut rows: BTreeMap<(usize, String, String), v1::ActivityData> = BTreeMap::new();
    for (position, data) in years.iter().enumerate() {
        for ((category, activity, unit), quantity) in &data.quantities {
            let source = source_of(book, declarations, category, activity);
            let Some(rank) = order.iter().position(|name| **name == *source) else { continue };
            let (name_en, name_vi) = names(years, activity);
            let empty =
                |data: &YearData| v1::YearQuantity { year: data.year.to_string(), quantity: String::new() };
            let row =
                rows.entry((rank, activity.clone(), unit.clone())).or_insert_with(|| v1::ActivityData {
                    source,
                    activity: activity.clone(),
                    name_en,
                    name_vi,
                    unit: unit.clone(),
                    years: years.iter().map(empty).collect(),
                });
            if let Some(year) = row.years.get_mut(position) {
                year.quantity = quantity.map_or_else(String::new, |sum| sum.to_string());
            }
        }
    }
    rows.into_values().collect()
}

/// Every factor with its rank; a factor of the facility needs its approval, one of a source without rank a reason.
fn factors(
    book: &Book<'_>,
    years: &[YearData],
    declarations: &v1::FacilityDeclarations,
    findings: &mut Findings,
) -> Vec<v1::FactorRank> {
    let mut ranks: BTreeMap<String, v1::FactorRank> = BTreeMap::new();
    for data in years {
        let inventory = &data.answer.inventory;
        for factor in &inventory.factors {
            let pack = factor.id.split('/').next().unwrap_or_default();
            let own = inventory.packs.iter().any(|known| known.id == pack && !known.shipped);
            let name = if own { "own" } else { pack };
            let rule = book.on(Topic::FactorOrder).find(|rule| *rule.measure == *name);
            // Calorific values and densities are no emission factors: the order does not concern them.
            let property = factor.kind != "emission";
            let proxy = inventory.notes.iter().any(|note| {
                note.about == factor.id
                    && [Code::ProxyYear, Code::ProxyPlace].iter().any(|code| note.code == code.as_str())
            });
            let approval = declarations.own_factors.iter().find(|named| named.factor == factor.id);
            let rank = ranks.entry(factor.id.clone()).or_insert_with(|| v1::FactorRank {
                tier: if property {
                    "0".into()
                } else {
                    rule.map_or_else(String::new, |rule| rule.value.to_string())
                },
                tier_en: match rule {
                    _ if property => "Property of a fuel, no emission factor".into(),
                    Some(rule) => rule.says_en.to_string(),
                    None => String::new(),
                },
                tier_vi: match rule {
                    _ if property => "Tính chất của nhiên liệu, không phải hệ số phát thải".into(),
                    Some(rule) => rule.says_vi.to_string(),
                    None => String::new(),
                },
                years: Vec::new(),
                proxy: false,
                approval: approval.map_or_else(String::new, |named| named.document.trim().into()),
                factor: v1::FactorUse { lines: 0, ..factor.clone() },
            });
            rank.years.push(data.year.to_string());
            rank.proxy |= proxy;
            rank.factor.lines = rank.factor.lines.saturating_add(factor.lines);
        }
    }
    for rank in ranks.values() {
        let id = &rank.factor.id;
        if rank.tier.is_empty() {
            let message = format!("the order of the law does not name the source of `{id}`");
            findings.add(Severity::Warning, Code::FactorOrder, FACTORS, ("/options/sources", id), message);
        }
        if rank.tier == "1" && rank.approval.is_empty() {
            let message = format!("no document approves or proves the facility's own factor `{id}`");
            let path = "/declarations/own_factors";
            findings.add(Severity::Warning, Code::DeclarationMissing, FACTORS, (path, id), message);
        }
    }
    let used: BTreeSet<&str> = ranks.keys().map(String::as_str).collect();
    for (index, named) in declarations.own_factors.iter().enumerate() {
        if !used.contains(&*named.factor) {
            let path = format!("/declarations/own_factors/{index}/factor");
            let message = format!("`{}` was used by no row", named.factor);
            findings.add(
                Severity::Warning,
                Code::DeclarationMissing,
                FACTORS,
                (&path, &named.factor),
                message,
            );
        }
    }
    ranks.into_values().collect()
}

/// Rows that are not in the result keep the calculation open.
fn calculation(years: &[YearData], findings: &mut Findings) {
    for (index, data) in years.iter().enumerate() {
        let coverage = &data.answer.inventory.coverage;
        let path = format!("/years/{index}/ledger");
        let year = data.year.to_string();
        if coverage.rows == 0 {
            let message = format!("{year}: the ledger has no row that can be used");
            findings.add(Severity::Error, Code::EmptyFile, DATA, (&path, &year), message);
        }
        for found in coverage.findings.iter().filter(|found| found.severity == Severity::Error.as_str()) {
            let code = Code::ALL.iter().find(|code| code.as_str() == found.code).copied();
            let message = format!("{year}: {} × {} in the ledger", found.count, found.code);
            let about = (&*path, &*year);
            findings.add(Severity::Error, code.unwrap_or(Code::Internal), CALCULATION, about, message);
        }
    }
}

/// Removals are told apart; a figure that is none is a finding.
fn removals(declarations: &v1::FacilityDeclarations, findings: &mut Findings) {
    for (index, removal) in declarations.removals.iter().enumerate() {
        let read = Amount::parse(&removal.kg_co2e).and_then(|_| Co2e::parse(&removal.kg_co2e));
        if let Err(error) = read {
            let path = format!("/declarations/removals/{index}/kg_co2e");
            let message = error.message().to_owned();
            findings.add(Severity::Error, error.code(), BOUNDARY, (&path, &removal.sink), message);
        }
    }
}

/// The sections of the form; a declaration that one needs and that is empty is a finding.
fn form(
    book: &Book<'_>,
    declarations: &v1::FacilityDeclarations,
    there: &dyn Fn(&str) -> bool,
    findings: &mut Findings,
) -> Vec<v1::FormSection> {
    let mut sections = Vec::new();
    for rule in book.on(Topic::Form) {
        let mut missing = Vec::new();
        for need in rule.unit.split('|').filter(|need| !need.is_empty()) {
            match words::declared(declarations, need) {
                Some(text) if !text.trim().is_empty() => {}
                Some(_) => {
                    findings.missing(words::step_of(need), &format!("/declarations/{need}"), need);
                    missing.push(need.to_owned());
                }
                None if there(need) => {}
                None => missing.push(need.trim_start_matches('@').to_owned()),
            }
        }
        sections.push(v1::FormSection {
            section: rule.measure.to_string(),
            complete: missing.is_empty(),
            missing,
            rule: book.show(rule),
        });
    }
    sections
}

/// The steps: done if no finding keeps them open.
fn steps(book: &Book<'_>, findings: &Findings) -> Result<Vec<v1::StepState>, Error> {
    let steps: Vec<v1::StepState> = book
        .on(Topic::Step)
        .map(|rule| {
            // The last step is the report: it is done when all others are.
            let open = if *rule.value == *REPORT {
                (1..=8u8).map(|step| findings.open(&step.to_string())).fold(0, u64::saturating_add)
            } else {
                findings.open(&rule.value)
            };
            v1::StepState {
                number: rule.value.to_string(),
                state: if open == 0 { "done" } else { "open" }.into(),
                open,
                rule: book.show(rule),
            }
        })
        .collect();
    if steps.is_empty() {
        return Err(Error::new(
            Code::RuleMissing,
            "no steps of a facility's inventory are in force on the day",
        )
        .at("/on"));
    }
    Ok(steps)
}

fn inventory_year(data: &YearData) -> v1::InventoryYear {
    let inventory = &data.answer.inventory;
    v1::InventoryYear {
        year: data.year.to_string(),
        digest: data.answer.digest.clone(),
        rows: inventory.coverage.rows,
        counted: inventory.coverage.counted,
        excluded: inventory.coverage.excluded,
        biogenic_kg_co2: inventory.total.biogenic_kg_co2.clone(),
        findings: inventory.coverage.findings.clone(),
        notes: inventory
            .notes
            .iter()
            .map(|note| v1::NoteUse { code: note.code.clone(), about: note.about.clone(), rows: note.rows })
            .collect(),
    }
}
