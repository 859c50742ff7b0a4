//! System boundaries: what belongs to a process of a category and what does not, with the rule that says so.

use super::faults::{At, Faults};
use super::product::Product;
use super::read;
use super::source::{Gas, Source};
use crate::error::Code;

/// A step that lies outside of the boundaries of some categories.
struct Step {
    word: &'static str,
    /// Empty: of all categories.
    categories: &'static [&'static str],
    rule: &'static str,
}

const STEEL: &[&str] = &["iron-steel-products"];
const METAL: &[&str] = &["iron-steel-products", "aluminium-products"];

/// Implementing Regulation (EU) 2025/2547, Annex I, points 3.1 to 3.19, as far as they were read.
const STEPS: &[Step] = &[
    Step {
        word: "infrastructure",
        categories: &[],
        rule: "Annex I, point 3.1: emissions of infrastructure are not part of a production process",
    },
    Step {
        word: "mobile-machinery",
        categories: &[],
        rule: "Annex I, point 3.1: mobile machinery for transport is not part of a production process",
    },
    Step {
        word: "plating",
        categories: STEEL,
        rule: "Annex I, iron or steel products: plating is outside of the system boundaries",
    },
    Step {
        word: "cutting",
        categories: METAL,
        rule: "Annex I, iron or steel products, aluminium products: cutting is outside of the system boundaries",
    },
    Step {
        word: "welding",
        categories: METAL,
        rule: "Annex I, iron or steel products, aluminium products: welding is outside of the system boundaries",
    },
    Step {
        word: "finishing",
        categories: METAL,
        rule: "Annex I, iron or steel products, aluminium products: finishing is outside of the system boundaries",
    },
    Step {
        word: "further-rolling",
        categories: &["crude-steel"],
        rule: "Annex I, crude steel: only primary hot rolling to goods of 7207, 7218 and 7224 belongs to it; further rolling belongs to iron or steel products",
    },
    Step {
        word: "alloying",
        categories: &["unwrought-aluminium"],
        rule: "Annex I, unwrought aluminium: unalloyed metal that is alloyed elsewhere is a precursor",
    },
    // Inside, and named so that nobody has to ask.
    Step { word: "briquetting", categories: &["none"], rule: "Annex I, DRI: briquetting belongs to it" },
    Step { word: "heating", categories: &["none"], rule: "" },
    Step { word: "reduction", categories: &["none"], rule: "" },
];

/// What a process makes, for the questions of the boundaries.
pub(super) struct Made<'p> {
    pub(super) id: &'p str,
    pub(super) products: Vec<&'p Product<'p>>,
}

/// Asks of each source that a process takes whether it may: its step and its gas.
pub(super) fn check(faults: &mut Faults, sources: &[Source], made: &[Made<'_>]) {
    for source in sources {
        let step = step(faults, source);
        for share in &source.shares {
            let Some(made) = made.iter().find(|made| made.id == share.to) else { continue };
            let Some(product) = made.products.first() else { continue };
            let category = product.category();
            if let Some(step) =
                step.filter(|step| step.categories.is_empty() || step.categories.contains(&category))
            {
                let message = format!("`{}` is outside of the system boundaries of {category}", step.word);
                faults
                    .error(Code::OutsideBoundary, &share.at.key("to"), message)
                    .rule(format!("Implementing Regulation (EU) 2025/2547, {}", step.rule))
                    .help("attribute the source to `outside`");
            }
            gas(faults, source, (made, category), &share.at.key("to"));
        }
    }
}

fn step(faults: &mut Faults, source: &Source) -> Option<&'static Step> {
    if source.step.is_empty() {
        return None;
    }
    let words: Vec<&'static str> = STEPS.iter().map(|step| step.word).collect();
    let word = read::word(faults, &source.step, &words, &source.at.key("step"), "the step")?;
    STEPS.iter().find(|step| step.word == word)
}

/// N2O and perfluorocarbons count for the goods that Annex I lists them for.
fn gas(faults: &mut Faults, source: &Source, (made, category): (&Made<'_>, &str), at: &At) {
    let name = match source.gas {
        Gas::Co2 => return,
        Gas::N2o => "N2O",
        Gas::Pfc => "PFC",
    };
    let listed = |product: &&Product<'_>| product.good.row.gases.iter().any(|gas| **gas == *name);
    if !made.products.iter().any(listed) {
        let message = format!("{name} does not count for goods of {category}");
        faults
            .error(Code::OutsideBoundary, at, message)
            .rule("Regulation (EU) 2023/956, Annex I, column of greenhouse gases")
            .help("attribute the source to `outside`, or to the process that makes goods with this gas");
    }
}

/// A place in the document where a precursor is used that the category's act does not list.
pub(super) fn precursor(
    faults: &mut Faults,
    (category, covers): (&str, &[&str]),
    (used, allowed): (&str, &[&str]),
    at: &At,
) {
    if allowed.contains(&used) || covers.contains(&used) {
        return;
    }
    let list = if allowed.is_empty() { "none".to_owned() } else { allowed.join(", ") };
    faults
        .warning(Code::PrecursorNotRelevant, at, format!("goods of {used} are no relevant precursor of {category}"))
        .rule(format!("Implementing Regulation (EU) 2025/2547, Annex I: the relevant precursors of {category} are {list}"))
        .help("its embedded emissions are counted; leave the input out if it is a material and no precursor");
}
