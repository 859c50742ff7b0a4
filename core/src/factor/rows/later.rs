//! Tables that are kept as text until something asks for them.

use core::fmt;
use std::sync::OnceLock;

use super::cbam::{BenchmarkRow, CategoryRow, CountryRow, DefaultRow, FigureRow, GoodRow};
use super::crosswalk::{self, CrosswalkRow};
use super::read;
use super::taxonomy::TaxonomyRow;
use crate::error::{Code, Error, Finding};
use crate::factor::pack::{Pack, PackKind};
use crate::wire::v1::hex_sha256;

/// The rows of a table.
#[derive(Debug)]
pub(super) enum Rows {
    Goods(Vec<GoodRow>),
    Categories(Vec<CategoryRow>),
    Defaults(Vec<DefaultRow>),
    Benchmarks(Vec<BenchmarkRow>),
    Figures(Vec<FigureRow>),
    Countries(Vec<CountryRow>),
    Taxonomy(Vec<TaxonomyRow>),
    Crosswalk(Vec<CrosswalkRow>),
}

/// A table as text, read once when its rows are asked for first.
pub(in crate::factor) struct Later {
    /// Position of its pack in the catalogue.
    pub(in crate::factor) pack: usize,
    pub(in crate::factor) kind: PackKind,
    id: Box<str>,
    sha256: Box<str>,
    table: Box<str>,
    rows: OnceLock<Result<Rows, Error>>,
}

/// Names the table and its size; the text is too long to print.
impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Later")
            .field("id", &self.id)
            .field("bytes", &self.table.len())
            .finish_non_exhaustive()
    }
}

impl Later {
    pub(in crate::factor) fn new(at: usize, pack: &Pack, table: &str) -> Later {
        Later {
            pack: at,
            kind: pack.kind,
            id: pack.id.clone(),
            sha256: pack.sha256.clone(),
            table: table.into(),
            rows: OnceLock::new(),
        }
    }

    /// How many rows the text has, without reading them.
    pub(in crate::factor) fn count(&self) -> u64 {
        let lines = memchr::memchr_iter(b'\n', self.table.as_bytes()).count();
        u64::try_from(lines).unwrap_or(u64::MAX).saturating_sub(1)
    }

    /// All faults of the table; how many rows it has.
    pub(in crate::factor) fn check(&self, findings: &mut Vec<Finding>) -> u64 {
        let rows = self.read(findings);
        let count = match &rows {
            Rows::Goods(rows) => rows.len(),
            Rows::Categories(rows) => rows.len(),
            Rows::Defaults(rows) => rows.len(),
            Rows::Benchmarks(rows) => rows.len(),
            Rows::Figures(rows) => rows.len(),
            Rows::Countries(rows) => rows.len(),
            Rows::Taxonomy(rows) => rows.len(),
            Rows::Crosswalk(rows) => rows.len(),
        };
        u64::try_from(count).unwrap_or(u64::MAX)
    }

    fn read(&self, findings: &mut Vec<Finding>) -> Rows {
        match self.kind {
            PackKind::CbamCategories => Rows::Categories(read::categories(&self.table, findings)),
            PackKind::CbamDefaults => Rows::Defaults(read::defaults(&self.table, findings)),
            PackKind::CbamBenchmarks => Rows::Benchmarks(read::benchmarks(&self.table, findings)),
            PackKind::CbamFigures | PackKind::TraceFigures => {
                Rows::Figures(read::figures(&self.table, findings))
            }
            PackKind::CbamCountries => Rows::Countries(read::countries(&self.table, findings)),
            PackKind::Taxonomy => Rows::Taxonomy(read::taxonomy(&self.table, findings)),
            PackKind::Crosswalk => Rows::Crosswalk(crosswalk::read(&self.table, findings)),
            _ => Rows::Goods(read::goods(&self.table, findings)),
        }
    }

    /// The rows, after the table was compared with its digest.
    fn rows(&self) -> Result<&Rows, Error> {
        let read = self.rows.get_or_init(|| {
            if hex_sha256(self.table.as_bytes()) != *self.sha256 {
                let message =
                    format!("the table of `{}` is not the one that its description was made for", self.id);
                return Err(Error::new(Code::PackDigest, message).at("table.csv"));
            }
            let mut findings = Vec::new();
            let rows = self.read(&mut findings);
            match findings.first() {
                None => Ok(rows),
                Some(first) => {
                    let message = format!("`{}`, row {}: {}", self.id, first.position.row, first.message);
                    Err(Error::new(first.code, message).at("table.csv"))
                }
            }
        });
        read.as_ref().map_err(Error::clone)
    }

    pub(in crate::factor) fn goods(&self) -> Result<&[GoodRow], Error> {
        Ok(if let Rows::Goods(rows) = self.rows()? { rows } else { &[] })
    }

    pub(in crate::factor) fn categories(&self) -> Result<&[CategoryRow], Error> {
        Ok(if let Rows::Categories(rows) = self.rows()? { rows } else { &[] })
    }

    pub(in crate::factor) fn defaults(&self) -> Result<&[DefaultRow], Error> {
        Ok(if let Rows::Defaults(rows) = self.rows()? { rows } else { &[] })
    }

    pub(in crate::factor) fn benchmarks(&self) -> Result<&[BenchmarkRow], Error> {
        Ok(if let Rows::Benchmarks(rows) = self.rows()? { rows } else { &[] })
    }

    pub(in crate::factor) fn figures(&self) -> Result<&[FigureRow], Error> {
        Ok(if let Rows::Figures(rows) = self.rows()? { rows } else { &[] })
    }

    pub(in crate::factor) fn taxonomy(&self) -> Result<&[TaxonomyRow], Error> {
        Ok(if let Rows::Taxonomy(rows) = self.rows()? { rows } else { &[] })
    }

    pub(in crate::factor) fn crosswalk(&self) -> Result<&[CrosswalkRow], Error> {
        Ok(if let Rows::Crosswalk(rows) = self.rows()? { rows } else { &[] })
    }

    pub(in crate::factor) fn countries(&self) -> Result<&[CountryRow], Error> {
        Ok(if let Rows::Countries(rows) = self.rows()? { rows } else { &[] })
    }
}
