//! `bindings-wasm/js/types`: the wire types of the core as TypeScript, a file for each of theirs.
//!
//! The wire types are plain structs of texts, whole numbers, truth values, lists and each other; anything else is
//! refused here, so they cannot say something that the engine does not mean.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use syn::{Attribute, Expr, Fields, GenericArgument, Item, Lit, Meta, PathArguments, Type};

use crate::Done;

const HEAD: &str = "\
// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.
";

/// The files that hold wire types, and whether they are what a caller sends.
const FILES: &[(&str, bool)] = &[
    ("answer.rs", false),
    ("record.rs", false),
    ("listing.rs", false),
    ("compare.rs", false),
    ("organisation.rs", true),
    ("methods.rs", false),
    ("instruments.rs", true),
    ("progress.rs", false),
    ("import.rs", false),
    ("request.rs", true),
    ("rows.rs", true),
    ("compare_request.rs", true),
    ("document.rs", true),
    ("verify.rs", true),
    ("methods_request.rs", true),
    ("regulation.rs", false),
    ("regulation_request.rs", true),
    ("uncertainty.rs", false),
    ("uncertainty_request.rs", true),
    ("cbam_import.rs", false),
    ("cbam_import_request.rs", true),
    ("supplier.rs", false),
    ("supplier_base.rs", false),
    ("supplier_base_request.rs", true),
    ("supplier_request.rs", true),
    ("disclosure.rs", false),
    ("disclosure_request.rs", true),
    ("answer_verify.rs", true),
    ("disclosure_verify.rs", true),
    ("energy.rs", false),
    ("energy_request.rs", true),
    ("supply.rs", false),
    ("supply_request.rs", true),
    ("framework.rs", false),
    ("framework_request.rs", true),
    ("hourly.rs", false),
    ("hourly_request.rs", true),
    ("facility.rs", false),
    ("facility_request.rs", true),
    ("progress_request.rs", true),
    ("cbam_embedded.rs", false),
    ("cbam_explain.rs", false),
    ("cbam_template.rs", false),
    ("cbam_declare_explain.rs", false),
    ("cbam_installation.rs", true),
    ("cbam_process.rs", true),
    ("cbam_quarterly.rs", true),
    ("cbam_quarterly_report.rs", true),
    ("cbam_report.rs", false),
    ("cbam_statements.rs", true),
    ("cbam_figures.rs", true),
    ("seal.rs", true),
    ("identify.rs", true),
    ("table_request.rs", true),
    ("trace_figure.rs", false),
    ("custody.rs", false),
    ("custody_request.rs", true),
    ("eudr.rs", false),
    ("eudr_request.rs", true),
    ("lot_page.rs", false),
    ("lot_page_request.rs", true),
    ("origin.rs", false),
    ("origin_request.rs", true),
    ("evidence.rs", true),
    ("trace.rs", false),
    ("trace_request.rs", true),
    ("events.rs", true),
    ("footprint.rs", false),
    ("footprint_compute.rs", false),
    ("footprint_compute_request.rs", true),
    ("footprint_request.rs", true),
];

/// Writes the files, and takes away those that nothing writes any more.
pub(crate) fn write(root: &Path) -> Done {
    let files = files(root)?;
    for path in present(root) {
        if !files.contains_key(&path) {
            fs::remove_file(&path).map_err(|error| vec![error.to_string()])?;
        }
    }
    for (path, text) in &files {
        let folder = path.parent().unwrap_or(root);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(path, text))
            .map_err(|error| vec![error.to_string()])?;
    }
    Ok(format!("wrote bindings-wasm/js/types: {}", count(&files)))
}

/// Fails if the files are not what would be written now.
pub(crate) fn check(root: &Path) -> Done {
    let files = files(root)?;
    let fresh = |(path, text): (&PathBuf, &String)| fs::read_to_string(path).is_ok_and(|held| held == *text);
    if !files.iter().all(fresh) || present(root).iter().any(|path| !files.contains_key(path)) {
        return Err(vec!["bindings-wasm/js/types is not fresh: run `cargo xtask types`".to_owned()]);
    }
    Ok(format!("bindings-wasm/js/types is fresh: {}", count(&files)))
}

fn folder(root: &Path) -> PathBuf {
    root.join("bindings-wasm").join("js").join("types")
}

/// The files that stand in the folder.
fn present(root: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(root)).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

fn count(files: &BTreeMap<PathBuf, String>) -> String {
    let types = files.values().flat_map(|text| text.matches("export interface ")).count();
    format!("{types} types in {} files", files.len())
}

/// One file for each file of wire types, and one that names them all.
fn files(root: &Path) -> Result<BTreeMap<PathBuf, String>, Vec<String>> {
    let sources = root.join("core").join("src").join("wire").join("v1");
    let (mut made, mut homes, mut complaints) = (Vec::new(), BTreeMap::new(), Vec::new());
    for &(name, sent) in FILES {
        let file = sources.join(name);
        let done = fs::read_to_string(&file)
            .map_err(|error| error.to_string())
            .and_then(|source| Interfaces::read(&source, sent));
        let stem = name.trim_end_matches(".rs");
        match done {
            Err(why) => complaints.push(format!("{}: {why}", file.display())),
            Ok(interfaces) => {
                for ty in &interfaces.defined {
                    if let Some(other) = homes.insert(ty.clone(), stem) {
                        complaints.push(format!("{ty} is defined in {other}.rs and in {name}"));
                    }
                }
                made.push((stem, interfaces));
            }
        }
    }
    let mut files = BTreeMap::new();
    let mut all = HEAD.to_owned();
    made.sort_by_key(|(stem, _)| *stem);
    for (stem, interfaces) in made {
        let mut text = HEAD.to_owned();
        let mut imports: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for ty in interfaces.used.difference(&interfaces.defined) {
            match homes.get(ty) {
                Some(home) => imports.entry(home).or_default().push(ty),
                None => complaints.push(format!("{stem}.rs: `{ty}` is in none of the files of wire types")),
            }
        }
        for (home, names) in imports {
            let _ = write!(text, "\nimport type {{ {} }} from \"./{home}.js\";", names.join(", "));
        }
        if text.len() > HEAD.len() {
            text.push('\n');
        }
        text.push_str(&interfaces.text);
        let _ = write!(all, "\nexport type * from \"./types/{stem}.js\";");
        files.insert(folder(root).join(format!("{stem}.d.ts")), text);
    }
    all.push('\n');
    files.insert(folder(root).with_extension("d.ts"), all);
    if complaints.is_empty() { Ok(files) } else { Err(complaints) }
}

/// The public structs of a source file.
#[derive(Default)]
struct Interfaces {
    text: String,
    defined: BTreeSet<String>,
    used: BTreeSet<String>,
}

impl Interfaces {
    fn read(source: &str, sent: bool) -> Result<Interfaces, String> {
        let file = syn::parse_file(source).map_err(|error| error.to_string())?;
        let mut out = Interfaces::default();
        for item in file.items {
            let Item::Struct(item) = item else { continue };
            if !matches!(item.vis, syn::Visibility::Public(_)) {
                continue;
            }
            let Fields::Named(fields) = item.fields else {
                return Err(format!("{}: a struct without named fields", item.ident));
            };
            let all_default = serde(&item.attrs)?.default;
            out.defined.insert(item.ident.to_string());
            let _ = writeln!(out.text, "\n{}export interface {} {{", comment(&item.attrs, ""), item.ident);
            for field in &fields.named {
                let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                let within = |why: String| format!("{}.{name}: {why}", item.ident);
                let words = doc(&field.attrs);
                let said = serde(&field.attrs)?;
                let left_out = all_default || said.default || inner(&field.ty, "Option").is_some();
                // The sentence `Required.` means that the empty text of the default is refused later.
                let optional = said.skipped || (sent && left_out && !words.ends_with("Required."));
                let held = inner(&field.ty, "Option");
                let mut ty = typescript(held.unwrap_or(&field.ty)).map_err(within)?;
                let map = ty.strip_prefix("Record<string, ").map(|held| held.trim_end_matches('>'));
                let bare = map.unwrap_or(&ty).trim_end_matches("[]");
                if bare.starts_with(|c: char| c.is_ascii_uppercase()) {
                    out.used.insert(bare.to_owned());
                }
                if held.is_some() && !sent && !said.skipped {
                    ty.push_str(" | null");
                }
                let mark = if optional { "?" } else { "" };
                let _ = writeln!(out.text, "{}  {name}{mark}: {ty};", comment(&field.attrs, "  "));
            }
            out.text.push_str("}\n");
        }
        Ok(out)
    }
}

fn typescript(ty: &Type) -> Result<String, String> {
    if let Some(held) = inner(ty, "Vec") {
        return typescript(held).map(|held| format!("{held}[]"));
    }
    let Type::Path(path) = ty else { return Err("neither a name nor a list".to_owned()) };
    let last = path.path.segments.last().ok_or("an empty name")?;
    let name = last.ident.to_string();
    match name.as_str() {
        // JSON of any shape.
        "Value" => Ok("unknown".to_owned()),
        "BTreeMap" => {
            let syn::PathArguments::AngleBracketed(held) = &last.arguments else {
                return Err("a map of nothing".to_owned());
            };
            match held.args.iter().nth(1) {
                Some(syn::GenericArgument::Type(held)) => {
                    typescript(held).map(|held| format!("Record<string, {held}>"))
                }
                _ => Err("a map of nothing".to_owned()),
            }
        }
        "String" => Ok("string".to_owned()),
        "bool" => Ok("boolean".to_owned()),
        "u16" | "u32" | "u64" => Ok("number".to_owned()),
        _ if !last.arguments.is_none() || !name.starts_with(|c: char| c.is_ascii_uppercase()) => {
            Err(format!("`{name}` has no counterpart in TypeScript"))
        }
        _ => Ok(name),
    }
}

/// `T` of `Outer<T>`.
fn inner<'t>(ty: &'t Type, outer: &str) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == outer)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(held) => Some(held),
        _ => None,
    }
}

/// What serde is told about a struct or a field.
#[derive(Default)]
struct Serde {
    /// May be left out by who sends it.
    default: bool,
    /// Is left out of an answer where it says nothing.
    skipped: bool,
}

fn serde(attributes: &[Attribute]) -> Result<Serde, String> {
    let mut found = Serde::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        attribute
            .parse_nested_meta(|meta| {
                if meta.path.is_ident("default") {
                    found.default = true;
                    Ok(())
                } else if meta.path.is_ident("skip_serializing_if") {
                    found.skipped = true;
                    meta.value()?.parse::<syn::LitStr>().map(|_| ())
                } else if meta.path.is_ident("deny_unknown_fields") {
                    Ok(())
                } else if meta.path.is_ident("serialize_with") {
                    // A document without what is empty: its type says already that each field may be left out.
                    let with: syn::LitStr = meta.value()?.parse()?;
                    if with.value() == "super::lean::lean" {
                        Ok(())
                    } else {
                        Err(meta.error("not known to the writer of the types"))
                    }
                } else {
                    Err(meta.error("this serde attribute is not known to the writer of the types"))
                }
            })
            .map_err(|error| error.to_string())?;
    }
    Ok(found)
}

fn doc(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes {
        let Meta::NameValue(pair) = &attribute.meta else { continue };
        if !pair.path.is_ident("doc") {
            continue;
        }
        if let Expr::Lit(literal) = &pair.value
            && let Lit::Str(text) = &literal.lit
        {
            lines.push(text.value().trim().to_owned());
        }
    }
    lines.join(" ").trim().to_owned()
}

fn comment(attributes: &[Attribute], indent: &str) -> String {
    let words = doc(attributes);
    if words.is_empty() {
        String::new()
    } else {
        format!("{indent}/** {} */\n", words.replace("*/", "*\u{2060}/"))
    }
}

#[cfg(test)]
mod tests {
    fn made(source: &str, sent: bool) -> Result<String, String> {
        super::Interfaces::read(source, sent).map(|made| made.text)
    }

    #[test]
    fn fields_lists_and_what_may_be_left_out() {
        let source = "/// A thing.\n#[serde(default)] pub struct A { /// One.\n pub a: Option<Vec<String>>, /// Which. Required.\n pub b: String, pub c: super::B }";
        let sent = "\n/** A thing. */\nexport interface A {\n  /** One. */\n  a?: string[];\n  /** Which. Required. */\n  b: string;\n  c?: B;\n}\n";
        assert_eq!(made(source, true).as_deref(), Ok(sent));
        let answered = sent.replace("a?: string[]", "a: string[] | null").replace("c?", "c");
        assert_eq!(made(source, false), Ok(answered));
    }

    #[test]
    fn what_an_answer_leaves_out_is_optional_there_too() {
        let source =
            "pub struct A { #[serde(default, skip_serializing_if = \"Option::is_none\")] pub a: Option<B> }";
        let wanted = "\nexport interface A {\n  a?: B;\n}\n";
        assert_eq!(made(source, false).as_deref(), Ok(wanted));
        assert_eq!(made(source, true).as_deref(), Ok(wanted));
    }

    #[test]
    fn what_has_no_counterpart_is_refused() {
        for source in [
            "pub struct A { pub a: f64 }",
            "pub struct A { pub a: Box<str> }",
            "pub struct A(pub String);",
            "pub struct A { #[serde(rename = \"b\")] pub a: String }",
        ] {
            assert!(made(source, false).is_err(), "{source}");
        }
    }
}
