//! A bare pass of the `csv` crate over a file: the floor that the benchmark compares with.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measuring program")]

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let mut reader = csv::ReaderBuilder::new().buffer_capacity(1 << 20).from_path(path).unwrap();
    let mut record = csv::ByteRecord::new();
    let mut fields = 0usize;
    while reader.read_byte_record(&mut record).unwrap() {
        fields = fields.wrapping_add(record.len());
    }
    println!("{fields} fields");
}
