//! A report as one page that people like to read and programs read exactly: Inline XBRL 1.1 in XHTML.
//!
//! No script, no font, no picture, no request; it follows the reader's light or dark scheme and prints on A4.

mod frame;
mod status;

use core::fmt::Write as _;
use std::collections::BTreeMap;

use super::cells::{Langs, cell, member, unit};
use super::layout::{Chapter, Column, Placed, chapters, columns, last_day, lines};
use super::words::{DISCLOSURES, MODULES, said, words};
use crate::disclosure::{Moment, Sort, Taxonomy, fact_id, moment};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::pack_use;
use crate::report::Lang;
use crate::report::figure;
use crate::report::markup::escaped;
use crate::report::packs;
use crate::wire::v1::{DisclosureAnswer, Fact};

/// The languages of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageLang {
    /// One language.
    One(Lang),
    /// English with Vietnamese below; numbers as in English.
    Both,
}

impl PageLang {
    /// Reads `en`, `vi` or `both`; nothing means English.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`.
    pub fn parse(code: &str) -> Result<PageLang, Error> {
        match code {
            "" => Ok(PageLang::One(Lang::En)),
            "both" => Ok(PageLang::Both),
            code => Lang::parse(code).map(PageLang::One),
        }
    }

    fn langs(self) -> Langs {
        match self {
            PageLang::One(first) => Langs { first, second: None },
            PageLang::Both => Langs { first: Lang::En, second: Some(Lang::Vi) },
        }
    }
}

const STYLE: &str = "\
.other { display: block; color: var(--quiet); font-size: .88em; font-weight: 400; }
h2 .other, h3 .other { font-size: .8em; }
h3 { font-size: 1.02rem; margin: 1.4rem 0 .35rem; }
h2 .code { color: var(--good); margin-right: .5rem; }
.toc { columns: 2; padding: 0; margin: 1rem 0 0; list-style: none; font-size: .92rem; }
.toc li { break-inside: avoid; padding: .1rem 0; }
.toc .code { display: inline-block; min-width: 2.6rem; color: var(--good); font-weight: 650; }
.block { white-space: pre-line; border-left: 2px solid var(--line); padding: .1rem 0 .1rem .9rem; margin: .2rem 0 .8rem; max-width: 46rem; }
.members { margin: 0; padding: 0; list-style: none; }
td.words { min-width: 9rem; }
td.unit { color: var(--quiet); white-space: nowrap; }
td.made { overflow-wrap: anywhere; }
.formula { font-size: .85em; color: var(--quiet); overflow-wrap: anywhere; }
@media print { h3 { break-after: avoid; } .block { max-width: none; } .toc { columns: 3; } }
";

/// A page as it grows.
struct Writer<'t> {
    taxonomy: &'t Taxonomy<'t>,
    answer: &'t DisclosureAnswer,
    langs: Langs,
    body: String,
    hidden: String,
    contexts: BTreeMap<(Moment, &'t BTreeMap<String, String>), String>,
    units: BTreeMap<&'t str, String>,
}

/// The report of an answer as Inline XBRL. It says on its face whether it is complete.
///
/// # Errors
/// `UNKNOWN_VALUE` for a taxonomy that is not loaded, `FACT_VALUE` for a report that is not valid.
pub fn disclosure_page(
    catalog: &Catalog,
    answer: &DisclosureAnswer,
    lang: PageLang,
) -> Result<String, Error> {
    let taxonomy = Taxonomy::open(catalog, &answer.result.report.taxonomy)?;
    if !answer.result.valid {
        let message = "facts of the report are wrong: a document would repeat them";
        return Err(Error::new(Code::FactValue, message)
            .with_help("mend what `disclosure.check` finds")
            .at("/report/facts"));
    }
    let mut writer = Writer {
        taxonomy: &taxonomy,
        answer,
        langs: lang.langs(),
        body: String::new(),
        hidden: String::new(),
        contexts: BTreeMap::new(),
        units: BTreeMap::new(),
    };
    writer.references()?;
    writer.head();
    writer.sections()?;
    writer.status();
    writer.sources();
    writer.end()
}

impl<'t> Writer<'t> {
    fn push(&mut self, html: &str) {
        self.body.push_str(html);
    }

    fn say(&self, text: impl Fn(Lang) -> String) -> String {
        self.langs.say(text)
    }

    fn head(&mut self) {
        let (result, report) = (&self.answer.result, &self.answer.result.report);
        let period = |text: &str| {
            let days: Vec<&str> = text.split('/').collect();
            self.say(|lang| days.iter().map(|day| lang.text().date(day)).collect::<Vec<_>>().join(" – "))
        };
        let mut facts = vec![
            (self.say(|lang| words(lang).entity.into()), escaped(&report.entity.name)),
            (self.say(|lang| words(lang).identifier.into()), {
                format!(
                    "{} <span class=\"quiet\">({})</span>",
                    escaped(&report.entity.identifier),
                    escaped(&report.entity.scheme)
                )
            }),
            (self.say(|lang| words(lang).period.into()), period(&report.period)),
        ];
        if !report.previous_period.is_empty() {
            facts.push((self.say(|lang| words(lang).previous.into()), period(&report.previous_period)));
        }
        facts.push((
            self.say(|lang| words(lang).module.into()),
            self.say(|lang| said(MODULES, &report.module, lang).into()),
        ));
        let pack = pack_use(self.taxonomy.pack);
        facts.push((
            self.say(|lang| words(lang).taxonomy.into()),
            self.say(|lang| {
                let named = packs::named(&pack, lang);
                escaped(&format!("{}, {} {}", named.title, named.publisher, named.edition))
            }),
        ));
        let title = self.say(|lang| words(lang).title.into());
        let mut head = format!("<h1>{title}</h1>\n<dl class=\"facts\">\n");
        for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            let _ = writeln!(head, "<dt>{name}</dt><dd>{value}</dd>");
        }
        head.push_str("</dl>\n");
        let marks = self.langs.first.text().marks;
        let counts = &result.counts;
        let state = if result.complete {
            self.say(|lang| words(lang).complete.into())
        } else {
            self.say(|lang| format!("{} {}", words(lang).incomplete, figure::count(counts.missing, marks)))
        };
        let class = if result.complete { "state" } else { "state open" };
        let _ = write!(head, "<div class=\"{class}\"><strong>{state}</strong>");
        if counts.open > 0 {
            let open =
                self.say(|lang| format!("{} {}", words(lang).unsaid, figure::count(counts.open, marks)));
            let _ = write!(head, "<div class=\"quiet\">{open}</div>");
        }
        head.push_str("</div>\n");
        let _ = writeln!(head, "<p class=\"quiet\">{}</p>", self.say(|lang| words(lang).reading.into()));
        self.push(&head);
    }

    fn sections(&mut self) -> Result<(), Error> {
        let chapters = chapters(self.taxonomy, &self.answer.result.report.facts);
        let named = |writer: &Writer<'_>, code: &str| {
            writer.say(|lang| {
                if code.is_empty() { words(lang).general } else { said(DISCLOSURES, code, lang) }.to_owned()
            })
        };
        let mut toc = String::from("<ul class=\"toc\">\n");
        for Chapter { code, .. } in &chapters {
            let id = if code.is_empty() { "general" } else { code };
            let _ = writeln!(
                toc,
                "<li><span class=\"code\">{}</span><a href=\"#{id}\">{}</a></li>",
                escaped(code),
                named(self, code)
            );
        }
        toc.push_str("</ul>\n");
        self.push(&toc);
        for Chapter { code, sections } in &chapters {
            let id = if code.is_empty() { "general" } else { code };
            let heading = format!(
                "<h2 id=\"{id}\"><span class=\"code\">{}</span>{}</h2>\n",
                escaped(code),
                named(self, code)
            );
            self.push(&heading);
            for (row, facts) in sections {
                let heading = format!("<h3>{}</h3>\n", self.langs.label(&row.label_en, &row.label_vi));
                self.push(&heading);
                self.section(facts)?;
            }
        }
        Ok(())
    }

    fn section(&mut self, facts: &[Placed<'t>]) -> Result<(), Error> {
        let sort = |fact: &Fact| {
            self.taxonomy.concepts.get(fact.concept.as_str()).map_or(Sort::Text, |known| known.sort)
        };
        let (blocks, cells): (Vec<_>, Vec<_>) =
            facts.iter().copied().partition(|(_, fact)| sort(fact) == Sort::TextBlock);
        let columns = columns(&self.answer.result.report, facts)?;
        if !cells.is_empty() {
            self.table(&cells, &columns)?;
        }
        let mut before = None;
        for (at, fact) in blocks {
            let Some(concept) = self.taxonomy.concepts.get(fact.concept.as_str()) else { continue };
            let label = self.langs.label(&concept.row.label_en, &concept.row.label_vi);
            let day = last_day(fact)?;
            let year = columns.iter().find(|(known, _)| *known == day).filter(|_| columns.len() > 1);
            let year = year.map_or(String::new(), |(_, name)| format!(" ({})", escaped(name)));
            let cell = self.cell(at, fact, Sort::TextBlock)?;
            // The same in another language stands below without its name.
            if before.replace((&fact.concept, day)) != Some((&fact.concept, day)) {
                self.push(&format!("<p class=\"quiet\">{label}{year}</p>\n"));
            }
            self.push(&format!("<div class=\"block\">{cell}</div>\n"));
        }
        Ok(())
    }

    fn table(&mut self, facts: &[Placed<'t>], columns: &[(Column, String)]) -> Result<(), Error> {
        let item = self.say(|lang| words(lang).item.into());
        let mut html = format!("<div class=\"wide\">\n<table>\n<thead><tr><th scope=\"col\">{item}</th>");
        let figures = facts.iter().any(|(_, fact)| self.sort_of(fact).is_number());
        let class = if figures { "number-cell" } else { "words" };
        for (_, name) in columns {
            let _ = write!(html, "<th scope=\"col\" class=\"{class}\">{}</th>", escaped(name));
        }
        let unit_name = self.say(|lang| words(lang).unit.into());
        let any_unit = facts.iter().any(|(_, fact)| {
            !fact.unit.is_empty() && fact.unit != "xbrli:pure" || self.sort_of(fact) == Sort::Percent
        });
        if any_unit {
            let _ = write!(html, "<th scope=\"col\" class=\"nowrap\">{unit_name}</th>");
        }
        html.push_str("</tr></thead>\n<tbody>\n");
        for (concept, members, of) in lines(facts) {
            let Some(known) = self.taxonomy.concepts.get(concept) else { continue };
            let mut label = self.langs.label(&known.row.label_en, &known.row.label_vi);
            for name in members.values() {
                let _ =
                    write!(label, "<div class=\"details\">{}</div>", member(self.taxonomy, self.langs, name));
            }
            let _ = write!(html, "<tr><th scope=\"row\">{label}</th>");
            for (day, _) in columns {
                let class = if known.sort.is_number() { "number-cell" } else { "words" };
                let mut cells = Vec::new();
                for (at, fact) in &of {
                    if last_day(fact)? == *day {
                        cells.push(self.cell(*at, fact, known.sort)?);
                    }
                }
                let _ = write!(html, "<td class=\"{class}\">{}</td>", cells.join("<br/>"));
            }
            if any_unit {
                let shown = of.first().map_or("", |(_, fact)| &fact.unit);
                let _ = write!(
                    html,
                    "<td class=\"unit\">{}</td>",
                    escaped(&unit(self.taxonomy, known.sort, self.langs.first, shown))
                );
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
        self.push(&html);
        Ok(())
    }

    fn sort_of(&self, fact: &Fact) -> Sort {
        self.taxonomy.concepts.get(fact.concept.as_str()).map_or(Sort::Text, |known| known.sort)
    }

    fn cell(&mut self, at: usize, fact: &'t Fact, sort: Sort) -> Result<String, Error> {
        let id = fact_id(at);
        let context =
            self.contexts.get(&(moment(&fact.period)?, &fact.dimensions)).map_or("", String::as_str);
        let unit = self.units.get(fact.unit.as_str()).map_or("", String::as_str);
        Ok(cell(self.taxonomy, self.langs, (sort, fact), (&id, context, unit), &mut self.hidden))
    }
}

fn day_before(after: chrono::NaiveDate) -> chrono::NaiveDate {
    after.pred_opt().unwrap_or(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::check;
    use crate::wire::v1::{Disclosure, DisclosureEntity};

    #[test]
    fn every_language_writes_the_same_facts_and_all_text_is_escaped() {
        let catalog = crate::factor::shipped();
        let entity = DisclosureEntity {
            scheme: "https://example.com/id".into(),
            identifier: "1".into(),
            name: "A & B <Co>".into(),
        };
        let mut report = Disclosure {
            taxonomy: "vsme-2026-05-01".into(),
            module: "comprehensive".into(),
            entity,
            period: "2025".into(),
            ..Disclosure::default()
        };
        let fact = |concept: &str, value: &str, unit: &str| Fact {
            concept: concept.into(),
            value: value.into(),
            unit: unit.into(),
            ..Fact::default()
        };
        report.facts = vec![
            fact("vsme:GrossScope1GreenhouseGasEmissions", "1234.5", "utr:tCO2e"),
            fact("vsme:PercentageGapInPayBetweenFemaleAndMaleEmployees", "-0.0525", ""),
            fact("vsme:DescriptionOfMainBusinessRelationships", "a < b & \"c\"\nline two", ""),
            fact("vsme:BasisForReporting", "vsme:IndividualMember", ""),
        ];
        let answer = check(catalog, &report).unwrap();
        assert!(answer.result.valid, "{:?}", answer.result.findings);
        let page = |lang| disclosure_page(catalog, &answer, lang).unwrap();
        let (en, vi, both) =
            (page(PageLang::One(Lang::En)), page(PageLang::One(Lang::Vi)), page(PageLang::Both));
        assert!(en.contains(">1,234.5</ix:nonFraction>") && en.contains("ixt:num-dot-decimal"));
        assert!(vi.contains(">1.234,5</ix:nonFraction>") && vi.contains("ixt:num-comma-decimal"));
        assert!(en.contains("scale=\"-2\"") && en.contains("sign=\"-\">5.25</ix:nonFraction>"));
        for text in [&en, &vi, &both] {
            assert_eq!(text.matches("<ix:non").count(), 4);
            assert!(text.contains("a &lt; b &amp; \"c\"\nline two</ix:nonNumeric>"));
            assert!(text.contains("A &amp; B &lt;Co&gt;") && !text.contains("<script"));
            assert!(text.contains(
                "https://xbrl.efrag.org/taxonomy/vsme/2026-05-01/vsme#IndividualMember</ix:nonNumeric>"
            ));
        }
        assert!(en.contains("This report is incomplete") && vi.contains("chưa đầy đủ"));
    }
}
