//! The cell `quality` of a ledger.

use crate::error::{Code, Error};
use crate::normal::nfd;

/// Five raw scores, each from 1 (best) to 5.
///
/// The criteria are those of the pedigree matrix (Weidema 1996; ecoinvent), which the GHG Protocol and PACT name too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scores([u8; 5]);

impl Scores {
    /// Names of the five criteria, in the order in which they are written.
    pub const CRITERIA: [&'static str; 5] =
        ["technological", "temporal", "geographical", "completeness", "reliability"];

    /// Scores in the order of [`Scores::CRITERIA`].
    ///
    /// # Errors
    /// `UNKNOWN_QUALITY` unless all are from 1 to 5.
    pub fn new(scores: [u8; 5]) -> Result<Scores, Error> {
        if scores.iter().all(|score| (1..=5).contains(score)) {
            Ok(Scores(scores))
        } else {
            Err(Error::new(Code::UnknownQuality, "a score is from 1 (best) to 5"))
        }
    }

    /// The scores, in the order of [`Scores::CRITERIA`].
    pub fn get(self) -> [u8; 5] {
        self.0
    }

    /// The score for reliability.
    pub fn reliability(self) -> u8 {
        let [.., reliability] = self.0;
        reliability
    }
}

/// A word about how the data came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// The row corrects earlier ones: its quantity may be negative.
    Correction,
    /// Read off a meter, a scale, an invoice of a metered quantity.
    Measured,
    /// Worked out from measured data.
    Calculated,
    /// Estimated by somebody who knows.
    Estimated,
    /// A default of a standard or a data base.
    Default,
    /// Assumed.
    Assumed,
    /// Data of something else stand in.
    Proxy,
    /// Of the organisation's or supplier's own processes.
    Primary,
    /// From statistics or data bases.
    Secondary,
    /// Checked by a third party.
    Verified,
}

impl Word {
    /// Every word with the spelling of results.
    pub const ALL: [(Word, &'static str); 10] = [
        (Word::Correction, "correction"),
        (Word::Measured, "measured"),
        (Word::Calculated, "calculated"),
        (Word::Estimated, "estimated"),
        (Word::Default, "default"),
        (Word::Assumed, "assumed"),
        (Word::Proxy, "proxy"),
        (Word::Primary, "primary"),
        (Word::Secondary, "secondary"),
        (Word::Verified, "verified"),
    ];

    /// The spelling of results.
    pub fn as_str(self) -> &'static str {
        Word::ALL.iter().find(|(word, _)| *word == self).map_or("", |(_, text)| text)
    }
}

/// The four levels of the GHG Protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// Very good.
    VeryGood,
    /// Good.
    Good,
    /// Fair.
    Fair,
    /// Poor.
    Poor,
}

impl Rating {
    /// Every level with the spelling of results.
    pub const ALL: [(Rating, &'static str); 4] = [
        (Rating::VeryGood, "very good"),
        (Rating::Good, "good"),
        (Rating::Fair, "fair"),
        (Rating::Poor, "poor"),
    ];

    /// The spelling of results.
    pub fn as_str(self) -> &'static str {
        Rating::ALL.iter().find(|(rating, _)| *rating == self).map_or("", |(_, text)| text)
    }
}

/// Other spellings; Vietnamese without its marks, because that is how words are compared.
const WORDS: &[(&str, Word)] = &[
    ("dieu chinh", Word::Correction),
    ("metered", Word::Measured),
    ("do", Word::Measured),
    ("do dac", Word::Measured),
    ("do dem", Word::Measured),
    ("do luong", Word::Measured),
    ("do duoc", Word::Measured),
    ("thuc do", Word::Measured),
    ("tinh toan", Word::Calculated),
    ("estimate", Word::Estimated),
    ("uoc tinh", Word::Estimated),
    ("uoc luong", Word::Estimated),
    ("mac dinh", Word::Default),
    ("assumption", Word::Assumed),
    ("gia dinh", Word::Assumed),
    ("thay the", Word::Proxy),
    ("so cap", Word::Primary),
    ("thu cap", Word::Secondary),
    ("audited", Word::Verified),
    ("tham tra", Word::Verified),
    ("da tham tra", Word::Verified),
    ("kiem chung", Word::Verified),
];

const RATINGS: &[(&str, Rating)] = &[
    ("rat tot", Rating::VeryGood),
    ("tot", Rating::Good),
    ("kha", Rating::Fair),
    ("trung binh", Rating::Fair),
    ("kem", Rating::Poor),
];

/// What a cell `quality` says.
///
/// Parts are separated by `;`: words, one score, five scores, or a level of the GHG Protocol.
///
/// # Example
/// ```
/// use emitrace::quality::{Quality, Rating, Word};
///
/// let cell = Quality::parse("measured; 2-1-3-2-1")?;
/// assert_eq!(cell.words().collect::<Vec<_>>(), [Word::Measured]);
/// assert_eq!(cell.scores.unwrap().get(), [2, 1, 3, 2, 1]);
/// assert_eq!(Quality::parse("ước tính; 4")?.score, Some(4));
/// assert_eq!(Quality::parse("very good")?.rating, Some(Rating::VeryGood));
/// assert_eq!(Quality::parse("so-so").unwrap_err().code().as_str(), "UNKNOWN_QUALITY");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Quality {
    /// One bit for each word of [`Word::ALL`].
    words: u16,
    /// The five scores.
    pub scores: Option<Scores>,
    /// One score for everything.
    pub score: Option<u8>,
    /// A level of the GHG Protocol.
    pub rating: Option<Rating>,
}

impl Quality {
    /// Reads a cell; an empty one says nothing.
    ///
    /// # Errors
    /// `UNKNOWN_QUALITY`.
    pub fn parse(text: &str) -> Result<Quality, Error> {
        let mut quality = Quality::default();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            quality.take(part)?;
        }
        Ok(quality)
    }

    /// Whether the row corrects earlier ones.
    pub fn is_correction(self) -> bool {
        self.words().any(|word| word == Word::Correction)
    }

    /// The words, in the order of [`Word::ALL`].
    pub fn words(self) -> impl Iterator<Item = Word> {
        Word::ALL
            .into_iter()
            .enumerate()
            .filter(move |(at, _)| self.words >> at & 1 == 1)
            .map(|(_, (word, _))| word)
    }

    fn take(&mut self, part: &str) -> Result<(), Error> {
        let unknown = || Error::new(Code::UnknownQuality, format!("`{part}` says nothing about quality"));
        let twice = || Error::new(Code::UnknownQuality, format!("`{part}` is a second score"));
        if part.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '(' | '[')) {
            if self.scores.is_some() || self.score.is_some() {
                return Err(twice());
            }
            let bare = part.trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
            let digits: Vec<u8> = bare
                .split(['-', ',', '/', ' '])
                .filter(|piece| !piece.is_empty())
                .map(|piece| match piece.as_bytes() {
                    [digit @ b'1'..=b'5'] => Ok(digit.wrapping_sub(b'0')),
                    _ => Err(Error::new(
                        Code::UnknownQuality,
                        format!("`{piece}` is no score: scores are whole numbers from 1 (best) to 5"),
                    )),
                })
                .collect::<Result<_, _>>()?;
            match digits.as_slice() {
                [one] => self.score = Some(*one),
                [a, b, c, d, e] => self.scores = Some(Scores([*a, *b, *c, *d, *e])),
                other => {
                    let message = format!("`{part}` has {} scores: give one or five", other.len());
                    return Err(Error::new(Code::UnknownQuality, message));
                }
            }
            return Ok(());
        }
        let word = folded(part);
        let rating = Rating::ALL.iter().find(|(_, text)| *text == word).map(|(rating, _)| *rating);
        let rating =
            rating.or_else(|| RATINGS.iter().find(|(text, _)| *text == word).map(|(_, rating)| *rating));
        if let Some(rating) = rating {
            if self.rating.replace(rating).is_some() {
                return Err(twice());
            }
            return Ok(());
        }
        let known = Word::ALL.iter().find(|(_, text)| *text == word).map(|(word, _)| *word);
        let known = known
            .or_else(|| WORDS.iter().find(|(text, _)| *text == word).map(|(_, word)| *word))
            .ok_or_else(unknown)?;
        if let Some(at) = Word::ALL.iter().position(|(word, _)| *word == known) {
            self.words |= 1 << at;
        }
        Ok(())
    }
}

/// Lower case, no marks on letters, `-` and `_` as spaces.
fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        'đ' => 'd',
        '-' | '_' => ' ',
        c => c,
    };
    if text.is_ascii() {
        return text.chars().map(|c| plain(c.to_ascii_lowercase())).collect();
    }
    nfd(text.chars().flat_map(char::to_lowercase))
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(plain)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_in_both_languages_with_and_without_marks() {
        for (text, want) in [
            ("measured", Word::Measured),
            ("MEASURED", Word::Measured),
            ("Đo đạc", Word::Measured),
            ("do dac", Word::Measured),
            ("tính toán", Word::Calculated),
            ("ước tính", Word::Estimated),
            ("mặc định", Word::Default),
            ("giả định", Word::Assumed),
            ("sơ cấp", Word::Primary),
            ("thứ cấp", Word::Secondary),
            ("đã thẩm tra", Word::Verified),
            ("điều chỉnh", Word::Correction),
            ("die\u{302}\u{300}u chi\u{309}nh", Word::Correction),
        ] {
            let text = text.replace("die\u{302}", "đie\u{302}");
            assert_eq!(Quality::parse(&text).unwrap().words().collect::<Vec<_>>(), [want], "{text}");
        }
        for (text, want) in [
            ("very good", Rating::VeryGood),
            ("very-good", Rating::VeryGood),
            ("rất tốt", Rating::VeryGood),
            ("Tốt", Rating::Good),
            ("trung bình", Rating::Fair),
            ("kém", Rating::Poor),
        ] {
            assert_eq!(Quality::parse(text).unwrap().rating, Some(want), "{text}");
        }
    }

    #[test]
    fn five_scores_are_written_in_several_ways() {
        for text in ["2-1-3-2-1", "(2,1,3,2,1)", "2/1/3/2/1", "[2, 1, 3, 2, 1]", "2 1 3 2 1"] {
            assert_eq!(Quality::parse(text).unwrap().scores.unwrap().get(), [2, 1, 3, 2, 1], "{text}");
        }
    }

    #[test]
    fn parts_add_up_and_a_second_score_is_refused() {
        let cell = Quality::parse("correction; measured; verified; 1-1-1-1-1; good").unwrap();
        assert!(cell.is_correction());
        assert_eq!(cell.words().count(), 3);
        assert!(cell.scores.is_some() && cell.rating == Some(Rating::Good));
        for text in [
            "1; 2",
            "1-1-1-1-1; 2",
            "good; fair",
            "6",
            "0",
            "2-1-3",
            "1-2-3-4-6",
            "2.6",
            "so-so",
            "measured/2",
            "-",
        ] {
            assert_eq!(Quality::parse(text).unwrap_err().code(), Code::UnknownQuality, "{text}");
        }
        assert_eq!(Quality::parse(" ; ").unwrap(), Quality::default());
    }
}
