use super::cells::{Cells, Place, at, name};
use super::map::{Blocks, ENTRIES, PRECURSORS, PROCESSES, SHEETS, Sheet, VERSION};
use super::{Read, document};
use crate::cbam::Tables;
use crate::factor::shipped;
use crate::sheet::made::{archive, pieces};

/// Every cell that may be filled, in the columns and rows of the map.
fn open() -> Vec<Place> {
    let mut all = Vec::new();
    let mut add = |sheet: Sheet, columns: &str, from: u32, to: u32| {
        for column in columns.split(' ') {
            all.extend((from..=to).map(|row| at(sheet, column, row)));
        }
    };
    for entries in ENTRIES {
        add(entries.sheet, entries.columns, entries.rows.0, entries.rows.1);
    }
    for blocks in [PROCESSES, PRECURSORS] {
        let Blocks { sheet, count, open, .. } = blocks;
        for block in 1..=count {
            for (columns, (from, to)) in open {
                add(sheet, columns, blocks.row(block) + from, blocks.row(block) + to);
            }
        }
    }
    all
}

fn number(place: Place) -> (Place, String) {
    (place, format!("<c r=\"{}\"><v>1</v></c>", name(place)))
}

fn text(place: Place, text: &str) -> (Place, String) {
    (place, format!("<c r=\"{}\" t=\"inlineStr\"><is><t>{text}</t></is></c>", name(place)))
}

/// The cells of a template that holds these.
fn cells(mut held: Vec<(Place, String)>) -> Cells {
    held.push(text(at(Sheet::Versions, "E", 38), VERSION));
    held.sort();
    held.dedup_by_key(|(place, _)| *place);
    let contents: Vec<String> = SHEETS
        .iter()
        .map(|(sheet, ..)| {
            let mut rows = String::new();
            let mine: Vec<&(Place, String)> =
                held.iter().filter(|(place, _)| place.sheet == *sheet).collect();
            for row in mine.chunk_by(|one, other| one.0.row == other.0.row) {
                let cells: String = row.iter().map(|(_, cell)| cell.as_str()).collect();
                rows.push_str(&format!("<row r=\"{}\">{cells}</row>", row[0].0.row));
            }
            format!("<sheetData>{rows}</sheetData>")
        })
        .collect();
    let names: Vec<String> = SHEETS.iter().map(|(_, name, _)| name.replace('&', "&amp;")).collect();
    let sheets: Vec<(&str, &str, &str)> =
        names.iter().zip(&contents).map(|(name, content)| (name.as_str(), "", content.as_str())).collect();
    Cells::read(archive(&pieces(&sheets, false))).unwrap()
}

/// Reads the cells, and says which of those that may be filled are neither taken nor told.
fn lost(held: Vec<(Place, String)>) -> (Vec<String>, Read) {
    let catalog = shipped();
    let filled: Vec<Place> = held.iter().map(|(place, _)| *place).collect();
    let mut cells = cells(held);
    let read = document(&mut cells, Tables::new(catalog));
    let names: Vec<(String, String)> =
        filled.iter().map(|place| (cells.sheet(*place), name(*place))).collect();
    let (taken, findings) = cells.finish();
    let seen = |(sheet, cell): &(String, String)| {
        taken.iter().any(|one| one.sheet == *sheet && one.cell == *cell)
            || findings.iter().any(|one| one.sheet == *sheet && one.cell == *cell)
    };
    (names.iter().filter(|one| !seen(one)).map(|(sheet, cell)| format!("{sheet}!{cell}")).collect(), read)
}

/// Two processes and a precursor, so that blocks belong to something.
fn frame() -> Vec<(Place, String)> {
    vec![
        text(at(Sheet::Installation, "E", 83), "Crude steel"),
        text(at(Sheet::Installation, "L", 83), "Melt"),
        text(at(Sheet::Installation, "E", 84), "Iron or steel products"),
        text(at(Sheet::Installation, "E", 102), "Pig iron"),
    ]
}

#[test]
fn no_entry_is_lost_when_all_are_numbers() {
    let (lost, _) = lost(open().into_iter().map(number).collect());
    assert_eq!(lost, [""; 0]);
}

#[test]
fn no_entry_is_lost_when_all_are_text() {
    let (lost, _) = lost(open().into_iter().map(|place| text(place, "x")).collect());
    assert_eq!(lost, [""; 0]);
}

#[test]
fn no_entry_is_lost_that_stands_alone_in_its_column() {
    let mut last = None;
    for place in open() {
        // The first cell of each column of a sheet, and of each block.
        if last == Some((place.sheet, place.column)) && place.row % 13 != 0 {
            continue;
        }
        last = Some((place.sheet, place.column));
        for cell in [number(place), text(place, "x")] {
            let mut held = frame();
            held.retain(|(known, _)| *known != place);
            held.push(cell);
            let (lost, _) = lost(held);
            assert_eq!(lost, [""; 0], "{}", name(place));
        }
    }
}

#[test]
fn a_block_belongs_to_the_process_of_its_number() {
    let mut held = frame();
    held.extend([
        number(at(Sheet::Processes, "L", 76 + 43)),
        number(at(Sheet::Processes, "L", 11 + 21)),
        number(at(Sheet::Processes, "L", 76 + 21)),
        number(at(Sheet::Precursors, "L", 14 + 15)),
    ]);
    let (lost, read) = lost(held);
    assert_eq!(lost, [""; 0]);
    let [melt, mill] = &*read.document.processes else { panic!("two processes") };
    assert_eq!(
        (melt.id.as_str(), melt.name.as_str(), mill.name.as_str()),
        ("P1", "Melt", "P2 - Iron or steel products")
    );
    assert_eq!((melt.direct.len(), mill.direct.len()), (0, 1));
    let from = |process: &crate::wire::v1::CbamProcess| -> Vec<String> {
        process.inputs.iter().map(|input| input.from.clone()).collect()
    };
    // The first line of the list names the first of the other processes.
    assert_eq!((from(melt), from(mill)), (vec!["P2".to_owned()], vec!["P1".to_owned(), "PP1".to_owned()]));
}
