//! Places by code: where an activity happened and which factors may speak for it.

mod countries;

use core::fmt;

use crate::error::{Code, Error};
use countries::COUNTRIES;

/// The code of the whole world in UN M49.
const WORLD: &str = "001";

/// Latin America and the Caribbean: M49 groups three sub-regions of the Americas below the region.
const LATIN_AMERICA: (&str, [&str; 3]) = ("419", ["005", "013", "029"]);

/// Names that ledgers write instead of a code.
const NAMES: &[(&str, &str)] = &[
    ("viet nam", "VN"),
    ("vietnam", "VN"),
    ("việt nam", "VN"),
    ("hà nội", "VN-HN"),
    ("ha noi", "VN-HN"),
    ("hanoi", "VN-HN"),
    ("world", WORLD),
    ("global", WORLD),
    ("thế giới", WORLD),
    ("united kingdom", "GB"),
    ("anh", "GB"),
    ("united states", "US"),
    ("usa", "US"),
    ("hoa kỳ", "US"),
    ("japan", "JP"),
    ("nhật bản", "JP"),
    ("china", "CN"),
    ("trung quốc", "CN"),
    ("korea", "KR"),
    ("south korea", "KR"),
    ("hàn quốc", "KR"),
    ("thailand", "TH"),
    ("thái lan", "TH"),
    ("taiwan", "TW"),
    ("đài loan", "TW"),
    ("germany", "DE"),
    ("đức", "DE"),
    ("italy", "IT"),
    ("ý", "IT"),
];

/// A country, a subdivision of one, or a region of the world.
///
/// Codes: ISO 3166-1 alpha-2 (`VN`), ISO 3166-2 or a grid region below a country (`VN-HN`, `US-EGRID-AKGD`),
/// UN M49 for regions (`035` South-eastern Asia, `001` world).
///
/// # Example
/// ```
/// use emitrace::place::Place;
///
/// let hanoi = Place::parse("VN-HN")?;
/// assert_eq!(hanoi.chain(), ["VN-HN", "VN", "035", "142", "001"]);
/// assert_eq!(Place::parse("Việt Nam")?.as_str(), "VN");
/// assert_eq!(Place::parse("ZZ").unwrap_err().code().as_str(), "UNKNOWN_PLACE");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(Box<str>);

impl Place {
    /// The whole world.
    pub fn world() -> Place {
        Place(WORLD.into())
    }

    /// Reads a code or one of the usual names.
    ///
    /// # Errors
    /// `UNKNOWN_PLACE`.
    pub fn parse(text: &str) -> Result<Place, Error> {
        let text = text.trim();
        let lower = text.to_lowercase();
        if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == lower) {
            return Ok(Place((*code).into()));
        }
        let code = text.to_ascii_uppercase();
        let head = code.split('-').next().unwrap_or_default();
        let parts = code
            .split('-')
            .skip(1)
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        let region = || {
            [WORLD, LATIN_AMERICA.0].contains(&&*code)
                || COUNTRIES.iter().any(|(_, sub, region)| code == *sub || code == *region)
        };
        if (parts && country(head).is_some()) || region() {
            return Ok(Place(code.into()));
        }
        Err(Error::new(Code::UnknownPlace, format!("place `{text}` is not known")))
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The place and everything it lies in, the nearest first.
    pub fn chain(&self) -> Vec<&str> {
        let mut chain = vec![self.as_str()];
        let mut code = self.as_str();
        while let Some((parent, _)) = code.rsplit_once('-') {
            // `US-EGRID` is a family of grid regions, not a place.
            if parent.len() == 2 || !parent.ends_with("EGRID") {
                chain.push(parent);
            }
            code = parent;
        }
        let (sub, region) =
            country(code).map_or_else(|| ("", region_of(code)), |(_, sub, region)| (*sub, *region));
        let latin = LATIN_AMERICA.1.contains(&sub) || LATIN_AMERICA.1.contains(&code);
        let (group, region) = match code == LATIN_AMERICA.0 {
            true => ("", "019"),
            false => (if latin { LATIN_AMERICA.0 } else { "" }, region),
        };
        chain.extend(
            [sub, group, region, WORLD].into_iter().filter(|above| !above.is_empty() && *above != code),
        );
        chain
    }
}

fn country(code: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    COUNTRIES.binary_search_by(|(country, _, _)| (*country).cmp(code)).ok().and_then(|at| COUNTRIES.get(at))
}

/// The region above a sub-region.
fn region_of(code: &str) -> &'static str {
    COUNTRIES.iter().find(|(_, sub, _)| *sub == code).map_or("", |(_, _, region)| region)
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_sorted_for_the_search() {
        assert!(COUNTRIES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(COUNTRIES.len(), 250);
    }

    #[test]
    fn chains_end_in_the_world() {
        for (text, want) in [
            ("US-EGRID-AKGD", vec!["US-EGRID-AKGD", "US", "021", "019", "001"]),
            ("035", vec!["035", "142", "001"]),
            ("BR", vec!["BR", "005", "419", "019", "001"]),
            ("419", vec!["419", "019", "001"]),
            ("142", vec!["142", "001"]),
            ("001", vec!["001"]),
            ("AQ", vec!["AQ", "010", "001"]),
        ] {
            assert_eq!(Place::parse(text).unwrap().chain(), want);
        }
    }
}
