//! What the first digits of a number say: who licenses it, and whether it is the same thing everywhere.

use super::element::Element;

/// What a prefix of GS1 says. It names who licensed the number, never where a thing was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prefix {
    /// 893: licensed by GS1 Viet Nam.
    VietNam,
    /// 02, 04, 2 (of a GTIN-8 also 0): given out by a company or a region for itself.
    RestrictedCirculation,
    /// 952: for examples.
    Demonstration,
    /// 977, 978, 979: an ISSN or ISBN in the form of a GTIN.
    Publication,
    /// 05, 980 to 984, 99: coupons and receipts.
    Coupon,
    /// Licensed by another organisation of GS1.
    Other,
}

impl Prefix {
    /// `viet_nam`, `restricted_circulation`, `demonstration`, `publication`, `coupon` or `other`.
    pub fn as_str(self) -> &'static str {
        match self {
            Prefix::VietNam => "viet_nam",
            Prefix::RestrictedCirculation => "restricted_circulation",
            Prefix::Demonstration => "demonstration",
            Prefix::Publication => "publication",
            Prefix::Coupon => "coupon",
            Prefix::Other => "other",
        }
    }
}

/// The three digits of a key that are its prefix, and what they say; `None` for what is no key of GS1.
pub(super) fn prefix(key: &Element) -> Option<(&str, Prefix)> {
    let value = key.value();
    let skipped = match key.ai() {
        "00" | "01" | "8003" | "8006" => 1,
        "253" | "255" | "401" | "402" | "414" | "415" | "417" | "8004" | "8010" | "8013" | "8017"
        | "8018" => 0,
        _ => return None,
    };
    // Eight digits with six zeros before them have prefixes of their own.
    let short = matches!(key.ai(), "01" | "8006") && value.starts_with("000000");
    let digits = value.get(if short { 6 } else { skipped }..)?.get(..3)?;
    let says = match (digits.as_bytes(), short) {
        ([b'0' | b'2', ..], true) => Prefix::RestrictedCirculation,
        ([b'2', ..] | [b'0', b'2' | b'4', _], _) => Prefix::RestrictedCirculation,
        (b"893", _) => Prefix::VietNam,
        (b"952", _) => Prefix::Demonstration,
        ([b'9', b'7', b'7'..=b'9'], _) => Prefix::Publication,
        ([b'0', b'5', _] | [b'9', b'8', b'0'..=b'4'] | [b'9', b'9', _], _) => Prefix::Coupon,
        _ => Prefix::Other,
    };
    Some((digits, says))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_of_each_kind() {
        let says = |ai: &str, value: &str| {
            prefix(&Element::foreign(ai, value)).map(|(digits, says)| (digits.to_owned(), says))
        };
        for (ai, value, digits, want) in [
            ("01", "08931234567897", "893", Prefix::VietNam),
            ("414", "8931234567897", "893", Prefix::VietNam),
            ("00", "089312345678901234", "893", Prefix::VietNam),
            ("01", "02001234567893", "200", Prefix::RestrictedCirculation),
            ("01", "00412345678903", "041", Prefix::RestrictedCirculation),
            ("01", "00000020123451", "201", Prefix::RestrictedCirculation),
            ("01", "00000089312345", "893", Prefix::VietNam),
            ("01", "09520123456788", "952", Prefix::Demonstration),
            ("01", "09780345418913", "978", Prefix::Publication),
            ("255", "9801234567890", "980", Prefix::Coupon),
            ("8003", "04012345000221334455", "401", Prefix::Other),
        ] {
            assert_eq!(says(ai, value), Some((digits.to_owned(), want)), "{ai} {value}");
        }
        assert_eq!(says("10", "893"), None);
        assert_eq!(says("414", "é"), None);
    }
}
