//! Identifiers of things and places: what callers of `trace.identify` send and get.

use serde::{Deserialize, Serialize};

/// Request of the method `trace.identify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IdentifyRequest {
    /// The identifiers.
    pub identifiers: Vec<IdentifierText>,
    /// Company prefixes of GS1 that are known, digits each: a key does not tell how long its prefix is.
    pub company_prefixes: Vec<String>,
    /// Which identifiers mean the same.
    pub aliases: Vec<AliasText>,
    /// What may be read beside the present standard: `short_gtin`, `names`, `unknown_attributes` (in links), `part_of_marking` (element
    /// strings without what they need); absent = the first three.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow: Option<Vec<String>>,
    /// What Digital Links begin with; empty = `https://id.gs1.org`.
    pub stem: String,
}

/// An identifier as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IdentifierText {
    /// A Digital Link, an EPC URN, an element string, digits, another URI or a code of one's own. Required.
    pub text: String,
    /// What digits alone number: `item`, `place`, `party`, `logistic_unit` or `code`.
    pub kind: String,
}

/// A statement that two identifiers mean the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AliasText {
    /// The identifier that is met.
    pub identifier: IdentifierText,
    /// The identifier that it is read as.
    pub same_as: IdentifierText,
}

/// Answer of the method `trace.identify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifyAnswer {
    /// What was read, in the order of the request.
    pub identifiers: Vec<IdentifierRead>,
    /// What is wrong with identifiers and aliases, with its JSON pointer into the request.
    pub findings: Vec<PathFinding>,
}

/// One identifier of the request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifierRead {
    /// As it was written.
    pub text: String,
    /// What it is; absent if it cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identifier: Option<Identified>,
}

/// An identifier that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identified {
    /// How it was written: `digital_link`, `epc_urn`, `element_string`, `digits`, `uri` or `local_code`.
    pub form: String,
    /// One text for all ways of writing it.
    pub canonical: String,
    /// What it is read as by the aliases; equal to `canonical` if they say nothing.
    pub same_as: String,
    /// Application identifiers and values, the key first.
    pub elements: Vec<ElementText>,
    /// Whether it is the same thing wherever it is read.
    pub globally_unique: bool,
    /// The first three digits of the number; empty if it is none of GS1.
    pub prefix: String,
    /// What they say: `viet_nam`, `restricted_circulation`, `demonstration`, `publication`, `coupon` or `other`; empty likewise.
    pub prefix_says: String,
    /// The company prefix; absent = undetermined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company_prefix: Option<String>,
    /// The EPC URN; absent if the company prefix is undetermined or there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epc_urn: Option<String>,
    /// The Digital Link with its attributes; absent if an element has no place in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digital_link: Option<String>,
    /// The elements with brackets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element_string: Option<String>,
    /// The elements as a symbol carries them, FNC1 as U+001D.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scanned: Option<String>,
}

/// An application identifier and its value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElementText {
    /// The application identifier.
    pub ai: String,
    /// What it is called in print.
    pub title: String,
    /// The value.
    pub value: String,
}

/// A remark about one place of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathFinding {
    /// Where: a JSON pointer.
    pub path: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// Stable code.
    pub code: String,
    /// The value as read, shortened.
    pub value: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}
