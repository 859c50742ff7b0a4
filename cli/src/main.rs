//! The `emitrace` command: a thin user of the core.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its user")]

mod again;
mod bundle;
mod call;
mod cbam;
mod cbam_import;
mod cbam_quarterly;
mod compare;
mod credential;
mod disclosure;
mod energy;
mod events;
mod explain;
mod facility;
mod factors;
mod footprint;
mod framework;
mod identify;
mod import;
mod inputs;
mod inventory;
mod lots;
mod merge;
mod methods;
mod report;
mod scope2;
mod supplier;
mod supply;
mod trace;
mod uncertainty;
mod units;
mod verify;
mod years;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use emitrace::{Code, Error};

/// Exact, explained greenhouse-gas inventories from a company's ledger. Works offline.
///
/// Exit code: 0 done and every row is in the result; 1 done, but rows are missing from the result (the findings
/// say which and why); 2 not done.
#[derive(Parser)]
#[command(name = "emitrace", version, max_term_width = 110)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compute the inventory of a ledger (CSV, workbook, JSON lines).
    Inventory(inventory::Arguments),
    /// Show how one line of a ledger was computed, down to the cell of the source.
    Explain(explain::Arguments),
    /// Say how sure the inventory of a ledger is: IPCC approach 1, or 2 (Monte Carlo) beside it.
    Uncertainty(uncertainty::Arguments),
    /// Say how good the data behind the inventory of a ledger are.
    Quality(uncertainty::QualityArguments),
    /// The energy that a ledger uses, by carrier, renewable or not, in MWh and GJ.
    Energy(Box<energy::Arguments>),
    /// Bought electricity: load and generation matched by the hour, claims on instruments.
    #[command(subcommand)]
    Scope2(scope2::Command),
    /// What the law asks of a facility: report, duties, TOE, quota, the factor of bought steam.
    #[command(subcommand)]
    Facility(facility::Command),
    /// The carbon border adjustment mechanism of the EU (CBAM): what an installation's goods carry.
    #[command(subcommand)]
    Cbam(cbam::Command),
    /// Networks of processes: what each good carries, loops included, with a certified bound.
    #[command(subcommand)]
    Supply(supply::Command),
    /// Footprints of products as PACT exchanges them: check, migrate, compute, tables.
    #[command(subcommand)]
    Footprint(footprint::Command),
    /// Read identifiers of things and places: Digital Links, EPC URNs, element strings, codes of your own.
    Identify(identify::Arguments),
    /// Rules of origin of trade agreements: whether a product meets the arithmetic of its rule.
    #[command(subcommand)]
    Origin(trace::Origin),
    /// Chain of custody: ledgers of credits under the rules of a scheme.
    #[command(subcommand)]
    Custody(trace::Custody),
    /// The deforestation regulation of the EU: plots, statements, reference numbers.
    #[command(subcommand)]
    Eudr(trace::Eudr),
    /// The public page of a lot with the ten data of Circular 02/2024/TT-BKHCN.
    LotPage(trace::LotPage),
    /// Lots from stock cards: what they are made of, where they come from, where they went.
    #[command(subcommand)]
    Trace(lots::Command),
    /// Events of EPCIS (JSON, XML): read, hash, write.
    #[command(subcommand)]
    Events(events::Command),
    /// How far a supplier is: what is asked, what it can show, what is missing, what to do next.
    #[command(subcommand)]
    Supplier(supplier::Command),
    /// Sustainability reports (VSME): the form, filling it, what is missing, Inline XBRL.
    #[command(subcommand)]
    Disclosure(disclosure::Command),
    /// What frameworks ask for (ISO 14064-1, GHG Protocol, ESRS, GRI, IFRS S2, Viet Nam), out of an inventory.
    #[command(subcommand)]
    Framework(framework::Command),
    /// Look into the factor packs.
    #[command(subcommand)]
    Factors(factors::Command),
    /// Write a computed inventory (JSON) as table, CSV or HTML.
    Report(Box<report::Arguments>),
    /// Add inventories (JSON) that were computed for parts of one ledger.
    Merge(merge::Arguments),
    /// List the calculation methods that rows may name, or show the columns of one.
    Methods(methods::Arguments),
    /// Compare two ledgers or two inventories: what changed, by how much, because of what.
    Diff(Box<compare::Arguments>),
    /// Decide whether a base year is recalculated, and recalculate it.
    BaseYear(Box<years::BaseYear>),
    /// Divide the emissions of years by what was made, earned or used.
    Intensity(years::Intensity),
    /// Draw pathways to targets and measure years against them.
    Targets(years::Targets),
    /// Seal statements about lots into a bundle that can be shown in part.
    #[command(subcommand)]
    Bundle(bundle::Command),
    /// Sign a credential as a token (vc+jwt).
    Credential(credential::Arguments),
    /// Check the seal of a document, a bundle or a credential.
    Verify(verify::Arguments),
    /// Convert a quantity exactly, e.g. `emitrace convert 12.5 tấn kg`.
    Convert(units::Arguments),
    /// Answer a JSON request from standard input: the door that all languages share.
    Call(call::Arguments),
}

fn main() -> ExitCode {
    let command = Arguments::parse().command;
    // A defect of the engine is told like any other error: the place for the developers, a sentence for the user.
    let outcome = catch_unwind(AssertUnwindSafe(|| run(&command)))
        .unwrap_or_else(|_| Err(Error::new(Code::Internal, "the engine stopped; the line above says where")));
    outcome.unwrap_or_else(|error| {
        tell(&error);
        ExitCode::from(2)
    })
}

fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Inventory(arguments) => inventory::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Uncertainty(arguments) => uncertainty::run(arguments),
        Command::Quality(arguments) => uncertainty::quality(arguments),
        Command::Energy(arguments) => energy::run(arguments),
        Command::Scope2(command) => scope2::run(command),
        Command::Facility(command) => facility::run(command),
        Command::Cbam(command) => cbam::run(command),
        Command::Supply(command) => supply::run(command),
        Command::Footprint(command) => footprint::run(command),
        Command::Identify(arguments) => identify::run(arguments),
        Command::Origin(command) => trace::origin(command),
        Command::Custody(command) => trace::custody(command),
        Command::Eudr(command) => trace::eudr(command),
        Command::LotPage(arguments) => trace::lot_page(arguments),
        Command::Trace(command) => lots::run(command),
        Command::Events(command) => events::run(command),
        Command::Supplier(command) => supplier::run(command),
        Command::Framework(command) => framework::run(command),
        Command::Disclosure(command) => disclosure::run(command),
        Command::Factors(command) => factors::run(command),
        Command::Report(arguments) => report::run(arguments),
        Command::Merge(arguments) => merge::run(arguments),
        Command::Methods(arguments) => methods::run(arguments),
        Command::Diff(arguments) => compare::run(arguments),
        Command::BaseYear(arguments) => years::base_year(arguments),
        Command::Intensity(arguments) => years::intensity(arguments),
        Command::Targets(arguments) => years::targets(arguments),
        Command::Bundle(command) => bundle::run(command),
        Command::Credential(arguments) => credential::run(arguments),
        Command::Verify(arguments) => verify::run(arguments),
        Command::Convert(arguments) => units::run(arguments),
        Command::Call(arguments) => Ok(call::run(arguments)),
    }
}

/// An error as people read it.
fn tell(error: &Error) {
    let place = if error.path().is_empty() { String::new() } else { format!(" ({})", error.path()) };
    eprintln!("error {error}{place}");
    eprintln!("  help: {}", error.help());
}
