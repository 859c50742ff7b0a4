//! Blocks of a document as a workbook: what is said in prose on the first sheet, a sheet for each section with tables.

use super::Lang;
use super::figure::{Marks, read_back};
use super::paper::{Block, Table};
use super::sheets::{heads, named_apart, plain};
use crate::error::Error;
use crate::sheet::write::{Cell, Look, Sheet, Shown, figure, text, workbook};

/// Widths of the first sheet: names, and what they are.
const FRONT: [u32; 2] = [34, 90];
/// Letters that a column has at least, and at most before it breaks.
const NARROW: usize = 8;
const WIDE: usize = 60;

/// # Errors
/// `LIMIT_EXCEEDED` for more than a workbook holds.
pub(super) fn written(blocks: &[Block], lang: Lang) -> Result<Vec<u8>, Error> {
    let text = lang.text();
    let title = blocks.iter().find_map(|block| match block {
        Block::Title(title) => Some(title.as_str()),
        _ => None,
    });
    let mut sheets = sheets(blocks, text.marks);
    if let Some(front) = sheets.first_mut() {
        front.name = text.overview.to_owned();
    }
    named_apart(&mut sheets);
    workbook(&sheets, title.unwrap_or_default())
}

/// The first sheet, then those of the sections.
fn sheets(blocks: &[Block], marks: Marks) -> Vec<Sheet> {
    let mut front = Sheet { widths: FRONT.to_vec(), ..Sheet::default() };
    let mut sheets = Vec::new();
    for section in blocks.chunk_by(|_, next| !matches!(next, Block::Section(_))) {
        let tables = section.iter().filter(|block| matches!(block, Block::Table(_))).count();
        if tables > 0 && matches!(section.first(), Some(Block::Section(_))) {
            sheets.push(sheet(section, marks));
        } else {
            section.iter().for_each(|block| write(block, &mut front, marks));
        }
    }
    sheets.insert(0, front);
    sheets
}

/// A section under its heading, which the name of a sheet is too short for. One table alone can be filtered.
fn sheet(section: &[Block], marks: Marks) -> Sheet {
    let mut sheet = Sheet::default();
    let (tables, rest): (Vec<&Block>, Vec<&Block>) =
        section.iter().partition(|block| matches!(block, Block::Table(_)));
    for block in &rest {
        if let Block::Section(name) = block {
            sheet.name.clone_from(name);
            sheet.rows.push(vec![text(name, Look::Title)]);
        }
    }
    if matches!(tables.as_slice(), [Block::Table(table)] if !table.heads.is_empty()) {
        (sheet.frozen, sheet.filter) = (2, rest.len() == 1);
    }
    // What is said of a table stands below it.
    tables.iter().chain(&rest).for_each(|block| match block {
        Block::Section(_) => {}
        block => write(block, &mut sheet, marks),
    });
    sheet
}

fn write(block: &Block, sheet: &mut Sheet, marks: Marks) {
    match block {
        Block::Title(title) => sheet.rows.push(vec![text(title, Look::Title)]),
        Block::Section(name) => {
            blank(sheet);
            sheet.rows.push(vec![text(name, Look::Head)]);
        }
        Block::Prose(prose, _) => sheet.rows.push(vec![text(prose, Look::Wide)]),
        Block::Notice(notice) => sheet.rows.push(vec![text(notice, Look::Open)]),
        Block::Facts(facts) => {
            for (name, value) in facts {
                sheet.rows.push(vec![text(name, Look::Head), plain(value)]);
            }
        }
        Block::Table(table) => self::table(table, sheet, marks),
        // What bars say stands in a table.
        Block::Bars(..) => {}
    }
}

/// A gap, but not right below the heading of a sheet.
fn blank(sheet: &mut Sheet) {
    if sheet.rows.len() > 1 {
        sheet.rows.push(Vec::new());
    }
}

fn table(table: &Table, sheet: &mut Sheet, marks: Marks) {
    blank(sheet);
    if !table.heads.is_empty() {
        sheet.rows.push(heads(&table.heads.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    for row in &table.rows {
        let cells = row.iter().zip(&table.figures);
        sheet.rows.push(cells.map(|(cell, is_figure)| self::cell(cell, *is_figure, marks)).collect());
    }
    for (at, _) in table.figures.iter().enumerate() {
        let column = table.rows.iter().chain([&table.heads]).filter_map(|row| row.get(at));
        let longest = column.map(|cell| cell.chars().count()).max().unwrap_or(0).saturating_add(2);
        let width = u32::try_from(longest.clamp(NARROW, WIDE)).unwrap_or(FRONT[0]);
        match sheet.widths.get_mut(at) {
            Some(known) => *known = width.max(*known),
            None => sheet.widths.push(width),
        }
    }
}

/// Figures to calculate with: as they are on the page, or as text where a spreadsheet would lose digits.
fn cell(written: &str, is_figure: bool, marks: Marks) -> Cell {
    match read_back(written, marks) {
        Some(decimal) if is_figure => {
            let thousandths = decimal.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
            figure(decimal).shown(if thousandths { Shown::Thousandths } else { Shown::General })
        }
        _ if is_figure => text(written, Look::Digits),
        _ => plain(written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::write::Stored;

    #[test]
    fn sections_with_a_table_are_sheets_and_the_rest_is_in_front() {
        let marks = Lang::Vi.text().marks;
        let table = Table {
            heads: vec!["Nguồn".into(), "t".into()],
            rows: vec![vec!["Điện".into(), "1.234,500".into()], vec!["Dầu".into(), "–".into()]],
            figures: vec![false, true],
        };
        let blocks = [
            Block::Title("Báo cáo".into()),
            Block::Facts(vec![("Kỳ".into(), "2025".into())]),
            Block::Section("Theo nguồn".into()),
            Block::Table(table),
            Block::Prose("Làm tròn.".into(), false),
            Block::Section("Bằng chứng".into()),
            Block::Prose("abc".into(), false),
        ];
        let sheets = sheets(&blocks, marks);
        assert_eq!(sheets.len(), 2);
        let [front, sources] = sheets.as_slice() else { return };
        let texts = |sheet: &Sheet| -> Vec<String> {
            sheet.rows.iter().flatten().map(|cell| cell.text.clone()).collect()
        };
        assert_eq!(texts(front), ["Báo cáo", "Kỳ", "2025", "Bằng chứng", "abc"]);
        assert_eq!(texts(sources), ["Theo nguồn", "Nguồn", "t", "Điện", "1234.500", "Dầu", "–", "Làm tròn."]);
        assert_eq!((sources.name.as_str(), sources.frozen, sources.filter), ("Theo nguồn", 2, false));
        let stored: Vec<Stored> = sources.rows.iter().flatten().map(|cell| cell.stored().0).collect();
        assert_eq!(stored.iter().filter(|stored| **stored == Stored::Number).count(), 1);
    }
}
