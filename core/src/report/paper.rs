//! A table of the terminal as a document for paper, for text files and for spreadsheets: the same words and figures, as
//! blocks that Markdown, Typst and workbooks write each in their own way.

use super::document::Document;
use super::screen::{self, Grid};
use super::svg::Bar;
use super::{Lang, markdown, page_book, typst};
use crate::error::Error;

/// How a document is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Markdown,
    Typst,
    Workbook,
}

/// One block of a document. Its texts are as the data have them; the writer makes them safe.
#[derive(Debug)]
pub(super) enum Block {
    Title(String),
    Section(String),
    /// Prose, and whether it is below something else.
    Prose(String, bool),
    /// What must not be overlooked.
    Notice(String),
    Facts(Vec<(String, String)>),
    Table(Table),
    /// Bars, whose figures stand in a table, too.
    Bars(String, Vec<Bar>),
}

/// A table: the first row holds the heads, if it has any.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    /// Whether a column holds figures.
    pub(super) figures: Vec<bool>,
}

/// A document as it grows.
pub(super) struct Paper {
    form: Form,
    lang: Lang,
    blocks: Vec<Block>,
}

impl Paper {
    pub(super) fn new(form: Form, lang: Lang) -> Paper {
        Paper { form, lang, blocks: Vec::new() }
    }

    /// # Errors
    /// `LIMIT_EXCEEDED` for more than a workbook holds.
    pub(super) fn document(self) -> Result<Document, Error> {
        Ok(match self.form {
            Form::Markdown => Document::Text(markdown::written(&self.blocks)),
            Form::Typst => Document::Text(typst::written(&self.blocks, self.lang)),
            Form::Workbook => Document::Bytes(page_book::written(&self.blocks, self.lang)?),
        })
    }

    pub(super) fn title(&mut self, title: &str) {
        self.blocks.push(Block::Title(screen::plain(title)));
    }

    pub(super) fn section(&mut self, name: &str) {
        self.blocks.push(Block::Section(screen::plain(name)));
    }

    pub(super) fn prose(&mut self, indent: usize, prose: &str) {
        self.blocks.push(Block::Prose(screen::plain(prose), indent > 2));
    }

    pub(super) fn notice(&mut self, notice: &str) {
        self.blocks.push(Block::Notice(screen::plain(notice)));
    }

    pub(super) fn chart(&mut self, title: &str, bars: Vec<Bar>) {
        if !bars.is_empty() {
            self.blocks.push(Block::Bars(screen::plain(title), bars));
        }
    }

    /// A ruled grid is a table under heads, one of two columns a list of facts, every other one a table without heads.
    pub(super) fn grid(&mut self, grid: &Grid, ruled: bool) {
        let (rows, figures) = grid.cells();
        let facts: Option<Vec<(String, String)>> = rows
            .iter()
            .map(|row| match row.as_slice() {
                [name, value] => Some((name.clone(), value.clone())),
                _ => None,
            })
            .collect();
        if let Some(facts) = facts.filter(|_| !ruled) {
            self.blocks.push(Block::Facts(facts));
            return;
        }
        let (heads, rows) = match rows.split_first() {
            Some((heads, rows)) if ruled => (heads.clone(), rows.to_vec()),
            _ => (Vec::new(), rows.to_vec()),
        };
        self.blocks.push(Block::Table(Table { heads, rows, figures }));
    }
}

/// A cell whose blanks before the first word stay where they are.
pub(super) fn indented(cell: &str) -> String {
    let words = cell.trim_start_matches(' ');
    format!("{}{words}", "\u{a0}".repeat(cell.len().saturating_sub(words.len())))
}
