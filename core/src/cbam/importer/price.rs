//! The price of certificates from auctions.

use super::choices::amount;
use crate::error::{Code, Error};
use crate::number::{Amount, Ratio};
use crate::wire::v1;

/// The name of the rounding.
const ROUNDING: &str = "half up to 2 decimals, once, on the average";

/// The average of clearing prices, weighted by volume.
///
/// # Units
/// Prices in EUR for an allowance, volumes in allowances.
///
/// # Method
/// M-109.
///
/// # Errors
/// `MISSING_VALUE` without auctions, `DIVISION_BY_ZERO` if nothing was sold, `NEGATIVE_QUANTITY`, those of numbers.
///
/// # Example
/// ```
/// use emitrace::cbam::average_price;
/// use emitrace::wire::v1::{CbamAuction, CbamPriceRequest};
///
/// let auction = |price: &str, volume: &str| CbamAuction { price_eur: price.into(), volume: volume.into() };
/// let request = CbamPriceRequest { auctions: vec![auction("80", "1000"), auction("90", "3000")] };
/// assert_eq!(average_price(&request)?.price_eur, "87.50");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn average_price(request: &v1::CbamPriceRequest) -> Result<v1::CbamPriceAnswer, Error> {
    if request.auctions.is_empty() {
        return Err(Error::new(Code::MissingValue, "there are no auctions").at("/auctions"));
    }
    let (mut paid, mut sold) = (Ratio::ZERO, Ratio::ZERO);
    for (at, auction) in request.auctions.iter().enumerate() {
        let price = amount(&auction.price_eur, &format!("/auctions/{at}/price_eur"))?;
        let volume = amount(&auction.volume, &format!("/auctions/{at}/volume"))?;
        (paid, sold) = (paid.try_add(price.try_mul(volume)?)?, sold.try_add(volume)?);
    }
    let exact = paid.try_div(sold).map_err(|error| error.at("/auctions"))?;
    let cents = half_up(exact.try_mul(Ratio::whole(100))?)?;
    let (euro, rest) = (cents.checked_div(100), cents.checked_rem(100));
    Ok(v1::CbamPriceAnswer {
        price_eur: format!("{}.{:02}", euro.unwrap_or(0), rest.unwrap_or(0)),
        exact_eur: exact.to_string(),
        rounding: ROUNDING.into(),
        method: "M-109".into(),
    })
}

/// The nearest whole number of a value that is not negative; a half goes up.
fn half_up(value: Ratio) -> Result<i128, Error> {
    let raised = value.try_add(Ratio::new(1, 2)?)?;
    let whole = raised.numerator().checked_div(raised.denominator());
    whole
        .filter(|whole| Amount::new(*whole, 0).is_ok())
        .ok_or_else(|| Error::new(Code::Overflow, "the price is too large"))
}
