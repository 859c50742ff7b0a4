//! `docs/errors.md`: one heading per code.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use emitrace::Code;

use crate::Done;

const HEAD: &str = "\
# Errors and findings

<!-- Written by `cargo xtask errors` from the codes in core/src/error/code.rs: do not edit. -->

An error ends one call; a finding is a remark about one row and travels with the result. Both carry one of these
codes. A code is never renamed and never reused, and it is the same in every language.
";

/// Writes the page.
pub(crate) fn write(root: &Path) -> Done {
    let file = place(root);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| vec![error.to_string()])?;
    }
    fs::write(&file, page()).map_err(|error| vec![format!("{}: {error}", file.display())])?;
    Ok(format!("wrote docs/errors.md: {} codes", Code::ALL.len()))
}

/// Fails if the page is not what would be written now, or a code is there twice.
pub(crate) fn check(root: &Path) -> Done {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    if names.len() != Code::ALL.len() {
        return Err(vec!["two codes have the same text".to_owned()]);
    }
    let found = fs::read_to_string(place(root)).unwrap_or_default();
    if found != page() {
        return Err(vec!["docs/errors.md is not fresh: run `cargo xtask errors`".to_owned()]);
    }
    Ok(format!("docs/errors.md is fresh: {} codes", Code::ALL.len()))
}

fn place(root: &Path) -> PathBuf {
    root.join("docs").join("errors.md")
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    for code in Code::ALL {
        // Writing into a string cannot fail.
        let _written = write!(
            page,
            "\n## {code}\n\n{}\n\nWhat to do: {}.\n",
            code.meaning().trim(),
            code.help().trim_end_matches('.')
        );
    }
    page
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_heading_for_each_code() {
        let page = super::page();
        for code in super::Code::ALL {
            assert_eq!(page.matches(&format!("\n## {code}\n")).count(), 1, "{code}");
        }
        assert_eq!(page.matches("\n## ").count(), super::Code::ALL.len());
    }
}
