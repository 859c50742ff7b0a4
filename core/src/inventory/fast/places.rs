//! Places that are one place for an activity: the same factors are near, in the same order.

use std::collections::HashMap;

use super::pairs::Pairs;
use crate::activity::{Field, Plan};
use crate::factor::Catalog;
use crate::inventory::Dimension;
use crate::inventory::options::Options;
use crate::place::Place;

/// Classes of places.
#[derive(Debug, Default)]
pub(super) struct Places {
    numbers: Pairs,
    classes: HashMap<String, u32>,
    /// Activity and fuel of a row's words; none where they are not clear. To find that out is dear.
    activities: HashMap<u32, Option<Known>>,
}

/// An activity and its fuel.
type Known = (Box<str>, Box<str>);

impl Places {
    /// Whether answers depend on places by their factors only: neither does a view show the place, nor does a row name
    /// a factor, which is compared with the place, nor are factors of other activities asked for.
    pub(super) fn apply(options: &Options, plan: &Plan) -> bool {
        !options.upstream
            && !options.views.iter().flatten().any(|dimension| *dimension == Dimension::Region)
            && !plan.reads(Field::Factor)
            && !plan.reads(Field::Instrument)
    }

    /// The class of a place for an activity, by the numbers of their words.
    #[inline]
    pub(super) fn class(
        &mut self,
        (activity, place): (u32, u32),
        texts: impl FnOnce() -> (String, String),
        (catalog, options): (&Catalog, &Options),
    ) -> u32 {
        if let Some(known) = self.numbers.get(activity, place) {
            return known;
        }
        let (name, text) = texts();
        let known = self.activities.entry(activity).or_insert_with(|| {
            let known = catalog.only_activity(&name)?;
            Some((known.id.clone(), known.fuel.clone()))
        });
        let near = known.as_ref().and_then(|known| near(known, &text, catalog, options));
        let key = near.unwrap_or_else(|| format!("={text}"));
        let next = u32::try_from(self.classes.len()).unwrap_or(0);
        let class = *self.classes.entry(key).or_insert(next);
        self.numbers.insert(activity, place, class);
        class
    }
}

/// The places, from near to far, that have a factor for the activity or a property of its fuel.
fn near((activity, fuel): &Known, text: &str, catalog: &Catalog, options: &Options) -> Option<String> {
    let place = if text.is_empty() { options.region.clone()? } else { Place::parse(text).ok()? };
    let known = [activity, fuel].map(|name| catalog.by_place(name));
    let has = |place: &str| known.iter().flatten().any(|places| places.contains_key(place));
    let near = place.chain().into_iter().filter(|place| has(place));
    Some(near.collect::<Vec<_>>().join(" "))
}
