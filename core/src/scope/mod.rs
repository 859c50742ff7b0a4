//! Scopes, categories and accounts: the frame of the GHG Protocol, with ISO 14064-1 by mapping table.

use core::fmt;

use crate::error::{Code, Error};

/// One of the three scopes, or outside of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Direct emissions.
    One,
    /// Indirect emissions from bought energy.
    Two,
    /// Other indirect emissions.
    Three,
    /// Reported apart: offsets and credits.
    Outside,
}

/// A category within a scope.
///
/// Keys: `1.stationary`, `2.electricity`, `3.1` … `3.15`, `outside.offsets`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Category(u8);

/// `(key, word, scope, ISO 14064-1:2018 category)`; a category is a position in this table.
///
/// The ISO column is a table and not code because practice differs: fuel- and energy-related activities
/// (scope 3 category 3) are put in ISO category 4 here, as most users do.
const TABLE: [(&str, &str, Scope, u8); 25] = [
    ("1.stationary", "stationary", Scope::One, 1),
    ("1.mobile", "mobile", Scope::One, 1),
    ("1.process", "process", Scope::One, 1),
    ("1.fugitive", "fugitive", Scope::One, 1),
    ("1.land", "land", Scope::One, 1),
    ("2.electricity", "electricity", Scope::Two, 2),
    ("2.steam", "steam", Scope::Two, 2),
    ("2.heat", "heat", Scope::Two, 2),
    ("2.cooling", "cooling", Scope::Two, 2),
    ("3.1", "1", Scope::Three, 4),
    ("3.2", "2", Scope::Three, 4),
    ("3.3", "3", Scope::Three, 4),
    ("3.4", "4", Scope::Three, 3),
    ("3.5", "5", Scope::Three, 4),
    ("3.6", "6", Scope::Three, 3),
    ("3.7", "7", Scope::Three, 3),
    ("3.8", "8", Scope::Three, 4),
    ("3.9", "9", Scope::Three, 3),
    ("3.10", "10", Scope::Three, 5),
    ("3.11", "11", Scope::Three, 5),
    ("3.12", "12", Scope::Three, 5),
    ("3.13", "13", Scope::Three, 5),
    ("3.14", "14", Scope::Three, 5),
    ("3.15", "15", Scope::Three, 5),
    ("outside.offsets", "offsets", Scope::Outside, 0),
];

/// Vietnamese and English words for categories, beside the keys of [`TABLE`].
const WORDS: &[(&str, &str)] = &[
    ("stationary combustion", "1.stationary"),
    ("đốt cố định", "1.stationary"),
    ("mobile combustion", "1.mobile"),
    ("đốt di động", "1.mobile"),
    ("industrial process", "1.process"),
    ("quá trình công nghiệp", "1.process"),
    ("refrigerant", "1.fugitive"),
    ("rò rỉ", "1.fugitive"),
    ("phát tán", "1.fugitive"),
    ("land use", "1.land"),
    ("purchased electricity", "2.electricity"),
    ("điện mua", "2.electricity"),
    ("điện", "2.electricity"),
    ("hơi nước", "2.steam"),
    ("nhiệt", "2.heat"),
    ("làm mát", "2.cooling"),
    ("purchased goods and services", "3.1"),
    ("purchased goods", "3.1"),
    ("hàng hóa và dịch vụ mua vào", "3.1"),
    ("capital goods", "3.2"),
    ("fuel and energy related", "3.3"),
    ("upstream transportation", "3.4"),
    ("vận chuyển đầu vào", "3.4"),
    ("waste", "3.5"),
    ("chất thải", "3.5"),
    ("business travel", "3.6"),
    ("công tác", "3.6"),
    ("employee commuting", "3.7"),
    ("commuting", "3.7"),
    ("đi lại của nhân viên", "3.7"),
    ("upstream leased assets", "3.8"),
    ("downstream transportation", "3.9"),
    ("vận chuyển đầu ra", "3.9"),
    ("processing of sold products", "3.10"),
    ("use of sold products", "3.11"),
    ("end-of-life", "3.12"),
    ("downstream leased assets", "3.13"),
    ("franchises", "3.14"),
    ("investments", "3.15"),
    ("offset", "outside.offsets"),
    ("bù trừ", "outside.offsets"),
];

impl Scope {
    /// `1`, `2`, `3` or `outside`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Scope::One => "1",
            Scope::Two => "2",
            Scope::Three => "3",
            Scope::Outside => "outside",
        }
    }

    /// Reads `1`, `Scope 1`, `phạm vi 1`, `outside`.
    ///
    /// # Errors
    /// `UNKNOWN_CATEGORY`.
    pub fn parse(text: &str) -> Result<Scope, Error> {
        let lower = text.to_lowercase();
        let bare =
            ["scope", "phạm vi"].iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(&lower).trim();
        match bare {
            "1" | "i" => Ok(Scope::One),
            "2" | "ii" => Ok(Scope::Two),
            "3" | "iii" => Ok(Scope::Three),
            "outside" | "outside of scopes" | "ngoài phạm vi" => Ok(Scope::Outside),
            _ => Err(Error::new(Code::UnknownCategory, format!("scope `{text}` is not 1, 2, 3 or outside"))),
        }
    }
}

impl Category {
    /// Every category, in the order of the scopes.
    pub fn all() -> impl Iterator<Item = Category> {
        (0u8..).take(TABLE.len()).map(Category)
    }

    /// Offsets and credits.
    pub const OFFSETS: Category = Category(24);

    /// The key: `1.stationary`, `3.1`.
    pub fn key(self) -> &'static str {
        self.entry().0
    }

    /// The scope.
    pub fn scope(self) -> Scope {
        self.entry().2
    }

    /// The category of ISO 14064-1:2018, 1 to 6; 0 for what is reported apart.
    pub fn iso_14064_1(self) -> u8 {
        self.entry().3
    }

    /// Reads a category: a key (`3.1`), the word within a known scope (`1`, `stationary`), or its usual name.
    ///
    /// # Errors
    /// `UNKNOWN_CATEGORY`.
    ///
    /// # Example
    /// ```
    /// use emitrace::scope::{Category, Scope};
    ///
    /// assert_eq!(Category::parse("1", Some(Scope::Three))?.key(), "3.1");
    /// assert_eq!(Category::parse("đốt di động", None)?.key(), "1.mobile");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn parse(text: &str, scope: Option<Scope>) -> Result<Category, Error> {
        let lower = text.trim().to_lowercase();
        let bare = ["category", "cat.", "cat", "danh mục", "hạng mục"]
            .iter()
            .find_map(|word| lower.strip_prefix(word))
            .unwrap_or(&lower)
            .trim();
        let key = WORDS.iter().find(|(word, _)| *word == bare).map_or(bare, |(_, key)| key);
        let found = Category::all().find(|category| {
            let (full, word, in_scope, _) = category.entry();
            scope.is_none_or(|scope| scope == *in_scope)
                && (key == *full
                    || (key == *word && (scope.is_some() || !word.starts_with(|c: char| c.is_ascii_digit()))))
        });
        found.ok_or_else(|| {
            let of = scope.map_or_else(String::new, |scope| format!(" of scope {}", scope.as_str()));
            Error::new(Code::UnknownCategory, format!("`{text}` is not a category{of}"))
        })
    }

    fn entry(self) -> &'static (&'static str, &'static str, Scope, u8) {
        TABLE.get(usize::from(self.0)).unwrap_or(&TABLE[24])
    }
}

/// An account that masses are added up in. Scope 2 has two, side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Account {
    /// Scope 1.
    Scope1,
    /// Scope 2 by where the grid is.
    Scope2Location,
    /// Scope 2 by what is contracted.
    Scope2Market,
    /// Scope 3.
    Scope3,
    /// Offsets and credits.
    Offsets,
}

impl Account {
    /// All accounts.
    pub const ALL: [Account; 5] =
        [Account::Scope1, Account::Scope2Location, Account::Scope2Market, Account::Scope3, Account::Offsets];

    /// `scope_1`, `scope_2_location`, `scope_2_market`, `scope_3`, `offsets`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Account::Scope1 => "scope_1",
            Account::Scope2Location => "scope_2_location",
            Account::Scope2Market => "scope_2_market",
            Account::Scope3 => "scope_3",
            Account::Offsets => "offsets",
        }
    }

    /// Reads an account's name.
    pub fn parse(text: &str) -> Option<Account> {
        Account::ALL.into_iter().find(|account| account.as_str() == text)
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_a_category_and_every_key_reads_back() {
        for (_, key) in WORDS {
            assert!(TABLE.iter().any(|(full, ..)| full == key), "{key}");
        }
        for category in Category::all() {
            assert_eq!(Category::parse(category.key(), None).unwrap(), category);
            assert_eq!(Category::parse(category.key(), Some(category.scope())).unwrap(), category);
        }
        assert_eq!(Category::OFFSETS.key(), "outside.offsets");
    }

    #[test]
    fn a_bare_number_needs_its_scope() {
        assert!(Category::parse("1", None).is_err());
        assert!(Category::parse("16", Some(Scope::Three)).is_err());
    }
}
