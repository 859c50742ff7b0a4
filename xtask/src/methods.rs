//! `docs/METHODS.md`: the table at its top has every method that the page explains, in its order, and names files that exist.

use std::fs;
use std::path::Path;

use crate::{Done, whole};

/// Fails on a method that the table lacks or that the page does not explain, on a link into nothing and on a file that is gone.
pub(crate) fn check(root: &Path) -> Done {
    let page =
        fs::read_to_string(root.join("docs").join("METHODS.md")).map_err(|error| vec![error.to_string()])?;
    let explained: Vec<(&str, String)> = page
        .lines()
        .filter_map(|line| line.strip_prefix("## M-"))
        .map(|title| (number(title), anchor(title)))
        .collect();
    let rows: Vec<(&str, &str, &str)> = page.lines().filter_map(row).collect();
    let mut complaints = Vec::new();
    for (number, anchor) in &explained {
        if !rows.iter().any(|(known, place, _)| known == number && *place == anchor) {
            complaints.push(format!(
                "the table of docs/METHODS.md has no row of M-{number} that leads to #{anchor}"
            ));
        }
    }
    for (number, place, files) in &rows {
        if !explained.iter().any(|(known, anchor)| known == number && anchor == place) {
            complaints.push(format!("docs/METHODS.md does not explain M-{number} at #{place}"));
        }
        for file in files.split('`').filter(|text| text.starts_with("core/")) {
            if !root.join(file).exists() {
                complaints.push(format!("M-{number} of docs/METHODS.md names `{file}`, which is not there"));
            }
        }
    }
    for list in [
        explained.iter().map(|(number, _)| *number).collect::<Vec<_>>(),
        rows.iter().map(|row| row.0).collect(),
    ] {
        let numbers: Vec<u64> = list.iter().map(|number| whole(number)).collect();
        let pairs = numbers.iter().zip(numbers.iter().skip(1));
        for (one, two) in pairs.filter(|(one, two)| one >= two) {
            complaints.push(format!("docs/METHODS.md has M-{two} behind M-{one}"));
        }
    }
    if complaints.is_empty() {
        Ok(format!("docs/METHODS.md is whole: {} methods", explained.len()))
    } else {
        Err(complaints)
    }
}

/// The digits that a title begins with.
fn number(title: &str) -> &str {
    title.split(' ').next().unwrap_or_default()
}

/// What a link to a heading is called: small letters and digits, `-` for spaces, nothing else.
fn anchor(title: &str) -> String {
    let kept = format!("m-{}", title.to_lowercase());
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Number, link and files of a row of the table.
fn row(line: &str) -> Option<(&str, &str, &str)> {
    let rest = line.strip_prefix("| [M-")?;
    let (number, rest) = rest.split_once("](#")?;
    let (place, rest) = rest.split_once(") |")?;
    Some((number, place, rest))
}
