//! A ledger that JavaScript hands over piece by piece, so that the engine never holds it whole.

use std::io::{self, Read};

use js_sys::{Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// Reads what `next(length)` gives.
struct Pieces {
    next: Option<Function>,
}

/// A reader from the start of the ledger; if `open` fails, the first reading does.
pub(crate) fn open(open: &Function) -> Box<dyn Read> {
    let next = open.call0(&JsValue::NULL).ok().and_then(|next| next.dyn_into::<Function>().ok());
    Box::new(Pieces { next })
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let failed = || io::Error::other("its pieces do not come");
        let wanted = u32::try_from(buffer.len()).unwrap_or(u32::MAX);
        let next = self.next.as_ref().ok_or_else(failed)?;
        let piece = next.call1(&JsValue::NULL, &JsValue::from(wanted)).map_err(|_| failed())?;
        let piece: Uint8Array = piece.dyn_into().map_err(|_| failed())?;
        let length = usize::try_from(piece.length()).map_err(|_| failed())?;
        piece.copy_to(buffer.get_mut(..length).ok_or_else(failed)?);
        Ok(length)
    }
}
