//! One door for all languages: a method's name and a JSON request in, canonical JSON out.
//!
//! Everything that the engine can do is behind it, so a binding needs no code for a new capability and every
//! surface gives the same bytes.

#[cfg(feature = "every-method")]
mod cbam_embedded;
#[cfg(feature = "every-method")]
mod cbam_import;
#[cfg(feature = "every-method")]
mod compare;
#[cfg(feature = "every-method")]
mod disclosure;
#[cfg(feature = "every-method")]
mod document;
#[cfg(feature = "every-method")]
mod energy;
#[cfg(feature = "every-method")]
mod events;
#[cfg(feature = "every-method")]
mod evidence;
mod factors;
#[cfg(feature = "every-method")]
mod footprint;
#[cfg(feature = "every-method")]
mod framework;
#[cfg(feature = "every-method")]
mod identify;
mod ledger;
#[cfg(feature = "every-method")]
mod lots;
mod methods;
mod numbers;
mod organisation;
#[cfg(feature = "every-method")]
mod regulation;
#[cfg(feature = "every-method")]
mod scope2;
#[cfg(feature = "every-method")]
mod seal;
#[cfg(feature = "every-method")]
mod supplier;
#[cfg(feature = "every-method")]
mod supply;
#[cfg(feature = "every-method")]
mod trace;
#[cfg(feature = "every-method")]
mod uncertainty;

use core::ops::ControlFlow;
use std::io::Read;

use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::gas::GwpSet;
use crate::inventory::{Dimension, Profile, Progress};
use crate::order::Order;
use crate::wire::v1::{self, canonical, read_json};

type Method = fn(&Catalog, &str) -> Result<String, Error>;

/// Methods of an inventory, by name.
const INVENTORY: &[(&str, Method)] = &[
    ("allocate", methods::allocate),
    ("apportion", numbers::apportion),
    ("capabilities", capabilities),
    ("explain", ledger::explain),
    ("factors.check", factors::check),
    ("factors.packs", factors::packs),
    ("factors.search", factors::search),
    ("factors.show", factors::show),
    ("gwp", numbers::gwp),
    ("inventory", ledger::inventory),
    ("inventory.rows", ledger::rows),
    ("ledger", ledger::ledger),
    ("merge", ledger::merge),
    ("methods", methods::methods),
    ("organisation", organisation::organisation),
    ("report", ledger::report),
    ("scope2.claims", ledger::claims),
    ("units.convert", numbers::convert),
];

/// Methods beyond it, by name: a page that computes inventories alone leaves them out.
#[cfg(feature = "every-method")]
const BEYOND: &[(&str, Method)] = &[
    ("answer.verify", document::verify_answer),
    ("base_year", compare::base_year),
    ("base_year.report", compare::base_year_report),
    ("bundle.redact", evidence::redact),
    ("bundle.seal", evidence::seal),
    ("bundle.verify", evidence::verify),
    ("cbam.calendar", cbam_import::calendar),
    ("cbam.declare", cbam_import::declare),
    ("cbam.declare.explain", cbam_import::explain),
    ("cbam.declare.explain.report", cbam_import::explain_report),
    ("cbam.declare.report", cbam_import::declare_report),
    ("cbam.embedded", cbam_embedded::embedded),
    ("cbam.embedded.report", cbam_embedded::embedded_report),
    ("cbam.explain", cbam_embedded::explain),
    ("cbam.explain.report", cbam_embedded::explain_report),
    ("cbam.figures", cbam_embedded::figures),
    ("cbam.goods", cbam_import::goods),
    ("cbam.price", cbam_import::price),
    ("cbam.quarterly", cbam_import::quarterly),
    ("cbam.quarterly.read", cbam_import::read_quarterly),
    ("cbam.quarterly.report", cbam_import::quarterly_report),
    ("cbam.report", cbam_embedded::report),
    ("cbam.report.document", cbam_embedded::report_document),
    ("cbam.scenarios", cbam_import::scenarios),
    ("cbam.scenarios.report", cbam_import::scenarios_report),
    ("cbam.template", cbam_embedded::template),
    ("cbam.template.report", cbam_embedded::template_report),
    ("cbam.values", cbam_import::values),
    ("custody.check", trace::custody),
    ("custody.report", trace::custody_report),
    ("credential.sign", seal::sign_credential),
    ("credential.verify", seal::verify_credential),
    ("diff", compare::diff),
    ("diff.report", compare::diff_report),
    ("disclosure.check", disclosure::check),
    ("disclosure.fill", disclosure::fill),
    ("disclosure.form", disclosure::form),
    ("disclosure.read", disclosure::read),
    ("disclosure.taxonomies", disclosure::taxonomies),
    ("disclosure.verify", disclosure::verify),
    ("disclosure.write", disclosure::write),
    ("energy.account", energy::account),
    ("energy.toe", regulation::toe),
    ("ets.compliance", regulation::compliance),
    ("eudr.check", trace::eudr),
    ("eudr.report", trace::eudr_report),
    ("facility_document", regulation::facility_document),
    ("facility_report", regulation::facility_report),
    ("factors.formats", factors::formats),
    ("factors.import", factors::import),
    ("footprint.check", footprint::check),
    ("footprint.compute", footprint::compute),
    ("footprint.migrate", footprint::migrate),
    ("footprint.openlca", footprint::openlca),
    ("footprint.read_sheet", footprint::read_sheet),
    ("footprint.sheet", footprint::sheet),
    ("footprint.transport", footprint::transport),
    ("footprint.view", footprint::view),
    ("framework.report", framework::report),
    ("framework.table", framework::table),
    ("intensity", compare::intensity),
    ("intensity.report", compare::intensity_report),
    ("merkle.check", evidence::check),
    ("merkle.tree", evidence::tree),
    ("lot.check", trace::lot),
    ("lot.page", trace::lot_page),
    ("obligations", regulation::obligations),
    ("origin.assess", trace::origin),
    ("origin.report", trace::origin_report),
    ("quality", uncertainty::quality),
    ("quality.report", uncertainty::quality_report),
    ("quality.weigh", uncertainty::weigh),
    ("report.chart", document::chart),
    ("report.document", document::document),
    ("report.verify", document::verify_report),
    ("steam_factor", regulation::steam_factor),
    ("scope2.hourly", scope2::hourly),
    ("scope2.hourly.report", scope2::hourly_report),
    ("seal.key", seal::key),
    ("seal.sign", seal::sign),
    ("seal.verify", seal::verify),
    ("supplier.assess", supplier::assess),
    ("supplier.base", supplier::base),
    ("supplier.ecovadis_medal", supplier::ecovadis_medal),
    ("supplier.rba_vap", supplier::rba_vap),
    ("supplier.region", supplier::region),
    ("supplier.report", supplier::report),
    ("supplier.sets", supplier::sets),
    ("supplier.size", supplier::size),
    ("supplier.vda63", supplier::vda63),
    ("supplier.vda63_potential", supplier::potential),
    ("supply.embedded", supply::embedded),
    ("supply.explain", supply::explain),
    ("supply.explain.report", supply::explain_report),
    ("targets", compare::targets),
    ("targets.report", compare::targets_report),
    ("trace.events", events::events),
    ("trace.hash", events::hash),
    ("trace.identify", identify::identify),
    ("trace.back", lots::back),
    ("trace.follow", lots::follow),
    ("trace.forward", lots::forward),
    ("trace.report", lots::report),
    ("uncertainty", uncertainty::uncertainty),
    ("uncertainty.combine", uncertainty::combine),
    ("uncertainty.pedigree", uncertainty::pedigree),
    ("uncertainty.report", uncertainty::uncertainty_report),
    ("uncertainty.trend", uncertainty::trend),
];
#[cfg(not(feature = "every-method"))]
const BEYOND: &[(&str, Method)] = &[];

/// Answers a request.
///
/// # Errors
/// `UNKNOWN_METHOD`, `BAD_JSON`, `BAD_REQUEST`, `LIMIT_EXCEEDED`, and whatever the method refuses.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
///
/// let catalog = Catalog::bundled()?;
/// let answer = emitrace::call(&catalog, "units.convert", r#"{"quantity":"12.5","from":"tấn","to":"kg"}"#)?;
/// assert_eq!(answer, r#"{"from":"t","quantity":"12500","ratio":"1000","to":"kg"}"#);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn call(catalog: &Catalog, method: &str, request: &str) -> Result<String, Error> {
    match INVENTORY.iter().chain(BEYOND).find(|(name, _)| *name == method) {
        Some((_, answer)) => answer(catalog, request),
        None => {
            let names = names(INVENTORY.iter().chain(BEYOND).map(|(name, _)| *name));
            Err(Error::new(Code::UnknownMethod, format!("there is no method `{method}`"))
                .with_help(format!("use one of {}", names.join(", "))))
        }
    }
}

/// Opens a ledger at its start. A method may ask for it more than once.
pub type OpenLedger<'a> = dyn Fn() -> Box<dyn Read + 'a> + 'a;

/// Methods of an inventory that read a ledger, by name.
const INVENTORY_OF_LEDGER: &[(&str, LedgerMethod)] = &[
    ("explain", ledger::explain_given),
    ("inventory", ledger::inventory_given),
    ("inventory.rows", ledger::rows_given),
    ("ledger", ledger::ledger_given),
    ("scope2.claims", ledger::claims_given),
];

/// Methods beyond it that read a ledger, by name.
#[cfg(feature = "every-method")]
const BEYOND_OF_LEDGER: &[(&str, LedgerMethod)] = &[
    ("cbam.declare", cbam_import::declare_given),
    ("cbam.declare.explain", cbam_import::explain_given),
    ("cbam.quarterly", cbam_import::quarterly_given),
    ("cbam.scenarios", cbam_import::scenarios_given),
    ("energy.account", energy::account_given),
    ("quality", uncertainty::quality_given),
    ("uncertainty", uncertainty::uncertainty_given),
];
#[cfg(not(feature = "every-method"))]
const BEYOND_OF_LEDGER: &[(&str, LedgerMethod)] = &[];

type LedgerMethod = fn(&Catalog, &str, ledger::Given<'_, '_>) -> Result<String, Error>;

/// Answers a request about a ledger that is read as a stream instead of standing in the request.
///
/// The request is that of [`call`] without its field `ledger`, and the answer is the same to the byte. `inventory`,
/// `uncertainty`, `quality` and `energy.account` tell `progress` how far they are, which may stop the run; the other methods do not.
///
/// # Errors
/// As [`call`]; `UNKNOWN_METHOD` for a method that reads no ledger, `IO` if the ledger cannot be read or the run was
/// stopped.
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
///
/// let ledger = "id,date,activity,quantity,unit\nA7,2023-05-31,electricity,1250,kWh\n";
/// let request = r#"{"options":{"profile":"ghg-protocol","gwp":"AR5","region":"VN"}}"#;
/// let answer = emitrace::call::call_with_ledger(
///     &Catalog::bundled()?,
///     "inventory",
///     request,
///     &|| Box::new(ledger.as_bytes()),
///     &mut |_| ControlFlow::Continue(()),
/// )?;
/// assert!(answer.contains(r#""total_location_kg_co2e":"824""#));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn call_with_ledger(
    catalog: &Catalog,
    method: &str,
    request: &str,
    ledger: &OpenLedger<'_>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<String, Error> {
    match INVENTORY_OF_LEDGER.iter().chain(BEYOND_OF_LEDGER).find(|(name, _)| *name == method) {
        Some((_, answer)) => answer(catalog, request, ledger::Given { open: ledger, progress }),
        None => {
            let names = names(INVENTORY_OF_LEDGER.iter().chain(BEYOND_OF_LEDGER).map(|(name, _)| *name));
            Err(Error::new(Code::UnknownMethod, format!("there is no method `{method}` that reads a ledger"))
                .with_help(format!("use one of {}", names.join(", "))))
        }
    }
}

/// Names in their order.
fn names(given: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut names: Vec<&str> = given.collect();
    names.order();
    names
}

fn capabilities(_: &Catalog, request: &str) -> Result<String, Error> {
    #[derive(serde::Deserialize, serde::Serialize)]
    #[serde(deny_unknown_fields)]
    struct Nothing {}
    let Nothing {} = read_json(request)?;
    canonical(&v1::Capabilities {
        engine: env!("CARGO_PKG_VERSION").into(),
        methods: names(INVENTORY.iter().chain(BEYOND).map(|(name, _)| *name))
            .into_iter()
            .map(String::from)
            .collect(),
        profiles: Profile::ALL.iter().map(|profile| profile.as_str().into()).collect(),
        gwp_sets: GwpSet::ALL.iter().map(|set| set.as_str().into()).collect(),
        dimensions: Dimension::ALL.iter().map(|dimension| dimension.as_str().into()).collect(),
        fields: crate::activity::Field::ALL.iter().map(|field| field.name().into()).collect(),
    })
}

/// The catalogue with the packs of a request, in their order.
fn with_packs<'a>(catalog: &'a Catalog, packs: &[String]) -> Result<std::borrow::Cow<'a, Catalog>, Error> {
    let mut catalog = std::borrow::Cow::Borrowed(catalog);
    for (index, pack) in packs.iter().enumerate() {
        catalog.to_mut().add_pack_text(pack).map_err(|error| {
            let path = format!("/packs/{index}/{}", error.path());
            error.at(path)
        })?;
    }
    Ok(catalog)
}
