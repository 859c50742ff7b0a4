//! A ledger as it is read, without any factor: for checking files, and for seeing how they are understood.

use std::io::Read;

use super::compute::{reading, shifted};
use super::options::Options;
use crate::activity::{Field, Ledger, Record};
use crate::error::{Error, Finding};
use crate::wire::v1;

/// Reads a ledger and gives back its first good rows, at most `most`, with the findings of all rows.
///
/// # Errors
/// Only what leaves nothing to give back: the file cannot be read, or a limit is exceeded.
///
/// # Example
/// ```
/// use emitrace::inventory::{Options, read_ledger};
/// use emitrace::wire::v1::InventoryOptions;
///
/// let ledger = "id,date,activity,quantity,unit\n1,2023-05-31,electricity,1250,kWh\n2,2023-06-30,electricity,,kWh\n";
/// let options = Options::for_reading(&InventoryOptions::default())?;
/// let answer = read_ledger(ledger.as_bytes(), &options, 10)?;
/// assert_eq!((answer.rows, answer.skipped, answer.records.len()), (2, 1, 1));
/// assert_eq!(answer.findings[0].code, "MISSING_VALUE");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn read_ledger<R: Read>(ledger: R, options: &Options, most: usize) -> Result<v1::LedgerAnswer, Error> {
    let opened = Ledger::open(ledger, &options.read, &options.limits);
    let first = opened.as_ref().map_or(2, |reader| reader.facts().first_row);
    let limit = options.limits.findings;
    let mut findings: Vec<v1::Finding> = Vec::new();
    let mut keep = |finding: Finding| {
        if findings.len() < limit {
            findings.push(v1::Finding::from(&shifted(finding, first, options.row_offset)));
        }
    };
    let mut answer = v1::LedgerAnswer {
        rows: 0,
        skipped: 0,
        records: Vec::new(),
        reading: v1::Reading::default(),
        findings: Vec::new(),
    };
    match opened {
        Err(header) => header.into_iter().for_each(keep),
        Ok(mut reader) => {
            let mut record = Record::default();
            while reader.read(&mut record, &mut keep)? {
                if answer.records.len() < most {
                    answer.records.push(row(&record, options.row_offset));
                }
            }
            answer.rows = reader.rows();
            answer.skipped = reader.skipped();
            answer.reading = reading(&reader, options);
        }
    }
    answer.findings = findings;
    Ok(answer)
}

fn row(record: &Record, offset: u64) -> v1::LedgerRecord {
    let filled = Field::ALL.iter().filter(|field| !record.get(**field).is_empty());
    v1::LedgerRecord {
        row: record.row().saturating_add(offset),
        quantity: record.quantity().to_string(),
        start: record.period().start().to_string(),
        end: record.period().end().to_string(),
        fields: filled
            .map(|field| v1::FieldValue { field: field.name().into(), value: record.get(*field).into() })
            .collect(),
    }
}
