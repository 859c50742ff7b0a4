//! Methods about packs and factors.

use super::with_packs;
use crate::error::{Code, Error};
use crate::factor::{self, Catalog};
use crate::import::{self, Format};
use crate::inventory::{factor_use, pack_use};
use crate::order::Order;
use crate::wire::v1::{self, canonical, read_json};

/// Hits shown when the request names no number.
const HITS: usize = 50;

pub(super) fn search(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SearchRequest = read_json(request)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let hits = catalog.search(&request.query);
    let most = if request.limit == 0 { HITS } else { usize::try_from(request.limit).unwrap_or(usize::MAX) };
    canonical(&v1::SearchAnswer {
        found: u64::try_from(hits.len()).unwrap_or(u64::MAX),
        factors: hits
            .iter()
            .take(most)
            .map(|hit| factor_use(&catalog, hit.factor, 0))
            .collect::<Result<_, _>>()?,
    })
}

pub(super) fn show(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::FactorRequest = read_json(request)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let unknown =
        || Error::new(Code::FactorUnknown, format!("there is no factor `{}`", request.id)).at("/id");
    let index = catalog.find(&request.id).ok_or_else(unknown)?;
    let factor = catalog.factor(index);
    let pack = catalog.pack_of(factor).ok_or_else(unknown)?;
    let activity = catalog.activity(&factor.activity);
    canonical(&v1::FactorAnswer {
        factor: factor_use(&catalog, index, 0)?,
        pack: pack_use(pack),
        not_for: pack.not_for.iter().map(ToString::to_string).collect(),
        name_en: activity.map_or_else(String::new, |known| known.name_en.to_string()),
        name_vi: activity.map_or_else(String::new, |known| known.name_vi.to_string()),
    })
}

pub(super) fn packs(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::FactorRequest = read_json(request)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let line = |pack: &factor::Pack| v1::PackLine {
        pack: pack_use(pack),
        kind: pack.kind.as_str().into(),
        rows: pack.rows,
        confidence: pack.confidence.to_string(),
        not_for: pack.not_for.iter().map(ToString::to_string).collect(),
    };
    let mut packs: Vec<v1::PackLine> = catalog.packs().iter().map(line).collect();
    packs.order_by(|a, b| a.pack.id.cmp(&b.pack.id));
    canonical(&v1::PacksAnswer { packs })
}

pub(super) fn check(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::FactorRequest = read_json(request)?;
    let findings = factor::check(catalog, &request.text);
    canonical(&v1::CheckAnswer {
        ok: findings.is_empty(),
        findings: findings.iter().map(v1::Finding::from).collect(),
    })
}

pub(super) fn formats(_: &Catalog, request: &str) -> Result<String, Error> {
    let v1::FormatsRequest {} = read_json(request)?;
    canonical(&v1::FormatsAnswer { formats: Format::ALL.iter().map(|format| format.describe()).collect() })
}

/// Turns a publisher's files into a pack.
pub(super) fn import(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ImportRequest = read_json(request)?;
    let format = Format::parse(&request.format).map_err(|error| error.at("/format"))?;
    let mut contents = Vec::new();
    for (index, file) in request.files.iter().enumerate() {
        contents.push(file.bytes().map_err(|error| error.at(format!("/files/{index}")))?);
    }
    let files: Vec<import::File<'_>> = request
        .files
        .iter()
        .zip(&contents)
        .map(|(file, bytes)| import::File { name: &file.name, bytes })
        .collect();
    canonical(&import::import(catalog, format, &files, &request.options)?)
}
