//! What is asked of people, as a form: a JSON Schema with labels in two languages, units and rules.

use serde_json::{Map, Value, json};

use super::taxonomy::{Concept, RuleKind, Sort, Taxonomy};
use crate::error::Error;
use crate::factor::Catalog;
use crate::factor::rows::TaxonomyRow;
use crate::order::Order;
use crate::wire::v1;

/// Longest list of members that stands in the form; longer ones are named by their domain and a pattern.
const LISTED: usize = 120;

/// The form of a taxonomy's module: what `answers` of [`fill`](fn@super::fill) look like.
///
/// Labels stand in `title` (English) and `x-title-vi`; `x-due`, `x-when` and `x-source` say whose duty a question is,
/// `x-found-in` where its figure can come from without being asked. What is left out is not reported; zero is written.
///
/// # Method
/// M-249.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `BAD_PACK`.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
///
/// let answer = emitrace::disclosure::form(&Catalog::bundled()?, "vsme-2026-05-01", "basic")?;
/// let turnover = &answer.form["properties"]["vsme:Turnover"];
/// assert_eq!(turnover["x-title-vi"], "Doanh thu");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn form(catalog: &Catalog, taxonomy: &str, module: &str) -> Result<v1::DisclosureFormAnswer, Error> {
    let taxonomy = Taxonomy::open(catalog, taxonomy)?;
    let whole = taxonomy.module(module)?;
    let mut questions: Vec<&Concept<'_>> = taxonomy
        .concepts
        .values()
        .filter(|concept| {
            whole || taxonomy.section_of(concept).is_none_or(|section| &*section.kind == "basic")
        })
        .collect();
    questions.order_by_key(|concept| concept.order);
    let mut properties = Map::new();
    for concept in &questions {
        properties.insert(concept.row.id.to_string(), question(&taxonomy, concept));
    }
    let section = |row: &&TaxonomyRow| {
        let disclosure = row.domain.first().map_or("", |disclosure| disclosure);
        json!({"id": row.id, "disclosure": disclosure, "module": row.kind, "title": row.label_en, "x-title-vi": row.label_vi})
    };
    let order: Vec<&str> = questions.iter().map(|concept| &*concept.row.id).collect();
    Ok(v1::DisclosureFormAnswer {
        form: json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": taxonomy.pack.title,
            "description": "Answers by concept. Leave out what is not reported; write 0 for zero.",
            "x-description-vi": "Câu trả lời theo khái niệm. Bỏ trống nếu không báo cáo; ghi 0 nếu bằng không.",
            "x-taxonomy": taxonomy.pack.id,
            "x-module": module,
            "x-sections": taxonomy.sections.iter().map(section).collect::<Vec<_>>(),
            "x-order": order,
            "type": "object",
            "additionalProperties": false,
            "properties": properties,
        }),
    })
}

fn question(taxonomy: &Taxonomy<'_>, concept: &Concept<'_>) -> Value {
    let row = concept.row;
    let mut fields = Map::new();
    fields.insert("value".into(), value(taxonomy, concept));
    fields.insert("period".into(), json!({"type": "string", "description": "2025 or 2025-01-01/2025-12-31; empty for the days of the report"}));
    fields.insert("document".into(), json!({"type": "string"}));
    let mut required = vec!["value"];
    if concept.sort.is_number() {
        let patterns: Vec<String> =
            row.units.iter().map(|unit| unit.replace('/', "\\/").replace('*', "[A-Z]{3}")).collect();
        fields.insert(
            "unit".into(),
            json!({"type": "string", "pattern": format!("^({})$", patterns.join("|"))}),
        );
        fields.insert("decimals".into(), json!({"type": "string", "pattern": "^(-?[0-9]{1,2})?$"}));
        if !matches!(row.units.as_slice(), [only] if !only.ends_with('*')) {
            required.push("unit");
        }
    }
    if concept.sort.is_text() {
        fields.insert(
            "language".into(),
            json!({"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"}),
        );
    }
    if !row.axes.is_empty() {
        let (mut axes, mut needed) = (Map::new(), Vec::new());
        for axis in row.axes.iter().filter_map(|axis| taxonomy.axes.get(&**axis)) {
            let mut field = if &*axis.kind == "typed" {
                json!({"type": "string", "minLength": 1})
            } else {
                listed(taxonomy, axis)
            };
            if let Some(field) = field.as_object_mut() {
                field.insert("title".into(), json!(axis.label_en));
                field.insert("x-title-vi".into(), json!(axis.label_vi));
            }
            axes.insert(axis.id.to_string(), field);
            if &*axis.kind == "typed" || axis.value.is_empty() {
                needed.push(&*axis.id);
            }
        }
        if !needed.is_empty() {
            required.push("dimensions");
        }
        fields.insert(
            "dimensions".into(),
            json!({"type": "object", "additionalProperties": false, "properties": axes, "required": needed}),
        );
    }
    let rules = taxonomy
        .rules
        .iter()
        .filter(|rule| rule.target.name == *row.id && rule.kind != RuleKind::Expectation);
    let found: Vec<&str> = rules.map(|rule| rule.text).collect();
    json!({
        "title": row.label_en,
        "x-title-vi": row.label_vi,
        "x-section": row.section.first(),
        "x-source": row.source,
        "x-due": row.due,
        "x-when": row.when,
        "x-period": row.period,
        "x-found-in": found,
        "type": "array",
        "items": {"type": "object", "additionalProperties": false, "properties": fields, "required": required},
    })
}

fn value(taxonomy: &Taxonomy<'_>, concept: &Concept<'_>) -> Value {
    match concept.sort {
        Sort::Decimal | Sort::Percent => {
            let sign = if concept.row.value.starts_with('0') { "" } else { "-?" };
            let mut field = json!({"type": "string", "pattern": format!("^{sign}[0-9]+(\\.[0-9]+)?$")});
            if let (Some(field), true) = (field.as_object_mut(), concept.sort == Sort::Percent) {
                field.insert("description".into(), json!("a fraction: 0.284 is 28.4 %"));
                field.insert("x-description-vi".into(), json!("phân số: 0.284 là 28,4 %"));
            }
            field
        }
        Sort::Text => json!({"type": "string", "minLength": 1}),
        Sort::TextBlock => json!({"type": "string", "minLength": 1, "x-paragraphs": true}),
        Sort::Boolean => json!({"enum": ["true", "false"]}),
        Sort::Year => json!({"type": "string", "pattern": "^[0-9]{4}$"}),
        Sort::Date => json!({"type": "string", "format": "date"}),
        Sort::Enumeration => listed(taxonomy, concept.row),
        Sort::EnumerationSet => {
            json!({"type": "string", "minLength": 1, "description": "members with spaces between them", "x-members": listed(taxonomy, concept.row)})
        }
    }
}

/// The members of a domain with their labels; of a long one what their names look like.
fn listed(taxonomy: &Taxonomy<'_>, row: &TaxonomyRow) -> Value {
    let members = taxonomy.members.values().filter(|member| taxonomy.belongs(&member.id, row));
    let members: Vec<&&TaxonomyRow> = members.filter(|member| member.id != row.value).collect();
    if members.len() > LISTED {
        let prefix =
            members.first().and_then(|member| member.id.split_once(':')).map_or("", |(prefix, _)| prefix);
        let domain = row.domain.first().map_or("", |domain| domain);
        return json!({"type": "string", "pattern": format!("^{prefix}:"), "x-domain": domain});
    }
    let one = |member: &&&TaxonomyRow| {
        let vi = if member.label_vi.is_empty() { &member.label_en } else { &member.label_vi };
        json!({"const": member.id, "title": member.label_en, "x-title-vi": vi})
    };
    json!({"oneOf": members.iter().map(one).collect::<Vec<_>>()})
}
