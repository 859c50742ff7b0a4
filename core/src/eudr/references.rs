//! Reference numbers of everything that may be in a lot: a union over all inputs, never a share.

use std::collections::{BTreeMap, BTreeSet};

use super::told::Told;
use crate::wire::v1::{EudrLot, EudrLotReferences};

/// The reference numbers of each lot (M-205).
pub(super) fn unions(lots: &[EudrLot], most: Option<usize>, told: &mut Told) -> Vec<EudrLotReferences> {
    let mut known: BTreeMap<&str, &EudrLot> = BTreeMap::new();
    for (at, lot) in lots.iter().enumerate() {
        if known.insert(&lot.id, lot).is_some() {
            let message = format!("the lot `{}` stands twice", lot.id);
            told.error("lot-twice", &format!("/lots/{at}/id"), message, "give each lot once");
        }
    }
    let mut found = Vec::new();
    for (at, lot) in lots.iter().enumerate() {
        let (mut seen, mut waiting): (BTreeSet<&str>, Vec<&str>) = ([lot.id.as_str()].into(), vec![&lot.id]);
        let (mut references, mut unknown) = (BTreeSet::new(), BTreeSet::new());
        while let Some(id) = waiting.pop() {
            match known.get(id) {
                Some(lot) => {
                    references.extend(lot.references.iter().cloned());
                    if lot.references.is_empty() && lot.inputs.is_empty() {
                        unknown.insert(id.to_owned());
                    }
                    waiting.extend(lot.inputs.iter().map(String::as_str).filter(|input| seen.insert(input)));
                }
                None => {
                    unknown.insert(id.to_owned());
                }
            }
        }
        if !unknown.is_empty() {
            let names = unknown.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            let message = format!("`{}` may hold goods without a reference number: {names}", lot.id);
            let help = "one unknown plot makes the whole lot unknown: keep such goods apart";
            told.error("unknown-origin", &format!("/lots/{at}"), message, help);
        }
        if most.is_some_and(|most| references.len() > most) {
            let message = format!(
                "`{}` has {} reference numbers, more than one statement takes",
                lot.id,
                references.len()
            );
            told.error(
                "references-max",
                &format!("/lots/{at}"),
                message,
                "split the lot, or group statements before",
            );
        }
        found.push(EudrLotReferences {
            id: lot.id.clone(),
            references: references.into_iter().collect(),
            unknown: unknown.into_iter().collect(),
        });
    }
    found
}
