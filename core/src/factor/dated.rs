//! Figures that hold for an agreement, a scheme or a profile, from a day to a day.

use chrono::NaiveDate;

use super::rows::FigureRow;
use super::{Catalog, Pack};
use crate::error::{Code, Error};
use crate::number::Amount;
use crate::order::Order;
use crate::wire::v1;

/// The figures of one subject on a day; remembers which were asked for, so that an answer can cite them.
#[derive(Debug)]
pub(crate) struct Figures<'c> {
    subject: Box<str>,
    rows: Vec<(&'c Pack, &'c FigureRow)>,
    used: Vec<usize>,
}

impl<'c> Figures<'c> {
    /// The figures of a subject; `anchor` is a figure that every subject of this sort has.
    ///
    /// # Errors
    /// `CHOICE_MISSING` for no subject, `UNKNOWN_VALUE` for one that no pack has, `PACK_DIGEST`, `BAD_PACK`.
    pub(crate) fn open(
        catalog: &'c Catalog,
        subject: &str,
        anchor: &str,
        on: NaiveDate,
    ) -> Result<Figures<'c>, Error> {
        let (mut rows, mut known) = (Vec::new(), Vec::new());
        for (pack, table) in catalog.trace_figures()? {
            known.extend(table.iter().filter(|row| *row.figure == *anchor).map(|row| &*row.subject));
            let ours = table.iter().filter(|row| *row.subject == *subject && row.holds_on(on));
            rows.extend(ours.map(|row| (pack, row)));
        }
        if rows.iter().any(|(_, row)| *row.figure == *anchor) {
            return Ok(Figures { subject: subject.into(), rows, used: Vec::new() });
        }
        known.order();
        known.dedup();
        let (code, message) = match subject {
            "" => (Code::ChoiceMissing, "nothing is chosen".to_owned()),
            other => (Code::UnknownValue, format!("no loaded pack has figures of `{other}` on {on}")),
        };
        Err(Error::new(code, message).with_help(format!(
            "use one of {}, or load a pack of kind `trace-figures` that has it",
            known.join(", ")
        )))
    }

    fn find(&mut self, figure: &str) -> Option<&'c FigureRow> {
        // The pack loaded last stands first.
        let at = self.rows.iter().position(|(_, row)| *row.figure == *figure)?;
        if !self.used.contains(&at) {
            self.used.push(at);
        }
        self.rows.get(at).map(|(_, row)| *row)
    }

    /// The word of a figure; empty if there is none.
    pub(crate) fn word(&mut self, figure: &str) -> &'c str {
        self.find(figure).map_or("", |row| &row.value)
    }

    /// The words of a figure, which stand between bars.
    pub(crate) fn words(&mut self, figure: &str) -> Vec<&'c str> {
        self.word(figure).split('|').map(str::trim).filter(|word| !word.is_empty()).collect()
    }

    /// A figure that is a number.
    ///
    /// # Errors
    /// `BAD_PACK` if it is none.
    pub(crate) fn amount(&mut self, figure: &str) -> Result<Option<Amount>, Error> {
        let Some(row) = self.find(figure) else { return Ok(None) };
        row.amount.map(Some).ok_or_else(|| {
            let message = format!("`{figure}` of `{}` is `{}`, not a number", self.subject, row.value);
            Error::new(Code::BadPack, message)
        })
    }

    /// A figure that must be there.
    ///
    /// # Errors
    /// `FIGURE_MISSING`, `BAD_PACK`.
    pub(crate) fn needed(&mut self, figure: &str) -> Result<Amount, Error> {
        self.amount(figure)?.ok_or_else(|| {
            Error::new(Code::FigureMissing, format!("no pack has `{figure}` of `{}`", self.subject))
                .with_help("load a pack of kind `trace-figures` that has it")
        })
    }

    /// A figure that counts something.
    ///
    /// # Errors
    /// As [`needed`](Figures::needed).
    pub(crate) fn count(&mut self, figure: &str) -> Result<usize, Error> {
        let amount = self.needed(figure)?;
        let whole = (amount.scale() == 0).then(|| usize::try_from(amount.mantissa()).ok()).flatten();
        whole.ok_or_else(|| Error::new(Code::BadPack, format!("`{figure}` is `{amount}`, not a count")))
    }

    /// What was asked for, in the order of the table, with its source.
    pub(crate) fn used(&self) -> Vec<v1::FigureUse> {
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let mut used = self.used.clone();
        used.order();
        let rows = used.into_iter().filter_map(|at| self.rows.get(at));
        rows.map(|(pack, row)| v1::FigureUse {
            figure: row.figure.to_string(),
            value: row.value.to_string(),
            unit: row.unit.to_string(),
            from: day(row.from),
            to: day(row.to),
            document: row.document.to_string(),
            clause: row.clause.to_string(),
            confidence: row.confidence.to_string(),
            note: row.note.to_string(),
            pack: pack.id.to_string(),
        })
        .collect()
    }
}
