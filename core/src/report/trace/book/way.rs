//! What left, lots that hold what was asked about, and the steps between.

use super::Book;
use crate::report::sheets::{count, heads, plain, value};
use crate::sheet::write::Sheet;
use crate::wire::v1::{TraceDelivery, TraceHolding, TracePath, TraceStep};

/// A column of the sheet of what left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delivery {
    Date,
    Kind,
    Document,
    Customer,
    Item,
    Lot,
    Quantity,
    Unit,
    Holds,
    Most,
}

pub(super) const DELIVERIES: [(Delivery, u32); 10] = [
    (Delivery::Date, 12),
    (Delivery::Kind, 12),
    (Delivery::Document, 20),
    (Delivery::Customer, 30),
    (Delivery::Item, 24),
    (Delivery::Lot, 24),
    (Delivery::Quantity, 18),
    (Delivery::Unit, 8),
    (Delivery::Holds, 18),
    (Delivery::Most, 18),
];

impl Book {
    pub(super) fn deliveries(&self, deliveries: &[TraceDelivery]) -> Sheet {
        let words = self.words;
        let head = DELIVERIES.map(|(column, _)| match column {
            Delivery::Date => words.date,
            Delivery::Kind => words.kind,
            Delivery::Document => words.document,
            Delivery::Customer => words.customer,
            Delivery::Item => words.item,
            Delivery::Lot => words.lot,
            Delivery::Quantity => words.quantity,
            Delivery::Unit => words.unit,
            Delivery::Holds => words.holds,
            Delivery::Most => words.most,
        });
        let mut rows = vec![heads(&head)];
        rows.extend(deliveries.iter().map(|left| {
            DELIVERIES
                .map(|(column, _)| match column {
                    Delivery::Date => self.day(&left.date),
                    Delivery::Kind => plain(&left.kind),
                    Delivery::Document => plain(&left.document),
                    Delivery::Customer => plain(&left.customer),
                    Delivery::Item => plain(&left.item),
                    Delivery::Lot => plain(&left.lot),
                    Delivery::Quantity => value(&left.quantity),
                    Delivery::Unit => plain(&left.unit),
                    Delivery::Holds => value(&left.holds),
                    Delivery::Most => value(&left.holds_at_most),
                })
                .to_vec()
        }));
        Self::table(words.deliveries, DELIVERIES.map(|(_, width)| width).to_vec(), rows)
    }

    pub(super) fn holding(&self, lots: &[TraceHolding]) -> Sheet {
        let words = self.words;
        let mut rows = vec![heads(&[
            words.date,
            words.item,
            words.lot,
            words.version,
            words.store,
            words.quantity,
            words.unit,
            words.holds,
            words.most,
            words.in_stock,
        ])];
        rows.extend(lots.iter().map(|lot| {
            vec![
                self.day(&lot.date),
                plain(&lot.item),
                plain(&lot.lot),
                count(lot.version.into()),
                plain(&lot.store),
                value(&lot.quantity),
                plain(&lot.unit),
                value(&lot.holds),
                value(&lot.holds_at_most),
                value(&lot.in_stock),
            ]
        }));
        Self::table(words.holding, vec![12, 24, 24, 10, 18, 18, 8, 18, 18, 18], rows)
    }

    pub(super) fn steps(&self, path: &TracePath) -> Sheet {
        let words = self.words;
        let mut rows = vec![heads(&[
            words.number,
            words.depth,
            words.kind,
            words.lot,
            words.item,
            words.store,
            words.party,
            words.country,
            words.date,
            words.quantity,
            words.unit,
        ])];
        let row = |step: &TraceStep| {
            vec![
                count(step.number.into()),
                count(step.depth.into()),
                plain(words.kind(&step.kind)),
                plain(&step.name),
                plain(&step.item),
                plain(&step.store),
                plain(&step.party),
                plain(&step.country),
                self.day(&step.date),
                value(&step.quantity),
                plain(&step.unit),
            ]
        };
        rows.extend(path.steps.iter().map(row));
        Self::table(words.steps, vec![8, 8, 12, 24, 24, 18, 30, 10, 12, 18, 8], rows)
    }

    pub(super) fn links(&self, path: &TracePath) -> Sheet {
        let words = self.words;
        let mut rows = vec![heads(&[words.from_step, words.to_step, words.quantity, words.certainty])];
        rows.extend(path.links.iter().map(|link| {
            vec![
                count(link.from.into()),
                count(link.to.into()),
                value(&link.quantity),
                plain(&link.certainty),
            ]
        }));
        Self::table(words.links, vec![12, 12, 20, 16], rows)
    }
}
