//! STUB of the frame: the data packs replace this crate.
