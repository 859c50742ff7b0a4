//! Plain requests and answers: data without behaviour, the only surface that serialises, shared by every binding.
//!
//! This room is on the ground floor: the engine fills these types, `call` reads and writes them as JSON.

pub mod v1;
