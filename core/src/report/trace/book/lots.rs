//! What became of each item, lots, their origin, and the files.

use super::{Book, last, quotient};
use crate::number::Fraction;
use crate::report::sheets::{self, computed_if, count, fact, heads, plain, sum, value};
use crate::sheet::write::{Look, Sheet, text};
use crate::wire::v1::{TraceAnswer, TraceBalance, TraceLot};

/// A column of the sheet of lots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lot {
    Item,
    Name,
    Version,
    Store,
    Date,
    Way,
    Run,
    Document,
    Quantity,
    Unit,
    InStock,
    Carbon,
    PerUnit,
    CarbonState,
}

const LOTS: [(Lot, u32); 14] = [
    (Lot::Item, 24),
    (Lot::Name, 24),
    (Lot::Version, 10),
    (Lot::Store, 18),
    (Lot::Date, 12),
    (Lot::Way, 14),
    (Lot::Run, 18),
    (Lot::Document, 20),
    (Lot::Quantity, 18),
    (Lot::Unit, 8),
    (Lot::InStock, 18),
    (Lot::Carbon, 20),
    (Lot::PerUnit, 20),
    (Lot::CarbonState, 14),
];

/// What is in stock by an item's balance.
fn stock(item: &TraceBalance) -> Option<Fraction> {
    let zero = |text: &'_ str| if text.is_empty() { "0".to_owned() } else { text.to_owned() };
    let came = [&item.opening, &item.received, &item.produced, &item.returned, &item.gained, &item.missing];
    let went = [&item.consumed, &item.shipped, &item.sent_back, &item.scrapped, &item.shrunk];
    let (came, went) = (came.map(|text| zero(text)), went.map(|text| zero(text)));
    sum(came.iter().map(String::as_str))?.try_sub(&sum(went.iter().map(String::as_str))?).ok()
}

impl Book {
    /// What became of each item; the stock as a formula over its row, and over its lots.
    pub(super) fn balances(&self, answer: &TraceAnswer) -> Sheet {
        let (words, lots) = (self.words, &answer.result.lots);
        let mut rows = vec![heads(&[
            words.item,
            words.unit,
            words.opening,
            words.received,
            words.produced,
            words.returned,
            words.gained,
            words.missing,
            words.consumed,
            words.shipped,
            words.sent_back,
            words.scrapped,
            words.shrunk,
            words.in_stock,
            words.in_lots,
            words.unknown_records,
        ])];
        let columns = Self::columns(words.lots, &LOTS);
        let range = |column| columns.cells(column, (2, last(lots.len())));
        for item in &answer.result.items {
            let at = rows.len().saturating_add(1);
            let mut row = vec![plain(&item.item), plain(&item.unit)];
            row.extend(
                [
                    &item.opening,
                    &item.received,
                    &item.produced,
                    &item.returned,
                    &item.gained,
                    &item.missing,
                    &item.consumed,
                    &item.shipped,
                    &item.sent_back,
                    &item.scrapped,
                    &item.shrunk,
                ]
                .map(|figure| value(figure)),
            );
            let in_lots = lots.iter().filter(|lot| lot.item == item.item).map(|lot| &*lot.in_stock);
            row.extend([
                computed_if(stock(item), || format!("SUM(C{at}:H{at})-SUM(I{at}:M{at})"), &item.in_stock),
                computed_if(
                    sum(in_lots),
                    || format!("SUMPRODUCT(EXACT({},$A{at})*1,{})", range(Lot::Item), range(Lot::InStock)),
                    &item.in_stock,
                ),
                count(item.unknown_records),
            ]);
            rows.push(row);
        }
        let mut widths = vec![26, 8];
        widths.extend([16; 14]);
        Self::table(words.balance, widths, rows)
    }

    pub(super) fn lots(&self, lots: &[TraceLot]) -> Sheet {
        let words = self.words;
        let head = LOTS.map(|(column, _)| match column {
            Lot::Item => words.item,
            Lot::Name => words.lot,
            Lot::Version => words.version,
            Lot::Store => words.store,
            Lot::Date => words.date,
            Lot::Way => words.way,
            Lot::Run => words.run,
            Lot::Document => words.document,
            Lot::Quantity => words.quantity,
            Lot::Unit => words.unit,
            Lot::InStock => words.in_stock,
            Lot::Carbon => words.carbon,
            Lot::PerUnit => words.per_unit,
            Lot::CarbonState => words.carbon_state,
        });
        let columns = Self::columns(words.lots, &LOTS);
        let mut rows = vec![heads(&head)];
        for lot in lots {
            let at = rows.len().saturating_add(1);
            let here = |column| format!("{}{at}", columns.letters(column));
            rows.push(
                LOTS.map(|(column, _)| match column {
                    Lot::Item => plain(&lot.item),
                    Lot::Name => plain(&lot.lot),
                    Lot::Version => count(lot.version.into()),
                    Lot::Store => plain(&lot.store),
                    Lot::Date => self.day(&lot.date),
                    Lot::Way => plain(&lot.kind),
                    Lot::Run => plain(&lot.run),
                    Lot::Document => plain(&lot.document),
                    Lot::Quantity => value(&lot.quantity),
                    Lot::Unit => plain(&lot.unit),
                    Lot::InStock => value(&lot.in_stock),
                    Lot::Carbon => value(&lot.carbon_kg_co2e),
                    Lot::PerUnit => match quotient(&lot.carbon_kg_co2e, &lot.quantity) {
                        Some(rate) => {
                            let formula = format!("{}/{}", here(Lot::Carbon), here(Lot::Quantity));
                            sheets::computed(formula, &rate.to_string())
                        }
                        None => plain(""),
                    },
                    Lot::CarbonState => {
                        plain(if lot.carbon_complete { words.whole } else { words.lower_bound })
                    }
                })
                .to_vec(),
            );
        }
        Self::table(words.lots, columns.widths(), rows)
    }

    /// Mass origin of every lot, a row for each country.
    pub(super) fn shares(&self, lots: &[TraceLot]) -> Sheet {
        let words = self.words;
        let mut rows = vec![heads(&[
            words.item,
            words.lot,
            words.version,
            words.label,
            words.quantity,
            words.share,
            words.most,
        ])];
        let columns = Self::columns(words.lots, &LOTS);
        for (at_lot, lot) in (2_usize..).zip(lots) {
            let whole = format!("'{}'!{}{at_lot}", words.lots, columns.letters(Lot::Quantity));
            for share in &lot.origin {
                let at = rows.len().saturating_add(1);
                rows.push(vec![
                    plain(&lot.item),
                    plain(&lot.lot),
                    count(lot.version.into()),
                    plain(&share.label),
                    value(&share.quantity),
                    Self::share(&share.quantity, &lot.quantity, &format!("E{at}/{whole}")),
                    value(&share.most),
                ]);
            }
        }
        Self::table(words.shares, vec![24, 24, 10, 16, 20, 12, 20], rows)
    }

    /// How much of the input is in the result, how each file was read, and the digest.
    pub(super) fn files(&self, answer: &TraceAnswer) -> Sheet {
        let (words, text_of) = (self.words, self.text);
        let coverage = &answer.result.coverage;
        let mut rows = Vec::new();
        for (name, number) in [
            (words.records, coverage.records),
            (words.excluded, coverage.excluded),
            (words.voided, coverage.voided),
            (words.versions, coverage.lots),
            (words.runs, coverage.runs),
        ] {
            rows.push(vec![text(name, Look::Head), count(number)]);
        }
        rows.push(fact("SHA-256", &answer.digest));
        rows.push(vec![text(words.book_note, Look::Wide)]);
        rows.push(Vec::new());
        rows.push(heads(&[
            words.file,
            words.sheet,
            text_of.rows,
            words.excluded,
            text_of.header,
            text_of.field,
        ]));
        for table in &answer.tables {
            let head = [plain(&table.name), plain(&table.sheet), count(table.rows), count(table.excluded)];
            rows.push(head.to_vec());
            rows.extend(table.columns.iter().map(|column| {
                let field = if column.field.is_empty() { text_of.not_used } else { &column.field };
                vec![plain(""), plain(""), plain(""), plain(""), plain(&column.header), plain(field)]
            }));
        }
        Sheet {
            name: words.files.into(),
            widths: vec![40, 20, 10, 12, 30, 24],
            frozen: 0,
            filter: false,
            rows,
        }
    }
}
