//! The fast way of computing an inventory gives what the definition gives, byte for byte, for every ledger.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::as_conversions, reason = "a test")]
use std::io::Read;
use std::ops::ControlFlow;

use emitrace::Error;
use emitrace::activity::{Encoding, Field, ReadOptions};
use emitrace::factor::Catalog;
use emitrace::gas::GwpSet;
use emitrace::inventory::{self, Dimension, Options, Profile, Takers, WriteLine};
use emitrace::inventory::{compute, compute_json, compute_with, reference};
use emitrace::period::{DateOrder, Period};
use emitrace::place::Place;
use emitrace::report::LinesCsv;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

/// Gives a few bytes at a time.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.1.min(self.0.len()).min(buffer.len());
        buffer[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

fn said<T: serde::Serialize>(answer: Result<T, Error>) -> String {
    match answer {
        Ok(answer) => serde_json::to_string_pretty(&answer).unwrap(),
        Err(error) => format!("{error:?}"),
    }
}

fn by_definition(ledger: impl Read, catalog: &Catalog, options: &Options) -> String {
    said(reference(ledger, catalog, options, &mut |_| Ok(()), &mut |_| ControlFlow::Continue(())))
}

/// Everything that a line tells.
fn told(line: &inventory::Line<'_>) -> String {
    let masses: Vec<_> = line.masses().map(|mass| (mass, line.gas_name(mass.gas).to_owned())).collect();
    let factors: Vec<_> = line.factors().collect();
    let said: Vec<_> = Field::ALL.iter().map(|field| line.get(*field)).collect();
    format!(
        "{} {said:?} {:?} {:?} {} {:?} {} {} {} {masses:?} {factors:?}",
        line.row,
        line.period(),
        line.quantity(),
        line.activity(),
        line.category(),
        line.region(),
        line.entity(),
        line.marks()
    )
}

/// The lines by the definition and as they are handed over; none where the run ends with an error, which need not come
/// at the same line.
fn lines(ledger: &[u8], step: usize, options: &Options) -> Option<(Vec<String>, Vec<String>)> {
    let (mut want, mut got) = (Vec::new(), Vec::new());
    let mut go_on = |_| ControlFlow::Continue(());
    let mut keep = |line: &inventory::Line<'_>| {
        want.push(told(line));
        Ok(())
    };
    reference(Drip(ledger, step), catalog(), options, &mut keep, &mut go_on).ok()?;
    let mut keep = |line: &inventory::Line<'_>| {
        got.push(told(line));
        Ok(())
    };
    compute_with(Drip(ledger, step), catalog(), options, Some(&mut keep), &mut go_on).ok()?;
    // The same lines, told by as many threads as there are.
    let told: String = want.iter().map(|line| format!("{line}\n")).collect();
    let [text] = texts(Drip(ledger, step), options, [&Told]).unwrap();
    assert!(text == told, "{} threads", options.threads);
    Some((want, got))
}

/// Writes everything that a line tells.
struct Told;

impl WriteLine for Told {
    fn another(&self) -> Box<dyn WriteLine + '_> {
        Box::new(Told)
    }

    fn write(&mut self, line: &inventory::Line<'_>, out: &mut String) -> Result<(), Error> {
        *out += &told(line);
        out.push('\n');
        Ok(())
    }
}

/// What writers write on the threads of a run.
fn texts<const N: usize>(
    ledger: impl Read,
    options: &Options,
    writers: [&dyn WriteLine; N],
) -> Result<[String; N], Error> {
    let mut texts = [const { String::new() }; N];
    let mut take = |at: usize, text: &str| {
        texts[at] += text;
        Ok(())
    };
    let takers = Takers::nobody().with_texts(&writers, &mut take);
    compute_json(ledger, catalog(), options, takers, &mut |_| ControlFlow::Continue(()))?;
    Ok(texts)
}

fn catalog() -> &'static Catalog {
    static CATALOG: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    CATALOG.get_or_init(|| Catalog::bundled().unwrap())
}

fn pick(words: &'static [&'static str]) -> impl Strategy<Value = String> + Clone {
    proptest::sample::select(words).prop_map(Into::into)
}

/// A cell that is mostly one of the first words and now and then one of the second.
fn mostly(good: &'static [&'static str], bad: &'static [&'static str]) -> BoxedStrategy<String> {
    prop_oneof![12 => pick(good), 1 => pick(bad)].boxed()
}

const HEADERS: [&str; 15] = [
    "id", "date", "activity", "quantity", "unit", "region", "supplier", "site", "product", "note", "scope",
    "category", "view", "quality", "evidence",
];

fn row() -> impl Strategy<Value = Vec<String>> {
    let id = prop_oneof![
        20 => (0u32..100_000).prop_map(|n| format!("R{n}")),
        4 => (0u32..30).prop_map(|n| format!("{n}")),
        1 => pick(&["", " ", "8.93E+12", "1e5", "a much longer identifier of more than thirty bytes", "HĐ-1", " x ", "\"q\"", "\"q\"\"r\"", "x\u{200b}"]),
    ];
    let date = mostly(
        &["2023-05-31", "2023-01-01", "2023-12-31", "2024-02-29", "2022-07", "2023"],
        &["", "31/05/2023", "05/31/2023", "2023-02-30", "soon", " 2023-03-01 ", "\"2023-03-02\"", "45000"],
    );
    let activity = mostly(
        &[
            "electricity",
            "diesel-stationary",
            "Diesel-stationary",
            "than đá",
            "R-410A",
            "lpg-stationary",
            "natural-gas-stationary",
            "purchased steam",
        ],
        &[
            "",
            "perpetual motion",
            "điện",
            "\"electricity\"",
            "electric\u{202e}ity",
            " electricity",
            "die\u{302}sel",
            "wire rod",
        ],
    );
    let quantity = prop_oneof![
        10 => (0u64..10_000_000, 0u32..9).prop_map(|(n, p)| emitrace::number::Amount::new(n.into(), p).unwrap().to_string()),
        2 => pick(&["0", "12.345", "1,234.5", "1.234,5", "1000000000000", "0.0000000000001", "9999999999999999999999999999", "00012", "1e3"]),
        1 => pick(&["", "-5", "abc", "12 kWh", "1_000", ".5", "5.", "NaN", "\"7.5\"", " 8 ", "1.2.3", "99999999999999999999999999"]),
    ];
    let unit = mostly(
        &["kWh", "MWh", "t", "kg", "L", "TJ (net)"],
        &["", "furlong", "GJ", " kWh ", "\"kWh\"", "m3", "gal"],
    );
    let region = mostly(&["VN", "", "US", "DE"], &["Atlantis", "vn", "VN-HN", "\"VN\""]);
    let name = || {
        mostly(
            &["Hòa Phát", "Hoà Phát", "ACME", "acme", "S1", "S2", "S3"],
            &["", "\"A, B\"", "\"line\nbreak\"", "\"say \"\"hi\"\"\"", "x\u{7}y", "thép 12\""],
        )
    };
    let note = mostly(
        &["", "", "fine"],
        &[
            "\"a, b\"",
            "\"two\nlines\"",
            "\"\"\"\"",
            "bell\u{7}",
            "soft\u{ad}hyphen",
            "\"closed\" ",
            "\"open",
            "\"text\" after",
            "\u{feff}",
        ],
    );
    (
        (id, date, activity, quantity, unit, region),
        (
            name(),
            name(),
            name(),
            note,
            mostly(&["", "", "1", "2", "3"], &["4", "x"]),
            mostly(&["", "", ""], &["stationary", "1"]),
        ),
        (
            mostly(&["", "", "location", "market"], &["sideways"]),
            mostly(&["", "good", "3"], &["correction", "điều chỉnh", "no word for it"]),
            mostly(
                &["", "HD-1", "HD-2", "HD-3", "Hóa đơn 7"],
                &[" HD-1 ", "\"HD-1\"", "\"HD \"\"1\"\"\"", "Ho\u{301}a đơn 7", "HD\u{7}", "HD\u{a0}1\u{a0}"],
            ),
        ),
    )
        .prop_map(|((a, b, c, d, e, f), (g, h, i, j, k, l), (m, n, o))| {
            vec![a, b, c, d, e, f, g, h, i, j, k, l, m, n, o]
        })
}

#[derive(Clone, Debug)]
enum Line {
    Row(Vec<String>),
    Raw(&'static str),
    Long(usize),
}

fn line() -> impl Strategy<Value = Line> {
    prop_oneof![
        40 => row().prop_map(Line::Row),
        1 => proptest::sample::select(vec!["", ",,,", " ", ",,,,,,,,,,,,,,,,,,", "a,b,c", "\"", "\"open", "x\ry", "1\t2", "R1,2023-05-31,electricity,5,kWh,VN,,,,,,,,,,,", "R2,2023-05-31,electricity,5,kWh"]).prop_map(Line::Raw),
        1 => (0usize..400).prop_map(Line::Long),
    ]
}

prop_compose! {
    fn ledger()(
        lines in prop::collection::vec(line(), 0..60),
        columns in prop::sample::subsequence((0..HEADERS.len()).collect::<Vec<_>>(), 4..=HEADERS.len()),
        keep in any::<bool>(),
        delimiter in prop::sample::select(vec![',', ',', ';', '\t']),
        ending in prop::sample::select(vec!["\n", "\n", "\r\n", "\r"]),
        last in any::<bool>(),
        mark in any::<bool>(),
        extra in any::<bool>(),
    ) -> String {
        let columns: Vec<usize> = if keep { (0..HEADERS.len()).filter(|at| columns.contains(at) || *at < 5).collect() } else { columns };
        let cell = |text: &str| if delimiter != ',' { text.replace(delimiter, ".") } else if text.starts_with('"') { text.into() } else { text.replace(',', ".") };
        let mut text = String::new();
        if mark { text.push('\u{feff}'); }
        let join = |cells: Vec<String>| cells.join(&delimiter.to_string());
        let mut headers: Vec<String> = columns.iter().map(|at| HEADERS[*at].to_string()).collect();
        if extra { headers.push("Ghi chú thêm".into()); }
        text += &join(headers);
        for line in lines {
            text += ending;
            match line {
                Line::Row(cells) => {
                    let mut cells: Vec<String> = columns.iter().map(|at| cell(&cells[*at])).collect();
                    if extra { cells.push("đã kiểm".into()); }
                    text += &join(cells);
                }
                Line::Raw(raw) => text += raw,
                Line::Long(length) => text += &"long ".repeat(length),
            }
        }
        if last { text += ending; }
        text
    }
}

prop_compose! {
    fn options()(
        locale in prop::sample::select(vec!["", "en-US", "vi-VN"]),
        dmy in any::<bool>(),
        (ids, names, groups, answers) in (prop::sample::select(vec![0usize, 1, 5, 1000]), prop::sample::select(vec![0usize, 1, 3, 1000]), prop::sample::select(vec![1usize, 10, 100_000, 100_000]), prop::sample::select(vec![1usize, 3, 1000])),
        (rows, findings, field, record) in (prop::sample::select(vec![3u64, 20, 1_000_000, 1_000_000]), prop::sample::select(vec![0usize, 3, 1000]), prop::sample::select(vec![8usize, 40, 65_536, 65_536]), prop::sample::select(vec![60usize, 300, 1 << 20, 1 << 20])),
        bytes in prop::sample::select(vec![500u64, 2000, 1 << 30, 1 << 30, 1 << 30]),
        offset in prop::sample::select(vec![0u64, 1000]),
        period in any::<bool>(),
        proxy in 0u16..3,
        views in prop::sample::select(vec!["", "scope", "supplier,scope,category", "all", "gas,site|factor,month,supplier", "month,product,site,region"]),
        region in any::<bool>(),
    ) -> Options {
        let mut read = if locale.is_empty() { ReadOptions::new() } else { ReadOptions::from_locale(locale).unwrap() };
        if dmy { read = read.with_date_order(DateOrder::Dmy); }
        if period { read = read.with_period(Period::year(2023).unwrap()); }
        let mut options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_proxy_years(proxy).with_read(read);
        if region { options = options.with_region(Place::parse("VN").unwrap()); }
        options.limits = options.limits.with_ids(ids).with_names(names).with_groups(groups).with_answers(answers).with_rows(rows)
            .with_findings(findings).with_field_bytes(field).with_record_bytes(record).with_bytes(bytes);
        options.row_offset = offset;
        match views {
            "all" => {}
            "" => options.views = Vec::new(),
            views => options.views = views.split('|').map(|view| Dimension::parse_view(view).unwrap()).collect(),
        }
        options
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn every_ledger_has_one_answer(
        ledger in ledger(),
        options in options(),
        (threads, block, step) in (1usize..=4, prop::sample::select(vec![1usize, 64, 200, 1000, 1 << 18]), prop::sample::select(vec![1usize, 7, 100, 1 << 20])),
        encoding in prop::sample::select(vec![0u8, 0, 0, 0, 1, 2, 3]),
        spoil in prop::option::weighted(0.1, any::<prop::sample::Index>()),
    ) {
        let mut bytes = match encoding {
            1 => "\u{feff}".chars().chain(ledger.chars()).collect::<String>().encode_utf16().flat_map(u16::to_le_bytes).collect(),
            2 => "\u{feff}".chars().chain(ledger.chars()).collect::<String>().encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => ledger.into_bytes(),
        };
        let mut options = options;
        if encoding == 3 {
            options.read = options.read.with_encoding(Encoding::Windows1258);
        }
        if let (Some(at), false) = (spoil, bytes.is_empty()) {
            let at = at.index(bytes.len());
            bytes[at] = 0xff;
        }
        let want = by_definition(Drip(&bytes, step), catalog(), &options);
        let got = said(compute(Drip(&bytes, step), catalog(), &options.clone().with_threads(threads).with_block_bytes(block)));
        let differ = want.lines().zip(got.lines()).find(|(want, got)| want != got && !want.contains("digest"));
        prop_assert!(got == want, "{differ:?}");
        if let Some((want, got)) = lines(&bytes, step, &options.with_threads(threads).with_block_bytes(block)) {
            prop_assert_eq!(got, want);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    /// Few answers and many units: which of them comes first must not show.
    #[test]
    fn units_may_come_in_any_order(
        rows in prop::collection::vec(
            (
                pick(&["electricity", "diesel-stationary", "natural-gas-stationary", "R-410A"]),
                (0u64..10_000_000, 0u32..9).prop_map(|(n, p)| emitrace::number::Amount::new(n.into(), p).unwrap()),
                pick(&["kWh", "MWh", "GJ", "t", "kg", "lb", "L", "gal_us", "[gal_us]", "m3", "TJ (net)", "ton", "toe", "furlong"]),
            ),
            1..14,
        ),
        by in prop::sample::select(vec!["gas", "activity,gas", "supplier"]),
    ) {
        let rows = rows.iter().enumerate().map(|(at, (activity, quantity, unit))| format!("{at},2023-05-31,{activity},{quantity},{unit}\n"));
        let ledger = format!("id,date,activity,quantity,unit\n{}", rows.collect::<String>());
        let read = ReadOptions::from_locale("en-US").unwrap();
        let mut options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_read(read).with_region(Place::parse("VN").unwrap());
        options.views = vec![Dimension::parse_view(by).unwrap()];
        let got = said(compute(ledger.as_bytes(), catalog(), &options));
        prop_assert_eq!(got, by_definition(ledger.as_bytes(), catalog(), &options), "{}", ledger);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    /// Few documents, in fuels of own vehicles, freight and copies of rows: what is said of them is said in the same place.
    #[test]
    fn documents_are_compared_in_the_order_of_the_file(
        rows in prop::collection::vec(
            (
                pick(&["diesel-road,10,L", "diesel-road,0.010,kL", "freight-road-hgv,50,tonne.km", "electricity,7,kWh", "diesel-stationary,2,TJ (net)", "diesel-stationary,2.0,TJ (net)", "electricity,x,kWh"]),
                pick(&["", "1", "2", "3"]),
                pick(&["", "A", "B", "C", " A", "\"A\"", "Ă", "A\u{306}", "\"A\nB\""]),
            ),
            0..40,
        ),
        (threads, block) in (1usize..=3, prop::sample::select(vec![1usize, 64, 200, 1 << 18])),
        names in prop::sample::select(vec![0usize, 1, 2, 1000]),
        offset in prop::sample::select(vec![0u64, 1000]),
    ) {
        let rows = rows.iter().map(|(what, scope, evidence)| format!("2025-05-31,{what},{scope},{evidence}\n"));
        let ledger = format!("date,activity,quantity,unit,scope,Chứng từ\n{}", rows.collect::<String>());
        let read = ReadOptions::from_locale("en-US").unwrap();
        let mut options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_read(read).with_region(Place::parse("GB").unwrap());
        options.limits = options.limits.with_names(names);
        options.row_offset = offset;
        let want = by_definition(ledger.as_bytes(), catalog(), &options);
        let got = said(compute(ledger.as_bytes(), catalog(), &options.clone().with_threads(threads).with_block_bytes(block)));
        prop_assert_eq!(got, want, "{}", ledger);
        if let Some((want, got)) = lines(ledger.as_bytes(), 100, &options.with_threads(threads).with_block_bytes(block)) {
            prop_assert_eq!(got, want);
        }
    }
}

/// A copy of a row in another category is told behind what else is said of it, wherever its block begins.
#[test]
fn a_document_in_two_categories_is_told() {
    let ledger = "date,activity,quantity,unit,evidence\n\
        2025-05-31,diesel-road,10,L,HD-7\n2025-05-31,electricity,1,kWh,HD-8\n2025-05-31,freight-road-hgv,50,tonne.km,HD-7\n";
    for block in [1, 64, 1 << 18] {
        let options =
            Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("GB").unwrap());
        let answer = compute(ledger.as_bytes(), catalog(), &options.with_block_bytes(block)).unwrap();
        let told: Vec<_> = answer
            .findings
            .iter()
            .map(|finding| (finding.code.as_str(), finding.row, &*finding.value))
            .collect();
        assert!(told.contains(&("DOUBLE_COUNT", 4, "HD-7")), "{told:?}");
    }
}

/// More words than are remembered: their numbers, and those of answers, start anew, and no line says another one's words.
#[test]
fn lines_are_told_when_words_are_forgotten() {
    let mut ledger = String::from("id,date,site,activity,quantity,unit,region\n");
    for row in 0u32..67_000 {
        let (activity, unit) =
            [("electricity", "kWh"), ("diesel-stationary", "kg"), ("R-410A", "kg")][row as usize * 7 % 3];
        let region = ["VN", "", "VN-HN"][row as usize * 5 / 2 % 3];
        ledger +=
            &format!("R{row},2023-{:02}-11,Kho {row},{activity},{row}.5,{unit},{region}\n", row % 12 + 1);
    }
    let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN").unwrap());
    let mut go_on = |_| ControlFlow::Continue(());
    let (mut rows, mut want) = (LinesCsv::rows(&options), String::new());
    let (mut masses, mut want_masses) = (LinesCsv::masses(), String::new());
    let mut take = |line: &inventory::Line<'_>| {
        rows.write(line, &mut want)?;
        masses.write(line, &mut want_masses)
    };
    reference(ledger.as_bytes(), catalog(), &options, &mut take, &mut go_on).unwrap();
    assert_eq!(want.lines().count(), 67_000);
    for threads in [1, 2] {
        let both: [&dyn WriteLine; 2] = [&LinesCsv::rows(&options), &LinesCsv::masses()];
        let [got, masses] = texts(ledger.as_bytes(), &options.clone().with_threads(threads), both).unwrap();
        for (want, got) in [(&want, got), (&want_masses, masses)] {
            let differ = want.lines().zip(got.lines()).find(|(want, got)| want != got);
            assert_eq!((differ, got.len()), (None, want.len()));
        }
    }
}

#[test]
fn a_ledger_of_many_blocks_has_one_answer() {
    let mut ledger = String::from("id,date,activity,quantity,unit,region,supplier,product\n");
    for row in 0u32..20_000 {
        let activity =
            ["electricity", "diesel-road", "R-410A", "perpetual motion"][row as usize * 7 / 3 % 17 % 4];
        let unit = ["MWh", "t", "kg", "t"][row as usize * 7 / 3 % 17 % 4];
        let id = if row % 977 == 0 { row / 2 } else { row };
        ledger += &format!(
            "R{id},2023-{:02}-11,{activity},{}.{:03},{unit},VN,S{},P{}\n",
            row % 12 + 1,
            row % 991,
            row % 1000,
            row % 300,
            row % 71
        );
        if row % 501 == 0 {
            ledger += "R,2023-01-01,\"electricity\",12,\"MWh\",VN,\"S \"\"x\"\"\",\"a\nb\"\n";
        }
    }
    let read = ReadOptions::from_locale("en-US").unwrap();
    let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_read(read);
    let want = by_definition(ledger.as_bytes(), catalog(), &options);
    for (threads, block) in [(1, 1 << 18), (1, 3000), (2, 5000), (4, 1 << 14), (3, 700)] {
        let options = options.clone().with_threads(threads).with_block_bytes(block);
        assert!(
            said(compute(ledger.as_bytes(), catalog(), &options)) == want,
            "{threads} threads, {block} bytes"
        );
    }
}

/// Ten million rows, every kind of bad row among them; takes minutes, so it is asked for by name:
/// `cargo test --release --package emitrace --test fast -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn ten_million_random_rows_have_one_answer() {
    const LEDGERS: u64 = 100;
    const ROWS: u64 = 100_000;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let pool: Vec<Vec<String>> =
        (0..20_000).map(|_| row().new_tree(&mut runner).unwrap().current()).collect();
    let mut state = 20_261_122u64;
    // splitmix64.
    let mut random = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let (mut counted, mut rows) = (0, 0);
    for number in 0..LEDGERS {
        let mut ledger = HEADERS.join(",") + "\n";
        for row in 0..ROWS {
            let mut cells = pool[random() as usize % pool.len()].clone();
            // Mostly a row of its own; else one that was there already, bad identifier and all.
            if random() % 8 != 0 {
                cells[0] = format!("L{number}-{row}");
                cells[3] = format!("{}.{:04}", random() % 100_000, random() % 10_000);
            }
            for (at, cell) in cells.iter().enumerate() {
                let mark = if at == 0 { "" } else { "," };
                let quoted = cell.starts_with('"') || !cell.contains(',');
                let cell = if quoted { cell.clone() } else { format!("\"{cell}\"") };
                ledger += &format!("{mark}{cell}");
            }
            ledger.push('\n');
        }
        let read = ReadOptions::from_locale("en-US").unwrap();
        let mut options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_proxy_years(2).with_read(read);
        if number % 2 == 0 {
            options = options.with_region(Place::parse("VN").unwrap());
        }
        options.limits = options.limits.with_ids(if number % 3 == 0 { 1000 } else { 1_000_000 });
        let want = by_definition(ledger.as_bytes(), catalog(), &options);
        let threads = 1 + number as usize % 3;
        let fast = compute(
            ledger.as_bytes(),
            catalog(),
            &options.with_threads(threads).with_block_bytes(1 << (12 + number % 8)),
        );
        let coverage = &fast.as_ref().unwrap().inventory.coverage;
        (counted, rows) = (counted + coverage.counted, rows + coverage.rows);
        assert!(said(fast) == want, "ledger {number}, {threads} threads");
    }
    println!("{rows} rows, {counted} of them counted");
    // Open quotes swallow rows.
    assert!(rows > LEDGERS * ROWS / 2 && counted > rows / 20 && counted < rows);
}

/// Two limits in one file: which of them is told does not depend on how the file is read.
#[test]
fn the_limit_that_comes_first_is_told() {
    let mut ledger = String::from("id,date,activity,quantity,unit\n");
    (0..40u8).for_each(|row| ledger += &format!("R{row},2023-05-31,electricity,1,kWh\n"));
    let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN").unwrap());
    for (bytes, rows, first) in
        [(1200, 20, "more than 20 rows"), (600, 20, "larger than the limit of 600 bytes")]
    {
        let mut options = options.clone();
        options.limits = options.limits.with_bytes(bytes).with_rows(rows);
        for step in [1, 100, 1 << 20] {
            assert!(
                by_definition(Drip(ledger.as_bytes(), step), catalog(), &options).contains(first),
                "{first}"
            );
            for (threads, block) in [(1, 64), (1, 1 << 18), (3, 64), (3, 1 << 18)] {
                let options = options.clone().with_threads(threads).with_block_bytes(block);
                let got = said(compute(Drip(ledger.as_bytes(), step), catalog(), &options));
                assert!(got.contains(first), "{got}: {threads} threads, {block} bytes, {step} at a time");
            }
        }
    }
}

#[test]
fn a_row_that_overflows_takes_no_other_row_with_it() {
    let ledger = "id,date,activity,quantity,unit\n1,2023-05-31,electricity,9999999999999999999999999999,kWh\n2,2023-05-31,R-410A,1,kg\n3,2023-05-31,electricity,1000,kWh\n";
    let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN").unwrap());
    let answer =
        reference(
            ledger.as_bytes(),
            catalog(),
            &options,
            &mut |_| Ok(()),
            &mut |_| ControlFlow::Continue(()),
        );
    let coverage = answer.unwrap().inventory.coverage;
    assert_eq!((coverage.rows, coverage.counted, coverage.excluded), (3, 2, 1));
}
