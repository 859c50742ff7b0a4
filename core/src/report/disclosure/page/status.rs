//! What the report does not say and why, and where figures come from.

use core::fmt::Write as _;

use super::Writer;
use crate::disclosure::local;
use crate::report::Lang;
use crate::report::disclosure::cells::member;
use crate::report::disclosure::layout::year;
use crate::report::disclosure::reason::reason;
use crate::report::disclosure::words::{DUES, SOURCES, STATUSES, said, words};
use crate::report::figure;
use crate::report::markup::escaped;
use crate::wire::v1::Fact;

impl Writer<'_> {
    /// What is not reported, and why.
    pub(super) fn status(&mut self) {
        let answer = self.answer;
        let items: Vec<_> = answer
            .result
            .items
            .iter()
            .filter(|item| item.status != "given" && item.status != "voluntary")
            .collect();
        if items.is_empty() {
            return;
        }
        let mut html = format!(
            "<h2 id=\"status\">{}</h2>\n<div class=\"wide\">\n<table>\n<thead><tr>",
            self.say(|lang| words(lang).status_title.into())
        );
        for at in 0..5_usize {
            let name =
                self.say(|lang| words(lang).status_columns.get(at).copied().unwrap_or_default().to_owned());
            let _ = write!(html, "<th scope=\"col\">{name}</th>");
        }
        html.push_str("</tr></thead>\n<tbody>\n");
        for item in items {
            let name = self.langs.label(&item.title_en, &item.title_vi);
            let status = self.say(|lang| said(STATUSES, &item.status, lang).to_owned());
            let status = if item.status == "missing" { format!("<strong>{status}</strong>") } else { status };
            let due = self.say(|lang| said(DUES, &item.due, lang).to_owned());
            let _ = writeln!(
                html,
                "<tr><th scope=\"row\">{name}</th><td class=\"nowrap\">{}</td><td>{due}</td><td>{status}</td><td class=\"made\">{}</td></tr>",
                escaped(&item.source),
                self.say(|lang| reason(&answer.result, item, |name| self.member_name(name, lang), lang))
            );
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
        self.push(&html);
    }

    /// The name of a member without its namespace.
    fn member_name(&self, name: &str, lang: Lang) -> String {
        let found = self.taxonomy.members.iter().find(|(id, _)| local(id) == name).map(|(_, row)| row);
        match found {
            Some(row) if lang == Lang::Vi && !row.label_vi.is_empty() => row.label_vi.to_string(),
            Some(row) => row.label_en.to_string(),
            None => name.to_owned(),
        }
    }

    /// Where figures come from that nobody stated.
    pub(super) fn sources(&mut self) {
        let report = &self.answer.result.report;
        let made: Vec<&Fact> = report
            .facts
            .iter()
            .filter(|fact| fact.sources.iter().any(|source| source.kind != "form"))
            .collect();
        if made.is_empty() {
            return;
        }
        let mut html = format!(
            "<h2 id=\"sources\">{}</h2>\n<p class=\"quiet\">{}</p>\n<div class=\"wide\">\n<table>\n<thead><tr>",
            self.say(|lang| words(lang).sources_title.into()),
            self.say(|lang| words(lang).sources_note.into())
        );
        for name in [
            self.say(|lang| words(lang).item.into()),
            self.say(|lang| words(lang).period.into()),
            self.say(|lang| words(lang).source.into()),
        ] {
            let _ = write!(html, "<th scope=\"col\">{name}</th>");
        }
        html.push_str("</tr></thead>\n<tbody>\n");
        let marks = self.langs.first.text().marks;
        for fact in made {
            let Some(concept) = self.taxonomy.concepts.get(fact.concept.as_str()) else { continue };
            let mut name = self.langs.label(&concept.row.label_en, &concept.row.label_vi);
            for along in fact.dimensions.values() {
                let _ =
                    write!(name, "<div class=\"details\">{}</div>", member(self.taxonomy, self.langs, along));
            }
            let mut how = String::new();
            for source in fact.sources.iter().filter(|source| source.kind != "form") {
                let kind = self.say(|lang| said(SOURCES, &source.kind, lang).to_owned());
                let _ = write!(how, "<div>{kind}");
                if source.lines > 0 {
                    let _ = write!(
                        how,
                        ", {} {}",
                        figure::count(source.lines, marks),
                        self.say(|lang| words(lang).lines.into())
                    );
                }
                let _ = write!(
                    how,
                    "</div><div class=\"formula\">{}</div>",
                    escaped(&self.shown(&source.reference))
                );
            }
            let _ = writeln!(
                html,
                "<tr><th scope=\"row\">{name}</th><td class=\"nowrap\">{}</td><td class=\"made\">{how}</td></tr>",
                escaped(&year(&fact.period))
            );
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
        self.push(&html);
    }

    /// A formula with the labels of what it asks for; a digest as it is.
    fn shown(&self, reference: &str) -> String {
        let mut words: Vec<String> = Vec::new();
        for word in reference.split(' ') {
            let bare = word.trim_matches(|c| matches!(c, '(' | ')' | '?' | ','));
            let name = bare.split_once('[').map_or(bare, |(name, _)| name);
            let label =
                self.taxonomy.concepts.get(name.trim_start_matches("total(")).map(|concept| {
                    match self.langs.first {
                        Lang::Vi => concept.row.label_vi.to_string(),
                        Lang::En => concept.row.label_en.to_string(),
                    }
                });
            words.push(match label {
                Some(label) => {
                    word.replace(name.trim_start_matches("total("), &format!("“{label}”")).replace('?', "")
                }
                None => word.to_owned(),
            });
        }
        words.join(" ")
    }
}
