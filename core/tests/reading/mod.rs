//! Reads a ledger whole and cut into pieces, for the tests of the reader.

use std::io::Read;

use emitrace::Finding;
use emitrace::activity::{Field, ReadOptions, Reader, Record};
use emitrace::limits::Limits;

/// Gives `step` bytes at a time.
pub(crate) struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.1.min(self.0.len()).min(buffer.len());
        buffer[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Read1 {
    pub(crate) good: Vec<Row>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) rows: u64,
    pub(crate) skipped: u64,
    pub(crate) ids_checked: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) row: u64,
    pub(crate) quantity: String,
    pub(crate) unit: String,
    pub(crate) period: String,
    pub(crate) supplier: String,
    pub(crate) site: String,
}

pub(crate) fn read_cut(bytes: &[u8], step: usize, options: &ReadOptions, limits: &Limits) -> Read1 {
    let mut all = Read1::default();
    let mut reader = match Reader::open(Drip(bytes, step), options, limits) {
        Ok(reader) => reader,
        Err(findings) => return Read1 { findings, ..all },
    };
    let mut record = Record::new();
    let mut findings = Vec::new();
    loop {
        match reader.read(&mut record, &mut |finding| findings.push(finding)) {
            Ok(true) => {
                let period = record.period();
                let period = if period.days() == 1 { period.start().to_string() } else { period.to_string() };
                all.good.push(Row {
                    row: record.row(),
                    quantity: record.quantity().to_string(),
                    unit: record.get(Field::Unit).into(),
                    period,
                    supplier: record.get(Field::Supplier).into(),
                    site: record.get(Field::Site).into(),
                });
            }
            Ok(false) => break,
            Err(error) => {
                findings.push(Finding::from_error(&error, emitrace::Position::default(), ""));
                break;
            }
        }
    }
    assert_eq!(u64::try_from(all.good.len()).unwrap() + reader.skipped(), reader.rows(), "no row is lost");
    Read1 {
        findings,
        rows: reader.rows(),
        skipped: reader.skipped(),
        ids_checked: reader.ids_checked(),
        ..all
    }
}

pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Read1 {
    let whole = read_cut(bytes, usize::MAX, options, &Limits::default());
    if bytes.len() < 4096 {
        assert_eq!(read_cut(bytes, 1, options, &Limits::default()), whole, "cut into single bytes");
    }
    whole
}

pub(crate) fn locale(name: &str) -> ReadOptions {
    ReadOptions::from_locale(name).unwrap()
}

pub(crate) const HEAD: &str = "record_id,site,fuel,quantity,unit,date\n";
