//! The answer to what was asked: origins as sums over what came in, recalled masses as sums over what left.

use std::collections::BTreeSet;

use super::way::{DELIVERIES, Delivery};
use super::{Book, last};
use crate::report::figure;
use crate::report::sheets::{self, computed_if, count, fact, heads, plain, sum, value};
use crate::sheet::write::{Cell, Look, Sheet, text};
use crate::wire::v1::{TraceDelivery, TracePath, TraceShare, TraceSource};

/// A column of the sheet of what came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Lot,
    Item,
    Supplier,
    Country,
    Heat,
    Plot,
    Document,
    Date,
    Quantity,
    Share,
    File,
    Row,
}

const SOURCES: [(Source, u32); 12] = [
    (Source::Lot, 24),
    (Source::Item, 20),
    (Source::Supplier, 30),
    (Source::Country, 10),
    (Source::Heat, 20),
    (Source::Plot, 18),
    (Source::Document, 20),
    (Source::Date, 12),
    (Source::Quantity, 20),
    (Source::Share, 12),
    (Source::File, 36),
    (Source::Row, 8),
];

/// What a source is added up by.
type Key = fn(&TraceSource) -> &str;

impl Book {
    /// What was asked and the answer to it; of what came in the origins as sums over the sheet of sources.
    pub(super) fn summary(&self, path: &TracePath) -> Sheet {
        let (words, back) = (self.words, path.direction == "back");
        let asked = [&path.ask.lot, &path.ask.document].into_iter().find(|asked| !asked.is_empty());
        let marks = self.text.marks;
        let mut rows = vec![
            vec![text(if back { words.back } else { words.forward }, Look::Title)],
            fact(words.asked, asked.map_or("", |asked| asked)),
            fact(if back { words.one_back } else { words.one_forward }, &path.nearest.join(", ")),
            fact(words.found, &figure::count(path.found, marks)),
            vec![
                text(words.carbon, Look::Head),
                value(&path.carbon_kg_co2e),
                plain(if path.carbon_complete { words.whole } else { words.lower_bound }),
            ],
        ];
        rows.extend([Vec::new(), heads(&[words.lot, words.quantity, words.unit, words.date, words.item])]);
        rows.extend(path.versions.iter().map(|lot| {
            let name =
                if lot.version > 1 { format!("{} ({})", lot.lot, lot.version) } else { lot.lot.clone() };
            vec![plain(name), value(&lot.quantity), plain(&lot.unit), self.day(&lot.date), plain(&lot.item)]
        }));
        if back {
            self.origins(path, &mut rows);
        } else {
            self.customers(&path.deliveries, &mut rows);
        }
        rows.extend([Vec::new(), vec![text(words.book_note, Look::Wide)]]);
        Sheet { name: words.summary.into(), widths: vec![44, 24, 20, 20, 30], frozen: 0, filter: false, rows }
    }

    /// What left to each customer, and how much of what was asked about is known to be in it.
    fn customers(&self, deliveries: &[TraceDelivery], rows: &mut Vec<Vec<Cell>>) {
        let words = self.words;
        let customers: BTreeSet<&str> = deliveries.iter().map(|left| &*left.customer).collect();
        if customers.is_empty() {
            return;
        }
        let columns = Self::columns(words.deliveries, &DELIVERIES);
        let range = |column| columns.cells(column, (2, last(deliveries.len())));
        rows.extend([Vec::new(), vec![text(words.deliveries, Look::Head)]]);
        rows.push(heads(&[words.customer, words.holds]));
        for customer in customers {
            let at = rows.len().saturating_add(1);
            let held = deliveries.iter().filter(|left| left.customer == customer).map(|left| &*left.holds);
            let held = sum(held).map_or_else(String::new, |sum| sum.to_string());
            let (names, holds) = (range(Delivery::Customer), range(Delivery::Holds));
            let formula = format!("SUMPRODUCT(EXACT({names},$A{at}&\"\")*1,{holds})");
            rows.push(vec![plain(customer), sheets::computed(formula, &held)]);
        }
    }

    /// Mass origin three ways, and everything that may be inside.
    fn origins(&self, path: &TracePath, rows: &mut Vec<Vec<Cell>>) {
        let words = self.words;
        rows.extend([
            Vec::new(),
            vec![text(words.mass, Look::Head)],
            vec![text(words.mass_note, Look::Wide)],
        ]);
        let columns = Self::columns(words.sources, &SOURCES);
        let range = |column| columns.cells(column, (2, last(path.sources.len())));
        let ways: [(&str, &[TraceShare], Source, Key); 3] = [
            (words.by_country, &path.countries, Source::Country, |source| &source.country),
            (words.by_supplier, &path.suppliers, Source::Supplier, |source| &source.supplier),
            (words.by_heat, &path.heats, Source::Heat, |source| &source.heat),
        ];
        for (name, shares, column, key) in ways {
            if shares.is_empty() {
                continue;
            }
            let first = rows.len().saturating_add(3);
            let end = first.saturating_add(shares.len()).saturating_sub(1);
            let whole = sum(shares.iter().map(|share| &*share.quantity))
                .map_or_else(String::new, |sum| sum.to_string());
            rows.extend([
                Vec::new(),
                heads(&[&format!("{} {name}", words.label), words.quantity, words.share, words.most]),
            ]);
            for share in shares {
                let at = rows.len().saturating_add(1);
                let of_label = path.sources.iter().filter(|source| key(source) == share.label);
                let formula =
                    || format!("SUMPRODUCT(EXACT({},$A{at})*1,{})", range(column), range(Source::Quantity));
                rows.push(vec![
                    plain(&share.label),
                    computed_if(sum(of_label.map(|source| &*source.quantity)), formula, &share.quantity),
                    Self::share(&share.quantity, &whole, &format!("B{at}/SUM(B${first}:B${end})")),
                    value(&share.most),
                ]);
            }
        }
        let possible = &path.possible;
        rows.extend([Vec::new(), vec![text(words.possible, Look::Head)]]);
        for (name, list) in [
            (words.countries, &possible.countries),
            (words.suppliers, &possible.suppliers),
            (words.heats, &possible.heats),
            (words.plots, &possible.plots),
            (words.documents, &possible.documents),
        ] {
            if !list.is_empty() {
                rows.push(fact(name, &list.join(", ")));
            }
        }
        if possible.unknown {
            rows.push(vec![text(words.possible_unknown, Look::Wide)]);
        }
    }

    pub(super) fn sources(&self, path: &TracePath) -> Sheet {
        let words = self.words;
        let head = SOURCES.map(|(column, _)| match column {
            Source::Lot => words.lot,
            Source::Item => words.item,
            Source::Supplier => words.supplier,
            Source::Country => words.country,
            Source::Heat => words.heat,
            Source::Plot => words.plot,
            Source::Document => words.document,
            Source::Date => words.date,
            Source::Quantity => words.quantity,
            Source::Share => words.share,
            Source::File => words.file,
            Source::Row => self.text.row,
        });
        let columns = Self::columns(words.sources, &SOURCES);
        let whole = sum(path.sources.iter().map(|source| &*source.quantity));
        let whole = whole.map_or_else(String::new, |sum| sum.to_string());
        let all = columns.cells(Source::Quantity, (2, last(path.sources.len())));
        let all = all.split_once('!').map_or("", |(_, cells)| cells).to_owned();
        let mut rows = vec![heads(&head)];
        for source in &path.sources {
            let at = rows.len().saturating_add(1);
            rows.push(
                SOURCES
                    .map(|(column, _)| match column {
                        Source::Lot => plain(&source.lot),
                        Source::Item => plain(&source.item),
                        Source::Supplier => plain(&source.supplier),
                        Source::Country => plain(&source.country),
                        Source::Heat => plain(&source.heat),
                        Source::Plot => plain(&source.plot),
                        Source::Document => plain(&source.document),
                        Source::Date => self.day(&source.date),
                        Source::Quantity => value(&source.quantity),
                        Source::Share => {
                            let here = format!("{}{at}/SUM({all})", columns.letters(Source::Quantity));
                            Self::share(&source.quantity, &whole, &here)
                        }
                        Source::File => plain(&source.file),
                        Source::Row if source.row == 0 => plain(""),
                        Source::Row => count(source.row),
                    })
                    .to_vec(),
            );
        }
        Self::table(words.sources, columns.widths(), rows)
    }
}
