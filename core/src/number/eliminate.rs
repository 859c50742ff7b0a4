//! Systems of linear equations in whole numbers, solved without fractions.

use num_bigint::BigInt;

/// Brings the first `unknowns` columns to a diagonal: afterwards the unknown of row `i` is what stands behind the diagonal over
/// what stands on it. False if the rows do not fix the unknowns.
///
/// # Method
/// Elimination of Gauss and Jordan as E. H. Bareiss keeps it in whole numbers (*Sylvester's identity and multistep
/// integer-preserving Gaussian elimination*, Mathematics of Computation 22, 1968): every division leaves no rest, and
/// numbers stay as short as the determinants of the system.
pub(crate) fn eliminate(rows: &mut [Vec<BigInt>], unknowns: usize) -> bool {
    let mut before = BigInt::from(1);
    for column in 0..unknowns {
        let zero = |row: &Vec<BigInt>| row.get(column).is_none_or(|value| *value == BigInt::ZERO);
        let Some(below) = rows.iter().skip(column).position(|row| !zero(row)) else { return false };
        rows.swap(column, column.saturating_add(below));
        let Some(pivot_row) = rows.get(column).cloned() else { return false };
        let Some(pivot) = pivot_row.get(column).cloned() else { return false };
        for (_, row) in rows.iter_mut().enumerate().filter(|(index, _)| *index != column) {
            let factor = row.get(column).cloned().unwrap_or(BigInt::ZERO);
            for (value, above) in row.iter_mut().zip(&pivot_row) {
                *value = (&*value * &pivot - &factor * above) / &before;
            }
        }
        before = pivot;
    }
    true
}
