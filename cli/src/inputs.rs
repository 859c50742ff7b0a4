//! Files that commands read, and where they write.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use emitrace::factor::Catalog;
use emitrace::inventory::Options;
use emitrace::wire::v1::{Column, Instruments, InventoryOptions, Organisation};
use emitrace::{Code, Error};

/// How a ledger is written and which choices are made: the same for every command that reads one.
#[derive(clap::Args)]
pub(crate) struct Choices {
    /// Set of choices: ghg-protocol, iso-14064-1 or vn-circular-38
    #[arg(long, default_value = "", hide_default_value = true)]
    profile: String,
    /// GWP set: AR4, AR5 or AR6
    #[arg(long, value_name = "SET", default_value = "", hide_default_value = true)]
    gwp: String,
    /// Reporting period: 2025, 2025-03 or 2025-01-01/2025-12-31
    #[arg(long)]
    period: Option<String>,
    /// Where rows without a region happen, e.g. VN or VN-HN
    #[arg(long, value_name = "PLACE")]
    region: Option<String>,
    /// How numbers and dates are written, e.g. vi-VN or en-US
    #[arg(long)]
    locale: Option<String>,
    /// Order of dates: dmy or mdy (overrides the locale)
    #[arg(long, value_name = "ORDER")]
    date_order: Option<String>,
    /// Serial dates of a spreadsheet: excel1900 or excel1904
    #[arg(long, value_name = "SYSTEM")]
    date_system: Option<String>,
    /// Delimiter: `,`, `;` or tab (else read off the header)
    #[arg(long)]
    delimiter: Option<String>,
    /// Encoding: utf-8, utf-16le, utf-16be or windows-1258 (else by the byte-order mark)
    #[arg(long)]
    encoding: Option<String>,
    /// A header that is not known by name, as HEADER=FIELD (repeatable)
    #[arg(long = "column", value_name = "HEADER=FIELD")]
    columns: Vec<String>,
    /// Format of the ledger: csv, xlsx or jsonl (else told by its first bytes)
    #[arg(long, value_name = "FORMAT")]
    ledger_format: Option<String>,
    /// Sheet of a workbook, by name or number (else the one that holds a ledger)
    #[arg(long)]
    sheet: Option<String>,
    /// Row of the sheet that holds the headers (else the first that has all that is needed)
    #[arg(long, value_name = "ROW")]
    header_row: Option<u32>,
    /// Digits of a workbook's numbers: excel15, as shown, or raw, as stored
    #[arg(long, value_name = "DIGITS")]
    sheet_numbers: Option<String>,
    /// A pack of your own: a file, or a folder with pack.toml and table.csv (repeatable)
    #[arg(long, value_name = "FILE")]
    pub(crate) factors: Vec<PathBuf>,
    /// Shipped packs to ask, the preferred first, separated by commas (else the profile's order)
    #[arg(long, value_delimiter = ',', value_name = "PACK")]
    sources: Option<Vec<String>>,
    /// How many years older than the activity a factor may be; every use is noted
    #[arg(long, value_name = "N", default_value_t = 0)]
    proxy_years: u16,
    /// A place whose factors may stand in where none is found, e.g. GB (repeatable); every use is noted
    #[arg(long = "proxy-place", value_name = "PLACE")]
    proxy_places: Vec<String>,
    /// A view such as site or supplier,scope (repeatable; else one for each dimension)
    #[arg(long, value_name = "VIEW")]
    by: Vec<String>,
    /// Add upstream emissions (scope 3 category 3) of fuels, electricity, steam and heat from the packs
    #[arg(long)]
    upstream: bool,
    /// Register of instruments for bought energy: CSV or JSON with certificates, contracts, rates
    #[arg(long, value_name = "FILE")]
    instruments: Option<PathBuf>,
    /// How many days from its vintage an instrument may be used
    #[arg(long, value_name = "DAYS")]
    vintage_window_days: Option<u32>,
    /// Organisation to consolidate for: CSV or JSON with entities, shares and sites
    #[arg(long, value_name = "FILE")]
    organisation: Option<PathBuf>,
    /// How many findings to list; all are counted
    #[arg(long, value_name = "N")]
    findings: Option<u32>,
    /// Added to row numbers: for a part of a larger ledger
    #[arg(long, value_name = "N", default_value_t = 0)]
    row_offset: u64,
}

impl Choices {
    /// The choices as the engine takes them.
    pub(crate) fn options(&self) -> Result<Options, Error> {
        Options::from_request(&self.request()?)
    }

    /// The choices as they stand in a request.
    pub(crate) fn request(&self) -> Result<InventoryOptions, Error> {
        let columns = columns(&self.columns)?;
        let organisation = self.organisation.as_deref().map(organisation).transpose()?;
        let mut instruments = self.instruments.as_deref().map(instruments).transpose()?;
        if let (Some(register), Some(days)) = (&mut instruments, self.vintage_window_days) {
            register.vintage_window_days = Some(days);
        }
        Ok(InventoryOptions {
            profile: self.profile.clone(),
            gwp: self.gwp.clone(),
            period: self.period.clone(),
            region: self.region.clone(),
            locale: self.locale.clone(),
            date_order: self.date_order.clone(),
            date_system: self.date_system.clone(),
            delimiter: self.delimiter.clone(),
            encoding: self.encoding.clone(),
            columns,
            ledger_format: self.ledger_format.clone(),
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            sheet_numbers: self.sheet_numbers.clone(),
            sources: self.sources.clone(),
            proxy_years: self.proxy_years,
            proxy_places: self.proxy_places.clone(),
            by: (!self.by.is_empty()).then(|| self.by.clone()),
            instruments,
            upstream: self.upstream,
            organisation,
            row_offset: self.row_offset,
            findings: self.findings,
        })
    }
}

/// The options with what the ledger claims of instruments, where a volume asks for it: the ledger is read for it.
pub(crate) fn surveyed(ledger: &Path, catalog: &Catalog, options: Options) -> Result<Options, Error> {
    emitrace::inventory::surveyed(
        || if ledger.as_os_str() == "-" { Err(comes_once()) } else { open(ledger) },
        catalog,
        options,
    )
}

/// Opens a ledger as often as it is asked for.
pub(crate) fn again(ledger: &Path) -> impl Fn() -> Result<Box<dyn Read>, Error> {
    let opened = std::cell::Cell::new(false);
    move || match opened.replace(true) && ledger.as_os_str() == "-" {
        true => Err(comes_once()),
        false => open(ledger),
    }
}

fn comes_once() -> Error {
    let message = "instruments with a volume need the ledger twice, and standard input comes once";
    Error::new(Code::BadRequest, message).with_help("give the ledger as a file")
}

/// A register of instruments from a file.
fn instruments(path: &Path) -> Result<Instruments, Error> {
    emitrace::inventory::read_instruments(&text(path)?).map_err(|error| {
        let inner = error.path().to_owned();
        let gap = if inner.is_empty() { "" } else { ": " };
        error.at(format!("{}{gap}{inner}", path.display()))
    })
}

/// An organisation from a file.
pub(crate) fn organisation(path: &Path) -> Result<Organisation, Error> {
    emitrace::inventory::read_organisation(&text(path)?).map_err(|error| {
        let inner = error.path().to_owned();
        let gap = if inner.is_empty() { "" } else { ": " };
        error.at(format!("{}{gap}{inner}", path.display()))
    })
}

/// The shipped packs and the user's own.
pub(crate) fn catalog(own: &[PathBuf]) -> Result<Catalog, Error> {
    let mut catalog = Catalog::bundled()?;
    for path in own {
        let place = |error: Error| {
            let within = error.path().to_string();
            error.at(format!("{}{}{within}", path.display(), if within.is_empty() { "" } else { ": " }))
        };
        let (description, table) = pack(path)?;
        match table {
            Some(table) => catalog.add_pack(&description, &table).map_err(place)?,
            None => catalog.add_pack_text(&description).map_err(place)?,
        }
    }
    Ok(catalog)
}

/// A pack from disk: description and table of a folder, or one text.
pub(crate) fn pack(path: &Path) -> Result<(String, Option<String>), Error> {
    let folder =
        if path.is_dir() { Some(path) } else { path.parent().filter(|_| path.ends_with("pack.toml")) };
    match folder {
        Some(folder) => Ok((text(&folder.join("pack.toml"))?, Some(text(&folder.join("table.csv"))?))),
        None => Ok((text(path)?, None)),
    }
}

/// A file's bytes in base64, for a request.
pub(crate) fn base64(path: &Path) -> Result<String, Error> {
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes(path)?))
}

/// The bytes of a file out of an answer: a text, or base64 where there is none.
pub(crate) fn file(text: String, base64: &str) -> Result<Vec<u8>, Error> {
    if base64.is_empty() {
        return Ok(text.into_bytes());
    }
    let read = base64::engine::general_purpose::STANDARD.decode(base64);
    read.map_err(|error| Error::new(Code::Internal, error.to_string()))
}

/// A file's bytes.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).map_err(|error| io_error(path, &error))?;
    Ok(bytes)
}

/// A JSON list from a file.
pub(crate) fn list<T: serde::de::DeserializeOwned + serde::Serialize>(path: &Path) -> Result<Vec<T>, Error> {
    list_of(path, &text(path)?)
}

/// A JSON list from the text of a file.
pub(crate) fn list_of<T: serde::de::DeserializeOwned + serde::Serialize>(
    path: &Path,
    text: &str,
) -> Result<Vec<T>, Error> {
    emitrace::wire::v1::read_json(text).map_err(|error| {
        let place = format!("{}{}", path.display(), error.path());
        error.at(place)
    })
}

/// A text file; `-` is standard input.
pub(crate) fn text(path: &Path) -> Result<String, Error> {
    let mut text = String::new();
    open(path)?.read_to_string(&mut text).map_err(|error| io_error(path, &error))?;
    Ok(text)
}

/// A file to read; `-` is standard input.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read>, Error> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(File::open(path).map_err(|error| io_error(path, &error))?))
}

/// A file to write.
pub(crate) fn create(path: &Path) -> Result<File, Error> {
    File::create(path).map_err(|error| io_error(path, &error))
}

/// Writes a text to standard output.
pub(crate) fn print(text: &str) -> Result<(), Error> {
    write(None, text.as_bytes())
}

/// Writes to a file, or to standard output, where a reader that went away is no error.
pub(crate) fn write(path: Option<&Path>, bytes: &[u8]) -> Result<(), Error> {
    if let Some(path) = path {
        let mut file = create(path)?;
        return file.write_all(bytes).and_then(|()| file.flush()).map_err(|error| io_error(path, &error));
    }
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(io_error(Path::new("standard output"), &error))
        }
        _ => Ok(()),
    }
}

/// A workbook is asked for without a file to write it to.
pub(crate) fn not_on_screen(out: Option<&Path>) -> Result<(), Error> {
    match out {
        Some(_) => Ok(()),
        None => Err(Error::new(Code::BadRequest, "a workbook is not written to the screen")
            .with_help("name a file with `--out`")),
    }
}

/// The error of a file operation.
pub(crate) fn io_error(path: &Path, error: &io::Error) -> Error {
    Error::new(Code::Io, format!("{}: {error}", path.display()))
}

/// Headers that are not known by name, from `--column HEADER=FIELD`.
pub(crate) fn columns(pairs: &[String]) -> Result<Vec<Column>, Error> {
    let column = |pair: &String| {
        let (header, field) = pair.rsplit_once('=').ok_or_else(|| {
            Error::new(Code::BadRequest, format!("`--column {pair}` is not of the form HEADER=FIELD"))
        })?;
        Ok(Column { header: header.into(), field: field.into() })
    };
    pairs.iter().map(column).collect()
}
