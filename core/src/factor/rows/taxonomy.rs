//! Rows of packs of the kind `taxonomy`.

/// A row of a taxonomy of sustainability reports: a concept, a member, an axis, a section, a unit, a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TaxonomyRow {
    /// `setting`, `prefix`, `unit`, `section`, `axis`, `member`, `concept`, `input` or `rule`.
    pub row: Box<str>,
    /// Its name, in most cases a qualified one such as `vsme:Turnover`.
    pub id: Box<str>,
    /// The value of a setting, the size of a unit, the default member of an axis, the class of a member, the range of a
    /// concept, the digits of a rule.
    pub value: Box<str>,
    /// Sort of a value, an axis, a unit, a section or a rule.
    pub kind: Box<str>,
    /// `instant` or `duration`.
    pub period: Box<str>,
    /// Units that a figure may have; `*` stands for any currency.
    pub units: Vec<Box<str>>,
    /// Axes of a concept; members that a section is about.
    pub axes: Vec<Box<str>>,
    /// Domains of a member, the domain of an enumeration or an axis, the disclosure of a section.
    pub domain: Vec<Box<str>>,
    /// Sections of a concept.
    pub section: Vec<Box<str>>,
    /// `always`, `if-any` or `may`.
    pub due: Box<str>,
    /// The condition under which it is due; empty if there is none.
    pub when: Box<str>,
    /// The formula of a rule.
    pub formula: Box<str>,
    /// Paragraph.
    pub source: Box<str>,
    /// English label.
    pub label_en: Box<str>,
    /// Vietnamese label; may be empty for members.
    pub label_vi: Box<str>,
    /// `A`, `A-`, `B` or `C`.
    pub confidence: Box<str>,
}
