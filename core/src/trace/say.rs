//! Open questions in words.

use super::answer::quantity_text;
use super::book::Gap;
use super::flow::Flow;
use super::links::{NONE, NodeKind};
use super::record::{Base, Kind};
use crate::error::{Code, Error};
use crate::wire::v1;

impl Flow {
    /// What is counted in a node: in a run what its inputs count, else what the record says.
    fn counted(&self, node: u32, record: u32) -> Base {
        let node = self.book.links.nodes.get(super::at(node)).filter(|node| node.kind == NodeKind::Run);
        let run = node.and_then(|node| self.book.runs.get(super::at(node.key))).and_then(|run| run.base);
        run.or(self.book.record(record).map(|record| record.base)).unwrap_or(Base::Mass)
    }

    /// A gap as a finding at its record.
    pub(super) fn finding(&self, gap: &Gap, files: &[String]) -> v1::TraceFinding {
        let record = self.book.record(gap.record);
        let text = |number: Option<u32>| number.map_or("", |number| self.book.movements.text(number));
        let base = self.counted(gap.node, gap.record);
        let quantity = if gap.amount == 0 { String::new() } else { quantity_text(gap.amount, base) };
        let run = self.book.links.nodes.get(super::at(gap.node)).filter(|node| node.kind == NodeKind::Run);
        let run = run.and_then(|node| self.book.runs.get(super::at(node.key))).map(|run| run.name);
        let run = text(run.or(record.map(|record| record.run)));
        let lot = text(record.map(|record| record.lot));
        let unit = unit_name(base);
        let of = |what: &str, name: &str| {
            if name.is_empty() { String::new() } else { format!(" of {what} `{name}`") }
        };
        let item = text(record.map(|record| record.item));
        let named = if lot.is_empty() { of("item", item) } else { of("lot", lot) };
        let message = match gap.code {
            Code::AboveStock => format!("{quantity} {unit}{named} are taken beyond what is there"),
            Code::TakenBeforeMade => {
                format!("{quantity} {unit}{named} are taken before anything of it came in")
            }
            Code::OutputBeforeInput => format!("run `{run}` gives before it takes in"),
            Code::OutputAboveInput => format!("run `{run}` gives {quantity} {unit} more than it takes in"),
            Code::Unbalanced => {
                format!("run `{run}`: {quantity} {unit} of the inputs are neither output nor measured loss")
            }
            Code::UnknownQuantity => format!("the record{named} does not say how much"),
            Code::MissingParent => match run {
                "" => format!("nothing says what the output{named} was made from"),
                run => format!("run `{run}` gives and takes nothing in"),
            },
            Code::MissingRun => format!("nothing says into which run the issue{named} went"),
            Code::RunWithoutOutput => format!("run `{run}` takes in {quantity} {unit} and gives nothing"),
            Code::LotNotNamed if record.is_some_and(|record| record.kind == Kind::Return) => {
                format!("{quantity} {unit}{named} come back, and several lots of it were delivered")
            }
            Code::LotNotNamed => {
                format!("{quantity} {unit}{named} are taken, and the store holds several lots of it")
            }
            Code::DuplicateRecord => {
                format!("record `{}` stands twice", text(record.map(|record| record.id)))
            }
            Code::RecordConflict => {
                format!(
                    "record `{}` stands before with another content",
                    text(record.map(|record| record.id))
                )
            }
            Code::VoidOfNothing => {
                format!("there is no record `{}` to take back", text(record.map(|record| record.id)))
            }
            Code::CircularContainment => {
                format!("container `{}` would be inside of itself", text(record.map(|record| record.to_lot)))
            }
            Code::NotInContainer => {
                let outer = text(record.map(|record| record.to_lot));
                format!("what is taken out of container `{outer}` is not in it")
            }
            Code::ReturnedAboveDelivered if quantity.is_empty() => {
                format!("the container{named} comes back and was not delivered")
            }
            Code::ReturnedAboveDelivered => {
                format!("{quantity} {unit}{named} come back beyond what was delivered")
            }
            Code::ReturnOfSeveral => {
                format!("{quantity} {unit}{named} come back, of which several versions were delivered")
            }
            Code::UnitWeightMissing => match run {
                "" => format!("item `{item}` is counted in pieces and in other units"),
                run => {
                    format!("inputs and outputs of run `{run}` are counted in units that cannot be compared")
                }
            },
            Code::SameTime => format!("the record{named} waits for one of the same time further down"),
            Code::TiedOrder => {
                format!("receipts and issues{named} at one time: the order of the records decides")
            }
            Code::NoExternalSource => "a loop takes in nothing from outside".to_owned(),
            Code::AllocationMissing => {
                format!("run `{run}` gives several items, and nothing says how they share carbon")
            }
            Code::CompositionUnbalanced => {
                format!("run `{run}`: the declared composition does not give the quantities of the outputs")
            }
            Code::MissingValue => "a packing names no container".to_owned(),
            _ => "a loop has more runs and lots than are solved exactly".to_owned(),
        };
        let error = Error::new(gap.code, message);
        let place = record.map(|record| record.evidence).filter(|_| gap.record != NONE).unwrap_or_default();
        v1::TraceFinding {
            file: files.get(super::at(place.file)).cloned().unwrap_or_default(),
            row: place.row.into(),
            severity: gap.severity.as_str().into(),
            code: gap.code.as_str().into(),
            column: String::new(),
            lot: lot.into(),
            run: run.into(),
            quantity,
            message: error.message().into(),
            help: error.help().into(),
        }
    }
}

/// `kg`, `item`, `L`.
pub(super) const fn unit_name(base: Base) -> &'static str {
    match base {
        Base::Mass => "kg",
        Base::Pieces | Base::Things => "item",
        Base::Volume => "L",
        Base::Length => "m",
        Base::Area => "m2",
    }
}
