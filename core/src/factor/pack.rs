//! A pack's description: who published what, when, under which licence.

use serde::Deserialize;

use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::wire::v1::hex_sha256;

/// What a pack's table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PackKind {
    /// Emission factors, calorific values, densities, correction factors.
    Factors,
    /// Gases and their global warming potentials.
    Gwp,
    /// Refrigerant blends by mass.
    Blends,
    /// Names of activities, with their usual scope and category.
    Activities,
    /// Leak rates of refrigeration equipment.
    LeakRates,
    /// What a law or a standard asks for: lists, criteria, calendars, shares, checks.
    Rules,
    /// Tonnes of oil equivalent, for thresholds.
    EnergyEquivalents,
    /// Policies for base years and pathways for targets.
    Policies,
    /// Goods of the carbon border adjustment mechanism.
    CbamGoods,
    /// Their aggregated goods categories.
    CbamCategories,
    /// Their default values by country.
    CbamDefaults,
    /// Their benchmarks.
    CbamBenchmarks,
    /// Factors, prices, mark-ups, thresholds and days.
    CbamFigures,
    /// Countries of the tables, and origins without obligation.
    CbamCountries,
    /// Numbers that an act or a standard fixes for its formulas.
    Parameters,
    /// What trade agreements, custody schemes and the deforestation regulation fix.
    TraceFigures,
    /// What a buyer or a law asks of suppliers.
    Requirements,
    /// Concepts, members and rules of a standard for sustainability reports.
    Taxonomy,
    /// Datapoints, their codes in reporting frameworks, and reports made of them.
    Crosswalk,
}

impl PackKind {
    const ALL: [PackKind; 19] = [
        PackKind::Factors,
        PackKind::Gwp,
        PackKind::Blends,
        PackKind::Activities,
        PackKind::LeakRates,
        PackKind::Rules,
        PackKind::EnergyEquivalents,
        PackKind::Policies,
        PackKind::CbamGoods,
        PackKind::CbamCategories,
        PackKind::CbamDefaults,
        PackKind::CbamBenchmarks,
        PackKind::CbamFigures,
        PackKind::CbamCountries,
        PackKind::Parameters,
        PackKind::TraceFigures,
        PackKind::Requirements,
        PackKind::Taxonomy,
        PackKind::Crosswalk,
    ];

    /// The word that packs write.
    pub const fn as_str(self) -> &'static str {
        match self {
            PackKind::Factors => "factors",
            PackKind::Gwp => "gwp",
            PackKind::Blends => "blends",
            PackKind::Activities => "activities",
            PackKind::LeakRates => "leak-rates",
            PackKind::Rules => "rules",
            PackKind::EnergyEquivalents => "energy-equivalents",
            PackKind::Policies => "policies",
            PackKind::CbamGoods => "cbam-goods",
            PackKind::CbamCategories => "cbam-categories",
            PackKind::CbamDefaults => "cbam-defaults",
            PackKind::CbamBenchmarks => "cbam-benchmarks",
            PackKind::CbamFigures => "cbam-figures",
            PackKind::CbamCountries => "cbam-countries",
            PackKind::Parameters => "parameters",
            PackKind::TraceFigures => "trace-figures",
            PackKind::Requirements => "requirements",
            PackKind::Taxonomy => "taxonomy",
            PackKind::Crosswalk => "crosswalk",
        }
    }

    /// Whether the table is large and rarely asked for, so that it is read when something asks for it.
    pub(super) const fn is_read_later(self) -> bool {
        matches!(
            self,
            PackKind::CbamGoods
                | PackKind::CbamCategories
                | PackKind::CbamDefaults
                | PackKind::CbamBenchmarks
                | PackKind::CbamFigures
                | PackKind::CbamCountries
                | PackKind::TraceFigures
                | PackKind::Taxonomy
                | PackKind::Crosswalk
        )
    }
}

/// The description of a data pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Identifier, unique in a catalogue.
    pub id: Box<str>,
    /// What its table holds.
    pub kind: PackKind,
    /// Title of the publication.
    pub title: Box<str>,
    /// Who publishes it.
    pub publisher: Box<str>,
    /// Edition; other values are another edition.
    pub edition: Box<str>,
    /// Licence of the data.
    pub licence: Box<str>,
    /// Text to print with results.
    pub attribution: Box<str>,
    /// The document.
    pub source: Box<str>,
    /// Where the document is; may be empty.
    pub url: Box<str>,
    /// Day on which the data were taken over.
    pub retrieved: Box<str>,
    /// The lowest confidence among the rows.
    pub confidence: Box<str>,
    /// SHA-256 of the table's bytes.
    pub sha256: Box<str>,
    /// What the data may not be used for.
    pub not_for: Vec<Box<str>>,
    /// Whether the pack came with emitrace; a user's own packs are asked first.
    pub shipped: bool,
    /// Rows of the table.
    pub rows: u64,
}

/// The description as written; every key is required so that none is forgotten.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    id: Box<str>,
    kind: Box<str>,
    title: Box<str>,
    publisher: Box<str>,
    edition: Box<str>,
    licence: Box<str>,
    attribution: Box<str>,
    source: Box<str>,
    url: Box<str>,
    retrieved: Box<str>,
    confidence: Box<str>,
    #[serde(default)]
    sha256: Box<str>,
    #[serde(default)]
    not_for: Vec<Box<str>>,
}

impl Pack {
    /// Reads a description and checks that the table is the one it describes.
    ///
    /// A user's pack may leave `sha256` empty while it is being written; a shipped pack may not.
    ///
    /// # Errors
    /// `BAD_PACK`, `PACK_DIGEST`.
    pub fn parse(description: &str, table: &str, shipped: bool) -> Result<Pack, Error> {
        let limit = Limits::default().pack_bytes;
        if description.len() > limit || table.len() > limit {
            let message = format!("a description or table of more than {limit} bytes");
            return Err(Error::new(Code::LimitExceeded, message).with_help("split the pack"));
        }
        let bad = |message: String| Error::new(Code::BadPack, message).at("pack.toml");
        let read: Description = toml::from_str(description).map_err(|e| bad(e.message().to_string()))?;
        let kind = PackKind::ALL
            .into_iter()
            .find(|kind| *kind.as_str() == *read.kind)
            .ok_or_else(|| bad(format!("kind `{}` is not known", read.kind)))?;
        let slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        if read.id.is_empty() || !read.id.chars().all(slug) {
            return Err(bad(format!("id `{}` may hold a-z, 0-9, `-` and `.` only", read.id)));
        }
        for (name, value) in [
            ("licence", &read.licence),
            ("edition", &read.edition),
            ("publisher", &read.publisher),
            ("source", &read.source),
        ] {
            if value.is_empty() {
                return Err(bad(format!("`{name}` is empty")));
            }
        }
        // The digest of a shipped table that is read later is compared then.
        let sha256 = match shipped && kind.is_read_later() {
            true => read.sha256.to_string(),
            false => hex_sha256(table.as_bytes()),
        };
        if *read.sha256 != *sha256 && (shipped || !read.sha256.is_empty()) {
            return Err(Error::new(
                Code::PackDigest,
                format!(
                    "the table of `{}` has SHA-256 {sha256}, its description says `{}`",
                    read.id, read.sha256
                ),
            )
            .at("pack.toml"));
        }
        Ok(Pack {
            id: read.id,
            kind,
            title: read.title,
            publisher: read.publisher,
            edition: read.edition,
            licence: read.licence,
            attribution: read.attribution,
            source: read.source,
            url: read.url,
            retrieved: read.retrieved,
            confidence: read.confidence,
            sha256: sha256.into(),
            not_for: read.not_for,
            shipped,
            rows: 0,
        })
    }

    /// Cuts a pack written as one text: the description between two lines `+++`, then the table.
    ///
    /// # Errors
    /// `BAD_PACK` if the two lines are not there.
    pub fn split(text: &str) -> Result<(&str, &str), Error> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let open = text.strip_prefix("+++").and_then(|rest| rest.trim_start_matches('\r').strip_prefix('\n'));
        let cut = open.and_then(|rest| rest.split_once("\n+++")).and_then(|(description, rest)| {
            let table = rest.trim_start_matches('\r').strip_prefix('\n')?;
            Some((description, table))
        });
        cut.ok_or_else(|| {
            Error::new(Code::BadPack, "the text does not start with a description between two lines `+++`")
                .with_help("write `+++`, the description as TOML, `+++`, then the table as CSV")
        })
    }
}
