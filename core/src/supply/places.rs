//! Where the rows of a table stand.

use super::table::Place;

/// Where numbered things stand: only where a row does not follow the one before is it written down.
#[derive(Debug, Default)]
pub(super) struct Places {
    jumps: Vec<(u32, Place)>,
    next: (u32, Place),
}

impl Places {
    /// Says where the thing of the next number stands.
    pub(super) fn push(&mut self, place: Place) {
        let (number, expected) = self.next;
        if place != expected {
            self.jumps.push((number, place));
        }
        let next = Place { row: place.row.saturating_add(1), line: place.line.saturating_add(1) };
        self.next = (number.saturating_add(1), next);
    }

    pub(super) fn get(&self, number: u32) -> Place {
        let at = self.jumps.partition_point(|(first, _)| *first <= number);
        let before = at.checked_sub(1).and_then(|at| self.jumps.get(at));
        let (first, place) = before.copied().unwrap_or_default();
        let past = u64::from(number.saturating_sub(first));
        Place { row: place.row.saturating_add(past), line: place.line.saturating_add(past) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again() {
        let mut places = Places::default();
        let rows = [(2, 2), (3, 3), (5, 5), (6, 7), (7, 8), (20, 30)].map(|(row, line)| Place { row, line });
        rows.iter().for_each(|place| places.push(*place));
        for (number, place) in (0..).zip(rows) {
            assert_eq!(places.get(number), place);
        }
        assert_eq!(places.jumps.len(), 4);
    }
}
