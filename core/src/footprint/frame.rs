//! The frame of a computed footprint: what its maker states, and what is filled in (METHODS M-264, M-265).

use super::bought::{Bought, declared};
use super::compute::declared_amount;
use super::node::{Members, Node};
use super::rules::decimal;
use super::shape::Shape;
use super::sums::PARTS;
use super::v3;
use crate::error::{Code, Error};
use crate::inventory::Options;
use crate::number::{Fraction, Ties};
use crate::told::Told;
use crate::unit::Unit;
use crate::wire::v1;

/// Kilograms of CO2 of twelve kilograms of carbon.
const CARBON: (i64, i64) = (44, 12);
/// Decimals of shares and ratings.
const SHARE_PLACES: u32 = 2;

/// A frame while it is filled.
#[derive(Debug)]
pub(super) struct Frame<'f> {
    stated: &'f Node,
    pcf: &'f Node,
    top: Vec<(String, Node)>,
    inside: Vec<(String, Node)>,
    places: u32,
}

/// Members that are worked out and may not be stated.
const WORKED_OUT: [&str; 8] = [
    "pcfExcludingBiogenicUptake",
    "pcfIncludingBiogenicUptake",
    "biogenicCO2Uptake",
    "packagingGhgEmissions",
    "primaryDataShare",
    "dqi",
    "ipccCharacterizationFactors",
    "secondaryEmissionFactorSources",
];

impl<'f> Frame<'f> {
    /// Takes what is stated; what is worked out must not be.
    pub(super) fn read(stated: &'f Node, told: &mut Told) -> Frame<'f> {
        let pcf = stated.get("pcf").unwrap_or(&Node::Null);
        for name in WORKED_OUT.iter().chain(&PARTS) {
            if let Some(value) = pcf.get(name) {
                let message = format!("`{name}` is worked out and must not be stated");
                told.error(
                    Code::FootprintContradiction,
                    &format!("/frame/pcf/{name}"),
                    &value.shown(),
                    message,
                );
            }
        }
        Frame { stated, pcf, top: Vec::new(), inside: Vec::new(), places: 0 }
    }

    /// How much the footprint is of.
    ///
    /// # Errors
    /// `MISSING_VALUE`.
    pub(super) fn amount(&self) -> Result<Fraction, Error> {
        declared_amount(self.pcf)
    }

    /// Its unit.
    ///
    /// # Errors
    /// `UNKNOWN_UNIT`.
    pub(super) fn unit(&self) -> Result<Unit, Error> {
        let name = "declaredUnitOfMeasurement";
        declared(self.pcf.text_of(name), &format!("/frame/pcf/{name}"))
    }

    /// CO2 that the product has taken up, in kilograms below 0: its biogenic carbon as CO2.
    ///
    /// # Errors
    /// `MISSING_VALUE` without a biogenic carbon content, `OVERFLOW`.
    pub(super) fn uptake(&self) -> Result<Fraction, Error> {
        let content = decimal(self.pcf, "biogenicCarbonContent").ok_or_else(|| {
            Error::new(
                Code::MissingValue,
                "the frame does not say how much biogenic carbon the product holds",
            )
            .with_help("write 0 if there is none: the total with uptake depends on it")
            .at("/frame/pcf/biogenicCarbonContent")
        })?;
        let held = content.value.try_mul(&Fraction::whole(CARBON.0))?.try_div(&Fraction::whole(CARBON.1))?;
        Ok(held.negated())
    }

    fn put(&mut self, name: &str, value: Node) {
        self.inside.push((name.to_owned(), value));
    }

    /// Rounds each part and adds the rounded ones up, so that the totals are the sums of what is shown.
    ///
    /// # Errors
    /// `MISSING_VALUE` without a biogenic carbon content, `OVERFLOW`.
    pub(super) fn fill(
        &mut self,
        parts: &[Fraction],
        packaging: Option<&Fraction>,
        places: u32,
        told: &mut Told,
    ) -> Result<(), Error> {
        self.places = places;
        let round = |value: &Fraction| -> (String, Fraction) {
            let text = value.rounded(places, Ties::HalfEven);
            let value = Fraction::parse(&text).unwrap_or_else(Fraction::zero);
            (text, value)
        };
        // What a product of biomass reports stands with its 0; what is rare stands where there is some.
        let always = ["fossilGhgEmissions", "landUseChangeGhgEmissions", "biogenicNonCO2Emissions"];
        let mut total = Fraction::zero();
        for (name, part) in PARTS.iter().zip(parts) {
            let (text, value) = round(part);
            total = total.try_add(&value)?;
            if always.contains(name) || !part.is_zero() {
                self.put(name, Node::Text(text));
            }
        }
        let (text, uptake) = round(&self.uptake()?);
        self.put("biogenicCO2Uptake", Node::Text(text));
        self.put("pcfExcludingBiogenicUptake", Node::Text(total.to_string()));
        self.put("pcfIncludingBiogenicUptake", Node::Text(total.try_add(&uptake)?.to_string()));
        match (packaging, self.pcf.flag_of("packagingEmissionsIncluded")) {
            (Some(packaging), Some(true)) => {
                let (text, _) = round(packaging);
                self.put("packagingGhgEmissions", Node::Text(text));
            }
            (Some(_), _) => {
                let message = "inputs pack the product, and the frame does not include packaging";
                told.error(
                    Code::FootprintContradiction,
                    "/frame/pcf/packagingEmissionsIncluded",
                    "",
                    message,
                );
            }
            (None, Some(true)) => {
                let message = "the frame includes packaging, and no input is marked as packaging";
                told.warn(Code::FootprintNotStated, "/processes", "", message);
            }
            _ => {}
        }
        Ok(())
    }

    /// Primary data and ratings.
    pub(super) fn quality(
        &mut self,
        (primary, ratings): (Option<Fraction>, Option<[Fraction; 3]>),
        total: &Fraction,
        told: &mut Told,
    ) {
        let round = |value: &Fraction| Node::Text(value.rounded(SHARE_PLACES, Ties::HalfEven));
        if let Some(primary) = primary {
            self.put("primaryDataShare", round(&primary));
        }
        if let Some([technological, geographical, temporal]) = ratings {
            let mut dqi = Members::default();
            dqi.put("technologicalDQR", round(&technological));
            dqi.put("geographicalDQR", round(&geographical));
            dqi.put("temporalDQR", round(&temporal));
            self.put("dqi", dqi.done());
        } else if !total.is_zero() {
            let message = "not everything that adds to the total is rated, so the whole is not";
            told.info(Code::FootprintNotStated, "/processes", "", message);
        }
    }

    /// What it was made with: GWP set, sources, allocation, rounding.
    pub(super) fn told_of(
        &mut self,
        request: &v1::FootprintComputeRequest,
        options: &Options,
        inventory: &v1::InventoryAnswer,
        goods: &[Bought],
        allocations: &[v1::FootprintAllocation],
    ) {
        self.put("ipccCharacterizationFactors", Node::List(vec![Node::of(options.gwp.as_str())]));
        let mut sources: Vec<(String, String)> = Vec::new();
        let factors = &inventory.inventory.factors;
        for pack in &inventory.inventory.packs {
            let of_pack = |id: &str| id.split('/').next() == Some(&pack.id);
            if factors.iter().any(|factor| factor.kind == "emission" && of_pack(&factor.id)) {
                sources.push((pack.title.clone(), pack.edition.clone()));
            }
        }
        sources.extend(goods.iter().filter_map(|good| good.secondary.clone()));
        sources.dedup();
        let listed = sources.into_iter().map(|(name, version)| {
            let mut source = Members::default();
            source.say("name", &name);
            source.say("version", &version);
            source.done()
        });
        let listed: Vec<Node> = listed.collect();
        if !listed.is_empty() {
            self.put("secondaryEmissionFactorSources", Node::List(listed));
        }
        if self.pcf.get("allocationRulesDescription").is_none() {
            let shared = allocations.iter().filter(|allocation| allocation.method != "whole");
            let mut rules: Vec<String> = Vec::new();
            for allocation in shared {
                let process = request.processes.iter().find(|process| process.id == allocation.process);
                let reason = process.map(|process| &*process.allocation_reason).unwrap_or_default();
                rules.push(format!(
                    "{}: {} carries {} by {}{}{reason}",
                    allocation.process,
                    allocation.good,
                    allocation.share,
                    allocation.method,
                    if reason.is_empty() { "" } else { "; " },
                ));
            }
            if !rules.is_empty() {
                self.put("allocationRulesDescription", Node::Text(rules.join("\n")));
            }
        }
        let rounding = format!(
            "Parts are rounded half-even to {} decimals, totals are sums of rounded parts; scope 2 by {}.",
            self.places, request.scope_2
        );
        let comment = match self.stated.text_of("comment") {
            "" => rounding,
            stated => format!("{stated}\n{rounding}"),
        };
        self.top.push(("comment".to_owned(), Node::Text(comment)));
        if self.stated.get("specVersion").is_none() {
            self.top.push(("specVersion".to_owned(), Node::of(v3::VERSION)));
        }
    }

    /// The footprint, its members in the order of the specification.
    pub(super) fn done(self) -> Node {
        let inside = merged(v3::carbon(), self.pcf, self.inside);
        let mut top = self.top;
        top.push(("pcf".to_owned(), inside));
        merged(&v3::FOOTPRINT, self.stated, top)
    }
}

/// What is filled in, then what is stated, in the order of the table; what it does not know stands at the end.
fn merged(shape: &Shape, stated: &Node, filled: Vec<(String, Node)>) -> Node {
    let filled = Node::Object(filled);
    let mut out = Members::default();
    for field in shape.fields {
        if let Some(value) = filled.get(field.name).or_else(|| stated.get(field.name)) {
            out.put(field.name, value.clone());
        }
    }
    for (name, value) in stated.members().iter().filter(|(name, _)| shape.field(name).is_none()) {
        out.put(name, value.clone());
    }
    out.done()
}
