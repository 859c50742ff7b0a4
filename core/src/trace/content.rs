//! What a lot is made of, in whole units: taking, mixing, and the one way in which units are shared out.

use crate::error::{Code, Error};
use crate::number::U512;

/// A quantity in base units (mg, pieces or µL) with the units of each label, and its carbon.
///
/// The units of the labels add up to the quantity, always. A label is a number; which text it has is for others to say.
///
/// # Example
/// ```
/// use emitrace::trace::Content;
///
/// // 600 kg from one place, 400 kg from another, 2200 g of CO2e; 250 kg are taken.
/// let mut mix = Content::of(1, 600, Some(1200));
/// mix.add(&Content::of(2, 400, Some(1000)))?;
/// let part = mix.take(250)?;
/// assert_eq!((part.parts(), part.carbon()), (&[(1, 150), (2, 100)][..], 550));
/// assert_eq!((mix.parts(), mix.carbon()), (&[(1, 450), (2, 300)][..], 1650));
/// assert_eq!(mix.take(751).unwrap_err().code().as_str(), "ABOVE_STOCK");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// By label; none is zero.
    parts: Vec<(u32, i128)>,
    quantity: i128,
    carbon: i128,
    complete: bool,
}

impl Default for Content {
    fn default() -> Content {
        Content { parts: Vec::new(), quantity: 0, carbon: 0, complete: true }
    }
}

impl Content {
    /// A quantity of one label; without a figure for its carbon that of everything made from it is a lower bound.
    pub fn of(label: u32, quantity: i128, carbon: Option<i128>) -> Content {
        let parts = if quantity > 0 { vec![(label, quantity)] } else { Vec::new() };
        let carbon_figure = carbon.unwrap_or(0);
        Content { parts, quantity: quantity.max(0), carbon: carbon_figure, complete: carbon.is_some() }
    }

    /// Base units.
    pub fn quantity(&self) -> i128 {
        self.quantity
    }

    /// Units by label, labels ascending, none of them zero.
    pub fn parts(&self) -> &[(u32, i128)] {
        &self.parts
    }

    /// Milligrams of CO2 equivalent that are known of.
    pub fn carbon(&self) -> i128 {
        self.carbon
    }

    /// Whether everything inside came with a figure for its carbon.
    pub fn carbon_is_complete(&self) -> bool {
        self.complete
    }

    pub(super) fn set_carbon(&mut self, carbon: i128, complete: bool) {
        (self.carbon, self.complete) = (carbon, complete);
    }

    /// Mixes another content in.
    ///
    /// # Method
    /// M-170.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub fn add(&mut self, other: &Content) -> Result<(), Error> {
        self.quantity = self.quantity.checked_add(other.quantity).ok_or_else(overflow)?;
        self.carbon = self.carbon.checked_add(other.carbon).ok_or_else(overflow)?;
        self.complete &= other.complete;
        if self.parts.is_empty() {
            self.parts.clone_from(&other.parts);
            return Ok(());
        }
        if let [(label, units)] = other.parts.as_slice() {
            match self.parts.binary_search_by_key(label, |(known, _)| *known) {
                Ok(at) => {
                    if let Some((_, own)) = self.parts.get_mut(at) {
                        *own = own.saturating_add(*units);
                    }
                }
                Err(at) => self.parts.insert(at, (*label, *units)),
            }
            return Ok(());
        }
        let mut merged = Vec::with_capacity(self.parts.len().saturating_add(other.parts.len()));
        let (mut left, mut right) = (self.parts.iter().peekable(), other.parts.iter().peekable());
        // No sum of parts is above that of the quantities, which was checked.
        while let (Some(&&(a, x)), Some(&&(b, y))) = (left.peek(), right.peek()) {
            if a <= b {
                left.next();
            }
            if b <= a {
                right.next();
            }
            merged.push(match a.cmp(&b) {
                core::cmp::Ordering::Less => (a, x),
                core::cmp::Ordering::Greater => (b, y),
                core::cmp::Ordering::Equal => (a, x.saturating_add(y)),
            });
        }
        merged.extend(left.chain(right));
        self.parts = merged;
        Ok(())
    }

    /// Takes base units out; what stays and what is taken have the same make-up to a unit of each label.
    ///
    /// # Method
    /// M-171: each label gives its largest-remainder share, so that no label gives more than there is. Carbon is shared by
    /// the same rule between what is taken and what stays.
    ///
    /// # Errors
    /// `ABOVE_STOCK` if there is less, `NEGATIVE_QUANTITY`.
    pub fn take(&mut self, quantity: i128) -> Result<Content, Error> {
        if quantity < 0 {
            return Err(Error::new(Code::NegativeQuantity, "less than nothing cannot be taken"));
        }
        if quantity > self.quantity {
            let message = format!("{quantity} units are taken of {}", self.quantity);
            return Err(Error::new(Code::AboveStock, message));
        }
        if quantity == self.quantity {
            return Ok(core::mem::take(self));
        }
        let carbon = part_of(self.carbon, quantity, self.quantity)?;
        let taken = self.share(quantity)?;
        let mut parts = Vec::with_capacity(self.parts.len());
        for ((label, own), units) in self.parts.iter_mut().zip(taken) {
            *own = own.saturating_sub(units);
            if units > 0 {
                parts.push((*label, units));
            }
        }
        self.parts.retain(|(_, units)| *units > 0);
        self.quantity = self.quantity.saturating_sub(quantity);
        self.carbon = self.carbon.saturating_sub(carbon);
        Ok(Content { parts, quantity, carbon, complete: self.complete })
    }

    /// Takes these units of these labels out, as far as they are there; what is short is made up from what there is most of.
    pub(super) fn take_of(
        &mut self,
        wanted: impl Iterator<Item = (u32, i128)>,
        quantity: i128,
    ) -> Result<Content, Error> {
        let mut taken = Content::default();
        for (label, units) in wanted {
            self.draw(&mut taken, label, units)?;
        }
        loop {
            let short = quantity.saturating_sub(taken.quantity);
            let most = self.parts.iter().max_by_key(|(label, units)| (*units, core::cmp::Reverse(*label)));
            let Some((label, units)) = most.copied().filter(|(_, units)| short > 0 && *units > 0) else {
                break;
            };
            self.draw(&mut taken, label, units.min(short))?;
        }
        self.parts.retain(|(_, units)| *units > 0);
        Ok(taken)
    }

    /// Moves at most these units of a label into another content.
    fn draw(&mut self, into: &mut Content, label: u32, units: i128) -> Result<(), Error> {
        let Ok(at) = self.parts.binary_search_by_key(&label, |(known, _)| *known) else { return Ok(()) };
        let Some((_, there)) = self.parts.get_mut(at) else { return Ok(()) };
        let units = units.min(*there);
        *there = there.saturating_sub(units);
        self.quantity = self.quantity.saturating_sub(units);
        into.add(&Content::of(label, units, Some(0)))
    }

    /// The share of each label in a quantity that is not above the own one.
    fn share(&self, quantity: i128) -> Result<Vec<i128>, Error> {
        let mut units = Vec::with_capacity(self.parts.len());
        let mut rests: Vec<(u128, u32)> = Vec::with_capacity(self.parts.len());
        let mut left = quantity;
        for (at, (_, own)) in (0u32..).zip(&self.parts) {
            let (whole, rest) = quota(quantity, *own, self.quantity)?;
            left = left.saturating_sub(whole);
            units.push(whole);
            if rest > 0 {
                rests.push((rest, at));
            }
        }
        // Fewer units are left than there are labels with a remainder.
        let most = usize::try_from(left).unwrap_or(0).min(rests.len());
        if most > 0 {
            let order = |a: &(u128, u32), b: &(u128, u32)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
            if most < rests.len() {
                rests.select_nth_unstable_by(most, order);
            }
            for (_, at) in rests.iter().take(most) {
                if let Some(unit) = units.get_mut(super::at(*at)) {
                    *unit = unit.saturating_add(1);
                }
            }
        }
        Ok(units)
    }
}

/// `quantity × own / whole` as a whole number, and what is left over; nothing is below zero, and `quantity` is at most `whole`.
fn quota(quantity: i128, own: i128, whole: i128) -> Result<(i128, u128), Error> {
    let (quantity, own, whole) = (quantity.unsigned_abs(), own.unsigned_abs(), whole.unsigned_abs());
    let narrow = |product: u64| {
        let whole = u64::try_from(whole).ok()?;
        Some((product.checked_div(whole)?.into(), product.checked_rem(whole)?.into()))
    };
    let short = u64::try_from(quantity).ok().zip(u64::try_from(own).ok());
    if let Some(found) = short.and_then(|(a, b)| a.checked_mul(b)).and_then(narrow) {
        return Ok(found);
    }
    let (part, rest) = match quantity.checked_mul(own) {
        Some(product) => (product.checked_div(whole), product.checked_rem(whole)),
        None => {
            let wide = U512::from_u128;
            let product = wide(quantity).checked_mul(wide(own)).ok_or_else(overflow)?;
            let (part, rest) = product.div_rem(wide(whole)).ok_or_else(overflow)?;
            (part.to_u128(), rest.to_u128())
        }
    };
    let (part, rest) = part.zip(rest).ok_or_else(overflow)?;
    Ok((i128::try_from(part).map_err(|_| overflow())?, rest))
}

/// The share of a figure, which may be below zero, that goes with a part of a whole; a tie goes to the part.
pub(super) fn part_of(figure: i128, part: i128, whole: i128) -> Result<i128, Error> {
    if whole <= 0 || figure == 0 {
        return Ok(0);
    }
    let size = i128::try_from(figure.unsigned_abs()).map_err(|_| overflow())?;
    let (units, rest) = quota(part, size, whole)?;
    let up = rest >= whole.unsigned_abs().saturating_sub(rest);
    let units = if rest > 0 && up { units.saturating_add(1) } else { units };
    Ok(if figure < 0 { units.wrapping_neg() } else { units })
}

pub(super) fn overflow() -> Error {
    Error::new(Code::Overflow, "a quantity needs more than 127 bits")
}
