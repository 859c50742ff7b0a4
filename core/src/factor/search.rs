//! Finding factors by words.

use super::catalog::{Catalog, FactorIndex};
use super::fold::fold;
use crate::order::Order;

/// A factor found, with how well it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The factor.
    pub factor: FactorIndex,
    /// How many of the words stand in the names; more is better.
    pub score: usize,
}

impl Catalog {
    /// Factors whose identifier, activity, names or place hold all words of a query, the best first.
    ///
    /// # Example
    /// ```
    /// use emitrace::factor::Catalog;
    ///
    /// let catalog = Catalog::bundled()?;
    /// let hits = catalog.search("điện VN 2023");
    /// let best = hits.first().ok_or("nothing found")?;
    /// assert!(catalog.factor(best.factor).id.starts_with("vn-grid/"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let folded = fold(query);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut hits: Vec<Hit> = Vec::new();
        for (index, factor) in self.factors() {
            let activity = self.activity(&factor.activity);
            let names =
                activity.map_or_else(String::new, |known| format!("{} {}", known.name_en, known.name_vi));
            let place_word = format!(" {} ", fold(&factor.place));
            let haystack = fold(&format!(
                "{} {} {} {}",
                factor.id.replace('/', " "),
                factor.activity,
                names,
                factor.validity().replace('/', " ")
            ));
            let spaced = format!(" {haystack} ");
            let all =
                words.iter().all(|word| haystack.contains(word) || place_word.contains(&format!(" {word} ")));
            if !words.is_empty() && all {
                let whole = |word: &&&str| {
                    let word = format!(" {word} ");
                    spaced.contains(&word) || place_word.contains(&word)
                };
                hits.push(Hit { factor: index, score: words.iter().filter(whole).count() });
            }
        }
        hits.order_by(|a, b| {
            b.score.cmp(&a.score).then_with(|| self.factor(a.factor).id.cmp(&self.factor(b.factor).id))
        });
        hits
    }
}

/// The first characters of a text from outside, for messages.
pub(super) fn shorten(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Edit distance (Levenshtein) if it is at most so much; both texts are short by the callers' limits.
pub(super) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut previous = i;
        let mut left = i.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        let mut least = left;
        for (&cb, slot) in b.iter().zip(row.iter_mut().skip(1)) {
            let change = previous.saturating_add(usize::from(ca != cb));
            previous = *slot;
            left = change.min(previous.saturating_add(1)).min(left.saturating_add(1));
            *slot = left;
            least = least.min(left);
        }
        // No way leads back below the least of a row.
        if least > most {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_edits() {
        for (a, b, want) in
            [("", "", 0), ("abc", "abc", 0), ("abc", "abd", 1), ("kitten", "sitting", 3), ("", "ab", 2)]
        {
            assert_eq!(distance(a, b, want), Some(want), "{a} {b}");
            assert!(want.checked_sub(1).is_none_or(|less| distance(a, b, less).is_none()), "{a} {b}");
        }
    }
}
