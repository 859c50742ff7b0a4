//! `emitrace supplier`: how far suppliers are, one or many, what is asked of it, its size, its audits.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::factor::Catalog;
use emitrace::report::{
    supplier_base_html, supplier_base_table, supplier_html, supplier_region_html, supplier_region_table,
    supplier_table,
};
use emitrace::wire::v1::{
    EcovadisRequest, EcovadisThemes, ProfileFact, RbaFindings, RbaVapRequest, SupplierBaseRequest,
    SupplierRequest, SupplierSetsAnswer, SupplierSizeRequest, VdaPotentialRequest, VdaRequest, canonical,
};
use emitrace::{Code, Error, supplier};

use crate::again::Again;
use crate::inputs;
use crate::trace::{Output, Table, code, document, tell};

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Say which requirements are met, how far the supplier is, and what to do next.
    Assess(Box<Assess>),
    /// Say who of many suppliers meets what, ranked with reasons, and where the gaps are.
    Base(Box<Many>),
    /// Say where the suppliers of a region stand, in groups that are large enough, without naming one.
    Region(Box<Many>),
    /// List the sets of requirements, or show one as JSON to make one of your own from.
    Sets(Sets),
    /// Say whether an enterprise in Viet Nam is micro, small, medium or large.
    Size(Size),
    /// Degree of conformity and grade of a process audit by VDA 6.3 from its ratings.
    Vda63(Vda),
    /// The verdict of a potential analysis by VDA 6.3 from its ratings: green, yellow or red.
    Vda63Potential(Potential),
    /// Score, colour and recognition of an audit by the Responsible Business Alliance (VAP) from its counts.
    RbaVap(Rba),
    /// The medal that a scorecard of EcoVadis stands for; it follows from the percentile, never from a score.
    EcovadisMedal(Ecovadis),
}

/// What is asked, and when.
#[derive(clap::Args)]
struct Asked {
    /// The set of requirements (else that of the request)
    #[arg(long, value_name = "SET")]
    set: Option<String>,
    /// The day on which things hold, e.g. 2026-11-21 (else that of the request)
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    /// For how many days to look ahead (else as the set says)
    #[arg(long, value_name = "DAYS")]
    ahead: Option<String>,
}

impl Asked {
    /// Puts what was said in the place of what the request says; whether a set was named.
    fn put(&self, set: &mut String, as_of: &mut String, ahead: &mut String) -> bool {
        for (said, field) in [(&self.set, set), (&self.as_of, as_of), (&self.ahead, ahead)] {
            if let Some(said) = said {
                field.clone_from(said);
            }
        }
        self.set.is_some()
    }
}

#[derive(clap::Args)]
pub(crate) struct Assess {
    /// What is known of the supplier: the request of the method `supplier.assess` (JSON); `-` reads standard input
    request: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
    /// Evidence (CSV or XLSX), instead of or beside that of the request
    #[arg(long, value_name = "FILE")]
    evidence: Option<PathBuf>,
    /// An answer of this program that is evidence: an inventory, an energy account, a sustainability report, a report of a
    /// framework, an operator's report of CBAM (JSON, repeatable)
    #[arg(long = "answer", value_name = "FILE")]
    answers: Vec<PathBuf>,
    /// Something that is known of the supplier, as NAME=VALUE (repeatable)
    #[arg(long = "profile", value_name = "NAME=VALUE")]
    profile: Vec<String>,
    /// A site of the supplier (repeatable)
    #[arg(long = "site", value_name = "SITE")]
    sites: Vec<String>,
    #[command(flatten)]
    table: Table,
    #[command(flatten)]
    again: Again,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Many {
    /// What is asked, and of whom: the request of the method `supplier.base` (JSON); `-` reads standard input
    request: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
    /// Suppliers (CSV or XLSX), one a row: id, name, sites, and facts of the profile
    #[arg(long, value_name = "FILE")]
    suppliers: Option<PathBuf>,
    /// Evidence of them all (CSV or XLSX), with a column `supplier`
    #[arg(long, value_name = "FILE")]
    evidence: Option<PathBuf>,
    /// Who is wanted, e.g. "sector == stamping and employees >= 50" (else everybody)
    #[arg(long, value_name = "CONDITION")]
    wanted: Option<String>,
    /// A fact by which suppliers are counted together (repeatable)
    #[arg(long = "group-by", value_name = "FACT")]
    group_by: Vec<String>,
    /// The fewest suppliers of a group that is shown (`region` needs it)
    #[arg(long, value_name = "COUNT")]
    min_group: Option<String>,
    #[command(flatten)]
    table: Table,
    #[command(flatten)]
    again: Again,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Sets {
    /// Identifier of one set (else all are listed)
    set: Option<String>,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Size {
    /// A (agriculture, forestry, fishery; industry, construction) or B (trade, services)
    #[arg(long)]
    group: String,
    /// Employees with social insurance, average of the year
    #[arg(long)]
    employees: String,
    /// Revenue of the year in VND
    #[arg(long, default_value = "", hide_default_value = true)]
    revenue_vnd: String,
    /// Capital in VND
    #[arg(long, default_value = "", hide_default_value = true)]
    capital_vnd: String,
}

#[derive(clap::Args)]
pub(crate) struct Vda {
    /// The ratings: the request of the method `supplier.vda63` (JSON); `-` reads standard input
    request: PathBuf,
}

#[derive(clap::Args)]
pub(crate) struct Potential {
    /// Questions that are rated yellow
    #[arg(long, value_name = "COUNT")]
    yellow: u64,
    /// Questions that are rated red
    #[arg(long, value_name = "COUNT")]
    red: u64,
}

#[derive(clap::Args)]
pub(crate) struct Rba {
    /// Questions that conform
    #[arg(long, value_name = "COUNT")]
    conformance: u64,
    /// Questions with a risk of nonconformance
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    risk: u64,
    /// Count a risk as conformance, as in newer protocols
    #[arg(long)]
    risk_conforms: bool,
    /// Priority, major and minor findings
    #[arg(long, value_name = "PRIORITY,MAJOR,MINOR", default_values = ["0", "0", "0"], num_args = 1, value_delimiter = ',')]
    findings: Vec<u64>,
    /// How many of them are closed
    #[arg(long, value_name = "PRIORITY,MAJOR,MINOR", default_values = ["0", "0", "0"], num_args = 1, value_delimiter = ',')]
    closed: Vec<u64>,
    /// Questions that do not apply
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    not_applicable: u64,
    /// The last day of the audit: 2026-03-01
    #[arg(long, value_name = "DAY", default_value = "", hide_default_value = true)]
    audited: String,
}

#[derive(clap::Args)]
pub(crate) struct Ecovadis {
    /// The percentile that the scorecard states
    #[arg(long, default_value = "", hide_default_value = true)]
    percentile: String,
    /// The scores of environment, labor and human rights, ethics, sustainable procurement: 70,60,50,40
    #[arg(long, value_name = "E,L,T,P", num_args = 1, value_delimiter = ',')]
    themes: Vec<String>,
    /// The overall score; it decides nothing
    #[arg(long, default_value = "", hide_default_value = true)]
    score: String,
    /// When it was published: 2026-03-01
    #[arg(long, value_name = "DAY", default_value = "", hide_default_value = true)]
    published: String,
    /// The day of the question
    #[arg(long, value_name = "DAY", default_value = "", hide_default_value = true)]
    as_of: String,
}

/// `1,4,3`
fn findings(flag: &str, counts: &[u64]) -> Result<RbaFindings, Error> {
    match *counts {
        [priority, major, minor] => Ok(RbaFindings { priority, major, minor }),
        _ => Err(Error::new(Code::BadRequest, format!("--{flag} has {} counts", counts.len()))
            .with_help("write three counts: priority, major, minor")),
    }
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Assess(arguments) => assess(arguments),
        Command::Base(arguments) => {
            let (request, catalog) = many(arguments)?;
            if arguments.again.asked() {
                let print = arguments.output.again();
                return arguments.again.run(&catalog, "supplier.base", &request, &print);
            }
            let answer = supplier::base(&catalog, &request)?;
            arguments.output.print(&answer, supplier_base_table, supplier_base_html)?;
            answer.findings.iter().chain(&answer.evidence_findings).for_each(tell);
            Ok(code(answer.result.asked.excluded == 0))
        }
        Command::Region(arguments) => {
            let (request, catalog) = many(arguments)?;
            if arguments.again.asked() {
                let print = arguments.output.again();
                return arguments.again.run(&catalog, "supplier.region", &request, &print);
            }
            let answer = supplier::region(&catalog, &request)?;
            arguments.output.print(&answer, supplier_region_table, supplier_region_html)?;
            Ok(code(answer.result.asked.excluded == 0))
        }
        Command::Sets(arguments) => sets(arguments),
        Command::Size(arguments) => size(arguments),
        Command::Vda63(arguments) => {
            let request: VdaRequest = document(&arguments.request)?;
            let answer = supplier::vda63(&request)?;
            println!("{}", canonical(&answer)?);
            Ok(code(answer.grade == "A" || answer.grade == "B"))
        }
        Command::Vda63Potential(Potential { yellow, red }) => {
            let answer = supplier::potential(&VdaPotentialRequest { yellow: *yellow, red: *red });
            println!("{}", canonical(&answer)?);
            Ok(code(answer.verdict != "red"))
        }
        Command::RbaVap(arguments) => {
            let answer = supplier::rba_vap(&RbaVapRequest {
                conformance: arguments.conformance,
                risk: arguments.risk,
                risk_conforms: arguments.risk_conforms,
                findings: findings("findings", &arguments.findings)?,
                closed: findings("closed", &arguments.closed)?,
                not_applicable: arguments.not_applicable,
                audited: arguments.audited.clone(),
            })?;
            println!("{}", canonical(&answer)?);
            Ok(code(answer.colour != "red"))
        }
        Command::EcovadisMedal(arguments) => {
            let answer = supplier::ecovadis_medal(&ecovadis(arguments))?;
            println!("{}", canonical(&answer)?);
            Ok(code(answer.valid && !answer.medal.is_empty()))
        }
    }
}

fn ecovadis(arguments: &Ecovadis) -> EcovadisRequest {
    // A theme that is not given stays empty, and is asked for by name.
    let theme = |at: usize| arguments.themes.get(at).cloned().unwrap_or_default();
    EcovadisRequest {
        percentile: arguments.percentile.clone(),
        themes: EcovadisThemes {
            environment: theme(0),
            labor_and_human_rights: theme(1),
            ethics: theme(2),
            sustainable_procurement: theme(3),
        },
        score: arguments.score.clone(),
        published: arguments.published.clone(),
        as_of: arguments.as_of.clone(),
    }
}

fn assess(arguments: &Assess) -> Result<ExitCode, Error> {
    let mut request: SupplierRequest = match &arguments.request {
        Some(path) => document(path)?,
        None => SupplierRequest::default(),
    };
    if arguments.asked.put(&mut request.set, &mut request.as_of, &mut request.horizon_days) {
        request.requirements = None;
    }
    request.sites.extend(arguments.sites.iter().cloned());
    for fact in &arguments.profile {
        let (name, value) = fact.split_once('=').ok_or_else(|| {
            Error::new(Code::BadRequest, format!("`{fact}` is not NAME=VALUE"))
                .with_help("write e.g. --profile employees=80")
                .at("--profile")
        })?;
        request.profile.push(ProfileFact { name: name.into(), value: value.into() });
    }
    for answer in &arguments.answers {
        request.answers.push(inputs::text(answer)?);
    }
    if let Some(evidence) = &arguments.evidence {
        request.table = Some(arguments.table.input(evidence)?);
    }
    let output = &arguments.output;
    let catalog = output.catalog(&request.packs)?;
    if arguments.again.asked() {
        return arguments.again.run(&catalog, "supplier.assess", &request, &output.again());
    }
    let answer = supplier::assess(&catalog, &request)?;
    output.print(&answer, supplier_table, supplier_html)?;
    answer.findings.iter().for_each(tell);
    Ok(code(answer.result.score.ready && answer.result.excluded == 0))
}

/// The request of the file, with what the command says in its place.
fn many(arguments: &Many) -> Result<(SupplierBaseRequest, Catalog), Error> {
    let mut request: SupplierBaseRequest = match &arguments.request {
        Some(path) => document(path)?,
        None => SupplierBaseRequest::default(),
    };
    if arguments.asked.put(&mut request.set, &mut request.as_of, &mut request.horizon_days) {
        request.requirements = None;
    }
    request.wanted = arguments.wanted.clone().unwrap_or(request.wanted);
    request.min_group = arguments.min_group.clone().unwrap_or(request.min_group);
    request.group_by.extend(arguments.group_by.iter().cloned());
    for (file, table) in
        [(&arguments.suppliers, &mut request.table), (&arguments.evidence, &mut request.evidence)]
    {
        if let Some(path) = file {
            *table = Some(arguments.table.input(path)?);
        }
    }
    let catalog = arguments.output.catalog(&request.packs)?;
    Ok((request, catalog))
}

fn sets(arguments: &Sets) -> Result<ExitCode, Error> {
    let catalog = inputs::catalog(&arguments.factors)?;
    let Some(wanted) = &arguments.set else {
        for (pack, set) in catalog.requirement_sets() {
            println!("{}  {} ({} requirements)", set.id, pack.title, set.requirements.len());
        }
        return Ok(ExitCode::SUCCESS);
    };
    let sets = catalog.requirement_sets().filter(|(_, set)| set.id == *wanted).map(|(_, set)| set.clone());
    let answer = SupplierSetsAnswer { sets: sets.take(1).collect() };
    let Some(set) = answer.sets.first() else {
        return Err(Error::new(Code::UnknownValue, format!("no loaded pack is the set `{wanted}`"))
            .with_help("`emitrace supplier sets` lists them"));
    };
    println!("{}", canonical(set)?);
    Ok(ExitCode::SUCCESS)
}

fn size(arguments: &Size) -> Result<ExitCode, Error> {
    let answer = supplier::size(
        &inputs::catalog(&[])?,
        &SupplierSizeRequest {
            group: arguments.group.clone(),
            employees: arguments.employees.clone(),
            revenue_vnd: arguments.revenue_vnd.clone(),
            capital_vnd: arguments.capital_vnd.clone(),
            packs: Vec::new(),
        },
    )?;
    if answer.size.is_empty() {
        println!("not decided: give {} ({})", answer.missing.join(" or "), answer.source);
        return Ok(ExitCode::from(1));
    }
    println!("{} ({})", answer.size, answer.source);
    Ok(ExitCode::SUCCESS)
}
