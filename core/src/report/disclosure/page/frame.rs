//! What programs need around the page: references, contexts, units.

use core::fmt::Write as _;

use super::{STYLE, Writer, day_before};
use crate::disclosure::{instant_or_days, moment};
use crate::error::Error;
use crate::report::disclosure::layout::year;
use crate::report::disclosure::words::words;
use crate::report::markup::escaped;
use crate::wire::v1::Fact;

impl<'t> Writer<'t> {
    /// Contexts and units in the order of the facts.
    pub(super) fn references(&mut self) -> Result<(), Error> {
        let facts: &'t [Fact] = &self.answer.result.report.facts;
        for fact in facts {
            let count = self.contexts.len().saturating_add(1);
            self.contexts
                .entry((moment(&fact.period)?, &fact.dimensions))
                .or_insert_with(|| format!("c{count}"));
            if !fact.unit.is_empty() {
                let count = self.units.len().saturating_add(1);
                self.units.entry(&fact.unit).or_insert_with(|| format!("u{count}"));
            }
        }
        Ok(())
    }

    /// The whole document: what programs need stands before the page's first heading, unseen.
    pub(super) fn end(self) -> Result<String, Error> {
        let (taxonomy, report) = (self.taxonomy, &self.answer.result.report);
        let lang = self.langs.first.as_str();
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"",
        );
        let fixed = [
            ("ix", "http://www.xbrl.org/2013/inlineXBRL"),
            ("ixt", "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16"),
            ("link", "http://www.xbrl.org/2003/linkbase"),
            ("xlink", "http://www.w3.org/1999/xlink"),
            ("xbrldi", "http://xbrl.org/2006/xbrldi"),
        ];
        for (prefix, address) in
            fixed.into_iter().chain(taxonomy.prefixes.iter().map(|(prefix, address)| (*prefix, *address)))
        {
            let _ = write!(out, " xmlns:{prefix}=\"{}\"", escaped(address));
        }
        let title =
            format!("{} {} {}", words(self.langs.first).title, report.entity.name, year(&report.period));
        let _ = write!(
            out,
            " xml:lang=\"{lang}\">\n<head>\n<meta http-equiv=\"Content-Type\" content=\"application/xhtml+xml; charset=UTF-8\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"generator\" content=\"emitrace {}\"/>\n\
             <title>{}</title>\n<style type=\"text/css\">\n{}{STYLE}</style>\n</head>\n<body>\n<div style=\"display:none\">\n<ix:header>\n",
            escaped(&self.answer.engine),
            escaped(&title),
            include_str!("../../page.css"),
        );
        if !self.hidden.is_empty() {
            let _ = write!(out, "<ix:hidden>\n{}</ix:hidden>\n", self.hidden);
        }
        let _ = write!(
            out,
            "<ix:references>\n<link:schemaRef xlink:type=\"simple\" xlink:href=\"{}\"/>\n</ix:references>\n<ix:resources>\n",
            escaped(taxonomy.entry_point)
        );
        for ((moment, members), id) in &self.contexts {
            let period = match instant_or_days(*moment)? {
                // The end of a day is that day here, and the start of the next in xBRL-JSON.
                (None, after) => format!("<xbrli:instant>{}</xbrli:instant>", day_before(after)),
                (Some(start), after) => format!(
                    "<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{}</xbrli:endDate>",
                    day_before(after)
                ),
            };
            let _ = write!(
                out,
                "<xbrli:context id=\"{id}\"><xbrli:entity><xbrli:identifier scheme=\"{}\">{}</xbrli:identifier></xbrli:entity>\
                 <xbrli:period>{period}</xbrli:period>",
                escaped(&report.entity.scheme),
                escaped(&report.entity.identifier)
            );
            if !members.is_empty() {
                out.push_str("<xbrli:scenario>");
                for (axis, name) in members.iter() {
                    let typed = taxonomy.axes.get(axis.as_str()).filter(|row| &*row.kind == "typed");
                    let _ = match typed {
                        Some(row) => write!(
                            out,
                            "<xbrldi:typedMember dimension=\"{axis}\"><{0}>{1}</{0}></xbrldi:typedMember>",
                            row.value,
                            escaped(name)
                        ),
                        None => write!(
                            out,
                            "<xbrldi:explicitMember dimension=\"{axis}\">{name}</xbrldi:explicitMember>"
                        ),
                    };
                }
                out.push_str("</xbrli:scenario>");
            }
            out.push_str("</xbrli:context>\n");
        }
        for (name, id) in &self.units {
            let measure = |part: &str| format!("<xbrli:measure>{part}</xbrli:measure>");
            let measures = match name.split_once('/') {
                None => measure(name),
                Some((above, below)) => format!(
                    "<xbrli:divide><xbrli:unitNumerator>{}</xbrli:unitNumerator><xbrli:unitDenominator>{}</xbrli:unitDenominator></xbrli:divide>",
                    measure(above),
                    measure(below)
                ),
            };
            let _ = writeln!(out, "<xbrli:unit id=\"{id}\">{measures}</xbrli:unit>");
        }
        let _ = write!(out, "</ix:resources>\n</ix:header>\n</div>\n{}", self.body);
        let pack = taxonomy.pack;
        let _ = write!(
            out,
            "<p class=\"quiet digest\">{} · emitrace {} · SHA-256 {}</p>\n</body>\n</html>\n",
            escaped(&pack.attribution),
            escaped(&self.answer.engine),
            escaped(&self.answer.digest)
        );
        Ok(out)
    }
}
