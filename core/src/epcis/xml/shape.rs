//! What EPCIS's elements are in JSON: a table.

use crate::epcis::terms::Vocabulary;

/// How an element is written as JSON.
#[derive(Debug)]
pub(super) enum Shape {
    Text,
    Number,
    Flag,
    /// A text whose words of the vocabulary are written bare.
    Word(Vocabulary),
    /// A list of the elements of a name.
    List(&'static str, &'static Shape),
    /// Elements that stand side by side are a list.
    Many(&'static Shape),
    /// An object; its attributes and elements by name, and what its own text is called.
    Object(&'static [Field], &'static str),
}

/// An attribute or an element: its name in XML, in JSON, and its shape.
pub(super) type Field = (&'static str, &'static str, Shape);

/// What the text of an element is called that has attributes or elements, too.
pub(super) const TEXT: &str = "#text";

/// What belongs to no vocabulary of EPCIS.
pub(super) const ANY: Shape = Shape::Object(&[], TEXT);

const WORD_DISPOSITION: Shape = Shape::Word(Vocabulary::Disposition);
const EPCS: Shape = Shape::List("epc", &Shape::Text);
const QUANTITIES: Shape = Shape::List("quantityElement", &QUANTITY);
const QUANTITY: Shape = Shape::Object(
    &[
        ("epcClass", "epcClass", Shape::Text),
        ("quantity", "quantity", Shape::Number),
        ("uom", "uom", Shape::Text),
    ],
    TEXT,
);
const SITE: Shape = Shape::Object(&[("id", "id", Shape::Text)], TEXT);
const TRANSACTION: Shape =
    Shape::Object(&[("type", "type", Shape::Word(Vocabulary::Transaction))], "bizTransaction");
const SOURCE: Shape = Shape::Object(&[("type", "type", Shape::Word(Vocabulary::Party))], "source");
const DESTINATION: Shape = Shape::Object(&[("type", "type", Shape::Word(Vocabulary::Party))], "destination");

const SENSORS: Shape = Shape::List(
    "sensorElement",
    &Shape::Object(
        &[("sensorMetadata", "sensorMetadata", ANY), ("sensorReport", "sensorReport", Shape::Many(&REPORT))],
        TEXT,
    ),
);
const REPORT: Shape = Shape::Object(
    &[
        ("type", "type", Shape::Word(Vocabulary::Measure)),
        ("exception", "exception", Shape::Word(Vocabulary::Measure)),
        ("component", "component", Shape::Word(Vocabulary::Component)),
        ("value", "value", Shape::Number),
        ("minValue", "minValue", Shape::Number),
        ("maxValue", "maxValue", Shape::Number),
        ("meanValue", "meanValue", Shape::Number),
        ("sDev", "sDev", Shape::Number),
        ("percRank", "percRank", Shape::Number),
        ("percValue", "percValue", Shape::Number),
        ("booleanValue", "booleanValue", Shape::Flag),
    ],
    TEXT,
);
const RETRACTION: Shape = Shape::Object(
    &[
        ("declarationTime", "declarationTime", Shape::Text),
        ("reason", "reason", Shape::Word(Vocabulary::Error)),
        ("correctiveEventIDs", "correctiveEventIDs", Shape::List("correctiveEventID", &Shape::Text)),
    ],
    TEXT,
);

/// An event of any kind.
pub(super) const EVENT: &[Field] = &[
    ("eventTime", "eventTime", Shape::Text),
    ("recordTime", "recordTime", Shape::Text),
    ("eventTimeZoneOffset", "eventTimeZoneOffset", Shape::Text),
    ("eventID", "eventID", Shape::Text),
    ("errorDeclaration", "errorDeclaration", RETRACTION),
    ("certificationInfo", "certificationInfo", Shape::Many(&Shape::Text)),
    ("action", "action", Shape::Text),
    ("parentID", "parentID", Shape::Text),
    ("epcList", "epcList", EPCS),
    ("childEPCs", "childEPCs", EPCS),
    ("inputEPCList", "inputEPCList", EPCS),
    ("outputEPCList", "outputEPCList", EPCS),
    ("quantityList", "quantityList", QUANTITIES),
    ("childQuantityList", "childQuantityList", QUANTITIES),
    ("inputQuantityList", "inputQuantityList", QUANTITIES),
    ("outputQuantityList", "outputQuantityList", QUANTITIES),
    ("transformationID", "transformationID", Shape::Text),
    ("bizStep", "bizStep", Shape::Word(Vocabulary::Step)),
    ("disposition", "disposition", WORD_DISPOSITION),
    (
        "persistentDisposition",
        "persistentDisposition",
        Shape::Object(
            &[
                ("set", "set", Shape::Many(&WORD_DISPOSITION)),
                ("unset", "unset", Shape::Many(&WORD_DISPOSITION)),
            ],
            TEXT,
        ),
    ),
    ("readPoint", "readPoint", SITE),
    ("bizLocation", "bizLocation", SITE),
    ("bizTransactionList", "bizTransactionList", Shape::List("bizTransaction", &TRANSACTION)),
    ("sourceList", "sourceList", Shape::List("source", &SOURCE)),
    ("destinationList", "destinationList", Shape::List("destination", &DESTINATION)),
    ("sensorElementList", "sensorElementList", SENSORS),
    ("ilmd", "ilmd", ANY),
];

/// What stands beside the body of a document: master data.
pub(super) const DOCUMENT: &[Field] = &[(
    "EPCISHeader",
    "epcisHeader",
    Shape::Object(
        &[(
            "EPCISMasterData",
            "epcisMasterData",
            Shape::Object(
                &[("VocabularyList", "vocabularyList", Shape::List("Vocabulary", &VOCABULARY))],
                TEXT,
            ),
        )],
        TEXT,
    ),
)];

const VOCABULARY: Shape = Shape::Object(
    &[
        ("type", "type", Shape::Text),
        (
            "VocabularyElementList",
            "vocabularyElementList",
            Shape::List("VocabularyElement", &VOCABULARY_ELEMENT),
        ),
    ],
    TEXT,
);
const VOCABULARY_ELEMENT: Shape = Shape::Object(
    &[
        ("id", "id", Shape::Text),
        ("attribute", "attributes", Shape::Many(&Shape::Object(&[("id", "id", Shape::Text)], "attribute"))),
        ("children", "children", Shape::List("id", &Shape::Text)),
    ],
    TEXT,
);

/// The field of a name.
pub(super) fn field(fields: &'static [Field], name: &str) -> Option<&'static Field> {
    fields.iter().find(|(xml, ..)| *xml == name)
}
