//! From a request's words to typed options; every fault names its field.

use super::dimension::Dimension;
use super::options::{Options, Profile};
use super::{Organisation, Register};
use crate::activity::{Encoding, Field, Format, ReadOptions, SheetNumbers};
use crate::error::{Code, Error};
use crate::gas::GwpSet;
use crate::period::{DateOrder, DateSystem, Period};
use crate::place::Place;
use crate::wire::v1;

impl Options {
    /// Options for reading a ledger without computing anything: neither a profile nor a GWP set is needed, and
    /// whichever is filled in here has no effect.
    ///
    /// # Errors
    /// As [`Options::from_request`].
    pub fn for_reading(request: &v1::InventoryOptions) -> Result<Options, Error> {
        let mut declared = request.clone();
        if declared.profile.is_empty() {
            declared.profile = Profile::GhgProtocol.as_str().into();
        }
        if declared.gwp.is_empty() {
            declared.gwp = GwpSet::Ar5.as_str().into();
        }
        Options::from_request(&declared)
    }

    /// The options as the engine takes them; every fault names its field.
    ///
    /// # Errors
    /// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `UNKNOWN_PLACE` and the like, with the path of the field.
    pub fn from_request(request: &v1::InventoryOptions) -> Result<Options, Error> {
        fn at<T>(path: &str, result: Result<T, Error>) -> Result<T, Error> {
            result.map_err(|error| error.at(format!("/options/{path}")))
        }
        fn unknown(what: &str, value: &str, help: &str) -> Error {
            Error::new(Code::UnknownValue, format!("{what} `{value}` is not known")).with_help(help)
        }
        let mut options = Options::new(
            at("profile", Profile::parse(&request.profile))?,
            at("gwp", GwpSet::parse(&request.gwp))?,
        );
        let mut read = match request.locale.as_deref() {
            Some(locale) => at("locale", ReadOptions::from_locale(locale))?,
            None => ReadOptions::default(),
        };
        if let Some(order) = request.date_order.as_deref() {
            read.date_order = match order {
                "dmy" => DateOrder::Dmy,
                "mdy" => DateOrder::Mdy,
                _ => return at("date_order", Err(unknown("date order", order, "use dmy or mdy"))),
            };
        }
        if let Some(system) = request.date_system.as_deref() {
            read.date_system = match system {
                "excel1900" => DateSystem::Excel1900,
                "excel1904" => DateSystem::Excel1904,
                _ => {
                    return at(
                        "date_system",
                        Err(unknown("date system", system, "use excel1900 or excel1904")),
                    );
                }
            };
        }
        if let Some(delimiter) = request.delimiter.as_deref() {
            read.delimiter = match delimiter {
                "," => Some(b','),
                ";" => Some(b';'),
                "\t" | "tab" => Some(b'\t'),
                _ => return at("delimiter", Err(unknown("delimiter", delimiter, "use `,`, `;` or `tab`"))),
            };
        }
        if let Some(encoding) = request.encoding.as_deref() {
            read.encoding = Some(at("encoding", Encoding::from_name(encoding))?);
        }
        if let Some(format) = request.ledger_format.as_deref() {
            read.format = Some(at("ledger_format", Format::from_name(format))?);
        }
        read.sheet = request.sheet.clone();
        read.header_row = request.header_row;
        if let Some(numbers) = request.sheet_numbers.as_deref() {
            read.sheet_numbers = match numbers {
                "excel15" => SheetNumbers::Shown,
                "raw" => SheetNumbers::Stored,
                _ => {
                    return at(
                        "sheet_numbers",
                        Err(unknown("choice of digits", numbers, "use excel15 or raw")),
                    );
                }
            };
        }
        if let Some(period) = request.period.as_deref() {
            read.period = Some(at("period", Period::parse(period))?);
        }
        for (index, column) in request.columns.iter().enumerate() {
            let field = Field::ALL.iter().find(|field| field.name() == column.field);
            let path = format!("columns/{index}/field");
            let field = field.ok_or_else(|| {
                unknown("field", &column.field, "use a field name such as quantity or activity")
            });
            read.columns.push((column.header.clone(), *at(&path, field)?));
        }
        options.read = read;
        if let Some(region) = request.region.as_deref() {
            options.region = Some(at("region", Place::parse(region))?);
        }
        if let Some(sources) = &request.sources {
            options.policy.sources = sources.iter().map(|id| id.as_str().into()).collect();
        }
        options.policy.proxy_years = request.proxy_years;
        for (index, place) in request.proxy_places.iter().enumerate() {
            options.policy.proxy_places.push(at(&format!("proxy_places/{index}"), Place::parse(place))?);
        }
        if let Some(declared) = &request.instruments {
            let path = |error: Error| {
                let inner = error.path().to_owned();
                error.at(format!("/options/instruments{inner}"))
            };
            options.instruments = Some(Register::new(declared).map_err(path)?);
        }
        options.upstream = request.upstream;
        if let Some(declared) = &request.organisation {
            let path = |error: Error| {
                let inner = error.path().to_owned();
                error.at(format!("/options/organisation{inner}"))
            };
            options = options.with_organisation(Organisation::new(declared).map_err(path)?);
        }
        if let Some(by) = &request.by {
            options.views = Vec::new();
            for (index, view) in by.iter().enumerate() {
                let path = format!("by/{index}");
                let view = at(&path, Dimension::parse_view(view))?;
                if view.contains(&Dimension::Entity) && options.organisation.is_none() {
                    let error = Error::new(Code::ChoiceMissing, "a view by entity needs an organisation");
                    return at(&path, Err(error.with_help("give the option `organisation`")));
                }
                options.views.push(view);
            }
        }
        if let Some(findings) = request.findings {
            options.limits.findings = usize::try_from(findings).unwrap_or(usize::MAX);
        }
        options.row_offset = request.row_offset;
        Ok(options)
    }
}
