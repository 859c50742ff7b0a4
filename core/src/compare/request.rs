//! From a request's words to how it is compared; every fault names its field.

use super::base_year::sites;
use super::{MatchBy, MatchPeriod, Matching, Style};
use crate::error::{Code, Error};
use crate::inventory::Dimension;
use crate::wire::v1;

impl Style {
    /// How a base year is compared with a current year: as asked for, else by group whatever the day.
    ///
    /// # Errors
    /// As [`Style::from_request`].
    pub(crate) fn for_years(request: &v1::BaseYearRequest) -> Result<Style, Error> {
        let style = match &request.comparison {
            Some(options) => Style::from_request(options)?,
            None => Style {
                matching: Matching { by: MatchBy::Group, period: MatchPeriod::Year },
                ..Style::default()
            },
        };
        Ok(style.with_sites(sites(request)))
    }

    /// The options as the engine takes them.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE` with the path of the field.
    pub fn from_request(request: &v1::DiffOptions) -> Result<Style, Error> {
        let unknown = |path: &str, value: &str, help: &str| {
            Error::new(Code::UnknownValue, format!("`{value}` is not known")).with_help(help).at(path)
        };
        let by = match request.matching.by.as_deref() {
            None | Some("id") => MatchBy::Id,
            Some("group") => MatchBy::Group,
            Some(other) => return Err(unknown("/options/matching/by", other, "use id or group")),
        };
        let period = match request.matching.period.as_deref() {
            None | Some("day") => MatchPeriod::Day,
            Some("month") => MatchPeriod::Month,
            Some("year") => MatchPeriod::Year,
            Some(other) => return Err(unknown("/options/matching/period", other, "use day, month or year")),
        };
        let mut style = Style {
            matching: Matching { by, period },
            structure: request.structure.clone(),
            ..Style::default()
        };
        if let Some(views) = &request.by {
            style.views = Vec::new();
            for (index, view) in views.iter().enumerate() {
                let view =
                    Dimension::parse_view(view).map_err(|error| error.at(format!("/options/by/{index}")))?;
                style.views.push(view);
            }
        }
        if let Some(lines) = request.lines {
            style.lines = usize::try_from(lines).unwrap_or(usize::MAX);
        }
        Ok(style)
    }
}
