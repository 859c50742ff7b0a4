//! Các mã: ý nghĩa và việc phải làm, mỗi chủ đề một tệp như trong `core/src/error/code.rs`.

mod cbam;
mod disclosure;
mod events;
mod factors;
mod footprint;
mod organisation;
mod reading;
mod requests;
mod trace;

use super::text::Said;

pub(super) const CODES: &[&[Said]] = &[
    reading::CODES,
    factors::CODES,
    organisation::CODES,
    cbam::CODES,
    events::CODES,
    trace::CODES,
    footprint::CODES,
    disclosure::CODES,
    requests::CODES,
];
