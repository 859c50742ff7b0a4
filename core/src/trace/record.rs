//! Movements of goods: the one model that stock cards, JSON and EPCIS events are turned into.

use super::names::Keys;
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::supply::Names;

/// What happened to a quantity of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// In stock when the books open; its origin is what the record says of it.
    Opening,
    /// Came in from outside: `party` is the supplier.
    Receive,
    /// Went from stock into the run named by `run`.
    Consume,
    /// Came out of the run into stock.
    Produce,
    /// Was lost in the run, and measured.
    Lose,
    /// Went to another store (`to_store`), or into another lot (`to_lot`).
    Move,
    /// Left: `party` is the customer.
    Ship,
    /// Came back: `party` is the customer. A lot that comes back is what it was when it left.
    Return,
    /// Went back: `party` is the supplier.
    SendBack,
    /// Was scrapped from stock.
    Scrap,
    /// More than booked was counted: it came from nowhere that is known.
    Gain,
    /// Less than booked was counted.
    Shrink,
    /// Was put into the container `to_lot`.
    Pack,
    /// Was taken out of the container `to_lot`; without a lot, everything was.
    Unpack,
    /// The records with this `id` never happened.
    Void,
}

impl Kind {
    /// Every kind, in the order of their definition.
    pub const ALL: [Kind; 15] = [
        Kind::Opening,
        Kind::Receive,
        Kind::Consume,
        Kind::Produce,
        Kind::Lose,
        Kind::Move,
        Kind::Ship,
        Kind::Return,
        Kind::SendBack,
        Kind::Scrap,
        Kind::Gain,
        Kind::Shrink,
        Kind::Pack,
        Kind::Unpack,
        Kind::Void,
    ];

    /// `receive`, `consume`, `produce` …
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Opening => "opening",
            Kind::Receive => "receive",
            Kind::Consume => "consume",
            Kind::Produce => "produce",
            Kind::Lose => "lose",
            Kind::Move => "move",
            Kind::Ship => "ship",
            Kind::Return => "return",
            Kind::SendBack => "send_back",
            Kind::Scrap => "scrap",
            Kind::Gain => "gain",
            Kind::Shrink => "shrink",
            Kind::Pack => "pack",
            Kind::Unpack => "unpack",
            Kind::Void => "void",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// What a quantity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// Milligrams.
    Mass,
    /// Pieces.
    Pieces,
    /// Microlitres.
    Volume,
    /// Micrometres.
    Length,
    /// Square millimetres.
    Area,
    /// Pieces of one item, which say nothing of pieces of another: one reel becomes forty parts.
    Things,
}

impl Base {
    /// What quantities of one item must have in common.
    pub(super) const fn way(self) -> u32 {
        match self {
            Base::Mass => 0,
            Base::Pieces | Base::Things => 1,
            Base::Volume => 2,
            Base::Length => 3,
            Base::Area => 4,
        }
    }
}

/// Where a record stands in the input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// Number of the file, from zero.
    pub file: u32,
    /// Row as a spreadsheet counts it, or number of the event from 1.
    pub row: u32,
}

/// One record: a quantity of one lot that came, went or changed.
///
/// Texts that do not apply are empty. Lots are told apart by store, item and lot; containers by their lot alone.
/// A run (a production order, a `transformationID`) is one transformation, however many records it has and whenever
/// they were written: each of its inputs is in each of its outputs.
#[derive(Clone, Copy, Debug)]
pub struct Movement<'a> {
    /// Identifier of the record: equal ones count once, and `void` refers to it.
    pub id: &'a str,
    /// What happened.
    pub kind: Kind,
    /// When: milliseconds since 1970-01-01 UTC; of a day without a time its beginning.
    pub time: i64,
    /// Where it happened.
    pub store: &'a str,
    /// Where a moved quantity goes; empty = the same store.
    pub to_store: &'a str,
    /// What it is.
    pub item: &'a str,
    /// Which lot; empty where the stock policy of the store says which is taken.
    pub lot: &'a str,
    /// The lot that a moved quantity goes into, or the container; empty = the same lot.
    pub to_lot: &'a str,
    /// Base units; `None` is unknown, which is neither zero nor one.
    pub quantity: Option<i128>,
    /// What the quantity counts.
    pub base: Base,
    /// Production order or `transformationID`.
    pub run: &'a str,
    /// What is done in the run, as rules name it.
    pub process: &'a str,
    /// Supplier of what comes in or goes back, customer of what goes out or comes back.
    pub party: &'a str,
    /// Country of origin.
    pub country: &'a str,
    /// The supplier's lot: heat, melt, batch.
    pub heat: &'a str,
    /// Plot, farm or mine.
    pub plot: &'a str,
    /// Goods-received note, issue note, invoice.
    pub document: &'a str,
    /// Where it was, told beside the store: lots are not told apart by it.
    pub place: &'a str,
    /// Milligrams of CO2 equivalent: of the whole quantity that comes in; of consume and produce, what the run adds.
    pub carbon: Option<i128>,
    /// Where the record stands.
    pub evidence: Evidence,
}

impl Default for Movement<'_> {
    fn default() -> Self {
        Movement {
            id: "",
            kind: Kind::Receive,
            time: 0,
            store: "",
            to_store: "",
            item: "",
            lot: "",
            to_lot: "",
            quantity: None,
            base: Base::Mass,
            run: "",
            process: "",
            party: "",
            country: "",
            heat: "",
            plot: "",
            document: "",
            place: "",
            carbon: None,
            evidence: Evidence::default(),
        }
    }
}

/// A record with numbers for its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) kind: Kind,
    pub(super) base: Base,
    pub(super) id: u32,
    pub(super) time: i64,
    pub(super) store: u32,
    pub(super) to_store: u32,
    pub(super) item: u32,
    pub(super) lot: u32,
    pub(super) to_lot: u32,
    pub(super) quantity: Option<i128>,
    pub(super) run: u32,
    pub(super) process: u32,
    pub(super) carbon: Option<i128>,
    /// Party, country, heat, plot, document, place.
    pub(super) about: u32,
    pub(super) evidence: Evidence,
}

/// What is said of where goods come from or go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct About {
    pub(super) party: u32,
    pub(super) country: u32,
    pub(super) heat: u32,
    pub(super) plot: u32,
    pub(super) document: u32,
    pub(super) place: u32,
}

/// Records in the order in which they came, each text once.
///
/// # Example
/// ```
/// use emitrace::trace::{Kind, Movement, Movements};
///
/// let mut movements = Movements::default();
/// let coil = Movement { kind: Kind::Receive, lot: "C1", quantity: Some(600), country: "CN", ..Movement::default() };
/// movements.push(&coil)?;
/// assert_eq!(movements.len(), 1);
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Movements {
    pub(super) records: Vec<Record>,
    pub(super) names: Names,
    pub(super) abouts: Vec<About>,
    about_keys: Keys<About>,
    /// Lots that are containers, whether or not something is in them yet.
    pub(super) containers: Vec<u32>,
    most: usize,
}

impl Default for Movements {
    fn default() -> Movements {
        Movements::new(&Limits::default())
    }
}

impl Movements {
    /// No records; `limits.trace_records` bounds them.
    pub fn new(limits: &Limits) -> Movements {
        let mut names = Names::default();
        // The empty text is number 0.
        let _ = names.add("");
        Movements {
            records: Vec::new(),
            names,
            abouts: vec![About::default()],
            about_keys: Keys::default(),
            containers: Vec::new(),
            most: limits.trace_records,
        }
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Takes a record in. Memory per record is some 160 bytes, and its new texts.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED`, `NEGATIVE_QUANTITY`.
    pub fn push(&mut self, movement: &Movement<'_>) -> Result<(), Error> {
        if movement.quantity.is_some_and(|quantity| quantity < 0)
            || movement.carbon.is_some_and(|carbon| carbon < 0)
        {
            return Err(Error::new(Code::NegativeQuantity, "a record moves less than nothing").with_help(
                "write what went the other way as a record of the other kind, or void the wrong one",
            ));
        }
        let about = About {
            party: self.number(movement.party),
            country: self.number(movement.country),
            heat: self.number(movement.heat),
            plot: self.number(movement.plot),
            document: self.number(movement.document),
            place: self.number(movement.place),
        };
        let record = Record {
            kind: movement.kind,
            base: movement.base,
            id: self.number(movement.id),
            time: movement.time,
            store: self.number(movement.store),
            to_store: self.number(movement.to_store),
            item: self.number(movement.item),
            lot: self.number(movement.lot),
            to_lot: self.number(movement.to_lot),
            quantity: movement.quantity,
            run: self.number(movement.run),
            process: self.number(movement.process),
            carbon: movement.carbon,
            about: self.about_number(about),
            evidence: movement.evidence,
        };
        self.add(record)
    }

    /// The number of a text; the empty one is 0.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        match text {
            "" => 0,
            text => self.names.add(text).unwrap_or_else(|known| known),
        }
    }

    /// The number of what is said.
    pub(super) fn about_number(&mut self, about: About) -> u32 {
        if about == About::default() {
            return 0;
        }
        let next = u32::try_from(self.abouts.len()).unwrap_or(u32::MAX);
        let number = *self.about_keys.entry(about).or_insert(next);
        if number == next {
            self.abouts.push(about);
        }
        number
    }

    /// A lot is a container, though it may be empty.
    pub(super) fn container(&mut self, lot: u32) {
        self.containers.push(lot);
    }

    /// Takes a record in whose texts are numbers of these movements.
    pub(super) fn add(&mut self, record: Record) -> Result<(), Error> {
        if self.records.len() >= self.most {
            let message = format!("more than {} records", self.most);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        self.records.push(record);
        Ok(())
    }

    pub(super) fn text(&self, number: u32) -> &str {
        self.names.text(number)
    }

    pub(super) fn about(&self, record: &Record) -> About {
        self.abouts.get(super::at(record.about)).copied().unwrap_or_default()
    }
}
