//! Plain requests and answers: the only surface that serialises, shared by every binding.

pub mod v1;
